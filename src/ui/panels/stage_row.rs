//! The row of a stage: what starts it, what is lost there, and the numbers to change that.

use yew::prelude::*;

use super::rows::{Info, mean};
use super::visible::{RowId, of_stage};
use crate::i18n::arguments::rows;
use crate::model::{Document, Field, StageField, WaitingOrder};
use crate::state::Action;
use crate::ui::app::App;
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::opens::opens;
use crate::ui::controls::text_box::{TextBox, TextKind};
use crate::ui::words::Words;

impl App {
    pub(in crate::ui) fn stage(
        &self,
        context: &Context<Self>,
        words: Words,
        at: usize,
        row: RowId,
    ) -> Html {
        let texts = words.texts();
        let document = self.state().document();
        let Some(stage) = document.stages.get(at) else {
            return Html::default();
        };
        let months = &self.answer().comparison.baseline.months;
        let leads = mean(months, |month| month.leads);
        let of = |list: &[f64]| list.get(at).copied().unwrap_or_default();
        let started = mean(months, |month| of(&month.started));
        let advanced = mean(months, |month| of(&month.advanced));
        let lost = mean(months, |month| of(&month.lost) + of(&month.went_cold));
        let waiting = months.last().map_or(0.0, |month| of(&month.waiting));
        let share = |units: f64| {
            if leads > 0.0 {
                (units / leads).min(1.0)
            } else {
                0.0
            }
        };
        let gone = if advanced + lost > 0.0 {
            lost / (advanced + lost)
        } else {
            0.0
        };
        let lost_words = texts.rows.lost(rows::Lost {
            lost: &words.units(lost),
            share: &words.percent(gone),
        });
        let mut notes = vec![opens(
            "loss",
            &format!("lost[{at}]"),
            Some(lost),
            lost_words,
        )];
        let overloaded = self
            .answer()
            .comparison
            .waiting
            .is_some_and(|waiting| waiting.stage == at);
        if waiting >= 0.5 && stage.capacity_per_month.is_some() {
            let waiting_words = texts.rows.waiting(&words.units(waiting));
            let name = format!("waiting[{at}]");
            notes.push(opens("", &name, Some(waiting), waiting_words));
        }
        if overloaded {
            notes.push(html! { <span class="loss">{ texts.rows.over_capacity }</span> });
        }
        let info = Info {
            name: stage.name.clone(),
            number: Some((format!("started[{at}]"), started, words.units(started))),
            bar: Some((share(started), share(advanced))),
            notes,
            more: Some((row, texts.rows.more_stage)),
        };
        let name = words.quoted(&stage.name);
        let more = self
            .is_open(row)
            .then(|| self.stage_details(words, at, document, &name));
        self.row(
            context,
            info,
            self.number(words, Field::Stage(at, StageField::Conversion), &name),
            more,
        )
    }

    fn stage_details(&self, words: Words, at: usize, document: &Document, name: &str) -> Html {
        let texts = words.texts();
        let stages = document.stages.len();
        let stage = document.stages.get(at);
        let order = stage.map(|stage| stage.waiting.order).unwrap_or_default();
        let plain_name = stage.map(|stage| stage.name.clone()).unwrap_or_default();
        let orders = [
            Entry::new("oldestFirst", texts.fields.oldest_first),
            Entry::new("newestFirst", texts.fields.newest_first),
        ];
        let chosen = if order == WaitingOrder::NewestFirst {
            "newestFirst"
        } else {
            "oldestFirst"
        };
        let by_order = self.dispatch();
        let rename = self
            .dispatch()
            .reform(move |name| Action::RenameStage(at, name));
        let button = |id: &'static str, text: &'static str, off: bool, action: Action| {
            let dispatch = self.dispatch();
            html! {
                <button type="button" data-action={id} aria-disabled={off.then_some("true")}
                    onclick={Callback::from(move |_: MouseEvent| dispatch.emit(action.clone()))}>
                    { text }<span class="unseen">{ " " }{ name.to_owned() }</span></button>
            }
        };
        html! {
            <>
                <TextBox id={format!("stages[{at}].name")} label={texts.fields.name} of={name.to_owned()} value={plain_name}
                    problem={texts.errors.name} kind={TextKind::Name} on_text={rename} />
                <div class="fields">{ for of_stage(document, at).into_iter().map(|field| self.number(words, field, name)) }</div>
                { choice(&format!("stages[{at}].waiting.order"), texts.fields.order, name, &orders, chosen, move |id| {
                    let order = if id == "newestFirst" { WaitingOrder::NewestFirst } else { WaitingOrder::OldestFirst };
                    by_order.emit(Action::SetWaitingOrder(at, order));
                }) }
                <p class="row-actions">
                    { button("move-up", texts.rows.move_up, at == 0, Action::MoveStage { from: at, to: at.saturating_sub(1) }) }
                    { button("move-down", texts.rows.move_down, at + 1 >= stages, Action::MoveStage { from: at, to: at + 1 }) }
                    { button("remove-stage", texts.rows.remove, stages < 2, Action::RemoveStage(at)) }
                </p>
            </>
        }
    }
}
