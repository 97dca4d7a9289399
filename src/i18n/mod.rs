//! Languages: numbers, percentages, money, months, plurals and the reading of what people type.

mod affixes;
mod catalogue;
mod cell;
mod date;
mod decimal;
mod editable;
pub mod explorer;
mod joining;
mod locale;
mod money;
mod number;
mod parse;
mod parse_spread;
mod percent;
mod plural;
mod scale;
mod spoken;

pub use catalogue::{Catalogue, arguments};
pub use cell::{ShownCell, csv_rows, csv_signs};
pub use date::{day, duration_days, month_short, month_year};
pub use editable::{editable, editable_spread};
pub use joining::{counted, list, quoted, range};
pub use locale::Locale;
pub use money::{currency_sign, money, money_compact};
pub use number::{compact, number, signed, significant};
pub use parse::{Entry, ParseProblem, Parsed, Reading, parse_number};
pub use parse_spread::{ParsedSpread, may_go_on, parse_spread};
pub use percent::{percent, percent_auto, percent_range, percent_significant};
pub use plural::{Forms, PluralCategory, plural, plural_compact};
