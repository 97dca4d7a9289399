//! Tables as the page shows them, read back into numbers for files.

use super::date::duration_days;
use super::locale::Locale;
use super::money::currency_sign;
use super::parse::{Entry, parse_number};
use crate::model::Currency;
use crate::share::{Cell, CsvSigns};

/// A cell as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownCell {
    /// Its words.
    pub text: String,
    /// The exact value of its number, where the page keeps it.
    pub value: Option<f64>,
    /// Whether it names a row or a column.
    pub is_heading: bool,
}

/// What the numbers of a cell are counted in; that of shares is written beside each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    Plain,
    Money,
    Days,
}

/// What stands for no number at all.
const MISSING: &str = "–";
/// Shown numbers are rounded, but not by more than this share of them.
const ROUNDED: f64 = 0.1;

/// The signs that the spreadsheets of a language expect in a CSV file.
#[must_use]
pub const fn csv_signs(locale: Locale) -> CsvSigns {
    match locale {
        Locale::En => CsvSigns {
            separator: ',',
            decimal: '.',
        },
        Locale::Ka | Locale::Lt | Locale::Tr | Locale::Ru => CsvSigns {
            separator: ';',
            decimal: ',',
        },
    }
}

/// The rows of a table with numbers as numbers. What a whole column or a whole row is counted in, the currency or
/// `days` as the language calls them, is put beside its name.
#[must_use]
pub fn csv_rows(
    locale: Locale,
    currency: Currency,
    days: &str,
    rows: &[Vec<ShownCell>],
) -> Vec<Vec<Cell>> {
    let mut table: Vec<Vec<(Cell, Option<Counted>)>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| read(locale, currency, cell))
                .collect()
        })
        .collect();
    let unit = |counted: Option<Counted>| match counted {
        Some(Counted::Money) => Some(currency.code().to_owned()),
        Some(Counted::Days) => Some(days.to_owned()),
        Some(Counted::Plain) | None => None,
    };
    let width = table.iter().map(Vec::len).max().unwrap_or_default();
    let mut is_said = vec![false; width];
    let has_names = rows.first().is_some_and(|row| {
        row.iter()
            .all(|cell| cell.is_heading || cell.text.is_empty())
    });
    if has_names {
        for (column, is_said) in is_said.iter_mut().enumerate().skip(1) {
            let cells = table.iter().skip(1).filter_map(|row| row.get(column));
            if let Some(unit) = unit(all(cells.map(|(_, counted)| *counted))) {
                *is_said = true;
                let name = table.first_mut().and_then(|row| row.get_mut(column));
                name_with(name, &unit);
            }
        }
    }
    for row in table.iter_mut().skip(usize::from(has_names)) {
        let cells = row.iter().zip(&is_said).skip(1);
        let open = cells.filter(|(_, is_said)| !**is_said);
        if let Some(unit) = unit(all(open.map(|((_, counted), _)| *counted))) {
            name_with(row.first_mut(), &unit);
        }
    }
    let cells = |row: Vec<(Cell, Option<Counted>)>| row.into_iter().map(|(cell, _)| cell).collect();
    table.into_iter().map(cells).collect()
}

/// What all numbers are counted in, if it is the same and there are any.
fn all(mut counted: impl Iterator<Item = Option<Counted>>) -> Option<Counted> {
    let first = counted.by_ref().flatten().next()?;
    counted
        .flatten()
        .all(|other| other == first)
        .then_some(first)
}

fn name_with(name: Option<&mut (Cell, Option<Counted>)>, unit: &str) {
    if let Some((Cell::Text(name), _)) = name {
        *name = [name.as_str(), " (", unit, ")"].concat();
    }
}

/// A cell's number, where it holds one and nothing else.
fn read(locale: Locale, currency: Currency, shown: &ShownCell) -> (Cell, Option<Counted>) {
    let text = shown.text.trim();
    let words = || (Cell::Text(text.to_owned()), None);
    if text == MISSING {
        return (Cell::Text(String::new()), None);
    }
    if shown.is_heading || text.is_empty() {
        return words();
    }
    let number = text.strip_prefix('+').unwrap_or(text);
    if let Some(value) = shown.value
        && number == duration_days(locale, value)
    {
        return (Cell::Number(value), Some(Counted::Days));
    }
    let Ok(parsed) = parse_number(locale, number, Entry::Plain) else {
        return words();
    };
    let value = shown.value.filter(|value| is_near(*value, parsed.value));
    let value = value.unwrap_or(parsed.value);
    if number.contains('%') {
        return (Cell::Share(value), None);
    }
    let is_money = number.contains(currency_sign(currency)) || number.contains(currency.code());
    let counted = if is_money {
        Counted::Money
    } else {
        Counted::Plain
    };
    (Cell::Number(value), Some(counted))
}

