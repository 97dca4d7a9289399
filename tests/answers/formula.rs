//! Every number opens to its formula: each line holds, and the first one is the number that the page shows.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    Assumption, BreakEvenCurve, Changed, Counted, Expression, Figure, FlipInput, FlipSearch,
    Formula, FormulaLine, Metric, Opened, Question, Repaid, ScenarioRuns, Situation, Sum,
    TornadoRuns, TornadoStep, Trials, Way, default_pair, formula,
};
use pipeline_lever::model::{Document, Number, Objective, Pair, Preset, View};
use proptest::prelude::*;

use crate::support::arbitrary::shared;
use crate::support::presets::preset;
use crate::support::{close, document};

/// Names of all numbers that the page lets open, those of the stages left out.
fn names() -> Vec<String> {
    let mut names = vec![
        "headline".to_owned(),
        "asManyLeadsAs".to_owned(),
        "mostLeads".to_owned(),
        "leadsGain".to_owned(),
        "firstCashWithin.5".to_owned(),
        "firstCashWithin.9".to_owned(),
    ];
    names.extend(
        [
            "openWins",
            "openBookings",
            "openWonIn[0]",
            "openBookedIn[0]",
            "openPaidIn[0]",
            "openPaidIn[11]",
            "openWithin[90]",
            "leadsWithin[90]",
            "valueToCost",
            "marginToServing",
            "costPerContract",
            "leadsPerContract",
            "customerAfter[0]",
            "customerAfter[59]",
        ]
        .map(str::to_owned),
    );
    for change in [
        "moreLeads",
        "winRate",
        "dealSize",
        "churn",
        "expansion",
        "costToServe",
    ] {
        names.extend(["won", "value", "profit"].map(|sum| format!("change.{change}.{sum}")));
    }
    names.extend((0..10).map(|step| format!("step[{step}]")));
    for way in ["", ".fix", ".leads"] {
        let totals = [
            "leads", "won", "bookings", "cash", "cost", "profit", "value",
        ];
        names.extend(totals.map(|total| format!("total.{total}{way}")));
        let metrics = [
            "conversion",
            "cycle",
            "timeToRevenue",
            "costPerLead",
            "costPerClient",
            "programmeShare",
            "lifetimeValue",
            "annualNrr",
        ];
        names.extend(metrics.map(|metric| format!("metric.{metric}{way}")));
        let way = if way.is_empty() { ".baseline" } else { way };
        names.extend(
            ["leads", "won", "revenue", "cost", "firstEffect"].map(|sum| format!("{sum}{way}")),
        );
    }
    names
}

fn opened(document: &Document, pair: Pair, objective: Objective, name: &str) -> Option<Formula> {
    let situation = Situation {
        document,
        pair,
        view: &View {
            objective,
            ..View::default()
        },
        certainty: None,
        lead_price: None,
        levers: &[],
        planned: &[],
    };
    let opened = Opened::from_id(name).unwrap_or_else(|| panic!("{name} has no formula"));
    formula(&mut Simulator::new(), situation, opened)
}

/// The size of what is added up in an expression: what its rounding is measured by.
fn size(expression: &Expression) -> f64 {
    match expression {
        Expression::Sum(parts) => parts.iter().map(|(_, part)| part.value().abs()).sum(),
        Expression::Quotient(parts) => size(&parts[0]) / parts[1].value().abs(),
        _ => expression.value().abs(),
    }
}

/// Whether a line's expression has the value of its result, to rounding.
pub fn holds(line: &FormulaLine) -> Result<(), TestCaseError> {
    let (result, value) = (line.result.value, line.expression.value());
    // The search for as many leads stops a billionth short, and of each sum parts below a billionth are left out.
    let tolerance = 1e-8 * size(&line.expression).max(result.abs());
    prop_assert!(
        (result - value).abs() <= tolerance,
        "{:?} is {result}, its expression {value}: {:?}",
        line.result.figure,
        line.expression
    );
    Ok(())
}

