//! Geometry only: numbers to scales, ticks and paths of SVG. It knows nothing of pipelines.
//!
//! [`Linear`] places values and finds round ticks, [`polyline`] writes a path, [`sparkline`](sparkline())
//! draws the small curve beside an input, [`fan`](fan()) nested bands over time,
//! [`swings`](swings()) bars around a line, [`apart`](apart()) keeps names apart, [`regions`](regions()) what lies
//! above and below a border. A [`Drawing`] is a picture by itself, as a file holds it.

mod apart;
mod drawing;
mod fan;
mod ink;
mod marks;
mod path;
mod placed;
mod regions;
mod scale;
mod sparkline;
mod swings;

pub use apart::apart;
pub use drawing::{Drawing, DrawnText, OutlinedShape, Piece};
pub use fan::{Fan, Spread, extent, fan};
pub use ink::Ink;
pub use marks::Shape;
pub use path::{coordinate, coordinate_text, polyline};
pub use placed::Placing;
pub use regions::{Border, Regions, broken_line, regions};
pub use scale::Linear;
pub use sparkline::{Size, Sparkline, sparkline};
pub use swings::{Swing, swings};

#[allow(clippy::cast_precision_loss)]
fn number(index: usize) -> f64 {
    // Exact: nothing that is drawn has 2^53 parts.
    index as f64
}
