//! What is typed into a number's box: what it means, or why it cannot be used.

use super::number_control::NumberProps;
use crate::i18n::arguments::errors;
use crate::i18n::{ParseProblem, Reading, currency_sign, parse_number};
use crate::model::Limits;
use crate::ui::words::{Unit, Words};

/// What a text means, with a remark where that is not plain.
pub(in crate::ui) fn read(
    props: &NumberProps,
    text: &str,
) -> Result<(Option<f64>, Option<String>), String> {
    let (words, texts) = (props.words, &props.words.texts().errors);
    let parsed = match parse_number(words.locale, text, props.unit.entry()) {
        Ok(parsed) => parsed,
        Err(ParseProblem::Empty) if props.target.is_optional() => return Ok((None, None)),
        Err(problem) => {
            return Err(match problem {
                ParseProblem::Empty => texts.empty,
                ParseProblem::NotANumber => texts.not_a_number,
                ParseProblem::Grouping => texts.grouping,
                ParseProblem::AmbiguousUnit => texts.ambiguous,
                ParseProblem::TooLarge => texts.too_large,
            }
            .to_owned());
        }
    };
    let (value, limits) = (parsed.value, props.target.limits());
    if !limits.allow(value) {
        return Err(allowed(words, props.unit, limits));
    }
    let hint = match parsed.reading {
        Reading::Literal => None,
        Reading::Interpreted => Some(texts.read_as(&words.said(props.unit, value))),
        Reading::PerhapsMeantPercent => {
            let meant = (value * 100.0).min(1.0);
            Some(texts.perhaps_percent(errors::PerhapsPercent {
                read: &words.percent(value),
                meant: &words.percent(meant),
            }))
        }
    };
    Ok((Some(value), hint))
}

fn allowed(words: Words, unit: Unit, limits: Limits) -> String {
    let texts = &words.texts().errors;
    let (min, max) = (
        &*words.said(unit, limits.min),
        &*words.said(unit, limits.max),
    );
    if limits.whole {
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
