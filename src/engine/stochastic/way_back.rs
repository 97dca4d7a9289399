//! What is Poisson between two stations: where those who arrive came from, and those who do not arrive.

use super::super::simulator::Pipeline;
use super::layout::Stretch;
use super::ledger::StageBook;
use super::random::Stream;
use super::segment::Segment;
use super::shares::{poisson_count, share_out};

/// Books the way of units that leave the last stage of `stretch`, whose first stage is `first`, on each day.
///
/// Units that start a stage on day t and leave it forward on day d are independent Poisson counts for each pair
/// (t, d), and so are those of a steady opening that leave on d (displacement theorem: Kingman, Poisson Processes,
/// 1993, section 5.5). Given how many leave on d, when they started is therefore multinomial with those
/// means. Where nobody waits they left the stage before on the day they started.
pub fn book(
    first: usize,
    stretch: &Stretch,
    arrivals: &[f64],
    books: &mut [StageBook],
    stream: &mut Stream,
) {
    let mut leaving = arrivals.to_vec();
    for (flow, book) in stretch.flows.iter().zip(books.iter_mut().skip(first)).rev() {
        let mut starting = vec![0.0; leaving.len()];
        let open = &flow.input.open;
        let calendar = &flow.input.calendar;
        for (day, units) in leaving.into_iter().enumerate() {
            if units <= 0.0 {
                continue;
            }
            book.advance(day, units);
            let starts = flow.advancing.iter().take(day + 1).enumerate();
            let mut weights: Vec<f64> = starts
                .map(|(start, advancing)| {
                    let month = calendar.month_of(start);
                    let month = month.and_then(|month| flow.input.plan.months.get(month));
                    let delays = month.map_or(&[][..], |month| month.days.exactly());
                    advancing * delays.get(day - start).copied().unwrap_or_default()
                })
                .collect();
            weights.push(open.steady_per_day.advancing * open.steady_days.longer_than(day));
            share_out(units, &weights, stream, |place, units| {
                if let Some(starting) = starting.get_mut(place).filter(|_| place <= day) {
                    *starting += units;
                    book.enter(place, units);
                } else {
                    book.open(units);
                }
            });
        }
        leaving = starting;
    }
}

/// Books the leads that do not come as far as the end of `segment` within the horizon: Poisson on each day.
pub fn book_other_leads(
    pipeline: &Pipeline,
    segment: &mut Segment<'_>,
    books: &mut [StageBook],
    stream: &mut Stream,
) {
    for (day, leads) in pipeline.daily_leads.iter().enumerate() {
        let units = poisson_count(leads * (1.0 - segment.reaches_end(0, day)), stream);
        segment.start_other(0, day, units, books);
    }
}

/// Books the units of a steady opening that do not come as far as the end of `segment` within the horizon.
///
/// Those that leave a stage on day d started before the horizon and take more than d days in all: Poisson on each day,
/// whichever way they leave, and so are those who stay.
pub fn book_other_open(
    pipeline: &Pipeline,
    segment: &mut Segment<'_>,
    books: &mut [StageBook],
    stream: &mut Stream,
) {
    for stage in segment.stages() {
        let Some(open) = pipeline.open.stages.get(stage) else {
            continue;
        };
        let (forward, lost) = (open.steady_per_day.advancing, open.steady_per_day.lost);
        if forward + lost <= 0.0 {
            continue;
        }
        let (days, lost_days) = (&open.steady_days, &open.steady_lost_days);
        let mut staying = forward * days.mean() + lost * lost_days.mean();
        for day in 0..pipeline.calendar.days() {
            let leaving = forward * days.longer_than(day);
            let losing = lost * lost_days.longer_than(day);
            staying -= leaving + losing;
            let on = poisson_count(
                leaving * (1.0 - segment.reaches_end(stage + 1, day)),
                stream,
            );
            let gone = poisson_count(losing, stream);
            if let Some(book) = books.get_mut(stage) {
                book.open(on + gone);
                book.advance(day, on);
                book.lose(day, gone);
            }
            segment.start_other(stage + 1, day, on, books);
        }
        if let Some(book) = books.get_mut(stage) {
            let staying = poisson_count(staying, stream);
            book.open(staying);
            book.stay(staying);
        }
    }
}
