//! Rates that were counted.

use super::{Contradiction, Note};
use crate::insights::band;
use crate::model::{Conversion, Document, Field, Spread, StageField};

/// A band whose upper end is more than this many times its lower end. The wins go with the rate, so that the
/// plan could be twice what it seems, or half. About a dozen who advanced make the band narrower.
const WIDE: f64 = 2.0;
/// So many times more may be counted at a stage than were counted to get there before it is noted: counts of
/// one period overlap the next, and not every firm counts both on the same day.
const FACTOR: f64 = 2.0;
/// A difference of fewer standard deviations may be chance.
const DEVIATIONS: f64 = 3.0;

fn counted(document: &Document) -> Vec<Option<(f64, f64)>> {
    let stages = document.stages.iter();
    stages
        .map(|stage| match stage.conversion {
            Conversion::Counted { advanced, of } => Some((advanced.get(), of.get())),
            Conversion::Rate(_) => None,
        })
        .collect()
}

/// Stages at which more were counted than advanced to them: the counts are of other times, or other units.
/// Fewer are no contradiction, since the others may be open still.
pub fn neighbours(document: &Document) -> Vec<Note> {
    let counted = counted(document);
    let pairs = counted.iter().zip(counted.iter().skip(1)).enumerate();
    pairs
        .filter_map(|(before, pair)| {
            let (Some((advanced_before, _)), Some((_, of))) = pair else {
                return None;
            };
            let chance = DEVIATIONS * libm::sqrt(advanced_before.max(1.0));
            let is_more = *of > advanced_before * FACTOR && of - advanced_before > chance;
            is_more.then(|| Note {
                contradiction: Contradiction::CountedNeighbours {
                    stage: before + 1,
                    counted: *of,
                    advanced_before: *advanced_before,
                },
                check: [before, before + 1]
                    .map(|stage| Field::Stage(stage, StageField::Conversion))
                    .into(),
            })
        })
        .collect()
}

/// Rates whose band is wide.
pub fn small_samples(document: &Document, top_leak: Option<usize>) -> Vec<Note> {
    let stages = counted(document).into_iter().enumerate();
    stages
        .filter_map(|(stage, counted)| {
            let (advanced, of) = counted?;
            let [low, high] = band(Spread::Counted { advanced, of })?;
            (high > low * WIDE).then(|| Note {
                contradiction: Contradiction::SmallSample {
                    stage,
                    advanced,
                    of,
                    low,
                    high,
                    is_top_leak: top_leak == Some(stage),
                },
                check: vec![Field::Stage(stage, StageField::Conversion)],
            })
        })
        .collect()
}
