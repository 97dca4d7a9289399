//! What money buys: better odds at stages, more leads of channels.

use libm::{expm1, log, log1p, pow};

use crate::engine::arrivals::Arrivals;
use crate::engine::calendar::Calendar;
use crate::model::{Change, Document, Lever, Number, PlanField, View};

/// What one step multiplies the odds of advancing by.
pub(super) const STEP_ODDS: f64 = 1.1;
/// By which share each further step costs more than the one before, unless the visitor says so. A guess, which the
/// page shows as one: returns fall, but no published figure says how fast.
pub const DEFAULT_GROWTH: f64 = 0.5;
/// How much more leads the default price of a step is taken from.
const DEFAULT_LEADS: f64 = 1.1;
/// The most that leads are multiplied by.
const MOST_TIMES: f64 = 1000.0;

/// Something that money can be spent on. Stages and channels are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// Better odds at a stage.
    Stage(usize),
    /// More leads of a channel.
    Channel(usize),
    /// Nothing: the money is kept.
    Kept,
}

/// The price of the first step at a stage: its odds of advancing × 1.1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepPrice {
    /// A month. None where nobody has said it, and leads cost nothing to take it from.
    pub per_month: Option<f64>,
    /// Whether it is taken from the price of a tenth more leads, as long as the visitor gives none.
    pub is_default: bool,
}

/// What everything costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    /// One entry a stage.
    pub steps: Vec<StepPrice>,
    /// By which share each further step costs more than the one before: n steps cost price × ((1 + growth)^n − 1) ÷
    /// growth a month, n being any number.
    pub growth: f64,
    channels: Vec<ChannelPrice>,
    conversions: Vec<f64>,
}

/// What the leads of a channel cost.
#[derive(Clone, Copy, Debug, PartialEq)]
struct ChannelPrice {
    /// In a mean month as things are, fixed costs left out.
    per_month: f64,
    elasticity: f64,
}

impl ChannelPrice {
    /// What `times` the leads cost more a month: C × (k^(1+γ) − 1) ÷ (1+γ), as the model prices them.
    fn more(self, times: f64) -> f64 {
        let power = 1.0 + self.elasticity;
        self.per_month * (pow(times, power) - 1.0) / power
    }

    /// What the leads are multiplied by for so much money a month.
    fn times(self, money: f64) -> f64 {
        let power = 1.0 + self.elasticity;
        let times = pow(1.0 + power * money / self.per_month, 1.0 / power);
        times.min(MOST_TIMES)
    }
}

impl Prices {
    /// The prices that `view` gives for `document`, with defaults for those that it does not.
    #[must_use]
    pub fn new(document: &Document, view: &View) -> Self {
        let channels = channel_prices(document);
        let tenth: f64 = channels
            .iter()
            .map(|channel| channel.more(DEFAULT_LEADS))
            .sum();
        let default = Some(tenth).filter(|price| *price > 0.0);
        let steps = (0..document.stages.len()).map(|stage| {
            let given = view.stages.price(stage);
            StepPrice {
                per_month: given.or(default),
                is_default: given.is_none(),
            }
        });
        let stages = document.stages.iter();
        Self {
            steps: steps.collect(),
            growth: view
                .plans
                .get(PlanField::BudgetGrowth)
                .unwrap_or(DEFAULT_GROWTH),
            channels,
            conversions: stages.map(|stage| stage.conversion.middle()).collect(),
        }
    }

