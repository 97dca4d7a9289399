//! The browser keeps the work: it is there again after a reload or on the way back.

use super::*;

impl App {
    /// Keeps the state; while a hand moves, now and then, since browsers refuse too many changes.
    pub(super) fn keep(&mut self, context: &Context<Self>) {
        if std::mem::take(&mut self.link_written) {
            // The address would name other numbers than the page shows.
            context.props().host.write_fragment("");
        }
        if self.moving.is_none() {
            self.keep_now(context);
            return;
        }
        let link = context.link().clone();
        self.keeping = Some(platform::after(KEEP_AFTER, move || {
            link.send_message(Msg::Keep)
        }));
    }

    pub(super) fn keep_now(&self, context: &Context<Self>) -> bool {
        context
            .props()
            .host
            .keep(&start::to_keep(self.wanted, &self.state));
        false
    }
}
