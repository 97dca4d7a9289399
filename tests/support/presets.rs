//! The presets with plain names.

use pipeline_lever::model::{Currency, Document, Month, Preset, PresetNames};

/// The preset of that id, from January 2026 in euros.
pub fn preset(id: &str) -> Document {
    let preset = *Preset::ALL
        .iter()
        .find(|preset| preset.id() == id)
        .expect("a preset of that id");
    let names = PresetNames {
        title: "Title",
        channel: "Website",
        lead: "Lead",
        qualified: "Qualified",
        proposal: "Proposal",
        negotiation: "Negotiation",
        commitment: "Commitment",
        in_pipeline: "In the pipeline",
        follow_up: "Follow-up",
    };
    let january = Month::parse("2026-01").expect("a month");
    preset.document(&names, january, Currency::parse("EUR").expect("a currency"))
}
