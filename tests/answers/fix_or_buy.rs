//! Fix a stage or buy leads: the two ways, when the answer flips, the break-even curve and the map.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    AllPairs, BreakEven, BreakEvenCurve, Combinations, Comparison, EqualConversion, Flip,
    FlipAnswer, FlipInput, FlipSearch, Flips, LeadRateMap, LeadRateRuns, Question, Verdict,
    compare, cumulated,
};
use pipeline_lever::model::{
    ChannelField, DealField, Document, Field, Number, Objective, Pair, Stage, StageField, View,
};
use proptest::prelude::*;

use super::support::arbitrary::shared;
use super::support::presets::preset;

fn set(document: &mut Document, field: Field, value: f64) {
    field.set(document, Some(value)).expect("an allowed value");
}

fn days(document: &mut Document, days: f64) {
    for stage in 0..document.stages.len() {
        set(document, Field::Stage(stage, StageField::DaysMean), days);
    }
}

/// A preset with no time passing in its stages: the plain product of rates.
fn at_once(id: &str) -> Document {
    let mut document = preset(id);
    days(&mut document, 0.0);
    document
}

fn pair(stage: usize, to: f64, times: f64) -> Pair {
    Pair {
        stage,
        to: Number::nearest(to),
        channel: None,
        leads_times: Number::nearest(times),
    }
}

fn compared(document: &Document, pair: Pair, objective: Objective) -> Comparison {
    let view = View {
        objective,
        pair: Some(pair),
        ..View::default()
    };
    compare(&mut Simulator::new(), document, &view)
}

fn flips(document: &Document, pair: Pair, objective: Objective) -> FlipAnswer {
    FlipSearch::new(document, pair, objective).answer(&mut Simulator::new())
}

#[track_caller]
fn of(answer: &FlipAnswer, input: FlipInput) -> Flips {
    let mut inputs = answer.inputs.iter();
    *inputs.find(|flips| flips.input == input).expect("searched")
}

fn break_even(document: &Document, pair: Pair, objective: Objective) -> BreakEven {
    BreakEvenCurve::new(document, pair, objective).answer(&mut Simulator::new())
}

fn map(document: &Document, pair: Pair, objective: Objective) -> LeadRateMap {
    LeadRateRuns::new(document, pair, objective).answer(&mut Simulator::new())
}

fn all_pairs(document: &Document) -> Combinations {
    AllPairs::new(document).answer(&mut Simulator::new())
}

#[track_caller]
fn near(value: f64, expected: f64, share: f64) {
    assert!(
        (value - expected).abs() <= share * expected.abs(),
        "{value}, not {expected}"
    );
}

#[track_caller]
fn flip_at(flip: Option<Flip>, at: f64, to: Verdict) {
    let flip = flip.expect("a flip");
    near(flip.at, at, 2e-6);
    assert_eq!(flip.to, to);
}

// 400,000 × 0.75 × 0.625 × 0.02 × 0.8 = 3,000 wins a month at 800: 2.4 million. Of 5 % instead of 2 %:
// 7,500 wins, 6 million. 2.5 times the leads: 7,500 wins as well, 600,000 more leads at 2 are 1.2 million.

#[test]
fn the_talks_two_ways_win_as_much_and_one_costs_more() {
    let document = at_once("talk");
    let won = compared(&document, pair(2, 0.05, 2.5), Objective::Won).advantage(&document);
    assert_eq!((won.verdict, won.ahead_since), (Verdict::Tie, None));
    assert!(won.ahead_by < 1e-6);
    let value = compared(&document, pair(2, 0.05, 2.5), Objective::Value).advantage(&document);
    assert_eq!(value.verdict, Verdict::FixWins);
    near(value.ahead_by, 12.0 * 1_200_000.0, 1e-9);
    near(value.ahead_by_share.expect("a gain"), 1.2 / 3.6, 1e-9);
    assert_eq!(value.ahead_since, Some(0));
}

