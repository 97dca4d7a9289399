//! The answers, each against sums on paper, against changes that must not matter, and where tools that only
//! multiply rates are wrong.

mod fix_or_buy;
#[path = "../support/mod.rs"]
mod support;
