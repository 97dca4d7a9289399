//! The fan of the months ahead: nested bands and the median, with its axes.

use yew::prelude::*;

use crate::i18n::{month_year, range};
use crate::model::{Month, Objective};
use crate::plot::{Spread, fan};
use crate::runner::{Period, Summary};
use crate::ui::charts::frame::{AREA, Content, Frame, TICKS, every};
use crate::ui::words::Words;

/// The picture of some periods.
pub(in crate::ui) struct ForecastFan<'a> {
    pub words: Words,
    pub objective: Objective,
    pub periods: &'a [Period],
    /// The values that the axis is held to.
    pub held: (f64, f64),
    /// What the picture says, for those who do not see it.
    pub label: String,
}

/// The series of a period that an objective is counted in; the value has none of its own, so the wins stand in.
pub(in crate::ui) const fn series(period: &Period, objective: Objective) -> &Summary {
    match objective {
        Objective::Won | Objective::Value => &period.won,
        Objective::Bookings => &period.bookings,
        Objective::Cash => &period.cash,
        Objective::Profit => &period.profit,
    }
}

/// The spreads of some periods.
pub(in crate::ui) fn spreads(periods: &[Period], objective: Objective) -> Vec<Spread> {
    let summaries = periods.iter().map(|period| series(period, objective));
    summaries
        .map(|summary| Spread {
            lowest: summary.p10,
            low: summary.p25,
            middle: summary.p50,
            high: summary.p75,
            highest: summary.p90,
        })
        .collect()
}

impl ForecastFan<'_> {
    pub(in crate::ui) fn view(&self) -> Html {
        let spreads = spreads(self.periods, self.objective);
        let drawn = fan(&spreads, self.held, AREA, TICKS);
        let named = self.periods.iter().zip(&drawn.steps);
        let names = named.step_by(every(self.periods.len()));
        let names = names.map(|(period, x)| {
            // Where there is room for it, the whole of the period is named.
            let name = if self.periods.len() == 1 {
                period_name(self.words, period)
            } else {
                month_name(self.words, period.first_month)
            };
            (*x, name)
        });
        let frame = Frame {
            class: "",
            up: drawn.up,
            said: &|value| self.words.short(self.objective, value),
            in_full: &|value| self.words.exact(self.objective, value),
            names: names.collect(),
            label: self.label.clone(),
        };
        let shapes = html! {
            <>
                <path class="fan-outer" d={drawn.outer} />
                <path class="fan-inner" d={drawn.inner} />
                <path class="fan-line" d={drawn.line} />
            </>
        };
        frame.view(Content {
            shapes,
            ..Content::default()
        })
    }
}

/// The months of a period as the language writes them.
pub(in crate::ui) fn period_name(words: Words, period: &Period) -> String {
    let months = u32::try_from(period.months.saturating_sub(1)).unwrap_or_default();
    let last = period.first_month.plus(months);
    let first = month_name(words, period.first_month);
    range(words.locale, &first, &month_name(words, last))
}

fn month_name(words: Words, month: Month) -> String {
    month_year(words.locale, month.year(), month.number())
}
