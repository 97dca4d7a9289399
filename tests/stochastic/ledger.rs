//! The books of a trial: nobody is lost or made, at any stage, on any day, and who is where has the model's law.

use pipeline_lever::engine::{Simulator, StageBook, Stochastic};
use pipeline_lever::model::{Document, Lever, Objective};
use proptest::prelude::*;

use super::support::arbitrary::documents;
use super::support::document;
use super::{accounting, moments};

/// 2^53: counts below it are exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Whether two counts are the same. Each is a sum of others.
fn same(count: f64, other: f64) -> bool {
    let rounding = if count < EXACT { 0.0 } else { f64::EPSILON };
    (count - other).abs() <= count * rounding * 100.0
}

/// Who is in work at the end has been drawn to be, so nobody was forgotten there. And:
/// there at the opening + arrived = advanced + lost + gone cold + in work + waiting, at the end of every day.
fn nobody_is_missing(stage: usize, book: &StageBook) {
    assert_eq!(book.in_work.last(), Some(&book.staying), "stage {stage}");
    let mut came = book.opening;
    let (mut left, mut begun, mut finished) = (0.0, book.opening, 0.0);
    for day in 0..book.arrived.len() {
        came += book.arrived[day];
        left += book.advanced[day] + book.lost[day] + book.went_cold[day];
        let there = book.in_work[day] + book.waiting[day];
        assert!(
            same(came, left + there),
            "stage {stage}, day {day}: {came} came, {left} left, {there} are there"
        );
        begun += book.started[day];
        finished += book.advanced[day] + book.lost[day];
        assert!(
            same(begun, finished + book.in_work[day]),
            "stage {stage}, day {day}: {begun} begun, {finished} finished, {} in work",
            book.in_work[day]
        );
        for count in [
            book.arrived[day],
            book.started[day],
            book.went_cold[day],
            book.advanced[day],
            book.lost[day],
            book.waiting[day],
            book.in_work[day],
        ] {
            assert!(
                count >= 0.0 && count.fract() == 0.0,
                "stage {stage}, day {day}: {count}"
            );
        }
    }
}

