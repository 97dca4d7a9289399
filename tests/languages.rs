//! Properties of every language: what is shown in a text box is read back, and nothing odd is ever shown.

use pipeline_lever::i18n::{
    Entry, Locale, compact, duration_days, editable, editable_spread, money, money_compact, number,
    parse_number, parse_spread, percent, percent_auto, signed, significant,
};
use pipeline_lever::model::{Currency, Spread};
use proptest::num::f64 as floats;
use proptest::prelude::*;

/// Everything that shows one number.
fn shown(locale: Locale, value: f64, decimals: u8) -> [String; 8] {
    [
        number(locale, value, decimals),
        significant(locale, value, decimals),
        compact(locale, value),
        percent(locale, value, decimals),
        percent_auto(locale, value),
        money(locale, locale.default_currency(), value),
        money_compact(locale, Currency::USD, value),
        duration_days(locale, value),
    ]
}

fn is_negative(text: &str) -> bool {
    text.starts_with(['-', '\u{2212}'])
}

proptest! {
    #[test]
    fn what_a_box_shows_is_read_back_exactly(
        value in prop_oneof![floats::POSITIVE | floats::NEGATIVE | floats::NORMAL | floats::SUBNORMAL | floats::ZERO, -1e9..1e9, 0.0..1.0],
    ) {
        for locale in Locale::ALL {
            for entry in [Entry::Plain, Entry::Percent] {
                let text = editable(locale, value, entry);
                let read = parse_number(locale, &text, entry).map(|parsed| parsed.value);
                prop_assert_eq!(read, Ok(value), "{:?} {}", locale, text);
                prop_assert!(!(value == 0.0 && is_negative(&text)));
            }
        }
    }

    #[test]
    fn what_a_box_shows_of_an_uncertain_number_is_read_back_exactly(
        low in prop_oneof![floats::POSITIVE | floats::NORMAL, 0.0..1.0, 1.0..1e9],
        high in prop_oneof![floats::POSITIVE | floats::NORMAL, 0.0..1.0, 1.0..1e9],
        counts in (0_u32..1_000_000_000, 1_u32..1_000_000_000),
    ) {
        let counted = Spread::Counted { advanced: counts.0.into(), of: counts.1.into() };
        for spread in [Spread::Exactly(low), Spread::Between { low, high }, counted] {
            for locale in Locale::ALL {
                for entry in [Entry::Plain, Entry::Percent] {
                    let text = editable_spread(locale, spread, entry);
                    let read = parse_spread(locale, &text, entry).map(|parsed| parsed.spread);
                    prop_assert_eq!(read, Ok(spread), "{:?} {}", locale, text);
                }
            }
        }
    }

    #[test]
    fn few_digits_stay_few_digits(thousandths in -10_000_000_i32..10_000_000, percent_box: bool) {
        let entry = if percent_box { Entry::Percent } else { Entry::Plain };
        let value = f64::from(thousandths) / 1000.0;
        for locale in Locale::ALL {
            let text = editable(locale, value, entry);
            let digits = text.chars().filter(char::is_ascii_digit).count();
            prop_assert!(digits <= 8, "{}", text);
        }
    }

    #[test]
    fn nothing_odd_is_ever_shown(value in floats::ANY, decimals in 0_u8..12) {
        for locale in Locale::ALL {
            for text in shown(locale, value, decimals) {
                prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{}", text);
                prop_assert_eq!(text.starts_with('–'), !value.is_finite(), "{}", text);
                let counts = text.contains(|sign: char| matches!(sign, '1'..='9'));
                prop_assert_eq!(is_negative(&text), counts && value < 0.0, "{}", text);
                let difference = signed(text.clone());
                prop_assert_eq!(difference.starts_with('+'), counts && value > 0.0, "{}", difference);
            }
        }
    }

    #[test]
    fn what_is_shown_can_be_typed(value in -1e15..1e15_f64) {
        for locale in Locale::ALL {
            for text in shown(locale, value, 2).into_iter().take(7) {
                let read = parse_number(locale, &signed(text.clone()), Entry::Plain);
                prop_assert!(read.is_ok(), "{:?} {}", locale, text);
            }
            let short = parse_number(locale, &compact(locale, value), Entry::Plain);
            let near = short.map(|parsed| (parsed.value - value).abs() <= value.abs() * 0.051);
            prop_assert_eq!(near, Ok(true), "{:?} {}", locale, compact(locale, value));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in prop_oneof!["\\PC{0,12}", "[-+−%€$., 0-9kMBтысbin'’]{0,12}", "[0-9.,   ]{1,14}",
            "[0-9]{1,3}[-–—/. %of€kиз…]{1,4}[0-9]{0,3}[ %k€]{0,2}"],
    ) {
        for locale in Locale::ALL {
            for entry in [Entry::Plain, Entry::Percent] {
                let _ = parse_spread(locale, &text, entry);
                if let Ok(parsed) = parse_number(locale, &text, entry) {
                    prop_assert!(parsed.value.is_finite());
                    prop_assert!(parsed.value != 0.0 || parsed.value.is_sign_positive());
                }
            }
        }
    }
}