fn every_line_holds(
    document: &Document,
    pair: Pair,
    objective: Objective,
) -> Result<(), TestCaseError> {
    let stages = 0..document.stages.len();
    let of_stages = [
        "started",
        "lost",
        "waiting",
        "gain",
        "allLost",
        "worthLost",
        "inWork",
        "worthInWork",
        "load",
        "openWins",
        "openBookings",
        "meanWait",
        "shorter",
    ];
    let of_ages = stages
        .clone()
        .flat_map(|stage| [0, 1, 30].map(|days| format!("openChance[{stage}.{days}]")));
    let of_stages = stages.flat_map(|stage| of_stages.map(|name| format!("{name}[{stage}]")));
    let of_stages = of_stages.chain(of_ages);
    for name in names().into_iter().chain(of_stages) {
        for line in opened(document, pair, objective, &name)
            .iter()
            .flat_map(|formula| &formula.lines)
        {
            holds(line)?;
        }
    }
    Ok(())
}

#[test]
fn every_line_of_every_preset_holds() {
    for known in Preset::ALL {
        let document = preset(known.id());
        let pair = default_pair(&mut Simulator::new(), &document);
        for objective in Objective::all() {
            every_line_holds(&document, pair, *objective).expect("every line holds");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_line_holds_whatever_the_document(shared in shared()) {
        let document = &shared.document;
        let pair = shared.view.pair.unwrap_or_else(|| default_pair(&mut Simulator::new(), document));
        every_line_holds(document, pair, shared.view.objective)?;
    }
}

/// A lead in four is qualified and a tenth of those are won; 2 a lead and 100 a month for ads, 3 for each qualified one.
fn on_paper() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":2,"opening":"empty",
        "channels":[{"leadsPerMonth":400,"costPerLead":2,"fixedCostPerMonth":100}],
        "stages":[{"conversion":0.25},{"conversion":0.1,"costPerUnit":3}],
        "deal":{"size":500,"grossMargin":0.5}}"#,
    )
}

fn line(formula: &Formula, figure: Figure) -> &FormulaLine {
    let mut lines = formula.lines.iter();
    let found = lines.find(|line| line.result.figure == figure);
    found.unwrap_or_else(|| panic!("no line is about {figure:?}"))
}

#[test]
fn formulas_as_on_paper() {
    let document = on_paper();
    let pair = Pair {
        stage: 1,
        to: Number::nearest(0.2),
        channel: None,
        leads_times: Number::nearest(1.5),
    };
    let open = |name: &str| opened(&document, pair, Objective::Value, name).expect("a formula");
    // 800 leads × 25 % × 10 % = 20 won in 2 months; with the better stage 40.
    let won = open("won.baseline");
    let first = won.lines.first().expect("a line");
    assert_eq!(first.result.figure, Figure::PerMonth(Sum::Won));
    close(first.result.value, 10.0, 1e-9);
    close(line(&won, Figure::Promised).expression.value(), 20.0, 1e-9);
    let Expression::Product(factors) = &line(&won, Figure::Promised).expression else {
        panic!("what is promised is no product");
    };
    let factors: Vec<f64> = factors.iter().map(Expression::value).collect();
    assert_eq!(factors, [800.0, 0.25, 0.1]);
    close(
        line(&open("won.fix"), Figure::Promised).result.value,
        40.0,
        1e-9,
    );
    // 800 × 2 + 2 × 100 + 200 × 3 = 2,400.
    let cost = open("total.cost");
    close(
        line(&cost, Figure::Sum(Sum::Cost)).expression.value(),
        2400.0,
        1e-9,
    );
    close(
        line(&cost, Figure::LeadsCost).expression.value(),
        1600.0,
        1e-9,
    );
    close(
        line(&cost, Figure::FixedCost).expression.value(),
        200.0,
        1e-9,
    );
    close(
        line(&cost, Figure::StageCost(1)).expression.value(),
        600.0,
        1e-9,
    );
    // 20 more wins × 500 × 50 % over 2 months.
    let answer = open("headline");
    close(line(&answer, Figure::WorthUpTo).result.value, 2500.0, 1e-9);
    // Half as many leads again win 10 more and cost 800 + 300 more: 2,500 − 1,100 = 1,400 against 5,000.
    close(
        line(&answer, Figure::LeadsGain(Objective::Value))
            .result
            .value,
        1400.0,
        1e-9,
    );
    close(
        line(&answer, Figure::Ahead(Objective::Value)).result.value,
        1800.0,
        1e-9,
    );
    // 2,600 + k × 1,400 × 2 … = 5,000 more: 5,000 ÷ 2,800 of the leads on top.
    let as_many = open("asManyLeadsAs");
    close(
        line(&as_many, Figure::ExtraLeads).result.value,
        400.0 * 5000.0 / 2800.0,
        1e-5,
    );
}

