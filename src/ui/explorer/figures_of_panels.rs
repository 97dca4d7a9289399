//! What the figures of open deals, of customers and of scenarios are called.

use super::figures::sum_name;
use super::names::{channel_name, scenario_name, stage_name};
use crate::i18n::explorer::arguments::formula as with;
use crate::i18n::month_year;
use crate::insights::{Compared, Figure, Metric};
use crate::model::Document;
use crate::runner::count;
use crate::ui::words::Words;

/// The name of a figure of open deals.
pub(super) fn of_open_deals(words: Words, document: &Document, figure: Figure) -> Option<String> {
    let texts = &words.explorer().formula;
    let stage = |stage| stage_name(words, document, stage);
    let month = |month: usize| {
        let month = document
            .start
            .plus(u32::try_from(month).unwrap_or_default());
        month_year(words.locale, month.year(), month.number())
    };
    let days = |days: u32| words.whole(f64::from(days));
    Some(match figure {
        Figure::OpenByDefault(at) => texts.open_by_default(&stage(at)),
        Figure::OpenWins(at) => texts.open_wins(&stage(at)),
        Figure::OpenBookings(at) => texts.open_bookings(&stage(at)),
        Figure::AllOpenWins => texts.all_open_wins.to_owned(),
        Figure::AllOpenBookings => texts.all_open_bookings.to_owned(),
        Figure::OpenWonIn(at) => texts.open_won_in(&month(at)),
        Figure::OpenWonBefore => texts.open_won_before.to_owned(),
        Figure::OpenWonAfter => texts.open_won_after.to_owned(),
        Figure::OpenTaken => texts.open_taken.to_owned(),
        Figure::OpenBookedIn(at) => texts.open_booked_in(&month(at)),
        Figure::OpenPaidIn(at) => texts.open_paid_in(&month(at)),
        Figure::OpenWonWithin(within) => texts.open_won_within(&days(within)),
        Figure::OpenWithin(within) => texts.open_within(&days(within)),
        Figure::LeadsWithin(within) => texts.leads_within(&days(within)),
        Figure::LeadsBeyond(_) => texts.leads_beyond.to_owned(),
        Figure::ChanceAtAge(at, age) => texts.chance_at_age(with::ChanceAtAge {
            stage: &stage(at),
            days: &words.whole(count(age)),
        }),
        Figure::StillAdvancing(_) => texts.still_advancing.to_owned(),
        Figure::StillLost(_) => texts.still_lost.to_owned(),
        _ => return None,
    })
}

/// The name of a figure of a customer.
pub(super) fn of_customer(words: Words, figure: Figure) -> Option<String> {
    let (texts, customer) = (&words.explorer().formula, &words.explorer().customer);
    Some(match figure {
        Figure::CustomerAfter(invoice) => texts.customer_after(&words.whole(count(invoice) + 1.0)),
        Figure::ValueToCost => customer.value_to_cost.to_owned(),
        Figure::MarginToServing => customer.margin_to_serving.to_owned(),
        Figure::LeadsPerContract => customer.leads_per_contract.to_owned(),
        Figure::CostPerContract => customer.cost_per_contract.to_owned(),
        Figure::LifetimeMargin => texts.lifetime_margin.to_owned(),
        Figure::LifetimeServing => texts.lifetime_serving.to_owned(),
        _ => return None,
    })
}

/// The name of a figure of what money buys.
pub(super) fn of_money(words: Words, document: &Document, figure: Figure) -> Option<String> {
    let texts = words.explorer();
    Some(match figure {
        Figure::Bought(stage) => texts.formula.bought(&stage_name(words, document, stage)),
        Figure::Odds(stage) => texts.formula.odds(&stage_name(words, document, stage)),
        Figure::BoughtLeads(channel) => {
            let channel = channel_name(words, document, channel);
            texts.formula.bought_leads(&channel)
        }
        Figure::Steps => texts.formula.steps.to_owned(),
        Figure::FirstStepPrice => texts.formula.step_price_first.to_owned(),
        Figure::PriceGrowth => texts.spent.growth.to_owned(),
        Figure::Money => texts.budget.money.to_owned(),
        Figure::LeadsCostNow => texts.formula.leads_cost_now.to_owned(),
        _ => return None,
    })
}

/// The name of a figure of scenarios side by side.
pub(super) fn of_scenarios(words: Words, document: &Document, figure: Figure) -> Option<String> {
    let texts = &words.explorer().formula;
    let of = |place: usize, sum: &str| {
        texts.of_scenario(with::OfScenario {
            scenario: &scenario_name(words, document, place),
            sum,
        })
    };
    Some(match figure {
        Figure::Scenario(place, compared) => of(place, compared_name(words, compared)),
        Figure::ComparedToday(compared) => texts.today(compared_name(words, compared)),
        Figure::ScenarioMore(place, compared) => {
            let more = texts.more_than_today(compared_name(words, compared));
            of(place, &more)
        }
        Figure::ScenarioAhead(sum) => texts.ahead_of(sum_name(words, sum)),
        _ => return None,
    })
}

fn compared_name(words: Words, compared: Compared) -> &'static str {
    let texts = &words.explorer().table;
    match compared {
        Compared::Sum(sum) => sum_name(words, sum),
        Compared::Metric(metric) => match metric {
            Metric::Conversion => texts.conversion,
            Metric::Cycle => texts.cycle,
            Metric::TimeToRevenue => texts.time_to_revenue,
            Metric::CostPerLead => texts.cost_per_lead,
            Metric::AcquisitionCost => texts.cost_per_client,
            Metric::ProgrammeShare => texts.programme_share,
            Metric::LifetimeValue => texts.lifetime_value,
            Metric::Retention => texts.retention,
        },
    }
}
