//! When the answer flips: the values at which the other way wins.

use yew::prelude::*;

use super::findings::Found;
use super::names::stage_name;
use crate::i18n::explorer::arguments::flips as with;
use crate::insights::{Assumption, Flip, FlipAnswer, FlipInput, Flips, Verdict};
use crate::model::{Field, StageField};
use crate::ui::controls::opens::{opens, opens_sentence};
use crate::ui::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FlipsProps {
    pub words: Words,
    pub found: Found<FlipAnswer>,
}

/// The panel: an input a line.
pub(super) struct FlipsPanel;

impl Component for FlipsPanel {
    type Message = ();
    type Properties = FlipsProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let FlipsProps { words, found } = context.props();
        let texts = &words.explorer().flips;
        let now = match found.value.verdict {
            Verdict::FixWins => texts.now_fix,
            Verdict::LeadsWin => texts.now_leads,
            Verdict::Tie => texts.now_tie,
            Verdict::NeitherHelps => texts.now_neither,
        };
        let lines = found
            .value
            .inputs
            .iter()
            .map(|flips| line(*words, found, flips));
        html! {
            <section class="flips" aria-labelledby="flips-title" data-fact="flips">
                <h2 id="flips-title">{ texts.title }</h2>
                <p class="finding">{ now }{ " " }{ opens_sentence(words.texts().page.how, "headline", texts.title) }</p>
                <dl>{ for lines }</dl>
            </section>
        }
    }
}

fn line(words: Words, found: &Found<FlipAnswer>, flips: &Flips) -> Html {
    let texts = &words.explorer().flips;
    let value = |value: f64| said(words, flips.input, value);
    let present = value(flips.present);
    let (id, name) = match flips.input {
        FlipInput::LeadPrice => ("price".to_owned(), texts.price(&present)),
        FlipInput::Capacity(stage) => {
            let name = texts.capacity(with::Capacity {
                stage: &stage_name(words, &found.document, stage),
                present: &present,
            });
            (["capacity-", &stage.to_string()].concat(), name)
        }
        FlipInput::Conversion => {
            let name = texts.conversion(with::Conversion {
                stage: &stage_name(words, &found.document, found.pair.stage),
                present: &present,
            });
            ("conversion".to_owned(), name)
        }
        FlipInput::Horizon => ("horizon".to_owned(), texts.horizon(&present)),
    };
    let opened = |flip: Flip, text: String| {
        let assumed = match flips.input {
            FlipInput::LeadPrice => Assumption::LeadPrice(flip.at),
            FlipInput::Capacity(stage) => {
                Assumption::Field(Field::Stage(stage, StageField::CapacityPerMonth), flip.at)
            }
            FlipInput::Conversion => Assumption::Raised(found.pair.stage, flip.at),
            FlipInput::Horizon => Assumption::Field(Field::Months, flip.at),
        };
        opens(
            "",
            &["headline@", &assumed.text()].concat(),
            Some(flip.at),
            text,
        )
    };
    let below = flips.below;
    let below = below.map(|flip| opened(flip, up_to(words, flip, &value(flip.at))));
    let above = flips.above;
    let above = above.map(|flip| opened(flip, from(words, flip, &value(flip.at))));
    let never = (below.is_none() && above.is_none()).then(|| html! { { texts.never } });
    let at = |flip: Option<Flip>| flip.map(|flip| flip.at.to_string());
    let sentences = below.into_iter().chain(above).chain(never);
    let sentences = sentences
        .enumerate()
        .map(|(at, text)| html! { <dd key={at}>{ text }</dd> });
    html! {
        <div key={id.clone()} data-flip={id} data-below={at(flips.below)} data-above={at(flips.above)}>
            <dt>{ name }</dt>
            { for sentences }
        </div>
    }
}

fn said(words: Words, input: FlipInput, value: f64) -> String {
    match input {
        FlipInput::LeadPrice => words.money(value),
        FlipInput::Capacity(_) => words.units(value),
        FlipInput::Conversion => words.percent(value),
        FlipInput::Horizon => words.whole(value),
    }
}

/// What a flip at a smaller value says.
fn up_to(words: Words, flip: Flip, at: &str) -> String {
    let texts = &words.explorer().flips;
    if flip.to == Verdict::LeadsWin {
        texts.leads_up_to(at)
    } else {
        texts.fix_up_to(at)
    }
}

/// What a flip at a larger value says.
fn from(words: Words, flip: Flip, at: &str) -> String {
    let texts = &words.explorer().flips;
    if flip.to == Verdict::LeadsWin {
        texts.leads_from(at)
    } else {
        texts.fix_from(at)
    }
}
