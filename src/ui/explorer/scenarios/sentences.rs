//! Changes in plain words.

use crate::i18n::explorer::arguments::scenarios as with;
use crate::i18n::{percent_auto, significant};
use crate::model::{
    Change, ChannelField, DealField, Document, Field, Lever, LeverField, StageField, WaitingOrder,
};
use crate::ui::explorer::names::{channel_name, field_value, stage_name};
use crate::ui::explorer::pieces::month;
use crate::ui::words::{Unit, Words};

/// The number of the document that a change moves; none where it moves none.
pub(super) const fn moved_field(change: &Change) -> Option<Field> {
    Some(match *change {
        Change::Conversion { stage, .. } => Field::Stage(stage, StageField::Conversion),
        Change::Leads { channel, .. } => Field::Channel(channel, ChannelField::LeadsPerMonth),
        Change::Days { stage, .. } => Field::Stage(stage, StageField::DaysMean),
        Change::Capacity { stage, .. } => Field::Stage(stage, StageField::CapacityPerMonth),
        Change::WaitingOrder { .. } => return None,
        Change::DealSize { .. } => Field::Deal(DealField::Size),
        Change::Churn { .. } => Field::Deal(DealField::MonthlyChurn),
        Change::PaymentDays { .. } => Field::Deal(DealField::PaymentDays),
    })
}

/// Whether a change multiplies its number.
pub(super) const fn is_factor(change: &Change) -> bool {
    matches!(
        change,
        Change::Leads { .. } | Change::Days { .. } | Change::DealSize { .. }
    )
}

/// What a lever changes, from when on, and at which price.
pub(in crate::ui::explorer) fn sentence(
    words: Words,
    document: &Document,
    lever: &Lever,
) -> String {
    let texts = &words.explorer().scenarios;
    let mut parts = vec![changed(words, document, lever)];
    if let Change::Leads {
        quality,
        cost_per_lead,
        ..
    } = lever.change
    {
        let quality = quality.map(|quality| significant(words.locale, quality.get(), 6));
        parts.extend(quality.map(|quality| texts.quality(&quality)));
        let price = cost_per_lead.map(|price| words.money(price.get()));
        parts.extend(price.map(|price| texts.price(&price)));
    }
    let start = lever.start_month.whole();
    if start > 0 {
        let name = usize::try_from(start).ok();
        let name = name.and_then(|start| month(words, document, Some(start)));
        parts.extend(name.map(|name| texts.starts(&name)));
    }
    let number = |field: LeverField| field.get(lever).filter(|number| *number > 0.0);
    let ramp = number(LeverField::RampMonths).map(|months| words.whole(months));
    parts.extend(ramp.map(|months| texts.ramp(&months)));
    let once = number(LeverField::OneOffCost).map(|cost| words.money(cost));
    parts.extend(once.map(|cost| texts.once(&cost)));
    let monthly = number(LeverField::CostPerMonth).map(|cost| words.money(cost));
    parts.extend(monthly.map(|cost| texts.monthly(&cost)));
    parts.join(", ")
}

fn changed(words: Words, document: &Document, lever: &Lever) -> String {
    let texts = &words.explorer().scenarios;
    let field = moved_field(&lever.change);
    let now = field.and_then(|field| field.get(document));
    let said = |value: Option<f64>| match (field, value) {
        (Some(field), Some(value)) => field_value(words, field, value),
        _ => texts.no_limit.to_owned(),
    };
    let value = LeverField::Value.get(lever);
    let then = if is_factor(&lever.change) {
        now.zip(value).map(|(now, times)| now * times)
    } else {
        value
    };
    let (from, to) = (&*said(now), &*said(then));
    let at = |stage: usize| stage_name(words, document, stage);
    match lever.change {
        Change::Conversion { stage, .. } => texts.conversion(with::Conversion {
            stage: &at(stage),
            from,
            to,
        }),
        Change::Leads { channel, .. } => texts.leads(with::Leads {
            channel: &channel_name(words, document, channel),
            from,
            to,
        }),
        Change::Days { stage, .. } => texts.days(with::Days {
            stage: &at(stage),
            from,
            to,
        }),
        Change::Capacity { stage, .. } => texts.capacity(with::Capacity {
            stage: &at(stage),
            from,
            to,
        }),
        Change::WaitingOrder { stage, to } => match to {
            WaitingOrder::NewestFirst => texts.newest_first(&at(stage)),
            WaitingOrder::OldestFirst => texts.oldest_first(&at(stage)),
        },
        Change::DealSize { .. } => texts.deal_size(with::DealSize { from, to }),
        Change::Churn { .. } => texts.churn(with::Churn { from, to }),
        Change::PaymentDays { .. } => texts.payment_days(with::PaymentDays { from, to }),
    }
}

/// What the value of a change is counted in: factors as shares of today.
pub(super) fn unit(change: &Change) -> Unit {
    match moved_field(change) {
        Some(_) if is_factor(change) => Unit::Percent,
        Some(field) => Unit::of(field),
        None => Unit::Plain,
    }
}

/// A difference of shares, in percentage points.
pub(super) fn points(words: Words, difference: f64) -> String {
    // As a percentage, without its sign.
    let shown = percent_auto(words.locale, difference);
    let shown = shown.replace(['%', '\u{a0}'], "");
    words.explorer().scenarios.points(&shown)
}
