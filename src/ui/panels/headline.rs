//! The sentence that answers.

use crate::i18n::arguments::headline;
use crate::i18n::percent;
use crate::insights::{Certainty, Comparison, Equivalent, Verdict};
use crate::model::{Document, Number, Pair};
use crate::ui::words::Words;

/// Newest first is worth a word when it wins this much more.
const NOTABLY: f64 = 1.01;
/// Keeps the place for a share of the trials: most have as many digits.
const LIKELY: f64 = 0.9;

/// The headline, and what kind of answer it gives.
pub(in crate::ui) struct Headline {
    pub kind: &'static str,
    /// The sentence that is set large.
    pub answer: String,
    /// Why, and what else there is to do.
    pub reasons: Vec<String>,
    /// What the trials will say in other numbers: it keeps the place for them.
    pub later: Option<String>,
}

impl Headline {
    fn short(kind: &'static str, answer: String) -> Self {
        Self {
            kind,
            answer,
            reasons: Vec::new(),
            later: None,
        }
    }

    /// All of it, as it is read out.
    pub fn text(&self) -> String {
        let sentences = std::iter::once(&self.answer).chain(&self.reasons);
        sentences.cloned().collect::<Vec<_>>().join(" ")
    }

    /// The answer, with how sure it is once the trials have been played; so many are being played until then.
    pub fn of(
        words: Words,
        document: &Document,
        found: &Comparison,
        certainty: Result<&Certainty, f64>,
    ) -> Self {
        let mut headline = Self::answer(words, document, found);
        match certainty {
            Ok(certainty) => {
                let sure = sure(words, document, found, certainty);
                let optimist = optimist(words, document, found, certainty);
                headline.reasons.extend(sure.into_iter().chain(optimist));
            }
            Err(trials) => {
                headline.later = sure_in(words, document, found, trials, [LIKELY; 2]);
            }
        }
        headline
    }

    fn answer(words: Words, document: &Document, found: &Comparison) -> Self {
        let texts = &words.texts().headline;
        let stage = document.stages.get(found.pair.stage);
        let name = |stage: usize| {
            let name = document
                .stages
                .get(stage)
                .map_or("", |stage| stage.name.as_str());
            words.quoted(name)
        };
        let conversion = stage.map_or(f64::NAN, |stage| stage.conversion.middle());
        let (stage, from, to) = (
            &*name(found.pair.stage),
            &*words.percent(conversion),
            &*words.percent(found.pair.to.get()),
        );
        let worth = &*words.money(found.worth_up_to_per_month);
        let months = document.months.get();
        let extra = (found.leads.totals.leads - found.baseline.totals.leads) / months;
        let of_channel = |leads: f64| whose(words, document, found.pair, leads);
        let extra = &*of_channel(extra);

        if found.leads_hurt
            && let Some(waiting) = found.waiting
        {
            let mut reasons = Vec::new();
            let now = found.baseline.totals.won / months;
            let newest = waiting.wins_if_newest_first;
            if newest > now * NOTABLY {
                reasons.push(texts.newest_first(headline::NewestFirst {
                    newest: &words.units(newest),
                    now: &words.units(now),
                }));
            }
            return Self {
                kind: "leadsHurt",
                answer: texts.leads_hurt(&name(waiting.stage)),
                reasons,
                later: None,
            };
        }
        match (found.verdict, found.as_many_leads_as) {
            (Verdict::NeitherHelps, _) => {
                let leads = extra;
                let neither = headline::Neither {
                    stage,
                    from,
                    to,
                    leads,
                };
                Self::short("neither", texts.neither(neither))
            }
            (Verdict::Tie, Equivalent::Leads(_) | Equivalent::Searching) => {
                let cost = found.leads.cost_per_month - found.baseline.cost_per_month;
                let cost = &*words.money(cost);
                let leads = extra;
                Self {
                    kind: "tie",
                    answer: texts.tie(headline::Tie {
                        stage,
                        from,
                        to,
                        leads,
                    }),
                    reasons: vec![texts.tie_prices(headline::TiePrices { cost, worth })],
                    later: None,
                }
            }
            (Verdict::LeadsWin, _) => {
                let by = (found.leads.gain - found.fix.gain) / months;
                let by = &*words.objective(found.objective, by);
                let leads = extra;
                let win = headline::LeadsWin {
                    stage,
                    from,
                    to,
                    leads,
                    by,
                };
                Self::short("leadsWin", texts.leads_win(win))
            }
            (_, Equivalent::Searching) => {
                let leads = extra;
                let more = headline::MoreThanLeads {
                    stage,
                    from,
                    to,
                    leads,
                    worth,
                };
                Self::short("fixWins", texts.more_than_leads(more))
            }
            (_, Equivalent::Leads(leads)) => {
                let leads = &*of_channel(leads.extra_per_month);
                let as_many = headline::AsManyLeads {
                    stage,
                    from,
                    to,
                    leads,
                    worth,
                };
                Self::short("fixWins", texts.as_many_leads(as_many))
            }
            (_, Equivalent::None) => {
                let blocked = found.blocked_by.and_then(|at| {
                    let capacity = document
                        .stages
                        .get(at)?
                        .capacity_per_month
                        .map(Number::get)?;
                    Some(texts.because_full(headline::BecauseFull {
                        stage: &name(at),
                        limit: &words.units(capacity),
                    }))
                });
                let mut reasons: Vec<String> = blocked.into_iter().collect();
                reasons.push(texts.against(headline::Against {
                    leads: &words.whole(found.leads.totals.leads / months),
                    won: &words.units(found.leads.won_per_month),
                    from,
                    to,
                    fixed: &words.units(found.fix.won_per_month),
                }));
                Self {
                    kind: "noLeads",
                    answer: texts.no_leads(headline::NoLeads {
                        stage,
                        from,
                        to,
                        worth,
                    }),
                    reasons,
                    later: None,
                }
            }
        }
    }
}

