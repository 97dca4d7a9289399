//! What the parts of formulas are called, and how their values are said.

use super::figures_of_panels::{of_customer, of_money, of_open_deals, of_scenarios};
use super::names::{channel_name, field_name, stage_name};
use crate::i18n::explorer::arguments::formula as with;
use crate::i18n::{month_year, percent_significant, significant};
use crate::insights::{Counted, Figure, Sum, Term};
use crate::model::{ChannelField, DealField, Document, Field, StageField};
use crate::ui::words::Words;

/// Digits that a number of a formula is shown with, so that it can be reckoned again.
const DIGITS: u8 = 6;

/// What a figure is called. Numbers that need no name are their own.
pub(super) fn figure_name(words: Words, document: &Document, term: Term) -> String {
    let figure = term.figure;
    if figure == Figure::Number {
        return figure_value(words, term);
    }
    if let Some(field) = field(figure) {
        return field_name(words, document, field);
    }
    of_sums(words, figure)
        .or_else(|| of_stage(words, document, figure))
        .or_else(|| of_month(words, document, figure))
        .or_else(|| of_open_deals(words, document, figure))
        .or_else(|| of_money(words, document, figure))
        .or_else(|| of_customer(words, figure))
        .or_else(|| of_planned(words, figure))
        .or_else(|| of_scenarios(words, document, figure))
        .unwrap_or_else(|| plain(words, figure).to_owned())
}

/// A figure's value with its unit.
pub(super) fn figure_value(words: Words, term: Term) -> String {
    let value = term.value;
    match term.figure.counted() {
        Counted::Money => words.money(value),
        Counted::Share => percent_significant(words.locale, value, DIGITS),
        Counted::Units | Counted::Days | Counted::Plain => significant(words.locale, value, DIGITS),
    }
}

/// The number of the document that a figure is.
fn field(figure: Figure) -> Option<Field> {
    Some(match figure {
        Figure::Months => Field::Months,
        Figure::Conversion(stage) => Field::Stage(stage, StageField::Conversion),
        Figure::StageDays(stage) => Field::Stage(stage, StageField::DaysMean),
        Figure::ChannelLeads(channel) => Field::Channel(channel, ChannelField::LeadsPerMonth),
        Figure::ChannelPrice(channel) => Field::Channel(channel, ChannelField::CostPerLead),
        Figure::ChannelFixed(channel) => Field::Channel(channel, ChannelField::FixedCostPerMonth),
        Figure::Churn => Field::Deal(DealField::MonthlyChurn),
        Figure::Expansion => Field::Deal(DealField::MonthlyExpansion),
        Figure::CapacityPerMonth(stage) => Field::Stage(stage, StageField::CapacityPerMonth),
        Figure::UnitCost(stage) => Field::Stage(stage, StageField::CostPerUnit),
        Figure::DealSize => Field::Deal(DealField::Size),
        Figure::ContractMonths => Field::Deal(DealField::ContractMonths),
        Figure::GrossMargin => Field::Deal(DealField::GrossMargin),
        Figure::ServingPerMonth => Field::Deal(DealField::CostToServePerMonth),
        Figure::OnboardingDays => Field::Deal(DealField::OnboardingDays),
        Figure::DeliveryDays => Field::Deal(DealField::DeliveryDays),
        Figure::PaymentDays => Field::Deal(DealField::PaymentDays),
        Figure::OpenUnits(stage) => Field::Stage(stage, StageField::Open),
        _ => return None,
    })
}

fn of_sums(words: Words, figure: Figure) -> Option<String> {
    let texts = &words.explorer().formula;
    Some(match figure {
        Figure::Sum(sum) => sum_name(words, sum).to_owned(),
        Figure::WithFix(sum) => texts.with_fix(sum_name(words, sum)),
        Figure::WithLeads(sum) => texts.with_leads(sum_name(words, sum)),
        Figure::Today(sum) => texts.today(sum_name(words, sum)),
        Figure::WithChange(sum) => texts.with_change(sum_name(words, sum)),
        Figure::PerMonth(sum) => texts.per_month(sum_name(words, sum)),
        Figure::Expected(sum) => texts.expected(sum_name(words, sum)),
        Figure::Chance(_) => texts.chance.to_owned(),
        Figure::Mean(sum) => texts.mean(sum_name(words, sum)),
        Figure::Tenth(tenth, _) => tenth_name(words, tenth).to_owned(),
        Figure::Place(tenth) => texts.place(tenth_name(words, tenth)),
        Figure::AtPlace(_) => texts.at_place.to_owned(),
        Figure::Together(sum) => texts.together(sum_name(words, sum)),
        Figure::Changed(sum) => texts.changed(sum_name(words, sum)),
        _ => return None,
    })
}

