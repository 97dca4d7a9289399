//! What can be taken along of every picture and of every table: the buttons under each.

use std::rc::Rc;

use yew::context::ContextHandle;
use yew::prelude::*;

use super::drawn::{drawing_of, to_png};
use super::taken::{CSV, Parcel, Taken};
use crate::i18n::{Locale, ShownCell, csv_rows, csv_signs};
use crate::model::Currency;
use crate::platform::{self, Content, SeenTable};
use crate::share::{file_name, to_csv, to_tabbed};
use crate::ui::words::Words;

/// Whose pictures and tables these are.
#[derive(Clone, PartialEq)]
pub(super) struct Work {
    pub words: Words,
    /// The document's title.
    pub title: AttrValue,
}

/// What the buttons are under.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// The picture of the figure that they are in.
    Picture,
    /// The table right before them.
    Table,
}

#[derive(Clone, Copy, PartialEq, Properties)]
pub(super) struct ExportsProps {
    pub of: Of,
}

pub(super) enum ExportsMsg {
    Work(Work),
    Svg,
    Png,
    Drawn(String, Option<Content>),
    Csv,
    Text,
}

/// The buttons under a picture or a table.
pub(super) struct Exports {
    root: NodeRef,
    work: Option<Work>,
    parcel: Option<Rc<Parcel>>,
    /// Whether the last wish could not be fulfilled.
    failed: bool,
    _handle: Option<ContextHandle<Work>>,
}

impl Component for Exports {
    type Message = ExportsMsg;
    type Properties = ExportsProps;

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let work = link.context(link.callback(ExportsMsg::Work));
        let (work, handle) = work.map_or((None, None), |(work, handle)| (Some(work), Some(handle)));
        Self {
            root: NodeRef::default(),
            work,
            parcel: None,
            failed: false,
            _handle: handle,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: ExportsMsg) -> bool {
        let parcel = match message {
            ExportsMsg::Work(work) => {
                self.work = Some(work);
                return true;
            }
            ExportsMsg::Png => {
                if self.draw_points(context).is_some() {
                    return false;
                }
                None
            }
            ExportsMsg::Drawn(name, content) => content.map(|content| Parcel {
                name: Some(name),
                text: None,
                content,
                is_shown: true,
            }),
            ExportsMsg::Svg => self.svg(),
            ExportsMsg::Csv => self.csv(),
            ExportsMsg::Text => self.text(),
        };
        self.failed = parcel.is_none();
        self.parcel = parcel.map(Rc::new);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Some(Work { words, .. }) = &self.work else {
            return Html::default();
        };
        let words = *words;
        let texts = &words.explorer().exports;
        let link = context.link();
        let button = |action: &'static str, text: &'static str, message: fn() -> ExportsMsg| {
            let press = link.callback(move |_: MouseEvent| message());
            html! { <button type="button" data-action={action} onclick={press}>{ text }</button> }
        };
        let (label, buttons) = match context.props().of {
            Of::Picture => (
                texts.picture,
                [
                    button("svg", "SVG", || ExportsMsg::Svg),
                    button("png", "PNG", || ExportsMsg::Png),
                ],
            ),
            Of::Table => (
                texts.table,
                [
                    button("csv", "CSV", || ExportsMsg::Csv),
                    button("text", texts.as_text, || ExportsMsg::Text),
                ],
            ),
        };
        let taken = self.parcel.clone();
        html! {
            <div class="exports" ref={self.root.clone()}>
                <p role="group" aria-label={label}>{ for buttons }</p>
                if let Some(parcel) = taken { <Taken {words} {parcel} /> }
                if self.failed { <p role="status">{ texts.not_made }</p> }
            </div>
        }
    }
}

impl Exports {
    fn svg(&self) -> Option<Parcel> {
        let work = self.work.as_ref()?;
        let figure = platform::figure_around(&self.root.cast()?)?;
        let (drawing, names) = drawing_of(&figure, work.words)?;
        let name = self.name(&[&names[0], &names[1]], "svg");
        Parcel::file(name, drawing.to_svg(), "image/svg+xml")
    }

    /// Points come later.
    fn draw_points(&self, context: &Context<Self>) -> Option<()> {
        let work = self.work.as_ref()?;
        let figure = platform::figure_around(&self.root.cast()?)?;
        let (drawing, names) = drawing_of(&figure, work.words)?;
        let name = self.name(&[&names[0], &names[1]], "png");
        let link = context.link().clone();
        to_png(&drawing, move |content| {
            link.send_message(ExportsMsg::Drawn(name, content));
        })
    }

    fn csv(&self) -> Option<Parcel> {
        let work = self.work.as_ref()?;
        let table = platform::table_before(&self.root.cast()?)?;
        let Words { locale, currency } = work.words;
        let text = csv_of(&table, locale, currency, work.words.explorer().exports.days);
        let name = self.name(&[&table.heading, &table.caption], "csv");
        Parcel::file(name, text, CSV)
    }

    fn text(&self) -> Option<Parcel> {
        let table = platform::table_before(&self.root.cast()?)?;
        let row =
            |row: &Vec<platform::SeenCell>| row.iter().map(|cell| cell.text.clone()).collect();
        let title = std::iter::once(table.caption.clone()).filter(|caption| !caption.is_empty());
        let rows: Vec<Vec<String>> = title
            .map(|caption| vec![caption])
            .chain(table.rows.iter().map(row))
            .collect();
        Parcel::text(to_tabbed(&rows))
    }

    /// A file's name: of what document, of which part, and what of that.
    fn name(&self, parts: &[&str], extension: &str) -> String {
        let title = self.work.as_ref().map_or("", |work| &work.title);
        let parts: Vec<&str> = std::iter::once(title)
            .chain(parts.iter().copied())
            .collect();
        file_name(&parts, extension)
    }
}

fn csv_of(table: &SeenTable, locale: Locale, currency: Currency, days: &str) -> String {
    let shown = |cell: &platform::SeenCell| ShownCell {
        text: cell.text.clone(),
        value: cell.value,
        is_heading: cell.is_heading,
    };
    let rows: Vec<Vec<ShownCell>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(shown).collect())
        .collect();
    to_csv(&csv_rows(locale, currency, days, &rows), csv_signs(locale))
}
