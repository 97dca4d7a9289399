//! Ratios and durations.

use super::revenue::days_from_win;
use super::{Expression, Figure, Line, Metric, Run, Sum, Term};
use crate::engine::count;
use crate::insights::customer_value::LIFETIME_INVOICES;
use crate::model::Billing;

/// Months of a year.
const YEAR: f64 = 12.0;
/// Days that differ by less than this share are the same.
const ROUNDING: f64 = 1e-9;

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
        let days = stages.zip(&self.days).map(|((at, stage), mean)| {
            let entered = stage.days.mean.middle();
            let is_entered = (mean - entered).abs() <= ROUNDING * entered;
            if is_entered {
                Figure::StageDays(at).is(entered)
            } else {
                Figure::LastStageDays(at).is(*mean)
            }
        });
        let days: Vec<Expression> = days.collect();
        let in_stages: f64 = days.iter().map(Expression::value).sum();
        Line {
            result: Term::new(Figure::Cycle, cycle),
            expression: Expression::sum(days)
                .plus(Figure::DaysInLine.is(cycle - in_stages))
                .without_nothing(),
        }
    }

    fn time_to_revenue(&self) -> Line {
        let metrics = &self.run.metrics;
        let [onboarding, delivery, _] = days_from_win(self.document);
        let payment = count(self.last_deal().payment_days);
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
        let last = self.last_deal();
        let earned = margin.times(Figure::DealSize.is(last.size));
        let expression = match deal.billing {
            Billing::OneOff(_) => earned,
            Billing::Recurring(recurring) => {
                let staying = 1.0 - last.churn;
                let growing = 1.0 + recurring.monthly_expansion.get();
                let invoices = invoices(staying, LIFETIME_INVOICES);
                let serving = Figure::ServingPerMonth.is(recurring.cost_to_serve_per_month.get());
                let served = serving.times(Figure::Invoices.is(invoices));
                earned
                    .times(
                        Figure::GrowingInvoices
                            .is(self::invoices(staying * growing, LIFETIME_INVOICES)),
                    )
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
        let staying = one().less(Figure::Churn.is(self.last_deal().churn));
        let growing = one().plus(Figure::Expansion.is(recurring.monthly_expansion.get()));
        let retention = self.run.metrics.annual_net_revenue_retention?;
        Some(Line {
            result: Term::new(Figure::Retention, retention),
            expression: Expression::product([staying, growing]).power(Figure::Number, YEAR),
        })
    }
}

/// Σ_{j < number} factor^j.
pub(super) fn invoices(factor: f64, number: usize) -> f64 {
    let powers = std::iter::successors(Some(1.0), |power| Some(power * factor));
    powers.take(number).sum()
}
