//! JSON text to a tree, with a path to every refusal.
//!
//! `serde_json` splits an object or list into the raw texts of its members, level by level. That costs one
//! more look at the text per level, of which a document has seven, and gives what its own tree cannot:
//! repeated keys, the path of whatever is wrong, and numbers as `f64` reads them, to the last bit.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::problem::{Path, Problem, ProblemKind};

/// Longest text that is read, in bytes: twice the largest document that the limits allow.
pub const LONGEST_TEXT: usize = 1 << 20;
/// Most objects and lists inside each other. A document needs seven; the rest is for what a later
/// version may keep in `view`.
pub const DEEPEST: usize = 32;

/// A JSON value. Objects keep their order, which is the order of error messages too.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// null.
    Null,
    /// true or false.
    Bool(bool),
    /// A number; infinite when the text's is too large, so that the reader refuses it by its own limits.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values; no key stands twice.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Reads a file's or link's bytes; a UTF-8 byte order mark is skipped.
    ///
    /// # Errors
    /// What is not JSON in UTF-8, too long, too deep, or has a key twice in one object.
    pub fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let refuse = |kind| Problem {
            path: Path::default(),
            kind,
        };
        if bytes.len() > LONGEST_TEXT {
            return Err(refuse(ProblemKind::TooLong {
                limit: LONGEST_TEXT,
            }));
        }
        let text = str::from_utf8(bytes).map_err(|_| refuse(ProblemKind::NotUtf8))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let whole = Parser { text };
        let raw: &RawValue = whole.split(text)?;
        whole.node(raw.get(), &Path::default(), DEEPEST)
    }

    /// The value of `key`, when this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        members
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }
}

struct Parser<'a> {
    text: &'a str,
}

impl<'a> Parser<'a> {
    /// One level of `part`, a piece of the text.
    fn split<T: Deserialize<'a>>(&self, part: &'a str) -> Result<T, Problem> {
        serde_json::from_str(part).map_err(|error| {
            let line_start = starts_of_lines(part).nth(error.line().saturating_sub(1));
            self.syntax(part, line_start.unwrap_or(0) + error.column())
        })
    }

    /// `end` is where reading of `part` stopped, in bytes: just behind the offending character.
    fn syntax(&self, part: &str, end: usize) -> Problem {
        // Both are pieces of the same text, so the distance of their addresses is the part's offset.
        let offset = part
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr());
        let before = (0..=offset + end)
            .rev()
            .find_map(|end| self.text.get(..end))
            .unwrap_or_default();
        let (line, start) = starts_of_lines(before)
            .enumerate()
            .last()
            .unwrap_or_default();
        let column = before.get(start..).unwrap_or_default().chars().count();
        let kind = ProblemKind::Syntax {
            line: line + 1,
            column: column.max(1),
        };
        Problem {
            path: Path::default(),
            kind,
        }
    }

    fn node(&self, part: &'a str, path: &Path, depth: usize) -> Result<Node, Problem> {
        Ok(match part.bytes().next() {
            Some(b'{' | b'[') if depth == 0 => {
                return Err(Problem {
                    path: Path::default(),
                    kind: ProblemKind::TooDeep,
                });
            }
            Some(b'{') => Node::Object(self.members(part, path, depth - 1)?),
            Some(b'[') => {
                let entries: Vec<&RawValue> = self.split(part)?;
                let read = |(index, entry): (usize, &&'a RawValue)| {
                    self.node(entry.get(), &path.index(index), depth - 1)
                };
                Node::List(
                    entries
                        .iter()
                        .enumerate()
                        .map(read)
                        .collect::<Result<_, _>>()?,
                )
            }
            Some(b'"') => Node::Text(self.split(part)?),
            Some(b't') => Node::Bool(true),
            Some(b'f') => Node::Bool(false),
            Some(b'n') => Node::Null,
            _ => Node::Number(part.parse().map_err(|_| self.syntax(part, part.len()))?),
        })
    }

    fn members(
        &self,
        part: &'a str,
        path: &Path,
        depth: usize,
    ) -> Result<Vec<(String, Node)>, Problem> {
        let Members(members) = self.split(part)?;
        let mut keys: Vec<&str> = members.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        if let Some((key, _)) = keys
            .iter()
            .zip(keys.iter().skip(1))
            .find(|(key, next)| key == next)
        {
            let kind = ProblemKind::DuplicateKey((*key).to_owned());
            return Err(Problem {
                path: path.clone(),
                kind,
            });
        }
        let read = |(key, value): (String, &'a RawValue)| {
            let node = self.node(value.get(), &path.key(&key), depth)?;
            Ok((key, node))
        };
        members.into_iter().map(read).collect()
    }
}

fn starts_of_lines(text: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1))
}

/// The members of an object in order, repeated keys and all.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Deserialize<'a> for Members<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;

        impl<'a> Visitor<'a> for Collect {
            type Value = Members<'a>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Collect)
    }
}
