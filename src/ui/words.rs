//! Numbers in the visitor's language and the document's currency.

use crate::i18n::arguments::rows;
use crate::i18n::explorer;
use crate::i18n::{
    Catalogue, Entry, Locale, compact, editable_spread, money, money_compact, number, percent,
    percent_auto, quoted, significant,
};
use crate::model::{ChannelField, Currency, DealField, Field, Objective, Spread, StageField};

/// From this share on, a tenth of a percent is fine enough for the end of a band.
const MANY: f64 = 0.01;

/// The language and the currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Words {
    pub locale: Locale,
    pub currency: Currency,
}

/// What a number is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Unit {
    Plain,
    Percent,
    Money,
}

impl Unit {
    pub const fn of(field: Field) -> Self {
        match field {
            Field::Channel(_, ChannelField::GrowthPerMonth)
            | Field::Stage(
                _,
                StageField::Conversion | StageField::StaleFloor | StageField::Target,
            )
            | Field::Deal(
                DealField::GrossMargin
                | DealField::UpfrontShare
                | DealField::MonthlyChurn
                | DealField::MonthlyExpansion,
            ) => Self::Percent,
            Field::Channel(_, ChannelField::CostPerLead | ChannelField::FixedCostPerMonth)
            | Field::Stage(_, StageField::CostPerUnit)
            | Field::Deal(DealField::Size | DealField::CostToServePerMonth) => Self::Money,
            _ => Self::Plain,
        }
    }

    pub const fn entry(self) -> Entry {
        match self {
            Self::Percent => Entry::Percent,
            Self::Plain | Self::Money => Entry::Plain,
        }
    }

    pub const fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Percent => "percent",
            Self::Money => "money",
        }
    }
}

impl Words {
    pub fn texts(self) -> &'static Catalogue {
        self.locale.catalogue()
    }

    pub fn explorer(self) -> &'static explorer::Catalogue {
        self.locale.explorer()
    }

    /// A number of leads, units or deals: whole ones are never rounded away.
    pub fn units(self, value: f64) -> String {
        significant(self.locale, value, 3)
    }

    pub fn whole(self, value: f64) -> String {
        number(self.locale, value, 0)
    }

    pub fn money(self, value: f64) -> String {
        money(self.locale, self.currency, value)
    }

    pub fn short_money(self, value: f64) -> String {
        money_compact(self.locale, self.currency, value)
    }

    pub fn percent(self, share: f64) -> String {
        percent_auto(self.locale, share)
    }

    pub fn quoted(self, name: &str) -> String {
        quoted(self.locale, name)
    }

    /// A value as it is said: with its unit.
    pub fn said(self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Plain => significant(self.locale, value, 6),
            Unit::Percent => self.percent(value),
            Unit::Money => self.money(value),
        }
    }

    /// What stands in a text box, without its unit.
    pub fn typed(self, unit: Unit, spread: Spread) -> String {
        editable_spread(self.locale, spread, unit.entry())
    }

    /// What the ends of an uncertain number's band mean.
    pub fn band(self, unit: Unit, [low, high]: [f64; 2]) -> String {
        let said = |value: f64| match unit {
            // More digits than that would be false precision, but 0.02 % is not 0 %.
            Unit::Percent if value >= MANY => percent(self.locale, value, 1),
            _ => self.said(unit, value),
        };
        let (low, high) = (&*said(low), &*said(high));
        self.texts().rows.band(rows::Band { low, high })
    }

    /// A value of the objective.
    pub fn objective(self, objective: Objective, value: f64) -> String {
        match objective {
            Objective::Won => self.units(value),
            _ => self.short_money(value),
        }
    }

    /// A value of what the objective's months are counted in, short.
    pub fn short(self, objective: Objective, value: f64) -> String {
        match objective {
            Objective::Won | Objective::Value => compact(self.locale, value),
            _ => self.short_money(value),
        }
    }

    /// The same in full.
    pub fn exact(self, objective: Objective, value: f64) -> String {
        match objective {
            Objective::Won | Objective::Value => self.units(value),
            _ => self.money(value),
        }
    }

    pub fn objective_name(self, objective: Objective) -> &'static str {
        let texts = &self.texts().ways;
        match objective {
            Objective::Won => texts.by_won,
            Objective::Bookings => texts.by_bookings,
            Objective::Cash => texts.by_cash,
            Objective::Profit => texts.by_profit,
            Objective::Value => texts.by_value,
        }
    }
}
