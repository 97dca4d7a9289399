//! The style sheets, read as far as these tests need it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::colour::Colour;

/// The conditions under which tokens change.
pub mod media {
    pub const DARK: &str = "(prefers-color-scheme: dark)";
    pub const MORE: &str = "(prefers-contrast: more)";
    pub const FORCED: &str = "(forced-colors: active)";
    pub const REDUCED: &str = "(prefers-reduced-motion: reduce)";
}

/// One property that a sheet sets.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What must hold for it, outermost first, as the sheet writes it.
    pub conditions: Vec<String>,
    pub selector: String,
    pub name: String,
    pub value: String,
}

/// All rules of all sheets, each with its sheet's name.
pub fn all_rules() -> Vec<(String, Rule)> {
    let mut sheets = Vec::new();
    for folder in ["styles", "styles/explorer"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(folder).expect("the styles") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "css") {
                let path = path.with_extension("");
                let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
                let name = path.strip_prefix(styles).expect("inside");
                sheets.push(name.to_string_lossy().into_owned());
            }
        }
    }
    assert!(sheets.len() > 8, "{sheets:?}");
    let rules = |sheet: String| {
        rules_of(&sheet)
            .into_iter()
            .map(move |rule| (sheet.clone(), rule))
    };
    sheets.into_iter().flat_map(rules).collect()
}

/// The rules of one sheet.
pub fn rules_of(sheet: &str) -> Vec<Rule> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("styles/{sheet}.css"));
    let text = fs::read_to_string(file).expect("a sheet");
    let code: String = text
        .split("/*")
        .enumerate()
        .map(|(at, piece)| {
            if at == 0 {
                piece
            } else {
                piece.split_once("*/").map_or("", |(_, rest)| rest)
            }
        })
        .collect();
    let mut open: Vec<String> = Vec::new();
    let mut rules = Vec::new();
    let mut piece = String::new();
    for sign in code.chars() {
        match sign {
            '{' => open.push(std::mem::take(&mut piece).trim().to_owned()),
            ';' | '}' => {
                if let Some((name, value)) = piece.split_once(':') {
                    let (selector, conditions) = open.split_last().expect("a rule");
                    rules.push(Rule {
                        conditions: conditions.to_vec(),
                        selector: selector.clone(),
                        name: name.trim().to_owned(),
                        value: value.split_whitespace().collect::<Vec<_>>().join(" "),
                    });
                }
                piece.clear();
                if sign == '}' {
                    open.pop();
                }
            }
            _ => piece.push(sign),
        }
    }
    assert!(open.is_empty() && !rules.is_empty(), "styles/{sheet}.css");
    rules
}

/// What the tokens are under some conditions.
pub struct Tokens {
    values: BTreeMap<String, String>,
    is_dark: bool,
}

impl Tokens {
    /// The last value of each, among the rules whose conditions all hold. A property that is no token is known by its
    /// selector and its name.
    pub fn of(sheets: &[&str], conditions: &[&str]) -> Self {
        let mut values = BTreeMap::new();
        for rule in sheets.iter().flat_map(|sheet| rules_of(sheet)) {
            let holds = |condition: &String| {
                let condition = condition.trim_start_matches("@media ");
                condition.starts_with("@supports") || conditions.contains(&condition)
            };
            // Other places than the host have tokens of their own, such as what is put on paper.
            let is_elsewhere = rule.name.starts_with("--") && rule.selector != ":host";
            if !is_elsewhere && rule.conditions.iter().all(holds) {
                let name = if rule.name.starts_with("--") {
                    rule.name
                } else {
                    format!("{} {}", rule.selector, rule.name)
                };
                values.insert(name, rule.value);
            }
        }
        Self {
            values,
            is_dark: conditions.contains(&media::DARK),
        }
    }

    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.values.iter();
        all.filter(|(name, _)| name.starts_with("--"))
            .map(|(name, value)| (&**name, &**value))
    }

    pub fn text(&self, name: &str) -> &str {
        self.values.get(name).unwrap_or_else(|| panic!("no {name}"))
    }

    /// A colour, as it is where the host sets none.
    pub fn colour(&self, name: &str) -> Colour {
        let mut value = self.text(name);
        if let Some(pair) = value.strip_prefix("light-dark(") {
            let (light, dark) = pair.trim_end_matches(')').split_once(", ").expect("a pair");
            value = if self.is_dark { dark } else { light };
        }
        if let Some(other) = value.strip_prefix("var(") {
            let other = other.trim_end_matches(')');
            return match other.split_once(", ") {
                Some((_, otherwise)) => Colour::parse(otherwise).expect("a colour"),
                None => self.colour(other),
            };
        }
        Colour::parse(value).unwrap_or_else(|| panic!("{name} is {value}"))
    }
}
