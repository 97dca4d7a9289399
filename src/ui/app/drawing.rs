//! The first time, the widget is drawn a part at a time: all of it at once would hold up the page that it is on.

use super::*;

/// How many more channels and how many more stages are drawn at a time, after the answer.
const AT_A_TIME: usize = 2;
/// Their rows are drawn, and the deal's. Then comes the first of the two ways, then the second and the end.
const WITH_ALL_ROWS: usize = WITH_A_WAY - 1;
const WITH_A_WAY: usize = COMPLETE - 1;
const COMPLETE: usize = usize::MAX;

impl App {
    /// How many of the channels and how many of the stages are drawn.
    pub(in crate::ui) fn drawn_rows(&self) -> usize {
        self.drawn.saturating_sub(1)
    }

    /// Whether all rows are drawn.
    pub(in crate::ui) fn has_all_rows(&self) -> bool {
        self.drawn >= WITH_ALL_ROWS
    }

    /// Whether the first of the two ways is drawn.
    pub(super) fn has_a_way(&self) -> bool {
        self.drawn >= WITH_A_WAY
    }

    /// Whether all of it is drawn.
    pub(in crate::ui) fn is_complete(&self) -> bool {
        self.drawn == COMPLETE
    }

    /// Draws one part more.
    pub(super) fn draw_more(&mut self, context: &Context<Self>) {
        let rows = self.state.channel_ids.len().max(self.state.stage_ids.len());
        self.drawn = match self.drawn {
            0 => {
                self.want_curves(context);
                1
            }
            drawn if drawn >= WITH_ALL_ROWS => drawn + 1,
            drawn if drawn > rows => WITH_ALL_ROWS,
            drawn => drawn + AT_A_TIME,
        };
        if self.is_complete() {
            context.props().host.is_drawn();
        }
    }
}
