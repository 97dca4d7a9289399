//! What can be wrong with a document, and where. The sentence about it is made in `i18n`.

use std::fmt;

use super::json::Node;
use super::number::Limits;

/// Most characters of a key that a message shows.
const LONGEST_SHOWN: usize = 60;

/// A place in the document, such as `stages[2].conversion`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

impl Path {
    /// The place `key` within this one.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    /// The entry `index` of this list, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    pub(super) fn enter_key(&mut self, key: &str) {
        self.0.push(Step::Key(key.to_owned()));
    }

    pub(super) fn enter_index(&mut self, index: usize) {
        self.0.push(Step::Index(index));
    }

    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    /// Whether this is the document itself.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if !is_plain(key) => write!(formatter, "[{}]", quoted(key))?,
                Step::Key(key) if position == 0 => write!(formatter, "{key}")?,
                Step::Key(key) => write!(formatter, ".{key}")?,
                Step::Index(index) => write!(formatter, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Whether a key reads as a word of a path.
fn is_plain(key: &str) -> bool {
    (1..=LONGEST_SHOWN).contains(&key.len()) && key.bytes().all(|sign| sign.is_ascii_alphanumeric())
}

/// A key as JSON writes it, so that nothing in it reaches a terminal raw; the beginning of a long one.
pub(super) fn quoted(key: &str) -> String {
    let shown: String = key.chars().take(LONGEST_SHOWN).collect();
    Node::Text(shown).to_text()
}

/// Something wrong with a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where; the root for what concerns the text as a whole.
    pub path: Path,
    /// What.
    pub kind: ProblemKind,
}

/// What is wrong, with what would be allowed.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// The bytes are not UTF-8 text.
    NotUtf8,
    /// The text is longer than any document, in bytes.
    TooLong { limit: usize },
    /// Not JSON, at this line and column, both counted from 1.
    Syntax { line: usize, column: usize },
    /// Objects and lists inside each other deeper than any document.
    TooDeep,
    /// A key that stands twice in the object at the path.
    DuplicateKey(String),
    /// A key that the document does not know.
    UnknownField,
    /// A required key that is not there.
    Missing,
    /// Another kind of value than this.
    WrongKind(Expected),
    /// A number outside of these limits, or not whole where it must be.
    OutOfRange(Limits),
    /// An end of an interval that does not lie strictly inside these limits.
    NotInside(Limits),
    /// An interval whose low end is not below its high end.
    EmptyInterval,
    /// More units advanced than there were.
    MoreThanCounted,
    /// A text other than these.
    UnknownChoice(&'static [&'static str]),
    /// Not a month as "YYYY-MM" from 1970-01 to 2199-12.
    NotAMonth,
    /// Not an ISO 4217 code.
    NotACurrency,
    /// A name that is too long, in characters.
    NameTooLong { limit: usize },
    /// A name with a control character.
    ControlCharacter,
    /// A list with fewer or more entries than allowed.
    WrongLength { min: usize, max: usize },
    /// Another version than 1.
    UnknownVersion,
    /// A lever on a stage that is not there; this many are.
    NoSuchStage { stages: usize },
    /// A lever on a channel that is not there; this many are.
    NoSuchChannel { channels: usize },
    /// A lever on churn while deals are paid once.
    ChurnOfOneOffDeals,
    /// A scenario with the name of an earlier one.
    SameName,
}

impl ProblemKind {
    /// The problem with the text as a whole.
    pub(super) fn somewhere(self) -> Problem {
        Problem {
            path: Path::default(),
            kind: self,
        }
    }
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A number.
    Number,
    /// A number or null.
    NumberOrNull,
    /// A number or an interval.
    NumberOrInterval,
    /// A number, an interval or counted evidence.
    Conversion,
    /// A text.
    Text,
    /// An object.
    Object,
    /// An object or null.
    ObjectOrNull,
    /// A list.
    List,
    /// A list or null.
    ListOrNull,
}
