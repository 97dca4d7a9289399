//! What a shorter piece of the way to the first cash brings.

use super::comparison::NOTHING;
use super::objective::gained;
use super::time_to_revenue::{Piece, PieceDays, pieces};
use crate::engine::{ExpectedRun, MonthReport, Simulator};
use crate::model::{Document, Field, StageField};

/// A piece that is shorter from the first day on; what is under way by then takes as long as before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShorterPiece {
    /// The piece.
    pub piece: Piece,
    /// Its mean days as it is.
    pub from_days: f64,
    /// Its mean days shortened. Onboarding, delivery and payment take whole days: the nearest, a day less at least.
    pub to_days: f64,
    /// The limit, in units a month, that shortens a wait; none for other pieces.
    pub capacity: Option<f64>,
    /// Days less from first contact to first cash, mean.
    pub days: f64,
    /// Cash more over the horizon.
    pub cash: f64,
    /// Deals won more over the horizon.
    pub won: f64,
    /// The first month, counted from 0, at whose end the cash so far is ahead and stays ahead to the end of the
    /// horizon. None where it never is.
    pub ahead_since: Option<usize>,
}

impl ShorterPiece {
    /// `piece` of `before`, whose run is `run`, as it is in `after`.
    pub(super) fn of(
        simulator: &mut Simulator,
        before: &Document,
        run: &ExpectedRun,
        piece: PieceDays,
        after: &Document,
    ) -> Self {
        let flows = simulator.changed(before, after, None);
        let shorter = flows.report(after, &[]);
        let mut shortened = pieces(after, &flows).into_iter();
        let shortened = shortened.find(|other| other.piece == piece.piece);
        let (now, then) = (&run.totals, &shorter.totals);
        let before_days = run.metrics.time_to_revenue_days;
        let then_days = shorter.metrics.time_to_revenue_days;
        let is_wait = matches!(piece.piece, Piece::Waiting(_));
        Self {
            piece: piece.piece,
            from_days: piece.days,
            to_days: shortened.map_or(piece.days, |piece| piece.days),
            capacity: is_wait.then(|| piece.piece.field().get(after)).flatten(),
            days: gained(before_days, then_days, before_days),
            cash: gained(then.cash, now.cash, now.cash),
            won: gained(then.won, now.won, now.won),
            ahead_since: ahead_since(&run.months, &shorter.months),
        }
    }
}

/// The first month at whose end the cash so far of `after` is ahead of that of `before` for good. Ahead is who has
/// more by a billionth of all cash: less is rounding.
fn ahead_since(before: &[MonthReport], after: &[MonthReport]) -> Option<usize> {
    let all: f64 = before.iter().map(|month| month.cash).sum();
    let (mut lead, mut since) = (0.0, None);
    for (month, (before, after)) in before.iter().zip(after).enumerate() {
        lead += after.cash - before.cash;
        since = if lead > NOTHING * all {
            since.or(Some(month))
        } else {
            None
        };
    }
    since
}

/// The document with a piece that takes a share `by` less; none where that piece cannot get shorter.
pub(super) fn shortened(document: &Document, piece: PieceDays, by: f64) -> Option<Document> {
    let field = piece.piece.field();
    let days = if field.limits().whole {
        less_whole_days(piece.days, by)?
    } else {
        piece.days * (1.0 - by)
    };
    let mut shorter = document.clone();
    field.set(&mut shorter, Some(days)).ok()?;
    Some(shorter)
}

/// The same for any piece, a search for the limit of a wait included.
pub(super) fn shorten_at_once(
    simulator: &mut Simulator,
    document: &Document,
    piece: PieceDays,
    by: f64,
) -> Option<Document> {
    let Piece::Waiting(stage) = piece.piece else {
        return shortened(document, piece, by);
    };
    let mut search = CapacitySearch::new(document, stage, piece.days * (1.0 - by));
    loop {
        if let Some(found) = search.step(simulator, document) {
            return found;
        }
    }
}

/// Whole days less a share of them: the nearest whole number, at least a day less. None where there is no day or no
/// share to take.
pub(super) fn less_whole_days(days: f64, share: f64) -> Option<f64> {
    let less = libm::floor(days * (1.0 - share) + 0.5);
    (days >= 1.0 && share > 0.0).then(|| less.min(days - 1.0))
}

/// Steps up in which the limit is raised until the wait is short enough, each time to twice as much.
const MOST_DOUBLINGS: u32 = 40;
/// The limit is found to this share of itself.
const EXACT: f64 = 1e-6;

/// Searches for the least limit of a stage, in units a month, at which its mean wait is `target` days.
///
/// A larger limit never makes a line longer, so the wait falls with it: raised until it is short enough, then
/// halved in on.
#[derive(Clone, Debug)]
pub(super) struct CapacitySearch {
    stage: usize,
    target: f64,
    /// Too little.
    low: f64,
    /// Enough, once it is found.
    high: Option<f64>,
    doublings: u32,
}

impl CapacitySearch {
    /// From the limit that `document` has.
    pub(super) fn new(document: &Document, stage: usize, target: f64) -> Self {
        let field = Field::Stage(stage, StageField::CapacityPerMonth);
        Self {
            stage,
            target,
            low: field.get(document).unwrap_or_default(),
            high: None,
            doublings: 0,
        }
    }

    /// One run. The document with that limit, or none where no limit shortens the wait; nothing yet while the
    /// search goes on.
    pub(super) fn step(
        &mut self,
        simulator: &mut Simulator,
        document: &Document,
    ) -> Option<Option<Document>> {
        let tried = match self.high {
            Some(high) if high - self.low <= EXACT * high => {
                return Some(self.with(document, high));
            }
            Some(high) => self.low + (high - self.low) / 2.0,
            None if self.doublings == MOST_DOUBLINGS => return Some(None),
            None => (self.low * 2.0).max(1.0),
        };
        let Some(wider) = self.with(document, tried) else {
            return Some(None);
        };
        let flows = simulator.changed(document, &wider, None);
        let stage = flows.stages.get(self.stage);
        self.doublings += 1;
        if stage.is_none_or(|stage| stage.mean_wait() <= self.target) {
            self.high = Some(tried);
        } else {
            self.low = tried;
        }
        None
    }

    fn with(&self, document: &Document, limit: f64) -> Option<Document> {
        let mut wider = document.clone();
        let field = Field::Stage(self.stage, StageField::CapacityPerMonth);
        field.set(&mut wider, Some(limit)).ok()?;
        Some(wider)
    }
}
