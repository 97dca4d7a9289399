//! What each input alone does: the tornado and its table.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::{field_name, field_value};
use super::picture::figure;
use crate::i18n::explorer::arguments::tornado as with;
use crate::i18n::percent;
use crate::insights::{Assumption, Bar, BarEnd, Tornado, TornadoStep};
use crate::model::Objective;
use crate::ui::charts::swing_bars::{SwingBar, swing_bars};
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::opens::{opens, opens_cell};
use crate::ui::words::Words;

/// The most bars of the picture; the table has them all.
const BARS: usize = 8;
/// The entries of the choice.
const SAME: &str = "same";
const OWN: &str = "own";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TornadoProps {
    pub words: Words,
    pub same_step: Found<Tornado>,
    pub own_uncertainty: Found<Tornado>,
}

/// The panel; which of the two it shows is its own.
pub(super) struct TornadoPanel {
    by: String,
}

impl Component for TornadoPanel {
    type Message = String;
    type Properties = TornadoProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            by: SAME.to_owned(),
        }
    }

    fn update(&mut self, _: &Context<Self>, by: String) -> bool {
        self.by = by;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let (words, texts) = (props.words, &props.words.explorer().tornado);
        let found = if self.by == OWN {
            &props.own_uncertainty
        } else {
            &props.same_step
        };
        let tornado = &found.value;
        let step = match props.same_step.value.step {
            TornadoStep::Same(step) => percent(words.locale, step, 0),
            TornadoStep::OwnUncertainty => String::new(),
        };
        let entries = [
            Entry::new(SAME, texts.same(&step)),
            Entry::new(OWN, texts.own),
        ];
        let link = context.link().clone();
        let by = choice("tornado.by", texts.by, "", &entries, &self.by, move |by| {
            link.send_message(by);
        });
        let name = words.objective_name(tornado.objective);
        let swing = tornado.bars.first().map(|bar| bar.swing.to_string());
        html! {
            <section class="tornado" aria-labelledby="tornado-title" data-fact="tornado" data-value={swing}>
                <h2 id="tornado-title">{ texts.title }</h2>
                <p class="finding">{ self.answer(words, found) }</p>
                { by }
                if !tornado.bars.is_empty() {
                    { figure(words, Exhibit::Tornado, html! { <b>{ name }</b> }, bars(words, found), table(words, found)) }
                }
            </section>
        }
    }
}

impl TornadoPanel {
    /// The sentence: the input that moves the result most, and how far.
    fn answer(&self, words: Words, found: &Found<Tornado>) -> String {
        let (tornado, texts) = (&found.value, &words.explorer().tornado);
        let Some(bar) = tornado.bars.first() else {
            let nothing = if self.by == OWN {
                texts.no_ranges
            } else {
                texts.nothing
            };
            return nothing.to_owned();
        };
        let said = |value| words.objective(tornado.objective, value);
        texts.answer(with::Answer {
            input: &field_name(words, &found.document, bar.field),
            from: &field_value(words, bar.field, bar.low.input),
            to: &field_value(words, bar.field, bar.high.input),
            before: &said(bar.low.result),
            after: &said(bar.high.result),
        })
    }
}

/// The ends of a bar by what they bring, less first.
fn rising(bar: &Bar) -> (BarEnd, BarEnd) {
    if bar.low.result <= bar.high.result {
        (bar.low, bar.high)
    } else {
        (bar.high, bar.low)
    }
}

fn bars(words: Words, found: &Found<Tornado>) -> Html {
    let tornado = &found.value;
    let rows: Vec<SwingBar> = tornado
        .bars
        .iter()
        .take(BARS)
        .map(|bar| {
            let (less, more) = rising(bar);
            let value = |end: BarEnd| field_value(words, bar.field, end.input);
            SwingBar {
                key: bar.field.path().to_string(),
                name: field_name(words, &found.document, bar.field),
                results: (less.result, more.result),
                ends: (value(less), value(more)),
            }
        })
        .collect();
    let now = words.objective(tornado.objective, tornado.baseline);
    swing_bars(tornado.baseline, &now, &rows)
}

fn table(words: Words, found: &Found<Tornado>) -> Html {
    let (tornado, texts) = (&found.value, &words.explorer().tornado);
    let objective: Objective = tornado.objective;
    let heads = [texts.input, texts.low_end, texts.high_end, texts.swing];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    let rows = tornado.bars.iter().map(|bar| {
        let end = |end: BarEnd| {
            texts.end(with::End {
                value: &field_value(words, bar.field, end.input),
                result: &words.exact(objective, end.result),
            })
        };
        let end_name = |at: BarEnd| {
            let assumed = Assumption::Field(bar.field, at.input).text();
            ["total.", objective.id(), "@", &assumed].concat()
        };
        let opens_end = |at: BarEnd| {
            let name = end_name(at);
            html! { <td role="cell">{ opens("", &name, Some(at.result), end(at)) }</td> }
        };
        html! {
            <tr role="row" key={bar.field.path().to_string()}>
                <th role="rowheader" scope="row">{ field_name(words, &found.document, bar.field) }</th>
                { opens_end(bar.low) }
                { opens_end(bar.high) }
                <td role="cell">{ opens_cell(&end_name(bar.high), words.exact(objective, bar.swing)) }</td>
            </tr>
        }
    });
    html! {
        <table role="table" class="tornado-table">
            <thead role="rowgroup"><tr role="row">{ for heads }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}
