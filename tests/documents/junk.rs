//! Texts that are no JSON, or none that a document could be.

use pipeline_lever::model::{Document, Expected, Node, Problem, ProblemKind};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::texts::{ONE_OFF, from, node, this_month, with};

fn read(text: &[u8]) -> Result<Document, Problem> {
    Document::read(text, this_month())
}

fn refused(bytes: &[u8]) -> (String, ProblemKind) {
    let problem = read(bytes).expect_err("junk");
    (problem.path.to_string(), problem.kind)
}

fn is_syntax(bytes: &[u8]) -> bool {
    matches!(refused(bytes).1, ProblemKind::Syntax { .. })
}

#[test]
fn a_syntax_error_names_line_and_column() {
    let cases = [
        ("", 1, 1),
        ("   ", 1, 3),
        ("{", 1, 1),
        ("{\"version\":1,}", 1, 14),
        ("{\"version\":1}x", 1, 14),
        ("{\"version\":1}\n\n {", 3, 2),
        ("{\n  \"version\": 1\n  \"title\": 2\n}", 3, 3),
        ("{\n  \"title\": \"ქართული\" 2\n}", 2, 22),
        ("{\"a\":NaN}", 1, 6),
        ("{\"a\":Infinity}", 1, 6),
        ("{\"a\":-Infinity}", 1, 7),
        ("{\"a\":+1}", 1, 6),
        ("{\"a\":01}", 1, 7),
        ("{\"a\":.5}", 1, 6),
        ("{\"a\":1.}", 1, 8),
        ("{'a':1}", 1, 2),
        ("{\"a\":0x10}", 1, 7),
        ("[1,2", 1, 4),
        ("{\"a\":\"b\nc\"}", 1, 8),
        ("// x\n{}", 1, 1),
        ("{\r\n\"a\":tru}", 2, 8),
        ("\u{feff}\u{feff}{}", 1, 1),
    ];
    for (text, line, column) in cases {
        let expected = (String::new(), ProblemKind::Syntax { line, column });
        assert_eq!(refused(text.as_bytes()), expected, "{text:?}");
    }
}

#[test]
fn half_a_character_is_a_syntax_error_at_its_place() {
    let text = "{\"version\":1,\n \"title\": \"ა\\ud800\"}";
    let (_, kind) = refused(text.as_bytes());
    assert!(
        matches!(kind, ProblemKind::Syntax { line: 2, column } if (18..=19).contains(&column)),
        "{kind:?}"
    );
    assert!(is_syntax(b"{\"\\udc00\":1}"));
    assert!(is_syntax(b"{\"a\":\"\\ud800\\u0041\"}"));
    let whole = with(ONE_OFF, "title", "\"\\ud83e\\udd8a\"");
    let title = from(&whole).map(|document| document.title);
    assert_eq!(title.as_deref(), Ok("🦊"));
}

