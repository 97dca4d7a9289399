//! Why more leads do not help: from what the rates alone promise down to what happens.

use super::equivalent::more_leads_of;
use crate::engine::arrivals::Arrivals;
use crate::engine::calendar::Calendar;
use crate::engine::{ExpectedRun, MonthReport, Simulator};
use crate::model::{Change, Document, Lever, Number, kinds::LeadsFactor};

/// Causes that take more than this share of what is promised limit what leads bring.
const FELT: f64 = 0.01;
/// A gain below this share of the wins is rounding.
const NOTHING: f64 = 1e-9;
/// A stage is full when more than this share of what comes to it cannot start: less is the unevenness of months.
const UNEVENNESS: f64 = 1e-3;

/// What becomes of the wins that the rates promise. Units are deals won over the horizon; a cause that
/// brings instead of taking is negative. `promised − time − later − capacity − waiting − quality = won`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Causes {
    /// What the rates alone promise: the leads of all months × all conversions, the first one
    /// min(1, conversion × quality).
    pub promised: f64,
    /// Still on their way at the end, less those that were on their way at the start.
    pub time: f64,
    /// Missing because conversions change later or bit by bit; 0 where they do not change, or on the first day.
    pub later: f64,
    /// Could not start in time where a stage is full.
    pub capacity: f64,
    /// Went cold, stale, or were thrown away while they waited.
    pub waiting: f64,
    /// Lost because extra leads are poorer.
    pub quality: f64,
    /// What is won.
    pub won: f64,
}

/// What more leads really bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Why {
    /// What the leads are multiplied by, 0 to 1,000.
    pub leads_times: f64,
    /// What becomes of the wins that the rates promise.
    pub causes: Causes,
    /// Won more than with the leads as they are.
    pub gain: f64,
    /// What the rates promise more than with the leads as they are.
    pub promised_gain: f64,
    /// What the extra leads cost, fixed costs left out, ÷ `gain`; none where nothing is gained or they cost nothing.
    pub price_per_won: Option<f64>,
    /// Whether anything but time takes more than 1 % of what is promised: of the extra leads' wins, where there
    /// are extra leads.
    pub limits: bool,
    /// The first full stage: of what comes to it, more than a thousandth goes cold or stands in line at a month's end.
    pub blocking_stage: Option<usize>,
}

impl Causes {
    /// What is won with every stage without a limit.
    fn unlimited(&self) -> f64 {
        self.promised - self.time - self.later
    }

    /// What everything but time takes.
    fn limits(&self) -> f64 {
        self.unlimited() - self.won
    }
}

/// What becomes of the wins that the rates promise where `levers` act. The causes are switched on one after
/// another: time, changes that come later, capacity, waiting, falling quality; what one takes is what it takes when
/// those before it act already. Promised are conversions as changed from the first day on.
pub fn causes(simulator: &mut Simulator, document: &Document, levers: &[Lever]) -> Causes {
    let without_falling_quality = with_even_quality(document);
    let without_waiting_costs = with_patience(&without_falling_quality);
    let without_limits = without_capacities(&without_waiting_costs);

    let promised = promise(document, levers).won;
    let unlimited_levers = without_limiting(levers);
    let at_once = conversions_at_once(&unlimited_levers);
    let from_first_day = simulator.totals(&without_limits, &at_once).won;
    let unlimited = if at_once == unlimited_levers {
        from_first_day
    } else {
        simulator.totals(&without_limits, &unlimited_levers).won
    };
    let limited = simulator.totals(&without_waiting_costs, levers).won;
    let waited = simulator.totals(&without_falling_quality, levers).won;
    let won = simulator.totals(document, levers).won;
    Causes {
        promised,
        time: promised - from_first_day,
        later: from_first_day - unlimited,
        capacity: unlimited - limited,
        waiting: limited - waited,
        quality: waited - won,
        won,
    }
}

