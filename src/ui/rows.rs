//! The pipeline's rows: what comes in, what is lost at every step, and the numbers to change it.

use yew::prelude::*;

use super::amounts::{mean, width};
use super::app::{App, Msg};
use super::choice::{Entry, choice};
use super::labels::label;
use super::number_control::NumberControl;
use super::target::Target;
use super::text_box::{TextBox, TextKind};
use super::visible::{RowId, of_channel, of_deal, of_stage};
use super::words::{Unit, Words};
use crate::model::{
    BillingKind, ChannelField, Currency, DealField, Document, Field, MOST_CHANNELS, MOST_STAGES,
    Month, Opening, StageField, WaitingOrder,
};
use crate::state::Action;

/// The width of a whole bar.
pub(super) const WHOLE: f64 = 1000.0;

/// What a row shows beside its control.
struct Info<'a> {
    name: String,
    /// The fact's id and exact value, and how it is shown.
    number: Option<(String, f64, String)>,
    /// What fills the bar and what of it goes on, as shares of all leads.
    bar: Option<(f64, f64)>,
    notes: Vec<Html>,
    more: Option<(RowId, &'a str)>,
}

impl App {
    pub(super) fn pipeline(&self, context: &Context<Self>) -> Html {
        let words = self.words();
        let texts = &words.texts().rows;
        let document = self.state().document();
        let state = self.state();
        let channels = state
            .channel_ids
            .iter()
            .enumerate()
            .map(|(at, id)| self.channel(context, words, at, RowId::Channel(*id)));
        let stages = state
            .stage_ids
            .iter()
            .enumerate()
            .map(|(at, id)| self.stage(context, words, at, RowId::Stage(*id)));
        let names = &words.texts().names;
        let (add_stage, add_channel) = (self.dispatch(), self.dispatch());
        let at = document.stages.len();
        html! {
            <section class="pipeline" aria-labelledby="pipeline-title">
                <div class="section-head">
                    <h2 id="pipeline-title">{ texts.title }</h2>
                    <p class="average">{ (texts.average)(&words.whole(document.months.get())) }</p>
                </div>
                <ol class="rows">{ for channels }</ol>
                <ol class="rows">{ for stages }</ol>
                <ol class="rows">{ self.deal(context, words) }</ol>
                <p class="add">
                    <button type="button" data-action="add-stage" disabled={at >= MOST_STAGES}
                        onclick={Callback::from(move |_: MouseEvent| add_stage.emit(Action::InsertStage { at, name: names.new_stage.to_owned() }))}>{ texts.add_stage }</button>
                    <button type="button" data-action="add-channel" disabled={document.channels.len() >= MOST_CHANNELS}
                        onclick={Callback::from(move |_: MouseEvent| add_channel.emit(Action::AddChannel { name: names.new_channel.to_owned() }))}>{ texts.add_channel }</button>
                </p>
            </section>
        }
    }

