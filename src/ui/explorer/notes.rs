//! What in the numbers does not go together: what to check, never a block.

use yew::prelude::*;

use super::findings::Found;
use super::names::{channel_name, field_name, stage_name};
use super::published::cycle_ranges;
use crate::i18n::explorer::arguments::notes as with;
use crate::i18n::{duration_days, list};
use crate::insights::{Contradiction, Note};
use crate::model::{Document, ViewField};
use crate::state::Action;
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::target::Target;
use crate::ui::words::{Unit, Words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct NotesProps {
    pub words: Words,
    pub found: Found<Vec<Note>>,
    /// The days from lead to win as the visitor states them.
    pub cycle_days: Option<f64>,
    pub dispatch: Callback<Action>,
}

/// The notes, and what the visitor states for them to be held against.
pub(super) struct Notes;

impl Component for Notes {
    type Message = ();
    type Properties = NotesProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let NotesProps {
            words,
            found,
            cycle_days,
            dispatch,
        } = context.props();
        let (document, notes) = (&found.document, &found.value);
        let texts = &words.explorer().notes;
        let entries = notes.iter().enumerate().map(|(at, note)| {
            let fields: Vec<String> = note
                .check
                .iter()
                .map(|field| field_name(*words, document, *field))
                .collect();
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            let check = (!fields.is_empty()).then(|| texts.check(&list(words.locale, &fields)));
            html! {
                <li key={at} data-note={note.contradiction.id()}>
                    <p>{ said(*words, document, &note.contradiction) }</p>
                    <p class="note">{ check }</p>
                </li>
            }
        });
        html! {
            <section class="checks" aria-labelledby="checks-title">
                <h2 id="checks-title">{ texts.title }</h2>
                <p class="finding" hidden={!notes.is_empty()}>{ texts.fine }</p>
                <ul hidden={notes.is_empty()}>{ for entries }</ul>
                <NumberControl target={Target::View(ViewField::CycleDays)} words={*words} unit={Unit::Plain}
                    label={texts.cycle} value={*cycle_days} dispatch={dispatch.clone()} />
                { cycle_ranges(*words) }
            </section>
        }
    }
}

fn said(words: Words, document: &Document, contradiction: &Contradiction) -> String {
    let texts = &words.explorer().notes;
    let stage_of = |stage: usize| stage_name(words, document, stage);
    let days = |days: f64| duration_days(words.locale, days);
    match *contradiction {
        Contradiction::OpenUnits {
            stage,
            open,
            expected,
            ..
        } => texts.open_units(with::OpenUnits {
            stage: &stage_of(stage),
            open: &words.whole(open),
            expected: &words.units(expected),
        }),
        Contradiction::OpenNeighbours {
            stage,
            open,
            expected,
            ..
        } => texts.open_neighbours(with::OpenNeighbours {
            stage: &stage_of(stage),
            open: &words.whole(open),
            expected: &words.units(expected),
        }),
        Contradiction::CountedNeighbours {
            stage,
            counted,
            advanced_before,
        } => texts.counted_neighbours(with::CountedNeighbours {
            stage: &stage_of(stage),
            counted: &words.whole(counted),
            before: &words.whole(advanced_before),
        }),
        Contradiction::SmallSample {
            stage,
            advanced,
            of,
            low,
            high,
            is_top_leak,
        } => {
            let sample = texts.small_sample(with::SmallSample {
                stage: &stage_of(stage),
                advanced: &words.whole(advanced),
                of: &words.whole(of),
                low: &words.percent(low),
                high: &words.percent(high),
            });
            let chance = if is_top_leak { texts.may_be_chance } else { "" };
            [&*sample, " ", chance].concat()
        }
        Contradiction::DemandAboveCapacity {
            stage,
            arriving_per_month,
            capacity_per_month,
            excess_per_month,
            line_grows,
        } => {
            let demand = texts.demand(with::Demand {
                stage: &stage_of(stage),
                arriving: &words.units(arriving_per_month),
                capacity: &words.units(capacity_per_month),
            });
            let excess = words.units(excess_per_month);
            let after = if line_grows {
                texts.line_grows(&excess)
            } else {
                texts.excess_is_lost(&excess)
            };
            [&*demand, " ", &after].concat()
        }
        Contradiction::StatedCycle {
            stated_days,
            stages_days,
        } => texts.stated_cycle(with::StatedCycle {
            stated: &days(stated_days),
            stages: &days(stages_days),
        }),
        Contradiction::CycleBeyondHorizon {
            stages_days,
            horizon_days,
        } => texts.long_cycle(with::LongCycle {
            stages: &days(stages_days),
            horizon: &days(horizon_days),
        }),
        Contradiction::TargetBelowConversion {
            stage,
            target,
            conversion,
        } => texts.target(with::Target {
            stage: &stage_of(stage),
            target: &words.percent(target),
            conversion: &words.percent(conversion),
        }),
        Contradiction::NothingIsLost => texts.nothing_is_lost.to_owned(),
        Contradiction::NothingAdvances { stage } => texts.nothing_advances(&stage_of(stage)),
        Contradiction::Seasons { channel, sum } => texts.seasons(with::Seasons {
            channel: &channel_name(words, document, channel),
            sum: &words.units(sum),
        }),
        Contradiction::LeadPrice {
            channel,
            price,
            worth,
        } => texts.lead_price(with::LeadPrice {
            channel: &channel_name(words, document, channel),
            price: &words.money(price),
            worth: &words.money(worth),
        }),
    }
}
