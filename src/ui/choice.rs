//! One of a few.

use yew::prelude::*;

use crate::platform;

/// One entry of a choice.
pub(super) struct Entry<'a> {
    pub id: &'a str,
    pub text: &'a str,
    pub lang: Option<&'static str>,
}

impl<'a> Entry<'a> {
    pub const fn new(id: &'a str, text: &'a str) -> Self {
        Self {
            id,
            text,
            lang: None,
        }
    }
}

/// A labelled choice; the id that the visitor chooses goes to `on_choice`.
pub(super) fn choice(
    id: &str,
    label: &str,
    of: &str,
    entries: &[Entry<'_>],
    chosen: &str,
    on_choice: impl Fn(String) + 'static,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(value) = platform::value_of(&event) {
            on_choice(value);
        }
    });
    let options = entries.iter().map(|entry| {
        html! {
            <option key={entry.id.to_owned()} value={entry.id.to_owned()} lang={entry.lang}
                selected={entry.id == chosen}>{ entry.text.to_owned() }</option>
        }
    });
    html! {
        <div class="number choice" data-field={id.to_owned()}>
            <label class="number-label" for={id.to_owned()}>
                { label.to_owned() }<span class="unseen">{ " " }{ of.to_owned() }</span>
            </label>
            <select id={id.to_owned()} {onchange}>{ for options }</select>
        </div>
    }
}
