//! From first contact to first cash: waits, how long half and nine of ten take, what a shorter piece and a usual step
//! bring.

use super::{Figure, Line, Run, Situation, Sum, Term};
use crate::engine::{Keeps, Simulator, Totals, count};
use crate::insights::cycle::CycleDistribution;
use crate::insights::shorter_piece::shorten_at_once;
use crate::insights::step_moves::take;
use crate::insights::steps::planned;
use crate::insights::time_to_revenue::{DEFAULT_SHORTER, pieces};
use crate::insights::top_leak;
use crate::model::{Billing, Document, Objective, PlanField, Step};

/// The mean wait for a stage; none where nobody starts it.
pub(super) fn mean_wait(
    simulator: &mut Simulator,
    run: &Run<'_>,
    stage: usize,
) -> Option<Vec<Line>> {
    let flows = simulator.flows(run.document, &[]);
    let wait = flows.stages.get(stage)?.mean_wait();
    let started = run.started_units(stage);
    let line = Line {
        result: Term::new(Figure::MeanWait(stage), wait),
        expression: Figure::UnitDaysInLine(stage)
            .is(wait * started)
            .over(Figure::Started(stage).is(started)),
    };
    (started > 0.0).then(|| vec![line])
}

/// The days within which so many tenths of the won units have brought their first cash.
pub(super) fn first_cash_within(
    simulator: &mut Simulator,
    document: &Document,
    tenths: u8,
) -> Option<Vec<Line>> {
    let cycle = CycleDistribution::of(simulator, document);
    let won = count(cycle.days_for(f64::from(tenths) / 10.0)?);
    let [onboarding, delivery, payment] = days_from_win(document);
    let expression = Figure::WonWithin(tenths)
        .is(won)
        .plus(Figure::OnboardingDays.is(onboarding))
        .plus(Figure::DeliveryDays.is(delivery))
        .plus(Figure::PaymentDays.is(payment));
    Some(vec![Line {
        result: Term::new(
            Figure::FirstCashWithin(tenths),
            won + onboarding + delivery + payment,
        ),
        expression: expression.without_nothing(),
    }])
}

/// Days of onboarding, of delivery where it counts, and of payment.
pub(super) fn days_from_win(document: &Document) -> [f64; 3] {
    match document.deal.billing {
        Billing::OneOff(one_off) => {
            let is_after_delivery = one_off.upfront_share.get() == 0.0;
            let delivery = one_off.delivery_days.get();
            [
                one_off.onboarding_days.get(),
                if is_after_delivery { delivery } else { 0.0 },
                one_off.payment_days.get(),
            ]
        }
        Billing::Recurring(recurring) => [
            recurring.onboarding_days.get(),
            0.0,
            recurring.payment_days.get(),
        ],
    }
}

/// What a piece of the way, counted from 0, brings in cash when it is shorter.
pub(super) fn shorter(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    place: usize,
) -> Option<Vec<Line>> {
    let document = situation.document;
    let by = situation.view.plans.get(PlanField::ShortenBy);
    let flows = simulator.flows(document, &[]);
    let piece = *pieces(document, &flows).get(place)?;
    let by = by.unwrap_or(DEFAULT_SHORTER);
    let after = shorten_at_once(simulator, document, piece, by)?;
    let changed = Changed::new(simulator, document, &after, None);
    let mut lines = vec![changed.gain(Sum::Cash, Objective::Cash)];
    lines.push(changed.days_less());
    lines.push(changed.gain(Sum::Won, Objective::Won));
    Some(lines)
}

/// What a usual step, counted from 0, brings in profit, its price taken off.
pub(super) fn step(
    simulator: &mut Simulator,
    situation: Situation<'_>,
    place: usize,
) -> Option<Vec<Line>> {
    let (document, plans) = (situation.document, &situation.view.plans);
    let step = *Step::all().get(place)?;
    let (effect, cost) = planned(plans, step);
    let leak = top_leak(simulator, document, Objective::Won);
    let taken = take(step, document, effect, leak.map_or(0, |leak| leak.stage)).ok();
    let (after, keeps) = match &taken {
        Some(taken) => (&taken.after, taken.keeps),
        None => (document, None),
    };
    let changed = Changed::new(simulator, document, after, keeps);
    let months = document.months.get();
    let price = cost.over(months);
    let mut profit = changed.gain(Sum::Profit, Objective::Profit);
    profit.result.value -= price;
    profit.expression = profit
        .expression
        .less(Figure::StepPrice.is(price))
        .without_nothing();
    let mut lines = vec![profit];
    if price > 0.0 {
        let monthly = Figure::StepPerMonth
            .is(cost.per_month)
            .times(Figure::Months.is(months));
        lines.push(Line {
            result: Term::new(Figure::StepPrice, price),
            expression: Figure::StepOnce
                .is(cost.once)
                .plus(monthly)
                .without_nothing(),
        });
    }
    lines.push(changed.gain(Sum::Won, Objective::Won));
    lines.push(changed.gain(Sum::Cash, Objective::Cash));
    lines.push(changed.days_less());
    Some(lines)
}

/// A pipeline that changes on the first day, against itself as it is.
struct Changed {
    before: (Totals, f64),
    after: (Totals, f64),
}

impl Changed {
    fn new(
        simulator: &mut Simulator,
        before: &Document,
        after: &Document,
        keeps: Option<Keeps>,
    ) -> Self {
        let flows = simulator.changed(before, after, keeps);
        let changed = flows.report(after, &[]);
        let run = simulator.expected(before, &[]);
        Self {
            before: (run.totals, run.metrics.time_to_revenue_days),
            after: (changed.totals, changed.metrics.time_to_revenue_days),
        }
    }

    fn gain(&self, sum: Sum, objective: Objective) -> Line {
        let (before, after) = (sum.of(&self.before.0), sum.of(&self.after.0));
        Line {
            result: Term::new(Figure::Gain(objective), after - before),
            expression: Figure::Changed(sum)
                .is(after)
                .less(Figure::Today(sum).is(before)),
        }
    }

    fn days_less(&self) -> Line {
        Line {
            result: Term::new(Figure::DaysLess, self.before.1 - self.after.1),
            expression: Figure::TimeToRevenue
                .is(self.before.1)
                .less(Figure::FirstCashThen.is(self.after.1)),
        }
    }
}
