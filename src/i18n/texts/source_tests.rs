//! What the files of texts may look like, and what is refused with file, line and key.

use super::source;

const ENGLISH: &str =
    "# For everyone.\n\n# A button.\npage.undo = Undo\nrows.lost = Lost: {lost} ({share})\n";

fn problems_of(file: &str) -> Vec<String> {
    let english = source::read("en.txt", ENGLISH).expect("a good file");
    match source::read("lt.txt", file) {
        Ok(other) => source::differences(&english, &other),
        Err(problems) => problems,
    }
}

#[test]
fn a_good_file_is_read_in_any_order() {
    let file =
        "\u{feff}rows.lost={share}: prarasta {lost}, {share}\r\n\r\n\tpage.undo =  = Atšaukti \r\n";
    assert_eq!(problems_of(file), [""; 0]);
    let read = source::read("lt.txt", file).expect("a good file");
    let undo = read.find("page", "undo").expect("the text");
    assert_eq!((undo.words.as_str(), undo.line), ("= Atšaukti", 3));
    let lost = read.find("rows", "lost").expect("the text");
    assert_eq!(lost.placeholders, ["lost", "share"]);
}

#[test]
fn remarks_belong_to_what_follows_them() {
    let english = source::read("en.txt", ENGLISH).expect("a good file");
    let undo = &english.texts[0];
    assert_eq!(
        (undo.heading.as_str(), undo.remark.as_str()),
        ("For everyone.", "A button.")
    );
    let lost = &english.texts[1];
    assert_eq!((lost.heading.as_str(), lost.remark.as_str()), ("", ""));
}

#[test]
fn texts_that_do_not_fit_english_are_refused() {
    let undo = "page.undo = Atšaukti\n";
    for (file, problem) in [
        (
            "rows.lost = {lost} {share}\n",
            "lt.txt: page.undo is missing (see en.txt:4)",
        ),
        (
            "page.undo = Atšaukti\nrows.lost = {lost}\n",
            "lt.txt:2: rows.lost: {share} is missing",
        ),
        (
            "page.undo = {lost}\nrows.lost = {lost} {share}\n",
            "lt.txt:1: page.undo: {lost} is unknown here",
        ),
        (
            "page.undo = Atšaukti\nrows.lost = {lost} {share}\nrows.won = Yra\n",
            "lt.txt:3: rows.won: en.txt has no such key",
        ),
    ] {
        assert_eq!(problems_of(file), [problem]);
    }
    // Everything is told at once.
    let swapped = problems_of(&[undo, "rows.lost = {lots} {share}\n"].concat());
    assert_eq!(swapped.len(), 2, "{swapped:?}");
}

#[test]
fn lines_that_are_no_texts_are_refused() {
    for (line, problem) in [
        (
            "page.undo",
            "neither \"key = text\" nor a remark: page.undo",
        ),
        (
            "undo = x",
            "undo: a key is made of two names such as page.undo",
        ),
        (
            "page.Undo = x",
            "page.Undo: a key is made of two names such as page.undo",
        ),
        (
            "page.un do = x",
            "page.un do: a key is made of two names such as page.undo",
        ),
        ("page.undo =", "page.undo: there is no text"),
        (
            "page.undo = a\tb",
            "page.undo: the text has an invisible character",
        ),
        ("page.undo = {lost", "page.undo: a { is not closed"),
        ("page.undo = lost}", "page.undo: a } has no { before it"),
        ("page.undo = {a {b}}", "page.undo: a { is not closed"),
        ("page.undo = {}", "page.undo: {} is no placeholder"),
        ("page.undo = {0}", "page.undo: {0} is no placeholder"),
        (
            "page.undo = {lost?one}",
            "page.undo: {lost} is no placeholder",
        ),
        (
            "page.undo = {a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}",
            "page.undo: there are more than ten placeholders",
        ),
        (
            "page.close = x",
            "page.close: there is a text on line 2 already",
        ),
    ] {
        let file = ["# A remark.\npage.close = Uždaryti\n", line, "\n"].concat();
        assert_eq!(
            problems_of(&file),
            [["lt.txt:3: ", problem].concat()],
            "{line}"
        );
    }
}
