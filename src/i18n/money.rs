//! Amounts of money.

use super::decimal::{Decimal, Layout};
use super::locale::{Locale, NO_BREAK_SPACE};
use super::number::{missing, rounded, short_layout, shorten, unit};
use crate::model::Currency;

/// From this amount on (100 of the currency), the smaller unit is noise and is left out.
const WHOLE_FROM: f64 = 100.0;

/// The sign of a currency where every font and reader knows it, else its code.
///
/// The same in all languages: CLDR's own short signs are misleading in some ("rb", "ლ").
#[must_use]
pub fn currency_sign(currency: Currency) -> &'static str {
    match currency.code() {
        "EUR" => "€",
        "GEL" => "₾",
        "TRY" => "₺",
        "RUB" => "₽",
        "USD" => "$",
        "GBP" => "£",
        code => code,
    }
}

/// An amount in whole units from 100 on; below, with all digits of the smaller unit unless it is whole.
///
/// "€1,234", "€12.50", "1 234 €", "₺1.234", "JPY 1,234"; the space never breaks.
#[must_use]
pub fn money(locale: Locale, currency: Currency, amount: f64) -> String {
    let digits = if amount.abs() < WHOLE_FROM {
        currency.minor_digits()
    } else {
        0
    };
    rounded(amount, digits).map_or_else(missing, |decimal| {
        let least_decimals = if decimal.decimals() == 0 {
            0
        } else {
            i32::from(digits)
        };
        let layout = Layout {
            least_decimals,
            ..Layout::plain(locale)
        };
        with_currency(locale, currency, &decimal, &layout)
    })
}

/// A short amount for charts and headlines: "€1.2M", "1,2 mln. €"; below a thousand the same as [`money`].
#[must_use]
pub fn money_compact(locale: Locale, currency: Currency, amount: f64) -> String {
    Decimal::of(amount).map_or_else(missing, |mut decimal| {
        let thousands = shorten(&mut decimal);
        if thousands == 0 {
            return money(locale, currency, amount);
        }
        let unit = unit(locale, thousands);
        with_currency(locale, currency, &decimal, &short_layout(&[], &unit))
    })
}

/// Puts the currency where the language wants it, outside of what the layout puts around the digits.
fn with_currency(locale: Locale, currency: Currency, decimal: &Decimal, layout: &Layout) -> String {
    let sign = currency_sign(currency);
    let [space, word] = match *layout.after {
        [space, word] => [space, word],
        _ => ["", ""],
    };
    let leads = matches!(locale, Locale::En | Locale::Tr);
    let gap = if !leads || sign == currency.code() {
        NO_BREAK_SPACE
    } else {
        ""
    };
    let (before, after): (&[&str], &[&str]) = if leads {
        (&[sign, gap], &[space, word])
    } else {
        (&[], &[space, word, gap, sign])
    };
    decimal.text(
        locale,
        &Layout {
            before,
            after,
            ..*layout
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{money, money_compact};
    use crate::i18n::Locale::{self, En, Ka, Lt, Ru, Tr};
    use crate::i18n::signed;
    use crate::model::Currency;

    fn shown(text: &str) -> String {
        text.replace('\u{a0}', "_")
    }

    #[test]
    fn amounts_stand_as_in_the_table() {
        for (locale, euro, own, short) in [
            (En, "€1,234,568", "$1,234", "€1.2M"),
            (Ka, "1_234_568_€", "1234_₾", "1,2_მლნ._€"),
            (Lt, "1_234_568_€", "1_234_€", "1,2_mln._€"),
            (Tr, "€1.234.568", "₺1.234", "€1,2_Mn"),
            (Ru, "1_234_568_€", "1_234_₽", "1,2_млн_€"),
        ] {
            assert_eq!(shown(&money(locale, Currency::EUR, 1_234_567.5)), euro);
            assert_eq!(
                shown(&money(locale, locale.default_currency(), 1234.0)),
                own
            );
            assert_eq!(
                shown(&money_compact(locale, Currency::EUR, 1_234_567.5)),
                short
            );
        }
    }

    #[test]
    fn small_amounts_have_the_digits_of_their_currency() {
        for (code, amount, text) in [
            ("EUR", 12.5, "€12.50"),
            ("EUR", 12.0, "€12"),
            ("EUR", 12.004, "€12"),
            ("EUR", 99.999, "€100"),
            ("EUR", 123.45, "€123"),
            ("EUR", -123.45, "-€123"),
            ("JPY", 12.5, "JPY_13"),
            ("KWD", 1.5, "KWD_1.500"),
            ("GEL", -0.5, "-₾0.50"),
            ("CAD", -1234.0, "-CAD_1,234"),
        ] {
            let text_found =
                Currency::parse(code).map(|currency| shown(&money(En, currency, amount)));
            assert_eq!(text_found.as_deref(), Some(text));
        }
    }

    #[test]
    fn short_amounts_begin_at_a_thousand() {
        assert_eq!(money_compact(En, Currency::EUR, 12.5), "€12.50");
        assert_eq!(money_compact(En, Currency::EUR, 999.4), "€999");
        assert_eq!(money_compact(En, Currency::EUR, 999.6), "€1K");
        assert_eq!(
            shown(&money_compact(Tr, Currency::TRY, -1234.0)),
            "-₺1,2_bin"
        );
        assert_eq!(signed(money_compact(En, Currency::USD, 1e6)), "+$1M");
    }

    #[test]
    fn what_is_no_number_or_nothing_is_shown_plainly() {
        for locale in Locale::ALL {
            assert_eq!(money(locale, Currency::EUR, f64::NAN), "–");
            assert_eq!(money_compact(locale, Currency::EUR, f64::INFINITY), "–");
            let nothing = money(locale, Currency::EUR, 0.0);
            assert_eq!(money(locale, Currency::EUR, -0.001), nothing);
            assert_eq!(money_compact(locale, Currency::EUR, -0.0), nothing);
        }
    }
}
