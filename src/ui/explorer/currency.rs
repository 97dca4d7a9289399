//! The currency: what stands beside all amounts.

use yew::prelude::*;

use crate::i18n::currency_sign;
use crate::model::Currency;
use crate::state::Action;
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::words::Words;

/// A choice among all of ISO 4217, those of the five languages' readers first, and what it does not do.
pub(super) fn currency(words: Words, dispatch: &Callback<Action>) -> Html {
    let others = Currency::all().filter(|currency| !Currency::FIRST.contains(currency));
    let all = Currency::FIRST.into_iter().chain(others);
    let entries: Vec<Entry> = all
        .map(|currency| {
            let (code, sign) = (currency.code(), currency_sign(currency));
            let name = if sign == code {
                code.to_owned()
            } else {
                [code, " ", sign].concat()
            };
            Entry::new(code, name)
        })
        .collect();
    let label = words.texts().fields.currency;
    let dispatch = dispatch.clone();
    html! {
        <section class="currency" aria-label={label}>
            { choice("numbers.currency", label, "", &entries, words.currency.code(), move |code| {
                if let Some(currency) = Currency::parse(&code) {
                    dispatch.emit(Action::SetCurrency(currency));
                }
            }) }
            <p class="note">{ words.explorer().table.relabelled }</p>
        </section>
    }
}
