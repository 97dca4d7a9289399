//! The first time, the widget is drawn a part at a time: all of it at once would hold up the page that it is on.

use super::*;

/// How many more rows are drawn at a time. The first channel and the first stage take as long as all later ones: what
/// draws them is compiled by the browser only then.
const AT_A_TIME: usize = 2;

/// How much of the widget is drawn, each part with those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Drawn {
    Nothing,
    Bar,
    /// What all rows stand under, too.
    Answer,
    /// So many of the channels' rows and, after them, of the stages'.
    Rows(usize),
    /// The deal's, too.
    AllRows,
    FirstWay,
    All,
}

impl Drawn {
    /// What is drawn next of a pipeline.
    const fn next(self, channels: usize, stages: usize) -> Self {
        match self {
            Self::Nothing => Self::Bar,
            Self::Bar => Self::Answer,
            Self::Answer => Self::Rows(1),
            Self::Rows(drawn) if drawn == channels => Self::Rows(drawn + 1),
            Self::Rows(drawn) if drawn < channels + stages => Self::Rows(drawn + AT_A_TIME),
            Self::Rows(_) => Self::AllRows,
            Self::AllRows => Self::FirstWay,
            Self::FirstWay | Self::All => Self::All,
        }
    }
}

impl App {
    /// How many rows are drawn of the channels, and how many of the stages.
    pub(in crate::ui) fn drawn_rows(&self) -> (usize, usize) {
        let channels = self.state.channel_ids.len();
        match self.drawn {
            Drawn::Nothing | Drawn::Bar | Drawn::Answer => (0, 0),
            Drawn::Rows(drawn) => (drawn, drawn.saturating_sub(channels)),
            Drawn::AllRows | Drawn::FirstWay | Drawn::All => (usize::MAX, usize::MAX),
        }
    }

    /// Whether all rows are drawn.
    pub(in crate::ui) fn has_all_rows(&self) -> bool {
        self.drawn >= Drawn::AllRows
    }

    /// Whether the first of the two ways is drawn.
    pub(in crate::ui) fn has_a_way(&self) -> bool {
        self.drawn >= Drawn::FirstWay
    }

    /// Whether all of it is drawn.
    pub(in crate::ui) fn is_complete(&self) -> bool {
        self.drawn == Drawn::All
    }

    /// Draws one part more.
    pub(super) fn draw_more(&mut self, context: &Context<Self>) {
        let (channels, stages) = (self.state.channel_ids.len(), self.state.stage_ids.len());
        self.drawn = self.drawn.next(channels, stages);
        // The rows have sliders.
        if self.drawn == Drawn::Answer {
            self.want_curves(context);
        }
        if self.is_complete() {
            context.props().host.is_drawn();
        }
    }
}
