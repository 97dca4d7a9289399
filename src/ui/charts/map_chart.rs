//! The map of leads × conversion: who wins where, with the line of equal value between the two.

use yew::prelude::*;

use crate::i18n::compact;
use crate::insights::{Contour, EqualConversion, LeadRateMap, MapPoint};
use crate::plot::{Linear, Regions, Shape, Size, broken_line, coordinate, polyline, regions};
use crate::ui::words::Words;

/// The drawing area; it is stretched to the space that there is.
const AREA: Size = Size {
    width: 100.0,
    height: 100.0,
};
/// Round values on each axis, about.
const TICKS: u32 = 4;
/// How far down from the line of equal value the lower region's name stands: where few lines run.
const LOWER: f64 = 0.35;
/// How large the marks are.
const RADIUS: f64 = 5.5;

/// A point that is marked.
pub(in crate::ui) struct Mark {
    pub id: &'static str,
    pub shape: Shape,
    pub name: &'static str,
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
        let parted = regions(&self.border(), AREA);
        html! {
            <div class="fan map-chart" role="img" aria-label={self.label.clone()}>
                <svg class="fan-values" aria-hidden="true">{ for values }</svg>
                <div class="level-area">
                    <svg class="fan-area map-area" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                        <path class="map-stage" d={parted.above.clone()} />
                        <path class="map-leads" d={parted.below.clone()} />
                        <path class="fan-grid" d={grid} />
                        { self.contours() }
                        <path class="map-equal" d={self.equal()} />
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

    /// Below it the leads win, from today's on; above it the stage. Where no conversion does it is beyond all.
    fn border(&self) -> Vec<(f64, f64)> {
        let present = self.map.today.conversion;
        let points = self.map.equal.iter().map(|(times, equal)| {
            let conversion = match equal {
                EqualConversion::At(conversion) => *conversion,
                EqualConversion::LeadsGainNothing => present,
                EqualConversion::Never => 1.0,
            };
            self.place(*times, conversion)
        });
        points.collect()
    }

    fn equal(&self) -> String {
        broken_line(self.map.equal.iter().map(|(times, equal)| match equal {
            EqualConversion::At(conversion) => Some(self.place(*times, *conversion)),
            EqualConversion::LeadsGainNothing | EqualConversion::Never => None,
        }))
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

    /// The two regions' names, each where there is most room for it.
    fn names(&self, parted: &Regions) -> Html {
        let texts = &self.words.explorer().map;
        let above = parted.name_above.map(|_| {
            html! { <text class="map-name" x="0" dx="8" y="0" dy="1.5em">{ texts.stage_wins }</text> }
        });
        let below = parted.name_below.map(|(x, y)| {
            let anchor = anchor(x);
            let dx = if anchor == "end" { "-8" } else { "0" };
            let y = y + (AREA.height - y) * LOWER;
            html! {
                <text class="map-name" x={percent(coordinate(x))} {dx} y={percent(coordinate(y))} text-anchor={anchor}>
                    { texts.leads_win }
                </text>
            }
        });
        html! { <>{ for above }{ for below }</> }
    }

    /// A mark with its name: today's to the left of it, the leads' below it, the stage's to the right.
    fn mark(&self, mark: &Mark) -> Html {
        let (x, y) = self.place(mark.point.times, mark.point.conversion);
        let (x, y) = (percent(coordinate(x)), percent(coordinate(y)));
        let (dx, dy, anchor) = match mark.shape {
            Shape::Circle => ("0", "1.7em", "middle"),
            Shape::Square => ("11", "0.1em", "start"),
            Shape::Triangle => ("0", "1.7em", "middle"),
        };
        html! {
            <g class="map-mark" data-mark={mark.id} key={mark.id}>
                <svg x={x.clone()} y={y.clone()} class="map-shape"><path d={mark.shape.outline(RADIUS)} /></svg>
                <text {x} {y} {dx} {dy} text-anchor={anchor}>{ mark.name }</text>
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
