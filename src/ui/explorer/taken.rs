//! What is handed to the visitor, and what to do where it does not arrive: some pages may not save, and say nothing.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::{self, Content, Host};
use crate::ui::words::Words;

/// The kind of a CSV file: browsers save it instead of showing it.
pub(super) const CSV: &str = "text/csv";
/// What they show.
pub(super) const PLAIN: &str = "text/plain";

/// Something to be handed to the visitor.
#[derive(Debug)]
pub(super) struct Parcel {
    /// What it is, for the page around.
    pub kind: &'static str,
    /// The file's name; without one it is only copied.
    pub name: Option<String>,
    /// What it says, where it is a text.
    pub text: Option<String>,
    /// The file itself.
    pub content: Content,
    /// Whether a tab shows it as it is, or only its text.
    pub is_shown: bool,
}

impl Parcel {
    /// A file that is a text of a type.
    pub fn file(
        kind: &'static str,
        name: String,
        text: String,
        of_type: &'static str,
    ) -> Option<Self> {
        Some(Self {
            kind,
            name: Some(name),
            content: Content::text(&text, of_type)?,
            text: Some(text),
            is_shown: of_type != CSV,
        })
    }

    /// A text to be copied.
    pub fn text(kind: &'static str, text: String) -> Option<Self> {
        Some(Self {
            kind,
            name: None,
            content: Content::text(&text, PLAIN)?,
            text: Some(text),
            is_shown: true,
        })
    }
}

#[derive(Clone, Properties)]
pub(super) struct TakenProps {
    pub words: Words,
    /// Who hears of it.
    pub host: Host,
    pub parcel: Rc<Parcel>,
}

impl PartialEq for TakenProps {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
            && self.host == other.host
            && Rc::ptr_eq(&self.parcel, &other.parcel)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Said {
    Copied,
    ByHand,
    NotCopied,
    NoTab,
}

pub(super) enum TakenMsg {
    Copy,
    Copied(bool),
    Open,
}

/// The line about a parcel, with the other ways to it.
pub(super) struct Taken {
    said: Option<Said>,
    text: NodeRef,
    /// Whether the text is still to be selected for copying by hand.
    select: bool,
}

impl Component for Taken {
    type Message = TakenMsg;
    type Properties = TakenProps;

    fn create(context: &Context<Self>) -> Self {
        hand_over(context);
        Self {
            said: None,
            text: NodeRef::default(),
            select: false,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &TakenProps) -> bool {
        if !Rc::ptr_eq(&context.props().parcel, &old.parcel) {
            self.said = None;
            hand_over(context);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: TakenMsg) -> bool {
        let parcel = &context.props().parcel;
        match message {
            TakenMsg::Copy => copy(context),
            TakenMsg::Copied(copied) => {
                self.said = Some(match (copied, &parcel.text) {
                    (true, _) => Said::Copied,
                    (false, Some(_)) => Said::ByHand,
                    (false, None) => Said::NotCopied,
                });
                self.select = self.said == Some(Said::ByHand);
            }
            TakenMsg::Open => {
                let text = parcel.text.as_deref().filter(|_| !parcel.is_shown);
                let shown = text.and_then(|text| Content::text(text, PLAIN));
                let opens = shown.as_ref().unwrap_or(&parcel.content).open();
                self.said = (!opens).then_some(Said::NoTab);
            }
        }
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.select)
            && let Some(text) = self.text.cast()
        {
            platform::select_text(text);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let TakenProps { words, parcel, .. } = context.props();
        let texts = &words.explorer().exports;
        let saved = parcel.name.as_ref().map(|name| texts.saved(name));
        let link = context.link();
        let said = self.said.map(|said| match said {
            Said::Copied => texts.copied,
            Said::ByHand => texts.by_hand,
            Said::NotCopied => texts.not_copied,
            Said::NoTab => texts.no_tab,
        });
        let by_hand = parcel
            .text
            .clone()
            .filter(|_| self.said == Some(Said::ByHand));
        html! {
            <div class="taken" data-file={parcel.name.clone()}>
                <p>
                    <span role="status" data-fact="taken">{ for saved }{ " " }{ for said }</span>
                    <button type="button" data-action="copy-file" onclick={link.callback(|_: MouseEvent| TakenMsg::Copy)}>{ texts.copy }</button>
                    <button type="button" data-action="open-file" onclick={link.callback(|_: MouseEvent| TakenMsg::Open)}>{ texts.new_tab }</button>
                </p>
                if let Some(text) = by_hand {
                    <textarea ref={self.text.clone()} readonly=true rows="4" aria-label={texts.by_hand} value={text} />
                }
            </div>
        }
    }
}

fn hand_over(context: &Context<Taken>) {
    let TakenProps { host, parcel, .. } = context.props();
    match &parcel.name {
        Some(name) => parcel.content.save(name),
        None => copy(context),
    }
    host.took(parcel.kind, parcel.name.as_deref().unwrap_or_default());
}

fn copy(context: &Context<Taken>) {
    let link = context.link().clone();
    let then = move |copied| link.send_message(TakenMsg::Copied(copied));
    let parcel = &context.props().parcel;
    match &parcel.text {
        Some(text) => platform::copy_anyway(text.clone(), then),
        None => parcel.content.copy(then),
    }
}