/// So many leads, and of which channel where the pair names one.
fn whose(words: Words, document: &Document, pair: Pair, leads: f64) -> String {
    let leads = words.whole(leads);
    let channel = pair
        .channel
        .and_then(|channel| document.channels.get(channel));
    match channel {
        Some(channel) => [&*leads, " (", &words.quoted(&channel.name), ")"].concat(),
        None => leads,
    }
}

/// In how many trials the better way is better.
pub(in crate::ui) fn sure(
    words: Words,
    document: &Document,
    found: &Comparison,
    certainty: &Certainty,
) -> Option<String> {
    let trials = crate::runner::count(certainty.baseline.trials);
    let shares = [certainty.fix_wins_in, certainty.leads_win_in];
    sure_in(words, document, found, trials, shares)
}

/// The same of so many trials, in these shares of which the better stage and more leads win.
fn sure_in(
    words: Words,
    document: &Document,
    found: &Comparison,
    trials: f64,
    [fix_wins, leads_win]: [f64; 2],
) -> Option<String> {
    let texts = &words.texts().headline;
    let trials = words.whole(trials);
    let share = |share: f64| percent(words.locale, share, 0);
    match found.verdict {
        Verdict::FixWins => {
            let extra = found.leads.totals.leads - found.baseline.totals.leads;
            let extra = whose(words, document, found.pair, extra / document.months.get());
            Some(texts.fix_sure(headline::FixSure {
                leads: &extra,
                share: &share(fix_wins),
                trials: &trials,
            }))
        }
        Verdict::LeadsWin => Some(texts.leads_sure(headline::LeadsSure {
            share: &share(leads_win),
            trials: &trials,
        })),
        Verdict::Tie | Verdict::NeitherHelps => None,
    }
}

/// How much chance costs, where it does.
fn optimist(
    words: Words,
    document: &Document,
    found: &Comparison,
    certainty: &Certainty,
) -> Option<String> {
    let texts = &words.texts().headline;
    let [baseline, ..] = certainty.means;
    let expected = found.baseline.totals.won / document.months.get();
    let limited = document
        .stages
        .iter()
        .any(|stage| stage.capacity_per_month.is_some());
    (limited && expected > baseline.won * NOTABLY).then(|| {
        texts.optimist(headline::Optimist {
            mean: &words.units(baseline.won),
            expected: &words.units(expected),
        })
    })
}

/// The verdict as a test reads it.
pub(in crate::ui) const fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::FixWins => "fixWins",
        Verdict::LeadsWin => "leadsWin",
        Verdict::Tie => "tie",
        Verdict::NeitherHelps => "neitherHelps",
    }
}
