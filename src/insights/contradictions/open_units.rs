//! Open units against volume, rates and days.

use super::steady::{DAYS_PER_MONTH, SteadyStage, seasonal_range, steady_stages};
use super::{Contradiction, Note, leads_of_all_channels};
use crate::model::{Document, Field, Opening, StageField};

/// Open units may be this many times what Little's law says, or as many times fewer. The law is exact only
/// over a long time in a steady pipeline; over a window of months, with volumes, rates and days that are
/// rounded and a definition of "open" that varies from firm to firm, a third more or less is usual. Twice or
/// half cannot be rounded away: one of the numbers means something else than it seems.
const FACTOR: f64 = 2.0;
/// A difference of fewer standard deviations may be chance: open units of a steady pipeline are Poisson.
const DEVIATIONS: f64 = 3.0;

/// Units a month and days below this are none.
const NEXT_TO_NOTHING: f64 = 1e-12;

/// One note a stage at most: against its neighbour where that one goes with the leads, else against the leads.
///
/// Read with "counts" only; when nothing is counted anywhere, nothing was entered yet.
pub fn open_units(document: &Document) -> Vec<Note> {
    let open: Vec<f64> = document
        .stages
        .iter()
        .map(|stage| stage.open.get())
        .collect();
    if document.opening != Opening::Counts || open.iter().all(|open| *open == 0.0) {
        return Vec::new();
    }
    let [quiet, busy] = seasonal_range(document).map(|times| steady_stages(document, times));
    let mut notes = Vec::new();
    let mut before = None;
    for (stage, steady) in steady_stages(document, 1.0).into_iter().enumerate() {
        let open = open.get(stage).copied().unwrap_or_default();
        let in_work = |stages: &[SteadyStage]| stages.get(stage).map_or(0.0, SteadyStage::in_work);
        // Those who wait may be counted as open too.
        let most = if steady.is_overloaded() {
            f64::MAX
        } else {
            in_work(&busy)
        };
        let is_off_leads = is_off(open, [in_work(&quiet), most], 0.0);
        let neighbours = before.and_then(|before| against_neighbour(stage, (open, steady), before));
        if neighbours.is_none() && is_off_leads {
            notes.push(against_leads(document, stage, open, steady));
        }
        notes.extend(neighbours);
        before = (!is_off_leads).then_some((open, steady));
    }
    notes
}

/// Whether `open` lies further outside of a range than tolerance and chance allow; `noise` is the variance
/// of the range itself.
fn is_off(open: f64, [low, high]: [f64; 2], noise: f64) -> bool {
    let beyond = |expected: f64| {
        (open - expected).abs() > DEVIATIONS * libm::sqrt(expected.max(1.0) + noise)
    };
    (open > high * FACTOR && beyond(high)) || (open < low / FACTOR && beyond(low))
}

fn against_leads(document: &Document, stage: usize, open: f64, steady: SteadyStage) -> Note {
    let SteadyStage {
        started, mean_days, ..
    } = steady;
    let mut check = vec![
        Field::Stage(stage, StageField::Open),
        Field::Stage(stage, StageField::DaysMean),
    ];
    match stage.checked_sub(1) {
        Some(before) => check.push(Field::Stage(before, StageField::Conversion)),
        None => check.extend(leads_of_all_channels(document)),
    }
    Note {
        contradiction: Contradiction::OpenUnits {
            stage,
            open,
            expected: steady.in_work(),
            implied_per_month: ratio(open, mean_days).map(|a_day| a_day * DAYS_PER_MONTH),
            implied_days: ratio(open, started).map(|months| months * DAYS_PER_MONTH),
        },
        check,
    }
}

/// The open units of a stage against those of the stage before, whatever the leads.
fn against_neighbour(
    stage: usize,
    (open, steady): (f64, SteadyStage),
    (open_before, before): (f64, SteadyStage),
) -> Option<Note> {
    let has_line = steady.is_overloaded() || before.is_overloaded();
    if open_before <= 0.0 || steady.mean_days <= 0.0 || has_line {
        return None;
    }
    let of_all = ratio(open_before, before.mean_days)? * steady.mean_days;
    let expected = of_all * before.conversion;
    // The units before are chance as well, by as large a share as theirs.
    let noise = expected * expected / open_before;
    let note = Note {
        contradiction: Contradiction::OpenNeighbours {
            stage,
            open,
            open_before,
            expected,
            conversion: before.conversion,
            implied_conversion: ratio(open, of_all).filter(|conversion| *conversion <= 1.0),
        },
        check: vec![
            Field::Stage(stage.checked_sub(1)?, StageField::Conversion),
            Field::Stage(stage, StageField::Open),
            Field::Stage(stage, StageField::DaysMean),
        ],
    };
    is_off(open, [expected, expected], noise).then_some(note)
}

/// None where there is next to nothing to divide by.
fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > NEXT_TO_NOTHING).then(|| part / whole)
}