#[test]
fn a_key_that_stands_twice_is_refused_with_its_object() {
    let refused = |text: &str| refused(text.as_bytes());
    let expected =
        |path: &str, key: &str| (path.to_owned(), ProblemKind::DuplicateKey(key.to_owned()));
    assert_eq!(
        refused(r#"{"version":1,"version":1}"#),
        expected("", "version")
    );
    let nested = r#"{"version":1,"stages":[{},{"days":{"mean":1,"cv":1,"m\u0065an":2}}]}"#;
    assert_eq!(refused(nested), expected("stages[1].days", "mean"));
    let many = format!("{{{}\"last\":0}}", "\"x\":0,".repeat(100_000));
    assert_eq!(refused(&many), expected("", "x"));
}

#[test]
fn odd_keys_are_quoted_in_messages() {
    let said = |text: &str| read(text.as_bytes()).expect_err("refused").to_string();
    let odd = said("{\"version\":1,\"\\u001b[31m\\n\":1}");
    assert_eq!(odd, "[\"\\u001b[31m\\u000a\"]: unknown field");
    let long = "x".repeat(1000);
    let twice = said(&format!("{{\"{long}\":1,\"{long}\":1}}"));
    assert_eq!(
        twice,
        format!("the key \"{}\" stands twice", "x".repeat(60))
    );
}

#[test]
fn what_is_too_deep_or_too_long_is_refused() {
    for (open, close, depth) in [("[", "]", 100_000), ("{\"a\":", "}", 33), ("[", "]", 33)] {
        let deep = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        assert_eq!(refused(deep(depth).as_bytes()).1, ProblemKind::TooDeep);
        assert_eq!(
            refused(open.repeat(depth).as_bytes()).1,
            ProblemKind::TooDeep
        );
        assert!(Node::parse(deep(32).as_bytes()).is_ok());
    }
    let too_long = ProblemKind::TooLong { limit: 1 << 20 };
    assert_eq!(refused(&vec![b'['; (1 << 20) + 1]).1, too_long);
    assert_eq!(refused(&vec![0xff; (1 << 20) + 1]).1, too_long);
}

#[test]
fn a_megabyte_of_junk_is_refused() {
    for byte in [b'{', b'x', 0, b'"', b' '] {
        assert!(is_syntax(&vec![byte; 1 << 20]));
    }
    let numbers = format!("[{}0]", "1e999,".repeat(170_000));
    let kind = ProblemKind::WrongKind(Expected::Object);
    assert_eq!(refused(numbers.as_bytes()).1, kind);
}

#[test]
fn other_encodings_are_refused() {
    let utf16 = |bytes: fn(u16) -> [u8; 2]| {
        let units = "\u{feff}{\"version\":1}".encode_utf16();
        units.flat_map(bytes).collect::<Vec<u8>>()
    };
    assert_eq!(refused(&utf16(u16::to_le_bytes)).1, ProblemKind::NotUtf8);
    assert_eq!(refused(&utf16(u16::to_be_bytes)).1, ProblemKind::NotUtf8);
    let surrogate = b"{\"title\":\"\xed\xa0\x80\"}";
    assert_eq!(refused(surrogate).1, ProblemKind::NotUtf8);
    assert_eq!(refused(b"{\"title\":\"\xe0\"}").1, ProblemKind::NotUtf8);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let marked = format!("\u{feff}{ONE_OFF}");
    assert_eq!(read(marked.as_bytes()), read(ONE_OFF.as_bytes()));
}

#[test]
fn numbers_are_read_to_the_last_bit() {
    // Hard ones: a reader that rounds on the way gets some of them wrong.
    for text in [
        "0.10000000000000000555",
        "0.3000000000000000444",
        "123456.7890123456789",
        "1e-320",
        "9007199254740993",
    ] {
        let expected: f64 = text.parse().expect("a number");
        assert_eq!(node(text), Node::Number(expected));
    }
}

/// The same tree as `serde_json` reads, repeated keys aside, which it lets pass.
fn as_serde_json(value: &serde_json::Value) -> Node {
    match value {
        serde_json::Value::Null => Node::Null,
        serde_json::Value::Bool(value) => Node::Bool(*value),
        serde_json::Value::Number(number) => Node::Number(number.as_f64().unwrap_or(f64::NAN)),
        serde_json::Value::String(text) => Node::Text(text.clone()),
        serde_json::Value::Array(entries) => {
            Node::List(entries.iter().map(as_serde_json).collect())
        }
        serde_json::Value::Object(members) => {
            let members = members
                .iter()
                .map(|(key, value)| (key.clone(), as_serde_json(value)));
            Node::Object(members.collect())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// Texts out of pieces of JSON, most of them broken somewhere.
    #[test]
    fn the_reader_takes_what_serde_json_takes(pieces in vec(select(PIECES), 1..12)) {
        let text = pieces.concat();
        match (Node::parse(text.as_bytes()), serde_json::from_str(&text)) {
            (Ok(node), Ok(value)) => prop_assert_eq!(node, as_serde_json(&value)),
            (Err(Problem { kind: ProblemKind::DuplicateKey(_), .. }), Ok(_)) => {}
            (read, expected) => prop_assert!(read.is_err() && expected.is_err(), "{} {:?}", text, read),
        }
    }

    #[test]
    fn every_text_survives(text in any::<String>()) {
        let quoted = serde_json::to_string(&text).expect("a text");
        prop_assert_eq!(Node::parse(quoted.as_bytes()), Ok(Node::Text(text)));
    }
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    " ",
    "\n",
    "\"a\"",
    "\"b\":",
    "{\"a\":",
    "[1,",
    "1",
    "-",
    "0",
    ".5",
    "e3",
    "1e-2",
    "true",
    "null",
    "fals",
    "e",
    "\\",
    "\"\\u00",
    "e9\"",
    "\"\\n\"",
    "\"\\ud83e\\udd8a\"",
    "\"\\x\"",
    "ა",
    "\t",
    "2.50",
    "00",
    "}]",
    "\u{1}",
];