/// What so many tenths of the trials lie below, as the forecast's table names it.
fn tenth_name(words: Words, tenth: u8) -> &'static str {
    let texts = &words.explorer().forecast;
    match tenth {
        1 => texts.below,
        5 => texts.median,
        _ => texts.above,
    }
}

pub(super) fn sum_name(words: Words, sum: Sum) -> &'static str {
    let texts = &words.explorer().table;
    match sum {
        Sum::Leads => texts.leads,
        Sum::Won => texts.won,
        Sum::Bookings => texts.bookings,
        Sum::Cash => texts.cash,
        Sum::Cost => texts.cost,
        Sum::Profit => texts.profit,
        Sum::Value => texts.value,
    }
}

fn of_stage(words: Words, document: &Document, figure: Figure) -> Option<String> {
    let texts = &words.explorer().formula;
    let leaks = &words.explorer().leaks;
    let name = |stage| stage_name(words, document, stage);
    Some(match figure {
        Figure::FirstConversion => [&*name(0), ": ", texts.first_conversion].concat(),
        Figure::ChannelMeanLeads(channel) => {
            texts.mean_leads(&channel_name(words, document, channel))
        }
        Figure::StageCost(stage) => texts.stage_cost(&name(stage)),
        Figure::Started(stage) => texts.started(&name(stage)),
        Figure::Arrived(stage) => texts.arrived(&name(stage)),
        Figure::WentCold(stage) => texts.went_cold(&name(stage)),
        Figure::InLine(stage) => texts.in_line(&name(stage)),
        Figure::Lost(stage) => texts.lost(&name(stage)),
        Figure::NotAdvanced(stage) => texts.not_advanced(&name(stage)),
        Figure::StartedPerMonth(stage) => texts.started_per_month(&name(stage)),
        Figure::LostPerMonth(stage) => texts.lost_per_month(&name(stage)),
        Figure::WorthAfter(stage) => texts.worth_after(&name(stage)),
        Figure::WorthHere(stage) => texts.worth_here(&name(stage)),
        Figure::InWorkTogether(stage) => texts.in_work_together(&name(stage)),
        Figure::Improved(stage) => texts.improved(&name(stage)),
        Figure::MostLeads(stage) => texts.most_leads(&name(stage)),
        Figure::LastConversion(stage) => texts.last_conversion(&name(stage)),
        Figure::LastStageDays(stage) => texts.last_days(&name(stage)),
        Figure::MeanWait(stage) => texts.mean_wait(&name(stage)),
        Figure::UnitDaysInLine(stage) => texts.unit_days_in_line(&name(stage)),
        Figure::WorthLost(stage) => [&*name(stage), ": ", leaks.worth_lost].concat(),
        Figure::InWork(stage) => [&*name(stage), ": ", leaks.in_work].concat(),
        Figure::WorthInWork(stage) => [&*name(stage), ": ", leaks.worth_in_work].concat(),
        Figure::Load(stage) => [&*name(stage), ": ", leaks.load].concat(),
        _ => return None,
    })
}

fn of_month(words: Words, document: &Document, figure: Figure) -> Option<String> {
    let texts = &words.explorer().formula;
    let name = |month: usize| {
        let months = u32::try_from(month).unwrap_or_default();
        let month = document.start.plus(months);
        month_year(words.locale, month.year(), month.number())
    };
    Some(match figure {
        Figure::ExtraWonIn(month) => texts.extra_won_in(&name(month)),
        Figure::WonIn(month) => texts.won_in(&name(month)),
        Figure::WonTodayIn(month) => texts.won_today_in(&name(month)),
        Figure::SummedUp(sum, month) => texts.planned_by(with::PlannedBy {
            sum: sum_name(words, sum),
            month: &name(month),
        }),
        Figure::InMonth(sum, month) => texts.in_month(with::InMonth {
            sum: sum_name(words, sum),
            month: &name(month),
        }),
        Figure::TodayBy(sum, month) => texts.planned_by(with::PlannedBy {
            sum: &texts.today(sum_name(words, sum)),
            month: &name(month),
        }),
        Figure::PlannedBy(sum, month) => texts.planned_by(with::PlannedBy {
            sum: &texts.changed(sum_name(words, sum)),
            month: &name(month),
        }),
        Figure::AheadBy(sum, month) => texts.planned_ahead_by(with::PlannedAheadBy {
            sum: sum_name(words, sum),
            month: &name(month),
        }),
        Figure::NetCashBy(month) => texts.planned_net_cash(&name(month)),
        Figure::LaidOutBy(month) => texts.planned_laid_out(&name(month)),
        _ => return None,
    })
}

