//! What is lost and held at a stage, what one step of improvement gains there, and how many leads fill it.

use super::{Expression, Figure, Line, Run, Situation, StageFact, Sum, Term, Way};
use crate::engine::Simulator;
use crate::insights::ceiling::{Ceiling, ceiling, shares_reaching};
use crate::insights::leaks::{ODDS_STEP, one_step_up};
use crate::insights::stage_facts::{StageFacts, stage_facts};
use crate::model::{Billing, Change};

/// A fact of a stage; none where there is no such stage, or it has no limit to be loaded.
pub(super) fn fact(
    simulator: &mut Simulator,
    run: &Run<'_>,
    stage: usize,
    fact: StageFact,
) -> Option<Vec<Line>> {
    let facts = *stage_facts(simulator, run.document).get(stage)?;
    match fact {
        StageFact::Lost => Some(vec![run.all_lost(stage)]),
        StageFact::WorthLost => {
            let advanced = Figure::NotAdvanced(stage).is(facts.lost);
            let cold = Figure::WentCold(stage).is(facts.went_cold);
            let after = Figure::WorthAfter(stage).is(run.worth_after(stage).value());
            let here = Figure::WorthHere(stage).is(run.worth_here(stage).value());
            let worth = advanced.times(after).plus(cold.times(here));
            let mut lines = vec![Line {
                result: Term::new(Figure::WorthLost(stage), facts.bookings_lost),
                expression: worth.without_nothing(),
            }];
            lines.extend(run.worths(stage, facts.went_cold > 0.0));
            Some(lines)
        }
        StageFact::InWork => Some(vec![in_work(run, stage, &facts)]),
        StageFact::WorthInWork => {
            let here = run.worth_here(stage).value();
            let held = Figure::InWork(stage).is(facts.in_work);
            let mut lines = vec![
                Line {
                    result: Term::new(Figure::WorthInWork(stage), facts.bookings_in_work),
                    expression: held.times(Figure::WorthHere(stage).is(here)),
                },
                in_work(run, stage, &facts),
            ];
            lines.extend(run.worths(stage, true));
            Some(lines)
        }
        StageFact::Load => Some(vec![load(run, stage, &facts)?]),
    }
}

fn in_work(run: &Run<'_>, stage: usize, facts: &StageFacts) -> Line {
    let together = facts.in_work * run.document.months.get();
    Line {
        result: Term::new(Figure::InWork(stage), facts.in_work),
        expression: Figure::InWorkTogether(stage)
            .is(together)
            .over(run.months()),
    }
}

fn load(run: &Run<'_>, stage: usize, facts: &StageFacts) -> Option<Line> {
    let limit = run.document.stages.get(stage)?.capacity_per_month?;
    let allowed = Figure::CapacityPerMonth(stage)
        .is(limit.get())
        .times(run.months());
    Some(Line {
        result: Term::new(Figure::Load(stage), facts.utilisation?),
        expression: Figure::Started(stage)
            .is(run.started_units(stage))
            .over(allowed),
    })
}

impl Run<'_> {
    /// What a unit that advances from a stage brings on average: the later conversions × the bookings of a win.
    fn worth_after(&self, stage: usize) -> Expression {
        let stages = self.document.stages.iter().enumerate().skip(stage + 1);
        let later = stages.map(|(at, stage)| Figure::Conversion(at).is(stage.conversion.middle()));
        let deal = &self.document.deal;
        let size = Figure::DealSize.is(deal.size.middle());
        let months = match deal.billing {
            Billing::OneOff(_) => None,
            Billing::Recurring(recurring) => {
                Some(Figure::ContractMonths.is(recurring.contract_months.get()))
            }
        };
        Expression::product(later.chain([size]).chain(months))
    }

    /// What a unit that starts a stage brings on average.
    fn worth_here(&self, stage: usize) -> Expression {
        let entered = self.document.stages.get(stage);
        let conversion = entered.map_or(0.0, |stage| stage.conversion.middle());
        let after = self.worth_after(stage).value();
        Figure::Conversion(stage)
            .is(conversion)
            .times(Figure::WorthAfter(stage).is(after))
    }

    fn worths(&self, stage: usize, with_here: bool) -> Vec<Line> {
        let here = self.worth_here(stage);
        let here = with_here.then(|| Line {
            result: Term::new(Figure::WorthHere(stage), here.value()),
            expression: here,
        });
        let after = self.worth_after(stage);
        let after = Line {
            result: Term::new(Figure::WorthAfter(stage), after.value()),
            expression: after,
        };
        here.into_iter().chain([after]).collect()
    }
}

/// What one step of improvement, odds × 1.1, gains at a stage.
pub(super) fn gain(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    stage: usize,
) -> Option<Vec<Line>> {
    let conversion = situation.document.stages.get(stage)?.conversion.middle();
    let to = one_step_up(conversion);
    let sum = Sum::from(situation.view.objective);
    let before = sum.of(&simulator.totals(situation.document, &[]));
    let lever = Change::Conversion { stage, to }.at_once();
    let with = sum.of(&simulator.totals(situation.document, &[lever]));
    let present = || Figure::Conversion(stage).is(conversion);
    let odds = Figure::Number
        .is(1.0)
        .plus(Figure::Number.is(ODDS_STEP - 1.0).times(present()));
    Some(vec![
        Line {
            result: Term::new(Figure::Gain(situation.view.objective), with - before),
            expression: Figure::WithFix(sum)
                .is(with)
                .less(Figure::Today(sum).is(before)),
        },
        Line {
            result: Term::new(Figure::Improved(stage), to.get()),
            expression: Figure::Number.is(ODDS_STEP).times(present()).over(odds),
        },
    ])
}

/// The leads a month that fill the first stage with a limit; none where no stage has one.
pub(super) fn most_leads(simulator: &mut Simulator, situation: Situation<'_>) -> Option<Vec<Line>> {
    let Ceiling {
        stage,
        leads_per_month,
        ..
    } = ceiling(situation.document)?;
    let limit = situation.document.stages.get(stage)?.capacity_per_month?;
    let limit = Figure::CapacityPerMonth(stage).is(limit.get());
    let shares = shares_reaching(situation.document);
    let first = shares.get(1).copied().unwrap_or(1.0);
    let run = Run::new(simulator, situation, Way::Today);
    let before: Vec<Expression> = run.conversions(first).into_iter().take(stage).collect();
    let expression = if before.is_empty() {
        limit
    } else {
        limit.over(Expression::product(before))
    };
    Some(vec![Line {
        result: Term::new(Figure::MostLeads(stage), leads_per_month),
        expression,
    }])
}
