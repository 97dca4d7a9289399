//! From first contact to first cash, in pieces, and which piece to shorten first.

use super::cycle::CycleDistribution;
use super::shorter_piece::ShorterPiece;
use crate::engine::{Flows, count};
use crate::model::{Billing, DealField, Document, Field, StageField};

/// Pieces are shortened by this share where the visitor has not said by how much.
pub const DEFAULT_SHORTER: f64 = 0.2;
/// Gains in cash closer to each other than this share of the larger one are a tie.
const TIE: f64 = 0.01;

/// A piece of the way from first contact to first cash. Stages are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// The wait for a stage that has a limit.
    Waiting(usize),
    /// The days of a stage.
    Stage(usize),
    /// From won to the first invoice.
    Onboarding,
    /// From the first invoice to the second, where nothing is on the first.
    Delivery,
    /// From the invoice to its cash.
    Payment,
}

impl Piece {
    /// The number of the document that the piece goes with: what it takes, or for a wait the limit that makes it.
    #[must_use]
    pub fn field(self) -> Field {
        match self {
            Self::Waiting(stage) => Field::Stage(stage, StageField::CapacityPerMonth),
            Self::Stage(stage) => Field::Stage(stage, StageField::DaysMean),
            Self::Onboarding => Field::Deal(DealField::OnboardingDays),
            Self::Delivery => Field::Deal(DealField::DeliveryDays),
            Self::Payment => Field::Deal(DealField::PaymentDays),
        }
    }
}

/// What a piece takes on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PieceDays {
    /// The piece.
    pub piece: Piece,
    /// Its mean days; they add up to the time to revenue.
    pub days: f64,
}

/// The way from first contact to first cash.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeToRevenue {
    /// The pieces in their order: waits only where a stage has a limit, delivery only where nothing is invoiced
    /// up front.
    pub pieces: Vec<PieceDays>,
    /// Mean days from first contact to first cash: the sum of the pieces.
    pub mean_days: f64,
    /// The days from first contact to won, all of them.
    pub cycle: CycleDistribution,
    /// Whole days from won to first cash: onboarding, delivery where it counts, payment.
    pub days_from_win: usize,
    /// The share by which pieces are shortened, 0 to 1.
    pub shortened_by: f64,
    /// Each piece that takes time, shortened by that share: most cash first, ties in the order of the way.
    pub shorter: Vec<ShorterPiece>,
}

impl TimeToRevenue {
    /// The days within which `share` (0 to 1) of the won units have brought their first cash. None where it takes
    /// longer than [ten years](CycleDistribution::LONGEST_DAYS) to win them.
    #[must_use]
    pub fn days_for(&self, share: f64) -> Option<usize> {
        let won_in = self.cycle.days_for(share)?;
        Some(won_in + self.days_from_win)
    }

    /// The mean of the won units alone, in days. The [mean](Self::mean_days) counts whoever waits, also in vain, and
    /// so is longer where a line grows or goes cold.
    #[must_use]
    pub fn mean_days_of_won(&self) -> f64 {
        self.cycle.mean() + count(self.days_from_win)
    }

    /// The piece that takes longest; the first of those that take the same. None where nothing takes any time.
    #[must_use]
    pub fn longest(&self) -> Option<PieceDays> {
        let mut longest: Option<PieceDays> = None;
        for piece in &self.pieces {
            if piece.days > longest.map_or(0.0, |longest| longest.days) {
                longest = Some(*piece);
            }
        }
        longest
    }

    /// The pieces to shorten first: the one that brings most cash, and those that bring the same within 1 %.
    /// Nothing where no piece brings any.
    #[must_use]
    pub fn first(&self) -> &[ShorterPiece] {
        let most = self.shorter.first().map_or(0.0, |piece| piece.cash);
        let ties = self.shorter.iter();
        let brings = |piece: &&ShorterPiece| piece.ahead_since.is_some();
        let ties = ties
            .take_while(|piece| most - piece.cash < TIE * most && brings(piece))
            .count();
        self.shorter.get(..ties).unwrap_or_default()
    }
}

/// The pieces of a run's way, by the last month's parameters.
pub(super) fn pieces(document: &Document, flows: &Flows) -> Vec<PieceDays> {
    let mut pieces = Vec::new();
    for (stage, flow) in flows.stages.iter().enumerate() {
        if flow.input.plan.is_limited() {
            pieces.push(PieceDays {
                piece: Piece::Waiting(stage),
                days: flow.mean_wait(),
            });
        }
        pieces.push(PieceDays {
            piece: Piece::Stage(stage),
            days: flow.mean_days(),
        });
    }
    pieces.extend(after_win(document));
    pieces
}

/// The pieces from won to first cash.
pub(super) fn after_win(document: &Document) -> Vec<PieceDays> {
    let nothing_upfront = match document.deal.billing {
        Billing::OneOff(one_off) => one_off.upfront_share.get() == 0.0,
        Billing::Recurring(_) => false,
    };
    let delivery = nothing_upfront.then_some(Piece::Delivery);
    [Some(Piece::Onboarding), delivery, Some(Piece::Payment)]
        .into_iter()
        .flatten()
        .map(|piece| PieceDays {
            piece,
            days: piece.field().get(document).unwrap_or_default(),
        })
        .collect()
}
