//! Currencies of ISO 4217: which codes exist and how small their smallest unit is.

/// A currency of ISO 4217, known by its three-letter code.
///
/// A currency only labels amounts: nothing is ever converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency(&'static str);

/// Every code of ISO 4217's List One as of amendment 180 (2026-01-01), sorted, three letters each:
/// currencies, fund codes, precious metals and the codes for tests and for no currency. Spaces between them would
/// make the program 0.2 % larger.
const CODES: &str = "\
    AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBHDBIFBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCLFCLP\
    CNYCOPCOUCRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILS\
    INRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMUR\
    MVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGD\
    SHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUSNUYIUYUUYWUZSVEDVESVNDVUVWST\
    XADXAFXAGXAUXBAXBBXBCXBDXCDXCGXDRXOFXPDXPFXPTXSUXTSXUAXXXYERZARZMWZWG";

/// Those whose smallest unit is the whole one, a thousandth and a ten-thousandth.
const WITHOUT_DIGITS: &str = "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF";
const WITH_THREE: &str = "BHDIQDJODKWDLYDOMRTND";
const WITH_FOUR: &str = "CLFUYW";

/// The codes of such a list, one after another.
fn codes_in(list: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let (code, others) = rest.split_at_checked(3)?;
        rest = others;
        Some(code)
    })
}

impl Currency {
    /// Euro.
    pub const EUR: Self = Self("EUR");
    /// Georgian lari.
    pub const GEL: Self = Self("GEL");
    /// Turkish lira.
    pub const TRY: Self = Self("TRY");
    /// Russian rouble.
    pub const RUB: Self = Self("RUB");
    /// United States dollar.
    pub const USD: Self = Self("USD");
    /// Pound sterling.
    pub const GBP: Self = Self("GBP");

    /// The currencies to offer before all others, in this order.
    pub const FIRST: [Self; 6] = [
        Self::EUR,
        Self::GEL,
        Self::TRY,
        Self::RUB,
        Self::USD,
        Self::GBP,
    ];

    /// The currency of an ISO 4217 code: exactly three capital letters, as in "EUR".
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::all().find(|currency| currency.0 == code)
    }

    /// All 178 of them in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        codes_in(CODES).map(Self)
    }

    /// The three capital letters of ISO 4217.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }

    /// How many decimal digits an exact amount has: the exponent of the minor unit in ISO 4217, 0 to 4.
    ///
    /// 2 where the standard names none (metals, drawing rights), as in CLDR.
    #[must_use]
    pub fn minor_digits(self) -> u8 {
        let is_in = |codes| codes_in(codes).any(|code| code == self.0);
        if is_in(WITHOUT_DIGITS) {
            0
        } else if is_in(WITH_THREE) {
            3
        } else if is_in(WITH_FOUR) {
            4
        } else {
            2
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Currency;

    #[test]
    fn codes_are_sorted_and_found_again() {
        let all: Vec<Currency> = Currency::all().collect();
        assert_eq!(all.len(), 178);
        assert!(all.is_sorted_by(|left, right| left < right));
        for currency in all {
            let code = currency.code();
            assert!(code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
            assert_eq!(Currency::parse(code), Some(currency));
        }
    }

    #[test]
    fn named_currencies_exist() {
        for currency in Currency::FIRST {
            assert_eq!(Currency::parse(currency.code()), Some(currency));
        }
    }

    #[test]
    fn other_texts_are_no_currency() {
        for text in [
            "",
            " ",
            "E",
            "EU",
            "eur",
            "EURO",
            "EUR ",
            "EUR GBP",
            "ABC",
            "₾₾₾",
        ] {
            assert_eq!(Currency::parse(text), None, "{text}");
        }
    }

    #[test]
    fn replaced_currencies_are_gone_and_their_successors_there() {
        for (before, now) in [
            ("HRK", "EUR"),
            ("SLL", "SLE"),
            ("ZWL", "ZWG"),
            ("ANG", "XCG"),
            ("BGN", "EUR"),
        ] {
            assert_eq!(Currency::parse(before), None, "{before}");
            assert!(Currency::parse(now).is_some(), "{now}");
        }
    }

    #[test]
    fn minor_units_are_those_of_the_standard() {
        for (code, digits) in [
            ("EUR", 2),
            ("JPY", 0),
            ("ISK", 0),
            ("KWD", 3),
            ("TND", 3),
            ("CLF", 4),
        ] {
            assert_eq!(
                Currency::parse(code).map(Currency::minor_digits),
                Some(digits),
                "{code}"
            );
        }
    }
}
