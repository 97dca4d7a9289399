//! The numbers of one change, to be edited in place: what, where, to which value, from when on, at which price.

use yew::prelude::*;

use super::boxes::NumberBox;
use super::sentences::{is_factor, unit};
use super::{Msg, ScenariosPanel};
use crate::model::{
    Change, ChannelField, DealField, Document, Field, Lever, LeverField, LeverKind, ScenarioEdit,
    StageField, WaitingOrder,
};
use crate::state::Gesture;
use crate::ui::controls::choice::{Choice, Entry};
use crate::ui::explorer::pieces::month;
use crate::ui::panels::labels::label;
use crate::ui::words::{Unit, Words};

/// The entries of the choice of an order.
const ORDERS: [(&str, WaitingOrder); 2] = [
    ("oldestFirst", WaitingOrder::OldestFirst),
    ("newestFirst", WaitingOrder::NewestFirst),
];

/// Everything that an editor has to know.
struct Editor<'a> {
    context: &'a Context<ScenariosPanel>,
    place: usize,
    at: usize,
    lever: &'a Lever,
    of: String,
}

pub(super) fn change(
    context: &Context<ScenariosPanel>,
    place: usize,
    at: usize,
    lever: &Lever,
    of: &str,
) -> Html {
    let words = context.props().words;
    let editor = Editor {
        context,
        place,
        at,
        lever,
        of: words.quoted(of),
    };
    let (texts, payback) = (&words.explorer().scenarios, &words.explorer().payback);
    let steps = &words.explorer().steps;
    let value = if is_factor(&lever.change) {
        texts.of_today
    } else {
        texts.to
    };
    html! {
        <div class="panel-fields" data-editor="change">
            { editor.kind() }
            { editor.target() }
            { editor.order() }
            { editor.number(LeverField::Value, unit(&lever.change), value) }
            { editor.number(LeverField::Quality, Unit::Plain, texts.extra_quality) }
            { editor.number(LeverField::CostPerLead, Unit::Money, texts.extra_price) }
            { editor.start() }
            { editor.number(LeverField::RampMonths, Unit::Plain, payback.ramp) }
            { editor.number(LeverField::OneOffCost, Unit::Money, steps.once) }
            { editor.number(LeverField::CostPerMonth, Unit::Money, steps.monthly) }
        </div>
    }
}

