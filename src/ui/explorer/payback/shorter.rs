//! What a shorter cycle brings once and what for good, beside what the velocity formula claims.

use yew::prelude::*;

use crate::i18n::duration_days;
use crate::i18n::explorer::arguments::payback as with;
use crate::insights::{PlannedChange, ShorterCycle};
use crate::ui::controls::opens::opens_sentence;
use crate::ui::explorer::findings::Found;
use crate::ui::words::Words;

/// The sentences.
pub(super) fn shorter(words: Words, found: &Found<PlannedChange>, cycle: ShorterCycle) -> Html {
    let texts = &words.explorer().payback;
    let sentence = |text: String, name: &str| {
        let name = ["shorterCycle.", name].concat();
        let how = opens_sentence(words.texts().page.how, &name, texts.shorter_title);
        html! { <>{ text }{ " " }{ how }{ " " }</> }
    };
    let once = texts.once(with::Once {
        deals: &words.units(cycle.once),
        worth: &words.money(cycle.once * cycle.deal_worth),
    });
    let earlier = (cycle.days_earlier > 0.0).then(|| {
        let days = duration_days(words.locale, cycle.days_earlier);
        sentence(texts.earlier(&days), "daysEarlier")
    });
    let claims = cycle
        .velocity_claims
        .filter(|claims| *claims > cycle.brings());
    let claims = claims.map(|claims| {
        let text = texts.velocity(&words.money(claims));
        html! { <p class="finding">{ sentence(text, "velocityClaims") }</p> }
    });
    let stage = found.document.stages.get(found.value.stage);
    let limited = stage.is_some_and(|stage| stage.capacity_per_month.is_some());
    html! {
        <>
            <h3>{ texts.shorter_title }</h3>
            <p class="finding" data-fact="shorterCycle" data-value={cycle.once.to_string()}>
                { sentence(once, "onceWorth") }
                { for_good(words, cycle, sentence) }
            </p>
            <p class="finding">{ earlier.unwrap_or_default() }{ sentence(texts.cash(&words.money(cycle.cash)), "cash") }</p>
            { claims.unwrap_or_default() }
            if limited { <p class="note">{ texts.limit }</p> }
        </>
    }
}

fn for_good(words: Words, cycle: ShorterCycle, sentence: impl Fn(String, &str) -> Html) -> Html {
    let texts = &words.explorer().payback;
    let deals = words.units(cycle.for_good.abs());
    let text = if cycle.for_good > 0.0 {
        texts.for_good(&deals)
    } else if cycle.for_good < 0.0 {
        texts.worse(&deals)
    } else {
        texts.no_good.to_owned()
    };
    sentence(text, "forGood")
}
