//! Saving and sharing all of it: as a file, as a link, as a text, on paper; and opening what was saved.

use std::rc::Rc;

use yew::prelude::*;

use super::problem_words::reason;
use super::report::answer_text;
use super::taken::{Parcel, Taken};
use super::*;
use crate::model::{Document, LONGEST_TEXT, Month, Path, Problem, ProblemKind};
use crate::platform::{ChosenFile, Host};
use crate::share::{file_name, to_link};
use crate::ui::start::LINK;

/// What a file of ours is.
const JSON: &str = "application/json";
/// Links up to so many characters are taken everywhere.
const LONGEST_LINK: usize = 2000;

/// What holds for printed sheets.
const SHEETS_OF_PAPER: &str = "@page { size: A4; margin: 15mm 15mm 18mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt system-ui, sans-serif; color: #555; } } @media print { html { background: #fff; } }";

/// What has become of the last file that the visitor gave.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Given {
    /// The file's name, and what it holds.
    Opened(String, Box<Document>),
    /// It cannot be read at all, or holds something else.
    Refused(String, Option<Problem>),
}

impl Explorer {
    /// Takes a file, unless it is larger than any of ours: that one is not read at all.
    pub(super) fn given(&mut self, context: &Context<Self>, file: &ChosenFile) -> bool {
        let name = file.name();
        // Exact: far below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let limit = LONGEST_TEXT as f64;
        if file.size() > limit {
            let kind = ProblemKind::TooLong {
                limit: LONGEST_TEXT,
            };
            let path = Path::default();
            return self.refuse(name, Some(Problem { path, kind }));
        }
        let link = context.link().clone();
        file.read(move |bytes| link.send_message(Msg::Read(name, bytes)));
        false
    }

    /// Opens what is in a file: the first screen takes it as one step and tells of it again.
    pub(super) fn read(
        &mut self,
        context: &Context<Self>,
        name: String,
        bytes: Option<Vec<u8>>,
    ) -> bool {
        let Some(bytes) = bytes else {
            return self.refuse(name, None);
        };
        match Shared::read(&bytes, Month::current()) {
            Ok(shared) => {
                let text = shared.to_brief_json();
                context.props().port.post(&[("shared", Part::Text(&text))]);
                let document = Box::new(shared.document);
                self.given = Some(Given::Opened(name, document));
                true
            }
            Err(problem) => self.refuse(name, Some(problem)),
        }
    }

    /// Takes files that are dropped anywhere on the widget, gives printed sheets their rules, and leads to what is said
    /// of a file that was refused.
    pub(super) fn listen_around(&mut self, context: &Context<Self>) {
        if self.drops.is_none()
            && let Some(root) = self.root.cast()
        {
            let link = context.link().clone();
            let take = move |file| link.send_message(Msg::File(file));
            self.drops = Some(platform::on_drop(&root, take));
            self.printed = platform::on_print(&root, SHEETS_OF_PAPER);
        }
        if std::mem::take(&mut self.refused)
            && let Some(alert) = self.alert.cast()
        {
            platform::lead_to(alert);
        }
    }

    fn refuse(&mut self, name: String, problem: Option<Problem>) -> bool {
        self.given = Some(Given::Refused(name, problem));
        // The file may have been dropped far from where this is said.
        self.refused = true;
        true
    }

