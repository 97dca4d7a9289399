//! The only place that touches browser APIs. Where a browser lacks something, it answers with nothing.

mod called;
mod canvas;
mod clipboard;
mod clock;
mod dialog;
mod events;
mod files;
mod focus;
mod host;
mod keys;
mod measure;
mod named;
mod picture;
mod points;
mod port;
mod print;
mod shadow;
mod table;

pub use called::{Function, Object, called_with};
pub use canvas::{Canvas, Covering, Outline, Setting};
pub use clipboard::{copy, copy_anyway, select_text};
pub use clock::{Timer, after, now, soon};
pub use dialog::{close_dialog, open_dialog};
pub use events::{choose, in_text_box, opened_by, select_all, target_value, value_of};
pub use files::{ChosenFile, Content, Drops, chosen_file, on_drop, open_tab, press};
pub use focus::{Focus, focus, lead_to, lead_to_heading};
pub use host::{Address, Host};
pub use keys::{Keys, on_keys};
pub use named::place_with;
pub use picture::{Seen, SeenPart, SeenShape, SeenText, figure_around, take_apart};
pub use points::points_of;
pub use port::{Listener, Message, Part, Port};
pub use print::{PrintedPage, on_print, print};
pub use shadow::{Place, adopt};
pub use table::{SeenCell, SeenTable, table_before};
