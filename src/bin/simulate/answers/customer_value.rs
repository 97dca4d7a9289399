//! What a customer is worth and costs, and what changes to that are worth beside more leads.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{ChangeGain, CustomerValueRuns, Question};
use pipeline_lever::model::{Document, Node};

/// One customer of the pipeline as it is, and the changes by what they gain.
pub fn of(simulator: &mut Simulator, document: &Document) -> Node {
    let found = CustomerValueRuns::new(document).answer(simulator);
    let payback = found.payback_invoice.map_or(Node::Null, Node::index);
    Node::object([
        ("isRecurring", Node::Bool(found.is_recurring)),
        ("lifetimeValue", found.lifetime_value.into()),
        ("lifetimeMargin", found.lifetime_margin.into()),
        ("lifetimeServing", found.lifetime_serving.into()),
        ("marginToServing", found.margin_to_serving.into()),
        ("annualNrr", found.annual_retention.into()),
        ("cac", found.acquisition_cost.into()),
        ("valueToCac", found.value_to_cost.into()),
        ("paybackMonths", payback),
        ("paybackDays", found.payback_days.into()),
        ("costPerLead", found.cost_per_lead.into()),
        ("costPerContract", found.cost_per_contract.into()),
        ("leadsPerContract", found.leads_per_contract.into()),
        ("programmeShare", found.programme_share.into()),
        (
            "cumulated",
            found.cumulated.iter().map(|sum| Node::from(*sum)).collect(),
        ),
        ("changes", found.changes.iter().map(change).collect()),
    ])
}

fn change(gain: &ChangeGain) -> Node {
    Node::object([
        ("change", gain.change.id().into()),
        ("from", gain.from.into()),
        ("to", gain.to.into()),
        ("won", gain.won.into()),
        ("value", gain.value.into()),
        ("profit", gain.profit.into()),
    ])
}
