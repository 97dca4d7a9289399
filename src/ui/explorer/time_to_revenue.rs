//! The time to revenue: the way from the first contact to the first cash in pieces, what to shorten first, and the
//! usual steps of shortening it.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::panel::NotedBox;
use super::picture::gone_along;
use super::pieces::{month, picture, piece_name, table};
use super::steps::StepsList;
use super::{Explorer, State};
use crate::i18n::explorer::arguments::revenue as with;
use crate::i18n::{duration_days, list};
use crate::insights::{DEFAULT_SHORTER, ShorterPiece, Steps, TimeToRevenue, chance_moves_means};
use crate::model::{Billing, DealField, Field, PlanField, Spread, ViewField};
use crate::runner::count;
use crate::share::Shared;
use crate::state::Action;
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::opens_sentence;
use crate::ui::controls::target::Target;
use crate::ui::panels::labels::label;
use crate::ui::words::{Unit, Words};

/// The mean of the won deals is told apart from the mean of all where they differ by more than these days.
const FELT_DAYS: f64 = 1.0;

impl Explorer {
    /// What is in the panel, once it has been found out.
    pub(super) fn time_to_revenue(&self, state: &State, words: Words) -> Option<Html> {
        let found = self.findings.time_to_revenue.clone()?;
        let steps = self.findings.steps.clone();
        let shared = state.shared.clone();
        let dispatch = self.dispatch.clone();
        Some(html! { <TimeToRevenuePanel {words} {found} {steps} {shared} {dispatch} /> })
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TimeToRevenueProps {
    pub words: Words,
    pub found: Found<TimeToRevenue>,
    pub steps: Option<Found<Steps>>,
    /// The document and what is planned, as they are now.
    pub shared: Shared,
    pub dispatch: Callback<Action>,
}

/// The panel: sentences, numbers to enter, the pieces under each other, their table, the steps.
pub(super) struct TimeToRevenuePanel;

impl Component for TimeToRevenuePanel {
    type Message = ();
    type Properties = TimeToRevenueProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let (words, way) = (props.words, &*props.found.value);
        let texts = &words.explorer().revenue;
        let without_chance = chance_moves_means(&props.found.document)
            .then_some(words.explorer().fix_or_buy.without_chance);
        let steps = props.steps.clone().map(|found| {
            let (shared, dispatch) = (props.shared.clone(), props.dispatch.clone());
            html! { <StepsList {words} {found} {shared} {dispatch} /> }
        });
        html! {
            <div class="revenue">
                <p class="finding" data-fact="timeToRevenue" data-value={way.mean_days.to_string()}>
                    { answer(words, &props.found) }{ " " }
                    { opens_sentence(words.texts().page.how, "metric.timeToRevenue", texts.mean) }
                </p>
                { fields(props) }
                <figure>
                    <figcaption><b>{ texts.over }</b></figcaption>
                    { gone_along(words, Exhibit::TimeToRevenue, picture(words, &props.found)) }
                    { table(words, &props.found) }
                </figure>
                <p class="note">{ texts.once }{ " " }{ without_chance.unwrap_or_default() }</p>
                { steps.unwrap_or_default() }
            </div>
        }
    }
}

fn answer(words: Words, found: &Found<TimeToRevenue>) -> String {
    let (texts, way) = (&words.explorer().revenue, &*found.value);
    let days = |days| duration_days(words.locale, days);
    let Some(longest) = way.longest() else {
        return texts.at_once.to_owned();
    };
    let mut sentences = vec![texts.answer(&days(way.mean_days))];
    sentences.push(match way.days_for(0.5).zip(way.days_for(0.9)) {
        Some((half, nine)) => texts.quantiles(with::Quantiles {
            half: &days(count(half)),
            nine: &days(count(nine)),
        }),
        None => texts.longer.to_owned(),
    });
    if (way.mean_days - way.mean_days_of_won()).abs() > FELT_DAYS {
        sentences.push(texts.in_line(&days(way.mean_days_of_won())));
    }
    sentences.push(texts.longest(with::Longest {
        piece: &piece_name(words, &found.document, longest.piece),
        days: &days(longest.days),
    }));
    sentences.extend(first(words, found));
    sentences.join(" ")
}

/// What to shorten first, and what does as much.
fn first(words: Words, found: &Found<TimeToRevenue>) -> Vec<String> {
    let (texts, way) = (&words.explorer().revenue, &*found.value);
    let by = &*words.percent(way.shortened_by);
    let name = |shorter: &ShorterPiece| piece_name(words, &found.document, shorter.piece);
    let Some((first, ties)) = way.first().split_first() else {
        return vec![texts.nothing(by)];
    };
    let mut sentences = vec![texts.first(with::First {
        piece: &name(first),
        by,
        cash: &words.short_money(first.cash),
        month: &month(words, &found.document, first.ahead_since).unwrap_or_default(),
    })];
    if !ties.is_empty() {
        let names: Vec<String> = ties.iter().map(name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        sentences.push(texts.tie(&list(words.locale, &names)));
    }
    sentences
}

/// The days after the win, what is invoiced up front, and by how much pieces are shortened.
fn fields(props: &TimeToRevenueProps) -> Html {
    let words = props.words;
    let texts = &words.explorer().revenue;
    let document = &props.shared.document;
    let of_deal: &[DealField] = match document.deal.billing {
        Billing::OneOff(_) => &[
            DealField::OnboardingDays,
            DealField::UpfrontShare,
            DealField::DeliveryDays,
            DealField::PaymentDays,
        ],
        Billing::Recurring(_) => &[DealField::OnboardingDays, DealField::PaymentDays],
    };
    let days = of_deal
        .iter()
        .filter(|field| **field != DealField::UpfrontShare)
        .map(|field| Field::Deal(*field).get(document).unwrap_or_default());
    let nothing = days.sum::<f64>() == 0.0;
    let numbers = of_deal.iter().map(|field| {
        let field = Field::Deal(*field);
        let value = field.get(document);
        html! {
            <NumberControl key={field.path().to_string()} target={Target::Field(field)} {words} unit={Unit::of(field)}
                label={label(words, field, document)} {value} spread={value.map(Spread::Exactly)} dispatch={props.dispatch.clone()} />
        }
    });
    let by = NotedBox {
        field: ViewField::Planned(PlanField::ShortenBy),
        unit: Unit::Percent,
        label: texts.shorten_by.into(),
        of: AttrValue::default(),
        value: props.shared.view.plans.get(PlanField::ShortenBy),
        default: DEFAULT_SHORTER,
    };
    html! {
        <>
            <div class="panel-fields">
                <div class="entered">{ for numbers }</div>
                { by.view(words, &props.dispatch) }
            </div>
            if nothing { <p class="note">{ texts.after_win }</p> }
        </>
    }
}
