//! `simulate FILE.json [--scenario NAME]`: the expected run and the leaks of a document, as JSON.
//!
//! `-` reads standard input. An invalid document or an unknown scenario prints the error and exits 2.

use std::fmt;
use std::io::{Read, Write};
use std::process::ExitCode;

use pipeline_lever::engine::{ExpectedRun, Metrics, MonthReport, Simulator, Totals};
use pipeline_lever::insights::{Leak, leaks};
use pipeline_lever::model::{Document, LONGEST_TEXT, Lever, Month, Node, Objective, Problem};

const USAGE: &str = "usage: simulate FILE.json [--scenario NAME]   (- reads standard input)";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(text) => match writeln!(std::io::stdout(), "{text}") {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(failure) => {
            // Nothing is left to tell where standard error is closed.
            let _ = writeln!(std::io::stderr(), "simulate: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Vec<String>) -> Result<String, Failure> {
    let request = Request::parse(arguments)?;
    let bytes = read(&request.file)?;
    let document = Document::read(&bytes, Month::current()).map_err(Failure::Document)?;
    let levers = levers_of(&document, request.scenario.as_deref())?;
    let mut simulator = Simulator::new();
    let expected = simulator.expected(&document, &levers);
    let leaks = leaks(&mut simulator, &document, Objective::Won);
    Ok(report(&expected, &leaks).to_pretty_text())
}

/// Why there is no answer.
enum Failure {
    Usage,
    UnknownOption(String),
    TrialsNotYet,
    File(String, std::io::Error),
    Document(Problem),
    UnknownScenario(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage => formatter.write_str(USAGE),
            Self::UnknownOption(option) => write!(formatter, "unknown option {option}\n{USAGE}"),
            Self::TrialsNotYet => formatter.write_str(
                "--trials above 0 is not available: this version computes the expected run only",
            ),
            Self::File(file, error) => write!(formatter, "{file}: {error}"),
            Self::Document(problem) => write!(formatter, "{problem}"),
            Self::UnknownScenario(name) => write!(formatter, "no scenario is called {name:?}"),
        }
    }
}

struct Request {
    file: String,
    scenario: Option<String>,
}

impl Request {
    fn parse(arguments: Vec<String>) -> Result<Self, Failure> {
        let mut file = None;
        let mut scenario = None;
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--scenario" => scenario = Some(arguments.next().ok_or(Failure::Usage)?),
                "--trials" => match arguments.next().as_deref() {
                    Some("0") => {}
                    Some(_) => return Err(Failure::TrialsNotYet),
                    None => return Err(Failure::Usage),
                },
                "--seed" => {
                    let seed = arguments.next().ok_or(Failure::Usage)?;
                    seed.parse::<u64>().map_err(|_| Failure::Usage)?;
                }
                option if option.starts_with("--") => {
                    return Err(Failure::UnknownOption(argument));
                }
                _ if file.is_none() => file = Some(argument),
                _ => return Err(Failure::Usage),
            }
        }
        let file = file.ok_or(Failure::Usage)?;
        Ok(Self { file, scenario })
    }
}

/// Reads the file, but not much more of it than a document can have.
fn read(file: &str) -> Result<Vec<u8>, Failure> {
    let most = u64::try_from(LONGEST_TEXT)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    let done = if file == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    match done {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Failure::File(file.to_owned(), error)),
    }
}

fn levers_of(document: &Document, scenario: Option<&str>) -> Result<Vec<Lever>, Failure> {
    let Some(name) = scenario else {
        return Ok(Vec::new());
    };
    let found = document
        .scenarios
        .iter()
        .find(|scenario| scenario.name == name);
    match found {
        Some(scenario) => Ok(scenario.levers.clone()),
        None => Err(Failure::UnknownScenario(name.to_owned())),
    }
}

fn report(expected: &ExpectedRun, leaks: &[Leak]) -> Node {
    Node::object([
        (
            "expected",
            Node::object([
                ("months", expected.months.iter().map(month).collect()),
                ("totals", totals(&expected.totals)),
                ("metrics", metrics(&expected.metrics)),
            ]),
        ),
        (
            "answers",
            Node::object([("leaks", leaks.iter().map(leak).collect())]),
        ),
    ])
}

fn month(month: &MonthReport) -> Node {
    let list = |units: &[f64]| -> Node { units.iter().copied().collect() };
    Node::object([
        ("month", month.month.to_string().as_str().into()),
        ("leads", month.leads.into()),
        ("started", list(&month.started)),
        ("advanced", list(&month.advanced)),
        ("lost", list(&month.lost)),
        ("wentCold", list(&month.went_cold)),
        ("inWork", list(&month.in_work)),
        ("waiting", list(&month.waiting)),
        ("won", month.won.into()),
        ("bookings", month.bookings.into()),
        ("cash", month.cash.into()),
        ("cost", month.cost.into()),
    ])
}

fn totals(totals: &Totals) -> Node {
    Node::object([
        ("leads", totals.leads.into()),
        ("won", totals.won.into()),
        ("bookings", totals.bookings.into()),
        ("cash", totals.cash.into()),
        ("cost", totals.cost.into()),
        ("profit", totals.profit.into()),
        ("value", totals.value.into()),
    ])
}

fn metrics(metrics: &Metrics) -> Node {
    Node::object([
        ("conversion", metrics.conversion.into()),
        ("cycleDays", metrics.cycle_days.into()),
        ("timeToRevenueDays", metrics.time_to_revenue_days.into()),
        ("costPerLead", metrics.cost_per_lead.into()),
        ("cac", metrics.acquisition_cost.into()),
        ("lifetimeValue", metrics.lifetime_value.into()),
        ("programmeShare", metrics.programme_share.into()),
        ("annualNrr", metrics.annual_net_revenue_retention.into()),
    ])
}

fn leak(leak: &Leak) -> Node {
    let as_many = leak.as_many_leads_as.map_or(Node::Null, |extra| {
        Node::object([
            ("times", extra.times.into()),
            ("extraPerMonth", extra.extra_per_month.into()),
            ("costPerMonth", extra.cost_per_month.into()),
        ])
    });
    Node::object([
        ("stage", Node::index(leak.stage)),
        ("gain", leak.gain.into()),
        ("worthUpToPerMonth", leak.worth_up_to_per_month.into()),
        ("asManyLeadsAs", as_many),
    ])
}