#[test]
fn leads_that_come_later_are_behind_from_the_day_the_fix_is_felt() {
    // A stage of exactly 60 days before the one that is fixed: its leads of January win in March.
    let mut document = at_once("talk");
    let late = Field::Stage(0, StageField::DaysMean);
    set(&mut document, late, 60.0);
    let exact = Field::Stage(0, StageField::DaysVariation);
    set(&mut document, exact, 0.0);
    let won = compared(&document, pair(2, 0.05, 2.5), Objective::Won);
    let advantage = won.advantage(&document);
    assert_eq!(advantage.verdict, Verdict::FixWins);
    assert_eq!(advantage.ahead_since, Some(0));
    // The leads must do in 305 days of 365 what the fix does in all of them; three times is enough.
    let more = compared(&document, pair(2, 0.05, 3.0), Objective::Won);
    let advantage = more.advantage(&document);
    assert_eq!(advantage.verdict, Verdict::LeadsWin);
    // 4,500 × d = 6,000 × (d − 60) at d = 240, late in August: at its end, day 243, the leads are ahead.
    assert_eq!(advantage.ahead_since, Some(7));
}

#[test]
fn a_flip_of_the_lead_price_is_a_sum_on_paper() {
    // By value a month: the fix gains 3.6 million; the leads 3.6 million − 600,000 × price.
    // At 2 they gain 2.4 million: the fix wins. It is a tie where they gain more than 99 % of 3.6 million,
    // from a price of 0.06 down, and leads never win: at 0 they tie.
    let document = at_once("talk");
    let answer = flips(&document, pair(2, 0.05, 2.5), Objective::Value);
    assert_eq!(answer.verdict, Verdict::FixWins);
    let price = of(&answer, FlipInput::LeadPrice);
    near(price.present, 2.0, 1e-9);
    assert_eq!((price.below, price.above), (None, None));
    // Three times the leads gain 4.8 million − 800,000 × price: they win while that is 3.6 ÷ 0.99 million
    // or more, and lose once it is 3.6 × 0.99 million or less.
    let answer = flips(&document, pair(2, 0.05, 3.0), Objective::Value);
    assert_eq!(answer.verdict, Verdict::FixWins);
    let price = of(&answer, FlipInput::LeadPrice);
    flip_at(price.below, (4.8 - 3.6 / 0.99) / 0.8, Verdict::LeadsWin);
    assert_eq!(price.above, None);
    let mut cheap = document;
    set(
        &mut cheap,
        Field::Channel(0, ChannelField::CostPerLead),
        1.0,
    );
    let answer = flips(&cheap, pair(2, 0.05, 3.0), Objective::Value);
    assert_eq!(answer.verdict, Verdict::LeadsWin);
    let price = of(&answer, FlipInput::LeadPrice);
    flip_at(price.above, (4.8 - 3.6 * 0.99) / 0.8, Verdict::FixWins);
    assert_eq!(price.below, None);
    // What does not count costs does not depend on a price.
    let answer = flips(&cheap, pair(2, 0.05, 3.0), Objective::Won);
    let price = of(&answer, FlipInput::LeadPrice);
    assert_eq!((price.below, price.above), (None, None));
}

#[test]
fn a_flip_of_the_conversion_is_a_sum_on_paper() {
    // Twice the leads win 3,000 more; so does 4 %. The leads win while the fix wins 99 % of that or less.
    let document = at_once("talk");
    let answer = flips(&document, pair(2, 0.05, 2.0), Objective::Won);
    assert_eq!(answer.verdict, Verdict::FixWins);
    let conversion = of(&answer, FlipInput::Conversion);
    flip_at(conversion.below, 0.02 + 0.02 * 0.99, Verdict::LeadsWin);
    assert_eq!(conversion.above, None);
    let answer = flips(&document, pair(2, 0.03, 2.0), Objective::Won);
    assert_eq!(answer.verdict, Verdict::LeadsWin);
    let conversion = of(&answer, FlipInput::Conversion);
    flip_at(conversion.above, 0.02 + 0.02 / 0.99, Verdict::FixWins);
    assert_eq!(conversion.below, None);
}

