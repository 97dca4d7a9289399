//! Makes what the crate includes: one style sheet of all, and of the texts of all languages, once they are checked,
//! the typed catalogue and for each language a file in the catalogue's order. A text that is missing or does not
//! fit does not build.
//!
//! scripts/build.sh runs this as a program of its own to have the languages' files for dist/.

#[path = "src/i18n/texts/generate.rs"]
mod generate;
#[path = "src/i18n/texts/source.rs"]
mod source;
#[path = "styles/squeeze.rs"]
mod squeeze;

use std::{env, fs, path::Path, process::ExitCode};

use source::Source;

const FOLDER: &str = "src/i18n/texts";
const OTHERS: [&str; 4] = ["ka", "lt", "tr", "ru"];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=styles");
    println!("cargo::rerun-if-changed=build.rs");
    match checked().and_then(|(english, others)| write(&english, &others)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

/// English and the other languages, or everything that is wrong with them.
fn checked() -> Result<(Source, Vec<Source>), Vec<String>> {
    let english = read("en")?;
    let mut others = Vec::new();
    let mut problems = Vec::new();
    for tag in OTHERS {
        match read(tag) {
            Ok(other) => {
                problems.extend(source::differences(&english, &other));
                others.push(other);
            }
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() {
        Ok((english, others))
    } else {
        Err(problems)
    }
}

fn read(tag: &str) -> Result<Source, Vec<String>> {
    let file = format!("{FOLDER}/{tag}.txt");
    let content = fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])?;
    source::read(&file, &content)
}

fn write(english: &Source, others: &[Source]) -> Result<(), Vec<String>> {
    let folder = env::var("OUT_DIR").map_err(|error| vec![format!("OUT_DIR: {error}")])?;
    let save = |name: &str, content: String| {
        fs::write(Path::new(&folder).join(name), content)
            .map_err(|error| vec![format!("{folder}/{name}: {error}")])
    };
    save("styles.css", styles()?)?;
    save("catalogue.rs", generate::catalogue(english))?;
    save("en.txt", generate::short_form(english, english))?;
    for (tag, other) in OTHERS.iter().zip(others) {
        save(&format!("{tag}.txt"), generate::short_form(english, other))?;
    }
    Ok(())
}

/// All style sheets of the widget in one.
fn styles() -> Result<String, Vec<String>> {
    let read = |name: &str| {
        let file = format!("styles/{name}.css");
        fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])
    };
    let sheets: Result<Vec<String>, _> = squeeze::SHEETS.iter().map(|name| read(name)).collect();
    Ok(sheets?
        .iter()
        .map(|sheet| squeeze::squeeze(sheet))
        .collect())
}
