//! The figures. `docs/benchmarks.md` shows the same table, and a test holds the two equal.

use super::Denominator::{AllThatGotThere, NotStated};
use super::Milestone::{
    Inquiry, Lead, MarketingQualified, Opportunity, SalesAccepted, SalesQualified, Visitor, Won,
};
use super::Population::{
    BusinessToBusiness, ByLeadSource, ComplexSales, ConsultativeSales, Deals5kTo25k, Deals25kTo50k,
    Deals25kTo100k, Deals100kTo250k, DealsAbove100k, DealsUpTo10k, Enterprise, EnterpriseTeams,
    InboundTeams, OutboundTeams, SoftwareAsAService, TransactionalSales,
};
use super::Quantity::{
    AcquisitionCostRatio, Conversion, CycleDays, LeadPrice, LeadsPerSeller, LostToNoDecision,
    MeetingsPerMonth,
};
use super::sources::{
    BENCHMARKIT, CRO_REPORT, DIXON_MCKENNA, EBSTA_PAVILION, ELVEXA, FIRST_PAGE_SAGE,
    FIRST_PAGE_SAGE_SPREAD, FIRST_SALES, IMPLISIT_BY_SOURCE, IMPLISIT_OPPORTUNITIES,
    IMPLISIT_PIPELINE, MARKET_BETTER, METRIC_RIG, MV3,
};
use super::{Benchmark, Denominator, Milestone, Population, Quantity, Source};

/// All benchmarks: conversions in the order of a unit's way, then the rest.
#[rustfmt::skip]
pub const BENCHMARKS: &[Benchmark] = &[
    rate("visitor-lead-saas", Visitor, Lead, [0.02, 0.05], SoftwareAsAService, NotStated, &[FIRST_PAGE_SAGE]),
    rate("inquiry-mql-enterprise", Inquiry, MarketingQualified, [0.10, 0.25], Enterprise, NotStated, &[MV3]),
    rate("lead-mql-saas", Lead, MarketingQualified, [0.15, 0.30], SoftwareAsAService, NotStated, &[FIRST_PAGE_SAGE]),
    rate("lead-won-by-source", Lead, Won, [0.005, 0.036], ByLeadSource, AllThatGotThere, &[IMPLISIT_BY_SOURCE]),
    rate("mql-sal-enterprise", MarketingQualified, SalesAccepted, [0.40, 0.60], Enterprise, NotStated, &[MV3]),
    rate("mql-sql-saas", MarketingQualified, SalesQualified, [0.30, 0.50], SoftwareAsAService, NotStated, &[FIRST_PAGE_SAGE]),
    rate("mql-sql-spread", MarketingQualified, SalesQualified, [0.05, 0.40], SoftwareAsAService, AllThatGotThere, &[FIRST_PAGE_SAGE_SPREAD]),
    rate("sal-sql-enterprise", SalesAccepted, SalesQualified, [0.50, 0.70], Enterprise, NotStated, &[MV3]),
    rate("sql-opportunity-saas", SalesQualified, Opportunity, [0.50, 0.75], SoftwareAsAService, NotStated, &[FIRST_PAGE_SAGE]),
    rate("sql-won-enterprise", SalesQualified, Won, [0.20, 0.30], Enterprise, NotStated, &[MV3]),
    rate("opportunity-won-saas", Opportunity, Won, [0.15, 0.30], SoftwareAsAService, NotStated, &[FIRST_PAGE_SAGE]),
    rate("opportunity-won-2025", Opportunity, Won, [0.19, 0.29], BusinessToBusiness, NotStated, &[EBSTA_PAVILION]),
    rate("opportunity-won-2014", Opportunity, Won, [0.06, 0.30], BusinessToBusiness, NotStated, &[IMPLISIT_PIPELINE, IMPLISIT_OPPORTUNITIES]),
    share("no-decision", LostToNoDecision, [0.40, 0.60], BusinessToBusiness, &[DIXON_MCKENNA]),
    amount("cycle-up-to-10k", CycleDays, [30.0, 60.0], DealsUpTo10k, &[FIRST_SALES]),
    amount("cycle-5k-25k", CycleDays, [14.0, 30.0], Deals5kTo25k, &[CRO_REPORT]),
    amount("cycle-25k-50k", CycleDays, [90.0, 120.0], Deals25kTo50k, &[FIRST_SALES]),
    amount("cycle-25k-100k", CycleDays, [30.0, 90.0], Deals25kTo100k, &[CRO_REPORT]),
    amount("cycle-100k-250k", CycleDays, [180.0, 270.0], Deals100kTo250k, &[FIRST_SALES]),
    amount("cycle-above-100k", CycleDays, [90.0, 180.0], DealsAbove100k, &[CRO_REPORT]),
    amount("lead-price-saas", LeadPrice, [164.0, 310.0], SoftwareAsAService, &[METRIC_RIG]),
    amount("acquisition-cost-ratio-saas", AcquisitionCostRatio, [1.0, 2.82], SoftwareAsAService, &[BENCHMARKIT]),
    amount("leads-per-seller-transactional", LeadsPerSeller, [80.0, 120.0], TransactionalSales, &[ELVEXA]),
    amount("leads-per-seller-consultative", LeadsPerSeller, [30.0, 50.0], ConsultativeSales, &[ELVEXA]),
    amount("leads-per-seller-complex", LeadsPerSeller, [15.0, 25.0], ComplexSales, &[ELVEXA]),
    amount("meetings-outbound", MeetingsPerMonth, [12.0, 15.0], OutboundTeams, &[MARKET_BETTER]),
    amount("meetings-inbound", MeetingsPerMonth, [20.0, 25.0], InboundTeams, &[MARKET_BETTER]),
    amount("meetings-enterprise", MeetingsPerMonth, [4.0, 6.0], EnterpriseTeams, &[MARKET_BETTER]),
];

const fn rate(
    id: &'static str,
    from: Milestone,
    to: Milestone,
    range: [f64; 2],
    population: Population,
    denominator: Denominator,
    sources: &'static [Source],
) -> Benchmark {
    Benchmark {
        denominator: Some(denominator),
        ..amount(id, Conversion { from, to }, range, population, sources)
    }
}

const fn share(
    id: &'static str,
    quantity: Quantity,
    range: [f64; 2],
    population: Population,
    sources: &'static [Source],
) -> Benchmark {
    Benchmark {
        denominator: Some(AllThatGotThere),
        ..amount(id, quantity, range, population, sources)
    }
}

const fn amount(
    id: &'static str,
    quantity: Quantity,
    [low, high]: [f64; 2],
    population: Population,
    sources: &'static [Source],
) -> Benchmark {
    Benchmark {
        id,
        quantity,
        population,
        low,
        high,
        denominator: None,
        sources,
    }
}
