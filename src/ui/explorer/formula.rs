//! The formula of a number that was opened: in words, and with the numbers in it.

use std::rc::Rc;

use yew::prelude::*;

use super::dialog::Dialog;
use super::figures::{figure_name, figure_value};
use super::names::{field_name, field_value, scenario_name};
use super::scenarios::sentence;
use crate::insights::{Assumption, Changed, Expression, Figure, Formula, FormulaLine, Term, Way};
use crate::model::{ChannelField, DealField, Document, Field, Scenario, StageField};
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::words::Words;

/// A formula as it is handed around: the same one is not compared part by part.
#[derive(Clone, Debug)]
pub(super) struct Shown(pub Rc<Formula>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormulaProps {
    pub words: Words,
    pub document: Rc<Document>,
    pub formula: Shown,
    /// What is assumed for it.
    pub assumed: Vec<Assumption>,
    /// Which of the runs it is of, where it could be of another one.
    pub way: Option<Way>,
    /// The scenarios that it is of, counted from 0.
    pub scenarios: Vec<usize>,
    /// Another one is wanted.
    pub choose: Callback<Way>,
    /// The visitor has read it.
    pub closed: Callback<()>,
}

/// The dialog with a formula.
pub(super) struct FormulaDialog;

impl Component for FormulaDialog {
    type Message = ();
    type Properties = FormulaProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let FormulaProps {
            words,
            document,
            formula,
            assumed,
            way,
            scenarios,
            choose,
            closed,
        } = context.props();
        let texts = &words.explorer().formula;
        let Some(first) = formula.0.lines.first() else {
            return Html::default();
        };
        let lines = formula.0.lines.iter().enumerate();
        let lines = lines.map(|(at, shown)| line(*words, document, at, shown));
        let assumptions = assumed.iter().enumerate();
        let assumptions = assumptions.map(|(at, assumed)| {
            html! { <p key={at}>{ assumption(*words, document, *assumed) }</p> }
        });
        let changes = scenarios
            .iter()
            .filter_map(|place| document.scenarios.get(*place));
        let changes = changes.map(|scenario| scenario_changes(*words, document, scenario));
        html! {
            <Dialog words={*words} id="formula" class="formula" title={figure_name(*words, document, first.result)}
                value={first.result.value.to_string()} closed={closed.clone()}>
                <div class="assumed">{ for assumptions }{ for changes }</div>
                { for way.map(|way| by_way(*words, document, way, choose)) }
                <ol class="formula-lines">{ for lines }</ol>
                <p class="note">{ texts.entered }</p>
            </Dialog>
        }
    }
}

/// What is assumed: a number by its name, and its value.
fn assumption(words: Words, document: &Document, assumed: Assumption) -> String {
    let (name, value) = match assumed {
        Assumption::Field(field, value) => (
            field_name(words, document, field),
            field_value(words, field, value),
        ),
        Assumption::Raised(stage, value) => {
            let field = Field::Stage(stage, StageField::Conversion);
            (
                field_name(words, document, field),
                field_value(words, field, value),
            )
        }
        Assumption::LeadsTimes(value) => {
            named(words, document, Term::new(Figure::LeadsTimes, value))
        }
        Assumption::LeadPrice(value) => named(words, document, Term::new(Figure::LeadPrice, value)),
        Assumption::Changed(changed, value) => change(words, document, changed, value),
    };
    [&*name, " = ", &value].concat()
}

/// What is changed, and what it is then.
fn change(words: Words, document: &Document, changed: Changed, value: f64) -> (String, String) {
    let (field, value) = match changed {
        Changed::Conversion(stage) => (Field::Stage(stage, StageField::Conversion), value),
        Changed::Days(stage) => {
            let field = Field::Stage(stage, StageField::DaysMean);
            (field, field.get(document).unwrap_or_default() * value)
        }
        Changed::Capacity(stage) => (Field::Stage(stage, StageField::CapacityPerMonth), value),
        Changed::Leads(Some(channel)) => {
            let field = Field::Channel(channel, ChannelField::LeadsPerMonth);
            (field, field.get(document).unwrap_or_default() * value)
        }
        Changed::DealSize => {
            let field = Field::Deal(DealField::Size);
            (field, field.get(document).unwrap_or_default() * value)
        }
        Changed::PaymentDays => (Field::Deal(DealField::PaymentDays), value),
        Changed::Leads(None) => {
            return named(words, document, Term::new(Figure::LeadsTimes, value));
        }
        Changed::CostPerMonth => {
            let name = words.explorer().formula.levers_cost_per_month;
            return (name.to_owned(), words.money(value));
        }
    };
    (
        field_name(words, document, field),
        field_value(words, field, value),
    )
}

