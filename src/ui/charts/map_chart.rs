//! The map of leads × conversion: who wins where, with the line of equal value between the two.

use yew::prelude::*;

use crate::i18n::compact;
use crate::insights::{BorderPoint, Contour, LeadRateMap, MapPoint, Verdict};
use crate::plot::{
    Border, Linear, Regions, Shape, Size, broken_line, coordinate, polyline, regions,
};
use crate::ui::words::Words;

/// The drawing area; it is stretched to the space that there is.
const AREA: Size = Size {
    width: 100.0,
    height: 100.0,
};
/// Round values on each axis, about.
const TICKS: u32 = 4;
/// How large the marks are.
const RADIUS: f64 = 5.5;

/// A point that is marked.
pub(in crate::ui) struct Mark {
    pub id: &'static str,
    pub shape: Shape,
    /// Its name, and a short one for the picture.
    pub name: &'static str,
    pub short_name: &'static str,
    pub point: MapPoint,
}

/// The picture.
pub(in crate::ui) struct MapChart<'a> {
    pub words: Words,
    pub map: &'a LeadRateMap,
    pub marks: &'a [Mark; 3],
    /// What the picture says, for those who do not see it.
    pub label: String,
}

impl MapChart<'_> {
    pub(in crate::ui) fn view(&self) -> Html {
        let up = self.up();
        let ticks = up.ticks(TICKS);
        let grid: String = ticks
            .iter()
            .map(|value| format!("M0 {}H100", coordinate(up.place(*value))))
            .collect();
        let values = ticks.iter().map(|value| {
            let y = percent(coordinate(up.place(*value)));
            let text = self.words.percent(*value);
            html! { <text key={y.clone()} x="100%" {y} dy="0.35em" text-anchor="end">{ text }</text> }
        });
        let border = self.map.border();
        let parted = self.parted(&border);
        html! {
            <div class="fan map-chart" role="img" aria-label={self.label.clone()}>
                <svg class="fan-values" aria-hidden="true">{ for values }</svg>
                <div class="level-area">
                    <svg class="fan-area map-area" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                        <path class="map-stage" d={parted.above.clone()} />
                        <path class="map-leads" d={parted.below.clone()} />
                        <path class="fan-grid" d={grid} />
                        { self.contours() }
                        <path class="map-equal" d={self.equal(&border)} />
                    </svg>
                    <svg class="level-name map-names" aria-hidden="true">
                        <g>{ self.names(&parted) }</g>
                        <g>{ for self.marks.iter().map(|mark| self.mark(mark)) }</g>
                    </svg>
                </div>
                <svg class="fan-names map-leads-axis" aria-hidden="true">{ for self.leads_axis() }</svg>
            </div>
        }
    }

    fn across(&self) -> Linear {
        Linear::new(ends(&self.map.times), (0.0, AREA.width))
    }

    fn up(&self) -> Linear {
        Linear::new(ends(&self.map.conversions), (AREA.height, 0.0))
    }

    fn place(&self, times: f64, conversion: f64) -> (f64, f64) {
        (self.across().place(times), self.up().place(conversion))
    }

    /// Below the border the leads win, from today's on; above it the stage, unless it gains nothing anywhere.
    fn parted(&self, border: &[BorderPoint]) -> Regions {
        let points = border.iter().map(|point| Border {
            place: self.place(point.times, point.conversion),
            has_below: point.leads_gain,
        });
        let mut parted = regions(&points.collect::<Vec<_>>(), AREA);
        let mut verdicts = self.map.better.iter().flatten();
        if !verdicts.any(|verdict| *verdict == Verdict::FixWins) {
            parted.above.clear();
        }
        parted
    }

    fn equal(&self, border: &[BorderPoint]) -> String {
        let points = border.iter();
        let place = |point: &BorderPoint| self.place(point.times, point.conversion);
        broken_line(points.map(|point| point.is_equal.then(|| place(point))))
    }

    /// What brings as much as each of the three points.
    fn contours(&self) -> Html {
        let map = self.map;
        let path = |contour: &Contour| -> String {
            let lines = contour.lines.iter();
            lines
                .map(|line| polyline(line.iter().map(|&[times, to]| self.place(times, to))))
                .collect()
        };
        html! {
            <>
                <path class="map-like" data-like="today" d={path(&map.like_today)} />
                <path class="map-like" data-like="fix" d={path(&map.like_fix)} />
                <path class="map-like" data-like="leads" d={path(&map.like_leads)} />
            </>
        }
    }

    /// The two regions' names: one in the upper left corner, the other at the bottom, where there is most room.
    fn names(&self, parted: &Regions) -> Html {
        let texts = &self.words.explorer().map;
        let above = (!parted.above.is_empty()).then(|| {
            html! { <text class="map-name" x="0" dx="8" y="0" dy="1.5em">{ texts.stage_wins }</text> }
        });
        let below = parted.name_below.map(|x| {
            let anchor = anchor(x);
            let dx = if anchor == "end" { "-8" } else { "0" };
            html! {
                <text class="map-name" x={percent(coordinate(x))} {dx} y="100%" dy="-0.7em" text-anchor={anchor}>
                    { texts.leads_win }
                </text>
            }
        });
        html! { <>{ for above }{ for below }</> }
    }

    /// A mark with its name: the stage's beside it, where there is room, the others' below it.
    fn mark(&self, mark: &Mark) -> Html {
        let (across, y) = self.place(mark.point.times, mark.point.conversion);
        let (x, y) = (percent(coordinate(across)), percent(coordinate(y)));
        let (dx, dy, anchor) = match mark.shape {
            Shape::Square if across > 50.0 => ("-11", "0.1em", "end"),
            Shape::Square => ("11", "0.1em", "start"),
            Shape::Circle | Shape::Triangle => ("0", "1.7em", "middle"),
        };
        html! {
            <g class="map-mark" data-mark={mark.id} key={mark.id}>
                <svg x={x.clone()} y={y.clone()} class="map-shape"><path d={mark.shape.outline(RADIUS)} /></svg>
                <text {x} {y} {dx} {dy} text-anchor={anchor}>{ mark.short_name }</text>
            </g>
        }
    }

    /// The leads a month under the map; in full where the short numbers would read the same.
    fn leads_axis(&self) -> Vec<Html> {
        let (least, most) = ends(&self.map.times);
        let leads = self.map.leads_per_month;
        let across = Linear::new((least * leads, most * leads), (0.0, AREA.width));
        let ticks = across.ticks(TICKS);
        let mut names: Vec<String> = ticks
            .iter()
            .map(|value| compact(self.words.locale, *value))
            .collect();
        let mut before = names.iter().zip(names.iter().skip(1));
        if before.any(|(name, next)| name == next) {
            names = ticks.iter().map(|value| self.words.units(*value)).collect();
        }
        let named = ticks.iter().zip(names);
        let named = named.map(|(value, text)| {
            let x = coordinate(across.place(*value));
            let anchor = anchor(x);
            html! { <text key={x.to_string()} x={percent(x)} y="1em" text-anchor={anchor}>{ text }</text> }
        });
        named.collect()
    }
}

/// The first and the last of growing values.
fn ends(values: &[f64]) -> (f64, f64) {
    let first = values.first().copied().unwrap_or_default();
    (first, values.last().copied().unwrap_or(first))
}

/// How a text stands at its place, so that it stays inside.
fn anchor(x: f64) -> &'static str {
    if x > 90.0 {
        "end"
    } else if x < 10.0 {
        "start"
    } else {
        "middle"
    }
}

fn percent(share: f64) -> String {
    [&share.to_string(), "%"].concat()
}
