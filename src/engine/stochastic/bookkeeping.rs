//! Fills the books of a trial ([`ledger`](super::ledger)), segment after segment.

use std::ops::Range;

use super::super::simulator::Pipeline;
use super::layout::Stretch;
use super::ledger::StageBook;
use super::opening::OpenUnits;
use super::plan::Plan;
use super::random::{Luck, Purpose, Stream};
use super::segment::Segment;
use super::sent;
use super::shares::share_out;
use super::station::{Station, StationDays};
use super::way_back;
use super::ways::Arrivals;

/// What a trial drew, and the tables it was drawn from.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    /// The tables.
    pub plan: &'a Plan,
    /// Of the same document.
    pub pipeline: &'a Pipeline,
    /// What is Poisson between the stations.
    pub stretches: &'a [Stretch],
    /// The trial's luck.
    pub luck: Luck,
    /// What happened at each station.
    pub stations: &'a [StationDays],
}

/// Where bookings go, and what they are drawn with.
struct Desk<'a> {
    segment: Segment<'a>,
    books: &'a mut [StageBook],
    stream: &'a mut Stream,
}

impl Drawn<'_> {
    /// The books of every stage.
    #[must_use]
    pub fn books(&self) -> Vec<StageBook> {
        let stages = self.pipeline.plans.len();
        let mut books = vec![StageBook::new(self.pipeline.calendar.days()); stages];
        let mut stream = self.luck.stream(Purpose::Ledger, 0, 0);
        let stations = self.plan.stations.iter().map(|station| station.stage);
        let starts = std::iter::once(0).chain(stations.clone());
        let ends = stations.clone().chain([stages]);
        for (position, (start, end)) in starts.zip(ends).enumerate() {
            // Where the first stage is a station nothing is before it.
            if start < end {
                let mut desk = Desk {
                    segment: Segment::new(self.pipeline, start..end),
                    books: &mut books,
                    stream: &mut stream,
                };
                self.fill(position, &mut desk);
            }
        }
        for (stage, book) in books.iter_mut().enumerate() {
            let station = stations.clone().position(|station| station == stage);
            book.close(station.and_then(|station| self.stations.get(station)));
        }
        books
    }

    /// Books everybody in the segment that ends at station `position`, or at the win.
    fn fill(&self, position: usize, desk: &mut Desk<'_>) {
        if let Some(stretch) = self.stretches.get(position) {
            let arrivals = self.poisson_arrivals(position, desk.stream);
            way_back::book(
                desk.segment.first(),
                stretch,
                &arrivals,
                desk.books,
                desk.stream,
            );
        }
        if position == 0 {
            way_back::book_other_leads(self.pipeline, &mut desk.segment, desk.books, desk.stream);
        }
        way_back::book_other_open(self.pipeline, &mut desk.segment, desk.books, desk.stream);
        let cells = self.cells(position);
        for open in self.plan.open.iter().filter(|open| open.target == position) {
            self.book_open(open, &cells, desk);
        }
        let before = position.checked_sub(1);
        let station = before.and_then(|before| self.plan.stations.get(before));
        let days = before.and_then(|before| self.stations.get(before));
        if let (Some(station), Some(days)) = (station, days) {
            self.book_starts(station, days, &cells, desk);
        }
        desk.segment.lose_others(desk.books, desk.stream);
    }

    /// Units of the opening that are counted.
    fn book_open(&self, open: &OpenUnits, cells: &[Range<usize>], desk: &mut Desk<'_>) {
        let mut arriving = vec![0.0; cells.len()];
        open.play(self.luck, &mut arriving);
        let units: f64 = open.units.iter().map(|(units, _)| units).sum();
        let advancing: f64 = open
            .units
            .iter()
            .map(|(units, chance)| units * chance)
            .sum();
        let going_on: f64 = arriving.iter().sum();
        if let Some(book) = desk.books.get_mut(open.stage) {
            book.open(units);
        }
        desk.lose(open.stage, 0, units - going_on, advancing / units);
        let arrivals = Arrivals {
            days: 0..1,
            starts: &[going_on],
            cells,
            arriving: &arriving,
        };
        desk.find(open.stage, &arrivals);
    }

    /// Units that start at a station: those who do not go on as far as the next one, then those who do.
    fn book_starts(
        &self,
        station: &Station,
        days: &StationDays,
        cells: &[Range<usize>],
        desk: &mut Desk<'_>,
    ) {
        let starts = days.started.iter().zip(&days.going_on).zip(&days.advancing);
        for (day, ((&started, going_on), advancing)) in starts.enumerate() {
            if let Some(book) = desk.books.get_mut(station.stage) {
                book.enter(day, started);
            }
            desk.lose(station.stage, day, started - going_on, advancing / started);
        }
        for sent in sent::by_group(station, &days.going_on, self.luck, desk.stream) {
            let starts = days.going_on.get(sent.days.clone());
            let arrivals = Arrivals {
                starts: starts.unwrap_or_default(),
                days: sent.days,
                cells,
                arriving: &sent.arriving,
            };
            desk.find(station.stage, &arrivals);
        }
    }

    /// The days of each cell in which units arrive at station `position`, or are won.
    fn cells(&self, position: usize) -> Vec<Range<usize>> {
        let of_day = &self.plan.cohorts.of_day;
        if position < self.stations.len() {
            return (0..of_day.len()).map(|day| day..day + 1).collect();
        }
        let first = |cohort: usize| of_day.partition_point(|of_day| *of_day < cohort);
        let cohorts = 0..self.plan.cohorts.won.len();
        cohorts
            .map(|cohort| first(cohort)..first(cohort + 1))
            .collect()
    }

    /// Who arrives on each day without having passed a station. Of wins the day within the cohort is drawn now.
    fn poisson_arrivals(&self, position: usize, stream: &mut Stream) -> Vec<f64> {
        if let Some(days) = self.stations.get(position) {
            let came = days.arrived.iter().zip(&days.sent_here);
            return came.map(|(arrived, sent)| arrived - sent).collect();
        }
        let leaving = self.stretches.last().map_or(&[][..], |last| &last.leaving);
        let cells = self.cells(position);
        let mut by_day = vec![0.0; self.pipeline.calendar.days()];
        for (month, wins) in self.plan.wins.iter().enumerate() {
            wins.draw(self.luck, month, |cohort, won| {
                let days = cells.get(cohort).cloned().unwrap_or_default();
                let weights = leaving.get(days.clone()).unwrap_or_default();
                share_out(won, weights, stream, |place, won| {
                    if let Some(sum) = by_day.get_mut(days.start + place) {
                        *sum += won;
                    }
                });
            });
        }
        by_day
    }
}

impl Desk<'_> {
    fn lose(&mut self, stage: usize, day: usize, units: f64, chance: f64) {
        if units > 0.0 {
            let segment = &mut self.segment;
            segment.lose_way(stage, day, (units, chance), self.books, self.stream);
        }
    }

    fn find(&mut self, stage: usize, arrivals: &Arrivals<'_>) {
        self.segment
            .find_way(stage, arrivals, self.books, self.stream);
    }
}