/// Whether a number is what is shown, but for rounding.
fn is_near(value: f64, shown: f64) -> bool {
    (value - shown).abs() <= ROUNDED * value.abs().max(shown.abs()) || shown == 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{money, money_compact, percent_auto, signed, significant};
    use crate::share::to_csv;

    fn euro() -> Currency {
        Currency::parse("EUR").expect("a currency")
    }

    fn cell(text: &str, value: Option<f64>) -> ShownCell {
        ShownCell {
            text: text.to_owned(),
            value,
            is_heading: false,
        }
    }

    fn heading(text: &str) -> ShownCell {
        ShownCell {
            is_heading: true,
            ..cell(text, None)
        }
    }

    #[test]
    fn every_number_that_the_page_writes_is_read_back() {
        for locale in Locale::ALL {
            for value in [0.0, 0.5, 12.0, 1234.56, 1_234_567.8, -9_876.5] {
                let exact = |text: String| read(locale, euro(), &cell(&text, Some(value)));
                let number = |counted| (Cell::Number(value), Some(counted));
                let tag = locale.tag();
                let texts = [
                    money(locale, euro(), value),
                    money_compact(locale, euro(), value),
                    signed(money(locale, euro(), value)),
                ];
                for text in texts {
                    assert_eq!(exact(text.clone()), number(Counted::Money), "{tag}: {text}");
                }
                let text = significant(locale, value, 3);
                assert_eq!(exact(text.clone()), number(Counted::Plain), "{tag}: {text}");
                let text = duration_days(locale, value);
                assert_eq!(exact(text.clone()), number(Counted::Days), "{tag}: {text}");
            }
            let text = percent_auto(locale, 0.0234);
            let exact = read(locale, euro(), &cell(&text, Some(0.02341)));
            assert_eq!(exact, (Cell::Share(0.02341), None), "{text}");
            let shown = read(locale, euro(), &cell(&percent_auto(locale, 0.02), None));
            assert_eq!(shown, (Cell::Share(0.02), None));
        }
    }

    #[test]
    fn what_is_more_than_a_number_stays_a_text() {
        let text = |text: &str, value| read(Locale::En, euro(), &cell(text, value)).0;
        assert_eq!(text("–", Some(1.0)), Cell::Text(String::new()));
        for kept in ["2% → €300", "Fix, by 20", "Jan 2026", ""] {
            assert_eq!(text(kept, Some(300.0)), Cell::Text(kept.to_owned()));
        }
        // A cell may keep the value of something else.
        assert_eq!(text("20", Some(300.0)), Cell::Number(20.0));
        let name = read(Locale::En, euro(), &heading("2026"));
        assert_eq!(name.0, Cell::Text("2026".to_owned()));
    }

    #[test]
    fn units_are_beside_the_names_of_what_they_are_of() {
        let rows = [
            vec![
                cell("", None),
                heading("Won"),
                heading("Cost"),
                heading("Wait"),
            ],
            vec![
                heading("A"),
                cell("3,000", Some(3000.4)),
                cell("€1.2K", Some(1_234.5)),
                cell("12 days", Some(12.3)),
            ],
            vec![
                heading("B"),
                cell("2%", Some(0.02)),
                cell("–", None),
                cell("1.5 days", Some(1.5)),
            ],
        ];
        let csv = |locale| {
            let rows = csv_rows(locale, euro(), "days", &rows);
            to_csv(&rows, csv_signs(locale))
        };
        assert_eq!(
            csv(Locale::En),
            "\u{feff},Won,Cost (EUR),Wait (days)\r\nA,3000.4,1234.5,12.3\r\nB,2%,,1.5\r\n"
        );
        let mixed = [
            vec![cell("", None), heading("Today"), heading("Later")],
            vec![
                heading("Cash"),
                cell("5 €", Some(5.0)),
                cell("7,5 €", Some(7.5)),
            ],
            vec![heading("Deals"), cell("5", Some(5.0)), cell("8", Some(8.0))],
        ];
        let rows = csv_rows(Locale::Lt, euro(), "dienos", &mixed);
        assert_eq!(
            to_csv(&rows, csv_signs(Locale::Lt)),
            "\u{feff};Today;Later\r\nCash (EUR);5;7,5\r\nDeals;5;8\r\n"
        );
    }
}