/// Every stage's books are closed; who leaves a stage comes to the next one that day; the wins are those that the
/// run reports; and a station's books are those of its line.
fn the_books_are_right(document: &Document, levers: &[Lever]) {
    let mut run = Stochastic::new(document, levers, 3);
    for trial in 0..3 {
        let report = run.run(trial..trial + 1).report();
        let books = run.books(trial);
        assert_eq!(books.len(), document.stages.len());
        for (stage, book) in books.iter().enumerate() {
            nobody_is_missing(stage, book);
        }
        for (stage, (before, after)) in books.iter().zip(books.iter().skip(1)).enumerate() {
            assert_eq!(before.advanced, after.arrived, "after stage {stage}");
        }
        let mut day = 0;
        for (month, period) in report.months.iter().enumerate() {
            let length = document.start.plus(month as u32).days() as usize;
            let won: f64 = books.last().unwrap().advanced[day..day + length]
                .iter()
                .sum();
            assert_eq!(won, period.won.mean, "won in month {month}");
            day += length;
        }
        for (stage, days) in run.trace(trial) {
            let book = &books[stage];
            assert_eq!(
                (&book.arrived, &book.started, &book.waiting),
                (&days.arrived, &days.started, &days.waiting)
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_lost_or_made(document in documents()) {
        let document = super::extremes::short(document);
        the_books_are_right(&document, &[]);
        for scenario in document.scenarios.iter().take(1) {
            the_books_are_right(&document, &scenario.levers);
        }
    }
}

/// Five stages, of which two can have a limit; `more` says how it begins.
fn five_stages(limits: [&str; 2], more: &str) -> Document {
    let [second, fourth] = limits;
    document(&format!(
        r#"{{"version":1,"start":"2026-01","months":3,{more},"channels":[{{"leadsPerMonth":300}},{{"leadsPerMonth":90,"quality":1.3}}],
        "stages":[{{"conversion":0.7,"days":{{"mean":4}},"open":60}},
        {{"conversion":0.6,"days":{{"mean":7}},"lostDays":{{"mean":12}}{second}}},
        {{"conversion":0.8,"days":{{"mean":3,"cv":1}},"open":25}},
        {{"conversion":0.5,"days":{{"mean":9,"cv":0}},"lostDays":{{"mean":2}}{fourth}}},
        {{"conversion":0.7,"days":{{"mean":15}},"open":30}}],"deal":{{"size":1}}}}"#
    ))
}

/// Fails unless the mean of counts is as expected. A count that is rare has its mean for a variance, which no
/// sample need show.
#[track_caller]
fn mean_count_is(what: &str, counts: &[f64], expected: f64) {
    let (mean, variance) = moments(counts);
    let least = if expected < 0.05 { expected } else { 0.0 };
    let error = (variance.max(least) / counts.len() as f64).sqrt();
    assert!(
        (mean - expected).abs() <= 4.5 * error + 1e-6,
        "{what}: the mean is {mean}, not {expected} within 4.5 × {error}"
    );
}

/// Where nobody ever has to wait the expected run is exact: the mean books are its flows.
fn the_mean_is_the_expected_run(document: &Document, days: &[usize]) {
    const TRIALS: u32 = 1500;
    let flows = Simulator::new().flows(document, &[]);
    let mut run = Stochastic::new(document, &[], 5);
    let all: Vec<Vec<StageBook>> = (0..TRIALS).map(|trial| run.books(trial)).collect();
    // 4 numbers a stage on up to 6 days: some 130 comparisons at 4.5 standard errors each.
    for (stage, flow) in flows.stages.iter().enumerate() {
        let each = |number: &dyn Fn(&StageBook) -> f64| -> Vec<f64> {
            all.iter().map(|books| number(&books[stage])).collect()
        };
        mean_count_is(
            &format!("opening of {stage}"),
            &each(&|book| book.opening),
            flow.open_units(),
        );
        for &day in days {
            let up_to = |series: &[f64]| series[..=day].iter().sum::<f64>();
            let is = |what: &str, counts: &[f64], expected: f64| {
                mean_count_is(&format!("{what} at {stage}, day {day}"), counts, expected);
            };
            is(
                "in work",
                &each(&|book| book.in_work[day]),
                flow.in_work(day),
            );
            is(
                "started",
                &each(&|book| up_to(&book.started)),
                up_to(&flow.started),
            );
            is(
                "lost",
                &each(&|book| up_to(&book.lost)),
                up_to(&flow.lost()),
            );
            is(
                "advanced",
                &each(&|book| up_to(&book.advanced)),
                up_to(&flow.advanced),
            );
        }
    }
}

const DAYS: [usize; 6] = [0, 5, 17, 31, 60, 89];
/// Without the first days: between two stations the run smears a start over a block of days, which moves the mean
/// where starts have only just begun.
const DAYS_SETTLED: [usize; 5] = [0, 17, 31, 60, 89];

const NO_LIMIT: [&str; 2] = ["", ""];
/// Stations where nobody waits.
const WIDE: [&str; 2] = [r#","capacityPerMonth":1e6"#, r#","capacityPerMonth":1e6"#];

#[test]
fn without_limits_the_mean_is_the_expected_run() {
    the_mean_is_the_expected_run(&five_stages(NO_LIMIT, r#""opening":"steady""#), &DAYS);
    the_mean_is_the_expected_run(&five_stages(NO_LIMIT, r#""opening":"empty""#), &DAYS);
}

#[test]
fn with_open_units_the_mean_is_the_expected_run() {
    the_mean_is_the_expected_run(&five_stages(NO_LIMIT, r#""opening":"counts""#), &DAYS);
}

#[test]
fn with_a_station_that_is_wide_enough_the_mean_is_the_expected_run() {
    the_mean_is_the_expected_run(&five_stages(WIDE, r#""opening":"empty""#), &DAYS_SETTLED);
    the_mean_is_the_expected_run(&five_stages([WIDE[0], ""], r#""opening":"steady""#), &DAYS);
}

/// Without a limit, who is in work is Poisson: as much variance as mean. The lost are drawn apart from the wins, and
/// still the two of one stage are independent, as the colouring theorem has it.
#[test]
fn lost_and_won_of_one_stage_are_independent() {
    let one = document(
        r#"{"version":1,"start":"2026-01","months":2,"opening":"steady","channels":[{"leadsPerMonth":200}],
        "stages":[{"conversion":0.4,"days":{"mean":9}}],"deal":{"size":1}}"#,
    );
    let mut run = Stochastic::new(&one, &[], 8);
    let won = run.run(0..4000).totals(Objective::Won);
    let books: Vec<StageBook> = (0..4000).flat_map(|trial| run.books(trial)).collect();
    let lost: Vec<f64> = books.iter().map(|book| book.lost.iter().sum()).collect();
    let in_work: Vec<f64> = books.iter().map(|book| book.in_work[40]).collect();
    let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / 4000.0;
    super::variance_is(&in_work, mean(&in_work), 4.5);
    super::variance_is(&lost, mean(&lost), 4.5);
    let sums: Vec<f64> = won
        .iter()
        .zip(&lost)
        .map(|(won, lost)| won + lost)
        .collect();
    super::variance_is(&sums, mean(&won) + mean(&lost), 4.5);
}

/// On paper: 10 leads open on the first day, all of whom take 3 days and half of whom advance, and nobody else.
#[test]
fn the_open_units_leave_together() {
    let ten = document(
        r#"{"version":1,"start":"2026-02","months":1,"opening":"counts","channels":[{"leadsPerMonth":0}],
        "stages":[{"conversion":0.5,"days":{"mean":3,"cv":0},"open":10}],"deal":{"size":1}}"#,
    );
    let book = Stochastic::new(&ten, &[], 1).books(0).remove(0);
    assert_eq!(
        (book.opening, book.in_work[2], book.in_work[3]),
        (10.0, 10.0, 0.0)
    );
    assert_eq!(book.advanced[3] + book.lost[3], 10.0);
    accounting::units_are_accounted_for(&ten, &[]);
}