#[test]
fn a_full_team_flips_at_the_capacity_that_lets_the_leads_through() {
    // Negotiation takes 190,000; 187,500 come. Twice the leads bring only 2,500 more of them.
    // The fix to 3 % gains half of all wins. Leads win once they bring more than half as many again:
    // at c = 187,500 × (1 + 0.5 ÷ 0.99), the months of a steady year being all alike in January's days.
    let document = at_once("talk-full");
    let answer = flips(&document, pair(2, 0.03, 2.0), Objective::Won);
    assert_eq!(answer.verdict, Verdict::FixWins);
    let capacity = of(&answer, FlipInput::Capacity(2));
    assert_eq!(capacity.present, 190_000.0);
    flip_at(
        capacity.above,
        187_500.0 * (1.0 + 0.5 / 0.99),
        Verdict::LeadsWin,
    );
    assert_eq!(capacity.below, None);
    // No conversion above the present one and no price makes the leads win as things are.
    let never = of(&answer, FlipInput::LeadPrice);
    assert_eq!((never.below, never.above), (None, None));
}

#[test]
fn every_flip_holds_where_it_is_said_to() {
    let mut document = preset("talk-full");
    set(&mut document, Field::Months, 18.0);
    let chosen = pair(2, 0.0202, 1.1);
    let answer = flips(&document, chosen, Objective::Profit);
    let mut checked = 0;
    for flips in &answer.inputs {
        for flip in [flips.below, flips.above].into_iter().flatten() {
            let (mut changed, mut pair) = (document.clone(), chosen);
            match flips.input {
                FlipInput::LeadPrice => {
                    let price = Field::Channel(0, ChannelField::CostPerLead);
                    set(&mut changed, price, flip.at);
                }
                FlipInput::Capacity(stage) => {
                    let capacity = Field::Stage(stage, StageField::CapacityPerMonth);
                    set(&mut changed, capacity, flip.at);
                }
                FlipInput::Conversion => pair.to = Number::nearest(flip.at),
                FlipInput::Horizon => set(&mut changed, Field::Months, flip.at),
            }
            let found = compared(&changed, pair, Objective::Profit);
            assert_eq!(found.verdict, flip.to, "{flips:?}");
            checked += 1;
        }
    }
    assert!(checked > 0);
}

#[test]
fn the_horizon_flips_where_the_slower_way_has_caught_up() {
    // As above: three times the leads, 60 days later than the fix to 5 %. The fix is ahead by 1 % or more
    // until day 240; the leads are after 6,000 × (d − 60) × 0.99 ≥ 4,500 × d: from day 247.5 on.
    let mut document = at_once("talk");
    set(&mut document, Field::Stage(0, StageField::DaysMean), 60.0);
    set(
        &mut document,
        Field::Stage(0, StageField::DaysVariation),
        0.0,
    );
    let chosen = pair(2, 0.05, 3.0);
    let answer = flips(&document, chosen, Objective::Won);
    assert_eq!(answer.verdict, Verdict::LeadsWin);
    let horizon = of(&answer, FlipInput::Horizon);
    assert_eq!(horizon.present, 12.0);
    // Seven months are 212 days, eight are 243: a tie. Nine are 273.
    let below = horizon.below.expect("a flip");
    assert_eq!((below.at, below.to), (7.0, Verdict::FixWins));
    assert_eq!(horizon.above, None);
    set(&mut document, Field::Months, 7.0);
    let answer = flips(&document, chosen, Objective::Won);
    assert_eq!(answer.verdict, Verdict::FixWins);
    let above = of(&answer, FlipInput::Horizon).above.expect("a flip");
    assert_eq!((above.at, above.to), (9.0, Verdict::LeadsWin));
}

#[test]
fn months_add_up_to_every_shorter_horizon() {
    for id in ["talk-full", "slow-cash", "stale"] {
        let mut document = preset(id);
        set(&mut document, Field::Months, 14.0);
        let mut simulator = Simulator::new();
        let months = simulator.expected(&document, &[]).months;
        for objective in Objective::all() {
            let sums: Vec<f64> = cumulated(*objective, &months, 1.0).collect();
            for horizon in [1.0, 5.0, 14.0] {
                set(&mut document, Field::Months, horizon);
                let totals = simulator.totals(&document, &[]);
                let expected = pipeline_lever::insights::measure(*objective, &totals);
                let sum = sums[horizon as usize - 1];
                assert!((sum - expected).abs() <= 1e-6 * expected.abs().max(1.0));
            }
        }
    }
}

