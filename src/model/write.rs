//! A document to JSON: the full form, in the order of the contract.

use super::choice::Choice;
use super::document::{
    Billing, Change, Channel, Days, Deal, Document, Lever, OneOff, Recurring, Scenario, Stage,
    VERSION, Waiting,
};
use super::json::Node;
use super::number::Range;
use super::uncertain::{Conversion, Uncertain};

impl Document {
    /// The document with every field, those at their default too.
    #[must_use]
    pub fn to_node(&self) -> Node {
        Node::object([
            ("version", VERSION.into()),
            ("title", self.title.as_str().into()),
            ("currency", self.currency.code().into()),
            ("start", self.start.to_string().as_str().into()),
            ("months", self.months.into()),
            ("opening", self.opening.node()),
            ("channels", self.channels.iter().collect()),
            ("stages", self.stages.iter().collect()),
            ("deal", (&self.deal).into()),
            ("scenarios", self.scenarios.iter().collect()),
        ])
    }

    /// The text of [`to_node`](Self::to_node), for people to read and edit.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.to_node().to_pretty_text()
    }
}

impl From<&Channel> for Node {
    fn from(channel: &Channel) -> Self {
        Self::object([
            ("name", channel.name.as_str().into()),
            ("leadsPerMonth", channel.leads_per_month.into()),
            ("growthPerMonth", channel.growth_per_month.into()),
            (
                "seasonality",
                channel.seasonality.map(Self::from_iter).into(),
            ),
            ("quality", channel.quality.into()),
            ("costPerLead", channel.cost_per_lead.into()),
            ("fixedCostPerMonth", channel.fixed_cost_per_month.into()),
            ("priceElasticity", channel.price_elasticity.into()),
            ("qualityElasticity", channel.quality_elasticity.into()),
        ])
    }
}

impl From<&Stage> for Node {
    fn from(stage: &Stage) -> Self {
        Self::object([
            ("name", stage.name.as_str().into()),
            ("conversion", stage.conversion.into()),
            ("days", stage.days.into()),
            ("lostDays", stage.lost_days.into()),
            ("capacityPerMonth", stage.capacity_per_month.into()),
            ("waiting", stage.waiting.into()),
            ("costPerUnit", stage.cost_per_unit.into()),
            ("target", stage.target.into()),
            ("open", stage.open.into()),
        ])
    }
}

impl From<Days> for Node {
    fn from(days: Days) -> Self {
        Self::object([("mean", days.mean.into()), ("cv", days.variation.into())])
    }
}

impl From<Waiting> for Node {
    fn from(waiting: Waiting) -> Self {
        Self::object([
            ("order", waiting.order.node()),
            (
                "patienceHalfLifeDays",
                waiting.patience_half_life_days.into(),
            ),
            ("staleHalfLifeDays", waiting.stale_half_life_days.into()),
            ("staleFloor", waiting.stale_floor.into()),
            ("discardAfterDays", waiting.discard_after_days.into()),
        ])
    }
}

impl From<&Deal> for Node {
    fn from(deal: &Deal) -> Self {
        Self::object([
            ("size", deal.size.into()),
            ("sizeCv", deal.size_variation.into()),
            ("grossMargin", deal.gross_margin.into()),
            ("billing", deal.billing.into()),
        ])
    }
}

impl From<Billing> for Node {
    fn from(billing: Billing) -> Self {
        let kind = billing.kind().node();
        match billing {
            Billing::OneOff(OneOff {
                upfront_share,
                onboarding_days,
                delivery_days,
                payment_days,
            }) => Self::object([
                ("kind", kind),
                ("upfrontShare", upfront_share.into()),
                ("onboardingDays", onboarding_days.into()),
                ("deliveryDays", delivery_days.into()),
                ("paymentDays", payment_days.into()),
            ]),
            Billing::Recurring(recurring) => recurring_node(kind, &recurring),
        }
    }
}

fn recurring_node(kind: Node, recurring: &Recurring) -> Node {
    Node::object([
        ("kind", kind),
        ("onboardingDays", recurring.onboarding_days.into()),
        ("paymentDays", recurring.payment_days.into()),
        ("contractMonths", recurring.contract_months.into()),
        ("monthlyChurn", recurring.monthly_churn.into()),
        ("monthlyExpansion", recurring.monthly_expansion.into()),
        (
            "costToServePerMonth",
            recurring.cost_to_serve_per_month.into(),
        ),
        ("openCustomers", recurring.open_customers.into()),
    ])
}

impl From<&Scenario> for Node {
    fn from(scenario: &Scenario) -> Self {
        Self::object([
            ("name", scenario.name.as_str().into()),
            ("levers", scenario.levers.iter().copied().collect()),
        ])
    }
}

impl From<Lever> for Node {
    fn from(lever: Lever) -> Self {
        let mut members = vec![("kind", lever.change.kind().node())];
        members.extend(target_and_value(lever.change));
        members.extend([
            ("startMonth", lever.start_month.into()),
            ("rampMonths", lever.ramp_months.into()),
            ("oneOffCost", lever.one_off_cost.into()),
            ("costPerMonth", lever.cost_per_month.into()),
        ]);
        Self::Object(
            members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }
}

fn target_and_value(change: Change) -> Vec<(&'static str, Node)> {
    let index = Node::index;
    match change {
        Change::Conversion { stage, to } => vec![("stage", index(stage)), ("to", to.into())],
        Change::Leads {
            channel,
            times,
            quality,
            cost_per_lead,
        } => vec![
            ("channel", index(channel)),
            ("times", times.into()),
            ("quality", quality.into()),
            ("costPerLead", cost_per_lead.into()),
        ],
        Change::Days { stage, times } => vec![("stage", index(stage)), ("times", times.into())],
        Change::Capacity { stage, to } => vec![("stage", index(stage)), ("to", to.into())],
        Change::WaitingOrder { stage, to } => vec![("stage", index(stage)), ("to", to.node())],
        Change::DealSize { times } => vec![("times", times.into())],
        Change::Churn { to } => vec![("to", to.into())],
        Change::PaymentDays { to } => vec![("to", to.into())],
    }
}

impl<R: Range> From<Uncertain<R>> for Node {
    fn from(value: Uncertain<R>) -> Self {
        match value {
            Uncertain::Known(number) => number.into(),
            Uncertain::Between { low, high } => {
                Self::object([("low", low.into()), ("high", high.into())])
            }
        }
    }
}

impl From<Conversion> for Node {
    fn from(conversion: Conversion) -> Self {
        match conversion {
            Conversion::Rate(rate) => rate.into(),
            Conversion::Counted { advanced, of } => {
                Self::object([("advanced", advanced.into()), ("of", of.into())])
            }
        }
    }
}
