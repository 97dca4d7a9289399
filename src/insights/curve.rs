//! The answer over the range of one input.

use super::comparison::{better_stage, leads_instead};
use super::objective::measure;
use crate::engine::Simulator;
use crate::model::{Document, Field, Number, Objective, Pair};

/// What a curve may be over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input {
    /// A number of the document.
    Field(Field),
    /// The conversion that the compared stage is raised to.
    PairTo,
    /// What all leads are multiplied by instead.
    LeadsTimes,
}

/// What `objective` would be over the horizon with `value` in `input`: of the document as it is, or with that way
/// of `pair`. Nothing where the input refuses the value.
pub fn curve(
    simulator: &mut Simulator,
    document: &Document,
    pair: Pair,
    input: Input,
    value: f64,
    objective: Objective,
) -> Option<f64> {
    let totals = match input {
        Input::Field(field) => {
            let mut changed = document.clone();
            field.set(&mut changed, Some(value)).ok()?;
            simulator.totals(&changed, &[])
        }
        Input::PairTo => {
            let to = Number::new(value).ok()?;
            simulator.totals(document, &[better_stage(Pair { to, ..pair })])
        }
        Input::LeadsTimes => {
            let leads_times = Number::nearest(value);
            let pair = Pair {
                leads_times,
                ..pair
            };
            simulator.totals(document, &leads_instead(document, pair))
        }
    };
    Some(measure(objective, &totals))
}
