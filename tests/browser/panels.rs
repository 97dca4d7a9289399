//! What is opened under the answer: in one step, in the link, and closed again.

use fantoccini::key::Key;
use pipeline_lever::engine::Simulator;
use pipeline_lever::i18n::Locale;
use pipeline_lever::insights::{
    BudgetSearch, GoalSearch, PlannedRuns, Question, Repaid, StepRuns, TimeToRevenueRuns,
    default_pair,
};
use pipeline_lever::model::{Month, Panel, PlanField, PlannedLever, Step, View};
use pipeline_lever::share::{Shared, from_link, to_link};
use serde_json::json;

use crate::answers::documents;
use crate::driver::Engine;
use crate::page::Page;

in_every_engine!(
    panels_open_in_one_step_and_are_in_the_link,
    panels_say_what_the_native_questions_say,
    open_panels_are_for_everyone
);

fn is_open(panel: Panel) -> String {
    format!(
        "(root?.querySelector('[data-panel={}]')?.dataset.open ?? null) !== null",
        panel.id()
    )
}

async fn panels_open_in_one_step_and_are_in_the_link(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.wait_for_findings().await;
    for panel in Panel::all() {
        assert_eq!(page.value(&is_open(*panel)).await, false);
        page.click(&format!("[data-reveals={}]", panel.id())).await;
        page.wait_for(&is_open(*panel)).await;
        // Who opens it stands at its heading.
        page.wait_for(&format!(
            "root.activeElement?.closest('[data-panel]')?.dataset.panel === '{}'",
            panel.id()
        ))
        .await;
    }
    page.wait_for_findings().await;
    // What is open is no step: there is nothing to undo.
    let undo = "root.querySelector('[data-action=undo]').ariaDisabled";
    assert_eq!(page.value(undo).await, "true");
    let link = page.link().await;
    let (_, link) = link.split_once("#s=").expect("a link of this page");
    let shared = from_link(link, Month::default()).expect("a link");
    for panel in Panel::all() {
        assert!(shared.view.panels.contains(*panel), "{}", panel.id());
    }

    // Closed by the keyboard, at its heading; the link of before is no longer shown.
    let heading = "root.querySelector('[data-panel=budget] h2 button').focus()";
    page.run(heading, vec![]).await;
    page.press(&[Key::Enter]).await;
    page.wait_for(&format!("!({})", is_open(Panel::Budget)))
        .await;
    assert_eq!(page.count("[data-fact=budget]").await, 0);
    page.wait_for("!root.querySelector('[data-fact=link]')")
        .await;

    // Whoever opens the link sees what was open.
    page.visit(&format!("#s={link}")).await;
    page.wait_for_findings().await;
    for panel in Panel::all() {
        page.wait_for(&is_open(*panel)).await;
    }
    page.wait_for(
        "root.querySelector('[data-fact=budget]') && root.querySelector('[data-fact=goal]')",
    )
    .await;
    // So does who comes back in the same visit, with what was changed since.
    page.click("[data-panel=goal] h2 button").await;
    page.wait_for(&format!("!({})", is_open(Panel::Goal))).await;
    page.run("root.before = true", vec![]).await;
    page.client().refresh().await.expect("a reload");
    page.wait_for("root && !root.before").await;
    page.wait_for(&is_open(Panel::Budget)).await;
    assert_eq!(page.value(&is_open(Panel::Goal)).await, false);
    assert_eq!(page.problems().await, [""; 0]);
}

/// A view with panels open, and nothing else.
fn opened(panels: &[Panel]) -> View {
    let mut view = View::default();
    for panel in panels {
        view.panels.set(*panel, true);
    }
    view
}

