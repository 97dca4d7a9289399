//! The two ways side by side.

use std::iter;

use yew::prelude::*;

use super::headline::verdict_id;
use crate::i18n::arguments::ways;
use crate::i18n::{month_year, signed};
use crate::insights::{Comparison, Equivalent, Input, Outcome, Verdict, measure, one_step_up};
use crate::model::{Month, Objective, Pair};
use crate::state::{Action, Gesture};
use crate::ui::app::{App, Msg};
use crate::ui::charts::input_curve::Shown;
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::opens;
use crate::ui::controls::target::{Target, extra};
use crate::ui::words::{Unit, Words};

/// The entry that stands for the leads of all channels.
const ALL: &str = "all";
/// Differences below this share of today's number are none.
const NOTHING: f64 = 1e-9;

impl App {
    pub(in crate::ui) fn ways(&self) -> Html {
        let words = self.words();
        let texts = &words.texts().ways;
        let found = &self.answer().comparison;
        let dispatch = self.dispatch();
        let objectives: Vec<Entry> = Objective::all()
            .iter()
            .map(|objective| Entry::new(objective.id(), words.objective_name(*objective)))
            .collect();
        let (by_objective, by_button) = (dispatch.clone(), dispatch.clone());
        html! {
            <section class="ways" aria-labelledby="ways-title">
                <h2 id="ways-title">{ texts.title }</h2>
                <p class="unseen" data-fact="verdict" data-value={verdict_id(found.verdict)}>
                    { verdict_words(words, found) }
                </p>
                <div class="ways-pair">
                    { self.fix(words, found) }
                    if self.is_complete() { { self.leads(words, found) } }
                </div>
                <div class="ways-foot">
                    { choice("objective", texts.compare_by, "", &objectives, found.objective.id(), move |id| {
                        if let Some(objective) = Objective::from_id(&id) {
                            by_objective.emit(Action::SetObjective(objective));
                        }
                    }) }
                    <button type="button" data-action="choose" aria-disabled={(!found.chosen_by_visitor).then_some("true")}
                        onclick={Callback::from(move |_: MouseEvent| by_button.emit(Action::SetPair { pair: None, gesture: Gesture::Done }))}>{ texts.choose }</button>
                </div>
            </section>
        }
    }

    fn fix(&self, words: Words, found: &Comparison) -> Html {
        let texts = &words.texts().ways;
        let document = self.state().document();
        let pair = found.pair;
        let places: Vec<String> = (0..document.stages.len())
            .map(|at| at.to_string())
            .collect();
        let stages: Vec<Entry> = places
            .iter()
            .zip(&document.stages)
            .map(|(place, stage)| Entry::new(place.clone(), stage.name.clone()))
            .collect();
        let conversions: Vec<f64> = document
            .stages
            .iter()
            .map(|stage| stage.conversion.middle())
            .collect();
        let from = words.percent(conversions.get(pair.stage).copied().unwrap_or(f64::NAN));
        let to = pair.to.get();
        let dispatch = self.dispatch();
        let choose = move |place: String| {
            if let Ok(stage) = place.parse()
                && let Some(conversion) = conversions.get(stage)
            {
                let to = one_step_up(*conversion);
                let pair = Some(Pair { stage, to, ..pair });
                let gesture = Gesture::Done;
                dispatch.emit(Action::SetPair { pair, gesture });
            }
        };
        let (as_many, as_many_value) = match found.as_many_leads_as {
            Equivalent::Leads(leads) => {
                let (extra, cost) = (leads.extra_per_month, leads.cost_per_month);
                let text = texts.as_many(ways::AsMany {
                    leads: &words.whole(extra),
                    cost: &words.short_money(cost),
                });
                (text, Some(extra))
            }
            Equivalent::None => (texts.none_as_many.to_owned(), None),
            Equivalent::Searching => (String::new(), None),
        };
        html! {
            <div class="way" data-better={better(found, Verdict::FixWins)}>
                <h3>{ texts.fix }</h3>
                <p class="tag">{ tag(words, found, Verdict::FixWins) }</p>
                { choice("pair.stage", texts.stage, "", &stages, &pair.stage.to_string(), choose) }
                <NumberControl target={Target::PairTo(pair)} {words} unit={Unit::Percent}
                    label={texts.target} of={["(", &from, ")"].concat()}
                    value={to} shown={rounded_percent(words, to)}
                    range={self.range(Input::PairTo)} curve={self.curve(Input::PairTo)}
                    present={measure(found.objective, &found.fix.totals)} curve_shows={Shown::Objective(found.objective)}
                    dispatch={self.dispatch()} />
                { outcome(words, "fix", &found.fix, &found.baseline, document.start) }
                <p class="way-note">{ opens("fact-words", "asManyLeadsAs", as_many_value, as_many) }</p>
            </div>
        }
    }

