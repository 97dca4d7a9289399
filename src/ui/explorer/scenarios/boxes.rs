//! The boxes of a scenario: its name, and the numbers of its changes. What is refused stays in its box, with the reason.

use yew::prelude::*;

use crate::i18n::{ParseProblem, parse_number};
use crate::model::{Limits, Spread};
use crate::platform;
use crate::state::Gesture;
use crate::ui::controls::reading::{affixes, allowed, remark, unread};
use crate::ui::words::{Unit, Words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct NameProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    /// Why the last name was refused.
    pub problem: Option<AttrValue>,
    /// Whether it takes the focus once it is there.
    pub wants_focus: bool,
    pub on_name: Callback<String>,
}

pub(super) enum NameMsg {
    Typed(String),
    Done,
}

pub(super) struct NameBox {
    draft: Option<String>,
    input: NodeRef,
}

impl Component for NameBox {
    type Message = NameMsg;
    type Properties = NameProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            draft: None,
            input: NodeRef::default(),
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &NameProps) -> bool {
        if context.props().value != old.value {
            self.draft = None;
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: NameMsg) -> bool {
        match message {
            NameMsg::Typed(text) => self.draft = Some(text),
            NameMsg::Done => {
                if let Some(draft) = &self.draft {
                    context.props().on_name.emit(draft.clone());
                }
            }
        }
        true
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first
            && context.props().wants_focus
            && let Some(input) = self.input.cast()
        {
            platform::select_all(input);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let text = self.draft.as_deref().unwrap_or(&props.value).to_owned();
        let wrong = props.problem.as_ref().map(|_| "");
        let message = format!("{}-message", props.id);
        let link = context.link();
        let oninput =
            link.batch_callback(|event: InputEvent| platform::value_of(&event).map(NameMsg::Typed));
        html! {
            <div class="number text" data-field={props.id.clone()}>
                <label class="number-label" for={props.id.clone()}>{ &props.label }</label>
                <span class="box" data-wrong={wrong}>
                    <input ref={self.input.clone()} id={props.id.clone()} type="text" value={text}
                        aria-invalid={wrong.map(|_| "true")} aria-describedby={message.clone()}
                        {oninput} onchange={link.callback(|_: Event| NameMsg::Done)} />
                </span>
                <p class="message" data-wrong={wrong} id={message}>{ props.problem.clone().unwrap_or_default() }</p>
            </div>
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct NumberProps {
    pub id: AttrValue,
    pub words: Words,
    pub unit: Unit,
    pub label: AttrValue,
    /// Whose number it is, for those who do not see where it stands.
    pub of: AttrValue,
    pub limits: Limits,
    pub value: Option<f64>,
    /// What is said while it is empty, where it may be.
    #[prop_or_default]
    pub otherwise: Option<AttrValue>,
    pub on_number: Callback<(Option<f64>, Gesture)>,
}

pub(super) enum NumberMsg {
    Typed(String),
    Changed,
    Left,
}

pub(super) struct NumberBox {
    draft: Option<String>,
    error: Option<String>,
    hint: Option<String>,
    /// What was last sent on of what is being typed, to tell one's own changes from others. It stays while what has
    /// been typed since cannot be used: the browser may hand over many keys before their first comes back.
    sent: Option<Option<f64>>,
}

impl Component for NumberBox {
    type Message = NumberMsg;
    type Properties = NumberProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            draft: None,
            error: None,
            hint: None,
            sent: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &NumberProps) -> bool {
        let new = context.props();
        let by_others = new.value != old.value && self.sent != Some(new.value);
        if by_others || new.words != old.words {
            self.forget();
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: NumberMsg) -> bool {
        let props = context.props();
        match message {
            NumberMsg::Typed(text) => self.typed(props, text, Gesture::Moving),
            NumberMsg::Changed => {
                if let Some(draft) = self.draft.clone() {
                    self.typed(props, draft, Gesture::Done);
                }
            }
            NumberMsg::Left => {
                if self.error.is_none() {
                    self.forget();
                }
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let words = props.words;
        let typed = |value| words.typed(props.unit, Spread::Exactly(value));
        let text = match (&self.draft, props.value) {
            (Some(draft), _) => draft.clone(),
            (None, value) => value.map(typed).unwrap_or_default(),
        };
        let message_id = format!("{}-message", props.id);
        let wrong = self.error.as_ref().map(|_| "");
        let (before, after) = affixes(words, props.unit);
        let said = self.error.as_ref().or(self.hint.as_ref());
        let silence = props.otherwise.clone().filter(|_| props.value.is_none());
        let message = said.cloned().map(AttrValue::from).or(silence);
        let link = context.link();
        let oninput = link
            .batch_callback(|event: InputEvent| platform::value_of(&event).map(NumberMsg::Typed));
        html! {
            <div class="number" data-field={props.id.clone()} data-unit={props.unit.id()}>
                <label class="number-label" for={props.id.clone()}>
                    { &props.label }<span class="unseen">{ " " }{ &props.of }</span>
                </label>
                <span class="box" data-wrong={wrong}>
                    if let Some(before) = before { <span class="affix" aria-hidden="true">{ before }</span> }
                    <input id={props.id.clone()} type="text" inputmode="decimal" spellcheck="false" value={text}
                        aria-invalid={wrong.map(|_| "true")} aria-describedby={message_id.clone()}
                        {oninput}
                        onchange={link.callback(|_: Event| NumberMsg::Changed)}
                        onfocusout={link.callback(|_: FocusEvent| NumberMsg::Left)} />
                    if let Some(after) = after { <span class="affix" aria-hidden="true">{ after }</span> }
                </span>
                <p class="message" data-wrong={wrong} id={message_id}>{ message.unwrap_or_default() }</p>
            </div>
        }
    }
}

impl NumberBox {
    fn forget(&mut self) {
        self.draft = None;
        self.error = None;
        self.hint = None;
        self.sent = None;
    }

    fn typed(&mut self, props: &NumberProps, text: String, gesture: Gesture) {
        let (words, unit) = (props.words, props.unit);
        self.hint = None;
        let found = match parse_number(words.locale, &text, unit.entry()) {
            Ok(parsed) if props.limits.allow(parsed.value) => {
                let value = parsed.value;
                self.hint = remark(words, unit, parsed.reading, Spread::Exactly(value));
                Ok(Some(value))
            }
            Ok(_) => Err(allowed(words, unit, props.limits, false)),
            Err(ParseProblem::Empty) if props.otherwise.is_some() => Ok(None),
            Err(problem) => Err(unread(words, problem).to_owned()),
        };
        match found {
            Ok(value) => {
                self.error = None;
                self.sent = Some(value);
                props.on_number.emit((value, gesture));
            }
            Err(message) => self.error = Some(message),
        }
        self.draft = Some(text);
    }
}
