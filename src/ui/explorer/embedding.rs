//! The code that puts the calculator into somebody's own page, with what it will look like there. It shows on the
//! calculator's own page, not in others'.

mod wish;

use std::rc::Rc;

use yew::prelude::*;

use super::taken::{Parcel, Taken};
use crate::i18n::Locale;
use crate::i18n::explorer::EmbeddingTexts as Texts;
use crate::platform::{self, Host};
use crate::share::{Destination, Shared};
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::languages::with_all_texts;
use crate::ui::words::Words;
pub(super) use wish::Wish;
use wish::{MODES, PARTS, THEMES};

/// The value of the entry that stands for the page's own language, and of the one for the example's numbers.
const OF_PAGE: &str = "-";
const EXAMPLE: &str = "example";
const PRESENT: &str = "present";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EmbeddingProps {
    pub words: Words,
    pub host: Host,
    pub shared: Shared,
}

pub(super) enum EmbeddingMsg {
    Toggle,
    Wish(fn(&mut Wish, &str), String),
    /// Whether a part shows.
    Show(&'static str, bool),
    Copy,
    /// The texts of the chosen language are there, or cannot be had.
    Texts,
    /// The preview's frame has a page.
    Framed,
}

/// What is wanted, and the code for it.
pub(super) struct Embedding {
    is_open: bool,
    wish: Wish,
    parcel: Option<Rc<Parcel>>,
}

impl Component for Embedding {
    type Message = EmbeddingMsg;
    type Properties = EmbeddingProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            is_open: false,
            wish: Wish::default(),
            parcel: None,
        }
    }

    /// The code that has been copied is not the one that shows any more.
    fn changed(&mut self, _: &Context<Self>, _: &EmbeddingProps) -> bool {
        self.parcel = None;
        true
    }

    fn update(&mut self, context: &Context<Self>, message: EmbeddingMsg) -> bool {
        let EmbeddingProps {
            words,
            host,
            shared,
        } = context.props();
        let copied = self.parcel.take();
        match message {
            EmbeddingMsg::Toggle => self.is_open = !self.is_open,
            EmbeddingMsg::Wish(set, value) => {
                let before = self.wish.language;
                set(&mut self.wish, &value);
                if let Some(locale) = self.wish.language.filter(|now| Some(*now) != before) {
                    let link = context.link().clone();
                    let then = move || link.send_message(EmbeddingMsg::Texts);
                    with_all_texts(host, locale, Box::new(then));
                }
            }
            EmbeddingMsg::Show(part, shows) => self.wish.show(part, shows),
            EmbeddingMsg::Copy => {
                let code = self.wish.code(host, *words, shared);
                self.parcel = Parcel::text("code", code).map(Rc::new);
            }
            EmbeddingMsg::Texts | EmbeddingMsg::Framed => self.parcel = copied,
        }
        true
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let props = context.props();
        if let Some(port) = props.host.port("preview").filter(|_| self.is_open) {
            self.wish.preview(&port, props.words, &props.shared);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let texts = &context.props().words.explorer().embedding;
        let toggle = context
            .link()
            .callback(|_: MouseEvent| EmbeddingMsg::Toggle);
        html! {
            <section class="panel embedding" data-open={self.is_open.then_some("")} aria-labelledby="embedding-title">
                <h2 id="embedding-title">
                    <button type="button" data-action="embedding" aria-expanded={if self.is_open { "true" } else { "false" }} onclick={toggle}>{ texts.title }</button>
                </h2>
                <p class="note">{ texts.note }</p>
                if self.is_open { { self.content(context, texts) } }
            </section>
        }
    }
}

impl Embedding {
    fn content(&self, context: &Context<Self>, texts: &'static Texts) -> Html {
        let EmbeddingProps {
            words,
            host,
            shared,
        } = context.props();
        let link = context.link();
        let code = self.wish.code(host, *words, shared);
        let framed = link.callback(|_: Event| EmbeddingMsg::Framed);
        html! {
            <>
            { self.fields(context, texts) }
            <div class="embedding-code">
                <p class="finding" data-fact="embedding.how">{ how(texts, self.wish.destination) }</p>
                <textarea id="embedding-code" readonly=true rows="6" dir="ltr" spellcheck="false" aria-label={texts.code} value={code} />
                <p><button type="button" data-action="copy-code" onclick={link.callback(|_: MouseEvent| EmbeddingMsg::Copy)}>{ texts.copy }</button></p>
                if let Some(parcel) = self.parcel.clone() { <Taken words={*words} host={host.clone()} {parcel} /> }
            </div>
            <h3>{ texts.preview }</h3>
            <iframe class="preview" title={texts.preview} onload={framed}></iframe>
            </>
        }
    }

