//! The months ahead as chance has them: the fan, and the same as a table.

use super::exhibit::Exhibit;
use std::rc::Rc;

use yew::prelude::*;

use super::picture::{behind, picture_exports};
use super::points::Points;
use crate::i18n::explorer::arguments;
use crate::insights::Certainty;
use crate::model::Objective;
use crate::plot::extent;
use crate::runner::{Period, StochasticReport};
use crate::ui::charts::forecast_fan::{ForecastFan, period_name, series, spreads};
use crate::ui::controls::opens::{opens_cell, opens_sentence};
use crate::ui::words::Words;

/// What the trials say of one state of the app.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Forecasted {
    /// The state.
    pub generation: f64,
    pub certainty: Rc<Certainty>,
}

impl PartialEq for Forecasted {
    fn eq(&self, other: &Self) -> bool {
        self.generation == other.generation && Rc::ptr_eq(&self.certainty, &other.certainty)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct ForecastProps {
    pub words: Words,
    pub objective: Objective,
    pub forecasted: Forecasted,
    /// Whether it is of an earlier state, until the trials of the present one are there.
    pub is_earlier: bool,
}

/// The fan and its table; drawn anew only when the trials say something new.
pub(in crate::ui) struct Forecast {
    /// The values that the fan's axis is held to while the trials of one state grow.
    held: (f64, f64),
}

impl Component for Forecast {
    type Message = ();
    type Properties = ForecastProps;

    fn create(_: &Context<Self>) -> Self {
        Self { held: (0.0, 0.0) }
    }

    fn changed(&mut self, context: &Context<Self>, old: &ForecastProps) -> bool {
        let new = context.props();
        let grows = new.forecasted.generation == old.forecasted.generation
            && new.objective == old.objective;
        self.held = if grows {
            let months = &old.forecasted.certainty.baseline.months;
            extent(&spreads(months, old.objective), self.held)
        } else {
            (0.0, 0.0)
        };
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let ForecastProps {
            words,
            objective,
            forecasted,
            is_earlier,
        } = context.props();
        let texts = &words.explorer().forecast;
        let report = &forecasted.certainty.baseline;
        let whole = series(&report.totals, *objective);
        let said = |value| words.exact(*objective, value);
        let ends = texts.ends(arguments::forecast::Ends {
            low: &said(whole.p10),
            high: &said(whole.p90),
        });
        let name = words.objective_name(shown(*objective));
        let pictures = groups(report).map(|(at, periods)| {
            let picture = ForecastFan {
                words: *words,
                objective: *objective,
                periods,
                held: if at == 0 { self.held } else { (0.0, 0.0) },
                label: [name, ": ", &ends].concat(),
            };
            html! { <div key={at}>{ picture.view() }</div> }
        });
        html! {
            <figure class="forecast-picture" data-stale={is_earlier.then_some("")} data-fact="forecast"
                data-generation={forecasted.generation.to_string()} data-value={report.trials.to_string()}>
                <figcaption><b>{ name }</b>{ " " }{ ends.clone() }{ " " }{ opens_sentence(words.texts().page.how, "spread", texts.title) }</figcaption>
                <div class="fans">{ for pictures }</div>
                <Points words={*words} />
                { picture_exports(Exhibit::Forecast) }
                { behind(*words, Exhibit::Forecast, self.table(context.props())) }
            </figure>
        }
    }
}

impl Forecast {
    fn table(&self, props: &ForecastProps) -> Html {
        let texts = &props.words.explorer().forecast;
        let report = &props.forecasted.certainty.baseline;
        let head = [
            texts.period,
            texts.below,
            texts.median,
            texts.above,
            texts.mean,
        ];
        let head = head.map(|text| html! { <th scope="col" key={text}>{ text }</th> });
        let bodies = groups(report).map(|(at, periods)| {
            let periods = periods.iter().enumerate();
            let rows = periods.map(|(place, period)| row(props, (at, place), period));
            html! { <tbody key={at}>{ for rows }</tbody> }
        });
        html! {
            <table class="forecast-table">
                <thead><tr>{ for head }</tr></thead>
                { for bodies }
            </table>
        }
    }
}

/// Months, quarters and years with their places, but for those that are as many as the ones before.
fn groups(report: &StochasticReport) -> impl Iterator<Item = (usize, &[Period])> {
    let mut shown: Vec<(usize, &[Period])> = Vec::new();
    let all = [&report.months, &report.quarters, &report.years];
    for (at, periods) in all.into_iter().enumerate() {
        if shown
            .last()
            .is_none_or(|(_, before)| before.len() > periods.len())
        {
            shown.push((at, periods));
        }
    }
    shown.into_iter()
}

/// What the rows of each group open to.
const OPENS: [&str; 3] = ["spreadOfMonth[", "spreadOfQuarter[", "spreadOfYear["];

fn row(props: &ForecastProps, (group, place): (usize, usize), period: &Period) -> Html {
    let words = props.words;
    let name = period_name(words, period);
    let opened = OPENS.get(group).copied().unwrap_or_default();
    let opened = [opened, &place.to_string(), "]"].concat();
    let summary = series(period, props.objective);
    let cells = [summary.p10, summary.p50, summary.p90, summary.mean];
    let cells = cells.into_iter().enumerate().map(|(at, value)| {
        let text = words.exact(props.objective, value);
        let opens = opens_cell(&opened, text);
        html! { <td key={at} data-value={value.to_string()}>{ opens }</td> }
    });
    html! { <tr key={name.clone()}><th scope="row">{ name }</th>{ for cells }</tr> }
}

/// The objective whose months are shown.
const fn shown(objective: Objective) -> Objective {
    match objective {
        Objective::Value => Objective::Won,
        other => other,
    }
}
