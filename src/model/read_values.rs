//! Values that may be uncertain: an interval or counted evidence in place of a number.

use super::at::At;
use super::number::{Number, Range};
use super::problem::{Expected, Problem, ProblemKind};
use super::uncertain::{Conversion, Uncertain};

/// A number or an interval.
pub(crate) fn uncertain<R: Range>(at: &At<'_>) -> Result<Uncertain<R>, Problem> {
    if at.is_object() {
        return interval(at);
    }
    at.float(Expected::NumberOrInterval)?;
    at.number().map(Uncertain::Known)
}

fn interval<R: Range>(at: &At<'_>) -> Result<Uncertain<R>, Problem> {
    at.each(|key, at| match key {
        "low" | "high" => end::<R>(at).map(drop),
        _ => at.unknown(),
    })?;
    let (low, high): (Number<R>, Number<R>) =
        (end(&at.require("low")?)?, end(&at.require("high")?)?);
    if low.get() < high.get() {
        Ok(Uncertain::Between { low, high })
    } else {
        Err(at.problem(ProblemKind::EmptyInterval))
    }
}

fn end<R: Range>(at: &At<'_>) -> Result<Number<R>, Problem> {
    let value = at.float(Expected::Number)?;
    let inside = Number::new(value)
        .ok()
        .filter(|_| R::LIMITS.allow_inside(value));
    inside.ok_or_else(|| at.problem(ProblemKind::NotInside(R::LIMITS)))
}

/// A rate, an interval of it, or counted evidence.
pub(crate) fn conversion(at: &At<'_>) -> Result<Conversion, Problem> {
    if at.get("advanced").is_some() || at.get("of").is_some() {
        return counted(at);
    }
    if !at.is_object() {
        at.float(Expected::Conversion)?;
    }
    uncertain(at).map(Conversion::Rate)
}

fn counted(at: &At<'_>) -> Result<Conversion, Problem> {
    let (mut advanced, mut of) = (Number::default(), Number::default());
    at.each(|key, at| {
        match key {
            "advanced" => advanced = at.number()?,
            "of" => of = at.number()?,
            _ => return at.unknown(),
        }
        Ok(())
    })?;
    at.require("of")?;
    if advanced.get() <= of.get() {
        at.require("advanced")?;
        Ok(Conversion::Counted { advanced, of })
    } else {
        Err(at
            .require("advanced")?
            .problem(ProblemKind::MoreThanCounted))
    }
}
