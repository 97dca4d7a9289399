//! What is measured, natively and in a browser.

use pipeline_lever::engine::Simulator;
use pipeline_lever::model::{ChannelField, Document, Field, Month};

/// A year of six stages, none of them full or the second one.
pub fn six_stages(limited: bool) -> Document {
    let limit = if limited {
        r#","capacityPerMonth":1500"#
    } else {
        ""
    };
    let stage = |conversion: f64, limit: &str| {
        format!(r#"{{"conversion":{conversion},"days":{{"mean":7}}{limit}}}"#)
    };
    let stages = [
        stage(0.75, ""),
        stage(0.6, limit),
        stage(0.5, ""),
        stage(0.4, ""),
        stage(0.5, ""),
        stage(0.8, ""),
    ];
    let json = format!(
        r#"{{"version":1,"start":"2026-01","channels":[{{"leadsPerMonth":2000,"costPerLead":20}}],"stages":[{}],"deal":{{"size":1000}}}}"#,
        stages.join(",")
    );
    Document::read(json.as_bytes(), Month::default()).expect("a valid document")
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
            document: six_stages(limited),
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
