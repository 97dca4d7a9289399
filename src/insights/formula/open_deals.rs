//! What the open deals bring, and the chance of one of them by its age.

use super::{Expression, Figure, Line, Term};
use crate::engine::Simulator;
use crate::insights::open_deals::{OpenDeals, OpenDealsRuns, OpenMonth, OpenStage};
use crate::insights::question::Question;
use crate::model::{Billing, Document};

/// A number of the open deals. Stages and months are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenFact {
    /// Wins to expect of a stage's open deals; of all where there is none.
    Wins(Option<usize>),
    /// What those are worth on paper.
    Bookings(Option<usize>),
    /// Deals won in a month.
    WonIn(usize),
    /// What they are worth on paper.
    BookedIn(usize),
    /// What is paid in a month.
    PaidIn(usize),
    /// Share of the wins that come within so many days.
    Within(u32),
    /// Share of the wins of leads that come within so many days of first contact.
    LeadsWithin(u32),
    /// The chance of a deal that has been in a stage for so many days.
    Chance(usize, usize),
}

impl OpenFact {
    /// The number of a name, such as "openWins", "openWins[2]" or "openChance[2.30]".
    pub(super) fn from_id(id: &str) -> Option<Self> {
        match id {
            "openWins" => return Some(Self::Wins(None)),
            "openBookings" => return Some(Self::Bookings(None)),
            _ => {}
        }
        let (name, at) = id.split_once('[')?;
        let at = at.strip_suffix(']')?;
        if name == "openChance" {
            let (stage, days) = at.split_once('.')?;
            return Some(Self::Chance(stage.parse().ok()?, days.parse().ok()?));
        }
        let place = || at.parse::<usize>().ok();
        let days = || at.parse::<u32>().ok();
        Some(match name {
            "openWins" => Self::Wins(Some(place()?)),
            "openBookings" => Self::Bookings(Some(place()?)),
            "openWonIn" => Self::WonIn(place()?),
            "openBookedIn" => Self::BookedIn(place()?),
            "openPaidIn" => Self::PaidIn(place()?),
            "openWithin" => Self::Within(days()?),
            "leadsWithin" => Self::LeadsWithin(days()?),
            _ => return None,
        })
    }

    const fn within(self) -> Option<u32> {
        match self {
            Self::Within(days) | Self::LeadsWithin(days) => Some(days),
            _ => None,
        }
    }
}

/// Opens one of them; none where there is no such stage, month or age.
pub(super) fn open_fact(
    simulator: &mut Simulator,
    document: &Document,
    fact: OpenFact,
) -> Option<Vec<Line>> {
    let within = fact.within().map(f64::from);
    let found = OpenDealsRuns::new(document, within).answer(simulator);
    let open = Open {
        document,
        found: &found,
    };
    match fact {
        OpenFact::Wins(None) => Some(open.all_wins()),
        OpenFact::Wins(Some(stage)) => Some(vec![open.wins(stage)?]),
        OpenFact::Bookings(None) => {
            let wins = Figure::AllOpenWins.is(found.wins);
            let result = Term::new(Figure::AllOpenBookings, found.bookings);
            Some(open.worth(result, wins, open.all_wins()))
        }
        OpenFact::Bookings(Some(stage)) => {
            let bookings = found.stages.get(stage)?.bookings;
            let wins = open.wins(stage)?;
            let won = wins.result.figure.is(wins.result.value);
            let result = Term::new(Figure::OpenBookings(stage), bookings);
            Some(open.worth(result, won, vec![wins]))
        }
        OpenFact::WonIn(month) => open.won_in(month),
        OpenFact::BookedIn(month) => open.booked_in(month),
        OpenFact::PaidIn(month) => open.paid_in(month),
        OpenFact::Within(days) => open.within(days),
        OpenFact::LeadsWithin(days) => Some(vec![Line {
            result: Term::new(Figure::LeadsWithin(days), found.leads_within),
            expression: Figure::Number
                .is(1.0)
                .less(Figure::LeadsBeyond(days).is(1.0 - found.leads_within)),
        }]),
        OpenFact::Chance(stage, days) => Some(vec![open.chance(stage, days)?]),
    }
}

struct Open<'a> {
    document: &'a Document,
    found: &'a OpenDeals,
}