#[test]
fn the_break_even_is_at_a_million_leads() {
    let document = at_once("talk");
    let curve = break_even(&document, pair(2, 0.05, 2.0), Objective::Won);
    near(curve.level, 12.0 * 7500.0, 1e-9);
    let crossing = curve.crossing.expect("a crossing");
    near(crossing.times, 2.5, 1e-8);
    near(crossing.extra_per_month, 600_000.0, 1e-8);
    assert_eq!(curve.points.len(), 33);
    near(curve.points[32].times, 3.25, 1e-8);
    for point in &curve.points {
        near(point.objective, 36_000.0 * point.times, 1e-9);
        near(
            point.extra_per_month + 400_000.0,
            400_000.0 * point.times,
            1e-9,
        );
    }
    near(curve.chosen.objective, 72_000.0, 1e-9);
}

#[test]
fn no_number_of_leads_breaks_even_at_a_full_team() {
    // The product of rates says 2.5 times; the team says never.
    let document = at_once("talk-full");
    let curve = break_even(&document, pair(2, 0.05, 2.5), Objective::Won);
    assert_eq!(curve.crossing, None);
    let last = curve.points.last().expect("a point");
    assert_eq!(last.times, 10.0);
    near(last.objective, 12.0 * 190_000.0 * 0.02 * 0.8, 1e-9);
    assert!(
        curve
            .points
            .iter()
            .all(|point| point.objective < curve.level)
    );
}

#[test]
fn a_fix_that_gains_nothing_breaks_even_at_once() {
    let document = at_once("talk");
    let curve = break_even(&document, pair(2, 0.02, 1.0), Objective::Won);
    assert_eq!(curve.crossing.map(|found| found.times), Some(1.0));
    near(curve.points[32].times, 1.1, 1e-12);
}

#[test]
fn on_the_map_equal_value_is_a_straight_line_where_nothing_limits() {
    let document = at_once("talk");
    let map = map(&document, pair(2, 0.05, 2.5), Objective::Won);
    assert_eq!((map.times.len(), map.conversions.len()), (17, 17));
    // Wins are in proportion to leads × conversion.
    for (times, column) in map.times.iter().zip(&map.objective) {
        for (conversion, won) in map.conversions.iter().zip(column) {
            near(*won, 36_000.0 * times * conversion / 0.02, 1e-9);
        }
    }
    for (times, equal) in &map.equal {
        let EqualConversion::At(conversion) = equal else {
            panic!("{equal:?}");
        };
        near(*conversion, 0.02 * times, 2e-6);
    }
    near(map.fix.objective, map.leads.objective, 1e-12);
    assert_eq!((map.leads.times, map.fix.conversion), (2.5, 0.05));
    // Leads × conversion is the same all along the line through both.
    let [line] = map.like_fix.lines.as_slice() else {
        panic!("{:?}", map.like_fix.lines);
    };
    for [times, conversion] in line {
        near(times * conversion, 0.05, 0.01);
    }
    let through = |times: f64, conversion: f64| {
        line.iter()
            .any(|[x, y]| (x / times - 1.0).abs() < 1e-6 && (y / conversion - 1.0).abs() < 1e-6)
    };
    assert!(through(1.0, 0.05) && through(2.5, 0.02));
    let (columns, rows) = (&map.times, &map.conversions);
    let at = |times: f64, conversion: f64| {
        let column = columns.iter().position(|known| *known == times);
        let row = rows.iter().position(|known| *known == conversion);
        map.better[column.expect("a column")][row.expect("a row")]
    };
    assert_eq!(at(2.5, 0.05), Verdict::Tie);
    assert_eq!(at(1.0, 0.05), Verdict::FixWins);
    assert_eq!(at(2.5, 0.02), Verdict::LeadsWin);
    assert_eq!(at(1.0, 0.02), Verdict::NeitherHelps);
}

