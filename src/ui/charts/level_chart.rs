//! A curve against a level line, with its axes: where the two meet is the answer.

use yew::prelude::*;

use crate::i18n::compact;
use crate::model::Objective;
use crate::plot::{Linear, coordinate, polyline};
use crate::ui::words::Words;

/// Round values on each axis, about.
const TICKS: u32 = 4;

/// The picture.
pub(in crate::ui) struct LevelChart {
    pub words: Words,
    pub objective: Objective,
    /// Across and up.
    pub points: Vec<(f64, f64)>,
    pub level: f64,
    pub level_name: &'static str,
    /// The point that the visitor has chosen.
    pub chosen: (f64, f64),
    /// What the picture says, for those who do not see it.
    pub label: String,
}

impl LevelChart {
    pub(in crate::ui) fn view(&self) -> Html {
        let (across, up) = self.scales();
        let place = |(x, y): (f64, f64)| (across.place(x), up.place(y));
        let line = polyline(self.points.iter().copied().map(place));
        let level = coordinate(up.place(self.level));
        let chosen = place(self.chosen);
        let ticks = up.ticks(TICKS);
        let grid: String = ticks
            .iter()
            .map(|value| format!("M0 {}H100", coordinate(up.place(*value))))
            .collect();
        let values = ticks.iter().map(|value| {
            let y = percent(coordinate(up.place(*value)));
            let text = self.words.short_objective(self.objective, *value);
            html! { <text key={y.clone()} x="100%" {y} dy="0.35em" text-anchor="end">{ text }</text> }
        });
        let names = across.ticks(TICKS).into_iter().map(|value| {
            let x = coordinate(across.place(value));
            let anchor = if x > 90.0 { "end" } else if x < 10.0 { "start" } else { "middle" };
            let text = compact(self.words.locale, value);
            html! { <text key={x.to_string()} x={percent(x)} y="1em" text-anchor={anchor}>{ text }</text> }
        });
        html! {
            <div class="fan" role="img" aria-label={self.label.clone()}>
                <svg class="fan-values" aria-hidden="true">{ for values }</svg>
                <div class="level-area">
                    <svg class="fan-area" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                        <path class="fan-grid" d={grid} />
                        <path class="level-line" d={format!("M0 {level}H100")} />
                        <path class="fan-line" d={line} />
                        <path class="level-mark" d={format!("M{} {}h0.01", coordinate(chosen.0), coordinate(chosen.1))} />
                    </svg>
                    <svg class="level-name" aria-hidden="true">
                        <text x="0" y={percent(level)} dy="-0.4em">{ self.level_name }</text>
                    </svg>
                </div>
                <svg class="fan-names" aria-hidden="true">{ for names }</svg>
            </div>
        }
    }

    fn scales(&self) -> (Linear, Linear) {
        let (mut least, mut most) = (self.level, self.level);
        for (_, y) in self.points.iter().chain([&self.chosen]) {
            least = least.min(*y);
            most = most.max(*y);
        }
        let longest = self.points.iter().map(|(x, _)| *x).fold(0.0, f64::max);
        // A little room above and below, so that no line lies on an edge.
        let room = (most - least) * 0.08;
        (
            Linear::new((0.0, longest), (0.0, 100.0)),
            Linear::new((least - room, most + room), (100.0, 0.0)),
        )
    }
}

fn percent(share: f64) -> String {
    [&share.to_string(), "%"].concat()
}
