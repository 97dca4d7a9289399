//! A name or another short text, sent on when the visitor is done with it.

use yew::prelude::*;

use crate::model::{LONGEST_NAME, Month};
use crate::platform;

/// What a text has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum TextKind {
    Name,
    Month,
}

impl TextKind {
    fn accepts(self, text: &str) -> bool {
        match self {
            Self::Name => {
                text.chars().count() <= LONGEST_NAME && !text.chars().any(char::is_control)
            }
            Self::Month => Month::parse(text).is_some(),
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct TextProps {
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub of: AttrValue,
    pub value: AttrValue,
    /// What is said when the text is not accepted.
    pub problem: AttrValue,
    pub kind: TextKind,
    pub on_text: Callback<String>,
}

pub(in crate::ui) enum TextMsg {
    Typed(String),
    Done,
}

pub(in crate::ui) struct TextBox {
    draft: Option<String>,
}

impl Component for TextBox {
    type Message = TextMsg;
    type Properties = TextProps;

    fn create(_: &Context<Self>) -> Self {
        Self { draft: None }
    }

    fn changed(&mut self, context: &Context<Self>, old: &TextProps) -> bool {
        if context.props().value != old.value {
            self.draft = None;
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: TextMsg) -> bool {
        let props = context.props();
        match message {
            TextMsg::Typed(text) => self.draft = Some(text),
            TextMsg::Done => {
                if self
                    .draft
                    .as_deref()
                    .is_some_and(|text| props.kind.accepts(text))
                    && let Some(text) = self.draft.take()
                {
                    props.on_text.emit(text);
                }
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let text = self.draft.as_deref().unwrap_or(&props.value).to_owned();
        let wrong = !props.kind.accepts(&text);
        let message_id = format!("{}-message", props.id);
        let link = context.link();
        let oninput =
            link.batch_callback(|event: InputEvent| platform::value_of(&event).map(TextMsg::Typed));
        html! {
            <div class="number text" data-field={props.id.clone()}>
                <label class="number-label" for={props.id.clone()}>
                    { &props.label }<span class="unseen">{ " " }{ &props.of }</span>
                </label>
                <span class="box" data-wrong={wrong.then_some("")}>
                    <input id={props.id.clone()} type="text" value={text}
                        aria-invalid={wrong.then_some("true")} aria-describedby={message_id.clone()}
                        {oninput} onchange={link.callback(|_: Event| TextMsg::Done)} />
                </span>
                <p class="message" data-wrong={wrong.then_some("")} id={message_id}>
                    { if wrong { props.problem.clone() } else { AttrValue::default() } }
                </p>
            </div>
        }
    }
}
