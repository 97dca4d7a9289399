//! The sentence that answers.

use super::words::Words;
use crate::i18n::Raise;
use crate::insights::{Comparison, Equivalent, Verdict};
use crate::model::{Document, Number};

/// Newest first is worth a word when it wins this much more.
const NOTABLY: f64 = 1.01;

/// The headline, and what kind of answer it gives.
pub(super) struct Headline {
    pub kind: &'static str,
    pub sentences: Vec<String>,
}

impl Headline {
    pub fn of(words: Words, document: &Document, found: &Comparison) -> Self {
        let texts = &words.texts().headline;
        let stage = document.stages.get(found.pair.stage);
        let name = |stage: usize| {
            let name = document
                .stages
                .get(stage)
                .map_or("", |stage| stage.name.as_str());
            words.quoted(name)
        };
        let (own_name, from, to) = (
            name(found.pair.stage),
            words.percent(stage.map_or(f64::NAN, |stage| stage.conversion.middle())),
            words.percent(found.pair.to.get()),
        );
        let raise = Raise {
            stage: &own_name,
            from: &from,
            to: &to,
        };
        let worth = words.money(found.worth_up_to_per_month);
        let months = document.months.get();
        let extra = (found.leads.totals.leads - found.baseline.totals.leads) / months;
        let extra = words.whole(extra);

        if found.leads_hurt
            && let Some(waiting) = found.waiting
        {
            let mut sentences = vec![(texts.leads_hurt)(&name(waiting.stage))];
            let (newest, now) = (waiting.wins_if_newest_first, found.baseline.won_per_month);
            if newest > now * NOTABLY {
                sentences.push((texts.newest_first)(
                    &words.units(newest),
                    &words.units(now),
                ));
            }
            return Self {
                kind: "leadsHurt",
                sentences,
            };
        }
        match (found.verdict, found.as_many_leads_as) {
            (Verdict::NeitherHelps, _) => Self {
                kind: "neither",
                sentences: vec![(texts.neither)(&extra, raise)],
            },
            (Verdict::Tie, Equivalent::Leads(_) | Equivalent::Searching) => {
                let cost = found.leads.cost_per_month - found.baseline.cost_per_month;
                let sentence = (texts.tie)(&extra, raise, &words.money(cost), &worth);
                Self {
                    kind: "tie",
                    sentences: vec![sentence],
                }
            }
            (Verdict::LeadsWin, _) => {
                let by = (found.leads.gain - found.fix.gain) / months;
                let by = words.objective(found.objective, by);
                Self {
                    kind: "leadsWin",
                    sentences: vec![(texts.leads_win)(&extra, raise, &by)],
                }
            }
            (_, Equivalent::Searching) => Self {
                kind: "fixWins",
                sentences: vec![(texts.more_than_leads)(raise, &extra, &worth)],
            },
            (_, Equivalent::Leads(leads)) => {
                let leads = words.whole(leads.extra_per_month);
                Self {
                    kind: "fixWins",
                    sentences: vec![(texts.as_many_leads)(raise, &leads, &worth)],
                }
            }
            (_, Equivalent::None) => {
                let mut sentences = vec![(texts.no_leads)(raise, &worth)];
                let blocked = found.blocked_by.and_then(|at| {
                    let capacity = document
                        .stages
                        .get(at)?
                        .capacity_per_month
                        .map(Number::get)?;
                    Some((texts.because_full)(&name(at), &words.units(capacity)))
                });
                sentences.extend(blocked);
                sentences.push((texts.against)(
                    &words.whole(found.leads.totals.leads / months),
                    &words.units(found.leads.won_per_month),
                    raise,
                    &words.units(found.fix.won_per_month),
                ));
                Self {
                    kind: "noLeads",
                    sentences,
                }
            }
        }
    }
}

/// The verdict as a test reads it.
pub(super) const fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::FixWins => "fixWins",
        Verdict::LeadsWin => "leadsWin",
        Verdict::Tie => "tie",
        Verdict::NeitherHelps => "neitherHelps",
    }
}