#[test]
fn formulas_of_stages_as_on_paper() {
    let pair = default_pair(&mut Simulator::new(), &on_paper());
    let open = |document: &Document, name: &str| {
        opened(document, pair, Objective::Won, name).expect("a formula")
    };
    // Of 800 leads 600 are lost; each would have been won with 10 % and brought 500.
    let worth = open(&on_paper(), "worthLost[0]");
    close(
        line(&worth, Figure::WorthLost(0)).expression.value(),
        30_000.0,
        1e-6,
    );
    close(
        line(&worth, Figure::WorthAfter(0)).expression.value(),
        50.0,
        1e-9,
    );
    // One step: 1.1 × 10 % ÷ (1 + 0.1 × 10 %), on 200 that get there.
    let gain = open(&on_paper(), "gain[1]");
    close(
        line(&gain, Figure::Improved(1)).expression.value(),
        0.11 / 1.01,
        1e-12,
    );
    close(
        line(&gain, Figure::Gain(Objective::Won)).expression.value(),
        200.0 * (0.11 / 1.01 - 0.1),
        1e-9,
    );
    // 50 a month can start where 100 come: full, and from 200 leads on.
    let mut limited = on_paper();
    let full = limited.stages.get_mut(1).expect("a stage");
    full.capacity_per_month = Some(Number::nearest(50.0));
    close(
        line(&open(&limited, "load[1]"), Figure::Load(1))
            .expression
            .value(),
        1.0,
        1e-9,
    );
    close(
        line(&open(&limited, "mostLeads"), Figure::MostLeads(1))
            .expression
            .value(),
        200.0,
        1e-9,
    );
    // 200 came in all, 100 started, 100 still wait; the product of the rates is wrong by half.
    close(
        line(&open(&limited, "waiting[1]"), Figure::InLine(1))
            .expression
            .value(),
        100.0,
        1e-9,
    );
    let won = open(&limited, "total.won");
    close(line(&won, Figure::Promised).expression.value(), 20.0, 1e-9);
    close(
        line(&won, Figure::Sum(Sum::Won)).expression.value(),
        10.0,
        1e-9,
    );
}

/// Near a full stage the page shows the trials' means: their formula says what chance takes.
#[test]
fn formulas_of_chance_as_counted() {
    let document = preset("talk-full");
    let pair = default_pair(&mut Simulator::new(), &document);
    let view = View {
        target: Some(Number::nearest(3000.0 * 12.0)),
        objective: Objective::Won,
        ..View::default()
    };
    let mut trials = Trials::new(&document, &view, pair);
    trials.play(200);
    let certainty = trials.certainty();
    let situation = Situation {
        document: &document,
        pair,
        view: &view,
        certainty: Some(&certainty),
        lead_price: None,
        levers: &[],
        planned: &[],
    };
    let open = |name: &str| {
        let opened = Opened::from_id(name).expect("a name");
        formula(&mut Simulator::new(), situation, opened).expect("a formula")
    };
    for name in [
        "won.baseline",
        "won.fix",
        "cost.leads",
        "spread",
        "targetReached",
        "headline",
    ] {
        for line in &open(name).lines {
            holds(line).expect(name);
        }
    }
    let [mean, ..] = certainty.means;
    let shown = open("won.baseline")
        .lines
        .first()
        .map(|line| line.result.value);
    assert_eq!(shown, Some(mean.won));
    let spread = open("spread");
    let totals = certainty.baseline.totals;
    close(
        line(&spread, Figure::Mean(Sum::Won)).expression.value(),
        totals.won.mean,
        1e-6,
    );
    // The 20.9th of 200 sorted trials, counted from 1.
    close(line(&spread, Figure::Place(1)).result.value, 20.9, 1e-9);
    let third = open("spreadOfMonth[2]");
    let tenth = line(&third, Figure::Tenth(1, Sum::Won)).result.value;
    assert_eq!(
        Some(tenth),
        certainty.baseline.months.get(2).map(|month| month.won.p10)
    );
    let reached = open("targetReached");
    let reached = line(&reached, Figure::TargetReachedIn);
    assert_eq!(Some(reached.result.value), certainty.target_reached_in);
}

