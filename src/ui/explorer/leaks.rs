//! Where the pipeline leaks: the stages by the same effort at each, and what is lost and held there.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::{Found, Leaks};
use super::names::stage_name;
use super::picture::{gone_along, with_exports};
use crate::i18n::explorer::arguments::leaks as with;
use crate::insights::{Distinction, LeakScale, ScaleGain, ScaleRanking, StageFacts, ceiling};
use crate::model::{Objective, StageNotes, ViewField};
use crate::state::Action;
use crate::ui::charts::waterfall::{Fall, waterfall};
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::{opens, opens_sentence};
use crate::ui::controls::target::Target;
use crate::ui::words::{Unit, Words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LeaksProps {
    pub words: Words,
    pub found: Found<Leaks>,
    /// With the prices, as they are now.
    pub notes: StageNotes,
    pub dispatch: Callback<Action>,
}

/// The panel; which scale it shows is its own.
pub(super) struct LeaksPanel {
    scale: String,
}

impl Component for LeaksPanel {
    type Message = String;
    type Properties = LeaksProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            scale: LeakScale::Odds.id().to_owned(),
        }
    }

    fn update(&mut self, _: &Context<Self>, scale: String) -> bool {
        self.scale = scale;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let LeaksProps { words, found, .. } = context.props();
        let texts = &words.explorer().leaks;
        let rankings = &found.value.rankings;
        let chosen = rankings
            .iter()
            .find(|ranking| ranking.scale.id() == self.scale);
        let Some(ranking) = chosen.or(rankings.first()) else {
            return Html::default();
        };
        let entries: Vec<Entry> = rankings
            .iter()
            .map(|ranking| Entry::new(ranking.scale.id(), scale_name(*words, ranking.scale)))
            .collect();
        let link = context.link().clone();
        let choose = move |scale| link.send_message(scale);
        let by = choice(
            "leaks.scale",
            texts.effort,
            "",
            &entries,
            ranking.scale.id(),
            choose,
        );
        let how = |name: &str| opens_sentence(words.texts().page.how, name, texts.title);
        let by_odds =
            ranking.scale == LeakScale::Odds && ranking.distinction == Distinction::Ranked;
        let most = ranking.stages.first().filter(|_| by_odds);
        let how_much = most.map(|top| how(&["gain[", &top.stage.to_string(), "]"].concat()));
        let how_many = ceiling(&found.document).map(|_| how("mostLeads"));
        let top = ranking.stages.first().map(|stage| stage.stage.to_string());
        html! {
            <section class="leaks" aria-labelledby="leaks-title" data-fact="leaks" data-value={top}>
                <h2 id="leaks-title">{ texts.title }</h2>
                <p class="finding">{ answer(*words, found, ranking) }{ " " }{ how_much.unwrap_or_default() }{ " " }{ most_leads(*words, found) }{ " " }{ how_many.unwrap_or_default() }</p>
                { by }
                <figure>
                    <figcaption><b>{ words.objective_name(found.objective) }</b>{ " " }{ per_unit(*words, found, ranking) }</figcaption>
                    { gone_along(*words, Exhibit::Leaks, gains(*words, found, ranking)) }
                    { table(context.props()) }
                </figure>
            </section>
        }
    }
}

fn scale_name(words: Words, scale: LeakScale) -> &'static str {
    let texts = &words.explorer().leaks;
    match scale {
        LeakScale::Odds => texts.odds,
        LeakScale::Point => texts.point,
        LeakScale::Relative => texts.relative,
        LeakScale::Target => texts.target,
        LeakScale::Money => texts.money,
    }
}

fn answer(words: Words, found: &Found<Leaks>, ranking: &ScaleRanking) -> String {
    let texts = &words.explorer().leaks;
    match (ranking.distinction, ranking.stages.first()) {
        (Distinction::Ranked, Some(top)) if ranking.scale == LeakScale::Money => {
            let stage = &*stage_name(words, &found.document, top.stage);
            let to = &*words.percent(top.improved.get());
            let unit = &*words.money(unit(found.objective));
            let gain = &*said(words, found.objective, top);
            if ranking.stages.len() == 1 {
                texts.answer_one(with::AnswerOne {
                    stage,
                    to,
                    unit,
                    gain,
                })
            } else {
                texts.answer_money(with::AnswerMoney {
                    stage,
                    to,
                    unit,
                    gain,
                })
            }
        }
        (Distinction::Ranked, Some(top)) => texts.answer(with::Answer {
            stage: &stage_name(words, &found.document, top.stage),
            to: &words.percent(top.improved.get()),
            gain: &words.objective(found.objective, top.gain),
        }),
        (Distinction::Tie, _) => texts.tie.to_owned(),
        _ => texts.nothing.to_owned(),
    }
}

