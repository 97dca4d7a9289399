//! Rates that cannot be meant, and targets behind the present.

use super::steady::steady_stages;
use super::{Contradiction, Note};
use crate::model::{Document, Field, Number, StageField};

/// What arithmetic may leave between two numbers that are equal on paper.
const ROUNDING: f64 = 1e-9;

/// Stages that all advance everyone, or one that advances nobody.
pub fn rates(document: &Document) -> Vec<Note> {
    let field = |stage| Field::Stage(stage, StageField::Conversion);
    // With the quality of the leads, which may lose some at the first stage.
    let steady = steady_stages(document, 1.0);
    if steady
        .iter()
        .all(|stage| stage.conversion >= 1.0 - ROUNDING)
    {
        return vec![Note {
            contradiction: Contradiction::NothingIsLost,
            check: (0..document.stages.len()).map(field).collect(),
        }];
    }
    let stages = document.stages.iter().enumerate();
    stages
        .filter(|(_, stage)| stage.conversion.middle() <= 0.0)
        .map(|(stage, _)| Note {
            contradiction: Contradiction::NothingAdvances { stage },
            check: vec![field(stage)],
        })
        .collect()
}

/// Targets below the present conversion. One that is met exactly is fine.
pub fn targets(document: &Document) -> Vec<Note> {
    let stages = document.stages.iter().enumerate();
    stages
        .filter_map(|(stage, parameters)| {
            let target = parameters.target.map(Number::get)?;
            let conversion = parameters.conversion.middle();
            (target < conversion * (1.0 - ROUNDING)).then(|| Note {
                contradiction: Contradiction::TargetBelowConversion {
                    stage,
                    target,
                    conversion,
                },
                check: [StageField::Target, StageField::Conversion]
                    .map(|field| Field::Stage(stage, field))
                    .into(),
            })
        })
        .collect()
}
