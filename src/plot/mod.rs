//! Geometry only: numbers to scales, ticks and paths of SVG. It knows nothing of pipelines.
//!
//! [`Linear`] places values and finds round ticks, [`polyline`] writes a path, [`sparkline`](sparkline())
//! draws the small curve beside an input, [`fan`](fan()) nested bands over time,
//! [`swings`](swings()) bars around a line, [`regions`](regions()) what lies above and below a border.

mod fan;
mod marks;
mod path;
mod regions;
mod scale;
mod sparkline;
mod swings;

pub use fan::{Fan, Spread, extent, fan};
pub use marks::Shape;
pub use path::{coordinate, polyline};
pub use regions::{Border, Regions, broken_line, regions};
pub use scale::Linear;
pub use sparkline::{Size, Sparkline, sparkline};
pub use swings::{Swing, swings};
