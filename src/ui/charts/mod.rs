//! Pictures: what `plot` has laid out, as SVG with words behind it.

pub(in crate::ui) mod bar_rows;
pub(in crate::ui) mod forecast_fan;
pub(in crate::ui) mod frame;
pub(in crate::ui) mod input_curve;
pub(in crate::ui) mod line_chart;
pub(in crate::ui) mod map_chart;
pub(in crate::ui) mod month_bars;
pub(in crate::ui) mod share_bar;
pub(in crate::ui) mod swing_bars;
pub(in crate::ui) mod waterfall;
