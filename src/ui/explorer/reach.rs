//! The chance of every target that the slider can be moved to.

use super::*;
use crate::model::ViewField;
use crate::ui::charts::input_curve::Curve;

/// Points of the curve.
const POINTS: u32 = 24;

impl State {
    /// Lays what the target's slider covers: all that the trials came to, and the target.
    pub(super) fn lay_target(&mut self) {
        if self.is_moving && self.target.is_some() {
            return;
        }
        let reach = self
            .forecasted
            .as_ref()
            .map(|forecasted| &forecasted.certainty.reach);
        let target = ViewField::Target.get(self.view());
        self.target = reach.and_then(|reach| {
            let (least, most) = reach.ends()?;
            let target = target.unwrap_or(most);
            let limits = ViewField::Target.limits();
            Some(SliderRange::between(
                least.min(target),
                most.max(target),
                limits,
            ))
        });
    }

    /// The chances along the slider.
    pub(super) fn chances(&self) -> Option<Curve> {
        let reach = &self.forecasted.as_ref()?.certainty.reach;
        let range = self.target?;
        let at = |point| range.value_at(f64::from(point) / f64::from(POINTS));
        let answers = (0..=POINTS).map(|point| reach.chance(at(point))).collect();
        Some(Curve { answers })
    }

    /// The chance of the present target, at once from what the trials reached.
    pub(super) fn present_chance(&self) -> f64 {
        let counted = self
            .certainty()
            .and_then(|certainty| certainty.target_reached_in);
        let estimated = || {
            let reach = &self.forecasted.as_ref()?.certainty.reach;
            reach.chance(ViewField::Target.get(self.view())?)
        };
        counted.or_else(estimated).unwrap_or_default()
    }
}
