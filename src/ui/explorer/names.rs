//! What the document's numbers and parts are called.

use crate::i18n::signed;
use crate::model::{Document, Field};
use crate::ui::panels::labels::label;
use crate::ui::words::{Unit, Words};

/// A number's name with what it belongs to, such as "Negotiation": Conversion.
pub(super) fn field_name(words: Words, document: &Document, field: Field) -> String {
    let label = label(words, field, document);
    let owner = match field {
        Field::Channel(channel, _) => channel_name(words, document, channel),
        Field::Stage(stage, _) => stage_name(words, document, stage),
        Field::Deal(_) | Field::Months => return label.to_owned(),
    };
    [&owner, ": ", label].concat()
}

/// A stage's name in quotation marks.
pub(super) fn stage_name(words: Words, document: &Document, stage: usize) -> String {
    let stage = document.stages.get(stage);
    words.quoted(stage.map_or("", |stage| &stage.name))
}

/// A channel's name in quotation marks.
pub(super) fn channel_name(words: Words, document: &Document, channel: usize) -> String {
    let channel = document.channels.get(channel);
    words.quoted(channel.map_or("", |channel| &channel.name))
}

/// A scenario's name in quotation marks.
pub(super) fn scenario_name(words: Words, document: &Document, scenario: usize) -> String {
    let scenario = document.scenarios.get(scenario);
    words.quoted(scenario.map_or("", |scenario| &scenario.name))
}

/// A number's value with its unit.
pub(super) fn field_value(words: Words, field: Field, value: f64) -> String {
    words.said(Unit::of(field), value)
}

/// A difference with its sign, from which no end of a line parts the sign of a currency: "-€19K".
pub(super) fn gained(difference: String) -> String {
    signed(difference).replacen('-', "-\u{2060}", 1)
}
