//! Where the figures come from.

use super::{Quality, Source};

const fn source(
    author: &'static str,
    title: &'static str,
    url: &'static str,
    year: Option<u16>,
    quality: Quality,
) -> Source {
    Source {
        author,
        title: Some(title),
        url,
        year,
        quality,
    }
}

/// A site of which no more is known.
const fn site(author: &'static str, url: &'static str, quality: Quality) -> Source {
    Source {
        author,
        title: None,
        url,
        year: None,
        quality,
    }
}

pub const FIRST_PAGE_SAGE: Source = source(
    "First Page Sage, as told by altiorco.com",
    "Conversion Rate",
    "https://altiorco.com/revops-dictionary/conversion-rate",
    None,
    Quality::SecondHand,
);
pub const FIRST_PAGE_SAGE_SPREAD: Source = source(
    "First Page Sage, as told by omegapoint.systems",
    "MQL -> SQL conversion",
    "https://omegapoint.systems/omega/benchmarks/mql-sql-conversion",
    None,
    Quality::SecondHand,
);
pub const MV3: Source = source(
    "MV3 Marketing",
    "Demand Waterfall",
    "https://www.mv3marketing.com/glossary/demand-waterfall/",
    None,
    Quality::Vendor,
);
pub const IMPLISIT_BY_SOURCE: Source = source(
    "Implisit, as told by Customer Experience Partners",
    "How Well Do You Convert Leads Into Sales?",
    "http://customerexperiencepartners.com/2018.01.01_arch.html",
    Some(2014),
    Quality::SecondHand,
);
pub const IMPLISIT_PIPELINE: Source = source(
    "Implisit, as told by eMarketer",
    "Referrals Fuel Highest B2B Conversion Rates",
    "https://www.emarketer.com/Article/Referrals-Fuel-Highest-B2B-Conversion-Rates/1012000",
    Some(2014),
    Quality::SecondHand,
);
pub const IMPLISIT_OPPORTUNITIES: Source = source(
    "Implisit, on the Salesforce blog",
    "Infographic: 7 Powerful Predictors of a Closed-Won Opportunity",
    "http://answers.salesforce.com/blog/2014/08/infographic-7-powerful-predictors-closed-won-opportunity-gp.html",
    Some(2014),
    Quality::Primary,
);
pub const EBSTA_PAVILION: Source = source(
    "Ebsta and Pavilion, 2025 GTM Benchmarks, as told by Terasu",
    "What Is Sales Win Rate? Formula, Average, and How to Improve It [2026]",
    "https://terasu.koromo.io/en/blog/sales-win-rate-guide",
    Some(2025),
    Quality::SecondHand,
);
pub const DIXON_MCKENNA: Source = source(
    "Matthew Dixon and Ted McKenna, Harvard Business Review (abstract)",
    "Stop Losing Sales to Customer Indecision",
    "https://www.managementconsultingconnection.com/marketing/sales/?open-article-id=21809879&article-title=stop-losing-sales-to-customer-indecision&blog-domain=hbr.org&blog-title=harvard-business-review-",
    Some(2022),
    Quality::SecondHand,
);
pub const CRO_REPORT: Source = source(
    "The CRO Report",
    "What is Sales Cycle Length?",
    "https://thecroreport.com/glossary/sales-cycle-length",
    None,
    Quality::Vendor,
);
pub const FIRST_SALES: Source = source(
    "FirstSales",
    "Average Sales Cycle",
    "https://firstsales.io/sales/glossary/average-sales-cycle",
    None,
    Quality::Vendor,
);
pub const BENCHMARKIT: Source = source(
    "Benchmarkit, as told by shno.co",
    "Customer Acquisition Statistics",
    "https://www.shno.co/marketing-statistics/customer-acquisition-statistics",
    Some(2025),
    Quality::SecondHand,
);
pub const METRIC_RIG: Source = site(
    "First Page Sage and Martal, as told by metricrig.com",
    "https://metricrig.com",
    Quality::SecondHand,
);
pub const ELVEXA: Source = site("elvexa.com", "https://elvexa.com", Quality::Vendor);
pub const MARKET_BETTER: Source = site(
    "marketbetter.ai",
    "https://marketbetter.ai",
    Quality::Vendor,
);
