//! Writing loses nothing, and no text makes the reader panic.

use pipeline_lever::model::{Document, Node, Problem};
use pipeline_lever::share::Shared;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::arbitrary::documents;
use crate::support::texts::{ONE_OFF, RECURRING, this_month};

fn read(text: &str) -> Result<Document, Problem> {
    Document::read(text.as_bytes(), this_month())
}

/// Takes a byte out, changes one or puts a piece of JSON in between.
#[derive(Clone, Debug)]
enum Damage {
    Take,
    Change(u8),
    Add(String),
}

fn damage() -> impl Strategy<Value = (prop::sample::Index, Damage)> {
    let how = prop_oneof![
        Just(Damage::Take),
        any::<u8>().prop_map(Damage::Change),
        "[\\[\\]{}\",:0-9eE.\\-+a-z\\\\]{1,8}".prop_map(Damage::Add),
    ];
    (any::<prop::sample::Index>(), how)
}

/// A list is compared with one entry of its kind, which is no default.
#[test]
fn a_change_with_everything_at_its_default_is_written() {
    let text = r#"{"version":1,"channels":[{"leadsPerMonth":100}],"stages":[{"conversion":0.1}],"deal":{"size":10},
        "scenarios":[{"name":"","levers":[{"kind":"leads","channel":0,"times":0}]}]}"#;
    let document = read(text).expect("a document");
    let brief = document.to_brief_node().to_text();
    assert_eq!(read(&brief), Ok(document), "{brief}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn what_is_written_is_read_as_the_same(document in documents()) {
        prop_assert_eq!(read(&document.to_json()), Ok(document.clone()));
        let brief = document.to_brief_node().to_text();
        prop_assert_eq!(read(&brief), Ok(document.clone()), "{}", brief);
    }

    #[test]
    fn any_finite_number_survives_its_text(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        prop_assume!(number.is_finite());
        let text = Node::Number(number).to_text();
        prop_assert_eq!(Node::parse(text.as_bytes()), Ok(Node::Number(number)));
    }

    #[test]
    fn any_text_survives_its_text(text in "\\PC*|[\\x00-\\x7f]*") {
        let node = Node::object([(&text, text.as_str().into())]);
        prop_assert_eq!(Node::parse(node.to_text().as_bytes()), Ok(node.clone()));
        prop_assert_eq!(Node::parse(node.to_pretty_text().as_bytes()), Ok(node));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..300)) {
        let _ = Shared::read(&bytes, this_month());
    }

    #[test]
    fn no_damage_to_a_document_makes_it_panic(damages in vec(damage(), 1..6), recurring in any::<bool>()) {
        let mut bytes = (if recurring { RECURRING } else { ONE_OFF }).as_bytes().to_vec();
        for (index, how) in damages {
            let at = index.index(bytes.len());
            match how {
                Damage::Take => drop(bytes.remove(at)),
                Damage::Change(byte) => bytes[at] = byte,
                Damage::Add(piece) => drop(bytes.splice(at..at, piece.into_bytes())),
            }
        }
        if let Ok(document) = Document::read(&bytes, this_month()) {
            prop_assert_eq!(read(&document.to_json()), Ok(document));
        }
    }
}
