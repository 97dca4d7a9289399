//! The best split of money between items, in slices.

use super::spending::{Item, Prices, levers};
use crate::model::Lever;

/// Money a month spent on items, a whole number of slices each.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Split {
    /// Each item, and how many slices it gets.
    counts: Vec<(Item, usize)>,
    /// What a slice is, in money a month.
    slice: f64,
}

impl Split {
    /// Nothing for each of the items.
    pub fn new(items: &[Item], slice: f64) -> Self {
        Self {
            counts: items.iter().map(|item| (*item, 0)).collect(),
            slice,
        }
    }

    /// What each item gets, in money a month.
    pub fn spent(&self) -> Vec<(Item, f64)> {
        let counts = self.counts.iter();
        counts
            .map(|(item, count)| (*item, self.slice * crate::engine::count(*count)))
            .collect()
    }

    /// The levers that the money buys.
    pub fn levers(&self, prices: &Prices) -> Vec<Lever> {
        levers(prices, &self.spent())
    }

    /// The same with a slice more for an item.
    pub fn with(&self, item: Item) -> Self {
        let mut split = self.clone();
        split.change(item, |count| count.saturating_add(1));
        split
    }

    fn moved(&self, from: Item, to: Item) -> Self {
        let mut split = self.with(to);
        split.change(from, |count| count.saturating_sub(1));
        split
    }

    fn change(&mut self, item: Item, change: impl Fn(usize) -> usize) {
        let mut counts = self.counts.iter_mut();
        if let Some((_, count)) = counts.find(|(other, _)| *other == item) {
            *count = change(*count);
        }
    }

    fn items(&self) -> impl Iterator<Item = Item> {
        self.counts.iter().map(|(item, _)| *item)
    }

    fn gets(&self, item: Item) -> bool {
        let mut counts = self.counts.iter();
        counts.any(|(other, count)| *other == item && *count > 0)
    }
}

/// Gives slice after slice to the item that gains most from it.
///
/// Where wins are a product of rates, the logarithm of what is won is a sum of concave parts, and this finds the best
/// split there is, to a slice. Where stages are limited or costs count, [`Exchange`] goes on from there.
#[derive(Clone, Debug)]
pub(super) struct Greedy {
    split: Split,
    /// Items that are still to be tried for the next slice, the last one next.
    waiting: Vec<Item>,
    best: Option<(Item, f64)>,
    /// Who got each slice.
    pub path: Vec<Item>,
}

impl Greedy {
    pub fn new(items: &[Item], slice: f64) -> Self {
        let mut greedy = Self {
            split: Split::new(items, slice),
            waiting: Vec::new(),
            best: None,
            path: Vec::new(),
        };
        greedy.next_slice();
        greedy
    }

    /// The split so far.
    pub fn split(&self) -> &Split {
        &self.split
    }

    /// Nothing for each of the items.
    pub fn emptied(&self) -> Split {
        let items: Vec<Item> = self.split.items().collect();
        Split::new(&items, self.split.slice)
    }

    /// The split to run next, where there is anything to spend on.
    pub fn wanted(&self) -> Option<Split> {
        self.waiting.last().map(|item| self.split.with(*item))
    }

    /// Takes what that split comes to; the result of the split so far, once another slice is given.
    pub fn take(&mut self, result: f64) -> Option<f64> {
        let item = self.waiting.pop()?;
        if self.best.is_none_or(|(_, best)| result > best) {
            self.best = Some((item, result));
        }
        if !self.waiting.is_empty() {
            return None;
        }
        let (item, result) = self.best.take()?;
        self.split = self.split.with(item);
        self.path.push(item);
        self.next_slice();
        Some(result)
    }

    fn next_slice(&mut self) {
        // The last one is tried first: of equal ones, the first of the list is to win.
        let mut items: Vec<Item> = self.split.items().collect();
        items.reverse();
        self.waiting = items;
    }
}

/// Moves slices from one item to another as long as that gains.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    split: Split,
    result: f64,
    /// The moves that are still to be tried, the last one next.
    waiting: Vec<(Item, Item)>,
}

impl Exchange {
    pub fn new(split: Split, result: f64) -> Self {
        let mut exchange = Self {
            split,
            result,
            waiting: Vec::new(),
        };
        exchange.start();
        exchange
    }

    /// The best split, and what it comes to.
    pub fn best(&self) -> (&Split, f64) {
        (&self.split, self.result)
    }

    /// The split to run next; none when no move gains.
    pub fn wanted(&self) -> Option<Split> {
        let (from, to) = self.waiting.last()?;
        Some(self.split.moved(*from, *to))
    }

    /// Takes what that split comes to.
    pub fn take(&mut self, result: f64) {
        let Some((from, to)) = self.waiting.pop() else {
            return;
        };
        // What is smaller than rounding is no gain, and could go round in circles.
        if result > self.result + self.result.abs() * NOTHING {
            self.split = self.split.moved(from, to);
            self.result = result;
            self.start();
        }
    }

    fn start(&mut self) {
        let items: Vec<Item> = self.split.items().collect();
        let from = items.iter().filter(|item| self.split.gets(**item));
        let moves = from.flat_map(|from| {
            let others = items.iter().filter(move |to| *to != from);
            others.map(|to| (*from, *to))
        });
        self.waiting = moves.collect();
    }
}

/// A gain below this share of the result is rounding.
const NOTHING: f64 = 1e-9;
