//! Which scenarios are left out where they are compared.

use super::document::MOST_SCENARIOS;
use super::number::Number;
use super::number::kinds::LeftOut;
use super::plan_field::PlanField;
use super::shift::Shift;
use super::view::View;

/// Most scenarios that are compared at once, beside the pipeline as it is.
pub const MOST_COMPARED: usize = 5;

impl View {
    /// Whether the scenario at a place, counted from 0, is left out of the comparison.
    #[must_use]
    pub fn leaves_out(&self, place: usize) -> bool {
        place < MOST_SCENARIOS && self.left_out() >> place & 1 == 1
    }

    /// Leaves the scenario at a place out, or takes it in again.
    pub fn leave_out(&mut self, place: usize, is_left_out: bool) {
        if place < MOST_SCENARIOS {
            let bits = self.left_out() & !(1 << place) | u32::from(is_left_out) << place;
            // A view that leaves nothing out says nothing of it.
            let number = (bits != 0).then_some(f64::from(bits));
            self.plans.set(PlanField::LeftOut, number);
        }
    }

    /// The scenarios that are compared, by their places: of so many the first that are not left out.
    #[must_use]
    pub fn compared(&self, scenarios: usize) -> Vec<usize> {
        let places = (0..scenarios).filter(|place| !self.leaves_out(*place));
        places.take(MOST_COMPARED).collect()
    }

    /// Compares these of so many scenarios and no others.
    pub(super) fn compare_only(&mut self, chosen: &[usize], scenarios: usize) {
        for place in 0..MOST_SCENARIOS {
            self.leave_out(place, place < scenarios && !chosen.contains(&place));
        }
    }

    /// Keeps the scenarios left out through an edit of their order; one that goes is gone.
    pub(super) fn follow_scenarios(&mut self, shift: Shift) {
        let left_out = (0..MOST_SCENARIOS).filter(|place| self.leaves_out(*place));
        let left_out: Vec<usize> = left_out.filter_map(|place| shift.follow(place)).collect();
        for place in 0..MOST_SCENARIOS {
            self.leave_out(place, left_out.contains(&place));
        }
    }

    /// A bit for each place.
    fn left_out(&self) -> u32 {
        let number = self.plans.get(PlanField::LeftOut);
        Number::<LeftOut>::nearest(number.unwrap_or_default()).whole()
    }
}
