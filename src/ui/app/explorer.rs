//! The explorer: is told what is on the first screen, and what it changes is taken like any other change.

use super::*;
use crate::platform::Part;
use crate::share::Shared;

impl App {
    pub(super) fn listen_to_explorer(context: &Context<Self>) -> Option<Listener> {
        let link = context.link().clone();
        let port = context.props().explorer.as_ref()?;
        Some(port.listen(move |message| link.send_message(Msg::Explored(message))))
    }

    /// Each change waits anew, so that only a state that stands is told of.
    /// What the explorer still finds out about an earlier one is of no interest.
    pub(super) fn tell_later(&mut self, context: &Context<Self>) {
        if self.told.is_some() {
            self.post_to_explorer(context, &[]);
        }
        let link = context.link().clone();
        self.telling = Some(platform::after(TELL_AFTER, move || {
            link.send_message(Msg::Tell)
        }));
    }

    /// Tells the explorer of the present state, once, with what the trials say of it so far.
    pub(super) fn tell_explorer(&mut self, context: &Context<Self>) -> bool {
        let now = (self.state.generation, self.locale);
        if self.told != Some(now) {
            self.told = Some(now);
            let host = &context.props().host;
            let link = host.link_with(&[LINK, &to_link(&self.state.shared)].concat());
            self.post_to_explorer(
                context,
                &[
                    ("shared", Part::Text(&self.state.shared.to_brief_json())),
                    ("headline", Part::Text(&self.headline().text())),
                    ("link", Part::Text(&link)),
                ],
            );
            self.pass_report_on(context);
        }
        false
    }

    /// Whether the explorer knows the present state.
    pub(super) fn has_told(&self) -> bool {
        self.told == Some((self.state.generation, self.locale))
    }

    /// Sends something of the present state.
    pub(super) fn post_to_explorer(&self, context: &Context<Self>, parts: &[(&str, Part<'_>)]) {
        if let Some(port) = &context.props().explorer {
            let mut message = vec![
                ("generation", Part::Number(self.generation())),
                ("taken", Part::Number(self.taken)),
                ("language", Part::Text(self.locale.tag())),
            ];
            message.extend_from_slice(parts);
            port.post(&message);
        }
    }

    /// Has the explorer show how a number comes about.
    pub(super) fn open(&mut self, context: &Context<Self>, name: &str) -> bool {
        self.tell_explorer(context);
        self.post_to_explorer(context, &[("open", Part::Text(name))]);
        false
    }

    /// Takes what the explorer has changed or the page around sets, a step back or forth, or another language. What it has made of a state that has changed here
    /// since would undo that: it is told of the present one instead, and makes its change anew.
    pub(super) fn explored(&mut self, context: &Context<Self>, message: &Message) -> bool {
        let (known, own) = (message.number("generation"), self.own_generation);
        if known.is_some_and(|known| known < own) {
            self.told = None;
            return self.tell_explorer(context);
        }
        if let Some(locale) = message
            .text("language")
            .and_then(|tag| Locale::from_tag(&tag))
        {
            return self.want_language(context, locale);
        }
        self.taken = message.number("change").unwrap_or(self.taken);
        let action = match message.number("step") {
            Some(step) if step < 0.0 => Action::Undo,
            Some(_) => Action::Redo,
            None => {
                let shared = message.text("shared").unwrap_or_default();
                let this_month = start::this_month(&context.props().host);
                let Ok(shared) = Shared::read(shared.as_bytes(), this_month) else {
                    self.post_to_explorer(context, &[("refused", Part::Number(1.0))]);
                    return false;
                };
                let shared = Box::new(shared);
                match message.number("moving") {
                    // A file was opened there.
                    None => Action::Open {
                        shared,
                        preset: None,
                    },
                    Some(moving) => Action::Replace {
                        shared,
                        gesture: if moving == 0.0 {
                            Gesture::Done
                        } else {
                            Gesture::Moving
                        },
                    },
                }
            }
        };
        let changes = self.take(context, action);
        if known.is_some() {
            self.own_generation = own;
        }
        changes
    }
}