    fn leads(&self, words: Words, found: &Comparison) -> Html {
        let texts = &words.texts().ways;
        let document = self.state().document();
        let today = found.leads_per_month;
        let extra = extra(found.pair, today);
        html! {
            <div class="way" data-better={better(found, Verdict::LeadsWin)}>
                <h3>{ texts.leads }</h3>
                <p class="tag">{ tag(words, found, Verdict::LeadsWin) }</p>
                { self.channel_choice(words, found.pair) }
                <NumberControl target={Target::ExtraLeads(found.pair, today)} {words} unit={Unit::Plain}
                    label={texts.extra_leads} value={extra} shown={words.units(extra)}
                    range={self.range(Input::LeadsTimes)} curve={self.curve(Input::LeadsTimes)}
                    present={measure(found.objective, &found.leads.totals)} curve_shows={Shown::Objective(found.objective)}
                    dispatch={self.dispatch()} />
                { outcome(words, "leads", &found.leads, &found.baseline, document.start) }
            </div>
        }
    }

    /// Whose leads are added, where there are several channels.
    fn channel_choice(&self, words: Words, pair: Pair) -> Html {
        let texts = &words.texts().ways;
        let channels = &self.state().document().channels;
        let named = channels.iter().enumerate();
        let named = named.map(|(at, channel)| Entry::new(at.to_string(), channel.name.clone()));
        let entries: Vec<Entry> = iter::once(Entry::new(ALL, texts.all_channels))
            .chain(named)
            .collect();
        let chosen = pair
            .channel
            .map_or(ALL.to_owned(), |channel| channel.to_string());
        let dispatch = self.dispatch();
        let choose = move |id: String| {
            let pair = Some(Pair {
                channel: id.parse().ok(),
                ..pair
            });
            let gesture = Gesture::Done;
            dispatch.emit(Action::SetPair { pair, gesture });
        };
        html! {
            if channels.len() > 1 {
                { choice("pair.channel", texts.channel, "", &entries, &chosen, choose) }
            }
        }
    }

    /// The messages of the bar and of the panels share one door.
    pub(in crate::ui) fn act(context: &Context<Self>) -> Callback<Action> {
        context.link().callback(Msg::Act)
    }
}

/// A percentage in a box, short: "2.2" for 0.021956.
fn rounded_percent(words: Words, share: f64) -> String {
    let shown = words.percent(share);
    shown.replace(['%', '\u{a0}'], "")
}

fn better(found: &Comparison, verdict: Verdict) -> Option<&'static str> {
    (found.verdict == verdict).then_some("")
}

fn tag(words: Words, found: &Comparison, own: Verdict) -> &'static str {
    let texts = &words.texts().ways;
    match found.verdict {
        Verdict::Tie => texts.tie,
        Verdict::NeitherHelps => texts.neither,
        verdict if verdict == own => texts.wins,
        Verdict::FixWins | Verdict::LeadsWin => "",
    }
}

fn verdict_words(words: Words, found: &Comparison) -> String {
    let texts = &words.texts().ways;
    match found.verdict {
        Verdict::FixWins => [texts.wins, ": ", texts.fix].concat(),
        Verdict::LeadsWin => [texts.wins, ": ", texts.leads].concat(),
        Verdict::Tie => texts.tie.to_owned(),
        Verdict::NeitherHelps => texts.neither.to_owned(),
    }
}

fn outcome(words: Words, way: &str, with: &Outcome, today: &Outcome, start: Month) -> Html {
    let texts = &words.texts().ways;
    let facts = [
        (
            "won",
            texts.won,
            with.won_per_month,
            today.won_per_month,
            false,
            false,
        ),
        (
            "revenue",
            texts.revenue,
            with.bookings_per_month,
            today.bookings_per_month,
            true,
            false,
        ),
        (
            "cost",
            texts.cost,
            with.cost_per_month,
            today.cost_per_month,
            true,
            true,
        ),
    ];
    let facts = facts
        .into_iter()
        .map(|(id, name, value, before, money, costs)| {
            let say = |value: f64| {
                if money {
                    words.money(value)
                } else {
                    words.units(value)
                }
            };
            let difference = value - before;
            let (sign, difference_words) = if difference.abs() <= NOTHING * before.abs() {
                ("same", texts.same.to_owned())
            } else {
                let up = difference > 0.0;
                let sign = if up == costs { "loss" } else { "gain" };
                let shown = signed(say(difference));
                (
                    sign,
                    if up {
                        texts.more(&shown)
                    } else {
                        texts.less(&shown)
                    },
                )
            };
            html! {
                <div class="fact" key={id}>
                    <dt>{ name }</dt>
                    <dd>
                        { opens("fact-number", &[id, ".", way].concat(), Some(value), say(value)) }
                        <span class="difference" data-sign={sign}>{ difference_words }</span>
                    </dd>
                </div>
            }
        });
    let effect = with
        .first_effect
        .and_then(|month| u32::try_from(month).ok());
    let effect_words = effect.map_or_else(
        || texts.no_effect.to_owned(),
        |months| {
            let month = start.plus(months);
            month_year(words.locale, month.year(), month.number())
        },
    );
    html! {
        <dl class="facts">
            { for facts }
            <div class="fact" key="effect">
                <dt>{ texts.first_effect }</dt>
                <dd>{ opens("fact-text", &["firstEffect.", way].concat(), effect.map(f64::from), effect_words) }</dd>
            </div>
        </dl>
    }
}
