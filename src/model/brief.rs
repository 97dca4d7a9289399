//! A document to JSON: the brief form for links, without what is at its default anyway.
//!
//! It is a document like any other and read by the same reader. The start is always there, since its
//! default is the month of reading, and so is the currency, which every amount hangs on.

use super::choice::{BillingKind, Choice};
use super::document::{Billing, Change, Channel, Deal, Document, Recurring, Scenario, Stage};
use super::json::Node;
use super::number::Number;
use super::number::kinds::Share;

/// Keys that stay whatever they say: those without a default, and the two above.
const STAY: [&str; 13] = [
    "version",
    "currency",
    "start",
    "channels",
    "stages",
    "deal",
    "leadsPerMonth",
    "conversion",
    "mean",
    "size",
    "kind",
    "channel",
    "times",
];

impl Document {
    /// The document without the fields that are at their default.
    #[must_use]
    pub fn to_brief_node(&self) -> Node {
        brief(self.to_node(), &plain(self).to_node())
    }
}

/// A document with everything at its default: one of each kind of part to compare with.
fn plain(document: &Document) -> Document {
    let channel = Channel::new("", Number::default());
    let stage = Stage::new("", Number::<Share>::default());
    let mut deal = Deal::new(Number::default());
    if document.deal.billing.kind() == BillingKind::Recurring {
        deal.billing = Billing::Recurring(Recurring::default());
    }
    let (times, quality, cost_per_lead) = (Number::default(), None, None);
    let lever = Change::Leads {
        channel: 0,
        times,
        quality,
        cost_per_lead,
    }
    .at_once();
    let mut plain = Document::new(document.start, channel, stage, deal);
    plain.scenarios = vec![Scenario {
        name: String::new(),
        levers: vec![lever],
    }];
    plain
}

/// `node` without what is as in `plain`, whose lists hold one entry to compare every entry with.
fn brief(node: Node, plain: &Node) -> Node {
    match (node, plain) {
        (Node::Object(members), Node::Object(_)) => {
            let kept = |(key, value): (String, Node)| {
                let Some(default) = plain.get(&key) else {
                    return Some((key, value));
                };
                let stays = STAY.contains(&key.as_str()) || is_recurring(&value);
                let is_default = match &value {
                    // What stands in the other list is no default, but an entry to compare with.
                    Node::List(entries) => entries.is_empty(),
                    value => value == default,
                };
                let drop = !stays && is_default;
                (!drop).then(|| (key, brief(value, default)))
            };
            Node::Object(members.into_iter().filter_map(kept).collect())
        }
        (Node::List(entries), Node::List(plain)) => match plain.first() {
            Some(plain) => entries
                .into_iter()
                .map(|entry| brief(entry, plain))
                .collect(),
            None => Node::List(entries),
        },
        (node, _) => node,
    }
}

/// Without billing a deal is paid once, so that customers pay monthly must be said even when everything
/// about it is at its default.
fn is_recurring(value: &Node) -> bool {
    value.get("kind") == Some(&BillingKind::Recurring.node())
}
