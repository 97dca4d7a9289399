//! Input that contradicts itself: notes with what to check, never a block.
//!
//! Every note has a tolerance, so that what rounding, seasons or chance explain is not noted.

mod evidence;
mod lead_prices;
mod open_units;
mod rates;
mod steady;
mod volume;

pub(super) use steady::steady_stages;

use crate::model::{ChannelField, Document, Field};

/// Two things of the document that do not go together, and where to look.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What does not go together, with its numbers.
    pub contradiction: Contradiction,
    /// The fields to check, the likeliest first.
    pub check: Vec<Field>,
}

/// What does not go together. Stages and channels are counted from 0; volumes are a mean month's, by month
/// 0's leads without seasons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contradiction {
    /// Work in progress is not volume × days (Little's law: L = λ·W).
    OpenUnits {
        stage: usize,
        /// Units that are entered as open.
        open: f64,
        /// Units that start a month ÷ 30.4375 × mean days in the stage.
        expected: f64,
        /// The units a month that would make the open ones right; none where the stage takes no time.
        implied_per_month: Option<f64>,
        /// The mean days that would make them right; none where nobody starts.
        implied_days: Option<f64>,
    },
    /// The open units of two neighbouring stages do not go with the rate between them and their days.
    OpenNeighbours {
        /// The later one.
        stage: usize,
        open: f64,
        /// Units that are open in the stage before.
        open_before: f64,
        /// Units that the stage before would keep open here: its own ÷ its days × its conversion × the days
        /// here.
        expected: f64,
        /// The conversion of the stage before, quality of the leads included.
        conversion: f64,
        /// The conversion that would make the open units right; none where even 1 does not.
        implied_conversion: Option<f64>,
    },
    /// More units were counted at a stage than were counted to get there.
    CountedNeighbours {
        /// The later one.
        stage: usize,
        /// Units counted at it.
        counted: f64,
        /// Units counted to advance from the stage before.
        advanced_before: f64,
    },
    /// A rate that rests on few units.
    SmallSample {
        stage: usize,
        advanced: f64,
        of: f64,
        /// The 10th percentile of the rate.
        low: f64,
        /// The 90th percentile of the rate.
        high: f64,
        /// Whether the stage is the top leak: then the leak may be chance.
        is_top_leak: bool,
    },
    /// More units come to a stage than it can start.
    DemandAboveCapacity {
        stage: usize,
        /// Units that come a month; a full stage before lets no more through than its own capacity.
        arriving_per_month: f64,
        capacity_per_month: f64,
        /// The difference.
        excess_per_month: f64,
        /// Whether the line grows by the excess every month; else it goes cold or is thrown away.
        line_grows: bool,
    },
    /// The stages' days do not add up to the cycle that was stated.
    StatedCycle {
        stated_days: f64,
        /// Mean days of an advancing unit in all stages, waiting left out.
        stages_days: f64,
    },
    /// Hardly anyone who comes within the horizon is won within it.
    CycleBeyondHorizon {
        /// Mean days of an advancing unit in all stages, waiting left out.
        stages_days: f64,
        horizon_days: f64,
    },
    /// What is held for reachable is less than what there is.
    TargetBelowConversion {
        stage: usize,
        target: f64,
        conversion: f64,
    },
    /// Every stage advances everyone.
    NothingIsLost,
    /// A stage advances nobody, so that nobody is ever won.
    NothingAdvances { stage: usize },
    /// A channel's seasons change how many leads a year brings.
    Seasons {
        channel: usize,
        /// The sum of the twelve factors; 12 leaves the year as it is.
        sum: f64,
    },
    /// A lead costs more than it brings.
    LeadPrice {
        channel: usize,
        price: f64,
        /// Its chance to be won × lifetime value − what it costs in the stages on its way.
        worth: f64,
    },
}

impl Contradiction {
    /// Its name for reports and tests.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::OpenUnits { .. } => "openUnits",
            Self::OpenNeighbours { .. } => "openNeighbours",
            Self::CountedNeighbours { .. } => "countedNeighbours",
            Self::SmallSample { .. } => "smallSample",
            Self::DemandAboveCapacity { .. } => "demandAboveCapacity",
            Self::StatedCycle { .. } => "statedCycle",
            Self::CycleBeyondHorizon { .. } => "cycleBeyondHorizon",
            Self::TargetBelowConversion { .. } => "targetBelowConversion",
            Self::NothingIsLost => "nothingIsLost",
            Self::NothingAdvances { .. } => "nothingAdvances",
            Self::Seasons { .. } => "seasons",
            Self::LeadPrice { .. } => "leadPrice",
        }
    }
}

/// What is known besides the document.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// The stage with the most to gain from one step of improvement, see [`top_leak`](super::top_leak).
    pub top_leak: Option<usize>,
    /// The days from lead to win that the visitor states: the document does not hold them.
    pub cycle_days: Option<f64>,
}

/// What in `document` does not go together, without a run: volumes first, then counts, rates and money.
#[must_use]
pub fn contradictions(document: &Document, known: Known) -> Vec<Note> {
    let mut notes = volume::demand(document);
    notes.extend(volume::stated_cycle(document, known.cycle_days));
    notes.extend(volume::horizon(document));
    notes.extend(volume::seasons(document));
    notes.extend(open_units::open_units(document));
    notes.extend(evidence::neighbours(document));
    notes.extend(evidence::small_samples(document, known.top_leak));
    notes.extend(rates::rates(document));
    notes.extend(rates::targets(document));
    notes.extend(lead_prices::lead_prices(document));
    notes
}

fn leads_of_all_channels(document: &Document) -> impl Iterator<Item = Field> {
    let channels = 0..document.channels.len();
    channels.map(|channel| Field::Channel(channel, ChannelField::LeadsPerMonth))
}