#[test]
fn the_map_knows_the_price_of_leads_and_the_full_team() {
    // By value a lead costs 2 and brings 6: 1.5 times the leads gain as much as 2 % × 4/3.
    let priced = map(&at_once("talk"), pair(2, 0.05, 2.5), Objective::Value);
    for (times, equal) in &priced.equal {
        let EqualConversion::At(conversion) = equal else {
            panic!("{equal:?}");
        };
        near(*conversion, 0.02 * (1.0 + (times - 1.0) * 2.0 / 3.0), 2e-6);
    }
    // A full team: 1.5 times the leads do what 2 % × 190 ÷ 187.5 does, and so do any more.
    let full = map(&at_once("talk-full"), pair(2, 0.05, 2.5), Objective::Won);
    for (times, equal) in full.equal.iter().filter(|(times, _)| *times > 1.1) {
        let EqualConversion::At(conversion) = equal else {
            panic!("{equal:?}");
        };
        near(*conversion, 0.02 * 190.0 / 187.5, 2e-6);
        assert!(times.is_finite());
    }
    // Leads that cost more than they bring.
    let mut dear = at_once("talk");
    set(&mut dear, Field::Channel(0, ChannelField::CostPerLead), 7.0);
    let dear = map(&dear, pair(2, 0.05, 2.5), Objective::Value);
    let nothing = |(_, equal): &(f64, EqualConversion)| *equal == EqualConversion::LeadsGainNothing;
    assert!(dear.equal.iter().skip(1).all(nothing));
    // No conversion does what leads do where all advance already.
    let mut all = at_once("talk");
    set(&mut all, Field::Stage(0, StageField::Conversion), 1.0);
    let never = map(&all, pair(0, 1.0, 2.0), Objective::Won);
    assert_eq!(never.equal[0].1, EqualConversion::At(1.0));
    assert!(never.equal.len() > 6);
    assert!(
        never.equal[1..]
            .iter()
            .all(|(_, equal)| *equal == EqualConversion::Never)
    );
}

/// The document with its first channel as two: a quarter and three quarters of its leads.
fn split(mut document: Document) -> Document {
    let leads = document.channels[0].leads_per_month.middle();
    let second = document.channels[0].clone();
    assert!(document.insert_channel(1, second));
    for (channel, share) in [(0, 0.25), (1, 0.75)] {
        let field = Field::Channel(channel, ChannelField::LeadsPerMonth);
        set(&mut document, field, leads * share);
    }
    document
}

/// With a last stage that takes nothing from nobody.
fn lengthened(mut document: Document) -> Document {
    let at = document.stages.len();
    assert!(document.insert_stage(at, Stage::new("", Number::nearest(1.0))));
    document
}

/// All money a thousandfold.
fn in_thousandths(mut document: Document) -> Document {
    for field in [
        Field::Deal(DealField::Size),
        Field::Channel(0, ChannelField::CostPerLead),
    ] {
        let value = field.get(&document).expect("a value");
        set(&mut document, field, value * 1000.0);
    }
    document
}

#[test]
fn what_must_not_matter_does_not() {
    let (chosen, objective) = (pair(2, 0.021, 1.1), Objective::Value);
    let document = preset("talk-full");
    let plain = flips(&document, chosen, objective);
    let curve = break_even(&document, chosen, objective);
    let drawn = map(&document, chosen, objective);
    let gains = all_pairs(&document);
    for (changed, money) in [
        (split(document.clone()), 1.0),
        (lengthened(document.clone()), 1.0),
        (in_thousandths(document.clone()), 1000.0),
    ] {
        let other = flips(&changed, chosen, objective);
        assert_eq!(other.verdict, plain.verdict);
        for (other, plain) in other.inputs.iter().zip(&plain.inputs) {
            assert_eq!(other.input, plain.input);
            let scale = if plain.input == FlipInput::LeadPrice {
                money
            } else {
                1.0
            };
            for (other, plain) in [(other.below, plain.below), (other.above, plain.above)] {
                assert_eq!(other.map(|flip| flip.to), plain.map(|flip| flip.to));
                if let (Some(other), Some(plain)) = (other, plain) {
                    near(other.at, plain.at * scale, 3e-6);
                }
            }
        }
        let other = break_even(&changed, chosen, objective);
        near(other.level, curve.level * money, 1e-9);
        for (other, plain) in other.points.iter().zip(&curve.points) {
            near(other.objective, plain.objective * money, 1e-6);
        }
        let other = map(&changed, chosen, objective);
        assert_eq!((&other.times, &other.better), (&drawn.times, &drawn.better));
        let other = all_pairs(&changed);
        for stage in 0..4 {
            let verdict = |all: &Combinations| all.verdict(objective, stage, None);
            assert_eq!(verdict(&other), verdict(&gains));
        }
    }
}

