//! The last row: what is won, what it is worth, and how the document as a whole is run.

use yew::prelude::*;

use super::rows::{Info, mean};
use super::visible::{RowId, of_deal};
use crate::model::{BillingKind, Currency, DealField, Field, Month, Opening};
use crate::state::Action;
use crate::ui::app::App;
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::opens::opens;
use crate::ui::controls::text_box::{TextBox, TextKind};
use crate::ui::words::Words;

impl App {
    pub(in crate::ui) fn deal(&self, context: &Context<Self>, words: Words) -> Html {
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
            notes: vec![opens(
                "",
                "revenue.baseline",
                Some(value),
                texts.rows.won_value(&words.short_money(value)),
            )],
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
}
