//! The cases that the page must answer rightly, read off it as a visitor would.

use pipeline_lever::i18n::{Locale, number};
use pipeline_lever::model::Preset;

use crate::driver::Engine;
use crate::page::Page;
use crate::widget::text_box;

in_every_engine!(
    the_talk_is_answered,
    the_other_cases_are_answered,
    every_example_speaks_every_language,
);

const LEADS: &str = "channels[0].leadsPerMonth";
const NEGOTIATION: &str = "stages[2].conversion";

/// How far the page may be from the round numbers that people say.
const ABOUT: f64 = 0.01;

/// The same for what begins to change on the first day and is felt a month later.
const SOON: f64 = 0.05;

async fn the_talk_is_answered(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.start_from("talk").await;
    page.wait_for_fact("won.baseline", 3000.0, ABOUT).await;
    page.paste_into(&text_box(LEADS), "1,000,000").await;
    page.wait_for_fact("won.baseline", 7500.0, ABOUT).await;
    page.start_from("talk").await;
    page.paste_into(&text_box(NEGOTIATION), "5").await;
    page.wait_for_fact("won.baseline", 7500.0, ABOUT).await;

    // Both ways lead to 7,500 once the days of the stages have passed: so many leads do the same, for that price.
    page.start_from("talk").await;
    page.choose("objective", "won").await;
    page.compare("5", "600,000").await;
    page.wait_for_fact("won.fix", 7500.0, SOON).await;
    page.wait_for_fact("won.leads", 7500.0, SOON).await;
    assert_eq!(kind(page).await, "fixWins");
    page.wait_for_fact("asManyLeadsAs", 600_000.0, SOON).await;
    let leads = page.fact("asManyLeadsAs").await;
    let leads = number(Locale::En, leads, 0);
    says(
        page,
        &["Negotiation", "from 2% to 5%", &leads, "$3,466,493"],
    )
    .await;
    let same = page.text("[data-fact=asManyLeadsAs]").await;
    assert!(same.contains(&leads) && same.contains("$1.2M"), "{same}");
    let cost = page.fact("cost.leads").await - 800_000.0;
    assert!((cost - 1_200_000.0).abs() < 1.0, "the leads cost {cost}");

    // With a full team no number of leads does it.
    page.start_from("talk-full").await;
    page.wait_for_fact("won.baseline", 3000.0, ABOUT).await;
    page.paste_into(&text_box(LEADS), "1,000,000").await;
    page.wait_for_fact("won.baseline", 3040.0, ABOUT).await;
    page.start_from("talk-full").await;
    page.paste_into(&text_box(NEGOTIATION), "4").await;
    page.wait_for_fact("won.baseline", 6000.0, ABOUT).await;
    page.start_from("talk-full").await;
    page.compare("4", "600,000").await;
    page.wait_for_fact("won.fix", 6000.0, SOON).await;
    page.wait_for_fact("won.leads", 3040.0, ABOUT).await;
    assert_eq!(kind(page).await, "noLeads");
    let full = "“Negotiation” is full at 190,000";
    says(page, &[full, "With 1,000,000 leads a month 3,04"]).await;
    assert_eq!(page.problems().await, [""; 0]);
}

async fn the_other_cases_are_answered(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.start_from("firm").await;
    page.wait_for_fact("won.baseline", 2.0, ABOUT).await;
    page.wait_for_fact("revenue.baseline", 200_000.0, ABOUT)
        .await;
    page.wait_for_fact("metric.costPerLead", 50.0, ABOUT).await;
    page.wait_for_fact("metric.costPerClient", 2500.0, ABOUT)
        .await;
    page.wait_for_fact("metric.programmeShare", 0.025, ABOUT)
        .await;

    for (preset, days) in [("fast-cash", 97.0), ("slow-cash", 232.0)] {
        page.start_from(preset).await;
        page.wait_for_fact("metric.timeToRevenue", days, 0.0).await;
        let shown = page.text("[data-fact='metric.timeToRevenue']").await;
        assert!(shown.starts_with(&days.to_string()), "{preset}: {shown}");
    }

    page.start_from("stale").await;
    assert_eq!(kind(page).await, "leadsHurt");
    says(page, &["“Follow-up”", "newest first", "152"]).await;
    let before = page.fact("won.baseline").await;
    assert!(before < 30.0, "{before} are won a month");
    page.open_all_rows().await;
    page.choose("stages[0].waiting.order", "newestFirst").await;
    page.wait_for_fact("won.baseline", 152.2, ABOUT).await;
    assert_ne!(kind(page).await, "leadsHurt");
    assert_eq!(page.problems().await, [""; 0]);
}

async fn every_example_speaks_every_language(page: &Page) {
    page.visit("").await;
    page.open_all_rows().await;
    // Chromium speaks every language about every example, the others each language about some.
    let many = if page.engine == Engine::Chromium {
        Locale::ALL.len()
    } else {
        1
    };
    let mut languages = Locale::ALL.into_iter().cycle();
    for preset in Preset::ALL {
        page.speak("en").await;
        page.start_from(preset.id()).await;
        page.open_all_rows().await;
        let facts = page.facts().await;
        for locale in languages.by_ref().take(many) {
            page.speak(locale.tag()).await;
            page.wait_for_results().await;
            let (name, tag) = (preset.id(), locale.tag());
            page.still_says(&facts).await;

            let headline = page.text(".headline").await;
            assert!(headline.chars().count() > 20, "{name} in {tag}: {headline}");
            let all = page.text(".pl").await;
            for wrong in ["{", "}", "NaN", "inf", "Infinity", "undefined", "null", "∞"] {
                assert!(!all.contains(wrong), "{wrong} for {name} in {tag}: {all}");
            }
            let title = locale.catalogue().names.preset(*preset);
            let chosen = page.property("#preset option:checked", "text").await;
            assert_eq!(chosen, title, "{name} in {tag}");
        }
    }
    assert_eq!(page.problems().await, [""; 0]);
}

/// The kind of the headline, once all searches are over.
async fn kind(page: &Page) -> String {
    page.wait_for_results().await;
    page.wait_for_trials(1000).await;
    let kind = page.fact_text("headline").await;
    kind.expect("the headline's kind")
}

/// The headline and its reasons hold all of these.
async fn says(page: &Page, parts: &[&str]) {
    let text = page.text("[data-fact=headline]").await;
    for part in parts {
        assert!(text.contains(part), "{part} is missing in: {text}");
    }
}
