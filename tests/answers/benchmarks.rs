//! The published figures: the same in the code and on paper, and what it would bring to get there.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    BENCHMARKS, Benchmark, BenchmarkComparison, Denominator, Milestone, Population, Quality,
    Quantity, Source, Standing, compare_to_benchmark,
};
use pipeline_lever::model::{
    ChannelField, DealField, Document, Field, Number, Objective, Stage, StageField,
};
use proptest::prelude::*;

use crate::support::arbitrary::shared;
use crate::support::presets::preset;
use crate::support::{close, document};

#[test]
fn the_page_shows_the_table() {
    let page = include_str!("../../docs/benchmarks.md");
    let shown = page
        .split_once("<!-- table -->\n")
        .and_then(|(_, rest)| rest.split_once("<!-- end -->"))
        .expect("the table")
        .0;
    let mut table = String::from(
        "| id | what | of | whose | range | quality | year | source |\n|---|---|---|---|---|---|---|---|\n",
    );
    for benchmark in BENCHMARKS {
        table.push_str(&row(benchmark));
    }
    assert!(
        shown == table,
        "docs/benchmarks.md should show this:\n{table}"
    );
}

fn row(benchmark: &Benchmark) -> String {
    let sources: Vec<String> = benchmark.sources.iter().map(source).collect();
    let years: Vec<String> = benchmark
        .sources
        .iter()
        .map(|source| {
            source
                .year
                .map_or("undated".into(), |year| year.to_string())
        })
        .collect();
    assert!(
        years.iter().all(|year| *year == years[0]),
        "one year a row: {years:?}"
    );
    format!(
        "| {} | {} | {} | {} | {} | {} | {} | {} |\n",
        benchmark.id,
        what(benchmark.quantity),
        denominator(benchmark.denominator),
        whose(benchmark.population),
        range(benchmark),
        quality(benchmark.quality()),
        years[0],
        sources.join("; "),
    )
}

fn source(source: &Source) -> String {
    match source.title {
        Some(title) => format!("{}: [{title}]({})", source.author, source.url),
        None => format!("[{}]({})", source.author, source.url),
    }
}

fn range(benchmark: &Benchmark) -> String {
    let Benchmark { low, high, .. } = *benchmark;
    let percent = |share: f64| (share * 1000.0).round() / 10.0;
    match benchmark.quantity {
        Quantity::Conversion { .. } | Quantity::LostToNoDecision => {
            format!("{}–{} %", percent(low), percent(high))
        }
        Quantity::CycleDays => format!("{low}–{high} days"),
        Quantity::LeadPrice => format!("{low}–{high} USD"),
        Quantity::AcquisitionCostRatio => format!("{low}–{high} USD for 1 USD"),
        Quantity::LeadsPerSeller => format!("{low}–{high} leads"),
        Quantity::MeetingsPerMonth => format!("{low}–{high} a month"),
    }
}

fn what(quantity: Quantity) -> String {
    match quantity {
        Quantity::Conversion { from, to } => format!("{} → {}", milestone(from), milestone(to)),
        Quantity::LostToNoDecision => "deals lost because the buyer decides nothing".into(),
        Quantity::CycleDays => "days from first contact to win".into(),
        Quantity::LeadPrice => "price of a lead".into(),
        Quantity::AcquisitionCostRatio => {
            "sales and marketing costs for new revenue of a year".into()
        }
        Quantity::LeadsPerSeller => "leads that a seller works at a time".into(),
        Quantity::MeetingsPerMonth => "qualified meetings of one representative".into(),
    }
}

fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Visitor => "visitor",
        Milestone::Inquiry => "inquiry",
        Milestone::Lead => "lead",
        Milestone::MarketingQualified => "marketing-qualified (MQL)",
        Milestone::SalesAccepted => "sales-accepted (SAL)",
        Milestone::SalesQualified => "sales-qualified (SQL)",
        Milestone::Opportunity => "opportunity",
        Milestone::Won => "won",
    }
}

fn denominator(denominator: Option<Denominator>) -> &'static str {
    match denominator {
        Some(Denominator::AllThatGotThere) => "of all",
        Some(Denominator::NotStated) => "not stated",
        None => "–",
    }
}

fn whose(population: Population) -> &'static str {
    match population {
        Population::BusinessToBusiness => "B2B",
        Population::ByLeadSource => "B2B, from the poorest lead source to the best",
        Population::Enterprise => "B2B, large customers",
        Population::SoftwareAsAService => "B2B SaaS",
        Population::DealsUpTo10k => "deals up to 10,000 USD",
        Population::Deals5kTo25k => "deals of 5,000–25,000 USD",
        Population::Deals25kTo50k => "deals of 25,000–50,000 USD",
        Population::Deals25kTo100k => "deals of 25,000–100,000 USD",
        Population::Deals100kTo250k => "deals of 100,000–250,000 USD",
        Population::DealsAbove100k => "deals above 100,000 USD",
        Population::TransactionalSales => "small deals",
        Population::ConsultativeSales => "deals that take advice",
        Population::ComplexSales => "deals with many who decide",
        Population::OutboundTeams => "outbound teams",
        Population::InboundTeams => "inbound teams",
        Population::EnterpriseTeams => "teams for large firms",
    }
}

fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Primary => "primary",
        Quality::SecondHand => "second-hand",
        Quality::Vendor => "vendor",
    }
}

