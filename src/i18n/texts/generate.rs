//! Makes the typed catalogue of the English texts, and the short form of every language's texts.

use crate::source::{Source, Text};

/// The sections with their texts, both in the order of the English file.
fn sections(english: &Source) -> Vec<(&str, Vec<&Text>)> {
    let mut sections: Vec<(&str, Vec<&Text>)> = Vec::new();
    for text in &english.texts {
        match sections.iter_mut().find(|(name, _)| *name == text.section) {
            Some((_, texts)) => texts.push(text),
            None => sections.push((&text.section, vec![text])),
        }
    }
    sections
}

/// A language as the widget takes it: one line a text in the order of the catalogue, `{0}` for the first placeholder.
pub fn short_form(english: &Source, language: &Source) -> String {
    let mut lines = String::new();
    for model in sections(english).into_iter().flat_map(|(_, texts)| texts) {
        let mut words = language
            .find(&model.section, &model.name)
            .map_or_else(String::new, |text| text.words.clone());
        for (place, name) in model.placeholders.iter().enumerate() {
            for end in ['}', '?'] {
                words = words.replace(&format!("{{{name}{end}"), &format!("{{{place}{end}"));
            }
        }
        lines.push_str(&words);
        lines.push('\n');
    }
    lines
}

/// The texts of languages as JSON: by the language's tag, and by the text's key.
pub fn json<'a>(languages: impl Iterator<Item = (&'a str, &'a Source)>) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let object = |entries: Vec<String>| format!("{{{}}}", entries.join(","));
    let entry = |text: &Text| format!("{}:{}", quoted(&text.key()), quoted(&text.words));
    let language = |(tag, texts): (&str, &Source)| {
        let texts = object(texts.texts.iter().map(entry).collect());
        format!("{}:{texts}", quoted(tag))
    };
    object(languages.map(language).collect())
}

/// The catalogue in Rust, with the files of all languages: those in [`short_form`] whose names begin with `before`.
/// English is inside every program; the others only where there is no browser to load them.
pub fn catalogue(english: &Source, others: &[&str], before: &str) -> String {
    let sections = sections(english);
    let file = |tag: &str| format!("include_str!(\"{before}{tag}.txt\")");
    let others: Vec<String> = others.iter().map(|tag| file(tag)).collect();
    let parts = [
        format!(
            "static CATALOGUES: Spoken<Catalogue> = Spoken::new({english}, OTHERS);\n\
             #[cfg(all(target_arch = \"wasm32\", not(test)))]\nconst OTHERS: Option<[&str; 4]> = None;\n\
             #[cfg(not(all(target_arch = \"wasm32\", not(test))))]\nconst OTHERS: Option<[&str; 4]> = Some([{others}]);\n",
            english = file("en"),
            others = others.join(", "),
        ),
        format!(
            "/// How many texts a language has.\n#[cfg(test)]\n#[allow(dead_code)]\nconst COUNT: usize = {};\n",
            english.texts.len()
        ),
        structure(&sections),
        sections.iter().map(section).collect(),
        arguments(&sections),
        every_text(&sections),
    ];
    parts.concat()
}

/// The type of all texts, and how it is filled from a file's lines: in place, which takes the least code.
fn structure(sections: &[(&str, Vec<&Text>)]) -> String {
    let (mut fields, mut nothing, mut filling) = (String::new(), String::new(), String::new());
    for (name, texts) in sections {
        let heading = texts.first().map_or("", |text| text.heading.as_str());
        fields += &documentation(heading);
        fields += &format!("pub {name}: {},\n", type_of(name));
        nothing += &format!("{name}: {} {{\n", type_of(name));
        for text in texts {
            nothing += &format!("{}: \"\",\n", text.name);
            filling += &format!("lines.next(&mut self.{name}.{});\n", text.name);
        }
        nothing += "},\n";
    }
    format!(
        "/// Every text of one language.\npub struct Catalogue {{\n{fields}}}\n\
         impl Texts for Catalogue {{\nconst EMPTY: Self = Self {{\n{nothing}}};\n\
         fn fill(&mut self, lines: &mut Lines) {{\n{filling}}}\n}}\n"
    )
}

/// The type of a section: plain texts are fields, texts with placeholders are functions.
fn section((name, texts): &(&str, Vec<&Text>)) -> String {
    let (mut fields, mut functions) = (String::new(), String::new());
    for text in texts {
        let own = &text.name;
        if text.placeholders.is_empty() {
            fields += &documentation(&text.remark);
            fields += &format!("pub {own}: &'static str,\n");
            continue;
        }
        fields += &format!("{own}: &'static str,\n");
        functions += &documentation(&text.remark);
        let (parameter, values) = match text.placeholders.as_slice() {
            [only] => (format!("{only}: &str"), only.clone()),
            several => (
                format!("values: arguments::{name}::{}<'_>", camel_case(own)),
                several
                    .iter()
                    .map(|value| format!("values.{value}"))
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
        };
        functions += &format!(
            "#[must_use]\npub fn {own}(&self, {parameter}) -> String {{\nfill(self.{own}, &[{values}])\n}}\n"
        );
    }
    format!(
        "/// The texts of `{name}`.\npub struct {type_name} {{\n{fields}}}\n\
         impl {type_name} {{\n{functions}}}\n",
        type_name = type_of(name)
    )
}

/// What is put into texts with several placeholders: by name, so that nothing is forgotten or swapped.
fn arguments(sections: &[(&str, Vec<&Text>)]) -> String {
    let mut modules = String::new();
    for (name, texts) in sections {
        let mut types = String::new();
        for text in texts.iter().filter(|text| text.placeholders.len() > 1) {
            let fields: String = text
                .placeholders
                .iter()
                .map(|value| format!("pub {value}: &'a str,\n"))
                .collect();
            types += &documentation(&text.remark);
            types += &format!("pub struct {}<'a> {{\n{fields}}}\n", camel_case(&text.name));
        }
        if !types.is_empty() {
            modules += &format!("/// For the texts of `{name}`.\npub mod {name} {{\n{types}}}\n");
        }
    }
    format!(
        "/// What is put into texts that take several values.\npub mod arguments {{\n{modules}}}\n"
    )
}

/// For tests: every text through its own access, with `<stage>` put in for `{stage}`.
fn every_text(sections: &[(&str, Vec<&Text>)]) -> String {
    let mut entries = String::new();
    for (section, texts) in sections {
        for text in texts {
            let name = &text.name;
            let values = match text.placeholders.as_slice() {
                [] => String::new(),
                [only] => format!("(\"<{only}>\")"),
                several => {
                    let fields: String = several
                        .iter()
                        .map(|value| format!("{value}: \"<{value}>\", "))
                        .collect();
                    format!(
                        "(arguments::{section}::{} {{ {fields} }})",
                        camel_case(name)
                    )
                }
            };
            entries +=
                &format!("(\"{section}.{name}\", self.{section}.{name}{values}.to_owned()),\n");
        }
    }
    format!(
        "#[cfg(test)]\nimpl Catalogue {{\npub(super) fn every_text(&self) -> Vec<(&'static str, String)> {{\nvec![\n{entries}]\n}}\n}}\n"
    )
}

fn documentation(remark: &str) -> String {
    if remark.is_empty() {
        String::new()
    } else {
        format!("/// {remark}\n")
    }
}

fn type_of(section: &str) -> String {
    [&camel_case(section), "Texts"].concat()
}

fn camel_case(name: &str) -> String {
    name.split('_')
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            [&first.to_ascii_uppercase(), rest].concat()
        })
        .collect()
}
