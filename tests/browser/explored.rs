//! What can be explored under the answer says what the native questions say of the same document.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    BreakEvenCurve, FlipInput, FlipSearch, LeakScales, Question, TornadoRuns, TornadoStep,
    contradictions, default_pair, top_leak, why,
};
use pipeline_lever::insights::{Flip, Known};
use pipeline_lever::model::{Document, Objective, Pair, View};
use pipeline_lever::share::{Shared, to_link};

use crate::answers::documents;
use crate::page::Page;

in_every_engine!(the_explorer_agrees_with_the_native_questions);

/// What a fact shows, as the page writes numbers; nothing where it has none.
type Told = Vec<(String, Option<String>)>;

fn native(document: &Document, objective: Objective) -> Told {
    let view = View {
        objective,
        ..View::default()
    };
    let mut simulator = Simulator::new();
    let pair = default_pair(&mut simulator, document);
    let mut told = Vec::new();
    let mut fact = |name: &str, value: Option<f64>| {
        told.push((name.to_owned(), value.map(|value| value.to_string())));
    };
    let brought = why(&mut simulator, document, pair.leads_times.get());
    fact("[data-fact=why]", Some(brought.won));
    let curve = BreakEvenCurve::new(document, pair, objective).answer(&mut simulator);
    let crossing = curve.crossing.map(|found| found.extra_per_month);
    fact("[data-fact=breakEven]", crossing);
    let tornado = TornadoRuns::new(document, objective, TornadoStep::default());
    let tornado = tornado.answer(&mut simulator);
    fact(
        "[data-fact=tornado]",
        tornado.bars.first().map(|bar| bar.swing),
    );
    let scales = LeakScales::new(document, &view).answer(&mut simulator);
    let top = scales.first().and_then(|ranking| ranking.stages.first());
    fact(
        "[data-fact=leaks]",
        top.and_then(|top| u32::try_from(top.stage).ok())
            .map(f64::from),
    );
    told.extend(flips(&mut simulator, document, pair, objective));
    told
}

fn flips(simulator: &mut Simulator, document: &Document, pair: Pair, objective: Objective) -> Told {
    let answer = FlipSearch::new(document, pair, objective).answer(simulator);
    let at = |flip: Option<Flip>| flip.map(|flip| flip.at.to_string());
    let lines = answer.inputs.iter().flat_map(|flips| {
        let name = match flips.input {
            FlipInput::LeadPrice => "price".to_owned(),
            FlipInput::Capacity(stage) => format!("capacity-{stage}"),
            FlipInput::Conversion => "conversion".to_owned(),
            FlipInput::Horizon => "horizon".to_owned(),
        };
        [
            (format!("[data-flip={name}]|below"), at(flips.below)),
            (format!("[data-flip={name}]|above"), at(flips.above)),
        ]
    });
    lines.collect()
}

async fn the_explorer_agrees_with_the_native_questions(page: &Page) {
    for document in documents() {
        let view = View::default();
        let link = to_link(&Shared {
            document: document.clone(),
            view: view.clone(),
        });
        page.visit(&format!("#s={link}")).await;
        page.wait_for_findings().await;
        for (fact, known) in native(&document, view.objective) {
            let (selector, key) = fact.split_once('|').unwrap_or((&fact, "value"));
            let shown = format!("root.querySelector('{selector}').dataset.{key} ?? null");
            let shown = page.value(&shown).await;
            assert_eq!(
                shown.as_str(),
                known.as_deref(),
                "{fact} of {}",
                document.title
            );
        }
        let notes = page.count("[data-note]").await;
        let top_leak = top_leak(&mut Simulator::new(), &document, Objective::Won);
        let known = Known {
            top_leak: top_leak.map(|leak| leak.stage),
            ..Known::default()
        };
        let known = contradictions(&document, known).len();
        assert_eq!(
            usize::try_from(notes).ok(),
            Some(known),
            "{}",
            document.title
        );
    }
    assert_eq!(page.problems().await, [""; 0]);
}
