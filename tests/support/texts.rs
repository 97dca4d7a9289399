//! Documents as texts, to change one place of.

use pipeline_lever::model::{Document, Month, Node, Problem, ProblemKind};

/// The contract's example, with every field of one-off billing and every lever that it allows.
pub const ONE_OFF: &str = r#"{
  "version": 1, "title": "Negotiation leak", "currency": "EUR", "start": "2026-01", "months": 12, "opening": "steady",
  "channels": [
    { "name": "Website", "leadsPerMonth": 400000, "growthPerMonth": 0, "seasonality": [1,1,1,1,1,1,1,1,1,1,1,1], "quality": 1,
      "costPerLead": 5, "fixedCostPerMonth": 0, "priceElasticity": 0, "qualityElasticity": 0 },
    { "leadsPerMonth": 10 }
  ],
  "stages": [
    { "name": "Lead", "conversion": 0.75, "days": { "mean": 7, "cv": 0.5 }, "lostDays": { "mean": 3, "cv": 1 }, "capacityPerMonth": 9000,
      "waiting": { "order": "oldestFirst", "patienceHalfLifeDays": 3, "staleHalfLifeDays": 4, "staleFloor": 0, "discardAfterDays": 5 },
      "costPerUnit": 0, "target": 0.8, "open": 0 },
    { "conversion": 0.1 },
    { "conversion": 0.2 }
  ],
  "deal": { "size": 1000, "sizeCv": 0, "grossMargin": 1,
    "billing": { "kind": "oneOff", "upfrontShare": 1, "onboardingDays": 0, "deliveryDays": 0, "paymentDays": 0 } },
  "scenarios": [
    { "name": "One", "levers": [
      { "kind": "conversion", "stage": 0, "to": 0.8, "startMonth": 1, "rampMonths": 2, "oneOffCost": 3, "costPerMonth": 4 },
      { "kind": "leads", "channel": 0, "times": 2.5, "quality": null, "costPerLead": null },
      { "kind": "days", "stage": 1, "times": 0.7 },
      { "kind": "capacity", "stage": 2, "to": 9000 },
      { "kind": "waitingOrder", "stage": 0, "to": "newestFirst" },
      { "kind": "dealSize", "times": 1.1 },
      { "kind": "paymentDays", "to": 15 } ] },
    { "name": "Two", "levers": [] }
  ]
}"#;

/// The least that customers who pay monthly can be described with, every field of their billing, and the
/// lever that only they have.
pub const RECURRING: &str = r#"{
  "version": 1,
  "channels": [ { "leadsPerMonth": 10 } ],
  "stages": [ { "conversion": 0.5 } ],
  "deal": { "size": 20, "billing": { "kind": "recurring", "onboardingDays": 0, "paymentDays": 0, "contractMonths": 12,
    "monthlyChurn": 0, "monthlyExpansion": 0, "costToServePerMonth": 0, "openCustomers": 0 } },
  "scenarios": [ { "levers": [ { "kind": "churn", "to": 0.01 } ] } ]
}"#;

/// The month in which the tests read, other than that of their documents.
pub fn this_month() -> Month {
    Month::new(2031, 7).expect("a month")
}

/// The tree of a text that is JSON.
pub fn node(text: &str) -> Node {
    Node::parse(text.as_bytes()).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

/// The document of a tree.
pub fn from(node: &Node) -> Result<Document, Problem> {
    Document::from_node(node, this_month())
}

/// Where and why a tree is refused.
pub fn refusal(node: &Node) -> (String, ProblemKind) {
    match from(node) {
        Ok(_) => panic!("accepted: {}", node.to_text()),
        Err(problem) => (problem.path.to_string(), problem.kind),
    }
}

/// `document` with `value` at `path`, which is added when it is not there.
pub fn with(document: &str, path: &str, value: &str) -> Node {
    let mut root = node(document);
    *place(&mut root, path) = node(value);
    root
}

/// `document` without the key at the end of `path`.
pub fn without(document: &str, path: &str) -> Node {
    let mut root = node(document);
    let (parent, key) = path.rsplit_once('.').unwrap_or(("", path));
    let Node::Object(members) = place(&mut root, parent) else {
        panic!("{parent} is no object")
    };
    members.retain(|(name, _)| name != key);
    root
}

fn place<'a>(root: &'a mut Node, path: &str) -> &'a mut Node {
    let path = path.replace('[', ".").replace(']', "");
    path.split('.')
        .filter(|step| !step.is_empty())
        .fold(root, |node, step| match node {
            Node::List(entries) => &mut entries[step.parse::<usize>().expect("an index")],
            Node::Object(members) => {
                let known = members.iter().position(|(key, _)| key == step);
                let position = known.unwrap_or_else(|| {
                    members.push((step.to_owned(), Node::Null));
                    members.len() - 1
                });
                &mut members[position].1
            }
            _ => panic!("nothing inside {step} of {path}"),
        })
}

/// Every place inside a tree, as the reader writes them.
pub fn paths(node: &Node) -> Vec<String> {
    fn walk(node: &Node, path: &str, paths: &mut Vec<String>) {
        let children: Vec<(String, &Node)> = match node {
            Node::Object(members) => {
                let join = |key: &str| {
                    if path.is_empty() {
                        key.to_owned()
                    } else {
                        format!("{path}.{key}")
                    }
                };
                members
                    .iter()
                    .map(|(key, value)| (join(key), value))
                    .collect()
            }
            Node::List(entries) => entries
                .iter()
                .enumerate()
                .map(|(index, value)| (format!("{path}[{index}]"), value))
                .collect(),
            _ => Vec::new(),
        };
        for (path, child) in children {
            walk(child, &path, paths);
            paths.push(path);
        }
    }
    let mut paths = Vec::new();
    walk(node, "", &mut paths);
    paths
}

/// The value at a place of a tree.
pub fn at<'a>(root: &'a Node, path: &str) -> &'a Node {
    let path = path.replace('[', ".").replace(']', "");
    path.split('.')
        .filter(|step| !step.is_empty())
        .fold(root, |node, step| match node {
            Node::List(entries) => &entries[step.parse::<usize>().expect("an index")],
            _ => node
                .get(step)
                .unwrap_or_else(|| panic!("no {step} in {path}")),
        })
}
