//! The stochastic run: whole units, drawn days and sizes, trial after trial.
//!
//! Its cost does not grow with the volume. [`plan`] makes the tables that all trials share: where
//! nothing is limited, counts are Poisson and a month's wins are one draw; where a stage is, its
//! [`station`] counts units by day, and a [`passage`] brings them to the next one. [`upstream`] says what the
//! stages before the first station cost, [`opening`] what is there on the first day, [`cohorts`] when
//! wins pay, [`sizes`] how much. [`trial`] plays all that once; [`outcomes`] keeps what trials came to
//! until it is put into a [`report`]. [`ledger`] draws afterwards what no result needs: where everybody was on every
//! day.
//!
//! Every count is one quantile of its law ([`poisson`], [`binomial`], on [`lattice`]) at one uniform number
//! whose stream has the name of what it is drawn for ([`random`]). So trial i of a seed is the same however
//! the trials are sliced, on every machine, and two scenarios of one seed share their luck.

pub mod binomial;
pub mod blocks;
pub mod bookkeeping;
pub mod chances;
pub mod cohorts;
pub mod lattice;
pub mod layout;
pub mod ledger;
pub mod line;
pub mod normal;
pub mod opening;
pub mod outcomes;
pub mod passage;
pub mod plan;
pub mod poisson;
pub mod random;
pub mod report;
pub mod schedule;
pub mod segment;
pub mod sent;
pub mod shares;
pub mod sizes;
pub mod starts;
pub mod station;
pub mod trial;
pub mod uncertain;
pub mod upstream;
pub mod way_back;
pub mod ways;

use std::ops::Range;

use super::calendar::Calendar;
use super::simulator::Simulator;
use crate::model::{Document, Lever};
use bookkeeping::Drawn;
use layout::Layout;
use ledger::StageBook;
use outcomes::Outcomes;
use plan::Plan;
use random::Luck;
use station::StationDays;
use trial::Trial;

/// A stochastic run of a document with a list of levers, ready to play any of its trials.
#[derive(Debug)]
pub struct Stochastic {
    document: Document,
    levers: Vec<Lever>,
    seed: u64,
    simulator: Simulator,
    tables: Tables,
    trial: Trial,
}

/// The tables of the trials.
#[derive(Debug)]
enum Tables {
    /// The same for all.
    Shared(Box<Plan>),
    /// Made for each trial: some values are drawn, into this copy of the document.
    Drawn(Box<Document>),
}

impl Stochastic {
    /// Of `document` with `levers`; the baseline has none. Runs of the same seed share their luck.
    #[must_use]
    pub fn new(document: &Document, levers: &[Lever], seed: u64) -> Self {
        let mut simulator = Simulator::new();
        let tables = if uncertain::is_uncertain(document) {
            Tables::Drawn(Box::new(document.clone()))
        } else {
            Tables::Shared(Box::new(Plan::new(&mut simulator, document, levers)))
        };
        Self {
            document: document.clone(),
            levers: levers.to_vec(),
            seed,
            simulator,
            tables,
            trial: Trial::default(),
        }
    }

    /// Plays `trials`, counted from 0. A long run can be cut into slices, and given up between them.
    pub fn run(&mut self, trials: Range<u32>) -> Outcomes {
        let calendar = Calendar::new(self.document.start, self.document.months.whole());
        let mut outcomes = Outcomes::new(self.seed, &calendar);
        for number in trials {
            self.play(number, None);
            outcomes.push(&self.trial);
        }
        outcomes
    }

    /// Plays trial `number` alone and tells what happened at each stage that is counted by day, with the
    /// stage's place.
    pub fn trace(&mut self, number: u32) -> Vec<(usize, StationDays)> {
        let mut days = Vec::new();
        let stages = self.play(number, Some(&mut days));
        stages.into_iter().zip(days).collect()
    }

    /// Plays trial `number` alone and gives the books of every stage.
    pub fn books(&mut self, number: u32) -> Vec<StageBook> {
        let luck = Luck::new(self.seed, number);
        let drawn;
        let (plan, document) = match &mut self.tables {
            Tables::Shared(plan) => (&**plan, &self.document),
            Tables::Drawn(known) => {
                uncertain::draw(&self.document, luck, known);
                drawn = Plan::new(&mut self.simulator, known, &self.levers);
                (&drawn, &**known)
            }
        };
        let mut stations = Vec::new();
        self.trial.play(plan, luck, Some(&mut stations));
        let pipeline = self.simulator.pipeline(document, &self.levers);
        let layout = Layout::new(document, &pipeline, plan.cohorts.of_day.clone());
        let drawn = Drawn {
            plan,
            pipeline: &pipeline,
            stretches: &layout.stretches(&mut self.simulator),
            luck,
            stations: &stations,
        };
        drawn.books()
    }

    fn play(&mut self, number: u32, trace: Option<&mut Vec<StationDays>>) -> Vec<usize> {
        let luck = Luck::new(self.seed, number);
        let traced = trace.is_some();
        let drawn;
        let plan = match &mut self.tables {
            Tables::Shared(plan) => &**plan,
            Tables::Drawn(known) => {
                uncertain::draw(&self.document, luck, known);
                drawn = Plan::new(&mut self.simulator, known, &self.levers);
                &drawn
            }
        };
        self.trial.play(plan, luck, trace);
        if traced {
            plan.stations.iter().map(|station| station.stage).collect()
        } else {
            Vec::new()
        }
    }
}
