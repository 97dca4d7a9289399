//! The pipeline's rows: what comes in, what is lost at every step, and the numbers to change it.

use yew::prelude::*;

use super::labels::label;
use super::visible::RowId;
use crate::insights::Input;
use crate::model::{Field, MOST_CHANNELS, MOST_STAGES};
use crate::runner::MonthReport;
use crate::state::Action;
use crate::ui::app::{App, Msg};
use crate::ui::charts::input_curve::Shown;
use crate::ui::charts::share_bar::share_bar;
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::opens;
use crate::ui::controls::target::Target;
use crate::ui::words::{Unit, Words};

/// What a row shows beside its control.
pub(in crate::ui) struct Info<'a> {
    pub name: String,
    /// The fact's id and exact value, and how it is shown.
    pub number: Option<(String, f64, String)>,
    /// What fills the bar and what of it goes on, as shares of all leads.
    pub bar: Option<(f64, f64)>,
    pub notes: Vec<Html>,
    pub more: Option<(RowId, &'a str)>,
}

impl App {
    pub(in crate::ui) fn pipeline(&self, context: &Context<Self>) -> Html {
        let words = self.words();
        let texts = &words.texts().rows;
        let document = self.state().document();
        let state = self.state();
        let (drawn_channels, drawn_stages) = self.drawn_rows();
        let channels = state
            .channel_ids
            .iter()
            .enumerate()
            .take(drawn_channels)
            .map(|(at, id)| self.channel(context, words, at, RowId::Channel(*id)));
        let stages = state
            .stage_ids
            .iter()
            .enumerate()
            .take(drawn_stages)
            .map(|(at, id)| self.stage(context, words, at, RowId::Stage(*id)));
        let names = &words.texts().names;
        let (add_stage, add_channel) = (self.dispatch(), self.dispatch());
        let at = document.stages.len();
        html! {
            <section class="pipeline" aria-labelledby="pipeline-title">
                <div class="section-head">
                    <h2 id="pipeline-title">{ texts.title }</h2>
                    <p class="average">{ texts.average(&words.whole(document.months.get())) }</p>
                </div>
                <ol class="rows">{ for channels }</ol>
                <ol class="rows">{ for stages }</ol>
                <ol class="rows">{ for self.has_all_rows().then(|| self.deal(context, words)) }</ol>
                <p class="add">
                    <button type="button" data-action="add-stage" aria-disabled={(at >= MOST_STAGES).then_some("true")}
                        onclick={Callback::from(move |_: MouseEvent| add_stage.emit(Action::InsertStage { at, name: names.new_stage.to_owned() }))}>{ texts.add_stage }</button>
                    <button type="button" data-action="add-channel" aria-disabled={(document.channels.len() >= MOST_CHANNELS).then_some("true")}
                        onclick={Callback::from(move |_: MouseEvent| add_channel.emit(Action::AddChannel { name: names.new_channel.to_owned() }))}>{ texts.add_channel }</button>
                </p>
            </section>
        }
    }

    pub(in crate::ui) fn row(
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
                            { opens("row-number", &fact, Some(value), text) }
                        }
                    </div>
                    if let Some((whole, on)) = info.bar {
                        { share_bar(whole, on) }
                    }
                    <div class="row-foot">
                        <p class="notes">{ for notes }</p>
                        { for more }
                    </div>
                </div>
                <div class="row-control">{ controls }</div>
                <div class="row-more" id={details_id} hidden={!open}>
                    if open { <p class="note uncertain-note">{ self.words().texts().rows.uncertain }</p> }
                    { for details }
                </div>
            </li>
        }
    }

    /// The control of one number.
    pub(in crate::ui) fn number(&self, words: Words, field: Field, of: &str) -> Html {
        let value = field.get(self.state().document());
        let label = label(words, field, self.state().document());
        // The same in every language and wherever its row moves, so that what is being typed stays.
        let path = field.path().to_string();
        let key = path.split_once('.').map_or(&*path, |(_, key)| key);
        html! {
            <NumberControl key={key} target={Target::Field(field)} {words} unit={Unit::of(field)}
                {label} of={of.to_owned()}
                {value}
                spread={field.spread(self.state().document())}
                invalid={self.state().invalid.contains(&field)}
                range={self.range(Input::Field(field))}
                curve={self.curve(Input::Field(field))}
                present={self.present()}
                curve_shows={Shown::Objective(self.state().view().objective)}
                dispatch={self.dispatch()} />
        }
    }
}

/// The mean month of a horizon.
pub(super) fn mean(months: &[MonthReport], of: impl Fn(&MonthReport) -> f64) -> f64 {
    let sum: f64 = months.iter().map(of).sum();
    // A horizon has 60 months at most.
    let count = u32::try_from(months.len().max(1)).map_or(1.0, f64::from);
    sum / count
}
