//! Expressions of figures.

use super::figure::Figure;
use libm::pow;

/// A figure with its value, in the figure's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// What it is.
    pub figure: Figure,
    /// How much.
    pub value: f64,
}

impl Term {
    /// A figure with its value.
    #[must_use]
    pub const fn new(figure: Figure, value: f64) -> Self {
        Self { figure, value }
    }
}

/// How a number comes about.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// It is a figure.
    Term(Term),
    /// Added up; `true` before what is taken away.
    Sum(Vec<(bool, Expression)>),
    /// Multiplied.
    Product(Vec<Expression>),
    /// The first divided by the second.
    Quotient(Box<[Expression; 2]>),
    /// To the power of.
    Power(Box<Expression>, Term),
}

impl Figure {
    /// The figure with its value, as an expression.
    #[must_use]
    pub const fn is(self, value: f64) -> Expression {
        Expression::Term(Term::new(self, value))
    }
}

impl Expression {
    /// What it comes to; 0 for a sum of nothing.
    #[must_use]
    pub fn value(&self) -> f64 {
        match self {
            Self::Term(term) => term.value,
            Self::Sum(parts) => {
                let signed =
                    |(less, part): &(bool, Self)| if *less { -part.value() } else { part.value() };
                parts.iter().map(signed).sum()
            }
            Self::Product(parts) => parts.iter().map(Self::value).product(),
            Self::Quotient(parts) => {
                let [dividend, divisor] = &**parts;
                dividend.value() / divisor.value()
            }
            Self::Power(base, exponent) => pow(base.value(), exponent.value),
        }
    }

    /// All of these together.
    pub(super) fn sum(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::Sum(parts.into_iter().map(|part| (false, part)).collect())
    }

    /// One times the other, and so on.
    pub(super) fn product(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::Product(parts.into_iter().collect())
    }

    /// This and another.
    pub(super) fn plus(self, other: Self) -> Self {
        self.and(false, other)
    }

    /// This without another.
    pub(super) fn less(self, other: Self) -> Self {
        self.and(true, other)
    }

    /// This divided by another.
    pub(super) fn over(self, divisor: Self) -> Self {
        Self::Quotient(Box::new([self, divisor]))
    }

    /// This to the power of a figure.
    pub(super) fn power(self, exponent: Figure, value: f64) -> Self {
        Self::Power(Box::new(self), Term::new(exponent, value))
    }

    /// This times another.
    pub(super) fn times(self, other: Self) -> Self {
        match self {
            Self::Product(mut parts) => {
                parts.push(other);
                Self::Product(parts)
            }
            first => Self::product([first, other]),
        }
    }

    fn and(self, less: bool, other: Self) -> Self {
        let mut parts = match self {
            Self::Sum(parts) => parts,
            first => vec![(false, first)],
        };
        parts.push((less, other));
        Self::Sum(parts)
    }

    /// Parts of a sum that are nothing are left out, but for the first one.
    #[must_use]
    pub(super) fn without_nothing(self) -> Self {
        let Self::Sum(parts) = self else {
            return self;
        };
        let largest = parts.iter().map(|(_, part)| part.value().abs());
        let nothing = largest.fold(0.0, f64::max) * ROUNDING;
        let felt = parts
            .into_iter()
            .enumerate()
            .filter(|(at, (_, part))| *at == 0 || part.value().abs() > nothing);
        Self::Sum(felt.map(|(_, part)| part).collect())
    }
}

/// A part of a sum below this share of its largest part is rounding.
const ROUNDING: f64 = 1e-9;
