//! What more leads really bring: from what the rates promise down to what happens.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::{gained, stage_name};
use super::picture::figure;
use crate::i18n::explorer::arguments::why as with;
use crate::insights::Why;
use crate::ui::charts::waterfall::{Fall, waterfall};
use crate::ui::controls::opens::{opens_cell, opens_sentence};
use crate::ui::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WhyProps {
    pub words: Words,
    pub found: Found<[Why; 2]>,
}

/// The panel: a sentence, the waterfall and its table.
pub(super) struct WhyPanel;

impl Component for WhyPanel {
    type Message = ();
    type Properties = WhyProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let WhyProps { words, found } = context.props();
        let texts = &words.explorer().why;
        let [now, more] = *found.value;
        let steps = steps(*words, &more);
        let falls: Vec<Fall> = steps
            .iter()
            .map(|&(name, of, is_total)| Fall {
                name: name.to_owned(),
                value: of(&more),
                said: if is_total {
                    words.units(of(&more))
                } else {
                    gained(words.units(-of(&more)))
                },
                is_total,
            })
            .collect();
        let over = texts.over(&words.whole(found.document.months.get()));
        let (caption, drawing) = (html! { <b>{ over }</b> }, waterfall(&falls));
        let figure = figure(
            *words,
            Exhibit::Why,
            caption,
            drawing,
            table(*words, &now, &more),
        );
        html! {
            <section class="why" aria-labelledby="why-title" data-fact="why" data-value={more.causes.won.to_string()}>
                <h2 id="why-title">{ texts.title }</h2>
                <p class="finding">{ answer(*words, found, &now, &more) }{ " " }{ opens_sentence(words.texts().page.how, "total.won.leads", texts.title) }</p>
                { figure }
            </section>
        }
    }
}

/// A step of the waterfall: its name, its units, and whether it is a sum and not a part.
type Step = (&'static str, fn(&Why) -> f64, bool);

fn steps(words: Words, why: &Why) -> Vec<Step> {
    let texts = &words.explorer().why;
    let all: [Step; 6] = [
        (texts.promised, |why| why.causes.promised, true),
        (texts.time, |why| why.causes.time, false),
        (texts.capacity, |why| why.causes.capacity, false),
        (texts.waiting, |why| why.causes.waiting, false),
        (texts.quality, |why| why.causes.quality, false),
        (texts.won, |why| why.causes.won, true),
    ];
    let nothing = why.causes.promised.abs() * 1e-9;
    let felt = |(_, of, is_total): &Step| *is_total || of(why).abs() > nothing;
    all.into_iter().filter(felt).collect()
}

fn answer(words: Words, found: &Found<[Why; 2]>, now: &Why, more: &Why) -> String {
    let texts = &words.explorer().why;
    let won = more.causes.won - now.causes.won;
    let promised = more.causes.promised - now.causes.promised;
    let mut sentences = vec![texts.answer(with::Answer {
        times: &words.percent(more.leads_times - 1.0),
        promised: &words.units(promised),
        won: &words.units(won),
    })];
    if more.limits {
        if let Some(stage) = more.blocking_stage {
            sentences.push(texts.blocked(&stage_name(words, &found.document, stage)));
        }
    } else if let Some(price) = more.price_per_won {
        sentences.push(texts.price(&words.money(price)));
    } else {
        sentences.push(texts.nothing_limits.to_owned());
    }
    sentences.join(" ")
}

fn table(words: Words, now: &Why, more: &Why) -> Html {
    let texts = &words.explorer().why;
    let rows = steps(words, more).into_iter().map(|(name, of, _)| {
        let cells = [of(now), of(more), of(more) - of(now)];
        let cells = cells.into_iter().enumerate().map(|(at, value)| {
            let opened = if at == 0 { "total.won" } else { "total.won.leads" };
            html! { <td role="cell" key={at} data-value={value.to_string()}>{ opens_cell(opened, words.units(value)) }</td> }
        });
        html! { <tr role="row" key={name}><th role="rowheader" scope="row">{ name }</th>{ for cells }</tr> }
    });
    let heads = [texts.today, texts.with_more, texts.difference];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    html! {
        <table role="table" class="why-table">
            <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}
