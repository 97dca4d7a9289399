//! Problems in plain technical English, for the command line. Visitors read theirs in `i18n`.

use std::fmt::{Display, Formatter, Result};

use super::number::Limits;
use super::problem::quoted;
use super::problem::{Expected, Problem, ProblemKind};

impl Display for Problem {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        if !self.path.is_root() {
            write!(formatter, "{}: ", self.path)?;
        }
        write!(formatter, "{}", self.kind)
    }
}

impl std::error::Error for Problem {}

impl Display for ProblemKind {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::NotUtf8 => formatter.write_str("not UTF-8 text"),
            Self::TooLong { limit } => write!(formatter, "longer than {limit} bytes"),
            Self::Syntax { line, column } => {
                write!(formatter, "not JSON at line {line}, column {column}")
            }
            Self::TooDeep => formatter.write_str("nested too deeply"),
            Self::DuplicateKey(key) => write!(formatter, "the key {} stands twice", quoted(key)),
            Self::UnknownField => formatter.write_str("unknown field"),
            Self::Missing => formatter.write_str("required, but missing"),
            Self::WrongKind(expected) => write!(formatter, "must be {expected}"),
            Self::OutOfRange(limits) => write!(formatter, "must be {limits}"),
            Self::NotInside(limits) => write!(
                formatter,
                "must lie strictly between {} and {}",
                limits.min, limits.max
            ),
            Self::EmptyInterval => formatter.write_str("low must be below high"),
            Self::MoreThanCounted => formatter.write_str("advanced must not be above of"),
            Self::UnknownChoice(allowed) => {
                write!(formatter, "must be one of {}", allowed.join(", "))
            }
            Self::NotAMonth => {
                formatter.write_str("must be a month as \"YYYY-MM\" from 1970-01 to 2199-12")
            }
            Self::NotACurrency => formatter.write_str("must be an ISO 4217 code such as \"EUR\""),
            Self::NameTooLong { limit } => {
                write!(formatter, "must be at most {limit} characters long")
            }
            Self::ControlCharacter => formatter.write_str("must hold no control characters"),
            Self::WrongLength { min, max } if min == max => {
                write!(formatter, "must have {min} entries")
            }
            Self::WrongLength { min, max } => {
                write!(formatter, "must have {min} to {max} entries")
            }
            Self::UnknownVersion => formatter.write_str("must be 1"),
            Self::NoSuchStage { stages } => {
                write!(
                    formatter,
                    "no such stage: there are {stages}, counted from 0"
                )
            }
            Self::NoSuchChannel { channels } => {
                write!(
                    formatter,
                    "no such channel: there are {channels}, counted from 0"
                )
            }
            Self::ChurnOfOneOffDeals => formatter.write_str("churn needs recurring billing"),
            Self::SameName => formatter.write_str("another scenario has this name already"),
        }
    }
}

impl Display for Limits {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let kind = if self.whole {
            "a whole number"
        } else {
            "a number"
        };
        let from = if self.above_min { "above" } else { "from" };
        write!(formatter, "{kind} {from} {} to {}", self.min, self.max)
    }
}

impl Display for Expected {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(match self {
            Self::Number => "a number",
            Self::NumberOrNull => "a number or null",
            Self::NumberOrInterval => "a number or an interval {low, high}",
            Self::Conversion => {
                "a number, an interval {low, high} or counted evidence {advanced, of}"
            }
            Self::Text => "a text",
            Self::Object => "an object",
            Self::ObjectOrNull => "an object or null",
            Self::List => "a list",
            Self::ListOrNull => "a list or null",
        })
    }
}
