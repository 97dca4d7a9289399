//! Wins and leads: from the leads and the rates down to what is won.

use super::{Expression, Figure, Line, Run, Sum, Term};
use crate::engine::Simulator;
use crate::engine::arrivals::baseline_leads;
use crate::engine::calendar::Calendar;
use crate::engine::lead_pieces::pieces_of;
use crate::engine::timing::approach;
use crate::insights::why::{causes, promise};
use crate::model::Change;

impl Run<'_> {
    /// What is won, and what the rates promise.
    pub(super) fn won(&self, simulator: &mut Simulator) -> Vec<Line> {
        let causes = causes(simulator, self.document, &self.levers);
        let taken = Figure::Promised
            .is(causes.promised)
            .less(Figure::Time.is(causes.time))
            .less(Figure::Later.is(causes.later))
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
                if stage == 0 && !is_same(first, conversion) {
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
        let mut stages = (0..self.document.stages.len()).map(|stage| self.last_conversion(stage));
        let entered = stages.next().map_or(0.0, |figure| figure.value());
        let later: Vec<Expression> = stages.collect();
        let rest: f64 = later.iter().map(Expression::value).product();
        let first = if rest > 0.0 { overall / rest } else { entered };
        let first = if is_same(first, entered) {
            self.last_conversion(0)
        } else {
            Figure::FirstConversion.is(first)
        };
        std::iter::once(first).chain(later).collect()
    }

    /// The conversion of a stage, raised where this way raises it.
    fn conversion(&self, at: usize) -> f64 {
        let raised = self.levers.iter().rev();
        let raised = raised.filter_map(|lever| match lever.change {
            Change::Conversion { stage, to } if stage == at => Some(to.get()),
            _ => None,
        });
        raised
            .chain([self.entered_conversion(at)])
            .next()
            .unwrap_or_default()
    }

    fn entered_conversion(&self, at: usize) -> f64 {
        let entered = self.document.stages.get(at);
        entered.map_or(0.0, |stage| stage.conversion.middle())
    }

    /// The conversion of a stage in the last month, when changes may not have come all the way.
    fn last_conversion(&self, at: usize) -> Expression {
        let last = self.run.months.len().saturating_sub(1);
        let of_levers = self
            .levers
            .iter()
            .fold(self.entered_conversion(at), |from, lever| {
                match lever.change {
                    Change::Conversion { stage, to } if stage == at => {
                        approach(lever, last, from, to.get())
                    }
                    _ => from,
                }
            });
        if is_same(of_levers, self.conversion(at)) {
            Figure::Conversion(at).is(of_levers)
        } else {
            Figure::LastConversion(at).is(of_levers)
        }
    }

    /// The leads of the horizon, channel by channel.
    pub(super) fn leads(&self) -> Vec<Line> {
        let calendar = Calendar::new(self.document.start, self.document.months.whole());
        let months = self.document.months.get();
        let channels = self.document.channels.iter().enumerate();
        let parts = channels.map(|(position, channel)| {
            let spans = calendar.months().iter().enumerate();
            let by_month = spans.map(|(index, span)| {
                let pieces = pieces_of(position, &self.levers, index);
                let times = pieces.iter().map(|piece| piece.to).fold(0.0, f64::max);
                (baseline_leads(channel, index, span), times)
            });
            let by_month: Vec<(f64, f64)> = by_month.collect();
            let leads: f64 = by_month.iter().map(|(leads, _)| leads).sum();
            let (mean, entered) = (leads / months, channel.leads_per_month.middle());
            let a_month = if is_same(mean, entered) {
                Figure::ChannelLeads(position).is(entered)
            } else {
                Figure::ChannelMeanLeads(position).is(mean)
            };
            let is_changed = self.levers.iter().any(|lever| {
                matches!(lever.change, Change::Leads { channel, .. } if channel == position)
            });
            let a_month = if is_changed {
                a_month.times(times(&by_month))
            } else {
                a_month
            };
            a_month.times(self.months())
        });
        vec![Line {
            result: Term::new(Figure::Sum(Sum::Leads), self.run.totals.leads),
            expression: Expression::sum(parts),
        }]
    }
}

/// What the leads of months are multiplied by, where each month has leads and what these are multiplied by: the same
/// every month, or the mean.
fn times(by_month: &[(f64, f64)]) -> Expression {
    let first = by_month.first().map_or(1.0, |(_, times)| *times);
    if by_month.iter().all(|(_, times)| is_same(*times, first)) {
        return Figure::LeadsTimes.is(first);
    }
    let leads: f64 = by_month.iter().map(|(leads, _)| leads).sum();
    let multiplied: f64 = by_month.iter().map(|(leads, times)| leads * times).sum();
    Figure::MeanLeadsTimes.is(if leads > 0.0 {
        multiplied / leads
    } else {
        first
    })
}

/// Conversions and factors that differ by less than this share are the same.
const ROUNDING: f64 = 1e-9;

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= ROUNDING * other.abs()
}