fn of_planned(words: Words, figure: Figure) -> Option<String> {
    let texts = &words.explorer().formula;
    let payback = &words.explorer().payback;
    let name = match figure {
        Figure::WonInTheEndPlanned => return Some(texts.changed(texts.won_in_the_end)),
        Figure::WonInTheEnd => texts.won_in_the_end,
        Figure::PlannedCycle => return Some(texts.changed(words.explorer().table.cycle)),
        Figure::MayCostPerMonth => payback.may_monthly,
        Figure::MayCostOnce => payback.may_once,
        Figure::MonthsActing => texts.planned_months_acting,
        Figure::Once => texts.planned_once,
        Figure::OnceWorth => texts.planned_once_worth,
        Figure::ForGood => texts.planned_for_good,
        Figure::BookingsActing => texts.planned_bookings_acting,
        Figure::VelocityClaims => texts.planned_velocity,
        _ => return None,
    };
    Some(name.to_owned())
}

fn plain(words: Words, figure: Figure) -> &'static str {
    let texts = &words.explorer().formula;
    let (why, table) = (&words.explorer().why, &words.explorer().table);
    match figure {
        Figure::Promised => why.promised,
        Figure::Time => why.time,
        Figure::Later => texts.later,
        Figure::MeanLeadsTimes => texts.mean_leads_times,
        Figure::MeanDealSize => texts.mean_deal_size,
        Figure::MeanLifetimeValue => texts.mean_lifetime_value,
        Figure::Capacity => why.capacity,
        Figure::Waiting => why.waiting,
        Figure::Quality => why.quality,
        Figure::OverallConversion => table.conversion,
        Figure::Cycle => table.cycle,
        Figure::TimeToRevenue => table.time_to_revenue,
        Figure::CostPerLead => table.cost_per_lead,
        Figure::AcquisitionCost => table.cost_per_client,
        Figure::ProgrammeShare => table.programme_share,
        Figure::LifetimeValue => table.lifetime_value,
        Figure::Retention => table.retention,
        Figure::Trials => words.explorer().forecast.trials,
        Figure::ExtraLeads => words.texts().ways.extra_leads,
        Figure::PaidLater => texts.paid_later,
        Figure::LeadsCost => texts.leads_cost,
        Figure::LeadPrice => texts.lead_price,
        Figure::FixedCost => texts.fixed_cost,
        Figure::LeversCost => texts.levers_cost,
        Figure::ServingCost => texts.serving_cost,
        Figure::AcquisitionCosts => texts.acquisition_costs,
        Figure::ChannelCosts => texts.channel_costs,
        Figure::StageCosts => texts.stage_costs,
        Figure::GrowingInvoices => texts.growing_invoices,
        Figure::Invoices => texts.invoices,
        Figure::DaysInLine => texts.days_in_line,
        Figure::FixGain(_) => texts.fix_gain,
        Figure::LeadsGain(_) => texts.leads_gain,
        Figure::Gain(_) => texts.gain,
        Figure::Ahead(_) => texts.ahead,
        Figure::WorthUpTo => texts.worth_up_to,
        Figure::FixWinsIn => texts.fix_wins_in,
        Figure::TrialsWon => texts.trials_won,
        Figure::TargetReachedIn => words.explorer().forecast.chance,
        Figure::TrialsReaching => texts.trials_reaching,
        Figure::LeadsTimes => texts.leads_times,
        Figure::LeadsPerMonth => texts.leads_per_month,
        Figure::LargestExtra => texts.largest_extra,
        Figure::Felt => texts.felt,
        Figure::WonWithin(9) => texts.won_within_nine,
        Figure::WonWithin(_) => texts.won_within_half,
        Figure::FirstCashWithin(9) => texts.first_cash_nine,
        Figure::FirstCashWithin(_) => texts.first_cash_half,
        Figure::FirstCashThen => texts.first_cash_then,
        Figure::DaysLess => words.explorer().steps.days,
        Figure::StepPrice => texts.step_price,
        Figure::StepOnce => words.explorer().steps.once,
        Figure::StepPerMonth => words.explorer().steps.monthly,
        // Named by what they are of, above.
        _ => "",
    }
}
