//! What the page around asks for by a number: pictures, tables, code, paper. Each is answered with its number once
//! everything has been found out about the present state; what cannot be had is answered with the number alone.

use super::drawn::to_png;
use super::embedding::Wish;
use super::exhibit::Exhibit;
use super::exports::Work;
use super::*;
use crate::platform::Place;

/// Something that is asked for.
pub struct Ask {
    number: f64,
    /// Nothing, where it is something that is not known here.
    what: Option<What>,
}

enum What {
    /// A picture as an SVG file.
    Svg(Exhibit),
    /// A picture of points, so many of them to a pixel.
    Png(Exhibit, f64),
    /// A table as a CSV file.
    Csv(Exhibit),
    /// The browser's window for printing.
    Print,
    /// The code that puts the calculator into another page.
    Code(Box<Wish>),
}

impl Ask {
    fn read(message: &Message) -> Option<Self> {
        let number = message.number("ask")?;
        let exhibit = || Exhibit::from_id(&message.text("id")?);
        let what = match message.text("what")?.as_str() {
            "svg" => exhibit().map(What::Svg),
            "png" => exhibit()
                .zip(message.number("scale"))
                .map(|(of, scale)| What::Png(of, scale)),
            "csv" => exhibit().map(What::Csv),
            "print" => Some(What::Print),
            "code" => Wish::of(message).map(|wish| What::Code(Box::new(wish))),
            _ => None,
        };
        Some(Self { number, what })
    }

    fn exhibit(&self) -> Option<Exhibit> {
        match self.what {
            Some(What::Svg(of) | What::Png(of, _) | What::Csv(of)) => Some(of),
            _ => None,
        }
    }
}

impl Explorer {
    /// Takes what a message asks for, and tells whether it asks for something.
    pub(super) fn take_asked(&self, context: &Context<Self>, message: &Message) -> bool {
        let Some(ask) = Ask::read(message) else {
            return false;
        };
        let link = context.link().clone();
        // What is said in code may be in another language than the page.
        let language = match &ask.what {
            Some(What::Code(wish)) => wish.language,
            _ => None,
        };
        let language = language.unwrap_or(self.locale);
        let then = move || link.send_message(Msg::Asked(ask));
        with_all_texts(&context.props().host, language, Box::new(then));
        true
    }

    /// Answers what can be answered now. A closed panel is opened for as long as that takes.
    pub(super) fn answer_asked(&mut self, context: &Context<Self>) {
        let Some(state) = self.state.as_ref().filter(|_| !self.asked.is_empty()) else {
            return;
        };
        let found = self.findings.complete_for.map(f64::to_bits);
        if found != Some(state.generation.to_bits()) {
            return;
        }
        let panels = &state.view().panels;
        let work = self.work_of(context, state);
        let mut waiting = Vec::new();
        for ask in std::mem::take(&mut self.asked) {
            let exhibit = ask.exhibit();
            let panel = exhibit.and_then(Exhibit::panel);
            if let Some(panel) = panel.filter(|panel| !panels.contains(*panel)) {
                context.link().send_message(Msg::Lend(panel));
                waiting.push(ask);
            } else if exhibit == Some(Exhibit::Forecast) && state.certainty().is_none() {
                waiting.push(ask);
            } else {
                self.answer(context, &work, state, ask);
            }
        }
        if waiting.is_empty() && !self.lent.is_empty() {
            context.link().send_message(Msg::TakeBack);
        }
        self.asked = waiting;
    }

    /// Opens a panel for as long as something in it is asked for, unless the visitor has opened it.
    pub(super) fn lend(&mut self, context: &Context<Self>, panel: Panel) -> bool {
        if self.is_open(panel) {
            return true;
        }
        if !self.lent.contains(&panel) {
            self.lent.push(panel);
        }
        self.toggle(context, panel)
    }

    /// Closes what was opened so, unless more is asked for meanwhile.
    pub(super) fn take_back(&mut self, context: &Context<Self>) -> bool {
        if self.asked.is_empty() {
            for panel in std::mem::take(&mut self.lent) {
                if self.is_open(panel) {
                    self.toggle(context, panel);
                }
            }
        }
        true
    }

    fn is_open(&self, panel: Panel) -> bool {
        let state = self.state.as_ref();
        state.is_some_and(|state| state.view().panels.contains(panel))
    }

    fn answer(&self, context: &Context<Self>, work: &Work, state: &State, ask: Ask) {
        let port = &context.props().port;
        let drawing = |exhibit| Some(work.drawing(&self.buttons(exhibit, "svg")?)?.0);
        let text = match ask.what {
            Some(What::Svg(exhibit)) => drawing(exhibit).map(|drawing| drawing.to_svg()),
            Some(What::Png(exhibit, scale)) => {
                let (reply, number) = (port.clone(), ask.number);
                let then = move |content: Option<_>| {
                    reply.post_file(&[("asked", Part::Number(number))], content.as_ref());
                };
                let drawing = drawing(exhibit);
                if drawing.is_some_and(|drawing| to_png(&drawing, scale, then).is_some()) {
                    return;
                }
                None
            }
            Some(What::Csv(exhibit)) => {
                let table = self
                    .buttons(exhibit, "csv")
                    .and_then(|place| work.csv(&place));
                table.map(|(_, text)| text)
            }
            Some(What::Print) => platform::print().then(String::new),
            Some(What::Code(wish)) => {
                Some(wish.code(&context.props().host, work.words, &state.shared))
            }
            None => None,
        };
        let mut parts = vec![("asked", Part::Number(ask.number))];
        parts.extend(text.as_deref().map(|text| ("text", Part::Text(text))));
        port.post(&parts);
    }

    /// The buttons of an exhibit that offer a file of that kind, as far as it is there.
    fn buttons(&self, exhibit: Exhibit, kind: &str) -> Option<Place> {
        let all = ["[data-export=\"", exhibit.id(), "\"]"].concat();
        platform::place_with(
            &self.root.cast()?,
            &all,
            &["[data-action=", kind, "]"].concat(),
        )
    }
}
