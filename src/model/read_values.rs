//! Values that may be uncertain: an interval or counted evidence in place of a number.

use super::at::At;
use super::number::{Limits, Number, Range};
use super::problem::{Expected, ProblemKind};
use super::uncertain::{Conversion, Uncertain};

/// A number or an interval.
pub(crate) fn uncertain<R: Range>(at: &At<'_>) -> Uncertain<R> {
    if at.is_object() {
        let (low, high) = interval(at, R::LIMITS);
        return Uncertain::Between {
            low: Number::nearest(low),
            high: Number::nearest(high),
        };
    }
    at.float(Expected::NumberOrInterval);
    Uncertain::Known(at.number())
}

/// The low and the high end of an interval inside of `limits`.
fn interval(at: &At<'_>, limits: Limits) -> (f64, f64) {
    let (mut low, mut high) = (f64::NAN, f64::NAN);
    at.each(|key, at| match key {
        "low" => low = end(at, limits),
        "high" => high = end(at, limits),
        _ => at.unknown(),
    });
    at.require("low");
    at.require("high");
    if low >= high {
        at.refuse(ProblemKind::EmptyInterval);
    }
    (low, high)
}

fn end(at: &At<'_>, limits: Limits) -> f64 {
    let value = at.float(Expected::Number);
    if !(limits.allow(value) && limits.allow_inside(value)) {
        at.refuse(ProblemKind::NotInside(limits));
    }
    value
}

/// A rate, an interval of it, or counted evidence.
pub(crate) fn conversion(at: &At<'_>) -> Conversion {
    if at.get("advanced").is_some() || at.get("of").is_some() {
        return counted(at);
    }
    if !at.is_object() {
        at.float(Expected::Conversion);
    }
    Conversion::Rate(uncertain(at))
}

fn counted(at: &At<'_>) -> Conversion {
    let (mut advanced, mut of) = (Number::default(), Number::default());
    at.each(|key, at| match key {
        "advanced" => advanced = at.number(),
        "of" => of = at.number(),
        _ => at.unknown(),
    });
    at.require("of");
    if let Some(at) = at.require("advanced")
        && advanced.get() > of.get()
    {
        at.refuse(ProblemKind::MoreThanCounted);
    }
    Conversion::Counted { advanced, of }
}
