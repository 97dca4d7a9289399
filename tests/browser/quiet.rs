//! The page keeps to itself, is calm for those who listen, and fits wherever it is shown.

use fantoccini::key::Key;
use pipeline_lever::i18n::Locale;
use pipeline_lever::model::Preset;
use serde_json::json;

use crate::driver::Engine;
use crate::page::{self, Page};
use crate::widget::{slider, text_box};

in_every_engine!(nothing_leaves_the_page, the_answer_is_in_sight);

const NEGOTIATION: &str = "stages[2].conversion";

async fn nothing_leaves_the_page(page: &Page) {
    page.visit("").await;
    page.wait_for("document.readyState === 'complete'").await;
    // Whoever plays the trials, what is explored and the other languages come after the first paint.
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    let texts = "performance.getEntriesByType('resource').filter(({ name, responseEnd }) => name.includes('/texts-') && responseEnd > 0).length";
    let all = 2 * (Locale::ALL.len() - 1);
    page.wait_for(&format!("{texts} === {all}")).await;
    let before = page.server.requests();
    for locale in Locale::ALL {
        page.speak(locale.tag()).await;
        page.start_from("talk-full").await;
        page.open_all_rows().await;
        for position in [100.0, 900.0] {
            page.set_range(&slider(NEGOTIATION), position).await;
            page.wait_for_paint().await;
        }
        page.click("[data-action=add-stage]").await;
        page.click("[data-action=add-channel]").await;
        page.click("[data-action=undo]").await;
        page.wait_for_results().await;
    }
    assert!(page.link().await.contains("#s="));
    page.click("[data-action=close-link]").await;
    the_headline_is_said_once(page).await;
    assert_eq!(page.server.requests(), before);

    works_without_history_and_clipboard(page).await;
    assert_eq!(page.server.requests(), before);
    assert_eq!(page.problems().await, [""; 0]);
}

/// However often the numbers move: the politely announced text changes once, to the answer.
async fn the_headline_is_said_once(page: &Page) {
    page.speak("en").await;
    page.start_from("talk").await;
    let said = "root.querySelector('[role=status]').textContent.startsWith(root.querySelector('.headline').textContent)";
    page.wait_for(said).await;
    let script = "window.said = [];
        const region = root.querySelector('[role=status]');
        new MutationObserver(() => said.push(region.textContent))
            .observe(region, { childList: true, characterData: true, subtree: true });";
    page.run(script, vec![]).await;
    for position in 0..10 {
        page.set_range(&slider(NEGOTIATION), 300.0 + 40.0 * f64::from(position))
            .await;
    }
    page.wait_for(&format!("said.length > 0 && {said}")).await;
    let texts = page.value("said").await;
    let texts = texts.as_array().expect("what was said");
    assert_eq!(texts.len(), 1, "{texts:?}");

    // What was said in one language is not left standing in another.
    page.speak("ka").await;
    page.wait_for(said).await;
    page.speak("en").await;
    // The answer has one place to be said in, and what went wrong another.
    let regions = ".pl-page:not(.explorer) :is([aria-live], [role=status], [role=alert])";
    assert_eq!(page.count(regions).await, 2);
}

/// In a frame that may do neither, all works but what needs them, and the link is there to copy by hand.
async fn works_without_history_and_clipboard(page: &Page) {
    page.start_from("talk").await;
    let script = "const refuse = () => { throw new DOMException('not here', 'SecurityError'); };
        History.prototype.replaceState = refuse;
        History.prototype.pushState = refuse;
        Object.defineProperty(History.prototype, 'state', { get: refuse });
        Object.defineProperty(navigator, 'clipboard', { value: arguments[0] ? { writeText: () => Promise.reject(new Error('no')) } : undefined, configurable: true });";
    for refusing in [true, false] {
        page.run(script, vec![json!(refusing)]).await;
        page.paste_into(&text_box(NEGOTIATION), "4").await;
        page.wait_for_fact("won.baseline", 6000.0, 0.01).await;
        let link = page.link().await;
        page.wait_for("root.activeElement?.id === 'link' && root.activeElement.selectionEnd > 0")
            .await;
        let selected = "root.activeElement.value.slice(root.activeElement.selectionStart, root.activeElement.selectionEnd)";
        assert_eq!(page.value(selected).await, link);
        let label = page.text("label[for=link]").await;
        assert_eq!(label, Locale::En.catalogue().page.link_by_hand);
        page.press(&[Key::Tab, Key::Enter]).await;
        page.wait_for("!root.querySelector('#link')").await;
        page.click("[data-action=undo]").await;
        page.wait_for_fact("won.baseline", 3000.0, 0.01).await;
    }
}

