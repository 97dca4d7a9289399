//! One stage over the whole horizon, in expected numbers.

use std::cell::OnceCell;
use std::rc::Rc;

use super::arrivals::Arrivals;
use super::calendar::Calendar;
use super::duration::Duration;
use super::stage_months::StageMonths;
use super::stage_plan::{StageMonth, StagePlan};

/// Units by what becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Split {
    /// Those that advance.
    pub advancing: f64,
    /// Those that are lost.
    pub lost: f64,
}

impl Split {
    /// Of those that advance only this share does; the others are lost.
    #[must_use]
    pub fn keeping(self, share: f64) -> Self {
        let advancing = self.advancing * share;
        Self {
            advancing,
            lost: self.lost + (self.advancing - advancing),
        }
    }
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
    pub(super) fn conversion(&self, arrived_in: usize, starts_in: usize) -> f64 {
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
    months: OnceCell<StageMonths>,
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
            months: OnceCell::new(),
            input,
        };
        if flow.input.plan.is_limited() {
            flow.start_from_line();
        } else {
            flow.start_at_once();
        }
        flow.advanced = Rc::new(flow.leaving(Way::Forward, |day| flow.advancing(day)));
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
        let Self {
            input,
            started,
            advancing,
            went_cold,
            waiting,
            ..
        } = self;
        input.work_line(
            |start| {
                add(started, start.day, start.units);
                add(advancing, start.day, start.advancing);
            },
            |day, cold, left| {
                add(went_cold, day, cold);
                add(waiting, day, left);
            },
        );
    }

    /// Units that leave on each day, forward or lost: those of `started` that go that way, and those of
    /// the opening.
    fn leaving(&self, way: Way, started: impl Fn(usize) -> f64) -> Vec<f64> {
        let StageInput {
            calendar,
            plan,
            open,
            ..
        } = &self.input;
        let mut leaving = vec![0.0; calendar.days()];
        let steady = way.of(open.steady_per_day);
        if steady > 0.0 {
            // Those that started before the horizon and take more than d days leave on day d or later,
            // one day's worth of them on each.
            let longer = way.steady_days(open).longer_than_each();
            for (leaving, longer) in leaving.iter_mut().zip(longer) {
                *leaving = steady * longer;
            }
        }
        for (month, span) in plan.months.iter().zip(calendar.months()) {
            for day in span.range() {
                spread(&mut leaving, day, started(day), way.days(month));
            }
        }
        if let Some(first) = plan.months.first() {
            let units = way.of(open.on_first_day);
            spread(&mut leaving, 0, units, way.days(first));
        }
        leaving
    }

    fn advancing(&self, day: usize) -> f64 {
        self.advancing.get(day).copied().unwrap_or_default()
    }

    fn losing(&self, day: usize) -> f64 {
        let started = self.started.get(day).copied().unwrap_or_default();
        // Rounding must not make losses below zero.
        (started - self.advancing(day)).max(0.0)
    }

    /// Units that arrived on each day.
    #[must_use]
    pub fn arrived(&self) -> &[f64] {
        &self.input.arrivals
    }

    /// Units that were lost on each day, the cold ones left out.
    #[must_use]
    pub fn lost(&self) -> Vec<f64> {
        self.leaving(Way::Lost, |day| self.losing(day))
    }

    /// The same by month; computed when it is first asked for.
    #[must_use]
    pub fn months(&self) -> &StageMonths {
        self.months.get_or_init(|| StageMonths::of(self))
    }

    /// Units in the stage when the horizon begins.
    #[must_use]
    pub fn open_units(&self) -> f64 {
        let open = &self.input.open;
        let of = |way: Way| {
            way.of(open.on_first_day) + way.of(open.steady_per_day) * way.steady_days(open).mean()
        };
        of(Way::Forward) + of(Way::Lost)
    }

    /// Units in work at the end of `day`, counted from those that started and have not left yet.
    #[must_use]
    pub fn in_work(&self, day: usize) -> f64 {
        self.still_in(Way::Forward, day, |day| self.advancing(day))
            + self.still_in(Way::Lost, day, |day| self.losing(day))
    }

    fn still_in(&self, way: Way, day: usize, started: impl Fn(usize) -> f64) -> f64 {
        let StageInput {
            calendar,
            plan,
            open,
            ..
        } = &self.input;
        let steady_days = way.steady_days(open);
        let gone: f64 = steady_days.longer_than_each().iter().take(day + 1).sum();
        let mut units = way.of(open.steady_per_day) * (steady_days.mean() - gone).max(0.0);
        if let Some(first) = plan.months.first() {
            units += way.of(open.on_first_day) * way.days(first).longer_than(day);
        }
        for (month, span) in plan.months.iter().zip(calendar.months()) {
            let duration = way.days(month);
            let longest = duration.longer_than_each().len();
            let first = span.first_day.max((day + 1).saturating_sub(longest));
            for start in first..span.range().end.min(day + 1) {
                units += started(start) * duration.longer_than(day - start);
            }
        }
        units
    }
}

/// How a unit leaves a stage that it has started.
#[derive(Clone, Copy)]
enum Way {
    Forward,
    Lost,
}

impl Way {
    fn of(self, split: Split) -> f64 {
        match self {
            Self::Forward => split.advancing,
            Self::Lost => split.lost,
        }
    }

    fn days(self, month: &StageMonth) -> &Duration {
        match self {
            Self::Forward => &month.days,
            Self::Lost => &month.lost_days,
        }
    }

    fn steady_days(self, open: &OpenUnits) -> &Duration {
        match self {
            Self::Forward => &open.steady_days,
            Self::Lost => &open.steady_lost_days,
        }
    }
}

fn add(series: &mut [f64], day: usize, units: f64) {
    if let Some(place) = series.get_mut(day) {
        *place += units;
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
