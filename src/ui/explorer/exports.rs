//! What can be taken along of every picture and of every table: the buttons under each.

use std::rc::Rc;

use yew::context::ContextHandle;
use yew::prelude::*;

use super::drawn::{SCALE, drawing_of, to_png};
use super::exhibit::Exhibit;
use super::taken::{CSV, Parcel, Taken};
use crate::i18n::{Locale, ShownCell, csv_rows, csv_signs};
use crate::model::Currency;
use crate::platform::{self, Content, Host, Place, SeenTable};
use crate::plot::Drawing;
use crate::share::{file_name, to_csv, to_tabbed};
use crate::ui::words::Words;

/// Whose pictures and tables these are.
#[derive(Clone, PartialEq)]
pub(super) struct Work {
    pub words: Words,
    /// The document's title.
    pub title: AttrValue,
    /// Who hears what is taken along.
    pub host: Host,
}

impl Work {
    /// The picture that the buttons at a place are under, and what it is called.
    pub fn drawing(&self, place: &Place) -> Option<(Drawing, [String; 2])> {
        drawing_of(&platform::figure_around(place)?, self.words)
    }

    /// The table that the buttons at a place are under, and the file that it makes.
    pub fn csv(&self, place: &Place) -> Option<(SeenTable, String)> {
        let table = platform::table_before(place)?;
        let Words { locale, currency } = self.words;
        let text = csv_of(&table, locale, currency, self.words.explorer().exports.days);
        Some((table, text))
    }
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
    pub exhibit: Exhibit,
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
                kind: "png",
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
        let Some(Work { words, host, .. }) = self.work.clone() else {
            return Html::default();
        };
        let texts = &words.explorer().exports;
        let link = context.link();
        let button = |action: &'static str, text: &'static str, message: fn() -> ExportsMsg| {
            let press = link.callback(move |_: MouseEvent| message());
            html! { <button type="button" data-action={action} onclick={press}>{ text }</button> }
        };
        let ExportsProps { of, exhibit } = *context.props();
        let (label, buttons) = match of {
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
            <div class="exports" data-export={exhibit.id()} ref={self.root.clone()}>
                <p role="group" aria-label={label}>{ for buttons }</p>
                if let Some(parcel) = taken { <Taken {words} {host} {parcel} /> }
                if self.failed { <p role="status">{ texts.not_made }</p> }
            </div>
        }
    }
}

impl Exports {
    fn svg(&self) -> Option<Parcel> {
        let (drawing, names) = self.work.as_ref()?.drawing(&self.root.cast()?)?;
        let name = self.name(&[&names[0], &names[1]], "svg");
        Parcel::file("svg", name, drawing.to_svg(), "image/svg+xml")
    }

    /// Points come later.
    fn draw_points(&self, context: &Context<Self>) -> Option<()> {
        let (drawing, names) = self.work.as_ref()?.drawing(&self.root.cast()?)?;
        let name = self.name(&[&names[0], &names[1]], "png");
        let link = context.link().clone();
        to_png(&drawing, SCALE, move |content| {
            link.send_message(ExportsMsg::Drawn(name, content));
        })
    }

    fn csv(&self) -> Option<Parcel> {
        let (table, text) = self.work.as_ref()?.csv(&self.root.cast()?)?;
        let name = self.name(&[&table.heading, &table.caption], "csv");
        Parcel::file("csv", name, text, CSV)
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
        Parcel::text("text", to_tabbed(&rows))
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
