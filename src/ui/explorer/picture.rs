//! Pictures and tables with what can be taken along of them.

use yew::prelude::*;

use super::exhibit::Exhibit;
use super::exports::{Exports, Of};
use super::points::Points;
use crate::ui::words::Words;

/// A picture: what is written over it, the drawing, the way along its points, and the same as a table behind it.
pub(super) fn figure(
    words: Words,
    exhibit: Exhibit,
    caption: Html,
    drawing: Html,
    table: Html,
) -> Html {
    html! {
        <figure>
            <figcaption>{ caption }</figcaption>
            { gone_along(words, exhibit, drawing) }
            { behind(words, exhibit, table) }
        </figure>
    }
}

/// A drawing with the way along its points and the buttons under it, somewhere in its figure.
pub(super) fn gone_along(words: Words, exhibit: Exhibit, drawing: Html) -> Html {
    html! { <>{ drawing }<Points {words} />{ picture_exports(exhibit) }</> }
}

/// The buttons under a picture, somewhere in its figure.
pub(super) fn picture_exports(exhibit: Exhibit) -> Html {
    html! { <Exports of={Of::Picture} {exhibit} /> }
}

/// A table that is opened as wanted.
pub(super) fn behind(words: Words, exhibit: Exhibit, table: Html) -> Html {
    html! {
        <details>
            <summary>{ words.explorer().forecast.as_table }</summary>
            { with_exports(exhibit, table) }
        </details>
    }
}

/// A table with the buttons under it.
pub(super) fn with_exports(exhibit: Exhibit, table: Html) -> Html {
    html! { <>{ table }{ table_exports(exhibit) }</> }
}

/// The buttons under a table, right after it.
pub(super) fn table_exports(exhibit: Exhibit) -> Html {
    html! { <Exports of={Of::Table} {exhibit} /> }
}