impl Open<'_> {
    /// Of all stages: the sum, and each that holds any.
    fn all_wins(&self) -> Vec<Line> {
        let stages = self.found.stages.iter().enumerate();
        let parts = stages.map(|(stage, of)| Figure::OpenWins(stage).is(of.wins));
        let all = Line {
            result: Term::new(Figure::AllOpenWins, self.found.wins),
            expression: Expression::sum(parts).without_nothing(),
        };
        let some = (0..self.found.stages.len()).filter_map(|stage| self.wins(stage));
        let some = some.filter(|line| line.result.value > 0.0);
        std::iter::once(all).chain(some).collect()
    }

    /// Of one stage: open × this conversion × the later ones.
    fn wins(&self, stage: usize) -> Option<Line> {
        let of = self.found.stages.get(stage)?;
        let units = if self.found.is_default {
            Figure::OpenByDefault(stage).is(of.open)
        } else {
            Figure::OpenUnits(stage).is(of.open)
        };
        let rates = self.conversion(stage).into_iter().chain(self.later(stage));
        Some(Line {
            result: Term::new(Figure::OpenWins(stage), of.wins),
            expression: Expression::product(std::iter::once(units).chain(rates)),
        })
    }

    /// The conversion of a stage as it is entered, or with the quality of its leads.
    fn conversion(&self, stage: usize) -> Option<Expression> {
        let entered = self.document.stages.get(stage)?.conversion.middle();
        let taken = self.found.stages.get(stage)?.ages.conversion;
        let is_mixed = (taken - entered).abs() > ROUNDING * entered;
        Some(if is_mixed {
            Figure::FirstConversion.is(taken)
        } else {
            Figure::Conversion(stage).is(entered)
        })
    }

    fn later(&self, stage: usize) -> impl Iterator<Item = Expression> {
        let later = stage + 1..self.found.stages.len();
        later.filter_map(|stage| self.conversion(stage))
    }

    /// Wins × what one is worth on paper.
    fn worth(&self, result: Term, wins: Expression, of_wins: Vec<Line>) -> Vec<Line> {
        let deal = &self.document.deal;
        let worth = wins.times(Figure::DealSize.is(deal.size.middle()));
        let expression = match deal.billing {
            Billing::OneOff(_) => worth,
            Billing::Recurring(billing) => {
                worth.times(Figure::ContractMonths.is(billing.contract_months.get()))
            }
        };
        let line = Line { result, expression };
        std::iter::once(line).chain(of_wins).collect()
    }

    /// All wins but those of other months, and those that never come.
    fn won_in(&self, month: usize) -> Option<Vec<Line>> {
        let found = self.found;
        let of = found.months.get(month)?;
        let won = |months: &[OpenMonth]| months.iter().map(|month| month.won).sum::<f64>();
        let before = won(found.months.get(..month)?);
        let after = won(found.months.get(month + 1..)?) + found.later;
        let line = Line {
            result: Term::new(Figure::OpenWonIn(month), of.won),
            expression: Figure::AllOpenWins
                .is(found.wins)
                .less(Figure::OpenWonBefore.is(before))
                .less(Figure::OpenWonAfter.is(after))
                .less(Figure::OpenTaken.is(found.taken_by_waiting))
                .without_nothing(),
        };
        Some(std::iter::once(line).chain(self.all_wins()).collect())
    }

    fn booked_in(&self, month: usize) -> Option<Vec<Line>> {
        let of = self.found.months.get(month)?;
        let result = Term::new(Figure::OpenBookedIn(month), of.bookings);
        let won = Figure::OpenWonIn(month).is(of.won);
        Some(self.worth(result, won, self.won_in(month)?))
    }

    fn paid_in(&self, month: usize) -> Option<Vec<Line>> {
        let of = self.found.months.get(month)?;
        let booked = Figure::OpenBookedIn(month).is(of.bookings);
        let later = Figure::PaidLater.is(of.bookings - of.cash);
        let line = Line {
            result: Term::new(Figure::OpenPaidIn(month), of.cash),
            expression: booked.less(later).without_nothing(),
        };
        let booked = self.booked_in(month)?;
        Some(std::iter::once(line).chain(booked).collect())
    }

    fn within(&self, days: u32) -> Option<Vec<Line>> {
        let share = self.found.won_within / self.found.wins;
        self.found.open_within?;
        let line = Line {
            result: Term::new(Figure::OpenWithin(days), share),
            expression: Figure::OpenWonWithin(days)
                .is(self.found.won_within)
                .over(Figure::AllOpenWins.is(self.found.wins)),
        };
        Some(std::iter::once(line).chain(self.all_wins()).collect())
    }

    /// p·A ÷ (p·A + (1 − p)·L) × the later conversions.
    fn chance(&self, stage: usize, days: usize) -> Option<Line> {
        let OpenStage { ages, .. } = self.found.stages.get(stage)?;
        let chance = ages.chance(days)?;
        let [advancing, lost] = ages.still_there(days);
        let rate = self.conversion(stage)?;
        let stays = Figure::Number.is(1.0).less(rate.clone());
        let forward = || {
            rate.clone()
                .times(Figure::StillAdvancing(days).is(advancing))
        };
        let away = stays.times(Figure::StillLost(days).is(lost));
        let share = forward().over(forward().plus(away));
        Some(Line {
            result: Term::new(Figure::ChanceAtAge(stage, days), chance),
            expression: Expression::product(std::iter::once(share).chain(self.later(stage))),
        })
    }
}

/// Conversions that differ by less than this share are the same.
const ROUNDING: f64 = 1e-9;
