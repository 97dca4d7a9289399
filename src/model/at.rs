//! A value of the text together with the way to it: what the readers of documents are written in.

use super::choice::Choice;
use super::document::LONGEST_NAME;
use super::json::Node;
use super::number::{Number, Range};
use super::problem::{Expected, Path, Problem, ProblemKind};

/// A value and where it stands. The path is only put together for a problem.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    node: &'a Node,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a At<'a>, &'a str),
    Index(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    /// The whole of what was read.
    pub(crate) fn root(node: &'a Node) -> Self {
        Self {
            node,
            step: Step::Root,
        }
    }

    /// The way to this value.
    pub(crate) fn path(&self) -> Path {
        match self.step {
            Step::Root => Path::default(),
            Step::Key(parent, key) => parent.path().key(key),
            Step::Index(parent, index) => parent.path().index(index),
        }
    }

    /// What is wrong with this value.
    pub(crate) fn problem(&self, kind: ProblemKind) -> Problem {
        Problem {
            path: self.path(),
            kind,
        }
    }

    /// This key is one that the document does not know.
    pub(crate) fn unknown<T>(&self) -> Result<T, Problem> {
        Err(self.problem(ProblemKind::UnknownField))
    }

    /// The value of `key`, if the object has it.
    pub(crate) fn get<'b>(&'b self, key: &'b str) -> Option<At<'b>> {
        let node = self.node.get(key)?;
        Some(At {
            node,
            step: Step::Key(self, key),
        })
    }

    /// The value of `key`, which must be there, in what must be an object.
    pub(crate) fn require<'b>(&'b self, key: &'b str) -> Result<At<'b>, Problem> {
        if !self.is_object() {
            return self.wrong(Expected::Object);
        }
        self.get(key).ok_or_else(|| Problem {
            path: self.path().key(key),
            kind: ProblemKind::Missing,
        })
    }

    /// Reads every member of this object in the order of the text.
    pub(crate) fn each(
        &self,
        mut read: impl FnMut(&str, &At<'_>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let Node::Object(members) = self.node else {
            return self.wrong(Expected::Object);
        };
        members.iter().try_for_each(|(key, node)| {
            read(
                key,
                &At {
                    node,
                    step: Step::Key(self, key),
                },
            )
        })
    }

    /// Reads every entry of this list of `min` to `max`.
    pub(crate) fn list<T>(
        &self,
        min: usize,
        max: usize,
        read: impl Fn(&At<'_>) -> Result<T, Problem>,
    ) -> Result<Vec<T>, Problem> {
        let Node::List(entries) = self.node else {
            return self.wrong(Expected::List);
        };
        if !(min..=max).contains(&entries.len()) {
            return Err(self.problem(ProblemKind::WrongLength { min, max }));
        }
        let entries = entries.iter().enumerate();
        entries
            .map(|(index, node)| {
                read(&At {
                    node,
                    step: Step::Index(self, index),
                })
            })
            .collect()
    }

    /// Nothing for null, else what `read` makes of it; `expected` when it is neither null nor of the
    /// kind that `read` reads.
    pub(crate) fn optional<T>(
        &self,
        expected: Expected,
        read: impl Fn(&At<'a>) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        match (self.node, expected) {
            (Node::Null, _) => Ok(None),
            (Node::Number(_), Expected::NumberOrNull)
            | (Node::Object(_), Expected::ObjectOrNull)
            | (Node::List(_), Expected::ListOrNull) => read(self).map(Some),
            _ => self.wrong(expected),
        }
    }

    /// Whether this is an object.
    pub(crate) fn is_object(&self) -> bool {
        matches!(self.node, Node::Object(_))
    }

    /// Another kind of value than `expected`.
    pub(crate) fn wrong<T>(&self, expected: Expected) -> Result<T, Problem> {
        Err(self.problem(ProblemKind::WrongKind(expected)))
    }

    /// Any number; infinite when it is too large.
    pub(crate) fn float(&self, expected: Expected) -> Result<f64, Problem> {
        match self.node {
            Node::Number(value) => Ok(*value),
            _ => self.wrong(expected),
        }
    }

    /// A number of the kind `R`.
    pub(crate) fn number<R: Range>(&self) -> Result<Number<R>, Problem> {
        let value = self.float(Expected::Number)?;
        Number::new(value).map_err(|limits| self.problem(ProblemKind::OutOfRange(limits)))
    }

    /// A number of the kind `R`, or null.
    pub(crate) fn optional_number<R: Range>(&self) -> Result<Option<Number<R>>, Problem> {
        self.optional(Expected::NumberOrNull, At::number)
    }

    /// The index of one of `count` things, else `problem`.
    pub(crate) fn index(&self, count: usize, problem: ProblemKind) -> Result<usize, Problem> {
        let value = self.float(Expected::Number)?;
        // Lists are short enough for exact floats, and 1.5 is no index.
        #[allow(clippy::cast_precision_loss, clippy::float_cmp)]
        (0..count)
            .find(|index| *index as f64 == value)
            .ok_or_else(|| self.problem(problem))
    }

    /// Any text.
    pub(crate) fn text(&self) -> Result<&'a str, Problem> {
        match self.node {
            Node::Text(text) => Ok(text),
            _ => self.wrong(Expected::Text),
        }
    }

    /// A name or title.
    pub(crate) fn name(&self) -> Result<String, Problem> {
        let name = self.text()?;
        check_name(name).map_err(|kind| self.problem(kind))?;
        Ok(name.to_owned())
    }

    /// One of the texts of `T`.
    pub(crate) fn choice<T: Choice>(&self) -> Result<T, Problem> {
        T::from_id(self.text()?).ok_or_else(|| self.problem(ProblemKind::UnknownChoice(T::IDS)))
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
