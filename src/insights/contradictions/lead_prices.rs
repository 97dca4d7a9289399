//! Leads that cost more than they bring.

use super::{Contradiction, Note};
use crate::engine::arrivals::advancing;
use crate::engine::calendar::Calendar;
use crate::engine::deal_plan::DealPlan;
use crate::model::{Channel, ChannelField, DealField, Document, Field};

/// What arithmetic may leave between two numbers that are equal on paper.
const ROUNDING: f64 = 1e-9;

/// Channels whose leads cost more than they bring; fixed costs, waiting and limits left out.
pub fn lead_prices(document: &Document) -> Vec<Note> {
    let calendar = Calendar::new(document.start, document.months.whole());
    let deal = DealPlan::new(&document.deal, &[], &calendar);
    let customer = deal.lifetime_value(deal.baseline);
    let channels = document.channels.iter().enumerate();
    channels
        .filter_map(|(channel, parameters)| {
            let price = parameters.cost_per_lead.get();
            let worth = worth_of_lead(document, parameters, customer);
            (price > 0.0 && price > worth * (1.0 + ROUNDING)).then(|| Note {
                contradiction: Contradiction::LeadPrice {
                    channel,
                    price,
                    worth,
                },
                check: vec![
                    Field::Channel(channel, ChannelField::CostPerLead),
                    Field::Deal(DealField::Size),
                ],
            })
        })
        .collect()
}

/// Chance to be won × the worth of a customer − the costs of the stages that the lead gets to.
fn worth_of_lead(document: &Document, channel: &Channel, customer: f64) -> f64 {
    let (mut reaching, mut costs) = (1.0, 0.0);
    for (position, stage) in document.stages.iter().enumerate() {
        costs += reaching * stage.cost_per_unit.get();
        let conversion = stage.conversion.middle();
        reaching *= match position {
            0 => advancing(conversion, channel.quality.get()),
            _ => conversion,
        };
    }
    reaching * customer - costs
}
