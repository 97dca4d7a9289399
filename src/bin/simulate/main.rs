//! `simulate FILE.json [--trials N] [--seed S] [--scenario NAME] [--objective NAME]`: the expected run, the stochastic run and
//! the answers to a document, as JSON.
//!
//! `-` reads standard input. An invalid document or an unknown scenario prints the error and exits 2.

mod answers;
mod report;
mod request;

use std::fmt;
use std::io::{Read, Write};
use std::process::ExitCode;

use pipeline_lever::engine::{Simulator, Stochastic};
use pipeline_lever::model::{Document, LONGEST_TEXT, Lever, Month, Problem};
use pipeline_lever::share::Shared;
use request::Request;

const USAGE: &str = "usage: simulate FILE.json [--trials N] [--seed S] [--scenario NAME] [--objective won|bookings|cash|profit|value]   (- reads standard input; N up to 100000)";

fn main() -> ExitCode {
    // A word that is no Unicode names neither a file of ours nor a scenario.
    let words = std::env::args_os().skip(1);
    match run(words
        .map(|word| word.to_string_lossy().into_owned())
        .collect())
    {
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
    let Shared { document, mut view } =
        Shared::read(&bytes, Month::current()).map_err(Failure::Document)?;
    view.objective = request.objective.unwrap_or(view.objective);
    let levers = levers_of(&document, request.scenario.as_deref())?;
    let mut simulator = Simulator::new();
    let expected = simulator.expected(&document, &levers);
    let stochastic = (request.trials > 0).then(|| {
        let mut run = Stochastic::new(&document, &levers, request.seed.unwrap_or(view.seed.seed()));
        run.run(0..request.trials).report()
    });
    let answers = answers::of(&mut simulator, &document, &view);
    Ok(report::of(&expected, stochastic.as_ref(), answers).to_pretty_text())
}

/// Why there is no answer.
enum Failure {
    Usage,
    UnknownOption(String),
    File(String, std::io::Error),
    Document(Problem),
    UnknownScenario(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage => formatter.write_str(USAGE),
            Self::UnknownOption(option) => write!(formatter, "unknown option {option}\n{USAGE}"),
            Self::File(file, error) => write!(formatter, "{file}: {error}"),
            Self::Document(problem) => write!(formatter, "{problem}"),
            Self::UnknownScenario(name) => write!(formatter, "no scenario is called {name:?}"),
        }
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
