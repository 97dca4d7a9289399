//! Ratios and durations.

use super::{Expression, Figure, Line, Metric, Run, Sum, Term};
use crate::model::Billing;

/// Invoices of one customer that count towards the lifetime value.
const LIFETIME_INVOICES: i32 = 60;
/// Months of a year.
const YEAR: i32 = 12;

impl Run<'_> {
    /// A ratio or a duration; none where there is nothing to divide by.
    pub(super) fn metric(&self, metric: Metric) -> Option<Vec<Line>> {
        let totals = &self.run.totals;
        let channels = || Figure::ChannelCosts.is(self.channel_costs());
        let ratio = |figure, value: Option<f64>, expression: Expression| {
            let result = Term::new(figure, value?);
            let mut lines = vec![Line { result, expression }];
            lines.extend(self.parts_of_cost());
            Some(lines)
        };
        let metrics = &self.run.metrics;
        match metric {
            Metric::Conversion => {
                let overall = metrics.conversion?;
                let expression = Expression::product(self.conversions_to(overall));
                let result = Term::new(Figure::OverallConversion, overall);
                Some(vec![Line { result, expression }])
            }
            Metric::Cycle => Some(vec![self.cycle()]),
            Metric::TimeToRevenue => Some(vec![self.time_to_revenue(), self.cycle()]),
            Metric::CostPerLead => ratio(
                Figure::CostPerLead,
                metrics.cost_per_lead,
                channels().over(Figure::Sum(Sum::Leads).is(totals.leads)),
            ),
            Metric::AcquisitionCost => ratio(
                Figure::AcquisitionCost,
                metrics.acquisition_cost,
                channels()
                    .plus(Figure::StageCosts.is(self.all_stage_costs()))
                    .without_nothing()
                    .over(Figure::Sum(Sum::Won).is(totals.won)),
            ),
            Metric::ProgrammeShare => ratio(
                Figure::ProgrammeShare,
                metrics.programme_share,
                channels().over(Figure::Sum(Sum::Bookings).is(totals.bookings)),
            ),
            Metric::LifetimeValue => Some(vec![self.lifetime_value()]),
            Metric::Retention => Some(vec![self.retention()?]),
        }
    }

    fn cycle(&self) -> Line {
        let cycle = self.run.metrics.cycle_days;
        let stages = self.document.stages.iter().enumerate();
        let days: Vec<(usize, f64)> = stages
            .map(|(at, stage)| (at, stage.days.mean.middle()))
            .collect();
        let in_stages: f64 = days.iter().map(|(_, days)| days).sum();
        let days = days
            .into_iter()
            .map(|(at, days)| Figure::StageDays(at).is(days));
        Line {
            result: Term::new(Figure::Cycle, cycle),
            expression: Expression::sum(days)
                .plus(Figure::DaysInLine.is(cycle - in_stages))
                .without_nothing(),
        }
    }

    fn time_to_revenue(&self) -> Line {
        let metrics = &self.run.metrics;
        let (onboarding, delivery, payment) = match self.document.deal.billing {
            Billing::OneOff(one_off) => {
                let is_after_delivery = one_off.upfront_share.get() == 0.0;
                let delivery = one_off.delivery_days.get();
                (
                    one_off.onboarding_days.get(),
                    if is_after_delivery { delivery } else { 0.0 },
                    one_off.payment_days.get(),
                )
            }
            Billing::Recurring(recurring) => (
                recurring.onboarding_days.get(),
                0.0,
                recurring.payment_days.get(),
            ),
        };
        let all = Figure::Cycle
            .is(metrics.cycle_days)
            .plus(Figure::OnboardingDays.is(onboarding))
            .plus(Figure::DeliveryDays.is(delivery))
            .plus(Figure::PaymentDays.is(payment));
        Line {
            result: Term::new(Figure::TimeToRevenue, metrics.time_to_revenue_days),
            expression: all.without_nothing(),
        }
    }

    /// Σ over 60 invoices of (margin × price × (1 + e)^j − cost to serve) × (1 − c)^j, each sum taken for itself.
    pub(super) fn lifetime_value(&self) -> Line {
        let deal = &self.document.deal;
        let margin = Figure::GrossMargin.is(deal.gross_margin.get());
        let earned = margin.times(Figure::DealSize.is(deal.size.middle()));
        let expression = match deal.billing {
            Billing::OneOff(_) => earned,
            Billing::Recurring(recurring) => {
                let staying = 1.0 - recurring.monthly_churn.get();
                let growing = 1.0 + recurring.monthly_expansion.get();
                let invoices = invoices(staying);
                let serving = Figure::ServingPerMonth.is(recurring.cost_to_serve_per_month.get());
                let served = serving.times(Figure::Invoices.is(invoices));
                earned
                    .times(Figure::GrowingInvoices.is(self::invoices(staying * growing)))
                    .less(served)
                    .without_nothing()
            }
        };
        Line {
            result: Term::new(Figure::LifetimeValue, self.run.metrics.lifetime_value),
            expression,
        }
    }

    fn retention(&self) -> Option<Line> {
        let Billing::Recurring(recurring) = self.document.deal.billing else {
            return None;
        };
        let one = || Figure::Number.is(1.0);
        let staying = one().less(Figure::Churn.is(recurring.monthly_churn.get()));
        let growing = one().plus(Figure::Expansion.is(recurring.monthly_expansion.get()));
        let retention = self.run.metrics.annual_net_revenue_retention?;
        Some(Line {
            result: Term::new(Figure::Retention, retention),
            expression: Expression::Power(Box::new(Expression::product([staying, growing])), YEAR),
        })
    }
}

/// Σ_{j < 60} factor^j.
fn invoices(factor: f64) -> f64 {
    let powers = std::iter::successors(Some(1.0), |power| Some(power * factor));
    let all = usize::try_from(LIFETIME_INVOICES).unwrap_or_default();
    powers.take(all).sum()
}
