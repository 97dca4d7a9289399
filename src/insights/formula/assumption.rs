//! Numbers under an assumption: as things would be if one of them were another.

use crate::model::{Document, Field, Number, Pair};

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
}

impl Assumption {
    /// The assumption of a text such as "stages[1].conversion=0.2", "pair[1].to=0.2", "pair.leadsTimes=1.5" or
    /// "leadPrice=3"; none where `document` has no such number.
    #[must_use]
    pub fn parse(text: &str, document: &Document) -> Option<Self> {
        let (name, value) = text.split_once('=')?;
        let value: f64 = value.parse().ok().filter(|value: &f64| value.is_finite())?;
        match name {
            "pair.leadsTimes" => return Some(Self::LeadsTimes(value)),
            "leadPrice" => return Some(Self::LeadPrice(value)),
            _ => {}
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
        };
        [&name, "=", &value.to_string()].concat()
    }

    /// Document and pair as they would be, and the price of an extra lead where that is assumed. A value that a field
    /// refuses changes nothing.
    #[must_use]
    pub fn assume(all: &[Self], document: &Document, pair: Pair) -> (Document, Pair, Option<f64>) {
        let (mut document, mut pair, mut price) = (document.clone(), pair, None);
        for assumption in all {
            match *assumption {
                Self::Field(field, value) => {
                    let _ = field.set(&mut document, Some(value));
                }
                Self::Raised(stage, to) => {
                    pair.stage = stage;
                    pair.to = Number::nearest(to);
                }
                Self::LeadsTimes(times) => pair.leads_times = Number::nearest(times),
                Self::LeadPrice(value) => price = Some(value),
            }
        }
        (document, pair, price)
    }
}