/// A scenario's name, and what it changes.
fn scenario_changes(words: Words, document: &Document, scenario: &Scenario) -> Html {
    let levers = scenario.levers.iter();
    let mut changes: Vec<String> = levers
        .map(|lever| sentence(words, document, lever))
        .collect();
    if changes.is_empty() {
        changes.push(words.explorer().scenarios.no_changes.to_owned());
    }
    let changes = changes.iter().enumerate();
    let changes = changes.map(|(at, change)| html! { <p key={at}>{ change }</p> });
    html! { <div key={scenario.name.clone()}><p>{ words.quoted(&scenario.name) }{ ":" }</p>{ for changes }</div> }
}

fn named(words: Words, document: &Document, term: Term) -> (String, String) {
    (
        figure_name(words, document, term),
        figure_value(words, term),
    )
}

/// For which of the runs the formula is shown: a scenario's for another scenario.
fn by_way(words: Words, document: &Document, way: Way, choose: &Callback<Way>) -> Html {
    let ways = match way {
        Way::Scenario(_) => (0..document.scenarios.len()).map(Way::Scenario).collect(),
        _ => Way::ALL.to_vec(),
    };
    let entries = ways.into_iter().map(|way| {
        let name = match way {
            Way::Today => words.explorer().table.today.to_owned(),
            Way::Fix => words.texts().ways.fix.to_owned(),
            Way::Leads => words.texts().ways.leads.to_owned(),
            Way::Scenario(place) => scenario_name(words, document, place),
        };
        Entry::new(way.id(), name)
    });
    let entries: Vec<Entry> = entries.collect();
    let label = words.explorer().formula.way;
    let choose = choose.clone();
    choice("formula.way", label, "", &entries, &way.id(), move |id| {
        if let Some(way) = Way::from_id(&id) {
            choose.emit(way);
        }
    })
}

fn line(words: Words, document: &Document, at: usize, line: &FormulaLine) -> Html {
    let mut pieces = Vec::new();
    flatten(&line.expression, Binding::Sum, &mut pieces);
    let name = |term: &Term| html! { <span>{ figure_name(words, document, *term) }</span> };
    let value = |term: &Term| {
        let value = figure_value(words, *term);
        if term.figure.is_input() {
            html! { <u>{ value }</u> }
        } else {
            html! { <span>{ value }</span> }
        }
    };
    html! {
        <li key={at}>
            <p class="formula-words"><b>{ name(&line.result) }</b>{ " = " }{ show(&pieces, name) }</p>
            <p class="formula-numbers"><b>{ value(&line.result) }</b>{ " = " }{ show(&pieces, value) }</p>
        </li>
    }
}

fn show(pieces: &[Piece], term: impl Fn(&Term) -> Html) -> Html {
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Symbol(symbol) => html! { { *symbol } },
        Piece::Exponent(exponent) => html! { <sup>{ term(exponent) }</sup> },
        Piece::Term(shown) => term(shown),
    });
    pieces.collect()
}

/// What a formula is written with, one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Symbol(&'static str),
    Exponent(Term),
    Term(Term),
}

/// How tightly a place binds what stands in it: what binds less needs brackets there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Tight,
}

fn flatten(expression: &Expression, place: Binding, pieces: &mut Vec<Piece>) {
    let binding = match expression {
        Expression::Term(_) | Expression::Power(..) => Binding::Tight,
        Expression::Sum(parts) if parts.len() > 1 => Binding::Sum,
        Expression::Product(parts) if parts.len() > 1 => Binding::Product,
        Expression::Sum(_) | Expression::Product(_) => place,
        Expression::Quotient(_) => Binding::Product,
    };
    let needs_brackets = binding < place;
    if needs_brackets {
        pieces.push(Piece::Symbol("("));
    }
    match expression {
        Expression::Term(term) => pieces.push(Piece::Term(*term)),
        Expression::Sum(parts) => {
            for (at, (is_less, part)) in parts.iter().enumerate() {
                // What is taken away and what is added as negative read the same.
                if at > 0 {
                    pieces.push(Piece::Symbol(if *is_less { " − " } else { " + " }));
                }
                let place = if *is_less {
                    Binding::Product
                } else {
                    Binding::Sum
                };
                flatten(part, place.max(binding), pieces);
            }
        }
        Expression::Product(parts) => {
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    pieces.push(Piece::Symbol(" × "));
                }
                flatten(part, binding.max(Binding::Product), pieces);
            }
        }
        Expression::Quotient(parts) => {
            let [dividend, divisor] = &**parts;
            flatten(dividend, Binding::Product, pieces);
            pieces.push(Piece::Symbol(" ÷ "));
            flatten(divisor, Binding::Tight, pieces);
        }
        Expression::Power(base, exponent) => {
            flatten(base, Binding::Tight, pieces);
            pieces.push(Piece::Exponent(*exponent));
        }
    }
    if needs_brackets {
        pieces.push(Piece::Symbol(")"));
    }
}
