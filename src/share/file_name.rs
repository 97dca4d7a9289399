//! Names of files that every system takes, in the visitor's own letters.

/// Longest part of a name, in characters: with two parts and three bytes a character it stays below what file
/// systems take.
const LONGEST: usize = 60;
/// What a file without letters or digits in its name is called.
const NAMELESS: &str = "pipeline-lever";
/// Names that one system keeps for itself, whatever follows their point.
const TAKEN: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A file's name of a few `parts`, such as a document's title and what of it is in the file. Letters and digits of any
/// script stay; whatever else there is, be it a path or a sign that a system forbids, becomes a hyphen.
#[must_use]
pub fn file_name(parts: &[&str], extension: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| safe(part)).collect();
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let mut name = parts.join("-");
    if name.is_empty() {
        NAMELESS.clone_into(&mut name);
    }
    let stem = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
    if TAKEN.iter().any(|taken| stem.eq_ignore_ascii_case(taken)) {
        name = [NAMELESS, "-", &name].concat();
    }
    [&name, ".", extension].concat()
}

fn safe(part: &str) -> String {
    let mut safe = String::new();
    for sign in part.chars() {
        if sign.is_alphanumeric() {
            safe.push(sign);
        } else if !safe.is_empty() && !safe.ends_with('-') {
            safe.push('-');
        }
    }
    let cut: String = safe.chars().take(LONGEST).collect();
    cut.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_language_stay() {
        for (title, name) in [
            (
                "A leaking pipeline, team full",
                "A-leaking-pipeline-team-full.json",
            ),
            ("გაყიდვების პროცესი", "გაყიდვების-პროცესი.json"),
            ("Воронка «Весна»: 2026", "Воронка-Весна-2026.json"),
            ("Şubat – İlk çeyrek", "Şubat-İlk-çeyrek.json"),
        ] {
            assert_eq!(file_name(&[title], "json"), name);
        }
        assert_eq!(
            file_name(&["Title", "Deals won"], "csv"),
            "Title-Deals-won.csv"
        );
    }

    #[test]
    fn no_name_leads_elsewhere_or_is_none() {
        for (title, name) in [
            ("", "pipeline-lever.json"),
            ("…/\\:*?\"<>|", "pipeline-lever.json"),
            ("../../etc/passwd", "etc-passwd.json"),
            ("C:\\a\\b.exe", "C-a-b-exe.json"),
            ("con", "pipeline-lever-con.json"),
            ("LPT1", "pipeline-lever-LPT1.json"),
            ("a\u{202e}b\0c\nd", "a-b-c-d.json"),
        ] {
            assert_eq!(file_name(&[title], "json"), name, "{title:?}");
        }
    }

    #[test]
    fn a_long_title_is_cut() {
        let name = file_name(&[&"ა".repeat(200), &"b".repeat(200)], "svg");
        assert_eq!(name.chars().count(), 60 + 1 + 60 + 4);
        assert!(name.len() < 255, "{}", name.len());
    }
}
