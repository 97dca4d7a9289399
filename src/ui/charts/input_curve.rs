//! The curve of the answer over an input's range, with a mark at the present value.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::arguments::rows;
use crate::i18n::percent;
use crate::model::Objective;
use crate::plot::{Size, coordinate_text, sparkline};
use crate::ui::words::Words;

/// The curve's drawing area.
const AREA: Size = Size {
    width: 100.0,
    height: 24.0,
};

/// The answers over an input's range.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Curve {
    /// The answers, evenly over the input's range.
    pub answers: Rc<[Option<f64>]>,
}

impl PartialEq for Curve {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answers, &other.answers)
    }
}

/// What a curve shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum Shown {
    /// The objective over the horizon.
    Objective(Objective),
    /// A chance of this name, 0 to 1.
    Chance(&'static str),
}

impl Default for Shown {
    fn default() -> Self {
        Self::Objective(Objective::default())
    }
}

impl Shown {
    fn name(self, words: Words) -> &'static str {
        match self {
            Self::Objective(objective) => words.objective_name(objective),
            Self::Chance(name) => name,
        }
    }

    /// What the curve's scale goes up to: all objectives share one, and so do all chances.
    fn scale(self, present: f64) -> f64 {
        match self {
            Self::Objective(_) => 2.0 * present,
            Self::Chance(_) => 1.0,
        }
    }

    fn said(self, words: Words, value: f64) -> String {
        match self {
            Self::Objective(objective) => words.objective(objective, value),
            Self::Chance(_) => percent(words.locale, value, 0),
        }
    }
}

/// The picture beside an input.
pub(in crate::ui) struct InputCurve<'a> {
    pub words: Words,
    pub shown: Shown,
    /// The answers, once they are there.
    pub curve: Option<&'a Curve>,
    /// The present answer.
    pub present: f64,
    /// Where the input is on its range, from 0 to 1.
    pub position: f64,
    /// Where the band of an uncertain input begins and ends there.
    pub band: Option<[f64; 2]>,
}

impl InputCurve<'_> {
    pub(in crate::ui) fn view(&self) -> Html {
        let answers: &[Option<f64>] = self.curve.map_or(&[], |curve| &curve.answers);
        let up_to = self.shown.scale(self.present);
        let drawn = sparkline(answers, (self.position, self.present), up_to, AREA);
        let (x, y) = drawn.mark;
        html! {
            <svg class="curve" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label={self.label(answers)}>
                { for self.band.map(band) }
                <path class="curve-base" d="M0 24H100" />
                <path class="curve-line" d={drawn.path} />
                <path class="curve-mark" d={["M", &coordinate_text(x), " ", &coordinate_text(y), "h0.01"].concat()} />
            </svg>
        }
    }

    /// The answer at both ends, for those who do not see the curve.
    fn label(&self, answers: &[Option<f64>]) -> String {
        let name = self.shown.name(self.words);
        let at = |answer: Option<&Option<f64>>| answer.copied().flatten();
        let said = |value| self.shown.said(self.words, value);
        match (at(answers.first()), at(answers.last())) {
            (Some(low), Some(high)) => self.words.texts().rows.curve(rows::Curve {
                objective: name,
                low: &said(low),
                high: &said(high),
            }),
            _ => name.to_owned(),
        }
    }
}

/// The part of the range that the input lies in with 8 chances in 10.
fn band([from, to]: [f64; 2]) -> Html {
    let place = |position: f64| coordinate_text(position * 100.0);
    html! { <rect class="curve-band" x={place(from)} width={place(to - from)} height="24" /> }
}
