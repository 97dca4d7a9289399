//! Lines over a common axis, each named where it ends, with a level to hold them against and a point that matters.

use yew::prelude::*;

use super::frame::{AREA, Content, Frame, TICKS, line_at, mark_at, percent};
use crate::i18n::{Locale, compact};
use crate::plot::{Linear, apart, coordinate, polyline};

/// Lines that end within so many percent of the height are named on two sides.
const CLOSE: f64 = 15.0;
/// More lines than this carry a number each, and a list below says which is which; so do two when a name has more
/// letters than find room in a narrow picture.
const NAMED: usize = 2;
const LETTERS: usize = 16;
/// The height that a number takes at the end of a line, in percent.
const NUMBER: f64 = 7.0;

/// A line.
pub(in crate::ui) struct Series {
    /// How it is drawn: "main", or "other", which is dashed; of many lines "series1" to "series6", no two of which
    /// share their colour or their dashes.
    pub kind: &'static str,
    /// What stands at its end where there are several lines; its place among them when absent.
    pub number: Option<String>,
    /// Across and up.
    pub points: Vec<(f64, f64)>,
    /// Nothing where the line stands alone and its heading names it.
    pub name: String,
}

impl Series {
    fn end(&self) -> f64 {
        self.points.last().map_or(0.0, |(_, y)| *y)
    }

    /// What stands at its end, where it is so many lines after the first.
    fn number(&self, at: usize) -> String {
        let place = || (at + 1).to_string();
        self.number.clone().unwrap_or_else(place)
    }

    /// Whether it ends lower than it was just before.
    fn falls(&self) -> bool {
        let mut from_the_end = self.points.iter().rev().map(|(_, y)| *y);
        let (end, before) = (from_the_end.next(), from_the_end.next());
        before.zip(end).is_some_and(|(before, end)| before > end)
    }
}

/// The picture.
pub(in crate::ui) struct LineChart<'a> {
    pub series: Vec<Series>,
    /// A line across, and its name.
    pub level: Option<(f64, String)>,
    /// The points that matter.
    pub marks: Vec<(f64, f64)>,
    /// What is written under the picture, and where.
    pub across: Vec<(f64, String)>,
    /// How a value of the vertical axis is said.
    pub said: &'a dyn Fn(f64) -> String,
    /// What the picture says, for those who do not see it.
    pub label: String,
}

