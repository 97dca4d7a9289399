//! Every number of the contract's table just inside and just outside of its limits, with the path of the error.

use pipeline_lever::model::{Limits, Node, ProblemKind};

use crate::support::texts::{ONE_OFF, RECURRING, at, from, node, paths, refusal, with};

const ONE_OFF_TABLE: &str = "
months                                       whole 1 60
channels[0].leadsPerMonth                    0 1e9
channels[0].growthPerMonth                   -0.9 1
channels[0].seasonality[11]                  0 100
channels[0].quality                          0 100
channels[0].costPerLead                      0 1e12
channels[0].fixedCostPerMonth                0 1e12
channels[0].priceElasticity                  0 10
channels[0].qualityElasticity                0 0.99
stages[2].conversion                         0 1
stages[0].days.mean                          0 3650
stages[0].days.cv                            0 3
stages[0].lostDays.mean                      0 3650
stages[0].lostDays.cv                        0 3
stages[0].capacityPerMonth                   0 1e9
stages[0].waiting.patienceHalfLifeDays       above 0 3650
stages[0].waiting.staleHalfLifeDays          above 0 3650
stages[0].waiting.staleFloor                 0 1
stages[0].waiting.discardAfterDays           whole 0 3650
stages[0].costPerUnit                        0 1e12
stages[0].target                             0 1
stages[0].open                               whole 0 1e9
deal.size                                    0 1e12
deal.sizeCv                                  0 10
deal.grossMargin                             0 1
deal.billing.upfrontShare                    0 1
deal.billing.onboardingDays                  whole 0 3650
deal.billing.deliveryDays                    whole 0 3650
deal.billing.paymentDays                     whole 0 3650
scenarios[0].levers[0].to                    0 1
scenarios[0].levers[0].startMonth            whole 0 59
scenarios[0].levers[0].rampMonths            whole 0 60
scenarios[0].levers[0].oneOffCost            0 1e12
scenarios[0].levers[0].costPerMonth          0 1e12
scenarios[0].levers[1].times                 0 1000
scenarios[0].levers[1].quality               0 100
scenarios[0].levers[1].costPerLead           0 1e12
scenarios[0].levers[2].times                 0 10
scenarios[0].levers[3].to                    0 1e9
scenarios[0].levers[5].times                 0 100
scenarios[0].levers[6].to                    whole 0 3650
";

const RECURRING_TABLE: &str = "
deal.billing.onboardingDays                  whole 0 3650
deal.billing.paymentDays                     whole 0 3650
deal.billing.contractMonths                  whole 1 120
deal.billing.monthlyChurn                    0 1
deal.billing.monthlyExpansion                -0.5 0.5
deal.billing.costToServePerMonth             0 1e12
deal.billing.openCustomers                   whole 0 1e9
scenarios[0].levers[0].to                    0 1
";

/// The document's text, the number's path, and its limits, for every row of both tables.
fn rows() -> Vec<(&'static str, &'static str, Limits)> {
    let tables = [(ONE_OFF, ONE_OFF_TABLE), (RECURRING, RECURRING_TABLE)];
    let lines = tables.into_iter().flat_map(|(text, table)| {
        table
            .lines()
            .skip(1)
            .map(move |line| (text, line.split_whitespace().collect::<Vec<_>>()))
    });
    let row = |(text, words): (&'static str, Vec<&'static str>)| {
        let number = |word: Option<&&str>| word.expect("an end").parse().expect("a number");
        let limits = Limits {
            min: number(words.get(words.len() - 2)),
            max: number(words.last()),
            above_min: words.contains(&"above"),
            whole: words.contains(&"whole"),
        };
        (text, words[0], limits)
    };
    lines.map(row).collect()
}

#[test]
fn numbers_inside_are_read() {
    for (text, path, limits) in rows() {
        let smallest = if limits.above_min {
            limits.min.next_up()
        } else {
            limits.min
        };
        let middle = (limits.min + limits.max) / 2.0;
        let middle = if limits.whole { middle.floor() } else { middle };
        for value in [smallest, middle, limits.max] {
            let document = from(&with(text, path, &format!("{value:e}")));
            let document =
                document.unwrap_or_else(|problem| panic!("{path} = {value}: {problem:?}"));
            assert_eq!(
                at(&document.to_node(), path),
                &Node::Number(value),
                "{path}"
            );
        }
    }
}

#[test]
fn numbers_outside_are_refused_with_their_path_and_limits() {
    for (text, path, limits) in rows() {
        let below = if limits.above_min {
            limits.min
        } else {
            limits.min.next_down()
        };
        let mut outside = vec![below, limits.max.next_up(), limits.min - 1.0, 1e300];
        if limits.whole {
            outside.extend([limits.min + 0.5, limits.max - 0.5]);
        }
        let texts = outside.into_iter().map(|value| format!("{value:e}"));
        for value in texts.chain(["1e999".to_owned(), "-1e999".to_owned()]) {
            let expected = (path.to_owned(), ProblemKind::OutOfRange(limits));
            assert_eq!(
                refusal(&with(text, path, &value)),
                expected,
                "{path} = {value}"
            );
        }
    }
}

#[test]
fn other_kinds_of_values_are_refused_with_their_path() {
    for (text, path, _) in rows() {
        for value in ["true", "\"1\"", "[1]"] {
            let (place, kind) = refusal(&with(text, path, value));
            assert_eq!(place, path, "{value}");
            assert!(
                matches!(kind, ProblemKind::WrongKind(_)),
                "{path} = {value}: {kind:?}"
            );
        }
    }
}

/// The tables miss no number of the documents; several channels and the like need one row each.
#[test]
fn every_number_of_the_documents_is_in_a_table() {
    let key = |path: &str| {
        let key = path.rsplit('.').next().unwrap_or_default();
        key.split('[').next().unwrap_or(key).to_owned()
    };
    let rows: Vec<String> = rows().into_iter().map(|(_, path, _)| key(path)).collect();
    for text in [ONE_OFF, RECURRING] {
        let root = node(text);
        let numbers = paths(&root)
            .into_iter()
            .map(|path| (key(&path), at(&root, &path).clone()));
        for (key, _) in numbers.filter(|(_, value)| matches!(value, Node::Number(_))) {
            let other = ["version", "stage", "channel"].contains(&key.as_str());
            assert!(other || rows.contains(&key), "{key}");
        }
    }
}
