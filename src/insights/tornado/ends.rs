//! Which inputs are moved, and how far.

use super::TornadoStep;
use crate::insights::band;
use crate::model::ChannelField::{PriceElasticity, QualityElasticity};
use crate::model::{DealField, Document, Field, Opening, Spread, StageField};

/// The relative step where none is chosen.
pub const DEFAULT_STEP: f64 = 0.1;
/// Steps are kept within these, so that the low end is neither the input itself nor nothing.
const SMALLEST_STEP: f64 = 1e-6;
const LARGEST_STEP: f64 = 0.9;
/// What arithmetic may leave between two steps that are equal on paper.
const ROUNDING: f64 = 1e-9;

fn clamped(step: f64) -> f64 {
    if step.is_nan() {
        DEFAULT_STEP
    } else {
        step.clamp(SMALLEST_STEP, LARGEST_STEP)
    }
}

/// The ends of the field's bar; none where they are the same.
pub(super) fn ends(field: Field, document: &Document, step: TornadoStep) -> Option<[f64; 2]> {
    match step {
        TornadoStep::Same(step) => step_ends(field, field.get(document)?, clamped(step)),
        TornadoStep::OwnUncertainty => band(field.spread(document)?),
    }
}

/// Whether a whole number moved by another step than the one that all take.
pub(super) fn has_other_step(field: Field, input: f64, high: f64, step: TornadoStep) -> bool {
    match step {
        TornadoStep::Same(step) => {
            let asked = input * clamped(step);
            field.limits().whole && (high - input - asked).abs() > asked * ROUNDING
        }
        TornadoStep::OwnUncertainty => false,
    }
}

fn step_ends(field: Field, input: f64, step: f64) -> Option<[f64; 2]> {
    let limits = field.limits();
    let [low, high] = if is_chance(field) {
        [1.0 - step, 1.0 + step].map(|times| times_odds(input, times))
    } else {
        let distance = input.abs() * step;
        let distance = if limits.whole && distance > 0.0 {
            libm::round(distance).max(1.0)
        } else {
            distance
        };
        [input - distance, input + distance].map(|end| end.clamp(limits.min, limits.max))
    };
    (low < high).then_some([low, high])
}

/// The probability whose odds are `times` those of `chance`.
fn times_odds(chance: f64, times: f64) -> f64 {
    times * chance / (1.0 + (times - 1.0) * chance)
}

/// Whether the field is the probability of an event, and not a share of an amount.
fn is_chance(field: Field) -> bool {
    matches!(
        field,
        Field::Stage(_, StageField::Conversion) | Field::Deal(DealField::MonthlyChurn)
    )
}

/// Whether the field is one of the inputs that are moved.
pub(super) fn takes_part(field: Field, document: &Document, step: TornadoStep) -> bool {
    let is_moved = match step {
        TornadoStep::Same(_) => true,
        TornadoStep::OwnUncertainty => {
            !matches!(field.spread(document), Some(Spread::Exactly(_)) | None)
        }
    };
    is_moved && is_read(field, document)
}

/// Whether an expected run without levers reads the field.
fn is_read(field: Field, document: &Document) -> bool {
    let is_on = |stage: usize, field| Field::Stage(stage, field).get(document).is_some();
    match field {
        Field::Months
        | Field::Channel(_, PriceElasticity | QualityElasticity)
        | Field::Stage(_, StageField::Target)
        | Field::Deal(DealField::SizeVariation) => false,
        Field::Stage(_, StageField::Open) => document.opening == Opening::Counts,
        Field::Stage(
            stage,
            StageField::PatienceHalfLifeDays
            | StageField::StaleHalfLifeDays
            | StageField::DiscardAfterDays,
        ) => is_on(stage, StageField::CapacityPerMonth),
        Field::Stage(stage, StageField::StaleFloor) => {
            is_on(stage, StageField::CapacityPerMonth)
                && is_on(stage, StageField::StaleHalfLifeDays)
        }
        _ => true,
    }
}
