//! Numbers under an assumption: as things would be if one of them were another.

use crate::insights::more_leads_of;
use crate::model::{Change, Document, Field, Lever, Number, Pair};

/// What is taken for given, with its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Assumption {
    /// A number of the document, in the field's unit.
    Field(Field, f64),
    /// A stage, counted from 0, and the conversion that it is brought to in the pair.
    Raised(usize, f64),
    /// What the pair's leads are multiplied by.
    LeadsTimes(f64),
    /// The price of an extra lead.
    LeadPrice(f64),
    /// A change that is made on the first day.
    Changed(Changed, f64),
}

/// What is changed on the first day. Stages and channels are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Changed {
    /// The conversion of a stage, to so much.
    Conversion(usize),
    /// The days of a stage, by a factor.
    Days(usize),
    /// How many a stage can start a month.
    Capacity(usize),
    /// The leads of a channel, or of all, by a factor.
    Leads(Option<usize>),
    /// The size of deals, by a factor.
    DealSize,
    /// The days until invoices are paid.
    PaymentDays,
    /// What the changes cost a month together.
    CostPerMonth,
}

/// What numbers are opened under.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumed {
    /// The pipeline.
    pub document: Document,
    /// The two ways compared.
    pub pair: Pair,
    /// The price of an extra lead, where it is not the channel's.
    pub lead_price: Option<f64>,
    /// What is changed on the first day.
    pub levers: Vec<Lever>,
}

impl Changed {
    fn parse(name: &str, document: &Document) -> Option<Self> {
        let (name, at) = match name.split_once('[') {
            Some((name, at)) => (name, Some(at.strip_suffix(']')?.parse::<usize>().ok()?)),
            None => (name, None),
        };
        let stage = at.filter(|at| *at < document.stages.len());
        Some(match (name, at) {
            ("conversion", _) => Self::Conversion(stage?),
            ("days", _) => Self::Days(stage?),
            ("capacity", _) => Self::Capacity(stage?),
            ("leads", None) => Self::Leads(None),
            ("leads", Some(channel)) if channel < document.channels.len() => {
                Self::Leads(Some(channel))
            }
            ("dealSize", None) => Self::DealSize,
            ("paymentDays", None) => Self::PaymentDays,
            ("costPerMonth", None) => Self::CostPerMonth,
            _ => return None,
        })
    }

    fn name(self) -> String {
        let (name, at) = match self {
            Self::Conversion(stage) => ("conversion", Some(stage)),
            Self::Days(stage) => ("days", Some(stage)),
            Self::Capacity(stage) => ("capacity", Some(stage)),
            Self::Leads(channel) => ("leads", channel),
            Self::DealSize => ("dealSize", None),
            Self::PaymentDays => ("paymentDays", None),
            Self::CostPerMonth => ("costPerMonth", None),
        };
        at.map_or_else(
            || name.to_owned(),
            |at| [name, "[", &at.to_string(), "]"].concat(),
        )
    }

    fn levers(self, value: f64, document: &Document) -> Vec<Lever> {
        let change = match self {
            Self::Leads(channel) => return more_leads_of(document, channel, value),
            Self::Conversion(stage) => {
                let to = Number::nearest(value);
                Change::Conversion { stage, to }
            }
            Self::Days(stage) => {
                let times = Number::nearest(value);
                Change::Days { stage, times }
            }
            Self::Capacity(stage) => {
                let to = Number::nearest(value);
                Change::Capacity { stage, to }
            }
            Self::DealSize => Change::DealSize {
                times: Number::nearest(value),
            },
            Self::PaymentDays => Change::PaymentDays {
                to: Number::nearest(value),
            },
            // What it costs to change nothing.
            Self::CostPerMonth => {
                let times = Number::nearest(1.0);
                let cost_per_month = Number::nearest(value);
                let lever = Change::DealSize { times }.at_once();
                return vec![Lever {
                    cost_per_month,
                    ..lever
                }];
            }
        };
        vec![change.at_once()]
    }
}

impl Assumption {
    /// The assumption of a text such as "stages[1].conversion=0.2", "pair[1].to=0.2", "pair.leadsTimes=1.5",
    /// "leadPrice=3" or "changed.days[1]=0.8"; none where `document` has no such number.
    #[must_use]
    pub fn parse(text: &str, document: &Document) -> Option<Self> {
        let (name, value) = text.split_once('=')?;
        let value: f64 = value.parse().ok().filter(|value: &f64| value.is_finite())?;
        match name {
            "pair.leadsTimes" => return Some(Self::LeadsTimes(value)),
            "leadPrice" => return Some(Self::LeadPrice(value)),
            _ => {}
        }
        if let Some(name) = name.strip_prefix("changed.") {
            return Some(Self::Changed(Changed::parse(name, document)?, value));
        }
        if let Some(stage) = name.strip_prefix("pair[") {
            let stage = stage.strip_suffix("].to")?.parse().ok()?;
            return (stage < document.stages.len()).then_some(Self::Raised(stage, value));
        }
        let mut fields = document.fields().into_iter();
        let field = fields.find(|field| field.path().to_string() == name)?;
        Some(Self::Field(field, value))
    }

    /// The assumptions of a text, "&" between them; none where one of them is none.
    #[must_use]
    pub fn parse_all(text: &str, document: &Document) -> Option<Vec<Self>> {
        let texts = text.split('&').filter(|text| !text.is_empty());
        texts.map(|text| Self::parse(text, document)).collect()
    }

    /// The text that is read as this.
    #[must_use]
    pub fn text(self) -> String {
        let (name, value) = match self {
            Self::Field(field, value) => (field.path().to_string(), value),
            Self::Raised(stage, value) => (["pair[", &stage.to_string(), "].to"].concat(), value),
            Self::LeadsTimes(value) => ("pair.leadsTimes".to_owned(), value),
            Self::LeadPrice(value) => ("leadPrice".to_owned(), value),
            Self::Changed(changed, value) => (["changed.", &changed.name()].concat(), value),
        };
        [&name, "=", &value.to_string()].concat()
    }

    /// Everything as it would be. A value that a field refuses changes nothing.
    #[must_use]
    pub fn assume(all: &[Self], document: &Document, pair: Pair) -> Assumed {
        let mut assumed = Assumed {
            document: document.clone(),
            pair,
            lead_price: None,
            levers: Vec::new(),
        };
        for assumption in all {
            match *assumption {
                Self::Field(field, value) => {
                    let _ = field.set(&mut assumed.document, Some(value));
                }
                Self::Raised(stage, to) => {
                    assumed.pair.stage = stage;
                    assumed.pair.to = Number::nearest(to);
                }
                Self::LeadsTimes(times) => assumed.pair.leads_times = Number::nearest(times),
                Self::LeadPrice(value) => assumed.lead_price = Some(value),
                Self::Changed(changed, value) => {
                    assumed.levers.extend(changed.levers(value, document));
                }
            }
        }
        assumed
    }
}