impl Editor<'_> {
    fn words(&self) -> Words {
        self.context.props().words
    }

    fn document(&self) -> &Document {
        &self.context.props().shared.document
    }

    fn id(&self, field: &str) -> String {
        let (place, at) = (self.place.to_string(), self.at.to_string());
        ["scenarios[", &place, "].levers[", &at, "].", field].concat()
    }

    /// What puts a lever in the place of this one.
    fn put<T: 'static>(
        &self,
        lever: impl Fn(T) -> Option<(Lever, Gesture)> + 'static,
    ) -> Callback<T> {
        let (place, at) = (self.place, self.at);
        self.context.link().batch_callback(move |given: T| {
            let (lever, gesture) = lever(given)?;
            Some(Msg::Do(ScenarioEdit::SetLever(place, at, lever), gesture))
        })
    }

    fn choose(
        &self,
        field: &str,
        label: &'static str,
        entries: Vec<Entry>,
        chosen: String,
        on_choice: Callback<String>,
    ) -> Html {
        html! {
            <Choice key={field.to_owned()} id={self.id(field)} {label} of={self.of.clone()} {entries} {chosen} {on_choice} />
        }
    }

    /// What is changed. Another kind begins anew, with the same timing and price.
    fn kind(&self) -> Html {
        let words = self.words();
        let kinds = self.document().lever_kinds();
        let entries =
            kinds.map(|kind| Entry::new(kind.id(), kind_name(words, self.document(), kind)));
        let place = self.lever.change.place().unwrap_or_default();
        let (document, lever) = (self.document().clone(), *self.lever);
        let change = self.put(move |id: String| {
            let change = document.change_of(LeverKind::from_id(&id)?, place);
            Some((Lever { change, ..lever }, Gesture::Done))
        });
        let chosen = self.lever.change.kind().id().to_owned();
        self.choose(
            "kind",
            words.explorer().payback.lever,
            entries.collect(),
            chosen,
            change,
        )
    }

    /// The stage or the channel that is changed.
    fn target(&self) -> Option<Html> {
        let words = self.words();
        let target = self.lever.change.place()?;
        let is_channel = matches!(self.lever.change, Change::Leads { .. });
        let names: Vec<&str> = if is_channel {
            let channels = self.document().channels.iter();
            channels.map(|channel| &*channel.name).collect()
        } else {
            let stages = self.document().stages.iter();
            stages.map(|stage| &*stage.name).collect()
        };
        let names = names.into_iter().enumerate();
        let entries = names.map(|(at, name)| Entry::new(at.to_string(), name.to_owned()));
        let (document, lever) = (self.document().clone(), *self.lever);
        let change = self.put(move |id: String| {
            let change = document.change_of(lever.change.kind(), id.parse().ok()?);
            Some((Lever { change, ..lever }, Gesture::Done))
        });
        let label = if is_channel {
            words.texts().ways.channel
        } else {
            words.texts().ways.stage
        };
        let chosen = target.to_string();
        Some(self.choose("target", label, entries.collect(), chosen, change))
    }

    /// Who is next in the line.
    fn order(&self) -> Option<Html> {
        let Change::WaitingOrder { stage, to } = self.lever.change else {
            return None;
        };
        let texts = &self.words().texts().fields;
        let names = [texts.oldest_first, texts.newest_first];
        let entries = ORDERS.iter().zip(names);
        let entries = entries.map(|((id, _), name)| Entry::new(*id, name));
        let mut orders = ORDERS.iter();
        let chosen = orders.find(|(_, order)| *order == to);
        let chosen = chosen.map_or("", |(id, _)| *id).to_owned();
        let lever = *self.lever;
        let change = self.put(move |id: String| {
            let (_, to) = ORDERS.into_iter().find(|(known, _)| *known == id)?;
            let change = Change::WaitingOrder { stage, to };
            Some((Lever { change, ..lever }, Gesture::Done))
        });
        Some(self.choose("order", texts.order, entries.collect(), chosen, change))
    }

    fn number(&self, field: LeverField, unit: Unit, label: &'static str) -> Option<Html> {
        let limits = field.limits(self.lever.change)?;
        let words = self.words();
        let lever = *self.lever;
        let put = self.put(move |(value, gesture): (Option<f64>, Gesture)| {
            Some((field.put(lever, value)?, gesture))
        });
        let otherwise = field
            .is_optional()
            .then(|| AttrValue::from(words.explorer().scenarios.as_channel));
        // A number of another kind of change is another number.
        let key = [field.id(), lever.change.kind().id()].concat();
        Some(html! {
            <NumberBox {key} id={self.id(field.id())} {words} {unit} {label} of={self.of.clone()} {limits}
                value={field.get(self.lever)} {otherwise} on_number={put} />
        })
    }

    /// From which month on. A start that a longer horizon was planned with stays to be seen.
    fn start(&self) -> Html {
        let words = self.words();
        let start = self.lever.start_month.whole();
        let months = self.document().months.whole();
        let later = (start >= months).then_some(start);
        let entries = (0..months).chain(later).map(|at| {
            let name = usize::try_from(at).ok();
            let name = month(words, self.document(), name).unwrap_or_default();
            Entry::new(at.to_string(), name)
        });
        let lever = *self.lever;
        let change = self.put(move |id: String| {
            let lever = LeverField::StartMonth.put(lever, id.parse().ok())?;
            Some((lever, Gesture::Done))
        });
        let label = words.explorer().payback.start;
        self.choose(
            "startMonth",
            label,
            entries.collect(),
            start.to_string(),
            change,
        )
    }
}

/// What a kind of change is called: as the number that it moves.
fn kind_name(words: Words, document: &Document, kind: LeverKind) -> &'static str {
    let field = match kind {
        LeverKind::WaitingOrder => return words.texts().fields.order,
        LeverKind::Conversion => Field::Stage(0, StageField::Conversion),
        LeverKind::Leads => Field::Channel(0, ChannelField::LeadsPerMonth),
        LeverKind::Days => Field::Stage(0, StageField::DaysMean),
        LeverKind::Capacity => Field::Stage(0, StageField::CapacityPerMonth),
        LeverKind::DealSize => Field::Deal(DealField::Size),
        LeverKind::Churn => Field::Deal(DealField::MonthlyChurn),
        LeverKind::PaymentDays => Field::Deal(DealField::PaymentDays),
    };
    label(words, field, document)
}