    fn channel(&self, context: &Context<Self>, words: Words, at: usize, row: RowId) -> Html {
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
            notes: vec![html! { (texts.rows.leads_cost)(&words.short_money(cost)) }],
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
                    <button type="button" data-action="remove-channel" disabled={only}
                        onclick={Callback::from(move |_: MouseEvent| remove.emit(Action::RemoveChannel(at)))}>
                        { texts.rows.remove }<span class="unseen">{ " " }{ words.quoted(&channel.name) }</span></button>
                </p>
            </>
        });
        self.row(context, info, controls, more)
    }

    fn stage(&self, context: &Context<Self>, words: Words, at: usize, row: RowId) -> Html {
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
        let lost_words = (texts.rows.lost)(&words.units(lost), &words.percent(gone));
        let mut notes = vec![html! {
            <span class="loss" data-fact={format!("lost[{at}]")} data-value={lost.to_string()}>{ lost_words }</span>
        }];
        let overloaded = self
            .answer()
            .comparison
            .waiting
            .is_some_and(|waiting| waiting.stage == at);
        if waiting >= 0.5 && stage.capacity_per_month.is_some() {
            notes.push(html! {
                <span data-fact={format!("waiting[{at}]")} data-value={waiting.to_string()}>{ (texts.rows.waiting)(&words.units(waiting)) }</span>
            });
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
        let button = |id: &'static str, text: &'static str, disabled: bool, action: Action| {
            let dispatch = self.dispatch();
            html! {
                <button type="button" data-action={id} {disabled}
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

    fn deal(&self, context: &Context<Self>, words: Words) -> Html {
        let texts = words.texts();
        let months = &self.answer().comparison.baseline.months;
        let found = &self.answer().comparison.baseline;
        let leads = mean(months, |month| month.leads);
        let won = found.won_per_month;
        let share = if leads > 0.0 {
            (won / leads).min(1.0)
        } else {
            0.0
        };
        let value = found.bookings_per_month;
        let info = Info {
            name: texts.rows.won.to_owned(),
            number: Some(("won.baseline".to_owned(), won, words.units(won))),
            bar: Some((share, share)),
            notes: vec![html! {
                <span data-fact="revenue.baseline" data-value={value.to_string()}>{ (texts.rows.won_value)(&words.short_money(value)) }</span>
            }],
            more: Some((RowId::Deal, texts.rows.more_deal)),
        };
        let more = self.is_open(RowId::Deal).then(|| self.deal_details(words));
        self.row(
            context,
            info,
            self.number(words, Field::Deal(DealField::Size), ""),
            more,
        )
    }

    fn deal_details(&self, words: Words) -> Html {
        let texts = &words.texts().fields;
        let document = self.state().document();
        let billing = [
            Entry::new("oneOff", texts.one_off),
            Entry::new("recurring", texts.recurring),
        ];
        let billed = if document.deal.billing.kind() == BillingKind::Recurring {
            "recurring"
        } else {
            "oneOff"
        };
        let openings = [
            Entry::new("steady", texts.steady),
            Entry::new("empty", texts.empty),
            Entry::new("counts", texts.counts),
        ];
        let opened = match document.opening {
            Opening::Steady => "steady",
            Opening::Empty => "empty",
            Opening::Counts => "counts",
        };
        let others = Currency::all().filter(|currency| !Currency::FIRST.contains(currency));
        let currencies: Vec<Entry> = Currency::FIRST
            .into_iter()
            .chain(others)
            .map(|currency| Entry::new(currency.code(), currency.code()))
            .collect();
        let (by_billing, by_opening, by_currency) =
            (self.dispatch(), self.dispatch(), self.dispatch());
        let (start, title) = (self.dispatch(), self.dispatch());
        let set_start = Callback::from(move |text: String| {
            if let Some(month) = Month::parse(&text) {
                start.emit(Action::SetStart(month));
            }
        });
        html! {
            <>
                <div class="fields">{ for of_deal(document).into_iter().map(|field| self.number(words, field, "")) }</div>
                { choice("deal.billing.kind", texts.billing, "", &billing, billed, move |id| {
                    let kind = if id == "recurring" { BillingKind::Recurring } else { BillingKind::OneOff };
                    by_billing.emit(Action::SetBillingKind(kind));
                }) }
                { choice("opening", texts.opening, "", &openings, opened, move |id| {
                    by_opening.emit(Action::SetOpening(match id.as_str() {
                        "empty" => Opening::Empty,
                        "counts" => Opening::Counts,
                        _ => Opening::Steady,
                    }));
                }) }
                { choice("currency", texts.currency, "", &currencies, document.currency.code(), move |code| {
                    if let Some(currency) = Currency::parse(&code) {
                        by_currency.emit(Action::SetCurrency(currency));
                    }
                }) }
                <TextBox id="start" label={texts.start} value={document.start.to_string()}
                    problem={words.texts().errors.month} kind={TextKind::Month} on_text={set_start} />
                <TextBox id="title" label={texts.title} value={document.title.clone()}
                    problem={words.texts().errors.name} kind={TextKind::Name}
                    on_text={title.reform(Action::SetTitle)} />
            </>
        }
    }

    fn row(
        &self,
        context: &Context<Self>,
        info: Info<'_>,
        controls: Html,
        details: Option<Html>,
    ) -> Html {
        let key = info.more.map_or_else(String::new, |(row, _)| row.key());
        let details_id = format!("more-{key}");
        let more = info.more.map(|(row, text)| {
            html! {
                <button type="button" class="more" data-action="more" aria-expanded={self.is_open(row).to_string()}
                    aria-controls={details_id.clone()}
                    onclick={context.link().callback(move |_: MouseEvent| Msg::Toggle(row))}>
                    { text.to_owned() }<span class="unseen">{ ": " }{ info.name.clone() }</span>
                </button>
            }
        });
        let notes = info
            .notes
            .into_iter()
            .enumerate()
            .map(|(at, note)| html! { <span class="note" key={at}>{ note }</span> });
        let open = details.is_some();
        html! {
            <li class="row" {key}>
                <div class="row-info">
                    <div class="row-head">
                        <h3>{ info.name.clone() }</h3>
                        if let Some((fact, value, text)) = info.number {
                            <span class="row-number" data-fact={fact} data-value={value.to_string()}>{ text }</span>
                        }
                    </div>
                    if let Some((whole, on)) = info.bar {
                        <svg class="bar-chart" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                            <rect class="bar-in" x="0" y="0" height="10" width={width(whole)} />
                            <rect class="bar-on" x="0" y="0" height="10" width={width(on)} />
                        </svg>
                    }
                    <div class="row-foot">
                        <p class="notes">{ for notes }</p>
                        { for more }
                    </div>
                </div>
                <div class="row-control">{ controls }</div>
                <div class="row-more" id={details_id} hidden={!open}>{ for details }</div>
            </li>
        }
    }

    /// The control of one number.
    fn number(&self, words: Words, field: Field, of: &str) -> Html {
        let value = field.get(self.state().document());
        let label = label(words, field, self.state().document());
        html! {
            <NumberControl key={label} target={Target::Field(field)} {words} unit={Unit::of(field)}
                {label} of={of.to_owned()}
                {value}
                invalid={self.state().invalid.contains(&field)}
                range={self.range(field)}
                curve={self.curve(field)}
                present={self.present()}
                objective={self.state().view().objective}
                dispatch={self.dispatch()} />
        }
    }
}
