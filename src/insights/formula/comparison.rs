//! The two ways against each other.

use std::iter;

use super::{Figure, Line, Run, Situation, Sum, Term, Way};
use crate::engine::{Simulator, count};
use crate::insights::comparison::{FELT, LEADS_STEP, first_effect as felt_first};
use crate::insights::equivalent::{LeadSearch, more_leads_of};
use crate::insights::measure;

/// Which way gains more: what each gains, by how much one is ahead, what the better stage is worth, and how surely.
pub(super) fn answer(simulator: &mut Simulator, situation: Situation<'_>) -> Vec<Line> {
    let objective = situation.view.objective;
    let sum = Sum::from(objective);
    let months = situation.document.months.get();
    let [today, fix, leads] = Way::ALL.map(|way| Run::new(simulator, situation, way));
    let of = |run: &Run<'_>| sum.of(&run.run.totals);
    let (fix_gain, leads_gain) = (of(&fix) - of(&today), of(&leads) - of(&today));
    let gain = |figure, with, gained| Line {
        result: Term::new(figure, gained),
        expression: with,
    };
    let before = || Figure::Today(sum).is(of(&today));
    let (more, less) = if fix_gain >= leads_gain {
        (
            Figure::FixGain(objective).is(fix_gain),
            Figure::LeadsGain(objective).is(leads_gain),
        )
    } else {
        (
            Figure::LeadsGain(objective).is(leads_gain),
            Figure::FixGain(objective).is(fix_gain),
        )
    };
    let ahead = (fix_gain - leads_gain).abs() / months;
    let mut lines = vec![
        Line {
            result: Term::new(Figure::Ahead(objective), ahead),
            expression: more.less(less).over(today.months()),
        },
        gain(
            Figure::FixGain(objective),
            Figure::WithFix(sum).is(of(&fix)).less(before()),
            fix_gain,
        ),
        gain(
            Figure::LeadsGain(objective),
            Figure::WithLeads(sum).is(of(&leads)).less(before()),
            leads_gain,
        ),
        worth(&today, &fix),
    ];
    lines.extend(sure(situation));
    lines
}

/// What the better stage may cost a month before it stops paying: by value, its own costs left out.
fn worth(today: &Run<'_>, fix: &Run<'_>) -> Line {
    let (before, with) = (today.run.totals.value, fix.run.totals.value);
    let gain = Figure::WithFix(Sum::Value)
        .is(with)
        .less(Figure::Today(Sum::Value).is(before));
    let months = today.document.months.get();
    Line {
        result: Term::new(Figure::WorthUpTo, (with - before) / months),
        expression: gain.over(today.months()),
    }
}

/// In how many of the trials the better stage brings more.
fn sure(situation: Situation<'_>) -> Option<Line> {
    let certainty = situation.certainty?;
    let trials = count(certainty.baseline.trials);
    let won = Figure::TrialsWon.is(certainty.fix_wins_in * trials);
    (trials > 0.0).then(|| Line {
        result: Term::new(Figure::FixWinsIn, certainty.fix_wins_in),
        expression: won.over(Figure::Trials.is(trials)),
    })
}

/// The extra leads that bring as much as the better stage; none where no number of them does.
pub(super) fn as_many_leads(
    simulator: &mut Simulator,
    situation: Situation<'_>,
) -> Option<Vec<Line>> {
    let Situation { document, pair, .. } = situation;
    let objective = situation.view.objective;
    let fix = Run::new(simulator, situation, Way::Fix);
    let sum = Sum::from(objective);
    let target = sum.of(&fix.run.totals);
    let mut search = LeadSearch::of_channel(document, pair.channel, objective, target);
    let found = loop {
        if let Some(found) = search.step(simulator, document) {
            break found?;
        }
    };
    let levers = more_leads_of(document, pair.channel, found.times);
    let reached = measure(objective, &simulator.totals(document, &levers));
    let added = Figure::LeadsTimes
        .is(found.times)
        .less(Figure::Number.is(1.0));
    let extra_times = found.times - 1.0;
    let multiplied = if extra_times > 0.0 {
        found.extra_per_month / extra_times
    } else {
        0.0
    };
    let extra = Line {
        result: Term::new(Figure::ExtraLeads, found.extra_per_month),
        expression: Figure::LeadsPerMonth.is(multiplied).times(added),
    };
    // Where the better stage gains nothing, no leads at all do more than it.
    let reaching = (extra_times > 0.0).then(|| Line {
        result: Term::new(Figure::WithLeads(sum), reached),
        expression: Figure::WithFix(sum).is(target),
    });
    Some(iter::once(extra).chain(reaching).collect())
}

/// What a tenth more leads gain, of one channel or of all.
pub(super) fn leads_gain(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    channel: Option<usize>,
) -> Option<Vec<Line>> {
    let (document, objective) = (situation.document, situation.view.objective);
    if channel.is_some_and(|channel| channel >= document.channels.len()) {
        return None;
    }
    let sum = Sum::from(objective);
    let levers = more_leads_of(document, channel, LEADS_STEP);
    let (today, more) = (
        simulator.totals(document, &[]),
        simulator.totals(document, &levers),
    );
    let gain = sum.of(&more) - sum.of(&today);
    let extra = (more.leads - today.leads) / document.months.get();
    let added = Figure::Number.is(LEADS_STEP - 1.0);
    Some(vec![
        Line {
            result: Term::new(Figure::LeadsGain(objective), gain),
            expression: Figure::WithLeads(sum)
                .is(sum.of(&more))
                .less(Figure::Today(sum).is(sum.of(&today))),
        },
        Line {
            result: Term::new(Figure::ExtraLeads, extra),
            expression: Figure::LeadsPerMonth
                .is(extra / (LEADS_STEP - 1.0))
                .times(added),
        },
    ])
}

/// The first month whose extra wins are a tenth of the largest month's; none where there is no effect.
pub(super) fn first_effect(with: &Run<'_>, today: &Run<'_>) -> Option<Vec<Line>> {
    let month = felt_first(&with.run.months, &today.run.months)?;
    let won = |run: &Run<'_>| run.run.months.get(month).map(|month| month.won);
    let (after, before) = (won(with)?, won(today)?);
    let pairs = with.run.months.iter().zip(&today.run.months);
    let largest = pairs
        .map(|(month, before)| month.won - before.won)
        .fold(0.0, f64::max);
    Some(vec![
        Line {
            result: Term::new(Figure::ExtraWonIn(month), after - before),
            expression: Figure::WonIn(month)
                .is(after)
                .less(Figure::WonTodayIn(month).is(before)),
        },
        Line {
            result: Term::new(Figure::Felt, FELT * largest),
            expression: Figure::LargestExtra
                .is(largest)
                .times(Figure::Number.is(FELT)),
        },
    ])
}
