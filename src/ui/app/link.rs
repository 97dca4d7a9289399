//! Links: the one that the visitor asks for, and the ones that the page is opened with.

use super::*;

/// The link that the visitor asked for.
pub(super) struct Asked {
    address: String,
    copied: bool,
    /// Whether the text is still to be selected for copying by hand.
    pub select: bool,
}

impl App {
    pub(in crate::ui) fn asked_link(&self) -> Option<&str> {
        self.asked.as_ref().map(|asked| asked.address.as_str())
    }

    pub(in crate::ui) fn link_copied(&self) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.copied)
    }

    pub(in crate::ui) fn link_input(&self) -> NodeRef {
        self.link_input.clone()
    }

    /// Puts the state into the address, and tries to copy that.
    pub(super) fn copy_link(&mut self, context: &Context<Self>) -> bool {
        let fragment = [LINK, &to_link(&self.state.shared)].concat();
        let host = &context.props().host;
        host.write_fragment(&fragment);
        self.link_written = true;
        let address = host.link_with(&fragment);
        let link = context.link().clone();
        platform::copy(&address, move |copied| {
            link.send_message(Msg::Copied(copied));
        });
        self.asked = Some(Asked {
            address,
            copied: false,
            select: true,
        });
        true
    }

    pub(super) fn link_was_copied(&mut self, copied: bool) -> bool {
        if let Some(asked) = &mut self.asked {
            asked.copied = copied;
        }
        true
    }

    pub(super) fn close_link(&mut self) -> bool {
        self.keep_focus();
        self.asked = None;
        true
    }

    /// Opens what the address's new fragment holds.
    pub(super) fn open_fragment(&mut self, context: &Context<Self>) -> bool {
        let action = match start::linked(&context.props().host) {
            Some(Ok(shared)) => {
                self.link_written = true;
                Action::Open {
                    shared: Box::new(shared),
                    preset: None,
                }
            }
            Some(Err(problem)) => Action::Notice(Some(Notice::BrokenLink(problem))),
            None => return false,
        };
        self.take(context, action)
    }
}
