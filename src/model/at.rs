//! A value of the text together with the way to it: what the readers of documents are written in.
//!
//! Reading goes on after a problem, with something harmless in place of the value; [`At::read`] keeps
//! the first problem and throws away what was read. So a reader is one line a field, without a way out
//! in every one of them.

use std::cell::OnceCell;

use super::choice::Choice;
use super::document::LONGEST_NAME;
use super::json::Node;
use super::number::{Limits, Number, Range};
use super::problem::{Expected, Path, Problem, ProblemKind};

/// A value and where it stands. The path is only put together for a problem.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    node: &'a Node,
    step: Step<'a>,
    first_problem: &'a OnceCell<Problem>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a At<'a>, &'a str),
    Index(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    /// What `read` makes of the whole of a text, or the first problem that it met.
    pub(crate) fn read<T>(node: &Node, read: impl FnOnce(&At<'_>) -> T) -> Result<T, Problem> {
        let first_problem = OnceCell::new();
        let read = read(&At {
            node,
            step: Step::Root,
            first_problem: &first_problem,
        });
        match first_problem.into_inner() {
            Some(problem) => Err(problem),
            None => Ok(read),
        }
    }

    /// Something is wrong with this value.
    pub(crate) fn refuse(&self, kind: ProblemKind) {
        // Only the first problem is told, so a second one is not kept.
        let _ = self.first_problem.get_or_init(|| Problem {
            path: self.path(),
            kind,
        });
    }

    /// Something is wrong with the value of `key`, which need not be there.
    pub(crate) fn refuse_key(&self, key: &str, kind: ProblemKind) {
        self.inside(self.node, Step::Key(self, key)).refuse(kind);
    }

    /// This is another kind of value than `expected`.
    pub(crate) fn wrong(&self, expected: Expected) {
        self.refuse(ProblemKind::WrongKind(expected));
    }

    /// This key is one that the document does not know.
    pub(crate) fn unknown(&self) {
        self.refuse(ProblemKind::UnknownField);
    }

    fn path(&self) -> Path {
        match self.step {
            Step::Root => Path::default(),
            Step::Key(parent, key) => parent.path().key(key),
            Step::Index(parent, index) => parent.path().index(index),
        }
    }

    fn inside<'b>(&'b self, node: &'b Node, step: Step<'b>) -> At<'b> {
        At {
            node,
            step,
            first_problem: self.first_problem,
        }
    }

    /// The value of `key`, if this is an object that has it.
    pub(crate) fn get<'b>(&'b self, key: &'b str) -> Option<At<'b>> {
        let node = self.node.get(key)?;
        Some(self.inside(node, Step::Key(self, key)))
    }

    /// The value of `key`, which must be there, in what must be an object.
    pub(crate) fn require<'b>(&'b self, key: &'b str) -> Option<At<'b>> {
        let found = self.get(key);
        match (&found, self.is_object()) {
            (Some(_), _) => {}
            (None, true) => self.refuse_key(key, ProblemKind::Missing),
            (None, false) => self.wrong(Expected::Object),
        }
        found
    }

    /// Reads every member of this object in the order of the text.
    pub(crate) fn each(&self, mut read: impl FnMut(&str, &At<'_>)) {
        let Node::Object(members) = self.node else {
            return self.wrong(Expected::Object);
        };
        for (key, node) in members {
            read(key, &self.inside(node, Step::Key(self, key)));
        }
    }

    /// Reads every entry of this list.
    pub(crate) fn each_entry(&self, mut read: impl FnMut(usize, &At<'_>)) {
        let Node::List(entries) = self.node else {
            return self.wrong(Expected::List);
        };
        for (index, node) in entries.iter().enumerate() {
            read(index, &self.inside(node, Step::Index(self, index)));
        }
    }

    /// The entries of this list, which must be `min` to `max`.
    pub(crate) fn list<T>(&self, min: usize, max: usize, read: impl Fn(&At<'_>) -> T) -> Vec<T> {
        let mut list = Vec::new();
        match self.node {
            Node::List(entries) if !(min..=max).contains(&entries.len()) => {
                self.refuse(ProblemKind::WrongLength { min, max });
            }
            _ => self.each_entry(|_, at| list.push(read(at))),
        }
        list
    }

    /// Nothing for null, else what `read` makes of it; `expected` when it is neither null nor of the
    /// kind that `read` reads.
    pub(crate) fn optional<T>(&self, expected: Expected, read: impl Fn(&At<'a>) -> T) -> Option<T> {
        match (self.node, expected) {
            (Node::Null, _) => None,
            (Node::Number(_), Expected::NumberOrNull)
            | (Node::Object(_), Expected::ObjectOrNull)
            | (Node::List(_), Expected::ListOrNull) => Some(read(self)),
            _ => {
                self.wrong(expected);
                None
            }
        }
    }

    /// Whether this is null.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self.node, Node::Null)
    }

    /// Whether this is an object.
    pub(crate) fn is_object(&self) -> bool {
        matches!(self.node, Node::Object(_))
    }

    /// Any number, infinite when it is too large; not a number where there is none.
    pub(crate) fn float(&self, expected: Expected) -> f64 {
        match self.node {
            Node::Number(value) => *value,
            _ => {
                self.wrong(expected);
                f64::NAN
            }
        }
    }

    /// A number of the kind `R`.
    pub(crate) fn number<R: Range>(&self) -> Number<R> {
        Number::nearest(self.number_within(R::LIMITS))
    }

    fn number_within(&self, limits: Limits) -> f64 {
        let value = self.float(Expected::Number);
        if !limits.allow(value) {
            self.refuse(ProblemKind::OutOfRange(limits));
        }
        value
    }

    /// A number of the kind `R`, or null.
    pub(crate) fn optional_number<R: Range>(&self) -> Option<Number<R>> {
        self.optional(Expected::NumberOrNull, At::number)
    }

    /// A number within `limits`, or null.
    pub(crate) fn optional_within(&self, limits: Limits) -> Option<f64> {
        self.optional(Expected::NumberOrNull, |at| at.number_within(limits))
    }

    /// The index of one of `count` things, else `problem`.
    pub(crate) fn index(&self, count: usize, problem: ProblemKind) -> usize {
        let value = self.float(Expected::Number);
        // Lists are short enough for exact floats, and 1.5 is no index.
        #[allow(clippy::cast_precision_loss, clippy::float_cmp)]
        let found = (0..count).find(|index| *index as f64 == value);
        found.unwrap_or_else(|| {
            self.refuse(problem);
            0
        })
    }

    /// Any text.
    pub(crate) fn text(&self) -> &'a str {
        match self.node {
            Node::Text(text) => text,
            _ => {
                self.wrong(Expected::Text);
                ""
            }
        }
    }

    /// A name or title.
    pub(crate) fn name(&self) -> String {
        let name = self.text();
        if let Err(kind) = check_name(name) {
            self.refuse(kind);
        }
        name.to_owned()
    }

    /// One of the texts of `T`.
    pub(crate) fn choice<T: Choice>(&self) -> Option<T> {
        let chosen = T::from_id(self.text());
        if chosen.is_none() {
            self.refuse(ProblemKind::UnknownChoice(T::IDS));
        }
        chosen
    }
}

/// Whether a name may stand in a document.
pub(crate) fn check_name(name: &str) -> Result<(), ProblemKind> {
    if name.chars().any(char::is_control) {
        Err(ProblemKind::ControlCharacter)
    } else if name.chars().count() > LONGEST_NAME {
        Err(ProblemKind::NameTooLong {
            limit: LONGEST_NAME,
        })
    } else {
        Ok(())
    }
}
