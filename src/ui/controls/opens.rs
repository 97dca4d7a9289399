//! Numbers that open to their formula.

use yew::prelude::*;

use crate::model::decimal_text;

/// A number of that name, which a click or Enter opens; `value` is the exact one, and without it there is nothing to
/// open. Whoever draws it listens for the clicks, see `platform::opened_by`.
pub(in crate::ui) fn opens(
    class: &'static str,
    name: &str,
    value: Option<f64>,
    text: String,
) -> Html {
    let name = AttrValue::from(name.to_owned());
    let Some(value) = value else {
        return html! { <span {class} data-fact={name}>{ text }</span> };
    };
    html! {
        <button type="button" class={["opens ", class].concat()} aria-haspopup="dialog" data-opens={name.clone()}
            data-fact={name} data-value={decimal_text(value)}>{ text }</button>
    }
}

/// A button that opens the number of that name, where it stands in a sentence; `of` says which sentence.
pub(in crate::ui) fn opens_sentence(text: &'static str, name: &str, of: &str) -> Html {
    html! {
        <button type="button" class="how" aria-haspopup="dialog" data-opens={name.to_owned()}>{ text }<span class="unseen">{ ": " }{ of.to_owned() }</span></button>
    }
}

/// A text that opens the number of that name, where something around it tells the exact value.
pub(in crate::ui) fn opens_cell(name: &str, text: String) -> Html {
    html! { <button type="button" class="opens" aria-haspopup="dialog" data-opens={name.to_owned()}>{ text }</button> }
}
