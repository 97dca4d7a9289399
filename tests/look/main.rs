//! The look: everything comes from the tokens, and the tokens can be read and told apart by everyone.

mod colour;
mod sheets;

use std::collections::{BTreeMap, BTreeSet};

use colour::{Colour, Sight};
use sheets::{Rule, Tokens, all_rules, media, rules_of};

/// The sheets that hold the tokens.
const TOKENS: [&str; 2] = ["tokens", "explorer/tokens"];
/// What may be set without a token: what has no size or colour of its own.
const NO_COLOUR: [&str; 4] = ["currentcolor", "transparent", "none", "inherit"];
const SERIES: [&str; 6] = [
    "--series-1",
    "--series-2",
    "--series-3",
    "--series-4",
    "--series-5",
    "--series-6",
];
/// The least distance of two series in CIELAB, to everyone; 2.3 is just noticeable.
const APART: f64 = 20.0;

/// The themes: light and dark, with and without more contrast.
fn themes() -> Vec<(&'static str, Tokens)> {
    let theme = |name, conditions: &[&str]| (name, Tokens::of(&TOKENS, conditions));
    vec![
        theme("light", &[]),
        theme("dark", &[media::DARK]),
        theme("more contrast", &[media::MORE]),
        theme("dark, more contrast", &[media::DARK, media::MORE]),
    ]
}

/// What every sheet but those of the tokens sets.
fn rules() -> Vec<(String, Rule)> {
    let all = all_rules().into_iter();
    all.filter(|(sheet, _)| !TOKENS.contains(&&**sheet) && sheet != "page")
        .collect()
}

fn broken(is_wrong: impl Fn(&Rule) -> bool) -> Vec<String> {
    let rules = rules().into_iter().filter(|(_, rule)| is_wrong(rule));
    let told = rules.map(|(sheet, rule)| {
        format!(
            "styles/{sheet}.css: {} {{ {}: {} }}",
            rule.selector, rule.name, rule.value
        )
    });
    told.collect()
}

