//! The runs that find the time to revenue.

use super::comparison::NOTHING;
use super::cycle::CycleDistribution;
use super::question::Question;
use super::shorter_piece::{CapacitySearch, ShorterPiece, shortened};
use super::time_to_revenue::{DEFAULT_SHORTER, Piece, PieceDays, TimeToRevenue, after_win, pieces};
use crate::engine::deal_plan::whole;
use crate::engine::{ExpectedRun, Flows, Simulator};
use crate::model::{Document, PlanField, Plans};

/// Finds the way and its distribution, a stage a step, then what each piece brings shortened, a piece a step.
#[derive(Debug)]
pub struct TimeToRevenueRuns {
    document: Document,
    by: f64,
    run: Option<(Flows, ExpectedRun)>,
    stages: usize,
    cycle: CycleDistribution,
    pieces: Vec<PieceDays>,
    tried: usize,
    search: Option<CapacitySearch>,
    shorter: Vec<ShorterPiece>,
}

impl TimeToRevenueRuns {
    /// Of the baseline of `document`, each piece shortened `by` that share, 0 to 1.
    #[must_use]
    pub fn new(document: &Document, by: f64) -> Self {
        Self {
            document: document.clone(),
            by,
            run: None,
            stages: 0,
            cycle: CycleDistribution::at_once(),
            pieces: Vec::new(),
            tried: 0,
            search: None,
            shorter: Vec::new(),
        }
    }

    /// As planned, or by the [default](DEFAULT_SHORTER).
    #[must_use]
    pub fn planned(document: &Document, plans: &Plans) -> Self {
        let by = plans.get(PlanField::ShortenBy);
        Self::new(document, by.unwrap_or(DEFAULT_SHORTER))
    }

    /// One piece shortened; a wait takes a search for the capacity that shortens it, a run a step.
    fn shorten(&mut self, simulator: &mut Simulator, run: &ExpectedRun, piece: PieceDays) {
        let after = if let Piece::Waiting(stage) = piece.piece {
            let target = piece.days * (1.0 - self.by);
            let search = self
                .search
                .get_or_insert_with(|| CapacitySearch::new(&self.document, stage, target));
            let Some(found) = search.step(simulator, &self.document) else {
                return;
            };
            self.search = None;
            found
        } else {
            shortened(&self.document, piece, self.by)
        };
        self.tried += 1;
        if let Some(after) = after {
            let shorter = ShorterPiece::of(simulator, &self.document, run, piece, &after);
            self.shorter.push(shorter);
        }
    }

    fn finish(&mut self, run: &ExpectedRun) -> TimeToRevenue {
        let mut shorter = std::mem::take(&mut self.shorter);
        // A stable sort, so that ties stay in the order of the way.
        shorter.sort_by(|left, right| right.cash.total_cmp(&left.cash));
        let days = after_win(&self.document);
        let days = days.iter().map(|piece| piece.days).sum::<f64>();
        TimeToRevenue {
            pieces: std::mem::take(&mut self.pieces),
            mean_days: run.metrics.time_to_revenue_days,
            cycle: std::mem::replace(&mut self.cycle, CycleDistribution::at_once()),
            days_from_win: whole(days),
            shortened_by: self.by,
            shorter,
        }
    }
}

impl Question for TimeToRevenueRuns {
    type Answer = TimeToRevenue;

    fn step(&mut self, simulator: &mut Simulator) -> Option<TimeToRevenue> {
        let Some((flows, run)) = self.run.take() else {
            let flows = simulator.flows(&self.document, &[]);
            let run = flows.report(&self.document, &[]);
            self.pieces = pieces(&self.document, &flows);
            self.run = Some((flows, run));
            return None;
        };
        if self.stages < flows.stages.len() {
            let cycle = std::mem::replace(&mut self.cycle, CycleDistribution::at_once());
            self.cycle = cycle.then(&self.document, &flows, self.stages);
            self.stages += 1;
        } else if let Some(piece) = self.pieces.get(self.tried).copied() {
            if piece.days > NOTHING && self.by > 0.0 {
                self.shorten(simulator, &run, piece);
            } else {
                self.tried += 1;
            }
        } else {
            return Some(self.finish(&run));
        }
        self.run = Some((flows, run));
        None
    }
}
