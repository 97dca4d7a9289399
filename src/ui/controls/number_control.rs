//! A number: a text box, and for most a slider under the curve of the answer.

use yew::prelude::*;

use super::reading::{affixes, read};
use super::target::Target;
use crate::insights::band;
use crate::model::Spread;
use crate::platform;
use crate::plot::coordinate_text;
use crate::state::{Action, Direction, Gesture, SliderRange};
use crate::ui::charts::input_curve::{Curve, InputCurve, Shown};
use crate::ui::words::{Unit, Words};

/// The slider's positions.
const POSITIONS: f64 = 1000.0;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct NumberProps {
    pub target: Target,
    /// What its id begins with where the same number may be asked for in another place too.
    #[prop_or_default]
    pub place: AttrValue,
    pub words: Words,
    pub unit: Unit,
    pub label: AttrValue,
    /// Whose number it is, for those who do not see where it stands.
    #[prop_or_default]
    pub of: AttrValue,
    /// The number; of an uncertain one the middle.
    pub value: Option<f64>,
    /// What stands behind the number, if it may be uncertain.
    #[prop_or_default]
    pub spread: Option<Spread>,
    /// What the box shows instead of all digits.
    #[prop_or_default]
    pub shown: Option<AttrValue>,
    /// What is taken while the box is empty, as it would be typed, and the words that say so.
    #[prop_or_default]
    pub otherwise: Option<(AttrValue, AttrValue)>,
    #[prop_or_default]
    pub invalid: bool,
    /// What the slider covers; without it there is only the box.
    #[prop_or_default]
    pub range: Option<SliderRange>,
    #[prop_or_default]
    pub curve: Option<Curve>,
    /// The present answer.
    #[prop_or_default]
    pub present: f64,
    /// What the curve shows.
    #[prop_or_default]
    pub curve_shows: Shown,
    pub dispatch: Callback<Action>,
}

impl NumberProps {
    fn held(&self) -> Option<Spread> {
        self.spread.or(self.value.map(Spread::Exactly))
    }
}

pub(in crate::ui) enum NumberMsg {
    Typed(String),
    Changed,
    Left,
    Slid(f64),
    SlidTo(f64),
    Pressed(KeyboardEvent),
    Released,
}

pub(in crate::ui) struct NumberControl {
    /// What is being typed.
    draft: Option<String>,
    error: Option<String>,
    hint: Option<String>,
    /// What was last sent on of what is being typed or moved, to tell one's own changes from others. It stays while
    /// what has been typed since cannot be used: the browser may hand over many keys before their first comes back.
    sent: Option<Option<Spread>>,
    moving: bool,
}

