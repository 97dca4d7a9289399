//! The answer over the range of one input.

use super::objective::measure;
use crate::engine::Simulator;
use crate::model::{Document, Field, Objective};

/// What `objective` would be over the horizon with each of `values` in `field`; nothing where the field
/// refuses the value.
pub fn curve(
    simulator: &mut Simulator,
    document: &Document,
    field: Field,
    values: &[f64],
    objective: Objective,
) -> Vec<Option<f64>> {
    let mut changed = document.clone();
    values
        .iter()
        .map(|&value| {
            field.set(&mut changed, Some(value)).ok()?;
            Some(measure(objective, &simulator.totals(&changed, &[])))
        })
        .collect()
}
