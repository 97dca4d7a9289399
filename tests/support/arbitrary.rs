//! Random documents that cover everything which the contract allows.

use std::ops::RangeInclusive;

use pipeline_lever::model::kinds::{Count, Sample, Share};
use pipeline_lever::model::{
    Billing, Change, Channel, Conversion, Currency, Days, Deal, Document, GoalMeasure, Lever,
    Month, Number, Objective, OneOff, Opening, Pair, Panel, Panels, PlanField, PlannedLever, Plans,
    Range, Recurring, Scenario, Stage, StageNotes, Uncertain, View, Waiting, WaitingOrder,
};
use pipeline_lever::share::Shared;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Any number of a kind: its ends and small values more often than chance has them.
pub fn number<R: Range>() -> impl Strategy<Value = Number<R>> + Clone {
    let limits = R::LIMITS;
    prop_oneof![
        4 => limits.min..=limits.max,
        2 => -1.0..=10.0,
        1 => Just(limits.min),
        1 => Just(limits.max),
    ]
    .prop_map(Number::nearest)
}

/// A number of a kind, or an interval.
pub fn uncertain<R: Range>() -> BoxedStrategy<Uncertain<R>> {
    let interval =
        (number::<R>(), number::<R>()).prop_filter_map("low < high, inside", |(a, b)| {
            let (low, high) = if a.get() < b.get() { (a, b) } else { (b, a) };
            let inside = R::LIMITS.allow_inside(low.get()) && R::LIMITS.allow_inside(high.get());
            (inside && low.get() < high.get()).then_some(Uncertain::Between { low, high })
        });
    prop_oneof![3 => number().prop_map(Uncertain::Known), 1 => interval].boxed()
}

/// A rate, an interval or counted evidence.
pub fn conversion() -> BoxedStrategy<Conversion> {
    let counted = (number::<Sample>(), 0.0..=1.0f64).prop_map(|(of, share)| {
        let advanced = Number::<Count>::nearest((of.get() * share).floor());
        Conversion::Counted { advanced, of }
    });
    prop_oneof![3 => uncertain::<Share>().prop_map(Conversion::Rate), 1 => counted].boxed()
}

/// A name: plain, of any letters, or as long as allowed.
pub fn name() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[A-Za-z ]{0,12}", 2 => "[^\\p{Cc}]{0,30}", 1 => "[\"\\\\/ა-ჰ🦊]{200}"]
}

fn channel() -> BoxedStrategy<Channel> {
    let seasonality = proptest::array::uniform12(number());
    (
        name(),
        uncertain(),
        number(),
        option::of(seasonality),
        number(),
        number(),
        number(),
        number(),
        number(),
    )
        .prop_map(
            |(name, leads, growth, seasonality, quality, price, fixed, gamma, delta)| Channel {
                name,
                leads_per_month: leads,
                growth_per_month: growth,
                seasonality,
                quality,
                cost_per_lead: price,
                fixed_cost_per_month: fixed,
                price_elasticity: gamma,
                quality_elasticity: delta,
            },
        )
        .boxed()
}

fn days() -> BoxedStrategy<Days> {
    let any = (uncertain(), number()).prop_map(|(mean, variation)| Days { mean, variation });
    prop_oneof![Just(Days::default()), any].boxed()
}

fn order() -> impl Strategy<Value = WaitingOrder> + Clone {
    prop_oneof![
        Just(WaitingOrder::OldestFirst),
        Just(WaitingOrder::NewestFirst)
    ]
}

fn waiting() -> BoxedStrategy<Waiting> {
    let any = (
        order(),
        option::of(number()),
        option::of(number()),
        number(),
        option::of(number()),
    )
        .prop_map(|(order, patience, stale, floor, discard)| Waiting {
            order,
            patience_half_life_days: patience,
            stale_half_life_days: stale,
            stale_floor: floor,
            discard_after_days: discard,
        });
    prop_oneof![Just(Waiting::default()), any].boxed()
}

fn stage() -> BoxedStrategy<Stage> {
    (
        name(),
        conversion(),
        days(),
        option::of(days()),
        option::of(number()),
        waiting(),
        number(),
        option::of(number()),
        number(),
    )
        .prop_map(
            |(name, conversion, days, lost_days, capacity, waiting, cost, target, open)| Stage {
                name,
                conversion,
                days,
                lost_days,
                capacity_per_month: capacity,
                waiting,
                cost_per_unit: cost,
                target,
                open,
            },
        )
        .boxed()
}

