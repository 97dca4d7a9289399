//! Leads by month: how many, how good, and what they cost.

use libm::pow;

use super::calendar::{Calendar, DAYS_PER_YEAR, MonthSpan};
use super::lead_pieces::pieces_of;
use crate::model::{Channel, Document, Lever};

/// What reaches the first stage over the horizon, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrivals {
    /// One entry a month.
    pub months: Vec<MonthArrivals>,
}

/// The leads of one month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonthArrivals {
    /// All leads of the month.
    pub leads: f64,
    /// The same leads by quality, the factor on the first stage's conversion.
    pub by_quality: Vec<QualityShare>,
    /// The same leads by price.
    pub by_price: Vec<PriceShare>,
    /// Price of the leads, fixed costs left out.
    pub leads_cost: f64,
    /// Fixed costs of the channels.
    pub fixed_cost: f64,
}

/// Leads of one quality.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QualityShare {
    /// Factor on the first stage's conversion.
    pub quality: f64,
    /// How many leads.
    pub leads: f64,
}

/// Leads of one price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceShare {
    /// Price of one lead.
    pub price: f64,
    /// How many leads.
    pub leads: f64,
}

impl Arrivals {
    /// The document's channels with `levers` on them.
    #[must_use]
    pub fn new(document: &Document, levers: &[Lever], calendar: &Calendar) -> Self {
        let months = calendar.months().iter().enumerate();
        Self {
            months: months
                .map(|(index, span)| {
                    let mut month = MonthArrivals::default();
                    for (position, channel) in document.channels.iter().enumerate() {
                        month.add_channel(channel, position, levers, index, span);
                    }
                    month
                })
                .collect(),
        }
    }

    /// Leads a day, on every day of the horizon.
    #[must_use]
    pub fn daily(&self, calendar: &Calendar) -> Vec<f64> {
        let mut daily = Vec::with_capacity(calendar.days());
        for (month, span) in self.months.iter().zip(calendar.months()) {
            let leads = month.leads / span.length();
            daily.extend((0..span.days).map(|_| leads));
        }
        daily
    }

    /// No more leads come after so many months.
    pub(super) fn end_after(&mut self, months: usize) {
        for month in self.months.iter_mut().skip(months) {
            *month = MonthArrivals::default();
        }
    }

    /// All leads of the horizon.
    #[must_use]
    pub fn leads(&self) -> f64 {
        self.months.iter().map(|month| month.leads).sum()
    }
}

impl MonthArrivals {
    fn add_channel(
        &mut self,
        channel: &Channel,
        position: usize,
        levers: &[Lever],
        index: usize,
        span: &MonthSpan,
    ) {
        let volume = baseline_leads(channel, index, span);
        for piece in pieces_of(position, levers, index) {
            for part in piece.split_at_baseline() {
                let leads = volume * (part.to - part.from);
                // Where there are none, their price may be beyond all numbers.
                if leads > 0.0 {
                    let price = part.price_of(channel);
                    self.add(leads, part.quality_of(channel));
                    self.add_price(leads, price);
                    self.leads_cost += leads * price;
                }
            }
        }
        self.fixed_cost += channel.fixed_cost_per_month.get();
    }

    fn add(&mut self, leads: f64, quality: f64) {
        if leads <= 0.0 {
            return;
        }
        self.leads += leads;
        match self
            .by_quality
            .iter_mut()
            .find(|share| share.quality == quality)
        {
            Some(share) => share.leads += leads,
            None => self.by_quality.push(QualityShare { quality, leads }),
        }
    }

    fn add_price(&mut self, leads: f64, price: f64) {
        if leads <= 0.0 {
            return;
        }
        match self.by_price.iter_mut().find(|share| share.price == price) {
            Some(share) => share.leads += leads,
            None => self.by_price.push(PriceShare { price, leads }),
        }
    }

    /// The share of this month's leads that advances at a first stage that converts `conversion` of
    /// leads of quality 1.
    #[must_use]
    pub fn first_conversion(&self, conversion: f64) -> f64 {
        match self.by_quality.as_slice() {
            [] => conversion,
            [only] => advancing(conversion, only.quality),
            several => {
                let advance = several
                    .iter()
                    .map(|share| share.leads * advancing(conversion, share.quality));
                advance.sum::<f64>() / self.leads
            }
        }
    }
}

/// The probability that a lead of `quality` advances at the first stage.
#[must_use]
pub fn advancing(conversion: f64, quality: f64) -> f64 {
    (conversion * quality).min(1.0)
}

/// Leads of `channel` in month `index`, without levers: n·(1 + g)^m·season.
#[must_use]
pub fn baseline_leads(channel: &Channel, index: usize, span: &MonthSpan) -> f64 {
    let growth = pow(1.0 + channel.growth_per_month.get(), super::count(index));
    let season = channel.seasonality.as_ref().map_or(1.0, |factors| {
        let position = usize::try_from(span.month.number().saturating_sub(1)).unwrap_or_default();
        factors.get(position).map_or(1.0, |factor| factor.get())
    });
    channel.leads_per_month.middle() * growth * season
}

/// Leads a day before the horizon, where the pipeline has been running for ever: month 0's leads
/// without seasonality, over days of mean length, by quality.
#[must_use]
pub fn steady_daily(document: &Document) -> MonthArrivals {
    let mut day = MonthArrivals::default();
    for channel in &document.channels {
        let leads = channel.leads_per_month.middle() * 12.0 / DAYS_PER_YEAR;
        day.add(leads, channel.quality.get());
    }
    day
}
