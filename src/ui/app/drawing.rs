//! The first time, the widget is drawn a part at a time: all of it at once would hold up the page that it is on.

use super::*;

/// How many more channels and how many more stages are drawn at a time, after the answer.
const AT_A_TIME: usize = 2;

impl App {
    /// How many of the channels and how many of the stages are drawn.
    pub(in crate::ui) fn drawn_rows(&self) -> usize {
        self.drawn.saturating_sub(1)
    }

    /// Whether all of it is drawn.
    pub(in crate::ui) fn is_complete(&self) -> bool {
        self.drawn == usize::MAX
    }

    /// Draws one part more.
    pub(super) fn draw_more(&mut self, context: &Context<Self>) {
        if self.drawn == 0 {
            self.want_curves(context);
            self.drawn = 1;
        } else {
            self.drawn += AT_A_TIME;
        }
        let rows = self.state.channel_ids.len().max(self.state.stage_ids.len());
        if self.drawn > rows + AT_A_TIME {
            self.drawn = usize::MAX;
            context.props().host.is_drawn();
        }
    }
}
