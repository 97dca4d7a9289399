//! Each sampler against its law.

use libm::{exp, lgamma, log, log1p};
use pipeline_lever::engine::stochastic::poisson::Poisson;
use pipeline_lever::engine::stochastic::random::{Luck, Purpose, Stream};
use pipeline_lever::engine::stochastic::sizes::Sizes;
use pipeline_lever::engine::stochastic::{binomial, normal};

use super::{counts_agree, distance, distance_between, moments};

/// Kolmogorov: √n·D stays below this with chance 1 − 10⁻⁶ (2·exp(−2x²) = 10⁻⁶).
const KOLMOGOROV: f64 = 2.694;

fn stream(test: usize) -> Stream {
    Luck::new(2026, 0).stream(Purpose::Uncertain, 200, test)
}

fn binomial_chance(units: f64, chance: f64, count: f64) -> f64 {
    let ways = lgamma(units + 1.0) - lgamma(count + 1.0) - lgamma(units - count + 1.0);
    exp(ways + count * log(chance) + (units - count) * log1p(-chance))
}

fn poisson_chance(mean: f64, count: f64) -> f64 {
    exp(count * log(mean) - mean - lgamma(count + 1.0))
}

/// Draws `draws` counts and compares their numbers with the chances from 0 up to `most`.
fn follows(draws: usize, most: usize, draw: impl Fn(f64) -> f64, chance: impl Fn(f64) -> f64) {
    let mut stream = stream(most);
    let mut observed = vec![0.0; most + 1];
    for _ in 0..draws {
        observed[draw(stream.uniform()) as usize] += 1.0;
    }
    let expected: Vec<f64> = (0..=most)
        .map(|count| draws as f64 * chance(count as f64))
        .collect();
    counts_agree(&observed, &expected);
}

#[test]
fn uniform_numbers_are_uniform_within_and_across_streams() {
    let within: Vec<f64> = {
        let mut stream = stream(0);
        (0..100_000).map(|_| stream.uniform()).collect()
    };
    let across: Vec<f64> = (0..100_000)
        .map(|day| Luck::new(1, 7).uniform(Purpose::Arrivals, 0, day))
        .collect();
    let trials: Vec<f64> = (0..100_000)
        .map(|trial| Luck::new(1, trial).uniform(Purpose::Arrivals, 0, 0))
        .collect();
    for numbers in [within, across, trials] {
        // Serial correlation: normal with standard error 1/√n.
        let products: Vec<f64> = numbers
            .windows(2)
            .map(|pair| (pair[0] - 0.5) * (pair[1] - 0.5))
            .collect();
        let (mean, _) = moments(&products);
        assert!((mean * 12.0).abs() < 4.9 / (products.len() as f64).sqrt());
        let root = (numbers.len() as f64).sqrt();
        assert!(distance(numbers, |number| number) * root < KOLMOGOROV);
    }
}

#[test]
fn poisson_counts_follow_their_law() {
    for mean in [0.01, 0.7, 4.0, 11.9, 12.1, 30.0, 150.0] {
        let law = Poisson::new(mean);
        let most = (mean + 12.0 * mean.sqrt() + 15.0) as usize;
        follows(
            200_000,
            most,
            |u| law.quantile(u),
            |count| poisson_chance(mean, count),
        );
    }
}

#[test]
fn binomial_counts_follow_their_law() {
    for (units, chance) in [
        (1.0, 0.3),
        (5.0, 0.99),
        (17.0, 0.5),
        (40.0, 0.02),
        (47.0, 0.5),
        (49.0, 0.5),
        (60.0, 0.7),
        (400.0, 0.04),
        (1000.0, 0.9),
        (1e6, 2e-5),
    ] {
        let mean: f64 = units * chance;
        let most = units.min(mean + 12.0 * mean.sqrt() + 15.0) as usize;
        follows(
            200_000,
            most,
            |u| binomial::quantile(units, chance, u),
            |count| binomial_chance(units, chance, count),
        );
    }
}