#[test]
fn a_split_channel_gains_its_share() {
    let document = split(at_once("talk"));
    let all = all_pairs(&document);
    let gain = |totals| all.gain(Objective::Won, totals);
    // A tenth more of 36,000 wins, a quarter and three quarters of it.
    near(gain(&all.all_channels.totals), 3600.0, 1e-9);
    near(gain(&all.channels[0].totals), 900.0, 1e-9);
    near(gain(&all.channels[1].totals), 2700.0, 1e-9);
    near(all.channels[1].extra.extra_per_month, 30_000.0, 1e-9);
    near(all.channels[1].extra.cost_per_month, 60_000.0, 1e-9);
    // One step at the negotiation gains 36,000 × (1.1 ÷ 1.002 − 1) = 3,521.
    near(
        gain(&all.stages[2].totals),
        36_000.0 * (1.1 / 1.002 - 1.0),
        1e-9,
    );
    let verdict = |channel| all.verdict(Objective::Won, 2, channel);
    assert_eq!(verdict(None), Some(Verdict::LeadsWin));
    assert_eq!(verdict(Some(0)), Some(Verdict::FixWins));
    assert_eq!(verdict(Some(1)), Some(Verdict::FixWins));
    assert_eq!(verdict(Some(2)), None);
    assert_eq!(all.verdict(Objective::Won, 9, None), None);
}

#[test]
fn a_pair_of_one_channel_is_about_that_one_everywhere() {
    let document = split(at_once("talk"));
    let second = Pair {
        channel: Some(1),
        ..pair(2, 0.03, 1.5)
    };
    let found = compared(&document, second, Objective::Won);
    // Half of three quarters of 36,000 more, against half of all.
    near(found.leads.gain, 13_500.0, 1e-9);
    near(found.leads_per_month, 300_000.0, 1e-9);
    let curve = break_even(&document, second, Objective::Won);
    near(curve.crossing.expect("a crossing").times, 5.0 / 3.0, 1e-8);
    let map = map(&document, second, Objective::Won);
    near(map.leads.objective, 49_500.0, 1e-9);
    let conversion = of(
        &flips(&document, second, Objective::Won),
        FlipInput::Conversion,
    );
    flip_at(
        conversion.below,
        0.02 * (1.0 + 0.375 * 0.99),
        Verdict::LeadsWin,
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn answers_to_any_document_are_numbers(shared in shared()) {
        let mut document = shared.document;
        document.months = Number::nearest(document.months.get().min(4.0));
        document.stages.truncate(4);
        let objective = shared.view.objective;
        let mut simulator = Simulator::new();
        let chosen = shared.view.pair.filter(|pair| pair.is_of(&document));
        let chosen = chosen.unwrap_or_default();
        let view = View { pair: Some(chosen), ..shared.view };
        let advantage = compare(&mut simulator, &document, &view).advantage(&document);
        prop_assert!(advantage.ahead_by.is_finite() && advantage.ahead_by >= 0.0);
        prop_assert!(advantage.ahead_by_share.is_none_or(f64::is_finite));
        let found = FlipSearch::new(&document, chosen, objective).answer(&mut simulator);
        for flips in &found.inputs {
            prop_assert!(flips.present.is_finite());
            prop_assert!(flips.below.is_none_or(|flip| flip.at < flips.present));
            prop_assert!(flips.above.is_none_or(|flip| flip.at > flips.present));
            for flip in [flips.below, flips.above].into_iter().flatten() {
                prop_assert!(flip.at.is_finite() && flip.to != found.verdict);
            }
        }
        let curve = BreakEvenCurve::new(&document, chosen, objective).answer(&mut simulator);
        prop_assert_eq!(curve.points.len(), 33);
        for point in curve.points.iter().chain([&curve.chosen]) {
            prop_assert!(point.objective.is_finite() && point.extra_per_month.is_finite());
        }
        let map = LeadRateRuns::new(&document, chosen, objective).answer(&mut simulator);
        prop_assert!(map.objective.iter().flatten().all(|value| value.is_finite()));
        for contour in [&map.like_today, &map.like_fix, &map.like_leads] {
            prop_assert!(contour.lines.iter().flatten().flatten().all(|value| value.is_finite()));
        }
        let all = AllPairs::new(&document).answer(&mut simulator);
        for stage in 0..document.stages.len() {
            for channel in 0..document.channels.len() {
                prop_assert!(all.verdict(objective, stage, Some(channel)).is_some());
            }
        }
    }
}
