//! How many of the units that start on one day go on.

use super::binomial;
use super::random::Stream;

/// Up to this many units a day are asked one by one whether they go on.
const ONE_BY_ONE: f64 = 24.0;
/// Units of different chances are drawn as one count while that adds this share to its variance, at most.
const ADDED_VARIANCE: f64 = 0.005;

/// The starts of a day in their order; its memory is kept from one day to the next.
#[derive(Debug, Default)]
pub struct Starts {
    batches: Vec<Batch>,
}

/// Units that start on one day with the same chance to go on.
#[derive(Clone, Copy, Debug)]
struct Batch {
    units: f64,
    chance: f64,
}

impl Starts {
    /// Nobody starts.
    pub fn clear(&mut self) {
        self.batches.clear();
    }

    /// `units` more start, of which each goes on with `chance`.
    pub fn add(&mut self, units: f64, chance: f64) {
        match self.batches.last_mut() {
            Some(last) if last.chance == chance => last.units += units,
            _ => self.batches.push(Batch { units, chance }),
        }
    }

    /// How many of them go on.
    ///
    /// Few are asked one by one, so that the unit in one place of the day's order has the same luck whoever it
    /// is. Of many a binomial count is drawn with the mean chance of them all, as far as chances are alike: were
    /// each batch drawn by itself, a line that is a little longer, so that one batch has some starts more and
    /// the next one fewer, would have other luck. The mean stays; the variance, Σn·p(1 − p), becomes
    /// Σn·p̄(1 − p̄), which is Σn·(p − p̄)² more, and a range of r in the chances adds r²/4 a unit at most.
    #[must_use]
    pub fn going_on(&self, mut stream: Stream) -> f64 {
        let total: f64 = self.batches.iter().map(|batch| batch.units).sum();
        if total <= ONE_BY_ONE {
            let batches = self.batches.iter();
            return batches.map(|batch| batch.one_by_one(&mut stream)).sum();
        }
        let mut going_on = 0.0;
        let mut alike = Alike::default();
        for batch in &self.batches {
            if !alike.takes(batch) {
                going_on += alike.draw(&mut stream);
                alike = Alike::default();
            }
            alike.take(batch);
        }
        going_on + alike.draw(&mut stream)
    }
}

impl Batch {
    fn one_by_one(&self, stream: &mut Stream) -> f64 {
        let mut going_on = 0.0;
        let mut left = self.units;
        while left > 0.0 {
            // Added as 0 or 1: a branch here would be guessed wrong every other time.
            let goes_on = stream.uniform() < self.chance;
            going_on += f64::from(u8::from(goes_on));
            left -= 1.0;
        }
        going_on
    }
}

/// Batches whose chances are nearly the same.
#[derive(Clone, Copy, Debug, Default)]
struct Alike {
    units: f64,
    /// Units × chance.
    expected: f64,
    least: f64,
    most: f64,
}

impl Alike {
    fn takes(&self, batch: &Batch) -> bool {
        if self.units <= 0.0 {
            return true;
        }
        let range = self.most.max(batch.chance) - self.least.min(batch.chance);
        let units = self.units + batch.units;
        let mean = (self.expected + batch.units * batch.chance) / units;
        range * range <= 4.0 * ADDED_VARIANCE * mean * (1.0 - mean)
    }

    fn take(&mut self, batch: &Batch) {
        let is_first = self.units <= 0.0;
        self.least = if is_first {
            batch.chance
        } else {
            self.least.min(batch.chance)
        };
        self.most = self.most.max(batch.chance);
        self.units += batch.units;
        self.expected += batch.units * batch.chance;
    }

    fn draw(self, stream: &mut Stream) -> f64 {
        if self.units <= 0.0 {
            return 0.0;
        }
        let chance = (self.expected / self.units).min(1.0);
        binomial::quantile(self.units, chance, stream.uniform())
    }
}
