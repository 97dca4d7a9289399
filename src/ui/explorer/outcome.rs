//! What the page around hears of the answer: the facts that an enquiry begins with.

use super::report::{headline, settled};
use super::*;
use crate::insights::Equivalent;
use crate::runner::count;

/// Of what the page around has heard: the state, how many trials of it had been played, and in which language.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Heard {
    generation: u64,
    trials: usize,
    locale: Locale,
}

impl Explorer {
    /// Tells the page around of the answer, once for each state, and again with every report of its trials.
    pub(super) fn tell_outcome(&mut self, context: &Context<Self>) {
        let Some(state) = self.state.as_ref().filter(|_| self.locale == self.wanted) else {
            return;
        };
        let heard = Heard {
            generation: state.generation.to_bits(),
            trials: state
                .certainty()
                .map_or(0, |certainty| certainty.baseline.trials),
            locale: self.locale,
        };
        if self.heard.replace(heard) != Some(heard) {
            post(&context.props().port, self.words(state), state);
        }
    }
}

/// Sends what is known; what is not, has no part in the message.
fn post(port: &Port, words: Words, state: &State) {
    let compared = state.compared();
    let found = settled(&compared);
    let headline = headline(words, &compared, &found);
    let (document, pair) = (&state.document, found.pair);
    let stage = document.stages.get(pair.stage);
    let text = headline.text();
    let mut parts = vec![
        ("answer", Part::Text(headline.kind)),
        ("headline", Part::Text(&text)),
        ("generation", Part::Number(state.generation)),
        ("language", Part::Text(words.locale.tag())),
        ("objective", Part::Text(found.objective.id())),
        ("to", Part::Number(pair.to.get())),
        ("stageGain", Part::Number(found.fix.gain)),
        ("leadsTimes", Part::Number(pair.leads_times.get())),
        ("leadsGain", Part::Number(found.leads.gain)),
        (
            "breakEvenPerMonth",
            Part::Number(found.worth_up_to_per_month),
        ),
        (
            "timeToRevenueDays",
            Part::Number(state.details.today.1.time_to_revenue_days),
        ),
    ];
    if let Some(stage) = stage {
        parts.push(("stage", Part::Text(&stage.name)));
        parts.push(("from", Part::Number(stage.conversion.middle())));
    }
    if let Equivalent::Leads(leads) = found.as_many_leads_as {
        parts.push(("equivalentLeads", Part::Number(leads.extra_per_month)));
    }
    if let Some(certainty) = state.certainty() {
        parts.push(("trials", Part::Number(count(certainty.baseline.trials))));
        parts.push(("fixWinsIn", Part::Number(certainty.fix_wins_in)));
    }
    port.post(&parts);
}