fn billing() -> BoxedStrategy<Billing> {
    let one_off = (number(), number(), number(), number()).prop_map(
        |(upfront_share, onboarding_days, delivery_days, payment_days)| {
            Billing::OneOff(OneOff {
                upfront_share,
                onboarding_days,
                delivery_days,
                payment_days,
            })
        },
    );
    let recurring = (
        number(),
        number(),
        number(),
        number(),
        number(),
        number(),
        number(),
    )
        .prop_map(
            |(onboarding_days, payment_days, contract_months, churn, expansion, serve, open)| {
                Billing::Recurring(Recurring {
                    onboarding_days,
                    payment_days,
                    contract_months,
                    monthly_churn: churn,
                    monthly_expansion: expansion,
                    cost_to_serve_per_month: serve,
                    open_customers: open,
                })
            },
        );
    prop_oneof![
        Just(Billing::default()),
        Just(Billing::Recurring(Recurring::default())),
        one_off,
        recurring
    ]
    .boxed()
}

fn deal() -> BoxedStrategy<Deal> {
    (uncertain(), number(), number(), billing())
        .prop_map(|(size, variation, margin, billing)| Deal {
            size,
            size_variation: variation,
            gross_margin: margin,
            billing,
        })
        .boxed()
}

fn change(stages: usize, channels: usize, recurring: bool) -> BoxedStrategy<Change> {
    let stage = 0..stages;
    let any = prop_oneof![
        (stage.clone(), number()).prop_map(|(stage, to)| Change::Conversion { stage, to }),
        (
            0..channels,
            number(),
            option::of(number()),
            option::of(number())
        )
            .prop_map(|(channel, times, quality, cost_per_lead)| {
                Change::Leads {
                    channel,
                    times,
                    quality,
                    cost_per_lead,
                }
            }),
        (stage.clone(), number()).prop_map(|(stage, times)| Change::Days { stage, times }),
        (stage.clone(), number()).prop_map(|(stage, to)| Change::Capacity { stage, to }),
        (stage, order()).prop_map(|(stage, to)| Change::WaitingOrder { stage, to }),
        number().prop_map(|times| Change::DealSize { times }),
        number().prop_map(|to| Change::Churn { to }),
        number().prop_map(|to| Change::PaymentDays { to }),
    ];
    any.prop_filter("no churn of one-off deals", move |change| {
        recurring || !matches!(change, Change::Churn { .. })
    })
    .boxed()
}

/// Any lever on so many stages and channels.
pub fn lever_of(stages: usize, channels: usize, recurring: bool) -> BoxedStrategy<Lever> {
    lever(stages, channels, recurring)
}

fn lever(stages: usize, channels: usize, recurring: bool) -> BoxedStrategy<Lever> {
    let timed = (
        change(stages, channels, recurring),
        number(),
        number(),
        number(),
        number(),
    );
    timed
        .prop_map(
            |(change, start_month, ramp_months, one_off_cost, cost_per_month)| Lever {
                change,
                start_month,
                ramp_months,
                one_off_cost,
                cost_per_month,
            },
        )
        .boxed()
}

fn scenarios(stages: usize, channels: usize, recurring: bool) -> BoxedStrategy<Vec<Scenario>> {
    let levers = vec(lever(stages, channels, recurring), 0..6);
    vec((name(), levers), 0..4)
        .prop_map(|scenarios| {
            let named = scenarios.into_iter().enumerate();
            let numbered = named.map(|(index, (name, levers))| {
                // Names differ, and the one that may be left out is there too.
                let short: String = name.chars().take(190).collect();
                let name = if index == 0 {
                    name
                } else {
                    format!("{short}{index}")
                };
                Scenario { name, levers }
            });
            let mut seen = std::collections::HashSet::new();
            numbered
                .filter(|scenario| seen.insert(scenario.name.clone()))
                .collect()
        })
        .boxed()
}

fn month() -> impl Strategy<Value = Month> {
    (1970..=2199, 1..=12u32).prop_filter_map("a month", |(year, month)| Month::new(year, month))
}

