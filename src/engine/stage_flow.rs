//! One stage over the whole horizon, in expected numbers.

use std::rc::Rc;

use super::arrivals::Arrivals;
use super::calendar::Calendar;
use super::duration::Duration;
use super::stage_plan::StagePlan;
use super::waiting_line::{Staleness, WaitingLine};

/// Units by what becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Split {
    /// Those that advance.
    pub advancing: f64,
    /// Those that are lost.
    pub lost: f64,
}

/// Units that are in a stage when the horizon begins; what becomes of them is decided already.
#[derive(Clone, Debug)]
pub struct OpenUnits {
    /// Units that started on every day before the horizon.
    pub steady_per_day: Split,
    /// How long the advancing ones of those take.
    pub steady_days: Rc<Duration>,
    /// How long the lost ones of those take.
    pub steady_lost_days: Rc<Duration>,
    /// Units that start on day 0 without using capacity.
    pub on_first_day: Split,
}

impl PartialEq for OpenUnits {
    fn eq(&self, other: &Self) -> bool {
        self.steady_per_day == other.steady_per_day
            && self.on_first_day == other.on_first_day
            && Rc::ptr_eq(&self.steady_days, &other.steady_days)
            && Rc::ptr_eq(&self.steady_lost_days, &other.steady_lost_days)
    }
}

/// What a stage is run on.
#[derive(Clone, Debug)]
pub struct StageInput {
    /// The months.
    pub calendar: Rc<Calendar>,
    /// The stage's parameters.
    pub plan: StagePlan,
    /// Units that arrive on each day.
    pub arrivals: Rc<Vec<f64>>,
    /// For the first stage: the leads' qualities by month of arrival.
    pub qualities: Option<Rc<Arrivals>>,
    /// What is in the stage at the start.
    pub open: OpenUnits,
}

impl StageInput {
    /// Probability to advance, when fresh, of a unit that arrived in one month and starts in another.
    fn conversion(&self, arrived_in: usize, starts_in: usize) -> f64 {
        let conversion = self
            .plan
            .months
            .get(starts_in)
            .map_or(0.0, |month| month.conversion);
        let qualities = self.qualities.as_ref();
        match qualities.and_then(|arrivals| arrivals.months.get(arrived_in)) {
            Some(month) => month.first_conversion(conversion),
            None => conversion,
        }
    }
}

/// What happened in a stage, day by day.
#[derive(Clone, Debug)]
pub struct StageFlow {
    /// What it was run on.
    pub input: StageInput,
    /// Units that started on each day, those of the opening left out.
    pub started: Vec<f64>,
    /// Those of them that will advance.
    pub advancing: Vec<f64>,
    /// Units that left forward on each day.
    pub advanced: Rc<Vec<f64>>,
    /// Units that went cold or were thrown away on each day.
    pub went_cold: Vec<f64>,
    /// Units that wait at the end of each day.
    pub waiting: Vec<f64>,
}

impl StageFlow {
    /// Runs a stage over the horizon.
    #[must_use]
    pub fn run(input: StageInput) -> Self {
        let days = input.calendar.days();
        let mut flow = Self {
            started: vec![0.0; days],
            advancing: vec![0.0; days],
            advanced: Rc::default(),
            went_cold: vec![0.0; days],
            waiting: vec![0.0; days],
            input,
        };
        if flow.input.plan.is_limited() {
            flow.start_from_line();
        } else {
            flow.start_at_once();
        }
        flow.advanced = Rc::new(flow.leave_forward());
        flow
    }

    fn start_at_once(&mut self) {
        self.started.clone_from(&self.input.arrivals);
        for (month, span) in self.input.calendar.months().iter().enumerate() {
            let conversion = self.input.conversion(month, month);
            let started = self.started.get(span.range()).unwrap_or_default();
            let advancing = self.advancing.get_mut(span.range()).unwrap_or_default();
            for (advancing, started) in advancing.iter_mut().zip(started) {
                *advancing = started * conversion;
            }
        }
    }

    fn start_from_line(&mut self) {
        let mut line = WaitingLine::new(&self.input.plan.waiting);
        let staleness = Staleness::new(&self.input.plan.waiting);
        let calendar = Rc::clone(&self.input.calendar);
        let arrivals = Rc::clone(&self.input.arrivals);
        let days = calendar.month_of_each_day().iter().zip(arrivals.iter());
        for (day, (&month, &arrived)) in days.enumerate() {
            let Some(parameters) = self.input.plan.months.get(month) else {
                continue;
            };
            let mut started = 0.0;
            let mut advancing = 0.0;
            line.join(day, arrived);
            line.take(
                parameters.capacity_per_day.unwrap_or(f64::INFINITY),
                parameters.order,
                |batch| {
                    let arrived_in = calendar.month_of(batch.day).unwrap_or(month);
                    let fresh = staleness.freshness(day - batch.day);
                    started += batch.units;
                    advancing += batch.units * self.input.conversion(arrived_in, month) * fresh;
                },
            );
            let went_cold = line.end_day(day);
            put(&mut self.started, day, started);
            put(&mut self.advancing, day, advancing);
            put(&mut self.went_cold, day, went_cold);
            put(&mut self.waiting, day, line.units());
        }
    }