fn under(document: &Document, pair: Pair, name: &str, assumed: Assumption) -> Formula {
    let read = Assumption::parse(&assumed.text(), document);
    assert_eq!(read, Some(assumed));
    let assumed = Assumption::assume(&[assumed], document, pair);
    let situation = Situation {
        document: &assumed.document,
        pair: assumed.pair,
        view: &View::default(),
        certainty: None,
        lead_price: assumed.lead_price,
        levers: &assumed.levers,
        planned: &[],
    };
    let opened = Opened::from_id(name).expect("a name");
    formula(&mut Simulator::new(), situation, opened).expect("a formula")
}

/// What the pictures show elsewhere opens to the run that they show: at both ends of every bar of the tornado, at every
/// point of the break-even curve, and where the answer flips.
#[test]
fn formulas_hold_under_assumptions() {
    for id in ["talk", "talk-full", "slow-cash"] {
        let document = preset(id);
        let simulator = &mut Simulator::new();
        let pair = default_pair(simulator, &document);
        let value = |formula: &Formula| {
            formula
                .lines
                .first()
                .map_or(f64::NAN, |line| line.result.value)
        };
        let tornado = TornadoRuns::new(&document, Objective::Value, TornadoStep::default());
        for bar in tornado.answer(simulator).bars {
            for end in [bar.low, bar.high] {
                let assumed = Assumption::Field(bar.field, end.input);
                let shown = value(&under(&document, pair, "total.value", assumed));
                close(shown, end.result, 1e-9 * end.result.abs());
            }
        }
        let curve = BreakEvenCurve::new(&document, pair, Objective::Value).answer(simulator);
        for point in curve.points {
            let assumed = Assumption::LeadsTimes(point.times);
            let shown = value(&under(&document, pair, "total.value.leads", assumed));
            close(shown, point.objective, 1e-9 * point.objective.abs());
        }
        let flips = FlipSearch::new(&document, pair, Objective::Value).answer(simulator);
        for flips in flips.inputs {
            let assumed = match flips.input {
                FlipInput::LeadPrice => Assumption::LeadPrice,
                FlipInput::Conversion => |to| Assumption::Raised(2, to),
                FlipInput::Capacity(_) | FlipInput::Horizon => continue,
            };
            for flip in [flips.below, flips.above].into_iter().flatten() {
                let answer = under(&document, pair, "headline", assumed(flip.at));
                let gain = line(&answer, Figure::FixGain(Objective::Value))
                    .result
                    .value;
                let ahead = value(&answer) * document.months.get();
                assert!(
                    ahead.abs() <= 0.012 * gain.abs(),
                    "{id}: {:?} at {}",
                    flips.input,
                    flip.at
                );
            }
        }
    }
    let document = on_paper();
    for text in [
        "",
        "months",
        "months=",
        "months=x",
        "stages[2].conversion=0.1",
        "pair[2].to=0.1",
        "leadPrice=inf",
    ] {
        assert_eq!(Assumption::parse(text, &document), None, "{text}");
    }
}

/// Money in another currency's coins changes money, and nothing else.
#[test]
fn all_money_a_hundredfold_changes_money_only() {
    let read = |size: f64, lead: f64, fixed: f64, unit: f64| {
        document(&format!(
            r#"{{"version":1,"start":"2026-01","months":6,
            "channels":[{{"leadsPerMonth":400,"costPerLead":{lead},"fixedCostPerMonth":{fixed}}}],
            "stages":[{{"conversion":0.25,"days":{{"mean":9}}}},{{"conversion":0.1,"costPerUnit":{unit},"capacityPerMonth":60}}],
            "deal":{{"size":{size},"billing":{{"kind":"recurring","monthlyChurn":0.03,"costToServePerMonth":{lead}}}}}}}"#
        ))
    };
    let (euros, cents) = (
        read(50.0, 2.0, 100.0, 3.0),
        read(5000.0, 200.0, 10_000.0, 300.0),
    );
    let pair = default_pair(&mut Simulator::new(), &euros);
    for name in names() {
        let [euros, cents] =
            [&euros, &cents].map(|document| opened(document, pair, Objective::Value, &name));
        let lines =
            |formula: &Option<Formula>| formula.clone().map_or(Vec::new(), |formula| formula.lines);
        let (euros, cents) = (lines(&euros), lines(&cents));
        assert_eq!(euros.len(), cents.len(), "{name}");
        for (euros, cents) in euros.iter().zip(&cents) {
            assert_eq!(euros.result.figure, cents.result.figure, "{name}");
            let factor = if euros.result.figure.counted() == Counted::Money {
                100.0
            } else {
                1.0
            };
            let expected = euros.result.value * factor;
            close(
                cents.result.value,
                expected,
                1e-7 * expected.abs().max(1e-6),
            );
        }
    }
}

