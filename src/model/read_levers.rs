//! Scenarios and their levers, read against the pipeline that they change.

use super::at::At;
use super::choice::{BillingKind, LeverKind};
use super::document::{
    Change, Document, Lever, MOST_LEVERS, MOST_SCENARIOS, Scenario, WaitingOrder,
};
use super::number::Number;
use super::problem::ProblemKind;

/// Reads the scenarios of `document`, which has everything else already.
pub(crate) fn scenarios(at: &At<'_>, document: &Document) -> Vec<Scenario> {
    let scenarios = at.list(0, MOST_SCENARIOS, |at| scenario(at, document));
    at.each_entry(|index, at| {
        let name = |index: usize| scenarios.get(index).map(|scenario| &scenario.name);
        if (0..index).any(|earlier| name(earlier) == name(index)) {
            at.refuse_key("name", ProblemKind::SameName);
        }
    });
    scenarios
}

fn scenario(at: &At<'_>, document: &Document) -> Scenario {
    let mut scenario = Scenario {
        name: String::new(),
        levers: Vec::new(),
    };
    at.each(|key, at| match key {
        "name" => scenario.name = at.name(),
        "levers" => scenario.levers = at.list(0, MOST_LEVERS, |at| lever(at, document)),
        _ => at.unknown(),
    });
    scenario
}

/// The kind comes first: it says which other fields there are.
fn lever(at: &At<'_>, document: &Document) -> Lever {
    let kind_at = at.require("kind");
    let kind = kind_at.as_ref().and_then(At::choice);
    let (draft, required) = draft(kind.unwrap_or(LeverKind::DealSize));
    let mut lever = draft.at_once();
    let (Some(kind_at), Some(kind)) = (kind_at, kind) else {
        return lever;
    };
    if kind == LeverKind::Churn && document.deal.billing.kind() == BillingKind::OneOff {
        kind_at.refuse(ProblemKind::ChurnOfOneOffDeals);
    }
    let (stages, channels) = (document.stages.len(), document.channels.len());
    at.each(|key, at| {
        use Change::{
            Capacity, Churn, Conversion, Days, DealSize, Leads, PaymentDays, WaitingOrder,
        };
        match (key, &mut lever.change) {
            ("kind", _) => {}
            (
                "stage",
                Conversion { stage, .. }
                | Days { stage, .. }
                | Capacity { stage, .. }
                | WaitingOrder { stage, .. },
            ) => *stage = at.index(stages, ProblemKind::NoSuchStage { stages }),
            ("channel", Leads { channel, .. }) => {
                *channel = at.index(channels, ProblemKind::NoSuchChannel { channels });
            }
            ("times", Leads { times, .. }) => *times = at.number(),
            ("times", Days { times, .. }) => *times = at.number(),
            ("times", DealSize { times }) => *times = at.number(),
            ("to", Conversion { to, .. } | Churn { to }) => *to = at.number(),
            ("to", Capacity { to, .. }) => *to = at.number(),
            ("to", WaitingOrder { to, .. }) => *to = at.choice().unwrap_or_default(),
            ("to", PaymentDays { to }) => *to = at.number(),
            ("quality", Leads { quality, .. }) => *quality = at.optional_number(),
            ("costPerLead", Leads { cost_per_lead, .. }) => {
                *cost_per_lead = at.optional_number();
            }
            ("startMonth", _) => lever.start_month = at.number(),
            ("rampMonths", _) => lever.ramp_months = at.number(),
            ("oneOffCost", _) => lever.one_off_cost = at.number(),
            ("costPerMonth", _) => lever.cost_per_month = at.number(),
            _ => at.unknown(),
        }
    });
    for key in required {
        at.require(key);
    }
    lever
}

/// A change to fill in, and the keys that must be there to do so.
fn draft(kind: LeverKind) -> (Change, &'static [&'static str]) {
    let (stage, channel) = (0, 0);
    match kind {
        LeverKind::Conversion => (
            Change::Conversion {
                stage,
                to: Number::default(),
            },
            &["stage", "to"],
        ),
        LeverKind::Leads => {
            let (quality, cost_per_lead) = (None, None);
            let times = Number::default();
            (
                Change::Leads {
                    channel,
                    times,
                    quality,
                    cost_per_lead,
                },
                &["channel", "times"],
            )
        }
        LeverKind::Days => (
            Change::Days {
                stage,
                times: Number::default(),
            },
            &["stage", "times"],
        ),
        LeverKind::Capacity => (
            Change::Capacity {
                stage,
                to: Number::default(),
            },
            &["stage", "to"],
        ),
        LeverKind::WaitingOrder => (
            Change::WaitingOrder {
                stage,
                to: WaitingOrder::default(),
            },
            &["stage", "to"],
        ),
        LeverKind::DealSize => (
            Change::DealSize {
                times: Number::default(),
            },
            &["times"],
        ),
        LeverKind::Churn => (
            Change::Churn {
                to: Number::default(),
            },
            &["to"],
        ),
        LeverKind::PaymentDays => (
            Change::PaymentDays {
                to: Number::default(),
            },
            &["to"],
        ),
    }
}
