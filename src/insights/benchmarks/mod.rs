//! Published figures to hold one's own against: ranges with what they count, of what, and who says so.
//!
//! Never a single "average": published rates contradict each other by their definitions, so a figure is only
//! of use to somebody who counts the same thing. A visitor picks the one that fits a stage.

mod comparison;
mod sources;
mod table;

pub use comparison::{BenchmarkComparison, BenchmarkReach, Standing, compare_to_benchmark};
pub use table::BENCHMARKS;

/// A published range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benchmark {
    /// Its name for good, such as "opportunity-won-saas"; its words are in the catalogue under it.
    pub id: &'static str,
    /// What is measured.
    pub quantity: Quantity,
    /// Whose figures they are.
    pub population: Population,
    /// The low end, in the quantity's unit.
    pub low: f64,
    /// The high end, in the quantity's unit.
    pub high: f64,
    /// Of which units a share is taken; none for what is no share.
    pub denominator: Option<Denominator>,
    /// Who says so; where there are several, the range is the one between them.
    pub sources: &'static [Source],
}

impl Benchmark {
    /// The benchmark of an id; none where it is one of a later version.
    #[must_use]
    pub fn from_id(id: &str) -> Option<&'static Self> {
        BENCHMARKS.iter().find(|benchmark| benchmark.id == id)
    }

    /// The quality of the weakest source.
    #[must_use]
    pub fn quality(&self) -> Quality {
        let qualities = self.sources.iter().map(|source| source.quality);
        qualities.max().unwrap_or(Quality::Vendor)
    }

    /// The year of the oldest source; none where one of them names none.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        let years: Option<Vec<u16>> = self.sources.iter().map(|source| source.year).collect();
        years?.into_iter().min()
    }
}

/// What a benchmark measures, and in which unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// The share, 0 to 1, of units at `from` that get to `to`.
    Conversion { from: Milestone, to: Milestone },
    /// The share of deals, 0 to 1, that are lost because the buyer decides nothing.
    LostToNoDecision,
    /// Days from the first contact to the win.
    CycleDays,
    /// US dollars for a lead.
    LeadPrice,
    /// Sales and marketing costs for a US dollar of new annual revenue.
    AcquisitionCostRatio,
    /// Leads that one seller works at a time.
    LeadsPerSeller,
    /// Qualified meetings that one sales development representative brings a month.
    MeetingsPerMonth,
}

/// A place on a unit's way, by the names that the field gives them, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// Someone who looked at the site.
    Visitor,
    /// Anyone who got in touch or left an address.
    Inquiry,
    /// A person known by name who may buy.
    Lead,
    /// A lead that marketing holds for ready (MQL).
    MarketingQualified,
    /// A lead that sales took on (SAL).
    SalesAccepted,
    /// A lead whose need sales confirmed (SQL).
    SalesQualified,
    /// A deal with an amount and a date.
    Opportunity,
    /// A signed deal.
    Won,
}

/// Of which units a share is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Denominator {
    /// Of all that got to where the share begins, those still open included.
    AllThatGotThere,
    /// The source does not say whether those still open are counted.
    NotStated,
}

/// Whose figures they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Population {
    /// Firms that sell to firms.
    BusinessToBusiness,
    /// The same, by the channel that the lead came from: the range is that from the poorest to the best.
    ByLeadSource,
    /// The same, with large customers.
    Enterprise,
    /// The same, selling software by subscription.
    SoftwareAsAService,
    /// Deals of up to 10,000 US dollars a year.
    DealsUpTo10k,
    /// Deals of 5,000 to 25,000 US dollars a year.
    Deals5kTo25k,
    /// Deals of 25,000 to 50,000 US dollars a year.
    Deals25kTo50k,
    /// Deals of 25,000 to 100,000 US dollars a year.
    Deals25kTo100k,
    /// Deals of 100,000 to 250,000 US dollars a year.
    Deals100kTo250k,
    /// Deals above 100,000 US dollars a year.
    DealsAbove100k,
    /// Small deals that are sold in a talk or two.
    TransactionalSales,
    /// Deals that take advice.
    ConsultativeSales,
    /// Deals with many who decide.
    ComplexSales,
    /// Representatives who call on those who did not ask.
    OutboundTeams,
    /// Representatives who answer those who did.
    InboundTeams,
    /// Representatives who call on large firms.
    EnterpriseTeams,
}

/// How far a figure can be trusted, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    /// Published by who measured it.
    Primary,
    /// Told by another.
    SecondHand,
    /// Said by a vendor or a blog, without a method that can be checked.
    Vendor,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Who measured or said it, and who tells it where that is another.
    pub author: &'static str,
    /// What it is called; none where only the site is known.
    pub title: Option<&'static str>,
    /// Where it was read.
    pub url: &'static str,
    /// The year of the figures, else of the publication; none where it names none.
    pub year: Option<u16>,
    /// How far it can be trusted.
    pub quality: Quality,
}
