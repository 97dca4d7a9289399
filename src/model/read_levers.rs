//! Scenarios and their levers, read against the pipeline that they change.

use super::at::At;
use super::choice::{BillingKind, LeverKind};
use super::document::{
    Change, Document, Lever, MOST_LEVERS, MOST_SCENARIOS, Scenario, WaitingOrder,
};
use super::number::Number;
use super::problem::{Problem, ProblemKind};

/// Reads the scenarios of `document`, which has everything else already.
pub(crate) fn scenarios(at: &At<'_>, document: &Document) -> Result<Vec<Scenario>, Problem> {
    let scenarios = at.list(0, MOST_SCENARIOS, |at| scenario(at, document))?;
    for (index, scenario) in scenarios.iter().enumerate() {
        if scenarios
            .iter()
            .take(index)
            .any(|earlier| earlier.name == scenario.name)
        {
            let path = at.path().index(index).key("name");
            return Err(Problem {
                path,
                kind: ProblemKind::SameName,
            });
        }
    }
    Ok(scenarios)
}

fn scenario(at: &At<'_>, document: &Document) -> Result<Scenario, Problem> {
    let mut scenario = Scenario {
        name: String::new(),
        levers: Vec::new(),
    };
    at.each(|key, at| {
        match key {
            "name" => scenario.name = at.name()?,
            "levers" => scenario.levers = at.list(0, MOST_LEVERS, |at| lever(at, document))?,
            _ => return at.unknown(),
        }
        Ok(())
    })?;
    Ok(scenario)
}

fn lever(at: &At<'_>, document: &Document) -> Result<Lever, Problem> {
    let kind_at = at.require("kind")?;
    let kind = kind_at.choice()?;
    if kind == LeverKind::Churn && document.deal.billing.kind() == BillingKind::OneOff {
        return Err(kind_at.problem(ProblemKind::ChurnOfOneOffDeals));
    }
    let (stages, channels) = (document.stages.len(), document.channels.len());
    let (draft, required) = draft(kind);
    let mut lever = draft.at_once();
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
            ) => *stage = at.index(stages, ProblemKind::NoSuchStage { stages })?,
            ("channel", Leads { channel, .. }) => {
                *channel = at.index(channels, ProblemKind::NoSuchChannel { channels })?;
            }
            ("times", Leads { times, .. }) => *times = at.number()?,
            ("times", Days { times, .. }) => *times = at.number()?,
            ("times", DealSize { times }) => *times = at.number()?,
            ("to", Conversion { to, .. } | Churn { to }) => *to = at.number()?,
            ("to", Capacity { to, .. }) => *to = at.number()?,
            ("to", WaitingOrder { to, .. }) => *to = at.choice()?,
            ("to", PaymentDays { to }) => *to = at.number()?,
            ("quality", Leads { quality, .. }) => *quality = at.optional_number()?,
            ("costPerLead", Leads { cost_per_lead, .. }) => {
                *cost_per_lead = at.optional_number()?;
            }
            ("startMonth", _) => lever.start_month = at.number()?,
            ("rampMonths", _) => lever.ramp_months = at.number()?,
            ("oneOffCost", _) => lever.one_off_cost = at.number()?,
            ("costPerMonth", _) => lever.cost_per_month = at.number()?,
            _ => return at.unknown(),
        }
        Ok(())
    })?;
    required
        .iter()
        .try_for_each(|key| at.require(key).map(drop))?;
    Ok(lever)
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
