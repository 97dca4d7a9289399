//! What is measured, natively and in a browser.

#![allow(dead_code, reason = "each measurement takes what it needs")]

use pipeline_lever::engine::Simulator;
use pipeline_lever::model::{ChannelField, Document, Field, Month};

fn read(json: &str) -> Document {
    Document::read(json.as_bytes(), Month::default()).expect("a valid document")
}

/// Six stages over a year; `full` gives the second one fewer starts than leads reach it.
pub fn six_stages(leads: f64, full: bool, sizes: f64) -> Document {
    let stage = |conversion: f64, limit: String| {
        format!(r#"{{"conversion":{conversion},"days":{{"mean":7}}{limit}}}"#)
    };
    let limit = if full {
        format!(r#","capacityPerMonth":{}"#, leads * 0.7)
    } else {
        String::new()
    };
    let stages = [
        stage(0.75, String::new()),
        stage(0.6, limit),
        stage(0.5, String::new()),
        stage(0.4, String::new()),
        stage(0.5, String::new()),
        stage(0.8, String::new()),
    ];
    read(&format!(
        r#"{{"version":1,"start":"2026-01","channels":[{{"leadsPerMonth":{leads},"costPerLead":20}}],"stages":[{}],"deal":{{"size":1000,"sizeCv":{sizes}}}}}"#,
        stages.join(",")
    ))
}

/// Twelve stages over five years, three of them full, with patience and staleness; twenty channels.
pub fn twelve_stages(leads: f64) -> Document {
    let channel = format!(r#"{{"leadsPerMonth":{leads},"costPerLead":20,"quality":0.9}}"#);
    let mut reaching = leads * 20.0 * 0.9;
    let stages: Vec<String> = (0..12)
        .map(|position| {
            let line = if position % 4 == 1 {
                reaching *= 0.9;
                format!(r#","capacityPerMonth":{reaching},"waiting":{{"patienceHalfLifeDays":20,"staleHalfLifeDays":15,"staleFloor":0.2}}"#)
            } else {
                String::new()
            };
            reaching *= 0.8;
            format!(r#"{{"conversion":0.8,"days":{{"mean":7}}{line}}}"#)
        })
        .collect();
    read(&format!(
        r#"{{"version":1,"start":"2026-01","months":60,"channels":[{}],"stages":[{}],"deal":{{"size":1000,"sizeCv":0.8}}}}"#,
        vec![channel; 20].join(","),
        stages.join(",")
    ))
}

/// The four-stage year of tests/bench/simpy_pipeline.py.
pub fn four_stages() -> Document {
    read(
        r#"{"version":1,"start":"2026-01","opening":"empty","channels":[{"leadsPerMonth":4000}],"stages":[
        {"conversion":0.5,"days":{"mean":5}},{"conversion":0.4,"days":{"mean":8},"capacityPerMonth":1900},
        {"conversion":0.5,"days":{"mean":10}},{"conversion":0.4,"days":{"mean":6}}],"deal":{"size":1000}}"#,
    )
}

/// A slider on the leads of [`six_stages`]: every run has other numbers, as a moving hand makes them.
pub struct MovingLeads {
    simulator: Simulator,
    document: Document,
    leads: f64,
}

impl MovingLeads {
    pub fn new(limited: bool) -> Self {
        Self {
            simulator: Simulator::new(),
            document: six_stages(2000.0, limited, 0.0),
            leads: 2000.0,
        }
    }

    /// One more expected run; the units that it wins.
    pub fn run(&mut self) -> f64 {
        self.leads += 1.0;
        let field = Field::Channel(0, ChannelField::LeadsPerMonth);
        let _ = field.set(&mut self.document, Some(self.leads));
        self.simulator.expected(&self.document, &[]).totals.won
    }
}
