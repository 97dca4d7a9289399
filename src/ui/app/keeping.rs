//! The browser keeps the work: it is there again after a reload or on the way back.

use super::*;

impl App {
    pub(super) fn keep_later(&mut self, context: &Context<Self>) {
        if std::mem::take(&mut self.link_written) {
            // The address would name other numbers than the page shows.
            platform::write_fragment(None);
        }
        let link = context.link().clone();
        self.keep = Some(platform::after(KEEP_AFTER, move || {
            link.send_message(Msg::Keep)
        }));
    }

    pub(super) fn keep_now(&self) -> bool {
        platform::keep(&start::to_keep(self.wanted, &self.state));
        false
    }
}