    pub(super) fn saving(&self, context: &Context<Self>, state: &State, words: Words) -> Html {
        let texts = &words.explorer().saving;
        let given = self.given.as_ref().and_then(|given| match given {
            // What it says holds right after the step that has opened the file, and not once that is undone.
            Given::Opened(name, document) => {
                (**document == state.shared.document).then(|| texts.opened(name))
            }
            Given::Refused(name, problem) => {
                Some([&*texts.refused(name), " ", &reason(words, problem.as_ref())].concat())
            }
        });
        let host = context.props().host.clone();
        let shared = state.shared.clone();
        let compared = state.compared();
        let open = context.link().callback(Msg::File);
        html! {
            <section class="saving" aria-labelledby="saving-title">
                <h2 id="saving-title">{ texts.title }</h2>
                <p class="note">{ texts.note }</p>
                <div role="alert"><p class="given" tabindex="-1" ref={self.alert.clone()} data-fact="given">{ given.unwrap_or_default() }</p></div>
                <Saving {words} {host} {shared} {compared} {open} />
            </section>
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SavingProps {
    pub words: Words,
    pub host: Host,
    pub shared: Shared,
    pub compared: Compared,
    /// A file is to be opened.
    pub open: Callback<ChosenFile>,
}

pub(super) enum SavingMsg {
    Save,
    Link,
    Answer,
    Choose,
    Print,
    OpenLink,
}

/// The buttons, and what has come of them.
pub(super) struct Saving {
    input: NodeRef,
    parcel: Option<Rc<Parcel>>,
    /// Whether the window for printing was to open.
    prints: bool,
}

impl Component for Saving {
    type Message = SavingMsg;
    type Properties = SavingProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            input: NodeRef::default(),
            parcel: None,
            prints: false,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: SavingMsg) -> bool {
        let props = context.props();
        self.prints = matches!(message, SavingMsg::Print);
        let parcel = match message {
            SavingMsg::Choose => {
                if let Some(input) = self.input.cast() {
                    platform::press(input);
                }
                return true;
            }
            SavingMsg::OpenLink => {
                self.prints = !platform::open_tab(&link_to(&props.host, &props.shared));
                return true;
            }
            SavingMsg::Print => {
                // Where it was refused, the line under the button says what else there is.
                let _ = platform::print();
                props.host.took("print", "");
                None
            }
            SavingMsg::Save => {
                let name = file_name(&[&props.shared.document.title], "json");
                Parcel::file("json", name, props.shared.to_json(), JSON)
            }
            SavingMsg::Link => Parcel::text("link", link_to(&props.host, &props.shared)),
            SavingMsg::Answer => {
                let answer = answer_text(props.words, &props.compared);
                let link = link_to(&props.host, &props.shared);
                Parcel::text("text", [&*answer, "\n", &link, "\n"].concat())
            }
        };
        self.parcel = parcel.map(Rc::new);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let SavingProps {
            words,
            host,
            shared,
            open,
            ..
        } = context.props().clone();
        let texts = &words.explorer().saving;
        let link = context.link();
        let button = |action: &'static str, text: &'static str, message: fn() -> SavingMsg| {
            let press = link.callback(move |_: MouseEvent| message());
            html! { <button type="button" data-action={action} onclick={press}>{ text }</button> }
        };
        let length = link_to(&host, &shared).chars().count();
        let long = (length > LONGEST_LINK)
            .then(|| texts.long_link(&words.whole(crate::runner::count(length))));
        let chosen = move |event: Event| {
            if let Some(file) = platform::chosen_file(&event) {
                open.emit(file);
            }
        };
        html! {
            <div class="saving-ways">
                <p>
                    { button("save-file", texts.save, || SavingMsg::Save) }
                    { button("choose-file", texts.open, || SavingMsg::Choose) }
                    <input type="file" accept=".json,application/json" ref={self.input.clone()} hidden=true onchange={chosen} />
                    <span class="note">{ texts.drop }</span>
                </p>
                <p>
                    { button("copy-link", words.texts().page.copy_link, || SavingMsg::Link) }
                    { button("copy-answer", texts.answer, || SavingMsg::Answer) }
                    { button("print", texts.print, || SavingMsg::Print) }
                </p>
                <p class="note" data-fact="longLink" hidden={long.is_none()}>{ long.unwrap_or_default() }</p>
                <p role="status" class="printing" hidden={!self.prints}>
                    { texts.printing }{ " " }
                    { button("open-link", words.explorer().exports.new_tab, || SavingMsg::OpenLink) }
                </p>
                <div class="parcel">
                    if let Some(parcel) = self.parcel.clone() { <Taken {words} host={host.clone()} {parcel} /> }
                </div>
            </div>
        }
    }
}

/// The address that opens the same again.
pub(super) fn link_to(host: &Host, shared: &Shared) -> String {
    host.link_with(&[LINK, &to_link(shared)].concat())
}