#[test]
fn every_figure_is_a_range_with_its_source() {
    for benchmark in BENCHMARKS {
        let Benchmark { id, low, high, .. } = benchmark;
        assert!(low < high && *low > 0.0, "{id}");
        assert!(!benchmark.sources.is_empty(), "{id}");
        for source in benchmark.sources {
            assert!(source.url.starts_with("http"), "{id}");
            assert!(!source.author.is_empty(), "{id}");
        }
        let is_share = matches!(
            benchmark.quantity,
            Quantity::Conversion { .. } | Quantity::LostToNoDecision
        );
        assert_eq!(benchmark.denominator.is_some(), is_share, "{id}");
        assert!(!is_share || *high < 1.0, "{id}");
        if let Quantity::Conversion { from, to } = benchmark.quantity {
            assert!(from < to, "{id}");
        }
        let same = BENCHMARKS.iter().filter(|other| other.id == *id);
        assert_eq!(same.count(), 1, "{id}");
    }
}

fn benchmark(id: &str) -> &'static Benchmark {
    let mut all = BENCHMARKS.iter();
    all.find(|benchmark| benchmark.id == id).expect("an id")
}

#[track_caller]
fn compared(document: &Document, stage: usize, id: &str) -> BenchmarkComparison {
    let mut simulator = Simulator::new();
    let objective = Objective::Won;
    compare_to_benchmark(&mut simulator, document, objective, stage, benchmark(id))
        .expect("a conversion of a stage")
}

/// 100 leads a month for 2 months; a tenth are won, 10 each.
fn plain() -> Document {
    document(
        r#"{"version":1,"start":"2026-01","months":2,"opening":"empty",
        "channels":[{"leadsPerMonth":100,"costPerLead":1}],
        "stages":[{"conversion":1},{"conversion":0.1}],"deal":{"size":10}}"#,
    )
}

#[test]
fn a_stage_below_its_range_as_on_paper() {
    let below = compared(&plain(), 1, "opportunity-won-saas");
    assert_eq!(below.standing, Standing::Below);
    let (low, high) = (below.to_low.expect("below"), below.to_high.expect("below"));
    // 15 % and 30 % instead of 10 % of 200: 10 and 40 more, of 10 each, in 2 months.
    close(low.to.get(), 0.15, 0.0);
    close(low.gain, 10.0, 1e-9);
    close(low.worth_up_to_per_month, 50.0, 1e-9);
    close(high.gain, 40.0, 1e-9);
}

#[test]
fn a_stage_within_and_above_its_range() {
    let mut document = plain();
    let field = Field::Stage(1, StageField::Conversion);
    for (conversion, standing, has_low, has_high) in [
        (0.15, Standing::Within, false, true),
        (0.2, Standing::Within, false, true),
        (0.3, Standing::Within, false, false),
        (0.31, Standing::Above, false, false),
    ] {
        field.set(&mut document, Some(conversion)).expect("allowed");
        let compared = compared(&document, 1, "opportunity-won-saas");
        assert_eq!(compared.standing, standing);
        assert_eq!(compared.to_low.is_some(), has_low);
        assert_eq!(compared.to_high.is_some(), has_high);
    }
    let mut simulator = Simulator::new();
    for (stage, id) in [
        (1, "cycle-5k-25k"),
        (1, "no-decision"),
        (2, "sal-sql-enterprise"),
    ] {
        let nothing = compare_to_benchmark(
            &mut simulator,
            &document,
            Objective::Won,
            stage,
            benchmark(id),
        );
        assert_eq!(nothing, None, "{id}");
    }
}

#[test]
fn getting_there_brings_nothing_where_the_next_stage_is_full() {
    let mut document = plain();
    let mut full = Stage::new("Full", Number::nearest(0.5));
    full.capacity_per_month = Some(Number::nearest(10.0));
    document.stages.push(full);
    // The product of rates says that 15 instead of 10 get to the last stage, which wins half of them.
    let compared = compared(&document, 1, "opportunity-won-saas");
    assert!(compared.to_low.expect("below").gain < 0.2);
}

#[test]
fn money_an_empty_stage_and_a_split_channel_change_nothing() {
    let document = preset("own");
    let id = "sal-sql-enterprise";
    let gain = |document: &Document| {
        let reach = compared(document, 1, id).to_low;
        reach.expect("below").gain
    };
    let before = gain(&document);
    assert!(before > 0.0);
    let mut rich = document.clone();
    Field::Deal(DealField::Size)
        .set(&mut rich, Some(2e6))
        .expect("allowed");
    close(gain(&rich), before, 1e-9);
    let mut longer = document.clone();
    longer
        .stages
        .push(Stage::new("Nothing", Number::nearest(1.0)));
    close(gain(&longer), before, 1e-9);
    let mut split = document.clone();
    Field::Channel(0, ChannelField::LeadsPerMonth)
        .set(&mut split, Some(100.0))
        .expect("allowed");
    split.channels.push(split.channels[0].clone());
    close(gain(&split), before, 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn comparisons_of_any_document_are_finite(shared in shared(), at in 0..BENCHMARKS.len()) {
        let mut document = shared.document;
        document.months = Number::nearest(document.months.get().min(3.0));
        let mut simulator = Simulator::new();
        let objective = shared.view.objective;
        let found = compare_to_benchmark(&mut simulator, &document, objective, 0, &BENCHMARKS[at]);
        let reaches = found.into_iter().flat_map(|found| [found.to_low, found.to_high]);
        for reach in reaches.flatten() {
            prop_assert!(reach.gain.is_finite() && reach.worth_up_to_per_month.is_finite());
        }
    }
}
