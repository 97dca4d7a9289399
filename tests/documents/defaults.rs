//! What a document means where it says nothing.

use crate::support::texts::{at, from, node, with};

const LEAST: &str = r#"{"version":1,"channels":[{"leadsPerMonth":5}],"stages":[{"conversion":0.5}],"deal":{"size":7}}"#;

/// The contract's example with its values at their defaults, and nothing required but those of [`LEAST`].
const FULL: &str = r#"{"version":1,"title":"","currency":"USD","start":"2031-07","months":12,"opening":"steady",
"channels":[{"name":"","leadsPerMonth":5,"growthPerMonth":0,"seasonality":null,"quality":1,
"costPerLead":0,"fixedCostPerMonth":0,"priceElasticity":0,"qualityElasticity":0}],
"stages":[{"name":"","conversion":0.5,"days":{"mean":0,"cv":0.5},"lostDays":null,"capacityPerMonth":null,
"waiting":{"order":"oldestFirst","patienceHalfLifeDays":null,"staleHalfLifeDays":null,"staleFloor":0,"discardAfterDays":null},
"costPerUnit":0,"target":null,"open":0}],
"deal":{"size":7,"sizeCv":0,"grossMargin":1,
"billing":{"kind":"oneOff","upfrontShare":1,"onboardingDays":0,"deliveryDays":0,"paymentDays":0}},
"scenarios":[]}"#;

/// What the contract fills in for `value` at `path` of the least document.
fn filled_in(path: &str, value: &str) -> String {
    let document = from(&with(LEAST, path, value)).expect("a document");
    at(&document.to_node(), path).to_text()
}

#[test]
fn what_is_left_out_has_the_default_of_the_table() {
    let document = from(&node(LEAST)).expect("a document");
    assert_eq!(document.to_node().to_text(), FULL.replace('\n', ""));
}

#[test]
fn parts_that_are_given_in_part_are_filled_in() {
    let mean = filled_in("stages[0].days", r#"{"mean":3}"#);
    assert_eq!(mean, r#"{"mean":3,"cv":0.5}"#);
    let recurring = filled_in("deal.billing", r#"{"kind":"recurring"}"#);
    assert_eq!(
        recurring,
        r#"{"kind":"recurring","onboardingDays":0,"paymentDays":0,"contractMonths":12,"monthlyChurn":0,"monthlyExpansion":0,"costToServePerMonth":0,"openCustomers":0}"#
    );
    let leads = r#"[{"levers":[{"kind":"leads","channel":0,"times":2}]},{"name":"b"}]"#;
    assert_eq!(
        filled_in("scenarios", leads),
        r#"[{"name":"","levers":[{"kind":"leads","channel":0,"times":2,"quality":null,"costPerLead":null,"startMonth":0,"rampMonths":0,"oneOffCost":0,"costPerMonth":0}]},{"name":"b","levers":[]}]"#
    );
}

#[test]
fn the_brief_form_leaves_out_what_is_at_its_default() {
    let brief = |path: &str, value: &str| {
        let document = from(&with(LEAST, path, value)).expect("a document");
        document.to_brief_node().to_text()
    };
    let least = r#"{"version":1,"currency":"USD","start":"2031-07","channels":[{"leadsPerMonth":5}],"stages":[{"conversion":0.5}],"deal":{"size":7}}"#;
    assert_eq!(brief("title", "\"\""), least);
    let end = |from: &str, to: &str| least.replace(from, to);
    let days = end(
        r#"{"conversion":0.5}"#,
        r#"{"conversion":0.5,"days":{"mean":3}}"#,
    );
    assert_eq!(brief("stages[0].days", r#"{"cv":0.5,"mean":3}"#), days);
    let recurring = end(
        r#""size":7}"#,
        r#""size":7,"billing":{"kind":"recurring"}}"#,
    );
    assert_eq!(brief("deal.billing", r#"{"kind":"recurring"}"#), recurring);
    let scenarios = r#"[{},{"name":"b","levers":[{"kind":"conversion","stage":0,"to":0},{"kind":"leads","channel":0,"times":0}]}]"#;
    let with_scenarios = format!(
        "{},\"scenarios\":{scenarios}}}",
        least.trim_end_matches('}').to_owned() + "}"
    );
    assert_eq!(brief("scenarios", scenarios), with_scenarios);
}
