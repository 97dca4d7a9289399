//! Who of a station's starts arrives when: what the run sent, sent once more with the same luck, and kept apart.

use std::ops::Range;

use super::random::{Luck, Purpose, Stream};
use super::shares::place;
use super::station::Station;

/// Units that a station sent together.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// The days they started on.
    pub days: Range<usize>,
    /// Those that arrive in each cell.
    pub arriving: Vec<f64>,
}

/// What `station` sent of those who were `going_on` from each day; all together, they arrive as in the run.
#[must_use]
pub fn by_group(station: &Station, going_on: &[f64], luck: Luck, stream: &mut Stream) -> Vec<Sent> {
    let passage = station.passage();
    let cells = station.cells(going_on.len());
    let mut groups = Vec::new();
    let (mut first, mut to_send) = (0, 0.0);
    for (day, units) in going_on.iter().enumerate() {
        to_send += units;
        if passage.goes_on_after(day) {
            continue;
        }
        if to_send > 0.0 {
            let mut arriving = vec![0.0; cells];
            let delays = luck.stream(Purpose::Delays, station.stage, day);
            passage.send(day, to_send, delays, &mut arriving);
            groups.push(Sent {
                days: first..day + 1,
                arriving,
            });
        }
        (first, to_send) = (day + 1, 0.0);
    }
    settle(station, going_on.len(), &mut groups, luck, stream);
    groups
}

/// Puts what arrives in blocks of days on the days the run put it on.
///
/// There each unit of a block has taken a day by the same chances, whichever group it is of; given how many each day
/// has got, all ways to match units with places are alike.
fn settle(station: &Station, days: usize, groups: &mut [Sent], luck: Luck, stream: &mut Stream) {
    let mut all = vec![0.0; station.cells(days)];
    for group in groups.iter() {
        let blocks = all.iter_mut().zip(&group.arriving).skip(days);
        blocks.for_each(|(sum, units)| *sum += units);
    }
    station.passage().settle(luck, station.stage, &mut all);
    for (block, of_block) in station.passage().blocks().enumerate() {
        let Some(places) = all.get_mut(of_block.clone()) else {
            continue;
        };
        for group in groups.iter_mut() {
            let units = group.arriving.get_mut(days + block).map(std::mem::take);
            let target = group.arriving.get_mut(of_block.clone());
            place(
                units.unwrap_or_default(),
                places,
                target.unwrap_or_default(),
                stream,
            );
        }
    }
}
