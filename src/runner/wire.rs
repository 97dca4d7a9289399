//! A certainty as plain numbers, as they pass from one thread to another.

use crate::engine::{Period, StochasticReport, Summary};
use crate::insights::{Certainty, Means, Reach};
use crate::model::Month;

/// The numbers of a certainty, in the order of [`from_numbers`].
#[must_use]
pub fn to_numbers(certainty: &Certainty) -> Vec<f64> {
    let report = &certainty.baseline;
    let mut numbers = vec![
        crate::engine::count(report.trials),
        certainty.fix_wins_in,
        certainty.leads_win_in,
        certainty.target_reached_in.unwrap_or(f64::NAN),
    ];
    let mut put = |summary: &Summary| {
        let Summary {
            mean,
            p10,
            p25,
            p50,
            p75,
            p90,
        } = *summary;
        numbers.extend([mean, p10, p25, p50, p75, p90]);
    };
    put(&certainty.fix_gain);
    put(&certainty.leads_gain);
    let periods = [&report.months, &report.quarters, &report.years];
    let periods = periods.into_iter().flatten().chain([&report.totals]);
    for period in periods {
        [period.won, period.bookings, period.cash, period.profit]
            .iter()
            .for_each(&mut put);
    }
    for means in certainty.means {
        numbers.extend([means.won, means.bookings, means.cost, means.value]);
    }
    numbers.extend(&certainty.reach.0);
    numbers
}

/// The certainty of [`to_numbers`], of a document that runs `months` months from `start`; none when the
/// numbers are not as many as they must be.
#[must_use]
pub fn from_numbers(numbers: &[f64], start: Month, months: u32, seed: u64) -> Option<Certainty> {
    let mut numbers = Numbers(numbers.iter());
    let trials = numbers.next()?;
    let (fix_wins_in, leads_win_in) = (numbers.next()?, numbers.next()?);
    let target = numbers.next()?;
    let (fix_gain, leads_gain) = (numbers.summary()?, numbers.summary()?);
    let baseline = StochasticReport {
        trials: count(trials),
        seed,
        months: numbers.periods(start, months, 1)?,
        quarters: numbers.periods(start, months, 3)?,
        years: numbers.periods(start, months, 12)?,
        totals: numbers.period(start, months)?,
    };
    let means = [numbers.means()?, numbers.means()?, numbers.means()?];
    let reach = Reach(numbers.0.by_ref().copied().collect());
    let is_whole = [0, Reach::QUANTILES].contains(&reach.0.len());
    is_whole.then_some(Certainty {
        baseline,
        means,
        fix_gain,
        leads_gain,
        fix_wins_in,
        leads_win_in,
        target_reached_in: Some(target).filter(|share| !share.is_nan()),
        reach,
    })
}

struct Numbers<'a>(std::slice::Iter<'a, f64>);

impl Numbers<'_> {
    fn next(&mut self) -> Option<f64> {
        self.0.next().copied()
    }

    fn summary(&mut self) -> Option<Summary> {
        Some(Summary {
            mean: self.next()?,
            p10: self.next()?,
            p25: self.next()?,
            p50: self.next()?,
            p75: self.next()?,
            p90: self.next()?,
        })
    }

    fn period(&mut self, first_month: Month, months: u32) -> Option<Period> {
        Some(Period {
            first_month,
            months: count(f64::from(months)),
            won: self.summary()?,
            bookings: self.summary()?,
            cash: self.summary()?,
            profit: self.summary()?,
        })
    }

    fn periods(&mut self, start: Month, months: u32, length: u32) -> Option<Vec<Period>> {
        let mut periods = Vec::new();
        let mut first = 0;
        while first < months {
            periods.push(self.period(start.plus(first), length.min(months - first))?);
            first += length;
        }
        Some(periods)
    }

    fn means(&mut self) -> Option<Means> {
        Some(Means {
            won: self.next()?,
            bookings: self.next()?,
            cost: self.next()?,
            value: self.next()?,
        })
    }
}

/// A count that has come as a number; counts of trials and months are small.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn count(number: f64) -> usize {
    number as usize
}
