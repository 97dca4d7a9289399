//! Wins and leads: from the leads and the rates down to what is won.

use super::{Expression, Figure, Line, Run, Sum, Term};
use crate::engine::Simulator;
use crate::engine::arrivals::baseline_leads;
use crate::engine::calendar::Calendar;
use crate::insights::why::{causes, promise};
use crate::model::Change;

impl Run<'_> {
    /// What is won, and what the rates promise.
    pub(super) fn won(&self, simulator: &mut Simulator) -> Vec<Line> {
        let causes = causes(simulator, self.document, &self.levers);
        let taken = Figure::Promised
            .is(causes.promised)
            .less(Figure::Time.is(causes.time))
            .less(Figure::Capacity.is(causes.capacity))
            .less(Figure::Waiting.is(causes.waiting))
            .less(Figure::Quality.is(causes.quality));
        let promise = promise(self.document, &self.levers);
        let leads = Figure::Sum(Sum::Leads).is(promise.leads);
        let rates = self.conversions(promise.first_conversion);
        vec![
            Line {
                result: Term::new(Figure::Sum(Sum::Won), causes.won),
                expression: taken.without_nothing(),
            },
            Line {
                result: Term::new(Figure::Promised, causes.promised),
                expression: Expression::product(std::iter::once(leads).chain(rates)),
            },
        ]
    }

    /// The conversions of all stages; the first as it is entered, or with the quality of the leads.
    pub(super) fn conversions(&self, first: f64) -> Vec<Expression> {
        let stages = self.document.stages.iter().enumerate();
        stages
            .map(|(stage, _)| {
                let conversion = self.conversion(stage);
                let is_mixed = stage == 0 && (first - conversion).abs() > ROUNDING * conversion;
                if is_mixed {
                    Figure::FirstConversion.is(first)
                } else {
                    Figure::Conversion(stage).is(conversion)
                }
            })
            .collect()
    }

    /// The conversions of all stages, whose product is `overall`: the first with the quality of all leads, the
    /// extra ones included.
    pub(super) fn conversions_to(&self, overall: f64) -> Vec<Expression> {
        let later = 1..self.document.stages.len();
        let later: f64 = later.map(|stage| self.conversion(stage)).product();
        let first = if later > 0.0 {
            overall / later
        } else {
            self.conversion(0)
        };
        self.conversions(first)
    }

    /// The conversion of a stage, raised where this way raises it.
    fn conversion(&self, at: usize) -> f64 {
        let raised = self.levers.iter().find_map(|lever| match lever.change {
            Change::Conversion { stage, to } if stage == at => Some(to.get()),
            _ => None,
        });
        let entered = self.document.stages.get(at);
        let entered = entered.map_or(0.0, |stage| stage.conversion.middle());
        raised.unwrap_or(entered)
    }

    /// The leads of the horizon, channel by channel.
    pub(super) fn leads(&self) -> Vec<Line> {
        let calendar = Calendar::new(self.document.start, self.document.months.whole());
        let months = self.document.months.get();
        let channels = self.document.channels.iter().enumerate();
        let parts = channels.map(|(position, channel)| {
            let spans = calendar.months().iter().enumerate();
            let leads: f64 = spans
                .map(|(index, span)| baseline_leads(channel, index, span))
                .sum();
            let (mean, entered) = (leads / months, channel.leads_per_month.middle());
            let a_month = if (mean - entered).abs() <= ROUNDING * entered {
                Figure::ChannelLeads(position).is(entered)
            } else {
                Figure::ChannelMeanLeads(position).is(mean)
            };
            let times = self.levers.iter().find_map(|lever| match lever.change {
                Change::Leads { channel, times, .. } if channel == position => Some(times.get()),
                _ => None,
            });
            let a_month = match times {
                Some(times) => a_month.times(Figure::LeadsTimes.is(times)),
                None => a_month,
            };
            a_month.times(self.months())
        });
        vec![Line {
            result: Term::new(Figure::Sum(Sum::Leads), self.run.totals.leads),
            expression: Expression::sum(parts),
        }]
    }
}

/// Conversions that differ by less than this share are the same.
const ROUNDING: f64 = 1e-9;