async fn the_answer_is_in_sight(page: &Page) {
    page.visit("").await;
    page.start_from("own").await;
    let (_, screen) = page.set_viewport(1280, 800).await;
    for locale in Locale::ALL {
        page.speak(locale.tag()).await;
        let needed = [
            ".headline",
            "[data-fact='won.baseline']",
            "[data-field='deal.size']",
            "[data-fact='revenue.leads']",
        ];
        for selector in needed {
            let end = bottom(page, selector).await;
            assert!(
                end <= f64::from(screen),
                "{selector} ends at {end} in {locale:?}"
            );
        }
    }
    let (_, screen) = page.set_viewport(390, 844).await;
    for locale in Locale::ALL {
        page.speak(locale.tag()).await;
        let end = bottom(page, ".headline").await;
        assert!(
            end <= f64::from(screen),
            "the answer ends at {end} in {locale:?}"
        );
        let end = bottom(page, "[data-field='deal.size']").await;
        assert!(
            end <= 2.0 * f64::from(screen),
            "the inputs end at {end} in {locale:?}"
        );
    }
}

/// Where an element ends on a page that is not scrolled.
async fn bottom(page: &Page, selector: &str) -> f64 {
    let script =
        "scrollTo(0, 0); return root.querySelector(arguments[0]).getBoundingClientRect().bottom;";
    let end = page.run(script, vec![json!(selector)]).await;
    end.as_f64().expect("a place")
}

/// What only Chromium can be asked for: exact sizes, colours and preferences.
mod chromium {
    use super::*;

    #[test]
    fn everything_fits() {
        page::run(Engine::Chromium, fits);
    }

    #[test]
    fn nothing_is_found_by_axe_with_all_rows_open() {
        page::run(Engine::Chromium, is_accessible);
    }
}

/// Texts smaller than 12 px, and elements that reach beyond the page's sides.
const MISFITS: &str = "(() => {
    const misfits = new Set();
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        const size = parseFloat(getComputedStyle(parentElement).fontSize);
        if (data.trim() && size < 12) misfits.add(`${size} px: ${data}`);
    }
    for (const element of root.querySelectorAll('.pl *')) {
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 1 && (left < 0 || right > innerWidth)) misfits.add(`${left} to ${right}: ${element.outerHTML.slice(0, 200)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) misfits.add(`${document.documentElement.scrollWidth} px wide`);
    return [...misfits];
})()";

async fn fits(page: &Page) {
    page.visit("").await;
    page.start_from("stale").await;
    page.open_all_rows().await;
    for width in [320, 768, 1280, 1920] {
        page.set_viewport(width, 900).await;
        for locale in Locale::ALL {
            page.speak(locale.tag()).await;
            let misfits = page.value(MISFITS).await;
            assert_eq!(misfits, json!([]), "{locale:?} at {width}");
        }
    }
    // Texts of a language that needs 40 % more room.
    page.set_viewport(320, 900).await;
    let script = "const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const { data } = texts.currentNode;
            texts.currentNode.data = data + data.slice(0, Math.ceil(data.length * 0.4));
        }";
    page.run(script, vec![]).await;
    page.wait_for_paint().await;
    assert_eq!(page.value(MISFITS).await, json!([]), "with longer texts");
}

async fn is_accessible(page: &Page) {
    page.visit("").await;
    for preset in Preset::ALL {
        page.start_from(preset.id()).await;
        page.open_all_rows().await;
        for dark in [false, true] {
            page.prefer_dark(dark).await;
            page.wait_for_paint().await;
            let found = page.accessibility_violations().await;
            assert!(found.is_empty(), "{}, dark {dark}: {found:#?}", preset.id());
        }
    }
    for (feature, value) in [
        ("forced-colors", "active"),
        ("prefers-reduced-motion", "reduce"),
    ] {
        page.emulate_media(feature, value).await;
        page.start_from("talk").await;
        page.set_range(&slider(NEGOTIATION), 700.0).await;
        page.wait_for("root.querySelector('#preset').value === '-'")
            .await;
        assert_eq!(
            page.value(&format!("matchMedia('({feature}: {value})').matches"))
                .await,
            true
        );
    }
    let moving = "[...root.querySelectorAll('.pl *')].filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0).length";
    assert_eq!(page.value(moving).await, 0);
    assert_eq!(page.problems().await, [""; 0]);
}