async fn panels_say_what_the_native_questions_say(page: &Page) {
    // Firefox 140 runs whatever is loaded after the first page some ten times as slowly.
    // WebKit takes its time as well, so it sees every third of them.
    let (every, most) = match page.engine {
        Engine::Chromium => (1, usize::MAX),
        Engine::Firefox => (1, 1),
        Engine::WebKit => (3, usize::MAX),
    };
    for document in documents().into_iter().step_by(every).take(most) {
        let name = document.title.clone();
        let mut view = opened(&[
            Panel::Goal,
            Panel::Budget,
            Panel::Payback,
            Panel::TimeToRevenue,
        ]);
        view.plans.lever = PlannedLever::Days;
        view.plans.set(PlanField::OneOffCost, Some(1000.0));
        let shared = Shared { document, view };
        page.visit(&format!("#s={}", to_link(&shared))).await;
        page.speak("en").await;
        page.wait_for_findings().await;
        let Shared { document, view } = &shared;
        let mut simulator = Simulator::new();
        let goal = GoalSearch::new(document, view).answer(&mut simulator);
        let budget = BudgetSearch::new(document, view).answer(&mut simulator);
        let shown = |fact: &str| format!("root.querySelector('[data-fact={fact}]')?.dataset.value");
        assert_eq!(
            page.value(&shown("goal")).await,
            json!(goal.chance.to_string()),
            "{name}"
        );
        let plan = goal.on_average.filter(|plan| !plan.items.is_empty());
        if let Some(plan) = plan {
            let cost = json!(plan.cost_per_month.to_string());
            assert_eq!(page.value(&shown("goalPlan")).await, cost, "{name}");
        }
        let pair = default_pair(&mut simulator, document);
        let planned = PlannedRuns::new(document, view, pair).answer(&mut simulator);
        let month = match planned.payback.repaid {
            Repaid::In(month) => json!(month.to_string()),
            Repaid::Never | Repaid::ChangesNothing => json!(null),
        };
        assert_eq!(page.value(&shown("payback")).await, month, "{name}");
        let once = planned.shorter.map(|shorter| shorter.once.to_string());
        assert_eq!(
            page.value(&shown("shorterCycle")).await,
            json!(once),
            "{name}"
        );
        let gain = budget.gain(view.objective, &budget.best);
        assert_eq!(
            page.value(&shown("budget")).await,
            json!(gain.to_string()),
            "{name}"
        );
        let way = TimeToRevenueRuns::planned(document, &view.plans).answer(&mut simulator);
        let days = json!(way.mean_days.to_string());
        assert_eq!(page.value(&shown("timeToRevenue")).await, days, "{name}");
        let steps = StepRuns::new(document, &view.plans).answer(&mut simulator);
        for (at, step) in Step::all().iter().enumerate() {
            let gain = steps.gains.iter().find(|gain| gain.step == *step);
            let gain = gain.filter(|gain| gain.idle.is_none());
            let profit = gain.map(|gain| gain.profit.to_string());
            let brings =
                format!("root.querySelector('[data-fact=\"step[{at}]\"]')?.dataset.value ?? null");
            assert_eq!(page.value(&brings).await, json!(profit), "{name}, {step:?}");
        }
    }
    assert_eq!(page.problems().await, [""; 0]);
}

async fn open_panels_are_for_everyone(page: &Page) {
    let document = documents().into_iter().next().expect("a document");
    let view = opened(Panel::all());
    let link = to_link(&Shared { document, view });
    page.visit(&format!("#s={link}")).await;
    page.set_viewport(320, 700).await;
    for locale in Locale::ALL {
        page.speak(locale.tag()).await;
        page.wait_for(&format!(
            "root.querySelectorAll('.pl')[1]?.lang === '{}'",
            locale.tag()
        ))
        .await;
        page.wait_for_findings().await;
        let sideways = "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.documentElement)";
        assert_eq!(page.value(sideways).await, json!(0), "{locale:?}");
        let wrong = "[...root.querySelectorAll('.panel')].some((panel) => /NaN|Infinity|∞|undefined/.test(panel.textContent))";
        assert_eq!(page.value(wrong).await, false, "{locale:?}");
        let found = page.accessibility_violations().await;
        assert!(found.is_empty(), "{locale:?}: {found:#?}");
    }
    assert_eq!(page.problems().await, [""; 0]);
}
