//! What is open of that which a visitor can open under the answer.

use super::at::At;
use super::choice::Choice;
use super::json::Node;

/// Something that is opened from the answer and closed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// A target by a month, and the ways to it.
    Goal,
    /// When a lever has paid for itself.
    Payback,
    /// From the first contact to the first cash.
    TimeToRevenue,
    /// What the open deals will bring.
    OpenPipeline,
    /// What a customer is worth.
    CustomerValue,
    /// How to split money between leads and stages.
    Budget,
    /// Scenarios side by side.
    Scenarios,
}

impl Choice for Panel {
    const ALL: &'static [Self] = &[
        Self::Goal,
        Self::Payback,
        Self::TimeToRevenue,
        Self::OpenPipeline,
        Self::CustomerValue,
        Self::Budget,
        Self::Scenarios,
    ];
    const IDS: &'static [&'static str] = &[
        "goal",
        "payback",
        "timeToRevenue",
        "openPipeline",
        "customerValue",
        "budget",
        "scenarios",
    ];
}

impl Panel {
    /// All of them, in the order of the questions that a visitor asks.
    #[must_use]
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// Its text in a view, such as "timeToRevenue".
    #[must_use]
    pub fn id(self) -> &'static str {
        Choice::id(self)
    }
}

/// The panels that are open, each at most once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panels(Vec<Panel>);

impl Panels {
    /// Whether a panel is open.
    #[must_use]
    pub fn contains(&self, panel: Panel) -> bool {
        self.0.contains(&panel)
    }

    /// Opens or closes a panel.
    pub fn set(&mut self, panel: Panel, is_open: bool) {
        self.0.retain(|open| *open != panel);
        if is_open {
            self.0.push(panel);
        }
    }

    /// Reads a list of ids. A panel of a later version is not opened.
    pub(super) fn from_at(at: &At<'_>) -> Self {
        let mut panels = Self::default();
        for id in at.list(0, MOST, |at| at.name()) {
            if let Some(panel) = Panel::from_id(&id) {
                panels.set(panel, true);
            }
        }
        panels
    }

    pub(super) fn node(&self) -> Node {
        self.0.iter().map(|panel| panel.node()).collect()
    }
}

/// The most entries of the list: room for those of later versions.
const MOST: usize = 40;
