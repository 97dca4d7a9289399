//! Makes what the crate includes: the style sheets in one, and of the texts of all languages, once they are checked,
//! the typed catalogue and for each language a file in the catalogue's order. A text that is missing or does not
//! fit does not build.
//!
//! scripts/build.sh runs this as a program of its own to have the first screen's style sheet and the languages' files
//! for dist/, and the element's texts for its script.

#[path = "src/i18n/texts/generate.rs"]
mod generate;
#[path = "src/i18n/texts/source.rs"]
mod source;
#[path = "styles/squeeze.rs"]
mod squeeze;

use std::{env, fs, path::Path, process::ExitCode};

use source::Source;

const FOLDER: &str = "src/i18n/texts";
/// The parts of the page that have texts of their own, with what is put before the names of their files.
const PARTS: [(&str, &str); 2] = [("", ""), ("explorer/", "explorer-")];
/// What the element says itself: its script has these texts of all languages in it.
const ELEMENT: &str = "element/";
const OTHERS: [&str; 4] = ["ka", "lt", "tr", "ru"];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=styles");
    println!("cargo::rerun-if-changed=build.rs");
    match write_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write_all() -> Result<(), Vec<String>> {
    let folder = env::var("OUT_DIR").map_err(|error| vec![format!("OUT_DIR: {error}")])?;
    let folder = Path::new(&folder);
    save(folder, "styles.css", styles(&squeeze::SHEETS)?)?;
    save(folder, "explorer.css", styles(&squeeze::EXPLORER_SHEETS)?)?;
    for (part, before) in PARTS {
        let (english, others) = checked(part)?;
        save(
            folder,
            &format!("{before}catalogue.rs"),
            generate::catalogue(&english, &OTHERS, before),
        )?;
        save(
            folder,
            &format!("{before}en.txt"),
            generate::short_form(&english, &english),
        )?;
        for (tag, other) in OTHERS.iter().zip(&others) {
            save(
                folder,
                &format!("{before}{tag}.txt"),
                generate::short_form(&english, other),
            )?;
        }
    }
    let (english, others) = checked(ELEMENT)?;
    let languages = std::iter::once(("en", &english)).chain(OTHERS.into_iter().zip(&others));
    save(folder, "element.json", generate::json(languages))
}

/// English and the other languages of a part, or everything that is wrong with them.
fn checked(part: &str) -> Result<(Source, Vec<Source>), Vec<String>> {
    let english = read(part, "en")?;
    let mut others = Vec::new();
    let mut problems = Vec::new();
    for tag in OTHERS {
        match read(part, tag) {
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

fn read(part: &str, tag: &str) -> Result<Source, Vec<String>> {
    let file = format!("{FOLDER}/{part}{tag}.txt");
    let content = fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])?;
    source::read(&file, &content)
}

fn save(folder: &Path, name: &str, content: String) -> Result<(), Vec<String>> {
    let file = folder.join(name);
    fs::write(&file, content).map_err(|error| vec![format!("{}: {error}", file.display())])
}

/// Style sheets in one.
fn styles(sheets: &[&str]) -> Result<String, Vec<String>> {
    let read = |name: &str| {
        let file = format!("styles/{name}.css");
        fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])
    };
    let sheets: Result<Vec<String>, _> = sheets.iter().map(|name| read(name)).collect();
    Ok(sheets?
        .iter()
        .map(|sheet| squeeze::squeeze(sheet))
        .collect())
}
