//! The formula of a number that was opened: in words, and with the numbers in it.

use std::rc::Rc;

use yew::prelude::*;

use super::figures::{figure_name, figure_value};
use super::names::{field_name, field_value};
use crate::insights::{Assumption, Expression, Figure, Formula, FormulaLine, Term, Way};
use crate::model::{Document, Field, StageField};
use crate::platform;
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
    /// Another one is wanted.
    pub choose: Callback<Way>,
    /// The visitor has read it.
    pub closed: Callback<()>,
}

/// The dialog with a formula; open for as long as it is there.
pub(super) struct FormulaDialog {
    dialog: NodeRef,
}

impl Component for FormulaDialog {
    type Message = ();
    type Properties = FormulaProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            dialog: NodeRef::default(),
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(dialog) = self.dialog.cast() {
            platform::open_dialog(dialog);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let FormulaProps {
            words,
            document,
            formula,
            assumed,
            way,
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
        let dialog = self.dialog.clone();
        let close = move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast() {
                platform::close_dialog(dialog);
            }
        };
        let closed = closed.clone();
        html! {
            <dialog class="formula" ref={self.dialog.clone()} aria-labelledby="formula-title"
                data-value={first.result.value.to_string()} onclose={move |_: Event| closed.emit(())}>
                <div class="formula-head">
                    <h2 id="formula-title">{ figure_name(*words, document, first.result) }</h2>
                    <button type="button" data-action="close-formula" onclick={close}>{ words.texts().page.close }</button>
                </div>
                <div class="assumed">{ for assumptions }</div>
                { for way.map(|way| by_way(*words, way, choose)) }
                <ol class="formula-lines">{ for lines }</ol>
                <p class="note">{ texts.entered }</p>
            </dialog>
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
    };
    [&*name, " = ", &value].concat()
}

fn named(words: Words, document: &Document, term: Term) -> (String, String) {
    (
        figure_name(words, document, term),
        figure_value(words, term),
    )
}

/// For which of the runs the formula is shown.
fn by_way(words: Words, way: Way, choose: &Callback<Way>) -> Html {
    let entries = Way::ALL.map(|way| {
        let name = match way {
            Way::Today => words.explorer().table.today,
            Way::Fix => words.texts().ways.fix,
            Way::Leads => words.texts().ways.leads,
        };
        Entry::new(way.id(), name)
    });
    let label = words.explorer().formula.way;
    let choose = choose.clone();
    choice("formula.way", label, "", &entries, way.id(), move |id| {
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
        Piece::Exponent(exponent) => html! { <sup>{ exponent.to_string() }</sup> },
        Piece::Term(shown) => term(shown),
    });
    pieces.collect()
}

/// What a formula is written with, one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Symbol(&'static str),
    Exponent(i32),
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