/// Not a sample: the quantile must be the smallest count whose distribution function reaches the number,
/// also where it is decided by the expansion alone.
#[test]
fn wide_quantiles_are_exact() {
    let mut stream = stream(1);
    for (units, chance) in [
        (60.0, 0.3),
        (200.0, 0.5),
        (500.0, 0.04),
        (3000.0, 0.3),
        (3000.0, 0.01),
    ] {
        let mut sum = 0.0;
        let below: Vec<f64> = (0..=units as usize)
            .map(|count| {
                sum += binomial_chance(units, chance, count as f64);
                sum
            })
            .collect();
        for draw in 0..40_000 {
            let mut uniform = stream.uniform();
            if draw % 4 == 0 {
                uniform = libm::pow(uniform, 4.0);
            } else if draw % 4 == 1 {
                uniform = 1.0 - libm::pow(uniform, 4.0);
            }
            let exact = below.partition_point(|sum| *sum < uniform);
            let found = binomial::quantile(units, chance, uniform) as usize;
            let near = below.iter().any(|sum| (sum - uniform).abs() < 1e-10);
            assert!(
                found == exact || near,
                "{units} {chance} {uniform}: {found}, not {exact}"
            );
        }
    }
    for mean in [12.0, 20.0, 100.0, 2000.0] {
        let law = Poisson::new(mean);
        let mut sum = 0.0;
        let below: Vec<f64> = (0..(3.0 * mean) as usize + 40)
            .map(|count| {
                sum += poisson_chance(mean, count as f64);
                sum
            })
            .collect();
        for _ in 0..40_000 {
            let uniform = stream.uniform();
            let exact = below.partition_point(|sum| *sum < uniform);
            let near = below.iter().any(|sum| (sum - uniform).abs() < 1e-10);
            assert!(
                law.quantile(uniform) as usize == exact || near,
                "{mean} {uniform}"
            );
        }
    }
}

#[test]
fn huge_counts_have_their_mean_and_variance() {
    let mut stream = stream(2);
    for (units, chance) in [(1e9, 0.3), (1e12, 1e-7), (1e24, 0.5)] {
        let deviation = f64::sqrt(units * chance * (1.0 - chance));
        let standard = (0..50_000).map(|_| {
            (binomial::quantile(units, chance, stream.uniform()) - units * chance) / deviation
        });
        let root = 50_000_f64.sqrt();
        assert!(distance(standard.collect(), normal::chance_up_to) * root < KOLMOGOROV);
    }
}

#[test]
fn more_units_a_higher_chance_or_more_luck_never_counts_less() {
    let mut stream = stream(3);
    for _ in 0..50_000 {
        let units = libm::floor(stream.uniform() * 300.0);
        let (chance, uniform) = (stream.uniform(), stream.uniform());
        let count = binomial::quantile(units, chance, uniform);
        assert!((0.0..=units).contains(&count) && count.fract() == 0.0);
        assert!(binomial::quantile(units + 1.0, chance, uniform) >= count);
        assert!(binomial::quantile(units, chance + (1.0 - chance) * 0.01, uniform) >= count);
        assert!(binomial::quantile(units, chance, uniform + (1.0 - uniform) * 0.01) >= count);
    }
}

#[test]
fn few_and_many_sizes_add_up_to_the_same_law() {
    // Two samples of n and m: D·√(nm/(n + m)) stays below the same value (Smirnov).
    let trials = 20_000;
    for variation in [0.3, 1.0, 3.0, 10.0] {
        let sizes = Sizes::new(variation);
        for count in [33.0, 63.0, 64.0, 200.0] {
            let mut many = stream(4);
            let together: Vec<f64> = (0..trials).map(|_| sizes.sum(count, &mut many)).collect();
            let mut few = stream(5);
            let one_by_one: Vec<f64> = (0..trials)
                .map(|_| (0..count as usize).map(|_| sizes.sum(1.0, &mut few)).sum())
                .collect();
            let bound = KOLMOGOROV / (f64::from(trials) / 2.0).sqrt();
            let found = distance_between(together, one_by_one);
            assert!(
                found < bound,
                "{count} of variation {variation}: {found} > {bound}"
            );
        }
    }
}

#[test]
fn sizes_have_their_mean_and_variance() {
    for (variation, count) in [(0.5, 1.0), (0.5, 100.0), (1.0, 5000.0), (2.0, 1e9)] {
        let sizes = Sizes::new(variation);
        let mut stream = stream(6);
        let sums: Vec<f64> = (0..20_000).map(|_| sizes.sum(count, &mut stream)).collect();
        super::mean_is(&sums, count, 4.9);
        super::variance_is(&sums, count * variation * variation, 4.9);
    }
}
