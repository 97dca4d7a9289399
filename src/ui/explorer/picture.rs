//! Pictures and tables with what can be taken along of them.

use yew::prelude::*;

use super::exports::{Exports, Of};
use super::points::Points;
use crate::ui::words::Words;

/// A picture: what is written over it, the drawing, the way along its points, and the same as a table behind it.
pub(super) fn figure(words: Words, caption: Html, drawing: Html, table: Html) -> Html {
    html! {
        <figure>
            <figcaption>{ caption }</figcaption>
            { gone_along(words, drawing) }
            { behind(words, table) }
        </figure>
    }
}

/// A drawing with the way along its points and the buttons under it, somewhere in its figure.
pub(super) fn gone_along(words: Words, drawing: Html) -> Html {
    html! { <>{ drawing }<Points {words} />{ picture_exports() }</> }
}

/// The buttons under a picture, somewhere in its figure.
pub(super) fn picture_exports() -> Html {
    html! { <Exports of={Of::Picture} /> }
}

/// A table that is opened as wanted.
pub(super) fn behind(words: Words, table: Html) -> Html {
    html! {
        <details>
            <summary>{ words.explorer().forecast.as_table }</summary>
            { with_exports(table) }
        </details>
    }
}

/// A table with the buttons under it.
pub(super) fn with_exports(table: Html) -> Html {
    html! { <>{ table }{ table_exports() }</> }
}

/// The buttons under a table, right after it.
pub(super) fn table_exports() -> Html {
    html! { <Exports of={Of::Table} /> }
}
