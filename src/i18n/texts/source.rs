//! Reads the files of texts and finds what is wrong with them. For build.rs and for tests: no part of the widget.

/// One text of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What the key has before its point.
    pub section: String,
    /// What the key has after its point.
    pub name: String,
    /// The words, with placeholders such as `{stage}`.
    pub words: String,
    /// The names of the placeholders, each once, by the alphabet.
    pub placeholders: Vec<String>,
    /// Where the text stands, from 1.
    pub line: usize,
    /// The remark right above the text.
    pub remark: String,
    /// The remark that stands by itself before the text.
    pub heading: String,
}

impl Text {
    /// The key as it stands in the file.
    pub fn key(&self) -> String {
        [&self.section, ".", &self.name].concat()
    }
}

/// A file of texts that could be read.
#[derive(Debug)]
pub struct Source {
    /// The file's name, for messages.
    pub file: String,
    /// Its texts, in the file's order.
    pub texts: Vec<Text>,
}

impl Source {
    /// The text of a key.
    pub fn find(&self, section: &str, name: &str) -> Option<&Text> {
        self.texts
            .iter()
            .find(|text| text.section == section && text.name == name)
    }
}

/// Reads a file; each problem is told with file, line and key.
pub fn read(file: &str, content: &str) -> Result<Source, Vec<String>> {
    let mut source = Source {
        file: file.to_owned(),
        texts: Vec::new(),
    };
    let mut problems = Vec::new();
    let (mut heading, mut remark) = (String::new(), String::new());
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    for (line, number) in content.lines().zip(1..) {
        let line = line.trim_matches([' ', '\t']);
        if let Some(more) = line.strip_prefix('#') {
            let space = if remark.is_empty() { "" } else { " " };
            remark = [&remark, space, more.trim()].concat();
        } else if line.is_empty() {
            if !remark.is_empty() {
                heading = std::mem::take(&mut remark);
            }
        } else {
            match text_of(line, number).and_then(|text| unused_key(&source, text)) {
                Ok(text) => source.texts.push(Text {
                    remark: std::mem::take(&mut remark),
                    heading: std::mem::take(&mut heading),
                    ..text
                }),
                Err(problem) => problems.push(format!("{file}:{number}: {problem}")),
            }
        }
    }
    if problems.is_empty() {
        Ok(source)
    } else {
        Err(problems)
    }
}

/// The text on a line.
fn text_of(line: &str, number: usize) -> Result<Text, String> {
    let (key, words) = line
        .split_once('=')
        .ok_or_else(|| format!("neither \"key = text\" nor a remark: {line}"))?;
    let key = key.trim_end();
    let words = words.trim_matches([' ', '\t']);
    let (section, name) = key
        .split_once('.')
        .filter(|(section, name)| is_name(section) && is_name(name))
        .ok_or_else(|| format!("{key}: a key is made of two names such as page.undo"))?;
    if words.is_empty() {
        return Err(format!("{key}: there is no text"));
    }
    if words.contains(char::is_control) {
        return Err(format!("{key}: the text has an invisible character"));
    }
    let placeholders = placeholders(words).map_err(|problem| format!("{key}: {problem}"))?;
    Ok(Text {
        section: section.to_owned(),
        name: name.to_owned(),
        words: words.to_owned(),
        placeholders,
        line: number,
        remark: String::new(),
        heading: String::new(),
    })
}

fn unused_key(source: &Source, text: Text) -> Result<Text, String> {
    match source.find(&text.section, &text.name) {
        None => Ok(text),
        Some(first) => Err(format!(
            "{}: there is a text on line {} already",
            text.key(),
            first.line
        )),
    }
}

/// Whether code may use it as a name.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_')
}

/// The placeholders of a text. There are at most ten, so that a digit is enough to tell them apart.
fn placeholders(words: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut pieces = words.split('{');
    let before = pieces.next().unwrap_or_default();
    let mut plain = vec![before];
    for piece in pieces {
        let (name, after) = piece
            .split_once('}')
            .ok_or_else(|| "a { is not closed".to_owned())?;
        // A word that goes with a number, see the remarks of the English file.
        let (name, words) = match name.split_once('?') {
            Some((name, words)) => (name, Some(words)),
            None => (name, None),
        };
        let are_two = |words: &str| words.matches(':').count() == 1;
        if !is_name(name) || !words.is_none_or(are_two) {
            return Err(format!("{{{name}}} is no placeholder"));
        }
        found.push(name.to_owned());
        plain.push(after);
    }
    if plain.iter().any(|text| text.contains('}')) {
        return Err("a } has no { before it".to_owned());
    }
    found.sort();
    found.dedup();
    if found.len() > 10 {
        return Err("there are more than ten placeholders".to_owned());
    }
    Ok(found)
}

/// What a language lacks of English, and what it has too much.
pub fn differences(english: &Source, other: &Source) -> Vec<String> {
    let mut problems = Vec::new();
    for text in &other.texts {
        let place = format!("{}:{}: {}", other.file, text.line, text.key());
        let Some(model) = english.find(&text.section, &text.name) else {
            problems.push(format!("{place}: {} has no such key", english.file));
            continue;
        };
        for name in &text.placeholders {
            if !model.placeholders.contains(name) {
                problems.push(format!("{place}: {{{name}}} is unknown here"));
            }
        }
        for name in &model.placeholders {
            if !text.placeholders.contains(name) {
                problems.push(format!("{place}: {{{name}}} is missing"));
            }
        }
    }
    for model in &english.texts {
        if other.find(&model.section, &model.name).is_none() {
            problems.push(format!(
                "{}: {} is missing (see {}:{})",
                other.file,
                model.key(),
                english.file,
                model.line
            ));
        }
    }
    problems
}
