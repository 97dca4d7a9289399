//! What is typed into a number's box: what it means, or why it cannot be used.

use super::number_control::NumberProps;
use crate::i18n::arguments::errors;
use crate::i18n::{ParseProblem, Reading, currency_sign, may_go_on, parse_spread, range};
use crate::model::{Limits, Refusal, Spread};
use crate::ui::words::{Unit, Words};

/// Why a text cannot be used.
pub(in crate::ui) struct Wrong {
    pub message: String,
    /// Whether it may only not be finished: "3 o" is on its way to "3 of 40", "10–2" to "10–20".
    pub may_go_on: bool,
}

/// What a text means, with a remark where that is not plain.
pub(in crate::ui) fn read(
    props: &NumberProps,
    text: &str,
) -> Result<(Option<Spread>, Option<String>), Wrong> {
    let words = props.words;
    let parsed = match parse_spread(words.locale, text, props.unit.entry()) {
        Ok(parsed) => parsed,
        Err(ParseProblem::Empty) if props.target.is_optional() => return Ok((None, None)),
        Err(problem) => {
            return Err(Wrong {
                message: unread(words, problem).to_owned(),
                may_go_on: props.target.may_be_uncertain() && may_go_on(words.locale, text),
            });
        }
    };
    let spread = parsed.spread;
    if let Err(refusal) = props.target.check(spread) {
        return Err(Wrong {
            message: refused(words, props.unit, refusal),
            may_go_on: matches!(refusal, Refusal::EmptyInterval | Refusal::MoreThanCounted),
        });
    }
    Ok((
        Some(spread),
        remark(words, props.unit, parsed.reading, spread),
    ))
}

/// Why a text is no number.
pub(in crate::ui) fn unread(words: Words, problem: ParseProblem) -> &'static str {
    let texts = &words.texts().errors;
    match problem {
        ParseProblem::Empty => texts.empty,
        ParseProblem::NotANumber => texts.not_a_number,
        ParseProblem::Grouping => texts.grouping,
        ParseProblem::AmbiguousUnit => texts.ambiguous,
        ParseProblem::TooLarge => texts.too_large,
    }
}

/// What a text was read as, where that is not plain.
pub(in crate::ui) fn remark(
    words: Words,
    unit: Unit,
    reading: Reading,
    spread: Spread,
) -> Option<String> {
    let texts = &words.texts().errors;
    match (reading, spread) {
        (Reading::Interpreted, Spread::Exactly(value)) => {
            Some(texts.read_as(&words.said(unit, value)))
        }
        (Reading::PerhapsMeantPercent, _) => Some(texts.perhaps_percent(errors::PerhapsPercent {
            read: &percent(words, spread, 1.0),
            meant: &percent(words, spread, 100.0),
        })),
        // What a range is read as is said with its band.
        _ => None,
    }
}

/// So many times a number or a range, in percent.
fn percent(words: Words, spread: Spread, times: f64) -> String {
    let said = |value: f64| words.percent((value * times).min(1.0));
    match spread {
        Spread::Exactly(value) => said(value),
        Spread::Between { low, high } => range(words.locale, &said(low), &said(high)),
        Spread::Counted { .. } => String::new(),
    }
}

fn refused(words: Words, unit: Unit, refusal: Refusal) -> String {
    let texts = &words.texts().errors;
    let plain = match refusal {
        Refusal::OutOfRange(limits) | Refusal::Required(limits) | Refusal::NotInside(limits) => {
            let strictly = matches!(refusal, Refusal::NotInside(_));
            return allowed(words, unit, limits, strictly);
        }
        Refusal::EmptyInterval => texts.empty_interval,
        Refusal::NotCounts => texts.counts,
        Refusal::MoreThanCounted => texts.more_than_counted,
        Refusal::OnlyExactly | Refusal::NotThere => texts.not_a_number,
    };
    plain.to_owned()
}

/// What numbers are allowed; `strictly` where the ends themselves are not.
pub(in crate::ui) fn allowed(words: Words, unit: Unit, limits: Limits, strictly: bool) -> String {
    let texts = &words.texts().errors;
    let (min, max) = (
        &*words.said(unit, limits.min),
        &*words.said(unit, limits.max),
    );
    if strictly {
        texts.inside(errors::Inside { min, max })
    } else if limits.whole {
        texts.whole(errors::Whole { min, max })
    } else if limits.above_min {
        texts.above(errors::Above { min, max })
    } else {
        texts.between(errors::Between { min, max })
    }
}

/// The unit's sign before or after the box, where the language writes it.
pub(in crate::ui) fn affixes(
    words: Words,
    unit: Unit,
) -> (Option<&'static str>, Option<&'static str>) {
    use crate::i18n::Locale::{En, Tr};
    let sign = match unit {
        Unit::Plain => return (None, None),
        Unit::Percent => "%",
        Unit::Money => currency_sign(words.currency),
    };
    let leads = match unit {
        Unit::Percent => words.locale == Tr,
        _ => matches!(words.locale, En | Tr),
    };
    if leads {
        (Some(sign), None)
    } else {
        (None, Some(sign))
    }
}
