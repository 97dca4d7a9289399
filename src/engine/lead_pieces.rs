//! A channel's leads by the lever that added them: later ones can be dearer and poorer.

use libm::pow;

use super::timing::factor_in;
use crate::model::{Change, Channel, Lever, Number};

/// A channel's leads between two multiples of its baseline volume.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// The smaller multiple.
    pub from: f64,
    /// The larger one.
    pub to: f64,
    /// What the lever that added them says, instead of the channel's own.
    quality: Option<f64>,
    cost_per_lead: Option<f64>,
}

/// The pieces that `levers` leave of a channel's leads in month `index`. Each lever owns the leads
/// between the factor before it and after it; one that shrinks the channel takes from the top.
#[must_use]
pub fn pieces_of(position: usize, levers: &[Lever], index: usize) -> Vec<Piece> {
    let mut pieces = vec![Piece {
        from: 0.0,
        to: 1.0,
        quality: None,
        cost_per_lead: None,
    }];
    let mut factor = 1.0;
    for lever in levers {
        let Change::Leads {
            channel,
            times,
            quality,
            cost_per_lead,
        } = lever.change
        else {
            continue;
        };
        if channel != position {
            continue;
        }
        let before = factor;
        factor *= factor_in(lever, index, times.get());
        if factor > before {
            pieces.push(Piece {
                from: before,
                to: factor,
                quality: quality.map(Number::get),
                cost_per_lead: cost_per_lead.map(Number::get),
            });
        } else {
            pieces.retain(|piece| piece.from < factor);
            for piece in &mut pieces {
                piece.to = piece.to.min(factor);
            }
        }
    }
    pieces
}

impl Piece {
    /// Only leads beyond the baseline volume get dearer and poorer.
    pub fn split_at_baseline(self) -> impl Iterator<Item = Self> {
        let below = Self {
            to: self.to.min(1.0),
            ..self
        };
        let beyond = Self {
            from: self.from.max(1.0),
            ..self
        };
        [below, beyond]
            .into_iter()
            .filter(|part| part.to > part.from)
    }

    fn is_beyond_baseline(self) -> bool {
        self.from >= 1.0
    }

    /// The quality of its leads: the lever's, else the channel's with its elasticity.
    #[must_use]
    pub fn quality_of(self, channel: &Channel) -> f64 {
        let fall = channel.quality_elasticity.get();
        self.quality.unwrap_or_else(|| {
            if self.is_beyond_baseline() && fall > 0.0 {
                channel.quality.get() * self.mean_power(-fall)
            } else {
                channel.quality.get()
            }
        })
    }

    /// The price of one of its leads: the lever's, else the channel's with its elasticity.
    #[must_use]
    pub fn price_of(self, channel: &Channel) -> f64 {
        let rise = channel.price_elasticity.get();
        let price = channel.cost_per_lead.get();
        self.cost_per_lead.unwrap_or_else(|| {
            if self.is_beyond_baseline() && rise > 0.0 && price > 0.0 {
                price * self.mean_power(rise)
            } else {
                price
            }
        })
    }

    /// Mean of k^exponent over the piece, exponent above −1.
    fn mean_power(self, exponent: f64) -> f64 {
        let raised = exponent + 1.0;
        (pow(self.to, raised) - pow(self.from, raised)) / (raised * (self.to - self.from))
    }
}
