//! One of a few.

use yew::prelude::*;

use crate::platform;

/// One entry of a choice.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Entry {
    pub id: AttrValue,
    pub text: AttrValue,
    pub lang: Option<&'static str>,
}

impl Entry {
    pub fn new(id: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            lang: None,
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct ChoiceProps {
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub of: AttrValue,
    pub entries: Vec<Entry>,
    pub chosen: AttrValue,
    pub on_choice: Callback<String>,
}

/// A labelled choice.
pub(in crate::ui) struct Choice {
    select: NodeRef,
}

impl Component for Choice {
    type Message = ();
    type Properties = ChoiceProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            select: NodeRef::default(),
        }
    }

    /// The browser keeps what the visitor chose; what is known has the last word.
    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        if let Some(select) = self.select.cast() {
            platform::choose(select, &context.props().chosen);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let ChoiceProps {
            id,
            label,
            of,
            entries,
            chosen,
            on_choice,
        } = context.props().clone();
        let onchange = Callback::from(move |event: Event| {
            if let Some(value) = platform::value_of(&event) {
                on_choice.emit(value);
            }
        });
        let options = entries.into_iter().map(|entry| {
            html! {
                <option key={entry.id.to_string()} selected={entry.id == chosen} value={entry.id.clone()} lang={entry.lang}>
                    { entry.text }
                </option>
            }
        });
        html! {
            <div class="number choice" data-field={id.clone()}>
                <label class="number-label" for={id.clone()}>
                    { label }<span class="unseen">{ " " }{ of }</span>
                </label>
                <select ref={self.select.clone()} {id} {onchange}>{ for options }</select>
            </div>
        }
    }
}

/// A labelled choice; the id that the visitor chooses goes to `on_choice`.
pub(in crate::ui) fn choice(
    id: &str,
    label: &'static str,
    of: &str,
    entries: &[Entry],
    chosen: &str,
    on_choice: impl Fn(String) + 'static,
) -> Html {
    html! {
        <Choice id={id.to_owned()} {label} of={of.to_owned()} entries={entries.to_vec()}
            chosen={chosen.to_owned()} on_choice={Callback::from(on_choice)} />
    }
}