    /// What can be bought: stages with a price and room above, channels whose leads cost something.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        let stages = (0..self.steps.len()).map(Item::Stage);
        let channels = (0..self.channels.len()).map(Item::Channel);
        let all = stages.chain(channels);
        all.filter(|item| match *item {
            Item::Stage(stage) => {
                let conversion = self.conversions.get(stage).copied();
                let has_room = conversion.is_some_and(|conversion| conversion < 1.0);
                has_room && self.step_price(stage).is_some()
            }
            Item::Channel(channel) => {
                let price = self.channels.get(channel);
                price.is_some_and(|price| price.per_month > 0.0)
            }
            Item::Kept => false,
        })
        .collect()
    }

    /// What `money` a month spent on an item does, with what it costs; nothing for nothing.
    #[must_use]
    pub fn lever(&self, item: Item, money: f64) -> Option<Lever> {
        if money <= 0.0 {
            return None;
        }
        match item {
            Item::Stage(stage) => {
                let to = Number::nearest(self.conversion(stage, money)?);
                let lever = Change::Conversion { stage, to }.at_once();
                let cost_per_month = Number::nearest(money);
                Some(Lever {
                    cost_per_month,
                    ..lever
                })
            }
            // What extra leads cost, the model knows itself.
            Item::Channel(channel) => Some(
                Change::Leads {
                    channel,
                    times: Number::nearest(self.times(channel, money)?),
                    quality: None,
                    cost_per_lead: None,
                }
                .at_once(),
            ),
            Item::Kept => None,
        }
    }

    /// The conversion that `money` a month brings a stage to.
    #[must_use]
    pub fn conversion(&self, stage: usize, money: f64) -> Option<f64> {
        let price = self.step_price(stage)?;
        let conversion = self.conversions.get(stage).copied()?;
        let odds = pow(STEP_ODDS, self.steps_for(money / price));
        // Divided by the odds, which may be infinite.
        let lost = (1.0 - conversion) / odds;
        Some(if conversion > 0.0 {
            conversion / (conversion + lost)
        } else {
            0.0
        })
    }

    /// What `money` a month multiplies the leads of a channel by.
    #[must_use]
    pub fn times(&self, channel: usize, money: f64) -> Option<f64> {
        let price = self.channels.get(channel)?;
        (price.per_month > 0.0).then(|| price.times(money))
    }

    /// What it costs a month to bring a stage to a conversion; none where no money does, or nobody knows the price.
    #[must_use]
    pub fn of_conversion(&self, stage: usize, to: f64) -> Option<f64> {
        let price = self.step_price(stage)?;
        let from = self.conversions.get(stage).copied()?;
        if to <= from {
            return Some(0.0);
        }
        let odds = to * (1.0 - from) / (from * (1.0 - to));
        let steps = log(odds) / log(STEP_ODDS);
        let money = price * self.money_for(steps);
        money.is_finite().then_some(money)
    }

    /// What the leads of a channel cost in a mean month as things are, and how fast their price grows (γ).
    pub(super) fn channel(&self, channel: usize) -> Option<(f64, f64)> {
        let price = self.channels.get(channel)?;
        Some((price.per_month, price.elasticity))
    }

    /// What the leads cost in a mean month as things are, fixed costs left out.
    pub(super) fn present_leads_cost(&self) -> f64 {
        let channels = self.channels.iter();
        channels.map(|channel| channel.per_month).sum()
    }

    fn step_price(&self, stage: usize) -> Option<f64> {
        self.steps.get(stage)?.per_month
    }

    /// Steps for so many times the price of the first one.
    pub(super) fn steps_for(&self, prices: f64) -> f64 {
        if self.growth > 0.0 {
            log1p(self.growth * prices) / log1p(self.growth)
        } else {
            prices
        }
    }

    /// How many times the price of the first step so many of them cost.
    fn money_for(&self, steps: f64) -> f64 {
        if self.growth > 0.0 {
            expm1(steps * log1p(self.growth)) / self.growth
        } else {
            steps
        }
    }
}

/// What the leads of each channel cost in a mean month as things are.
fn channel_prices(document: &Document) -> Vec<ChannelPrice> {
    let calendar = Calendar::new(document.start, document.months.whole());
    let months = document.months.get();
    let channels = document.channels.iter().enumerate();
    channels
        .map(|(position, channel)| {
            let mut alone = document.clone();
            for (other, channel) in alone.channels.iter_mut().enumerate() {
                if other != position {
                    channel.cost_per_lead = Number::default();
                }
            }
            let arrivals = Arrivals::new(&alone, &[], &calendar);
            let cost: f64 = arrivals.months.iter().map(|month| month.leads_cost).sum();
            ChannelPrice {
                per_month: cost / months,
                elasticity: channel.price_elasticity.get(),
            }
        })
        .collect()
}

/// The levers of money spent on items.
pub(super) fn levers(prices: &Prices, spent: &[(Item, f64)]) -> Vec<Lever> {
    let levers = spent.iter();
    levers
        .filter_map(|(item, money)| prices.lever(*item, *money))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::one_step_up;

    fn prices(growth: f64) -> Prices {
        Prices {
            steps: vec![StepPrice {
                per_month: Some(100.0),
                is_default: false,
            }],
            growth,
            channels: vec![ChannelPrice {
                per_month: 2000.0,
                elasticity: 0.4,
            }],
            conversions: vec![0.2],
        }
    }

    #[test]
    fn a_step_costs_its_price_and_the_next_one_more() {
        let prices = prices(0.5);
        let one = prices.conversion(0, 100.0).unwrap_or_default();
        assert!((one - one_step_up(0.2).get()).abs() < 1e-12);
        // The second costs 150, the third 225.
        let three = prices.conversion(0, 475.0).unwrap_or_default();
        assert!((three / (1.0 - three) - 0.25 * 1.331).abs() < 1e-12);
        let back = prices.of_conversion(0, three).unwrap_or_default();
        assert!((back - 475.0).abs() < 1e-9);
        assert_eq!(prices.of_conversion(0, 1.0), None);
        assert_eq!(prices.of_conversion(0, 0.1), Some(0.0));
    }

    #[test]
    fn without_growth_steps_are_counted() {
        let three = prices(0.0).conversion(0, 300.0).unwrap_or_default();
        assert!((three / (1.0 - three) - 0.25 * 1.331).abs() < 1e-12);
    }

    #[test]
    fn leads_are_bought_at_the_price_of_the_model() {
        let prices = prices(0.5);
        let times = prices.times(0, 1234.0).unwrap_or_default();
        let more = 2000.0 * (pow(times, 1.4) - 1.0) / 1.4;
        assert!((more - 1234.0).abs() < 1e-9);
    }
}
