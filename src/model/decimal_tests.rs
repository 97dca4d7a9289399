//! Reading decimals against the standard library.

use proptest::prelude::*;

use super::read_decimal;

fn same_as_the_standard_library(text: &str) {
    let expected: f64 = text.parse().expect("a number");
    let read = read_decimal(text).map(f64::to_bits);
    assert_eq!(read, Some(expected.to_bits()), "{text}");
}

#[test]
fn hard_numbers_are_read_to_the_last_bit() {
    let halfway_to_the_smallest = format!("{:.1100}", f64::from_bits(1));
    let mut above_a_half = "9007199254740993".to_owned() + "." + &"0".repeat(900);
    above_a_half.push('1');
    for text in [
        "0",
        "-0",
        "0.0e5",
        "5.",
        ".5",
        "1e23",
        "-1e-7",
        "8.5e+2",
        "9007199254740993",
        "9007199254740991e3",
        "0.10000000000000000555",
        "0.3000000000000000444",
        "123456.7890123456789",
        "1e-320",
        "5e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2.2250738585072011e-308",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e309",
        "1e-400",
        "1e999999999999",
        "1e-999999999999",
        "0e999999999999",
        "179769313486231580793728971405301e276",
        &halfway_to_the_smallest,
        &above_a_half,
        &"1".repeat(2000),
        &format!("0.{}1", "0".repeat(900)),
    ] {
        same_as_the_standard_library(text);
    }
}

#[test]
fn other_texts_are_no_numbers() {
    for text in [
        "", "-", ".", "e5", "1e", "1e+", "1.2.3", "+1", "1 ", "0x1", "inf", "NaN", "--1", "1e5.0",
        "٣",
    ] {
        assert_eq!(read_decimal(text), None, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_double_comes_back_from_its_shortest_text(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        prop_assume!(value.is_finite());
        same_as_the_standard_library(&format!("{value}"));
        same_as_the_standard_library(&format!("{value:e}"));
    }

    #[test]
    fn any_digits_are_read_as_the_standard_library_does(
        whole in "[0-9]{1,30}", fraction in "[0-9]{0,30}", exponent in -400..400,
    ) {
        same_as_the_standard_library(&format!("{whole}.{fraction}e{exponent}"));
    }

    #[test]
    fn middles_between_doubles_go_to_the_even_one(bits in (960_u64 << 52)..(1090 << 52)) {
        // Between 1e-19 and 1e20, where 200 decimals write a double out in full.
        let (low, high) = (f64::from_bits(bits), f64::from_bits(bits + 1));
        let ulp = high - low;
        let text = format!("{:.200}", ulp / 2.0);
        let zero_based = format!("{low:.200}");
        same_as_the_standard_library(&add_decimals(&zero_based, &text));
    }
}

/// The sum of two plain decimal texts with the same number of fraction digits.
fn add_decimals(left: &str, right: &str) -> String {
    let longest = left.len().max(right.len());
    let pad = |text: &str| "0".repeat(longest - text.len()) + text;
    let (left, right) = (pad(left), pad(right));
    let mut carry = 0;
    let mut digits: Vec<char> = left
        .chars()
        .rev()
        .zip(right.chars().rev())
        .map(|(l, r)| {
            if l == '.' {
                return '.';
            }
            let sum = l.to_digit(10).unwrap_or(0) + r.to_digit(10).unwrap_or(0) + carry;
            carry = sum / 10;
            char::from_digit(sum % 10, 10).unwrap_or('0')
        })
        .collect();
    digits.push(if carry > 0 { '1' } else { '0' });
    digits.iter().rev().collect()
}
