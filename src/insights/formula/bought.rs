//! What money a month buys: better odds at a stage, more leads of a channel.

use super::{Expression, Figure, Line, Situation, Term};
use crate::insights::spending::{Prices, STEP_ODDS};

/// The conversion that the money of the situation's levers buys at a stage; none where nothing can be bought.
pub(super) fn conversion(situation: Situation<'_>, stage: usize) -> Option<Vec<Line>> {
    let prices = Prices::new(situation.document, situation.view);
    let money = money(situation);
    let bought = prices.conversion(stage, money)?;
    let now = situation.document.stages.get(stage)?.conversion.middle();
    let price = prices.steps.get(stage)?.per_month?;
    let steps = prices.steps_for(money / price);
    let odds = bought / (1.0 - bought);
    let present = || Figure::Conversion(stage).is(now);
    let is_odds = [
        present().over(one().less(present())),
        Figure::Number.is(STEP_ODDS).power(Figure::Steps, steps),
    ];
    let of_odds = Figure::Odds(stage)
        .is(odds)
        .over(one().plus(Figure::Odds(stage).is(odds)));
    let line = |figure, value, expression| Line {
        result: Term::new(figure, value),
        expression,
    };
    Some(vec![
        line(Figure::Bought(stage), bought, of_odds),
        line(Figure::Odds(stage), odds, Expression::product(is_odds)),
        line(Figure::Money, money, paid(&prices, price, steps)),
    ])
}

/// What so many steps cost: each further one more than the one before.
fn paid(prices: &Prices, price: f64, steps: f64) -> Expression {
    let price = Figure::FirstStepPrice.is(price);
    if prices.growth <= 0.0 {
        return price.times(Figure::Steps.is(steps));
    }
    let growth = || Figure::PriceGrowth.is(prices.growth);
    let grown = one().plus(growth()).power(Figure::Steps, steps);
    price.times(grown.less(one()).over(growth()))
}

/// The leads a month that the money buys of a channel; none where they cost nothing.
pub(super) fn leads(situation: Situation<'_>, channel: usize) -> Option<Vec<Line>> {
    let prices = Prices::new(situation.document, situation.view);
    let money = money(situation);
    let times = prices.times(channel, money)?;
    let (present, elasticity) = prices.channel(channel)?;
    let entered = situation.document.channels.get(channel)?;
    let leads = entered.leads_per_month.middle();
    let of_leads = Figure::ChannelLeads(channel)
        .is(leads)
        .times(Figure::LeadsTimes.is(times));
    let present = Figure::LeadsCostNow.is(present);
    let times = Figure::LeadsTimes.is(times);
    let paid = if elasticity > 0.0 {
        let power = 1.0 + elasticity;
        let grown = times.power(Figure::Number, power);
        present.times(grown.less(one()).over(Figure::Number.is(power)))
    } else {
        present.times(times.less(one()))
    };
    let line = |figure, value, expression| Line {
        result: Term::new(figure, value),
        expression,
    };
    Some(vec![
        line(Figure::BoughtLeads(channel), of_leads.value(), of_leads),
        line(Figure::Money, paid.value(), paid),
    ])
}

/// What the changes cost a month.
fn money(situation: Situation<'_>) -> f64 {
    let levers = situation.levers.iter();
    levers.map(|lever| lever.cost_per_month.get()).sum()
}

fn one() -> Expression {
    Figure::Number.is(1.0)
}
