//! What strangers send: links, files, typed numbers, requests to the worker, what a host page asks for and says. However
//! broken, it is refused with a reason or understood in a way that can be passed on again; nothing panics, hangs or
//! grows.
//!
//! The tests put in a few of each; `make soak` puts in ten million, and watches the memory: `INPUTS=10000000`.

mod mangle;

use std::env;
use std::fs;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use mangle::{Mangler, SEEDS};
use pipeline_lever::engine::Simulator;
use pipeline_lever::i18n::{Entry, Locale, parse_number};
use pipeline_lever::model::{Currency, Month, Preset};
use pipeline_lever::runner;
use pipeline_lever::share::{Shared, from_link, to_link};
use pipeline_lever::state::{Action, AppState, Gesture, MOST_STEPS};

/// With so many inputs or more, the memory is watched.
const MANY: u64 = 1_000_000;
/// What the process may grow by after the first tenth: less than a byte an input.
const GROWTH: u64 = 4 << 20;
/// No input may take longer: a hundred thousand times what they take in the mean.
const LONGEST: Duration = Duration::from_secs(2);
/// One understood document of so many is simulated as well, which takes longer than reading it.
const SIMULATED: u64 = 64;

/// What an input came to.
#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Refused,
    Understood,
}

/// Puts inputs in, of every kind in turn.
struct Soak {
    mangler: Mangler,
    simulator: Simulator,
    /// What the messages of the page around have come to so far.
    state: AppState,
    understood: u64,
    slowest: Duration,
}

#[test]
fn what_strangers_send_is_refused_or_understood() {
    let inputs = env::var("INPUTS").ok().and_then(|text| text.parse().ok());
    let inputs = inputs.unwrap_or(20_000);
    let mut soak = Soak {
        mangler: Mangler::new(0x5eed),
        simulator: Simulator::new(),
        state: AppState::new(whole(), None),
        understood: 0,
        slowest: Duration::ZERO,
    };
    let began = Instant::now();
    let mut settled = None;
    for input in 0..inputs {
        if input == inputs / 10 {
            settled = resident();
        }
        soak.put_in(input);
    }
    let grown = settled
        .zip(resident())
        .map(|(then, now)| now.saturating_sub(then));
    println!(
        "{inputs} inputs in {:.0} s: {} understood, all others refused with a reason; the slowest took {:.1} ms; memory grew by {} KB after the first tenth",
        began.elapsed().as_secs_f64(),
        soak.understood,
        soak.slowest.as_secs_f64() * 1000.0,
        grown.map_or_else(
            || "an unknown number of".to_owned(),
            |bytes| (bytes / 1024).to_string()
        ),
    );
    assert!(soak.understood > inputs / 100, "nearly nothing is read");
    assert!(soak.understood < inputs, "nothing is refused");
    if inputs >= MANY
        && let Some(grown) = grown
    {
        assert!(grown < GROWTH, "{grown} bytes more");
    }
}

impl Soak {
    fn put_in(&mut self, input: u64) {
        let began = Instant::now();
        let outcome = match input % 7 {
            0 | 1 => self.file(),
            2 => self.link(),
            3 => self.typed(),
            4 => self.request(),
            5 => self.message(),
            _ => self.attributes(),
        };
        let took = began.elapsed();
        self.slowest = self.slowest.max(took);
        assert!(took < LONGEST, "input {input} took {took:?}");
        if outcome == Outcome::Understood {
            self.understood += 1;
        }
    }

    /// A file, which may be no text at all.
    fn file(&mut self) -> Outcome {
        let bytes = self.mangler.document();
        let Ok(shared) = Shared::read(&bytes, this_month()) else {
            return Outcome::Refused;
        };
        self.is_whole(&shared);
        Outcome::Understood
    }

    /// A link: damaged letters, or whole letters around a damaged document.
    fn link(&mut self) -> Outcome {
        let link = if self.mangler.one_in(2) {
            ["1.", &URL_SAFE_NO_PAD.encode(self.mangler.document())].concat()
        } else {
            let link = ["1.", &URL_SAFE_NO_PAD.encode(SEEDS[0])].concat();
            self.mangler.text(&link)
        };
        let Ok(shared) = from_link(&link, this_month()) else {
            return Outcome::Refused;
        };
        self.is_whole(&shared);
        Outcome::Understood
    }

