//! The words of published ranges: what they count, whose they are, and how far they can be trusted.

use crate::i18n::explorer::arguments::benchmarks as with;
use crate::i18n::{money, percent_range};
use crate::insights::{Benchmark, Denominator, Milestone, Population, Quality, Quantity};
use crate::model::Currency;
use crate::ui::words::Words;

/// A range with what it counts and whose it is, short enough for a choice; none of what is no conversion.
pub(super) fn entry(words: Words, benchmark: &Benchmark) -> Option<String> {
    let Quantity::Conversion { from, to } = benchmark.quantity else {
        return None;
    };
    Some(words.explorer().benchmarks.entry(with::Entry {
        from: short(words, from),
        to: short(words, to),
        whose: whose(words, benchmark.population)?,
        range: &range(words, benchmark),
    }))
}

/// What is counted, in full.
pub(super) fn way(words: Words, benchmark: &Benchmark) -> Option<String> {
    let Quantity::Conversion { from, to } = benchmark.quantity else {
        return None;
    };
    Some(words.explorer().benchmarks.way(with::Way {
        from: milestone(words, from),
        to: milestone(words, to),
    }))
}

/// The range of a share.
pub(super) fn range(words: Words, benchmark: &Benchmark) -> String {
    // One digit is as fine as any of them is published.
    percent_range(words.locale, benchmark.low, benchmark.high, 1)
}

/// A place on a unit's way by the letters that the field knows it by, else in words.
fn short(words: Words, place: Milestone) -> &'static str {
    match place {
        Milestone::MarketingQualified => "MQL",
        Milestone::SalesAccepted => "SAL",
        Milestone::SalesQualified => "SQL",
        _ => milestone(words, place),
    }
}

fn milestone(words: Words, place: Milestone) -> &'static str {
    let texts = &words.explorer().benchmarks;
    match place {
        Milestone::Visitor => texts.visitor,
        Milestone::Inquiry => texts.inquiry,
        Milestone::Lead => texts.lead,
        Milestone::MarketingQualified => texts.marketing_qualified,
        Milestone::SalesAccepted => texts.sales_accepted,
        Milestone::SalesQualified => texts.sales_qualified,
        Milestone::Opportunity => texts.opportunity,
        Milestone::Won => texts.won,
    }
}

/// Whose figures they are; none for deals of a size, see [`deal_size`].
pub(super) fn whose(words: Words, population: Population) -> Option<&'static str> {
    let texts = &words.explorer().benchmarks;
    match population {
        Population::BusinessToBusiness => Some(texts.business),
        Population::ByLeadSource => Some(texts.by_source),
        Population::Enterprise => Some(texts.enterprise),
        Population::SoftwareAsAService => Some(texts.saas),
        Population::TransactionalSales => Some(texts.transactional),
        Population::ConsultativeSales => Some(texts.consultative),
        Population::ComplexSales => Some(texts.complex),
        Population::OutboundTeams => Some(texts.outbound),
        Population::InboundTeams => Some(texts.inbound),
        Population::EnterpriseTeams => Some(texts.enterprise_teams),
        _ => None,
    }
}

/// Deals of which worth a year, in US dollars; none for other populations.
pub(super) fn deal_size(words: Words, population: Population) -> Option<String> {
    let texts = &words.explorer().benchmarks;
    let dollars = |amount: f64| money(words.locale, Currency::USD, amount);
    let between = |from, to| {
        texts.between(with::Between {
            from: &dollars(from),
            to: &dollars(to),
        })
    };
    match population {
        Population::DealsUpTo10k => Some(texts.up_to(&dollars(10_000.0))),
        Population::Deals5kTo25k => Some(between(5_000.0, 25_000.0)),
        Population::Deals25kTo50k => Some(between(25_000.0, 50_000.0)),
        Population::Deals25kTo100k => Some(between(25_000.0, 100_000.0)),
        Population::Deals100kTo250k => Some(between(100_000.0, 250_000.0)),
        Population::DealsAbove100k => Some(texts.beyond(&dollars(100_000.0))),
        _ => None,
    }
}

/// Of which units the share is taken.
pub(super) fn denominator(words: Words, denominator: Denominator) -> &'static str {
    let texts = &words.explorer().benchmarks;
    match denominator {
        Denominator::AllThatGotThere => texts.of_all,
        Denominator::NotStated => texts.of_unknown,
    }
}

/// How far a figure can be trusted.
pub(super) fn quality(words: Words, quality: Quality) -> &'static str {
    let texts = &words.explorer().benchmarks;
    match quality {
        Quality::Primary => texts.primary,
        Quality::SecondHand => texts.second_hand,
        Quality::Vendor => texts.vendor,
    }
}
