//! Keys: a list of them, and the way back to the answer.

use yew::prelude::*;

use super::dialog::Dialog;
use super::*;

/// The key for the list of keys, and the one that leads back to the answer.
const HELP: &str = "?";
const BACK: &str = "Alt+ArrowUp";

impl Explorer {
    /// Listens to keys in the whole widget, once there is a place in it.
    pub(super) fn listen_to_keys(&mut self, context: &Context<Self>) {
        let Some(root) = self.root.cast().filter(|_| self.keys.is_none()) else {
            return;
        };
        let link = context.link().clone();
        let pressed = move |key: &str| {
            let message = match key {
                HELP => Msg::Keys(true),
                BACK => Msg::Answer,
                _ => return false,
            };
            link.send_message(message);
            true
        };
        self.keys = Some(platform::on_keys(&root, pressed));
    }

    /// Back to the answer, which stands above.
    pub(super) fn lead_back(&self) -> bool {
        if let Some(root) = self.root.get() {
            platform::lead_to_heading(&root);
        }
        false
    }

    /// What stays in sight below everything: the way back, and the keys.
    pub(super) fn way_back(&self, context: &Context<Self>, words: Words) -> Html {
        let texts = &words.explorer().keys;
        let link = context.link();
        html! {
            <nav class="way-back" aria-label={texts.title}>
                <button type="button" data-action="back" onclick={link.callback(|_: MouseEvent| Msg::Answer)}>{ texts.back }</button>
                <button type="button" data-action="keys" aria-haspopup="dialog" onclick={link.callback(|_: MouseEvent| Msg::Keys(true))}>{ texts.show }</button>
            </nav>
        }
    }

    /// The list of keys, while it is wanted.
    pub(super) fn key_list(&self, context: &Context<Self>, words: Words) -> Html {
        let closed = context.link().callback(|()| Msg::Keys(false));
        html! {
            <div class="opened">
                if self.keys_are_open {
                    { dialog(words, closed) }
                }
            </div>
        }
    }
}

/// The dialog with the keys.
fn dialog(words: Words, closed: Callback<()>) -> Html {
    let texts = &words.explorer().keys;
    let keys = all(words).map(|(keys, does)| {
        let keys = keys
            .iter()
            .map(|key| html! { <kbd key={*key}>{ *key }</kbd> });
        html! { <div key={does}><dt>{ for keys }</dt><dd>{ does }</dd></div> }
    });
    html! {
        <Dialog {words} id="keys" class="formula keys" title={texts.title} {closed}>
            <dl>{ for keys }</dl>
            <p class="note">{ texts.remark }</p>
        </Dialog>
    }
}

/// All keys, and what they do. What stands on most keyboards of the five languages in Latin letters stays so.
fn all(words: Words) -> [(Vec<&'static str>, &'static str); 10] {
    let (texts, page) = (&words.explorer().keys, &words.texts().page);
    [
        (vec![HELP], texts.this),
        (vec!["Alt + ↑"], texts.back),
        (vec!["Tab"], texts.next),
        (vec!["←", "→", "↑", "↓"], texts.moves),
        (vec!["Page Up", "Page Down"], texts.larger),
        (vec!["Home", "End"], texts.ends),
        (vec!["Enter", texts.space], texts.press),
        (vec!["Esc"], texts.close),
        (vec!["Ctrl + Z", "⌘ + Z"], page.undo),
        (
            vec!["Ctrl + Shift + Z", "Ctrl + Y", "⌘ + Shift + Z"],
            page.redo,
        ),
    ]
}
