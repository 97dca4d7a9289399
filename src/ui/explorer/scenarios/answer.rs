//! Which scenario is best, in a sentence.

use crate::i18n::explorer::arguments::scenarios as with;
use crate::i18n::list;
use crate::insights::{Best, ComparedScenarios};
use crate::model::Objective;
use crate::ui::explorer::findings::Found;
use crate::ui::explorer::names::scenario_name;
use crate::ui::words::Words;

/// A value of the objective in full, with its unit.
pub(super) fn exact(words: Words, objective: Objective, value: f64) -> String {
    match objective {
        Objective::Won => words.units(value),
        _ => words.money(value),
    }
}

/// The name of the number that the sentences tell: by how much the best is ahead of the next, or of today.
pub(super) fn answer_opens(found: &Found<ComparedScenarios>) -> Option<String> {
    let all = &*found.value;
    let sum = sum_id(found.objective);
    let more = |place: usize| ["scenario[", &place.to_string(), "].more.", sum].concat();
    match &all.best {
        Best::NoneCompared | Best::NothingGains => None,
        Best::Tie(places) => places.first().map(|place| more(*place)),
        Best::One(place) => Some(match all.ahead().and_then(|(_, next)| next) {
            Some(next) => {
                let (place, next) = (place.to_string(), next.place.to_string());
                ["scenario[", &place, "].ahead[", &next, "].", sum].concat()
            }
            None => more(*place),
        }),
    }
}

/// What the objective is called in names of numbers.
const fn sum_id(objective: Objective) -> &'static str {
    match objective {
        Objective::Won => "won",
        Objective::Bookings => "bookings",
        Objective::Cash => "cash",
        Objective::Profit => "profit",
        Objective::Value => "value",
    }
}

/// The sentences.
pub(super) fn answer(words: Words, found: &Found<ComparedScenarios>) -> String {
    let texts = &words.explorer().scenarios;
    let (objective, all) = (found.objective, &*found.value);
    let measure = words.objective_name(objective);
    let name = |place: usize| scenario_name(words, &found.document, place);
    let said = |value: f64| exact(words, objective, value);
    let gain = |place: usize| all.at(place).map_or(0.0, |one| one.gain);
    match &all.best {
        Best::NoneCompared => texts.none_compared.to_owned(),
        Best::NothingGains => texts.nothing(measure),
        Best::Tie(places) => {
            let names: Vec<String> = places.iter().map(|place| name(*place)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let most = places.iter().map(|place| gain(*place)).fold(0.0, f64::max);
            texts.tie(with::Tie {
                objective: measure,
                scenarios: &list(words.locale, &names),
                gain: &said(most),
            })
        }
        Best::One(place) => {
            let (scenario, more) = (name(*place), said(gain(*place)));
            let next = all.ahead().and_then(|(_, next)| next);
            let Some(next) = next else {
                return texts.only(with::Only {
                    objective: measure,
                    scenario: &scenario,
                    gain: &more,
                });
            };
            let best = texts.best_one(with::BestOne {
                objective: measure,
                scenario: &scenario,
                gain: &more,
            });
            let ahead = texts.next(with::Next {
                by: &said(gain(*place) - next.gain),
                other: &name(next.place),
            });
            [&*best, " ", &ahead].concat()
        }
    }
}