/// What `times` the leads bring, of one channel or, where it is absent, of all.
pub fn why(
    simulator: &mut Simulator,
    document: &Document,
    channel: Option<usize>,
    times: f64,
) -> Why {
    let leads_times = Number::<LeadsFactor>::nearest(times).get();
    let levers = more_leads_of(document, channel, leads_times);
    let more = causes(simulator, document, &levers);
    let now = causes(simulator, document, &[]);
    let run = simulator.expected(document, &levers);
    let baseline = simulator.totals(document, &[]);

    let gain = more.won - now.won;
    let extra_cost = run.totals.leads_cost - baseline.leads_cost;
    let promised_gain = more.promised - now.promised;
    let limits = if leads_times > 1.0 {
        more.limits() - now.limits() > FELT * promised_gain
    } else {
        more.limits() > FELT * more.promised
    };
    Why {
        leads_times,
        causes: more,
        gain,
        promised_gain,
        price_per_won: (gain > NOTHING * more.won && extra_cost > 0.0).then(|| extra_cost / gain),
        limits,
        blocking_stage: (0..document.stages.len()).find(|&stage| is_full(stage, &run)),
    }
}

/// What the rates alone promise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Promise {
    /// The leads of all months.
    pub leads: f64,
    /// The first stage's conversion, min(1, conversion × quality), mean over the leads; as entered where there are none.
    pub first_conversion: f64,
    /// Leads × all conversions.
    pub won: f64,
}

/// What the rates promise where `levers` act from the first day on; the falling quality of extra leads is left out.
pub(super) fn promise(document: &Document, levers: &[Lever]) -> Promise {
    let document = with_even_quality(document);
    let calendar = Calendar::new(document.start, document.months.whole());
    let mut conversions = conversions(&document, levers).into_iter();
    let entered = conversions.next().unwrap_or(1.0);
    let later: f64 = conversions.product();
    let months = Arrivals::new(&document, levers, &calendar).months;
    let leads: f64 = months.iter().map(|month| month.leads).sum();
    let advancing = months
        .iter()
        .map(|month| month.leads * month.first_conversion(entered));
    let advancing: f64 = advancing.sum();
    Promise {
        leads,
        first_conversion: if leads > 0.0 {
            advancing / leads
        } else {
            entered
        },
        won: advancing * later,
    }
}

/// The conversions of all stages, changed as the levers say.
fn conversions(document: &Document, levers: &[Lever]) -> Vec<f64> {
    let stages = document.stages.iter();
    let mut conversions: Vec<f64> = stages.map(|stage| stage.conversion.middle()).collect();
    for lever in levers {
        if let Change::Conversion { stage, to } = lever.change
            && let Some(conversion) = conversions.get_mut(stage)
        {
            *conversion = to.get();
        }
    }
    conversions
}

fn with_even_quality(document: &Document) -> Document {
    let mut document = document.clone();
    for channel in &mut document.channels {
        channel.quality_elasticity = Number::nearest(0.0);
    }
    document
}

fn with_patience(document: &Document) -> Document {
    let mut document = document.clone();
    for stage in &mut document.stages {
        stage.waiting.patience_half_life_days = None;
        stage.waiting.stale_half_life_days = None;
        stage.waiting.discard_after_days = None;
    }
    document
}

fn without_capacities(document: &Document) -> Document {
    let mut document = document.clone();
    for stage in &mut document.stages {
        stage.capacity_per_month = None;
    }
    document
}

/// The levers but those that limit how many can start a stage.
fn without_limiting(levers: &[Lever]) -> Vec<Lever> {
    let levers = levers.iter().copied();
    levers
        .filter(|lever| !matches!(lever.change, Change::Capacity { .. }))
        .collect()
}

/// The levers with every conversion changed on the first day.
fn conversions_at_once(levers: &[Lever]) -> Vec<Lever> {
    let levers = levers.iter().map(|lever| match lever.change {
        Change::Conversion { .. } => lever.change.at_once(),
        _ => *lever,
    });
    levers.collect()
}

fn is_full(stage: usize, run: &ExpectedRun) -> bool {
    let of = |list: &[f64]| list.get(stage).copied().unwrap_or_default();
    let sum = |list: fn(&MonthReport) -> &Vec<f64>| -> f64 {
        run.months.iter().map(|month| of(list(month))).sum()
    };
    let lines = run.months.iter().map(|month| of(&month.waiting));
    let cold = sum(|month| &month.went_cold);
    let held_up = cold + lines.fold(0.0, f64::max);
    held_up > UNEVENNESS * (sum(|month| &month.started) + held_up)
}
