//! Fix or buy: who of the pair compared is ahead, by how much, since when and how surely; and every stage against
//! the leads of every channel.

use super::exhibit::Exhibit;
use std::rc::Rc;

use yew::prelude::*;

use super::findings::Found;
use super::names::{channel_name, gained, stage_name};
use super::picture::with_exports;
use crate::i18n::explorer::arguments::fix_or_buy as with;
use crate::i18n::{month_year, percent};
use crate::insights::{Certainty, Combinations, Comparison, Verdict, chance_moves_means, measure};
use crate::model::Document;
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::opens::{opens, opens_cell, opens_sentence};
use crate::ui::panels::headline::{sure, verdict_id};
use crate::ui::words::Words;

/// The comparison of the present state, and what the trials say of it once they do.
#[derive(Clone)]
pub(super) struct Compared {
    pub document: Rc<Document>,
    pub comparison: Rc<Comparison>,
    pub certainty: Option<Rc<Certainty>>,
}

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        let same_certainty = match (&self.certainty, &other.certainty) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        same_certainty && Rc::ptr_eq(&self.comparison, &other.comparison)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FixOrBuyProps {
    pub words: Words,
    pub compared: Compared,
    pub found: Found<Combinations>,
}

/// The panel; whose leads the table is about is its own.
pub(super) struct FixOrBuyPanel {
    /// All channels together where there is none.
    channel: Option<usize>,
}

impl Component for FixOrBuyPanel {
    type Message = Option<usize>;
    type Properties = FixOrBuyProps;

    fn create(_: &Context<Self>) -> Self {
        Self { channel: None }
    }

    fn update(&mut self, _: &Context<Self>, channel: Option<usize>) -> bool {
        self.channel = channel;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let FixOrBuyProps {
            words,
            compared,
            found,
        } = context.props();
        let texts = &words.explorer().fix_or_buy;
        // A channel may be gone since it was chosen.
        let channels = found.value.channels.len();
        let channel = self.channel.filter(|channel| *channel < channels);
        html! {
            <section class="fix-or-buy" aria-labelledby="fix-or-buy-title">
                <h2 id="fix-or-buy-title">{ texts.title }</h2>
                { answer(*words, compared) }
                { for (channels > 1).then(|| whose(context, *words, found, channel)) }
                { table(*words, found, channel) }
            </section>
        }
    }
}

/// The sentences about the pair.
fn answer(words: Words, compared: &Compared) -> Html {
    let texts = &words.explorer().fix_or_buy;
    let document = &compared.document;
    let mut comparison = (*compared.comparison).clone();
    if let Some(certainty) = &compared.certainty {
        comparison.settle(document, certainty);
    }
    let advantage = comparison.advantage(document);
    let pair = comparison.pair;
    let extra = comparison.leads.totals.leads - comparison.baseline.totals.leads;
    let leads = &*words.whole(extra / document.months.get());
    let stage = &*stage_name(words, document, pair.stage);
    let to = &*words.percent(pair.to.get());
    let first = match comparison.verdict {
        Verdict::FixWins => texts.fix(with::Fix { stage, to, leads }),
        Verdict::LeadsWin => texts.leads(with::Leads { stage, to, leads }),
        Verdict::Tie => texts.tie(with::Tie { stage, to, leads }),
        Verdict::NeitherHelps => texts.neither(with::Neither { stage, to, leads }),
    };
    let mut sentences = vec![first];
    if let Some(channel) = pair.channel {
        sentences.push(texts.of_channel(&channel_name(words, document, channel)));
    }
    let somebody_wins = matches!(comparison.verdict, Verdict::FixWins | Verdict::LeadsWin);
    if somebody_wins {
        sentences.push(texts.ahead(with::Ahead {
            objective: words.objective_name(comparison.objective),
            by: &words.objective(comparison.objective, advantage.ahead_by),
        }));
        let since = advantage.ahead_since.and_then(|at| u32::try_from(at).ok());
        sentences.push(since.map_or_else(
            || texts.only_by_chance.to_owned(),
            |since| {
                let month = document.start.plus(since);
                texts.since(&month_year(words.locale, month.year(), month.number()))
            },
        ));
    }
    if let Some(certainty) = &compared.certainty {
        sentences.extend(how_surely(words, document, &comparison, certainty));
    }
    html! {
        <p class="finding" data-fact="fixOrBuy" data-value={advantage.ahead_by.to_string()}
            data-verdict={verdict_id(advantage.verdict)} data-since={advantage.ahead_since.map(|since| since.to_string())}>
            { sentences.join(" ") }{ " " }{ opens_sentence(words.texts().page.how, "headline", texts.title) }
        </p>
    }
}