impl LineChart<'_> {
    /// The picture, with nothing on its vertical axis.
    pub(in crate::ui) fn view(&self) -> Html {
        self.drawn(self.with_nothing(), self.said)
    }

    /// The picture, with only what occurs on its vertical axis: for lines that differ little. Values that would read
    /// the same are said `in_full`.
    pub(in crate::ui) fn close_up(&self, in_full: &dyn Fn(f64) -> String) -> Html {
        let (least, most) = self.extent();
        // A little room above and below, so that no line lies on an edge.
        let room = (most - least) * 0.08;
        let up = Linear::new((least - room, most + room), (AREA.height, 0.0));
        self.drawn(up, in_full)
    }

    fn drawn(&self, up: Linear, in_full: &dyn Fn(f64) -> String) -> Html {
        let across = self.scale_across();
        let place = |&(x, y): &(f64, f64)| (across.place(x), up.place(y));
        let lines = self.series.iter().enumerate().map(|(at, series)| {
            let line = polyline(series.points.iter().map(place));
            html! { <path key={at} class="fan-line" data-line={series.kind} d={line} /> }
        });
        let level = self.level.as_ref().map(|(level, _)| {
            html! { <path class="fan-level" d={line_at(coordinate(up.place(*level)))} /> }
        });
        let marks = self.marks.iter().map(place);
        let marks = marks.map(|mark| html! { <path class="fan-mark" d={mark_at(mark)} /> });
        let frame = Frame {
            class: "lines",
            up,
            said: self.said,
            in_full,
            names: self.names_below(&across),
            label: self.label.clone(),
        };
        let (names, foot) = if self.needs_key() {
            (self.numbers(&up), self.key())
        } else {
            (self.names(&across, &up), Html::default())
        };
        frame.view(Content {
            ground: Html::default(),
            shapes: html! { <>{ for level }<g>{ for lines }</g><g>{ for marks }</g></> },
            words: html! { <><g>{ for names }</g>{ self.level_name(&up) }</> },
            foot,
        })
    }

    fn needs_key(&self) -> bool {
        let mut names = self.series.iter().map(|series| series.name.chars().count());
        self.series.len() > NAMED || (self.series.len() > 1 && names.any(|name| name > LETTERS))
    }

    fn names_below(&self, across: &Linear) -> Vec<(f64, String)> {
        let names = self.across.iter();
        names
            .map(|(x, name)| (across.place(*x), name.clone()))
            .collect()
    }

    /// The names of one line or two stand where nothing is drawn: above the end, below it for a line that has come
    /// down to its end, and below its first third for one that rises close under another.
    fn names(&self, across: &Linear, up: &Linear) -> Vec<Html> {
        let names = self.series.iter().map(|series| {
            let y = up.place(series.end());
            let mut others = self.series.iter().map(|other| up.place(other.end()));
            let is_close = others.any(|other| other < y && y - other < CLOSE);
            let third = series.points.get(series.points.len() / 3);
            let (x, y, dx, dy, anchor) = match third {
                Some((x, y)) if is_close && !series.falls() => {
                    (across.place(*x), up.place(*y), "8", "1.5em", "start")
                }
                _ if series.falls() => (AREA.width, y, "0", "1.5em", "end"),
                _ => (AREA.width, y, "0", "-0.6em", "end"),
            };
            let (x, y) = (percent(coordinate(x)), percent(coordinate(y)));
            html! { <text {x} {y} {dx} {dy} text-anchor={anchor}>{ &series.name }</text> }
        });
        names.collect()
    }

    /// Of many lines each has a number at its end, beside the picture.
    fn numbers(&self, up: &Linear) -> Vec<Html> {
        let ends: Vec<f64> = self
            .series
            .iter()
            .map(|line| up.place(line.end()))
            .collect();
        let places = apart(&ends, NUMBER, (0.0, AREA.height)).into_iter();
        let numbers = self.series.iter().zip(places).enumerate();
        let numbers = numbers.map(|(at, (line, y))| {
            let y = percent(coordinate(y));
            html! { <text key={at} x="100%" {y} dx="4" dy="0.35em">{ line.number(at) }</text> }
        });
        numbers.collect()
    }

    /// Which line is which: its number, how it is drawn, its name.
    fn key(&self) -> Html {
        let entries = self.series.iter().enumerate().map(|(at, series)| {
            html! {
                <li key={at}>
                    <svg>
                        <path class="fan-line" data-line={series.kind} d="M14 9H40" />
                        <text y="1em">{ series.number(at) }</text>
                    </svg>
                    <span>{ &series.name }</span>
                </li>
            }
        });
        html! { <ul class="fan-key" aria-hidden="true">{ for entries }</ul> }
    }

    /// The level is named at its beginning, or at its end where a line begins close to it.
    fn level_name(&self, up: &Linear) -> Html {
        let name = self.level.iter().map(|(level, name)| {
            let level = up.place(*level);
            let free = |points: Vec<&(f64, f64)>| {
                let distances = points.iter().map(|(_, y)| (up.place(*y) - level).abs());
                distances.fold(AREA.height, f64::min)
            };
            let lines = || self.series.iter().map(|series| &series.points);
            let begins = free(lines().filter_map(|points| points.first()).collect());
            let ends = free(lines().filter_map(|points| points.last()).collect());
            let (x, anchor) = if begins < CLOSE && ends > begins {
                ("100%", "end")
            } else {
                ("0", "start")
            };
            let y = percent(coordinate(level));
            html! { <text data-line="level" {x} {y} dy="-0.4em" text-anchor={anchor}>{ name }</text> }
        });
        html! { <g>{ for name }</g> }
    }

    fn scale_across(&self) -> Linear {
        let points = self.series.iter().flat_map(|series| &series.points);
        let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
        for (x, _) in points {
            (left, right) = (left.min(*x), right.max(*x));
        }
        Linear::new((left.min(right), right.max(left)), (0.0, AREA.width))
    }

    /// The least and the most that occurs.
    fn extent(&self) -> (f64, f64) {
        let points = self.series.iter().flat_map(|series| &series.points);
        let level = self.level.iter().map(|(level, _)| *level);
        let values = points.chain(&self.marks).map(|(_, y)| *y).chain(level);
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values {
            (least, most) = (least.min(value), most.max(value));
        }
        (least.min(most), most.max(least))
    }

    fn with_nothing(&self) -> Linear {
        let (least, most) = self.extent();
        let (least, most) = (least.min(0.0), most.max(0.0));
        // Room for names above, and below where they stand there; a picture of nothing has a height too.
        let height = if most > least { most - least } else { 1.0 };
        let is_named_below = self.series.iter().any(Series::falls);
        let below = match least < 0.0 {
            true if is_named_below => height * 0.16,
            true => height * 0.08,
            false => 0.0,
        };
        Linear::new((least - below, most + height * 0.12), (AREA.height, 0.0))
    }
}

/// Round numbers from 0 to `longest`, to be written under a picture.
pub(in crate::ui) fn plain_axis(locale: Locale, longest: f64) -> Vec<(f64, String)> {
    let ticks = Linear::new((0.0, longest), (0.0, AREA.width)).ticks(TICKS);
    let names = ticks.into_iter();
    names.map(|value| (value, compact(locale, value))).collect()
}
