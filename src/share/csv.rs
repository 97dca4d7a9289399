//! Tables as text: CSV as the spreadsheets of a language read it, and columns parted by tabs for the clipboard.

/// What a cell of a table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number in its unit.
    Number(f64),
    /// A share of 1, which is written in percent with its sign, so that a spreadsheet reads it as what it is.
    Share(f64),
}

/// The signs that a language's spreadsheets expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvSigns {
    /// Between the cells of a row.
    pub separator: char,
    /// Before the fraction of a number.
    pub decimal: char,
}

/// Digits after the point that a share in percent keeps: beyond them lies the rounding of the multiplication.
const PERCENT_DIGITS: usize = 10;
/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A CSV file by RFC 4180, with the mark that tells spreadsheets that it is UTF-8. Numbers are written in full and
/// without groups; a text that a spreadsheet would take for a formula begins with an apostrophe.
#[must_use]
pub fn to_csv(rows: &[Vec<Cell>], signs: CsvSigns) -> String {
    let mut file = String::from('\u{feff}');
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                file.push(signs.separator);
            }
            file.push_str(&written(cell, signs));
        }
        file.push_str("\r\n");
    }
    file
}

/// Rows of texts with tabs between the cells, as mail programs and spreadsheets take them.
#[must_use]
pub fn to_tabbed(rows: &[Vec<String>]) -> String {
    let plain = |text: &String| text.replace(['\t', '\r', '\n'], " ");
    let lines = rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(plain).collect();
        cells.join("\t")
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn written(cell: &Cell, signs: CsvSigns) -> String {
    match cell {
        Cell::Text(text) => quoted(&harmless(text), signs.separator),
        Cell::Number(value) => quoted(&number(*value, signs.decimal), signs.separator),
        Cell::Share(share) if !share.is_finite() => String::new(),
        Cell::Share(share) => {
            let percent = format!("{:.*}", PERCENT_DIGITS, share * 100.0);
            let percent = percent.trim_end_matches('0').trim_end_matches('.');
            let percent = if percent == "-0" { "0" } else { percent };
            let percent = percent.replace('.', &signs.decimal.to_string()) + "%";
            quoted(&percent, signs.separator)
        }
    }
}

/// The shortest digits that are this number, without groups or an exponent; nothing for what is no number.
fn number(value: f64, decimal: char) -> String {
    if !value.is_finite() {
        return String::new();
    }
    // Adding zero turns −0 into 0.
    (value + 0.0).to_string().replace('.', &decimal.to_string())
}

fn harmless(text: &str) -> String {
    if text.starts_with(FORMULA) {
        ["'", text].concat()
    } else {
        text.to_owned()
    }
}

fn quoted(text: &str, separator: char) -> String {
    if text.contains([separator, '"', '\r', '\n']) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: CsvSigns = CsvSigns {
        separator: ',',
        decimal: '.',
    };
    const RUSSIAN: CsvSigns = CsvSigns {
        separator: ';',
        decimal: ',',
    };

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn numbers_have_the_signs_of_the_language_and_all_their_digits() {
        let rows = [
            vec![text("Won"), Cell::Number(1_234_567.125), Cell::Share(0.07)],
            vec![text("a,b;c"), Cell::Number(-0.1), Cell::Share(1.0 / 3.0)],
        ];
        assert_eq!(
            to_csv(&rows, ENGLISH),
            "\u{feff}Won,1234567.125,7%\r\n\"a,b;c\",-0.1,33.3333333333%\r\n"
        );
        assert_eq!(
            to_csv(&rows, RUSSIAN),
            "\u{feff}Won;1234567,125;7%\r\n\"a,b;c\";-0,1;33,3333333333%\r\n"
        );
    }

    #[test]
    fn what_is_no_number_is_an_empty_cell() {
        let row = [
            Cell::Number(f64::NAN),
            Cell::Number(f64::INFINITY),
            Cell::Share(f64::NAN),
            Cell::Number(-0.0),
            Cell::Share(-0.0),
            Cell::Number(1e21),
        ];
        assert_eq!(
            to_csv(&[row.to_vec()], ENGLISH),
            "\u{feff},,,0,0%,1000000000000000000000\r\n"
        );
    }

    #[test]
    fn quotes_and_lines_stay_inside_their_cell() {
        let row = vec![text("a \"b\""), text("two\nlines"), text(""), text("a\rb")];
        assert_eq!(
            to_csv(&[row], ENGLISH),
            "\u{feff}\"a \"\"b\"\"\",\"two\nlines\",,\"a\rb\"\r\n"
        );
    }

    #[test]
    fn no_text_becomes_a_formula() {
        for begins in ["=1+1", "+1 more", "-cmd", "@sum", "\tx", "\rx"] {
            let file = to_csv(&[vec![text(begins)]], ENGLISH);
            let cell = file.trim_start_matches('\u{feff}').trim_start_matches('"');
            assert!(cell.starts_with('\''), "{begins:?}: {file:?}");
        }
        // A number below zero is one.
        assert_eq!(
            to_csv(&[vec![Cell::Number(-5.0)]], ENGLISH),
            "\u{feff}-5\r\n"
        );
    }

    #[test]
    fn tabs_part_the_columns_and_nothing_else() {
        let rows = [
            vec!["a\tb".to_owned(), "2".to_owned()],
            vec![String::new(), "x\r\ny".to_owned()],
        ];
        assert_eq!(to_tabbed(&rows), "a b\t2\n\tx  y");
    }
}
