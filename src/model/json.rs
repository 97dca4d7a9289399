//! JSON text to a tree, strictly by RFC 8259, with a place or a path to every refusal.
//!
//! Not `serde_json`: its own tree drops repeated keys and the path of a number that is too large, and
//! getting them from it all the same made the page 15 KB larger, a tenth of its budget. The tests hold
//! this reader against it.

use super::decimal::read_decimal;
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
        let limit = LONGEST_TEXT;
        if bytes.len() > limit {
            return Err(ProblemKind::TooLong { limit }.somewhere());
        }
        let text = str::from_utf8(bytes).map_err(|_| ProblemKind::NotUtf8.somewhere())?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut parser = Parser {
            text,
            at: 0,
            path: Path::default(),
            depth: 0,
        };
        let node = parser.value()?;
        match parser.next_sign() {
            None => Ok(node),
            Some(_) => Err(parser.syntax()),
        }
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

/// Reads from the front; `at` never leaves the text and never splits a character.
struct Parser<'a> {
    text: &'a str,
    /// How many bytes are read.
    at: usize,
    /// Where the value stands that is being read.
    path: Path,
    /// How many objects and lists it stands in.
    depth: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next byte, spaces and line breaks skipped.
    fn next_sign(&mut self) -> Option<u8> {
        let rest = self.rest().trim_start_matches([' ', '\t', '\n', '\r']);
        self.at = self.text.len() - rest.len();
        rest.bytes().next()
    }

    /// Takes `sign` if it comes next.
    fn takes(&mut self, sign: u8) -> bool {
        let there = self.next_sign() == Some(sign);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, sign: u8) -> Result<(), Problem> {
        if self.takes(sign) {
            Ok(())
        } else {
            Err(self.syntax())
        }
    }

    /// What comes next is no JSON. At the end of the text, the last character is to blame.
    fn syntax(&self) -> Problem {
        let after = self.rest().chars().next().map_or(0, char::len_utf8);
        let read = self.text.get(..self.at + after).unwrap_or(self.text);
        let line_start = read
            .strip_suffix('\n')
            .unwrap_or(read)
            .rfind('\n')
            .map_or(0, |end| end + 1);
        let lines = read.get(..line_start).unwrap_or_default().matches('\n');
        let column = read.get(line_start..).unwrap_or_default().chars().count();
        let kind = ProblemKind::Syntax {
            line: lines.count() + 1,
            column: column.max(1),
        };
        kind.somewhere()
    }

    fn value(&mut self) -> Result<Node, Problem> {
        match self.next_sign() {
            Some(b'{') => self.deeper(Self::object),
            Some(b'[') => self.deeper(Self::list),
            Some(b'"') => Ok(Node::Text(self.string()?)),
            Some(b't') => self.word("true", Node::Bool(true)),
            Some(b'f') => self.word("false", Node::Bool(false)),
            Some(b'n') => self.word("null", Node::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, meaning: Node) -> Result<Node, Problem> {
        for letter in word.bytes() {
            if self.rest().bytes().next() != Some(letter) {
                return Err(self.syntax());
            }
            self.at += 1;
        }
        Ok(meaning)
    }

    /// Reads what is inside of the bracket that comes next.
    fn deeper(
        &mut self,
        inside: impl Fn(&mut Self) -> Result<Node, Problem>,
    ) -> Result<Node, Problem> {
        if self.depth == DEEPEST {
            return Err(ProblemKind::TooDeep.somewhere());
        }
        self.at += 1;
        self.depth += 1;
        let node = inside(self)?;
        self.depth -= 1;
        Ok(node)
    }

    fn list(&mut self) -> Result<Node, Problem> {
        let mut entries = Vec::new();
        if self.takes(b']') {
            return Ok(Node::List(entries));
        }
        loop {
            self.path.enter_index(entries.len());
            entries.push(self.value()?);
            self.path.leave();
            if !self.takes(b',') {
                break;
            }
        }
        self.expect(b']')?;
        Ok(Node::List(entries))
    }

    fn object(&mut self) -> Result<Node, Problem> {
        let mut members = Vec::new();
        if self.takes(b'}') {
            return Ok(Node::Object(members));
        }
        loop {
            if self.next_sign() != Some(b'"') {
                return Err(self.syntax());
            }
            let key = self.string()?;
            self.expect(b':')?;
            self.path.enter_key(&key);
            members.push((key, self.value()?));
            self.path.leave();
            if !self.takes(b',') {
                break;
            }
        }
        self.expect(b'}')?;
        match repeated(&members) {
            Some(key) => Err(Problem {
                path: self.path.clone(),
                kind: ProblemKind::DuplicateKey(key.to_owned()),
            }),
            None => Ok(Node::Object(members)),
        }
    }

    /// A text in quotes, the first of which comes next.
    fn string(&mut self) -> Result<String, Problem> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let plain = self.rest();
            let end = plain.find(|sign: char| matches!(sign, '"' | '\\' | '\0'..='\u{1f}'));
            let end = end.unwrap_or(plain.len());
            text.push_str(plain.get(..end).unwrap_or_default());
            self.at += end;
            match self.rest().bytes().next() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                _ => return Err(self.syntax()),
            }
        }
    }

    /// The character that the escape stands for that comes next.
    fn escape(&mut self) -> Result<char, Problem> {
        self.at += 1;
        let meaning = match self.rest().bytes().next() {
            Some(b'u') => return self.unicode(),
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            _ => return Err(self.syntax()),
        };
        self.at += 1;
        Ok(meaning)
    }

    /// The character of the hexadecimal digits that follow the "u" that comes next, or of two such groups.
    fn unicode(&mut self) -> Result<char, Problem> {
        let first = self.code_unit()?;
        let mut units = vec![first];
        if (0xd800..0xdc00).contains(&first) {
            if !self.rest().starts_with("\\u") {
                return Err(self.syntax());
            }
            self.at += 1;
            units.push(self.code_unit()?);
        }
        match char::decode_utf16(units).next() {
            Some(Ok(character)) => Ok(character),
            _ => Err(self.syntax()),
        }
    }

    fn code_unit(&mut self) -> Result<u16, Problem> {
        self.at += 1;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self
                .rest()
                .chars()
                .next()
                .and_then(|sign| sign.to_digit(16));
            let digit = digit.and_then(|digit| u16::try_from(digit).ok());
            unit = unit * 16 + digit.ok_or_else(|| self.syntax())?;
            self.at += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Result<Node, Problem> {
        let start = self.at;
        self.takes_here(b'-');
        if !self.takes_here(b'0') {
            self.digits()?;
        }
        if self.takes_here(b'.') {
            self.digits()?;
        }
        if self.takes_here(b'e') || self.takes_here(b'E') {
            let _sign = self.takes_here(b'-') || self.takes_here(b'+');
            self.digits()?;
        }
        let number = self.text.get(start..self.at).and_then(read_decimal);
        number.map(Node::Number).ok_or_else(|| self.syntax())
    }

    /// Takes `sign` if it is the very next byte.
    fn takes_here(&mut self, sign: u8) -> bool {
        let there = self.rest().bytes().next() == Some(sign);
        self.at += usize::from(there);
        there
    }

    /// Takes one digit at least.
    fn digits(&mut self) -> Result<(), Problem> {
        let rest = self.rest();
        let after = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
        self.at += rest.len() - after.len();
        if after.len() < rest.len() {
            Ok(())
        } else {
            Err(self.syntax())
        }
    }
}

/// A key that stands twice.
fn repeated(members: &[(String, Node)]) -> Option<&str> {
    let mut keys: Vec<&str> = members.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    let pairs = keys.iter().zip(keys.iter().skip(1));
    pairs
        .into_iter()
        .find_map(|(key, next)| (key == next).then_some(*key))
}