impl Component for NumberControl {
    type Message = NumberMsg;
    type Properties = NumberProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            draft: None,
            error: None,
            hint: None,
            sent: None,
            moving: false,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &NumberProps) -> bool {
        let new = context.props();
        let by_others = new.held() != old.held() && self.sent != Some(new.held());
        let taken_back = old.invalid && !new.invalid && self.error.is_some();
        let translated = new.words.locale != old.words.locale;
        let refused = self.draft.clone().filter(|_| self.error.is_some());
        match refused {
            // What is wrong with it is said in the new language.
            Some(draft) if translated && !by_others && !taken_back => {
                self.typed(new, draft, Gesture::Done)
            }
            None if translated => self.forget(),
            _ if by_others || taken_back => self.forget(),
            _ => {}
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: NumberMsg) -> bool {
        let props = context.props();
        match message {
            NumberMsg::Typed(text) => self.typed(props, text, Gesture::Moving),
            NumberMsg::Changed => {
                if let Some(draft) = self.draft.take() {
                    self.typed(props, draft, Gesture::Done);
                }
            }
            NumberMsg::Left => {
                if self.error.is_none() {
                    self.forget();
                }
            }
            NumberMsg::Slid(position) => self.slide(props, position, Gesture::Moving),
            NumberMsg::SlidTo(position) => self.slide(props, position, Gesture::Done),
            NumberMsg::Pressed(event) => return self.pressed(props, &event),
            NumberMsg::Released => {
                if self.moving {
                    self.moving = false;
                    // What the key has done may not have come back yet.
                    send(props, self.sent.unwrap_or(props.held()), Gesture::Done);
                }
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let words = props.words;
        let id = [&*props.place, &props.target.id()].concat();
        let message_id = format!("{id}-message");
        let held = props.held();
        let text = match (&self.draft, &props.shown, held) {
            (Some(draft), ..) => draft.clone(),
            (None, Some(shown), _) => shown.to_string(),
            (None, None, Some(held)) => words.typed(props.unit, held),
            (None, None, None) => String::new(),
        };
        let band = held.and_then(band);
        let band_words = band.map(|ends| words.band(props.unit, ends));
        let said = self.error.as_ref().or(self.hint.as_ref());
        let message = said.or(band_words.as_ref());
        let off = props.value.is_none() && props.target.is_optional();
        let (placeholder, silence) = match &props.otherwise {
            _ if !off => (None, AttrValue::default()),
            Some((taken, said)) => (Some(taken.clone()), said.clone()),
            None if props.target.is_noted() => (Some("–".into()), AttrValue::default()),
            None => (Some("–".into()), words.texts().rows.off.into()),
        };
        let link = context.link();
        let oninput = link
            .batch_callback(|event: InputEvent| platform::value_of(&event).map(NumberMsg::Typed));
        let (before, after) = match held {
            // Counts have no unit, whatever the share that they stand for is counted in.
            Some(Spread::Counted { .. }) => (None, None),
            _ => affixes(words, props.unit),
        };
        let wrong = self.error.as_ref().map(|_| "");
        html! {
            <div class="number" data-slider={props.range.map(|_| "")} data-field={id.clone()} data-unit={props.unit.id()}>
                <label class="number-label" for={id.clone()}>
                    { &props.label }<span class="unseen">{ " " }{ &props.of }</span>
                </label>
                { self.slider(context, off, band, band_words.as_deref()) }
                <span class="box" data-wrong={wrong}>
                    if let Some(before) = before { <span class="affix" aria-hidden="true">{ before }</span> }
                    <input id={id} type="text" inputmode="decimal" spellcheck="false"
                        value={text}
                        placeholder={placeholder}
                        aria-invalid={self.error.is_some().then_some("true")}
                        aria-describedby={message_id.clone()}
                        {oninput}
                        onchange={link.callback(|_: Event| NumberMsg::Changed)}
                        onfocusout={link.callback(|_: FocusEvent| NumberMsg::Left)} />
                    if let Some(after) = after { <span class="affix" aria-hidden="true">{ after }</span> }
                </span>
                <p class="message" data-wrong={wrong} id={message_id}>
                    { message.cloned().map_or(silence, AttrValue::from) }
                </p>
            </div>
        }
    }
}

impl NumberControl {
    fn forget(&mut self) {
        self.draft = None;
        self.error = None;
        self.hint = None;
        self.sent = None;
    }

    /// What cannot be used, but may be on its way to what can, is refused when the typing is over.
    fn typed(&mut self, props: &NumberProps, text: String, gesture: Gesture) {
        self.hint = None;
        let found = if props.shown.as_deref() == Some(&*text) {
            // The rounded number that is shown stands for the exact one.
            Ok((props.held(), None))
        } else {
            read(props, &text)
        };
        match found {
            Ok((value, hint)) => {
                self.error = None;
                self.hint = hint;
                self.sent = Some(value);
                send(props, value, gesture);
            }
            Err(wrong) if wrong.may_go_on && gesture == Gesture::Moving => self.error = None,
            Err(wrong) => {
                self.error = Some(wrong.message);
                if let Some(action) = props.target.reject() {
                    props.dispatch.emit(action);
                }
            }
        }
        self.draft = Some(text);
    }

    fn slide(&mut self, props: &NumberProps, position: f64, gesture: Gesture) {
        self.forget();
        self.moving = gesture == Gesture::Moving;
        if let Some(range) = props.range {
            let value = range.value_at(position / POSITIONS);
            send(props, Some(Spread::Exactly(value)), gesture);
        }
    }

    /// Keys move by round steps, also beyond the slider's ends.
    fn pressed(&mut self, props: &NumberProps, event: &KeyboardEvent) -> bool {
        let Some(range) = props.range else {
            return false;
        };
        let sent = self.sent.flatten().and_then(Spread::exactly);
        let value = sent.or(props.value).unwrap_or_else(|| range.high());
        let next = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => range.step(value, Direction::Down, event.shift_key()),
            "ArrowRight" | "ArrowUp" => range.step(value, Direction::Up, event.shift_key()),
            "PageDown" => range.step(value, Direction::Down, true),
            "PageUp" => range.step(value, Direction::Up, true),
            "Home" => range.low(),
            "End" => range.high(),
            _ => return false,
        };
        event.prevent_default();
        self.forget();
        self.moving = true;
        let next = Some(Spread::Exactly(next));
        self.sent = Some(next);
        send(props, next, Gesture::Moving);
        true
    }

    fn slider(
        &self,
        context: &Context<Self>,
        off: bool,
        band: Option<[f64; 2]>,
        band_words: Option<&str>,
    ) -> Html {
        let props = context.props();
        let Some(range) = props.range else {
            return html! { <span class="no-slider"></span> };
        };
        let words = props.words;
        let position = props.value.map_or(1.0, |value| range.position_of(value));
        let said = props.value.map_or_else(
            || words.texts().rows.off.to_owned(),
            |value| words.said(props.unit, value),
        );
        let said = match band_words {
            Some(band) => [&said, ". ", band].concat(),
            None => said,
        };
        let link = context.link();
        let oninput = link.batch_callback(|event: InputEvent| {
            platform::target_value(&event).map(NumberMsg::Slid)
        });
        let onchange = link
            .batch_callback(|event: Event| platform::target_value(&event).map(NumberMsg::SlidTo));
        let curve = InputCurve {
            words,
            shown: props.curve_shows,
            curve: props.curve.as_ref(),
            present: props.present,
            position,
            band: band.map(|ends| ends.map(|end| range.position_of(end))),
        };
        let name = [props.label.as_str(), " ", props.of.as_str()].concat();
        html! {
            <span class="slider" data-off={off.then_some("")}>
                { curve.view() }
                <input type="range" min="0" max="1000" step="1"
                    value={whole(position * POSITIONS)}
                    aria-label={name.trim_end().to_owned()}
                    aria-valuetext={said}
                    {oninput} {onchange}
                    onkeydown={link.callback(NumberMsg::Pressed)}
                    onkeyup={link.callback(|_: KeyboardEvent| NumberMsg::Released)}
                    onfocusout={link.callback(|_: FocusEvent| NumberMsg::Released)} />
            </span>
        }
    }
}

fn send(props: &NumberProps, value: Option<Spread>, gesture: Gesture) {
    if let Some(action) = props.target.set(value, gesture) {
        props.dispatch.emit(action);
    }
}

fn whole(position: f64) -> String {
    coordinate_text(libm::round(position))
}
