//! The row of a channel: its leads, their price, and what else is known of them.

use yew::prelude::*;

use super::rows::Info;
use super::visible::{RowId, of_channel};
use crate::model::{ChannelField, Field};
use crate::state::Action;
use crate::ui::app::App;
use crate::ui::controls::text_box::{TextBox, TextKind};
use crate::ui::words::Words;

impl App {
    pub(in crate::ui) fn channel(
        &self,
        context: &Context<Self>,
        words: Words,
        at: usize,
        row: RowId,
    ) -> Html {
        let texts = words.texts();
        let document = self.state().document();
        let Some(channel) = document.channels.get(at) else {
            return Html::default();
        };
        let only = document.channels.len() == 1;
        let leads = channel.leads_per_month.middle();
        let all: f64 = document
            .channels
            .iter()
            .map(|channel| channel.leads_per_month.middle())
            .sum();
        let mean = self.answer().comparison.baseline.totals.leads / document.months.get();
        let share = if all > 0.0 { leads / all } else { 0.0 };
        let cost = leads * channel.cost_per_lead.get();
        let of = if only {
            String::new()
        } else {
            words.quoted(&channel.name)
        };
        let info = Info {
            name: channel.name.clone(),
            number: only.then(|| ("leads.baseline".to_owned(), mean, words.units(mean))),
            bar: Some((share, share)),
            notes: vec![html! { texts.rows.leads_cost(&words.short_money(cost)) }],
            more: Some((row, texts.rows.more_channel)),
        };
        let controls = html! {
            <div class="control-pair">
                { self.number(words, Field::Channel(at, ChannelField::LeadsPerMonth), &of) }
                { self.number(words, Field::Channel(at, ChannelField::CostPerLead), &of) }
            </div>
        };
        let rename = self
            .dispatch()
            .reform(move |name| Action::RenameChannel(at, name));
        let remove = self.dispatch();
        let more = self.is_open(row).then(|| html! {
            <>
                <TextBox id={format!("channels[{at}].name")} label={texts.fields.name} of={of.clone()} value={channel.name.clone()}
                    problem={texts.errors.name} kind={TextKind::Name} on_text={rename} />
                <div class="fields">{ for of_channel(at).into_iter().map(|field| self.number(words, field, &of)) }</div>
                <p class="row-actions">
                    <button type="button" data-action="remove-channel" aria-disabled={only.then_some("true")}
                        onclick={Callback::from(move |_: MouseEvent| remove.emit(Action::RemoveChannel(at)))}>
                        { texts.rows.remove }<span class="unseen">{ " " }{ words.quoted(&channel.name) }</span></button>
                </p>
            </>
        });
        self.row(context, info, controls, more)
    }
}