#[test]
fn names_that_no_number_has_open_nothing() {
    for name in [
        "",
        "won",
        "won.",
        "won.best",
        "total.luck",
        "metric.luck.fix",
        "started",
        "started[",
        "started[x]",
        "lost[1]x",
    ] {
        assert_eq!(Opened::from_id(name), None, "{name}");
    }
    assert_eq!(
        Opened::from_id("metric.cycle.leads"),
        Some(Opened::Metric(Way::Leads, Metric::Cycle))
    );
    let situation = Situation {
        document: &on_paper(),
        pair: default_pair(&mut Simulator::new(), &on_paper()),
        view: &View::default(),
        certainty: None,
        lead_price: None,
        levers: &[],
        planned: &[],
    };
    assert_eq!(
        formula(&mut Simulator::new(), situation, Opened::Started(2)),
        None
    );
}

/// What is changed on the first day, whatever it is, leaves formulas whose every line holds, down to what it costs.
#[test]
fn formulas_hold_under_changes() {
    for id in ["talk", "talk-full", "slow-cash"] {
        let document = preset(id);
        let pair = default_pair(&mut Simulator::new(), &document);
        let changes = [
            (Changed::Conversion(1), 0.3),
            (Changed::Days(0), 0.5),
            (Changed::Capacity(0), 900.0),
            (Changed::Leads(None), 1.5),
            (Changed::Leads(Some(0)), 2.5),
            (Changed::DealSize, 1.25),
            (Changed::PaymentDays, 3.0),
            (Changed::CostPerMonth, 450.0),
        ];
        for (changed, value) in changes {
            for sum in ["won", "bookings", "cash", "cost", "profit", "value"] {
                let name = format!("total.{sum}");
                let assumed = Assumption::Changed(changed, value);
                let found = under(&document, pair, &name, assumed);
                let levers = Assumption::assume(&[assumed], &document, pair).levers;
                let totals = Simulator::new().totals(&document, &levers);
                let expected = match sum {
                    "won" => totals.won,
                    "bookings" => totals.bookings,
                    "cash" => totals.cash,
                    "cost" => totals.cost,
                    "profit" => totals.profit,
                    _ => totals.value,
                };
                let result = found.lines.first().map(|line| line.result.value);
                assert_eq!(result, Some(expected), "{id} {changed:?} {sum}");
                for line in &found.lines {
                    holds(line).unwrap_or_else(|wrong| panic!("{id} {changed:?} {sum}: {wrong}"));
                }
            }
        }
    }
    let document = preset("talk");
    for text in [
        "changed.days[9]=1",
        "changed.leads[1]=2",
        "changed.mood=1",
        "changed.days=1",
    ] {
        assert_eq!(Assumption::parse(text, &document), None, "{text}");
    }
    let opened = Opened::from_id("trialsReaching[464of1000]");
    assert_eq!(opened, Some(Opened::TrialsReaching(464, 1000)));
}

/// A pipeline whose scenarios change everything that can be changed: at once, later, and bit by bit, at a price.
fn with_scenarios() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":9,
        "channels":[{"leadsPerMonth":400,"costPerLead":2,"growthPerMonth":0.02,"priceElasticity":0.3},{"leadsPerMonth":90,"costPerLead":5,"quality":1.5}],
        "stages":[{"conversion":0.25,"days":{"mean":9},"capacityPerMonth":500,"waiting":{"patienceHalfLifeDays":20}},{"conversion":0.1,"costPerUnit":3,"days":{"mean":14}}],
        "deal":{"size":500,"grossMargin":0.5,"billing":{"kind":"recurring","monthlyChurn":0.03,"costToServePerMonth":4,"paymentDays":20}},
        "scenarios":[
        {"name":"Later","levers":[
            {"kind":"conversion","stage":1,"to":0.15,"startMonth":3,"oneOffCost":900,"costPerMonth":40},
            {"kind":"leads","channel":1,"times":2.5,"costPerLead":7,"startMonth":2,"rampMonths":4}]},
        {"name":"Ramps","levers":[
            {"kind":"dealSize","times":1.3,"startMonth":1,"rampMonths":3},
            {"kind":"churn","to":0.01,"startMonth":4},
            {"kind":"paymentDays","to":5,"startMonth":2},
            {"kind":"days","stage":0,"times":0.5,"rampMonths":3},
            {"kind":"conversion","stage":0,"to":0.4,"startMonth":6,"rampMonths":8}]},
        {"name":"Room","levers":[
            {"kind":"capacity","stage":0,"to":300},
            {"kind":"waitingOrder","stage":0,"to":"newestFirst"},
            {"kind":"leads","channel":0,"times":0.5,"startMonth":20,"oneOffCost":70}]},
        {"name":"Nothing"}]}"#,
    )
}

