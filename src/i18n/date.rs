//! Months and lengths of time.

use super::locale::Locale;
use super::number::{MISSING, number};
use super::plural::{Forms, plural};

/// From this many days on, a fraction of a day says nothing.
const WHOLE_DAYS_FROM: f64 = 10.0;

/// The short name of a month, 1 to 12, for an axis: "Mar", "მარ", "kov.", "март"; "–" for another number.
///
/// CLDR 48, but for Lithuanian, where CLDR has only numbers as short names: there the usual abbreviations.
#[must_use]
pub fn month_short(locale: Locale, month: u32) -> &'static str {
    let names = match locale {
        Locale::En => [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        Locale::Ka => [
            "იან",
            "თებ",
            "მარ",
            "აპრ",
            "მაი",
            "ივნ",
            "ივლ",
            "აგვ",
            "სექ",
            "ოქტ",
            "ნოე",
            "დეკ",
        ],
        Locale::Lt => [
            "saus.", "vas.", "kov.", "bal.", "geg.", "birž.", "liep.", "rugp.", "rugs.", "spal.",
            "lapkr.", "gruod.",
        ],
        Locale::Tr => [
            "Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara",
        ],
        Locale::Ru => [
            "янв.",
            "февр.",
            "март",
            "апр.",
            "май",
            "июнь",
            "июль",
            "авг.",
            "сент.",
            "окт.",
            "нояб.",
            "дек.",
        ],
    };
    let index = usize::try_from(month)
        .ok()
        .and_then(|month| month.checked_sub(1));
    index
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or(MISSING)
}

/// A month, 1 to 12, of a year: "Mar 2026", "მარ. 2026", "2026-03", "март 2026 г."; "–" for another number.
#[must_use]
pub fn month_year(locale: Locale, year: i32, month: u32) -> String {
    let name = month_short(locale, month);
    let year = year.to_string();
    match locale {
        _ if name == MISSING => name.to_owned(),
        Locale::En | Locale::Tr => [name, " ", &year].concat(),
        Locale::Ka => [name, ". ", &year].concat(),
        Locale::Lt => [
            year.as_str(),
            if month < 10 { "-0" } else { "-" },
            &month.to_string(),
        ]
        .concat(),
        Locale::Ru => [name, " ", &year, " г."].concat(),
    }
}

/// A day of a month, as it stands under a letter: "5 Mar 2026", "05.03.2026", in Lithuanian "2026-03-05"; "–" for another
/// month.
#[must_use]
pub fn day(locale: Locale, year: i32, month: u32, day: u32) -> String {
    let name = month_short(locale, month);
    let two = |number: u32| {
        if number < 10 {
            ["0", &number.to_string()].concat()
        } else {
            number.to_string()
        }
    };
    match locale {
        _ if name == MISSING => name.to_owned(),
        Locale::En => [&day.to_string(), " ", name, " ", &year.to_string()].concat(),
        Locale::Lt => [&year.to_string(), "-", &two(month), "-", &two(day)].concat(),
        Locale::Ka | Locale::Tr | Locale::Ru => {
            [&two(day), ".", &two(month), ".", &year.to_string()].concat()
        }
    }
}

/// A length of time in days, whole from 10 on, else with one decimal: "97 days", "1,5 dienos", "97 дней".
#[must_use]
pub fn duration_days(locale: Locale, days: f64) -> String {
    let decimals = u8::from(days.abs() < WHOLE_DAYS_FROM);
    let shown = number(locale, days, decimals);
    if shown == MISSING {
        return shown;
    }
    let forms = match locale {
        Locale::En => Forms::two("day", "days"),
        Locale::Ka => Forms::same("დღე"),
        Locale::Lt => Forms {
            one: "diena",
            few: "dienos",
            many: "dienos",
            other: "dienų",
        },
        Locale::Tr => Forms::same("gün"),
        Locale::Ru => Forms {
            one: "день",
            few: "дня",
            many: "дней",
            other: "дня",
        },
    };
    [&shown, " ", forms.select(plural(locale, days, decimals))].concat()
}

#[cfg(test)]
mod tests {
    use super::{day, duration_days, month_short, month_year};
    use crate::i18n::Locale;

    #[test]
    fn days_are_written_as_under_a_letter() {
        let days = Locale::ALL.map(|locale| day(locale, 2026, 3, 5));
        assert_eq!(
            days,
            [
                "5 Mar 2026",
                "05.03.2026",
                "2026-03-05",
                "05.03.2026",
                "05.03.2026"
            ]
        );
        assert_eq!(day(Locale::Ru, 2026, 12, 31), "31.12.2026");
        assert_eq!(day(Locale::En, 2026, 13, 1), "–");
    }

    #[test]
    fn months_are_those_of_the_table() {
        let march = Locale::ALL.map(|locale| month_year(locale, 2026, 3));
        assert_eq!(
            march,
            [
                "Mar 2026",
                "მარ. 2026",
                "2026-03",
                "Mar 2026",
                "март 2026 г."
            ]
        );
        assert_eq!(month_year(Locale::Lt, 2026, 12), "2026-12");
        for (locale, names) in [
            (
                Locale::En,
                "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            ),
            (
                Locale::Ka,
                "იან თებ მარ აპრ მაი ივნ ივლ აგვ სექ ოქტ ნოე დეკ",
            ),
            (
                Locale::Lt,
                "saus. vas. kov. bal. geg. birž. liep. rugp. rugs. spal. lapkr. gruod.",
            ),
            (
                Locale::Tr,
                "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
            ),
            (
                Locale::Ru,
                "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
            ),
        ] {
            let found: Vec<&str> = (1..=12).map(|month| month_short(locale, month)).collect();
            assert_eq!(found.join(" "), names);
        }
    }

    #[test]
    fn a_month_that_is_none_is_a_dash() {
        for locale in Locale::ALL {
            for month in [0, 13, u32::MAX] {
                assert_eq!(month_short(locale, month), "–");
                assert_eq!(month_year(locale, 2026, month), "–");
            }
        }
    }

    #[test]
    fn days_are_counted_in_words() {
        for (days, texts) in [
            (1.0, ["1 day", "1 დღე", "1 diena", "1 gün", "1 день"]),
            (2.0, ["2 days", "2 დღე", "2 dienos", "2 gün", "2 дня"]),
            (
                97.4,
                ["97 days", "97 დღე", "97 dienos", "97 gün", "97 дней"],
            ),
            (10.0, ["10 days", "10 დღე", "10 dienų", "10 gün", "10 дней"]),
            (
                1.5,
                ["1.5 days", "1,5 დღე", "1,5 dienos", "1,5 gün", "1,5 дня"],
            ),
            (f64::NAN, ["–"; 5]),
        ] {
            assert_eq!(Locale::ALL.map(|locale| duration_days(locale, days)), texts);
        }
        assert_eq!(duration_days(Locale::Lt, 9.96), "10 dienų");
        assert_eq!(duration_days(Locale::En, -0.01), "0 days");
    }
}
