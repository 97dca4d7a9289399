//! What happens at one stage, in a mean month.

use super::{Figure, Line, Run, Sum, Term};
use crate::engine::MonthReport;

impl Run<'_> {
    /// Units that start a stage: of what arrives, what neither goes cold nor still waits.
    pub(super) fn started(&self, stage: usize) -> Option<Vec<Line>> {
        self.document.stages.get(stage)?;
        let started = self.started_units(stage);
        let a_month = started / self.document.months.get();
        Some(vec![
            Line {
                result: Term::new(Figure::StartedPerMonth(stage), a_month),
                expression: Figure::Started(stage).is(started).over(self.months()),
            },
            Line {
                result: Term::new(Figure::Started(stage), started),
                expression: self
                    .arrived(stage)
                    .less(Figure::WentCold(stage).is(self.went_cold(stage)))
                    .less(Figure::InLine(stage).is(self.in_line(stage)))
                    .without_nothing(),
            },
        ])
    }

    /// Units that leave a stage without advancing, those that go cold before it included.
    pub(super) fn lost(&self, stage: usize) -> Option<Vec<Line>> {
        self.document.stages.get(stage)?;
        let all = self.all_lost(stage);
        let lost = all.result.value;
        let a_month = lost / self.document.months.get();
        let mean = Line {
            result: Term::new(Figure::LostPerMonth(stage), a_month),
            expression: Figure::Lost(stage).is(lost).over(self.months()),
        };
        Some(vec![mean, all])
    }

    /// The same over the horizon.
    pub(super) fn all_lost(&self, stage: usize) -> Line {
        let not_advanced = self.units(stage, |month| &month.lost);
        let cold = self.went_cold(stage);
        Line {
            result: Term::new(Figure::Lost(stage), not_advanced + cold),
            expression: Figure::NotAdvanced(stage)
                .is(not_advanced)
                .plus(Figure::WentCold(stage).is(cold))
                .without_nothing(),
        }
    }

    /// Units in line for a stage at the end of the horizon.
    pub(super) fn waiting(&self, stage: usize) -> Option<Vec<Line>> {
        self.document.stages.get(stage)?;
        Some(vec![Line {
            result: Term::new(Figure::InLine(stage), self.in_line(stage)),
            expression: self
                .arrived(stage)
                .less(Figure::Started(stage).is(self.started_units(stage)))
                .less(Figure::WentCold(stage).is(self.went_cold(stage)))
                .without_nothing(),
        }])
    }

    pub(super) fn started_units(&self, stage: usize) -> f64 {
        self.units(stage, |month| &month.started)
    }

    fn went_cold(&self, stage: usize) -> f64 {
        self.units(stage, |month| &month.went_cold)
    }

    fn in_line(&self, stage: usize) -> f64 {
        let last = self.run.months.last();
        let waiting = last.and_then(|month| month.waiting.get(stage));
        waiting.copied().unwrap_or_default()
    }

    /// What comes to a stage: leads to the first one, who advanced from the stage before to the others.
    fn arrived(&self, stage: usize) -> super::Expression {
        match stage.checked_sub(1) {
            None => Figure::Sum(Sum::Leads).is(self.run.totals.leads),
            Some(before) => Figure::Arrived(stage).is(self.units(before, |month| &month.advanced)),
        }
    }

    fn units(&self, stage: usize, of: fn(&MonthReport) -> &Vec<f64>) -> f64 {
        let months = self.run.months.iter();
        months
            .map(|month| of(month).get(stage).copied().unwrap_or_default())
            .sum()
    }
}
