//! The map of leads × conversion: who wins where, with the line of equal value between the two.

use yew::prelude::*;

use super::frame::{AREA, Content, Frame, TICKS, anchor, percent, told_apart};
use crate::i18n::compact;
use crate::insights::{BorderPoint, Contour, LeadRateMap, MapPoint, Verdict};
use crate::plot::{Border, Linear, Regions, Shape, broken_line, coordinate, polyline, regions};
use crate::ui::words::Words;

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
        let border = self.map.border();
        let parted = self.parted(&border);
        let frame = Frame {
            class: "map-chart",
            up: self.up(),
            said: &|value| self.words.percent(value),
            in_full: &|value| self.words.percent(value),
            names: self.leads_axis(),
            label: self.label.clone(),
        };
        let ground = html! {
            <>
                <path class="map-stage" d={parted.above.clone()} />
                <path class="map-leads" d={parted.below.clone()} />
            </>
        };
        let shapes = html! {
            <>
                { self.contours() }
                <path class="map-equal" d={self.equal(&border)} />
            </>
        };
        let words = html! {
            <>
                <g>{ self.names(&parted) }</g>
                <g>{ for self.marks.iter().map(|mark| self.mark(mark)) }</g>
            </>
        };
        frame.view(Content {
            ground,
            shapes,
            words,
            ..Content::default()
        })
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
    fn leads_axis(&self) -> Vec<(f64, String)> {
        let (least, most) = ends(&self.map.times);
        let leads = self.map.leads_per_month;
        let across = Linear::new((least * leads, most * leads), (0.0, AREA.width));
        let ticks = across.ticks(TICKS);
        let (in_short, in_full) = (
            |value| compact(self.words.locale, value),
            |value| self.words.units(value),
        );
        let names = told_apart(&ticks, &in_short, &in_full);
        let places = ticks.into_iter().map(|value| across.place(value));
        places.zip(names).collect()
    }
}

/// The first and the last of growing values.
fn ends(values: &[f64]) -> (f64, f64) {
    let first = values.first().copied().unwrap_or_default();
    (first, values.last().copied().unwrap_or(first))
}