fn how_surely(
    words: Words,
    document: &Document,
    comparison: &Comparison,
    certainty: &Certainty,
) -> Option<String> {
    if comparison.verdict != Verdict::Tie {
        return sure(words, document, comparison, certainty);
    }
    let share = |share| percent(words.locale, share, 0);
    Some(words.explorer().fix_or_buy.tie_sure(with::TieSure {
        trials: &words.whole(crate::runner::count(certainty.baseline.trials)),
        fix: &share(certainty.fix_wins_in),
        leads: &share(certainty.leads_win_in),
    }))
}

/// A choice: all channels together, or one of them.
fn whose(
    context: &Context<FixOrBuyPanel>,
    words: Words,
    found: &Found<Combinations>,
    channel: Option<usize>,
) -> Html {
    let texts = &words.explorer().fix_or_buy;
    let id = |channel: Option<usize>| channel.map_or_else(|| "all".to_owned(), |at| at.to_string());
    let all = Entry::new(id(None), texts.all);
    let channels = found.document.channels.iter().enumerate();
    let each = channels.map(|(at, channel)| Entry::new(id(Some(at)), channel.name.clone()));
    let entries: Vec<Entry> = std::iter::once(all).chain(each).collect();
    let link = context.link().clone();
    let choose = move |chosen: String| link.send_message(chosen.parse::<usize>().ok());
    choice(
        "fixOrBuy.channel",
        texts.against,
        "",
        &entries,
        &id(channel),
        choose,
    )
}

fn table(words: Words, found: &Found<Combinations>, channel: Option<usize>) -> Html {
    let texts = &words.explorer().fix_or_buy;
    let all = &*found.value;
    let step = channel.and_then(|channel| all.channels.get(channel));
    let step = step.unwrap_or(&all.all_channels);
    let over = texts.over(with::Over {
        leads: &words.whole(step.extra.extra_per_month),
        months: &words.whole(found.document.months.get()),
    });
    let chance = chance_moves_means(&found.document).then_some(texts.without_chance);
    let over = match chance {
        Some(chance) => [&over, ". ", chance].concat(),
        None => over,
    };
    let heads = [texts.stage_brings, texts.leads_bring, texts.wins];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    let rows = (0..all.stages.len()).map(|stage| row(words, found, stage, channel));
    with_exports(
        Exhibit::FixOrBuy,
        html! {
            <table role="table" class="fix-or-buy-table">
                <caption><b>{ words.objective_name(found.objective) }</b>{ " " }{ over }</caption>
                <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
                <tbody role="rowgroup">{ for rows }</tbody>
            </table>
        },
    )
}

/// A stage one step better against the leads: what each brings, and who wins by how much.
fn row(words: Words, found: &Found<Combinations>, stage: usize, channel: Option<usize>) -> Html {
    let texts = &words.explorer().fix_or_buy;
    let (all, objective) = (&*found.value, found.objective);
    let Some((better, verdict)) = all
        .stages
        .get(stage)
        .zip(all.verdict(objective, stage, channel))
    else {
        return Html::default();
    };
    let leads = channel.and_then(|channel| all.channels.get(channel));
    let leads = leads.unwrap_or(&all.all_channels);
    let (fix, leads) = (
        all.gain(objective, &better.totals),
        all.gain(objective, &leads.totals),
    );
    // Differences of sums carry the sums' rounding.
    let rounding = measure(objective, &all.baseline).abs() * 1e-9;
    let said = |gain: f64| {
        let gain = if gain.abs() > rounding { gain } else { 0.0 };
        gained(words.objective(objective, gain))
    };
    let by = said((fix - leads).abs());
    let winner = match verdict {
        Verdict::FixWins => texts.fix_by(&by),
        Verdict::LeadsWin => texts.leads_by(&by),
        Verdict::Tie => texts.even.to_owned(),
        Verdict::NeitherHelps => texts.nothing.to_owned(),
    };
    let of_stage = ["gain[", &stage.to_string(), "]"].concat();
    let of_leads = channel.map_or_else(
        || "leadsGain".to_owned(),
        |channel| ["leadsGain[", &channel.to_string(), "]"].concat(),
    );
    let name = stage_name(words, &found.document, stage);
    let to = words.percent(better.improved.get());
    html! {
        <tr role="row" key={stage} data-fact={["pairs.", &stage.to_string()].concat()}
            data-value={(fix - leads).to_string()} data-verdict={verdict_id(verdict)}>
            <th role="rowheader" scope="row">{ [&name, " → ", &to].concat() }</th>
            <td role="cell">{ opens("", &of_stage, Some(fix), said(fix)) }</td>
            <td role="cell">{ opens("", &of_leads, Some(leads), said(leads)) }</td>
            <td role="cell" class="winner">{ opens_cell(&of_stage, winner) }</td>
        </tr>
    }
}
