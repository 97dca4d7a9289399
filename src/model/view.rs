//! What a visitor looks at, as it is shared along with the document.
//!
//! Nothing here changes what a run computes but for the seed and the trials.

use super::at::At;
use super::choice::Choice;
use super::document::Document;
use super::json::Node;
use super::number::Number;
use super::number::kinds::{Goal, LeadsFactor, MeanDays, Seed, Share, Trials};
use super::panel::Panels;
use super::plan::Plans;
use super::problem::{Expected, ProblemKind};
use super::shift::Shift;
use super::stage_note::StageNotes;

/// What is to be raised: the one number by which changes are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Objective {
    /// Deals won.
    Won,
    /// What the won deals are worth on paper.
    Bookings,
    /// Money received.
    Cash,
    /// Margin on the money received, less costs.
    Profit,
    /// What the horizon's work is worth, even where its money comes later.
    #[default]
    Value,
}

impl Choice for Objective {
    const ALL: &'static [Self] = &[
        Self::Won,
        Self::Bookings,
        Self::Cash,
        Self::Profit,
        Self::Value,
    ];
    const IDS: &'static [&'static str] = &["won", "bookings", "cash", "profit", "value"];
}

impl Objective {
    /// All of them.
    #[must_use]
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// Its text in a view, such as "won".
    #[must_use]
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }

    /// The objective of an [`id`](Self::id).
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Choice::from_id(id)
    }
}

/// The two ways that are compared: a better stage, or more leads.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pair {
    /// The stage that is improved, counted from 0.
    pub stage: usize,
    /// The conversion that it is brought to.
    pub to: Number<Share>,
    /// The channel whose leads are multiplied instead, counted from 0; all of them, in proportion, when
    /// absent.
    pub channel: Option<usize>,
    /// What those leads are multiplied by.
    pub leads_times: Number<LeadsFactor>,
}

impl Pair {
    /// Whether `document` has its stage and its channel.
    #[must_use]
    pub fn is_of(&self, document: &Document) -> bool {
        let has_channel = |channel| channel < document.channels.len();
        self.stage < document.stages.len() && self.channel.is_none_or(has_channel)
    }
}

/// What a visitor looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Where the random numbers start.
    pub seed: Number<Seed>,
    /// How many times chance is played out.
    pub trials: Number<Trials>,
    /// What is to be raised.
    pub objective: Objective,
    /// The two ways that the visitor compares; chosen by the answers when absent.
    pub pair: Option<Pair>,
    /// What the objective is meant to reach.
    pub target: Option<Number<Goal>>,
    /// What is noted beside the stages.
    pub stages: StageNotes,
    /// The days from lead to win as the visitor states them, to hold against those of the stages.
    pub cycle_days: Option<Number<MeanDays>>,
    /// What is open under the answer.
    pub panels: Panels,
    /// What is planned.
    pub plans: Plans,
}

impl Default for View {
    fn default() -> Self {
        Self {
            seed: Number::nearest(1.0),
            trials: Number::nearest(1000.0),
            objective: Objective::default(),
            pair: None,
            target: None,
            stages: StageNotes::default(),
            cycle_days: None,
            panels: Panels::default(),
            plans: Plans::default(),
        }
    }
}

impl View {
    /// Keeps the pair and the notes on their stages through an edit of the pipeline; without its stage each is
    /// gone.
    pub fn follow_stages(&mut self, shift: Shift) {
        self.stages.follow(shift);
        self.plans.follow_stages(shift);
        self.pair = self.pair.and_then(|pair| {
            let stage = shift.follow(pair.stage)?;
            Some(Pair { stage, ..pair })
        });
    }

    /// Keeps the pair on its channel through an edit of the channels; without its channel it is about all
    /// of them, and what was chosen of the stage stays.
    pub fn follow_channels(&mut self, shift: Shift) {
        if let Some(pair) = &mut self.pair {
            pair.channel = pair.channel.and_then(|channel| shift.follow(channel));
        }
    }

    /// Forgets what is about stages from place `count` on.
    pub fn keep_first_stages(&mut self, count: usize) {
        self.pair = self.pair.filter(|pair| pair.stage < count);
        self.stages.keep_first(count);
        if self.plans.stage >= count {
            self.plans.stage = 0;
        }
    }

    /// The view with every field.
    #[must_use]
    pub fn to_node(&self) -> Node {
        Node::object([
            ("seed", self.seed.into()),
            ("trials", self.trials.into()),
            ("objective", self.objective.node()),
            ("pair", self.pair.into()),
            ("target", self.target.into()),
            ("stages", self.stages.node()),
            ("cycleDays", self.cycle_days.into()),
            ("panels", self.panels.node()),
            ("plans", self.plans.node()),
        ])
    }

    /// The view without what is not set; what a result hangs on is always there, so that a link shows the same
    /// result for ever.
    #[must_use]
    pub fn to_brief_node(&self) -> Node {
        brief(self.to_node())
    }

    /// Reads the view of a document. Keys that it does not know are those of a later version: ignored.
    pub(crate) fn from_at(at: &At<'_>, document: &Document) -> Self {
        let mut view = Self::default();
        at.each(|key, at| match key {
            "seed" => view.seed = at.number(),
            "trials" => view.trials = at.number(),
            "objective" => view.objective = at.choice().unwrap_or_default(),
            "pair" => {
                let pair = at.optional(Expected::ObjectOrNull, |at| pair(at, document));
                view.pair = pair.flatten();
            }
            "target" => view.target = at.optional_number(),
            "stages" => view.stages = StageNotes::from_at(at, document.stages.len()),
            "cycleDays" => view.cycle_days = at.optional_number(),
            "panels" => view.panels = Panels::from_at(at),
            "plans" => {
                let stages = document.stages.len();
                let plans = at.optional(Expected::ObjectOrNull, |at| Plans::from_at(at, stages));
                view.plans = plans.unwrap_or_default();
            }
            _ => {}
        });
        view
    }
}

/// Members that stay, be they null.
const STAY: [&str; 6] = ["seed", "trials", "objective", "pair", "to", "leadsTimes"];

/// `node` without members that are not set.
fn brief(node: Node) -> Node {
    match node {
        Node::Object(members) => {
            let kept = members.into_iter().filter(|(key, value)| {
                let is_set = *value != Node::Null && *value != Node::List(Vec::new());
                is_set || STAY.contains(&key.as_str())
            });
            Node::Object(kept.map(|(key, value)| (key, brief(value))).collect())
        }
        Node::List(entries) => entries.into_iter().map(brief).collect(),
        node => node,
    }
}

fn pair(at: &At<'_>, document: &Document) -> Option<Pair> {
    let stages = document.stages.len();
    let channels = document.channels.len();
    let stage = at.require("stage")?;
    let channel = at.get("channel").and_then(|at| {
        at.optional(Expected::NumberOrNull, |at| {
            at.index(channels, ProblemKind::NoSuchChannel { channels })
        })
    });
    Some(Pair {
        stage: stage.index(stages, ProblemKind::NoSuchStage { stages }),
        to: at.require("to")?.number(),
        channel,
        leads_times: at.require("leadsTimes")?.number(),
    })
}

impl From<Pair> for Node {
    fn from(pair: Pair) -> Self {
        Self::object([
            ("stage", Self::index(pair.stage)),
            ("to", pair.to.into()),
            ("channel", pair.channel.map_or(Self::Null, Self::index)),
            ("leadsTimes", pair.leads_times.into()),
        ])
    }
}
