//! The fan of the months ahead: nested bands and the median, with its axes.

use yew::prelude::*;

use crate::i18n::{month_year, range};
use crate::model::{Month, Objective};
use crate::plot::{Fan, Size, Spread, fan};
use crate::runner::{Period, Summary};
use crate::ui::words::Words;

/// The fan's drawing area; it is stretched to the space that there is.
const AREA: Size = Size {
    width: 100.0,
    height: 100.0,
};
/// Round values on the vertical axis, about.
const TICKS: u32 = 4;
/// Months that are named under the fan, at most.
const NAMES: usize = 6;

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
        let drawn = fan(
            &spreads(self.periods, self.objective),
            self.held,
            AREA,
            TICKS,
        );
        let grid: String = drawn
            .ticks
            .iter()
            .map(|(_, y)| format!("M0 {y}H100"))
            .collect();
        html! {
            <div class="fan" role="img" aria-label={self.label.clone()}>
                { self.values(&drawn) }
                <svg class="fan-area" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                    <path class="fan-grid" d={grid} />
                    <path class="fan-outer" d={drawn.outer.clone()} />
                    <path class="fan-inner" d={drawn.inner.clone()} />
                    <path class="fan-line" d={drawn.line.clone()} />
                </svg>
                { self.names(&drawn) }
            </div>
        }
    }

    fn values(&self, drawn: &Fan) -> Html {
        let ticks = drawn.ticks.iter().map(|(value, y)| {
            let text = self.words.short(self.objective, *value);
            html! { <text key={y.to_string()} x="100%" y={percent(*y)} dy="0.35em" text-anchor="end">{ text }</text> }
        });
        html! { <svg class="fan-values" aria-hidden="true">{ for ticks }</svg> }
    }

    fn names(&self, drawn: &Fan) -> Html {
        let every = self.periods.len().div_ceil(NAMES).max(1);
        let named = self.periods.iter().zip(&drawn.steps).step_by(every);
        let names = named.map(|(period, x)| {
            // Where there is room for it, the whole of the period is named.
            let text = if self.periods.len() == 1 {
                period_name(self.words, period)
            } else {
                month_name(self.words, period.first_month)
            };
            html! { <text key={x.to_string()} x={percent(*x)} y="1em" text-anchor="middle">{ text }</text> }
        });
        html! { <svg class="fan-names" aria-hidden="true">{ for names }</svg> }
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

fn percent(share: f64) -> String {
    [&share.to_string(), "%"].concat()
}
