//! Why a file cannot be opened, in words: where, and what is allowed there.

use crate::i18n::explorer::arguments::problems as with;
use crate::model::{Expected, Problem, ProblemKind};
use crate::ui::controls::reading::allowed;
use crate::ui::words::{Unit, Words};

/// Sentences about a problem; without one the file could not be read at all.
pub(super) fn reason(words: Words, problem: Option<&Problem>) -> String {
    let texts = &words.explorer().problems;
    let Some(problem) = problem else {
        return texts.unreadable.to_owned();
    };
    let what = what(words, &problem.kind);
    if problem.path.is_root() {
        what
    } else {
        [&texts.place(&problem.path.to_string()), " ", &*what].concat()
    }
}

fn what(words: Words, kind: &ProblemKind) -> String {
    let texts = &words.explorer().problems;
    let errors = &words.texts().errors;
    let count = |count: usize| words.whole(crate::runner::count(count));
    let plain = match kind {
        ProblemKind::TooLong { limit } => return texts.too_long(&count(limit / 1024)),
        ProblemKind::Syntax { line, column } => {
            return texts.syntax(with::Syntax {
                line: &count(*line),
                column: &count(*column),
            });
        }
        ProblemKind::DuplicateKey(key) => {
            let shown: String = key
                .chars()
                .filter(|sign| !sign.is_control())
                .take(60)
                .collect();
            return texts.twice(&shown);
        }
        ProblemKind::WrongKind(expected) => return texts.kind(&kind_name(words, *expected)),
        ProblemKind::OutOfRange(limits) => return allowed(words, Unit::Plain, *limits, false),
        ProblemKind::NotInside(limits) => return allowed(words, Unit::Plain, *limits, true),
        ProblemKind::UnknownChoice(choices) => return texts.choice(&choices.join(", ")),
        ProblemKind::WrongLength { min, max } => {
            return texts.length(with::Length {
                min: &count(*min),
                max: &count(*max),
            });
        }
        ProblemKind::NoSuchStage { stages } => return texts.stage(&count(*stages)),
        ProblemKind::NoSuchChannel { channels } => return texts.channel(&count(*channels)),
        ProblemKind::NotUtf8 => texts.not_text,
        ProblemKind::TooDeep => texts.too_deep,
        ProblemKind::UnknownField => texts.unknown,
        ProblemKind::Missing => texts.missing,
        ProblemKind::EmptyInterval => errors.empty_interval,
        ProblemKind::MoreThanCounted => errors.more_than_counted,
        ProblemKind::NotAMonth => errors.month,
        ProblemKind::NotACurrency => texts.currency,
        ProblemKind::NameTooLong { .. } => errors.name,
        ProblemKind::ControlCharacter => texts.control,
        ProblemKind::UnknownVersion => texts.version,
        ProblemKind::ChurnOfOneOffDeals => texts.churn,
        ProblemKind::SameName => texts.name,
    };
    plain.to_owned()
}

fn kind_name(words: Words, expected: Expected) -> String {
    let texts = &words.explorer().problems;
    let (name, or_null) = match expected {
        Expected::Number => (texts.number, false),
        Expected::NumberOrNull => (texts.number, true),
        Expected::NumberOrInterval => (texts.interval, false),
        Expected::Conversion => (texts.conversion, false),
        Expected::Text => (texts.text, false),
        Expected::Object => (texts.object, false),
        Expected::ObjectOrNull => (texts.object, true),
        Expected::List => (texts.list, false),
        Expected::ListOrNull => (texts.list, true),
    };
    if or_null {
        texts.or_null(name)
    } else {
        name.to_owned()
    }
}
