//! The code that people paste into their pages: what it says, and that nothing in it ends what it stands in.

use pipeline_lever::share::{Destination, Snippet};
use proptest::prelude::*;

fn snippet(attributes: &[(&'static str, &str)]) -> Snippet {
    Snippet {
        release: "https://example.com/pipeline-lever".to_owned(),
        attributes: attributes
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect(),
        numbers: None,
        title: "Fix a stage, or buy more leads?".to_owned(),
        link: "Open the calculator".to_owned(),
    }
}

#[test]
fn each_place_gets_its_own_code() {
    let plain = snippet(&[
        ("lang", "lt"),
        ("state", "AbC-_"),
        ("mode", "compact"),
        (
            "cta-url",
            "https://example.com/audit?found={headline}&from=us",
        ),
    ]);
    let snippet = Snippet {
        numbers: Some("AbC-_".to_owned()),
        ..plain
    };
    let element = "<script type=\"module\" src=\"https://example.com/pipeline-lever/pipeline-lever.js\"></script>\n\
        <pipeline-lever lang=\"lt\" state=\"AbC-_\" mode=\"compact\" cta-url=\"https://example.com/audit?found={headline}&amp;from=us\">\n  \
        <a href=\"https://example.com/pipeline-lever/?lang=lt#s=AbC-_\">Open the calculator</a>\n</pipeline-lever>\n";
    let frame = "<iframe data-pipeline-lever src=\"https://example.com/pipeline-lever/?lang=lt#s=AbC-_\" title=\"Fix a stage, or buy more leads?\" \
        loading=\"lazy\" allow=\"clipboard-write\" style=\"width: 100%; height: 960px; border: 0\"></iframe>\n\
        <script src=\"https://example.com/pipeline-lever/frame.js\" async></script>\n";
    let shortcode = "[pipeline_lever lang=\"lt\" state=\"AbC-_\" mode=\"compact\" cta_url=\"https://example.com/audit?found={headline}&amp;from=us\"]\n";
    for destination in Destination::ALL {
        let expected = match destination {
            Destination::Frame => frame,
            Destination::WordPress => shortcode,
            _ => element,
        };
        assert_eq!(snippet.code(destination), expected, "{destination:?}");
        assert_eq!(Destination::from_id(destination.id()), Some(destination));
    }
}

#[test]
fn what_is_not_said_is_left_out() {
    let plain = snippet(&[]);
    let element = plain.code(Destination::Html);
    assert!(element.contains("<pipeline-lever>"), "{element}");
    assert!(element.contains("href=\"https://example.com/pipeline-lever/\""));
    assert_eq!(plain.code(Destination::WordPress), "[pipeline_lever]\n");
}

/// The text without its tags and what is quoted in them: what a page would show of it.
fn outside_of_tags(code: &str) -> String {
    let (mut outside, mut in_tag, mut in_quotes) = (String::new(), false, false);
    for sign in code.chars() {
        match sign {
            '"' if in_tag => in_quotes = !in_quotes,
            '<' if !in_tag => in_tag = true,
            '>' if in_tag && !in_quotes => in_tag = false,
            _ if !in_tag => outside.push(sign),
            _ => {}
        }
    }
    outside
}

proptest! {
    /// Whatever is typed stays inside its quotation marks.
    #[test]
    fn nothing_ends_what_it_stands_in(typed in "[\\PC<>\"'&\\[\\]=/ ]{0,60}") {
        let snippet = Snippet {
            release: ["https://example.com/", &typed].concat(),
            ..snippet(&[("cta-label", &typed), ("cta-url", &typed)])
        };
        for destination in Destination::ALL {
            let code = snippet.code(destination);
            if destination == Destination::WordPress {
                prop_assert_eq!(code.matches(['[', ']']).count(), 2);
                prop_assert_eq!(code.matches('"').count(), 4);
            } else {
                let shown = outside_of_tags(&code);
                let expected = if destination == Destination::Frame { "" } else { "Open the calculator" };
                prop_assert_eq!(shown.trim(), expected);
            }
        }
    }
}
