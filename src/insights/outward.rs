//! Where something changes, on the way from a present value to an end of its range.

/// A crossing is narrowed down to this share of its value.
const PRECISION: f64 = 1e-6;
/// Halvings at most: for safety only.
const MOST_HALVINGS: u32 = 100;

/// Goes outward over a grid to the first value at which something holds, then halves between that value and
/// the one before it. What holds only between two neighbours of the grid is not seen.
#[derive(Clone, Debug)]
pub(super) struct Outward<T> {
    grid: std::vec::IntoIter<f64>,
    inside: f64,
    outside: Option<(f64, T)>,
    /// Narrower than [`PRECISION`] of this is narrow enough, also near 0.
    floor: f64,
    halvings: u32,
}

impl<T: Copy> Outward<T> {
    /// From `present`, where it does not hold, over the `grid`, nearest value first.
    pub(super) fn new(present: f64, grid: Vec<f64>, floor: f64) -> Self {
        Self {
            grid: grid.into_iter(),
            inside: present,
            outside: None,
            floor,
            halvings: 0,
        }
    }

    /// The value to try next; none once the search is over.
    pub(super) fn next_value(&mut self) -> Option<f64> {
        let Some((outside, _)) = self.outside else {
            return self.grid.next();
        };
        let width = (outside - self.inside).abs();
        let is_narrow = width <= PRECISION * outside.abs().max(self.floor);
        let wanted = !is_narrow && self.halvings < MOST_HALVINGS;
        wanted.then(|| f64::midpoint(self.inside, outside))
    }

    /// What holds at a value that was to be tried; nothing where it is as it is now.
    pub(super) fn tell(&mut self, value: f64, holds: Option<T>) {
        if self.outside.is_some() {
            self.halvings += 1;
        }
        match holds {
            Some(what) => self.outside = Some((value, what)),
            None => self.inside = value,
        }
    }

    /// The nearest value found at which something holds, and what.
    pub(super) fn found(&self) -> Option<(f64, T)> {
        self.outside
    }
}

/// `steps` values from `from`, left out, to `to`, each the same multiple of the one before. Both are above 0.
pub(super) fn geometric(from: f64, to: f64, steps: usize) -> Vec<f64> {
    let ratio = libm::log(to / from);
    spread(steps, |share| from * libm::exp(ratio * share), to)
}

/// `steps` values from `from`, left out, to `to`, evenly.
pub(super) fn even(from: f64, to: f64, steps: usize) -> Vec<f64> {
    spread(steps, |share| from + (to - from) * share, to)
}

/// `steps` values of shares from 0, left out, to 1, at which it is exactly `last`.
fn spread(steps: usize, value: impl Fn(f64) -> f64, last: f64) -> Vec<f64> {
    let all = crate::engine::count(steps.max(1));
    let inner = (1..steps).map(|step| value(crate::engine::count(step) / all));
    inner.chain([last]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(present: f64, grid: Vec<f64>, holds: impl Fn(f64) -> bool) -> Option<f64> {
        let mut outward = Outward::new(present, grid, 0.0);
        while let Some(value) = outward.next_value() {
            outward.tell(value, holds(value).then_some(()));
        }
        outward.found().map(|(value, ())| value)
    }

    #[test]
    fn the_nearest_crossing_is_found_on_its_far_side() {
        let found = search(1.0, geometric(1.0, 1000.0, 12), |value| value >= 300.0);
        let found = found.expect("a crossing");
        assert!((300.0..300.001).contains(&found), "{found}");
        let found = search(10.0, even(10.0, 0.0, 16), |value| value <= 1.0);
        let found = found.expect("a crossing");
        assert!(found <= 1.0 && found > 0.999, "{found}");
    }

    #[test]
    fn what_never_holds_is_not_found() {
        assert_eq!(search(1.0, even(1.0, 2.0, 16), |_| false), None);
        assert_eq!(search(1.0, Vec::new(), |_| true), None);
    }

    #[test]
    fn a_crossing_at_zero_ends() {
        assert_eq!(search(1.0, vec![0.0], |value| value == 0.0), Some(0.0));
    }

    #[test]
    fn grids_end_at_their_end() {
        assert_eq!(even(0.0, 1.0, 4), [0.25, 0.5, 0.75, 1.0]);
        let grid = geometric(1.0, 8.0, 3);
        assert_eq!(grid.last(), Some(&8.0));
        assert!((grid[0] - 2.0).abs() < 1e-12 && (grid[1] - 4.0).abs() < 1e-12);
    }
}