/// The money that gains are told for: one of it brings only a crumb of a deal.
fn unit(objective: Objective) -> f64 {
    match objective {
        Objective::Won => 1000.0,
        _ => 1.0,
    }
}

/// What the stages are ranked by, as it is said.
fn said(words: Words, objective: Objective, stage: &ScaleGain) -> String {
    let times = stage.per_money.map_or(1.0, |_| unit(objective));
    words.objective(objective, stage.rank() * times)
}

/// For how much money the gains are drawn.
fn per_unit(words: Words, found: &Found<Leaks>, ranking: &ScaleRanking) -> Option<String> {
    let texts = &words.explorer().leaks;
    let unit = words.money(unit(found.objective));
    (ranking.scale == LeakScale::Money).then(|| texts.per_unit(&unit))
}

/// How many leads get through before a stage is full.
fn most_leads(words: Words, found: &Found<Leaks>) -> String {
    let texts = &words.explorer().leaks;
    let Some(ceiling) = ceiling(&found.document) else {
        return String::new();
    };
    let stage = |stage: usize| stage_name(words, &found.document, stage);
    let first = texts.ceiling(with::Ceiling {
        leads: &words.units(ceiling.leads_per_month),
        stage: &stage(ceiling.stage),
    });
    let next = ceiling.next.map(|(next, leads)| {
        texts.next_ceiling(with::NextCeiling {
            leads: &words.units(leads),
            stage: &stage(next),
        })
    });
    [first, next.unwrap_or_default()].join(" ")
}

fn gains(words: Words, found: &Found<Leaks>, ranking: &ScaleRanking) -> Html {
    let bars: Vec<Fall> = ranking
        .stages
        .iter()
        .map(|stage| Fall {
            name: stage_name(words, &found.document, stage.stage),
            value: stage.rank(),
            said: said(words, found.objective, stage),
            is_total: true,
        })
        .collect();
    waterfall(&bars)
}

fn table(props: &LeaksProps) -> Html {
    let LeaksProps { words, found, .. } = props;
    let words = *words;
    let texts = &words.explorer().leaks;
    let heads = [
        texts.lost,
        texts.worth_lost,
        texts.in_work,
        texts.worth_in_work,
        texts.load,
        texts.price,
    ];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    let rows = found.value.stages.iter().enumerate().map(|(stage, facts)| {
        let cells = cells(words, facts).into_iter().map(|(id, value, text)| {
            let name = [id, "[", &stage.to_string(), "]"].concat();
            html! { <td role="cell" key={id}>{ opens("", &name, value, text) }</td> }
        });
        html! {
            <tr role="row" key={stage}>
                <th role="rowheader" scope="row">{ stage_name(words, &found.document, stage) }</th>
                { for cells }
                <td role="cell" key="price">{ price(props, stage) }</td>
            </tr>
        }
    });
    with_exports(
        Exhibit::Leaks,
        html! {
            <table role="table" class="leaks-table">
                <caption>{ texts.over(&words.whole(found.document.months.get())) }</caption>
                <thead role="rowgroup"><tr role="row"><td></td>{ for heads }</tr></thead>
                <tbody role="rowgroup">{ for rows }</tbody>
            </table>
        },
    )
}

/// The box for what a step costs.
fn price(props: &LeaksProps, stage: usize) -> Html {
    let words = props.words;
    let of = stage_name(words, &props.found.document, stage);
    html! {
        <NumberControl target={Target::View(ViewField::StagePrice(stage))} {words} unit={Unit::Money}
            label={words.explorer().leaks.price} {of} value={props.notes.price(stage)} dispatch={props.dispatch.clone()} />
    }
}

/// The name, the exact value and the words of each fact.
fn cells(words: Words, facts: &StageFacts) -> [(&'static str, Option<f64>, String); 5] {
    let lost = facts.lost + facts.went_cold;
    let load = facts.utilisation.map(|load| words.percent(load));
    [
        ("allLost", Some(lost), words.units(lost)),
        (
            "worthLost",
            Some(facts.bookings_lost),
            words.short_money(facts.bookings_lost),
        ),
        ("inWork", Some(facts.in_work), words.units(facts.in_work)),
        (
            "worthInWork",
            Some(facts.bookings_in_work),
            words.short_money(facts.bookings_in_work),
        ),
        (
            "load",
            facts.utilisation,
            load.unwrap_or_else(|| "–".to_owned()),
        ),
    ]
}
