//! What can be explored under the answer says what the native questions say of the same document.

use pipeline_lever::engine::Simulator;
use pipeline_lever::insights::{
    AllPairs, BreakEvenCurve, EqualConversion, FlipInput, FlipSearch, LeadRateRuns, LeakScales,
    Question, TornadoRuns, TornadoStep, Verdict, chance_moves_means, compare_at_once,
    contradictions, default_pair, top_leak, why,
};
use pipeline_lever::insights::{Flip, Known};
use pipeline_lever::model::{Document, Field, Objective, Pair, StageField, View};
use pipeline_lever::share::{Shared, to_link};
use serde_json::json;

use crate::answers::documents;
use crate::page::Page;
use crate::widget::text_box;

in_every_engine!(
    the_explorer_agrees_with_the_native_questions,
    changes_on_both_sides_stay
);

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
    let brought = why(
        &mut simulator,
        document,
        pair.channel,
        pair.leads_times.get(),
    );
    fact("[data-fact=why]", Some(brought.causes.won));
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
    told.extend(map(&mut simulator, document, pair, objective));
    told.extend(pairs(&mut simulator, document, objective));
    // Where chance moves the means, the trials have the last word.
    if !chance_moves_means(document) {
        told.extend(compared(&mut simulator, document));
    }
    told
}

fn map(simulator: &mut Simulator, document: &Document, pair: Pair, objective: Objective) -> Told {
    let map = LeadRateRuns::new(document, pair, objective).answer(simulator);
    let mut columns = map.equal.iter();
    let of_pair = columns.find(|(times, _)| *times == pair.leads_times.get());
    let (known, at) = match of_pair {
        Some((_, EqualConversion::At(at))) => ("at", Some(at.to_string())),
        Some((_, EqualConversion::LeadsGainNothing)) => ("leadsGainNothing", None),
        Some((_, EqualConversion::Never)) => ("never", None),
        None => ("noMore", None),
    };
    let point =
        |name: &str, objective: f64| (format!("[data-point={name}]"), Some(objective.to_string()));
    vec![
        ("[data-fact=map]".to_owned(), at),
        ("[data-fact=map]|known".to_owned(), Some(known.to_owned())),
        point("today", map.today.objective),
        point("fix", map.fix.objective),
        point("leads", map.leads.objective),
    ]
}

fn pairs(simulator: &mut Simulator, document: &Document, objective: Objective) -> Told {
    let all = AllPairs::new(document).answer(simulator);
    let leads = all.gain(objective, &all.all_channels.totals);
    let stages = all.stages.iter().enumerate();
    let rows = stages.flat_map(|(stage, step)| {
        let ahead = all.gain(objective, &step.totals) - leads;
        let verdict = all.verdict(objective, stage, None).map(verdict_id);
        let row = format!("[data-fact=\"pairs.{stage}\"]");
        [
            (row.clone(), Some(ahead.to_string())),
            (row + "|verdict", verdict.map(str::to_owned)),
        ]
    });
    rows.collect()
}

fn compared(simulator: &mut Simulator, document: &Document) -> Told {
    let comparison = compare_at_once(simulator, document, &View::default());
    let advantage = comparison.advantage(document);
    let since = advantage.ahead_since.map(|since| since.to_string());
    let verdict = verdict_id(advantage.verdict).to_owned();
    let fact = "[data-fact=fixOrBuy]";
    vec![
        (fact.to_owned(), Some(advantage.ahead_by.to_string())),
        (format!("{fact}|verdict"), Some(verdict)),
        (format!("{fact}|since"), since),
    ]
}

fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::FixWins => "fixWins",
        Verdict::LeadsWin => "leadsWin",
        Verdict::Tie => "tie",
        Verdict::NeitherHelps => "neitherHelps",
    }
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
        let objective = View::default().objective;
        let link = to_link(&Shared {
            document: document.clone(),
            view: View::default(),
        });
        page.visit(&format!("#s={link}")).await;
        page.wait_for_findings().await;
        for (fact, known) in native(&document, objective) {
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

/// The first screen and the explorer are changed before either knows of the other's change.
async fn changes_on_both_sides_stay(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.wait_for_findings().await;
    let both = "
        const [selector, value] = arguments;
        const box = root.querySelector(selector);
        box.focus();
        box.value = value;
        box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        box.dispatchEvent(new Event('change', { bubbles: true }));
        root.querySelector('[data-reveals=scenarios]').click();";
    let negotiation = text_box("stages[2].conversion");
    page.run(both, vec![json!(negotiation), json!("4")]).await;
    page.wait_for("root.querySelector('[data-panel=scenarios][data-open]')")
        .await;
    page.wait_for_findings().await;
    assert_eq!(page.property(&negotiation, "value").await, "4");

    // Each later change here is made before the first screen has told of the one before, the last one even before that
    // is drawn.
    let quickly = "root.querySelector('[data-begin=fix]').click();
        setTimeout(() => ['leads', 'empty'].forEach((id) => root.querySelector(`[data-begin=${id}]`).click()), 200);";
    page.run(quickly, vec![]).await;
    page.wait_for("root.querySelectorAll('[data-scenario]').length === 3")
        .await;
    page.wait_for_findings().await;
    let document = page.document().await;
    assert_eq!(document.scenarios.len(), 3);
    let conversion = Field::Stage(2, StageField::Conversion).get(&document);
    assert_eq!(conversion, Some(0.04));
    assert_eq!(page.problems().await, [""; 0]);
}