#[test]
fn only_tokens_are_colours() {
    let is_colour_property = |name: &str| {
        name.contains("color")
            || ["fill", "stroke", "background"].contains(&name)
            || name.starts_with("border")
            || name.starts_with("outline")
            || name.contains("shadow")
    };
    let wrong = broken(|rule| {
        let is_literal = |word: &str| {
            word.starts_with('#')
                || colour::FUNCTIONS
                    .iter()
                    .any(|function| word.starts_with(function))
        };
        let is_named = |word: &str| {
            colour::NAMES.contains(&&*word.to_lowercase()) && !NO_COLOUR.contains(&word)
        };
        let mut words = rule.value.split(|sign: char| " ,()".contains(sign));
        rule.value.split([' ', ',']).any(is_literal)
            || is_colour_property(&rule.name) && words.any(is_named)
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_tokens_are_sizes_of_type_and_durations() {
    let wrong = broken(|rule| match &*rule.name {
        "font-size" => !rule.value.starts_with("var(--text-"),
        "font" => rule.value != "inherit" && !rule.value.starts_with("var(--text-"),
        "border-radius" => !["0", "50%", "var(--radius)"].contains(&&*rule.value),
        name if name.starts_with("transition") || name.starts_with("animation") => {
            rule.value.split_whitespace().any(|word| {
                let number = word.trim_end_matches("ms").trim_end_matches('s');
                number != word && number.parse::<f64>().is_ok()
            })
        }
        _ => false,
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Up to three pixels align what stands beside each other; what is more is space.
#[test]
fn only_tokens_are_space() {
    let wrong = broken(|rule| {
        let is_space = ["padding", "margin", "gap", "row-gap", "column-gap"]
            .iter()
            .any(|name| rule.name == *name || rule.name.starts_with(&format!("{name}-")));
        let mut pixels = rule.value.split(|sign: char| " ,()".contains(sign));
        is_space
            && pixels.any(|word| {
                word.strip_suffix("px")
                    .and_then(|number| number.parse::<f64>().ok())
                    .is_some_and(|pixels| pixels.abs() > 3.0)
            })
    });
    // A slider's knob is centred on its track.
    let wrong: Vec<String> = wrong
        .into_iter()
        .filter(|rule| !rule.contains("slider-thumb"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_token_is_used_and_every_use_is_of_a_token() {
    let defined: BTreeSet<String> = TOKENS
        .iter()
        .flat_map(|sheet| rules_of(sheet))
        .map(|rule| rule.name)
        .filter(|name| name.starts_with("--"))
        .collect();
    let mut used = BTreeSet::new();
    for (_, rule) in all_rules() {
        for rest in rule.value.split("var(").skip(1) {
            let name = rest.split([',', ')']).next().unwrap_or_default().trim();
            used.insert(name.to_owned());
        }
    }
    let unknown: Vec<&String> = used
        .difference(&defined)
        .filter(|name| !name.starts_with("--pl-"))
        .collect();
    assert!(unknown.is_empty(), "not among the tokens: {unknown:?}");
    let unused: Vec<&String> = defined.difference(&used).collect();
    assert!(unused.is_empty(), "tokens without use: {unused:?}");
}

#[test]
fn type_space_and_motion_keep_to_their_limits() {
    let tokens = Tokens::of(&TOKENS, &[]);
    for (name, value) in tokens.all() {
        if name.starts_with("--text-") {
            let size = value.strip_prefix("calc(").unwrap_or(value);
            let size = size.split(" * ").next().unwrap_or_default();
            let rem: f64 = size.trim_end_matches("rem").parse().expect("rem");
            assert!(rem * 16.0 >= 12.0, "{name} is under 12 px");
        }
        if name == "--half" || name.starts_with("--unit") || name.starts_with("--picture") {
            let pixels: f64 = value.trim_end_matches("px").parse().expect("px");
            assert!(
                pixels == 4.0 || pixels % 8.0 == 0.0,
                "{name} is off the grid"
            );
        }
    }
    let milliseconds: f64 = tokens
        .text("--motion")
        .trim_end_matches("ms")
        .parse()
        .expect("ms");
    assert!(milliseconds <= 200.0);
    assert_eq!(
        Tokens::of(&TOKENS, &[media::REDUCED]).text("--motion"),
        "0s"
    );
}

/// WCAG 1.4.3 and 1.4.11; 1.4.6 for those who ask for more contrast.
#[test]
fn texts_and_pictures_stand_out_from_the_paper() {
    for (theme, tokens) in themes() {
        let paper = tokens.colour("--paper");
        let more = theme.contains("more");
        let at_least = |name: &str, least: f64| {
            let contrast = tokens.colour(name).contrast(paper);
            assert!(
                contrast >= least,
                "{theme}: {name} on paper is {contrast:.2}, not {least}"
            );
        };
        for name in ["--ink", "--muted", "--accent", "--gain", "--loss"] {
            at_least(name, if more { 7.0 } else { 4.5 });
        }
        for name in ["--edge", "--bar"].iter().chain(&SERIES) {
            at_least(name, 3.0);
        }
        // What is lost is pale and has an outline; the two parts of a bar are told apart by that and by their tone.
        let parts = tokens.colour("--bar").contrast(tokens.colour("--bar-lost"));
        assert!(
            parts >= 3.0,
            "{theme}: the parts of a bar are {parts:.2} apart"
        );
    }
}

#[test]
fn series_are_told_apart_by_everyone() {
    for (theme, tokens) in themes() {
        for sight in [Sight::Full, Sight::Protanopia, Sight::Deuteranopia] {
            for (at, one) in SERIES.iter().enumerate() {
                for other in SERIES.iter().skip(at + 1) {
                    let distance = tokens.colour(one).distance(tokens.colour(other), sight);
                    assert!(
                        distance >= APART,
                        "{theme}, {sight:?}: {one} and {other} are {distance:.1} apart"
                    );
                }
            }
        }
    }
    // The second code: no two have the same dashes, whatever the theme.
    let tokens = Tokens::of(&TOKENS, &[]);
    let dashes: BTreeSet<&str> = (1..=6)
        .map(|series| tokens.text(&format!("--dashes-{series}")))
        .collect();
    assert_eq!(dashes.len(), 6);
}

/// The page's own background is painted before the widget is there, and must not flash.
#[test]
fn the_page_has_the_paper_of_the_widget() {
    let page = Tokens::of(&["page"], &[]);
    let dark = Tokens::of(&["page"], &[media::DARK]);
    for (page, (theme, tokens)) in [page, dark].iter().zip(themes()) {
        let background = Colour::parse(page.text("html background")).expect("a colour");
        assert_eq!(background, tokens.colour("--paper"), "{theme}");
    }
}

/// In forced colours nothing of the host's or of ours is left.
#[test]
fn forced_colours_are_the_systems() {
    let ours = Tokens::of(&TOKENS, &[]);
    let forced = Tokens::of(&TOKENS, &[media::FORCED]);
    let system = ["CanvasText", "Canvas", "GrayText", "LinkText", "Highlight"];
    let colours: BTreeMap<&str, &str> = ours
        .all()
        .filter(|(_, value)| value.contains('#') || value.contains("color-mix"))
        .map(|(name, _)| (name, forced.text(name)))
        .collect();
    assert!(colours.len() > 10);
    for (name, value) in colours {
        assert!(
            system.contains(&value) || name == "--veil",
            "{name} is {value}"
        );
    }
}