const COMPARED: [&str; 10] = [
    "leads",
    "won",
    "bookings",
    "cash",
    "cost",
    "profit",
    "value",
    "conversion",
    "cycle",
    "timeToRevenue",
];

/// What scenarios come to opens to itself, and every line of it holds, whenever the changes begin.
#[test]
fn formulas_of_scenarios_hold() {
    let document = with_scenarios();
    let pair = default_pair(&mut Simulator::new(), &document);
    for objective in Objective::all() {
        let view = View {
            objective: *objective,
            ..View::default()
        };
        let all = ScenarioRuns::new(&document, &view).answer(&mut Simulator::new());
        let first = |name: &str| {
            let found = opened(&document, pair, *objective, name);
            let found = found.unwrap_or_else(|| panic!("{name} opens to nothing"));
            for line in &found.lines {
                holds(line).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
            }
            found
                .lines
                .first()
                .map_or(f64::NAN, |line| line.result.value)
        };
        for one in &all.compared {
            let of = |name: &str| first(&format!("scenario[{}].{name}", one.place));
            let (totals, metrics) = (&one.run.totals, &one.run.metrics);
            let shown = [
                totals.leads,
                totals.won,
                totals.bookings,
                totals.cash,
                totals.cost,
                totals.profit,
                totals.value,
                metrics.conversion.unwrap_or(f64::NAN),
                metrics.cycle_days,
                metrics.time_to_revenue_days,
            ];
            for (name, shown) in COMPARED.into_iter().zip(shown) {
                close(of(name), shown, 1e-9 * shown.abs());
                let today = first(&format!("scenario.today.{name}"));
                let more = shown - today;
                close(
                    of(&format!("more.{name}")),
                    more,
                    1e-9 * shown.abs().max(today.abs()),
                );
            }
            for (month, sum) in one.run.cumulated.iter().enumerate() {
                close(
                    of(&format!("summedUp[{month}]")),
                    *sum,
                    1e-9 * sum.abs().max(1.0),
                );
            }
            if one.first_effect.is_some() {
                of("firstEffect");
            }
            if let Repaid::In(_) = one.repaid {
                of("repaidIn");
            }
        }
        let ahead = first("scenario[0].ahead[1].cash");
        let [later, ramps] = [0, 1].map(|place| first(&format!("scenario[{place}].more.cash")));
        close(ahead, later - ramps, 1e-9 * later.abs().max(ramps.abs()));
    }
    // Half a year late: what the higher conversion has not yet brought stands by itself.
    let won = opened(&document, pair, Objective::Won, "scenario[0].won").expect("a formula");
    let Expression::Sum(parts) = &line(&won, Figure::Sum(Sum::Won)).expression else {
        panic!("what is won is no sum");
    };
    let later = parts.iter().find_map(|(_, part)| match part {
        Expression::Term(term) if term.figure == Figure::Later => Some(term.value),
        _ => None,
    });
    assert!(later.is_some_and(|later| later > 1.0), "{parts:?}");
    // 900 once, and 40 a month in 6 months.
    let cost = opened(&document, pair, Objective::Won, "scenario[0].cost").expect("a formula");
    close(
        line(&cost, Figure::LeversCost).expression.value(),
        1140.0,
        1e-9,
    );
    for name in [
        "scenario[4].won",
        "scenario[4].more.won",
        "scenario[0].ahead[4].won",
        "scenario[4].firstEffect",
        "scenario[4].repaidIn",
        "scenario[4].summedUp[0]",
        "scenario[0].summedUp[9]",
    ] {
        assert_eq!(
            opened(&document, pair, Objective::Won, name),
            None,
            "{name}"
        );
    }
    for name in [
        "scenario[0]",
        "scenario[x].won",
        "scenario[0].luck",
        "scenario.today.more.won",
    ] {
        assert_eq!(Opened::from_id(name), None, "{name}");
    }
}
