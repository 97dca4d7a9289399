//! The only place that touches browser APIs. Where a browser lacks something, it answers with nothing.

mod address;
mod clipboard;
mod clock;
mod dialog;
mod events;
mod focus;
mod port;
mod shadow;
mod texts;

pub use address::{Address, fragment, keep, kept, link_with, on_fragment_change, write_fragment};
pub use clipboard::copy;
pub use clock::{Timer, after, now};
pub use dialog::{close_dialog, open_dialog};
pub use events::{choose, in_text_box, opened_by, select_all, target_value, value_of};
pub use focus::{Focus, focus};
pub use port::{Listener, Message, Part, Port, port};
pub use shadow::{Place, adopt, attribute, host, mount_point};
pub use texts::{first_language, load_texts};