    fn leave_forward(&self) -> Vec<f64> {
        let StageInput {
            calendar,
            plan,
            open,
            ..
        } = &self.input;
        let mut advanced = vec![0.0; calendar.days()];
        let steady = open.steady_per_day.advancing;
        if steady > 0.0 {
            // Those that started before the horizon and take more than d days leave on day d or later,
            // one day's worth of them on each.
            let longer = open.steady_days.longer_than_each();
            for (leaving, longer) in advanced.iter_mut().zip(longer) {
                *leaving = steady * longer;
            }
        }
        for (month, span) in plan.months.iter().zip(calendar.months()) {
            for day in span.range() {
                let units = self.advancing.get(day).copied().unwrap_or_default();
                spread(&mut advanced, day, units, &month.days);
            }
        }
        if let Some(first) = plan.months.first() {
            spread(&mut advanced, 0, open.on_first_day.advancing, &first.days);
        }
        advanced
    }

    /// Units that arrived on each day.
    #[must_use]
    pub fn arrived(&self) -> &[f64] {
        &self.input.arrivals
    }

    /// Units in the stage when the horizon begins.
    #[must_use]
    pub fn open_units(&self) -> f64 {
        let open = &self.input.open;
        open.on_first_day.advancing
            + open.on_first_day.lost
            + open.steady_per_day.advancing * open.steady_days.mean()
            + open.steady_per_day.lost * open.steady_lost_days.mean()
    }

    /// Units that were lost from the first day to the end of `day`, the cold ones left out.
    #[must_use]
    pub fn lost_through(&self, day: usize) -> f64 {
        let open = &self.input.open;
        let steady = open.steady_per_day.lost;
        let opening = if steady > 0.0 {
            let longer = open.steady_lost_days.longer_than_each();
            steady * longer.iter().take(day + 1).sum::<f64>()
        } else {
            0.0
        };
        let first_day = open.on_first_day.lost * (1.0 - self.first_day_longer(day).lost);
        let mut lost = opening + first_day;
        self.for_each_start_through(day, |started, still_in| {
            lost += started.lost * (1.0 - still_in.lost);
        });
        lost
    }

    /// Units in work at the end of `day`.
    #[must_use]
    pub fn in_work(&self, day: usize) -> f64 {
        let open = &self.input.open;
        let left = |duration: &Duration| {
            let gone: f64 = duration.longer_than_each().iter().take(day + 1).sum();
            (duration.mean() - gone).max(0.0)
        };
        let first_day = self.first_day_longer(day);
        let mut in_work = open.on_first_day.advancing * first_day.advancing
            + open.on_first_day.lost * first_day.lost
            + open.steady_per_day.advancing * left(&open.steady_days)
            + open.steady_per_day.lost * left(&open.steady_lost_days);
        self.for_each_start_through(day, |started, still_in| {
            in_work += started.advancing * still_in.advancing + started.lost * still_in.lost;
        });
        in_work
    }

    /// The shares of the first day's units that are still in the stage at the end of `day`.
    fn first_day_longer(&self, day: usize) -> Split {
        let first = self.input.plan.months.first();
        first.map_or_else(Split::default, |month| Split {
            advancing: month.days.longer_than(day),
            lost: month.lost_days.longer_than(day),
        })
    }

    /// Tells `each` of the units that started on each day up to `day`, and of the shares of them that
    /// are still in the stage at its end.
    fn for_each_start_through(&self, day: usize, mut each: impl FnMut(Split, Split)) {
        let StageInput { calendar, plan, .. } = &self.input;
        let starts = self.started.iter().zip(&self.advancing).enumerate();
        for (start, (&started, &advancing)) in starts.take(day + 1) {
            let month = calendar
                .month_of(start)
                .and_then(|month| plan.months.get(month));
            let Some(month) = month else { continue };
            let units = Split {
                advancing,
                lost: started - advancing,
            };
            let still_in = Split {
                advancing: month.days.longer_than(day - start),
                lost: month.lost_days.longer_than(day - start),
            };
            each(units, still_in);
        }
    }
}

fn put(series: &mut [f64], day: usize, value: f64) {
    if let Some(place) = series.get_mut(day) {
        *place = value;
    }
}

/// `units` that start on `day` leave over the days that follow.
fn spread(series: &mut [f64], day: usize, units: f64, duration: &Duration) {
    if units == 0.0 {
        return;
    }
    let from_day = series.get_mut(day..).unwrap_or_default();
    for (leaving, share) in from_day.iter_mut().zip(duration.exactly()) {
        *leaving += units * share;
    }
}