    /// What is typed into a box, in every language.
    fn typed(&mut self) -> Outcome {
        let text = self.mangler.number();
        let mut outcome = Outcome::Refused;
        for locale in Locale::ALL {
            for entry in [Entry::Plain, Entry::Percent] {
                if let Ok(parsed) = parse_number(locale, &text, entry) {
                    assert!(parsed.value.is_finite(), "{text:?} is {}", parsed.value);
                    let is_negative_zero = parsed.value == 0.0 && parsed.value.is_sign_negative();
                    assert!(!is_negative_zero, "{text:?} is -0");
                    outcome = Outcome::Understood;
                }
            }
        }
        outcome
    }

    /// What the worker is asked, and what its answers would be read from.
    fn request(&mut self) -> Outcome {
        let bytes = self.mangler.request();
        let text = String::from_utf8_lossy(&bytes);
        let numbers: Vec<f64> = (0..self.mangler.below(40))
            .map(|_| self.mangler.any_number())
            .collect();
        // Whatever it says, it is taken for nothing or for what it says.
        let _ = runner::from_numbers(&numbers, this_month(), 12, 1);
        match runner::trials(&text) {
            Ok(_) => Outcome::Understood,
            Err(_) => Outcome::Refused,
        }
    }

    /// What a page asks for around the widget.
    fn attributes(&mut self) -> Outcome {
        let text = self.mangler.attribute();
        let known = [
            Preset::from_id(&text).is_some(),
            Currency::parse(&text).is_some(),
            Month::parse(&text).is_some(),
            Locale::from_tag(&text).is_some(),
        ];
        if known.contains(&true) {
            Outcome::Understood
        } else {
            Outcome::Refused
        }
    }

    /// What the page around says to a widget that runs: a value, or a step back or forth.
    fn message(&mut self) -> Outcome {
        let action = match self.mangler.below(8) {
            0 => Action::Undo,
            1 => Action::Redo,
            kind => {
                let bytes = self.mangler.document();
                let Ok(shared) = Shared::read(&bytes, this_month()) else {
                    return Outcome::Refused;
                };
                let shared = Box::new(shared);
                match kind {
                    2 => Action::Open {
                        shared,
                        preset: None,
                    },
                    3 | 4 => Action::Replace {
                        shared,
                        gesture: Gesture::Moving,
                    },
                    _ => Action::Replace {
                        shared,
                        gesture: Gesture::Done,
                    },
                }
            }
        };
        let Some(next) = self.state.after(action) else {
            return Outcome::Refused;
        };
        assert!(next.steps_back() + next.steps_forth() <= MOST_STEPS);
        self.is_whole(&next.shared);
        self.state = next;
        Outcome::Understood
    }

    /// What was understood can be passed on as a link and as a file, and be simulated.
    fn is_whole(&mut self, shared: &Shared) {
        let (link, file) = (to_link(shared), shared.to_json());
        let linked = from_link(&link, this_month()).ok();
        assert!(linked.as_ref() == Some(shared), "{link} is not {file}");
        let filed = Shared::read(file.as_bytes(), this_month()).ok();
        assert!(filed.as_ref() == Some(shared), "{file}");
        if self.mangler.one_in(SIMULATED) {
            let totals = self.simulator.totals(&shared.document, &[]);
            assert!(totals.won.is_finite() && totals.won >= 0.0, "{file}");
        }
    }
}

/// A document that nobody has damaged.
fn whole() -> Shared {
    Shared::read(SEEDS[0].as_bytes(), this_month()).unwrap_or_else(|_| panic!("a document"))
}

fn this_month() -> Month {
    Month::parse("2026-11").expect("a month")
}

/// How much memory the process has, where the system says so.
fn resident() -> Option<u64> {
    let said = fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = said.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096)
}
