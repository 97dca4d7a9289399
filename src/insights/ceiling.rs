//! How many leads the pipeline can take before a stage is full.

use crate::engine::arrivals::steady_daily;
use crate::model::{Document, Number};

/// A stage that takes exactly what arrives counts as full.
const TOLERANCE: f64 = 1e-9;

/// The most leads a month before the first stage is full.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ceiling {
    /// The stage that is full first, counted from 0.
    pub stage: usize,
    /// The leads a month that fill it.
    pub leads_per_month: f64,
    /// Once it is widened: the stage that is full next, and the leads a month that fill that one.
    pub next: Option<(usize, f64)>,
}

/// The ceiling of the pipeline as it is; none where no stage that leads get to has a limit.
///
/// A stage is full at its capacity ÷ the conversions before it, the first of them weighted by the
/// channels' leads and their quality. Growth, seasons and waiting are left out.
#[must_use]
pub fn ceiling(document: &Document) -> Option<Ceiling> {
    let mut ceilings: Vec<(usize, f64)> = limited_stages(document)
        .filter(|limited| limited.reaching > 0.0)
        .map(|limited| (limited.stage, limited.capacity / limited.reaching))
        .collect();
    // A stable sort, so that ties stay in the order of the pipeline.
    ceilings.sort_by(|left, right| left.1.total_cmp(&right.1));
    let mut ceilings = ceilings.into_iter();
    let (stage, leads_per_month) = ceilings.next()?;
    Some(Ceiling {
        stage,
        leads_per_month,
        next: ceilings.next(),
    })
}

/// The stages that the leads of month 0 fill, seasons left out, in the order of the pipeline. What a
/// full stage lets through is all that the later ones get.
#[must_use]
pub fn full_stages(document: &Document) -> Vec<usize> {
    let leads: f64 = document
        .channels
        .iter()
        .map(|channel| channel.leads_per_month.middle())
        .sum();
    let mut leads_let_through = leads;
    let mut full = Vec::new();
    for limited in limited_stages(document) {
        let arriving = leads_let_through * limited.reaching;
        if arriving > 0.0 && arriving >= limited.capacity * (1.0 - TOLERANCE) {
            full.push(limited.stage);
            leads_let_through = limited.capacity / limited.reaching;
        }
    }
    full
}

struct LimitedStage {
    stage: usize,
    capacity: f64,
    /// The share of leads that gets here.
    reaching: f64,
}

fn limited_stages(document: &Document) -> impl Iterator<Item = LimitedStage> {
    let shares = shares_reaching(document);
    document
        .stages
        .iter()
        .zip(shares)
        .enumerate()
        .filter_map(|(stage, (parameters, reaching))| {
            parameters
                .capacity_per_month
                .map(Number::get)
                .map(|capacity| LimitedStage {
                    stage,
                    capacity,
                    reaching,
                })
        })
}

/// The share of leads that gets to each stage, limits and waiting left out.
#[must_use]
pub fn shares_reaching(document: &Document) -> Vec<f64> {
    let leads = steady_daily(document);
    let mut reaching = 1.0;
    let mut shares = Vec::with_capacity(document.stages.len());
    for (position, stage) in document.stages.iter().enumerate() {
        shares.push(reaching);
        let conversion = stage.conversion.middle();
        reaching *= if position == 0 {
            leads.first_conversion(conversion)
        } else {
            conversion
        };
    }
    shares
}