fn currency() -> impl Strategy<Value = Currency> {
    let all: Vec<Currency> = ["USD", "EUR", "GEL", "TRY", "RUB", "JPY"]
        .into_iter()
        .filter_map(Currency::parse)
        .collect();
    proptest::sample::select(all)
}

/// Any document with up to this many channels and stages.
fn document(
    channels: RangeInclusive<usize>,
    stages: RangeInclusive<usize>,
) -> BoxedStrategy<Document> {
    let opening = prop_oneof![
        Just(Opening::Steady),
        Just(Opening::Empty),
        Just(Opening::Counts)
    ];
    let frame = (name(), currency(), month(), number(), opening);
    (
        frame,
        vec(channel(), channels),
        vec(stage(), stages),
        deal(),
    )
        .prop_flat_map(
            |((title, currency, start, months, opening), channels, stages, deal)| {
                let recurring = matches!(deal.billing, Billing::Recurring(_));
                let scenarios = scenarios(stages.len(), channels.len(), recurring);
                scenarios.prop_map(move |scenarios| Document {
                    title: title.clone(),
                    currency,
                    start,
                    months,
                    opening,
                    channels: channels.clone(),
                    stages: stages.clone(),
                    deal: deal.clone(),
                    scenarios,
                })
            },
        )
        .boxed()
}

/// Any document that the contract allows, small ones more often than large ones.
pub fn documents() -> BoxedStrategy<Document> {
    prop_oneof![6 => document(1..=3, 1..=5), 1 => document(1..=20, 1..=12)].boxed()
}

/// Anything noted beside so many stages.
fn stage_notes(stages: usize) -> impl Strategy<Value = StageNotes> {
    let note = (option::of(number()), option::of(name()));
    vec(note, 0..=stages).prop_map(|list| {
        let mut notes = StageNotes::default();
        for (stage, (price, benchmark)) in list.into_iter().enumerate() {
            notes.set_price(stage, price);
            notes.set_benchmark(stage, benchmark);
        }
        notes
    })
}

/// What is open and planned for so many stages.
fn plans(stages: usize) -> impl Strategy<Value = (Panels, Plans)> {
    use proptest::sample::{select, subsequence};
    let fields: Vec<PlanField> = PlanField::all().collect();
    let all = Panel::all().to_vec();
    let count = all.len();
    (
        subsequence(all, 0..=count).prop_shuffle(),
        select(GoalMeasure::all()),
        select(PlannedLever::all()),
        0..stages,
        vec((select(fields), 0.0..1.0), 0..8),
    )
        .prop_map(|(open, measure, lever, stage, numbers)| {
            let mut panels = Panels::default();
            for panel in open {
                panels.set(panel, true);
            }
            let mut plans = Plans::default();
            (plans.measure, plans.lever, plans.stage) = (measure, lever, stage);
            for (field, share) in numbers {
                let limits = field.limits();
                let value: f64 = limits.min + share * (limits.max - limits.min);
                let value = if limits.whole { value.floor() } else { value };
                plans.set(field, Some(value));
                assert_eq!(plans.get(field), Some(value), "{field:?}");
            }
            (panels, plans)
        })
}

/// Any document with any view of it.
pub fn shared() -> BoxedStrategy<Shared> {
    (
        documents(),
        number(),
        number(),
        number(),
        number(),
        option::of(number()),
    )
        .prop_flat_map(|(document, seed, trials, to, leads_times, target)| {
            let stages = 0..document.stages.len();
            let channels = option::of(0..document.channels.len());
            let pair = (stages, channels).prop_map(move |(stage, channel)| Pair {
                stage,
                to,
                channel,
                leads_times,
            });
            let objective = proptest::sample::select(Objective::all());
            let notes = stage_notes(document.stages.len());
            let noted = (notes, option::of(number()));
            (option::of(pair), objective, noted).prop_map(move |(pair, objective, noted)| Shared {
                document: document.clone(),
                view: View {
                    seed,
                    trials,
                    objective,
                    pair,
                    target,
                    stages: noted.0,
                    cycle_days: noted.1,
                    ..View::default()
                },
            })
        })
        .prop_flat_map(|shared| {
            let stages = shared.document.stages.len();
            (plans(stages), Just(shared)).prop_map(|((panels, plans), mut shared)| {
                shared.view.panels = panels;
                shared.view.plans = plans;
                shared
            })
        })
        .boxed()
}