    fn fields(&self, context: &Context<Self>, texts: &'static Texts) -> Html {
        let words = context.props().words;
        let wish = &self.wish;
        let link = context.link();
        let set = |set: fn(&mut Wish, &str)| {
            let link = link.clone();
            move |value: String| link.send_message(EmbeddingMsg::Wish(set, value))
        };
        let destinations = Destination::ALL
            .map(|destination| Entry::new(destination.id(), place(texts, destination)));
        let languages: Vec<Entry> = std::iter::once(Entry::new(OF_PAGE, texts.of_page))
            .chain(Locale::ALL.map(|locale| Entry {
                lang: Some(locale.tag()),
                ..Entry::new(locale.tag(), locale.own_name())
            }))
            .collect();
        let numbers = [
            Entry::new(PRESENT, texts.present),
            Entry::new(EXAMPLE, texts.example),
        ];
        let modes = entries(&MODES, [texts.full, texts.compact, texts.result]);
        let themes = entries(&THEMES, [texts.auto, texts.light, texts.dark]);
        let problem = if wish.may_be_opened() {
            ""
        } else {
            texts.action_problem
        };
        let release = context.props().host.text("release").unwrap_or_default();
        let language = wish.language.map_or(OF_PAGE, Locale::tag);
        let number = if wish.has_numbers { PRESENT } else { EXAMPLE };
        html! {
            <div class="panel-fields">
                { choice("embedding.destination", texts.destination, "", &destinations, wish.destination.id(), set(|wish, id| {
                    wish.destination = Destination::from_id(id).unwrap_or(wish.destination);
                })) }
                { choice("embedding.language", words.texts().page.language, "", &languages, language, set(|wish, tag| {
                    wish.language = Locale::from_tag(tag);
                })) }
                { choice("embedding.numbers", texts.numbers, "", &numbers, number, set(|wish, id| {
                    wish.has_numbers = id == PRESENT;
                })) }
                if wish.destination.takes_attributes() {
                    { choice("embedding.mode", texts.mode, "", &modes, wish.mode, set(|wish, id| {
                        wish.mode = known(&MODES, id);
                    })) }
                    { choice("embedding.theme", texts.theme, "", &themes, wish.theme, set(|wish, id| {
                        wish.theme = known(&THEMES, id);
                    })) }
                    { text("embedding.action", texts.action, &wish.action, "https://", problem, set(|wish, text| text.clone_into(&mut wish.action))) }
                    { text("embedding.label", texts.action_label, &wish.action_label, "", "", set(|wish, text| text.clone_into(&mut wish.action_label))) }
                    { self.parts(context, texts) }
                }
                { text("embedding.release", texts.release, &wish.release, &release, "", set(|wish, text| text.clone_into(&mut wish.release))) }
            </div>
        }
    }

    /// Which parts show.
    fn parts(&self, context: &Context<Self>, texts: &'static Texts) -> Html {
        let names = [
            texts.examples,
            texts.languages,
            texts.copy_link,
            texts.pipeline,
            texts.ways,
            texts.privacy,
        ];
        let boxes = PARTS.into_iter().zip(names).map(|(part, name)| {
            let shows = !self.wish.hidden.contains(&part);
            let show = context
                .link()
                .callback(move |_: MouseEvent| EmbeddingMsg::Show(part, !shows));
            html! {
                <label key={part}><input type="checkbox" data-part={part} checked={shows} onclick={show} />{ name }</label>
            }
        });
        html! {
            <fieldset class="embedding-parts">
                <legend class="number-label">{ texts.parts }</legend>
                { for boxes }
            </fieldset>
        }
    }
}

/// The entry with this id, else the first.
fn known(entries: &[&'static str; 3], id: &str) -> &'static str {
    let found = entries.iter().find(|entry| **entry == id);
    found.copied().unwrap_or(entries[0])
}

fn entries(ids: &[&'static str; 3], names: [&'static str; 3]) -> Vec<Entry> {
    let entry = |(id, name): (&&'static str, &'static str)| Entry::new(*id, name);
    ids.iter().zip(names).map(entry).collect()
}

fn text(
    id: &'static str,
    label: &'static str,
    value: &str,
    without: &str,
    problem: &'static str,
    on_text: impl Fn(String) + 'static,
) -> Html {
    let oninput = move |event: InputEvent| {
        if let Some(text) = platform::value_of(&event) {
            on_text(text);
        }
    };
    let message_id = [id, "-message"].concat();
    let wrong = (!problem.is_empty()).then_some("");
    html! {
        <div class="number text" data-field={id}>
            <label class="number-label" for={id}>{ label }</label>
            <span class="box" data-wrong={wrong}>
                <input {id} type="text" inputmode="url" autocomplete="off" value={value.to_owned()} placeholder={without.to_owned()}
                    aria-invalid={wrong.map(|_| "true")} aria-describedby={message_id.clone()} {oninput} />
            </span>
            <p class="message" data-wrong={wrong} id={message_id}>{ problem }</p>
        </div>
    }
}

fn place(texts: &'static Texts, destination: Destination) -> &'static str {
    match destination {
        Destination::Html => texts.html,
        Destination::Frame => texts.frame,
        Destination::WordPress => "WordPress",
        Destination::Webflow => "Webflow",
        Destination::Wix => "Wix",
        Destination::Tilda => "Tilda",
    }
}

/// What to do with the code there.
fn how(texts: &'static Texts, destination: Destination) -> &'static str {
    match destination {
        Destination::Html => texts.how_html,
        Destination::Frame => texts.how_frame,
        Destination::WordPress => texts.how_wordpress,
        Destination::Webflow => texts.how_webflow,
        Destination::Wix => texts.how_wix,
        Destination::Tilda => texts.how_tilda,
    }
}
