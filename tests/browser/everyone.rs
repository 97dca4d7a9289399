//! For everyone: by keys alone, in every language and theme, on every width, with larger text and by touch.

use fantoccini::key::Key;
use pipeline_lever::i18n::Locale;
use serde_json::json;

use crate::driver::Engine;
use crate::page::{self, Page};
use crate::widget::{slider, text_box};

in_every_engine!(keys_and_points);

const NEGOTIATION: &str = "stages[2].conversion";
const KEYS_ARE_OPEN: &str = "root.querySelector('dialog.keys')?.open === true";
const KEYS_ARE_CLOSED: &str = "!root.querySelector('dialog.keys')";
const AT_THE_ANSWER: &str = "root.activeElement?.matches('h1.headline')";

impl Page {
    /// Opens everything that can be opened: the rows, the panels and the tables behind pictures.
    async fn open_everything(&self) {
        self.open_all_rows().await;
        self.wait_for_findings().await;
        let reveal = "root.querySelectorAll('[data-reveals]:not([data-open])').forEach((button) => button.click());";
        self.run(reveal, vec![]).await;
        self.wait_for("!root.querySelector('[data-reveals]:not([data-open])')")
            .await;
        self.wait_for_findings().await;
        self.wait_for_trials(1000).await;
        let tables =
            "root.querySelectorAll('details').forEach((details) => { details.open = true; });";
        self.run(tables, vec![]).await;
        self.wait_for_paint().await;
    }
}

async fn keys_and_points(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.start_from("talk").await;
    page.wait_for_findings().await;
    page.wait_for_trials(1000).await;
    the_list_of_keys_opens_and_closes(page).await;
    one_step_leads_back_to_the_answer(page).await;
    points_are_gone_along(page).await;
    what_has_the_focus_is_in_sight(page).await;
    a_currency_is_a_label(page).await;
    assert_eq!(page.problems().await, [""; 0]);
}

async fn focus_on(page: &Page, selector: &str) {
    page.find(selector).await;
    page.run(
        "root.querySelector(arguments[0]).focus();",
        vec![json!(selector)],
    )
    .await;
}

async fn the_list_of_keys_opens_and_closes(page: &Page) {
    // On the first screen as well as under it.
    let negotiation = slider(NEGOTIATION);
    for place in [&*negotiation, "[data-reveals=goal]"] {
        focus_on(page, place).await;
        page.type_keys("?").await;
        page.wait_for(KEYS_ARE_OPEN).await;
        let keys = page.count("dialog.keys kbd").await;
        assert!(keys > 15, "{keys} keys");
        page.press(&[Key::Escape]).await;
        page.wait_for(KEYS_ARE_CLOSED).await;
        let back = format!(
            "root.activeElement === root.querySelector({})",
            json!(place)
        );
        page.wait_for(&back).await;
    }
    page.click("[data-action=keys]").await;
    page.wait_for(KEYS_ARE_OPEN).await;
    page.click("[data-action=close-keys]").await;
    page.wait_for(KEYS_ARE_CLOSED).await;

    // Where text is typed, it is a character.
    let typed = text_box(NEGOTIATION);
    let before = page.property(&typed, "value").await;
    page.type_into(&typed, "?").await;
    page.wait_for_text(NEGOTIATION, "?").await;
    assert_eq!(page.value(KEYS_ARE_CLOSED).await, true);
    page.paste_into(&typed, &before).await;
    page.leave_field().await;
}

async fn one_step_leads_back_to_the_answer(page: &Page) {
    page.click("[data-reveals=customerValue]").await;
    page.wait_for("root.activeElement?.closest('[data-panel=customerValue]')")
        .await;
    page.press_with(&[Key::Alt], Key::Up).await;
    page.wait_for(AT_THE_ANSWER).await;
    let in_sight = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(root.querySelector('h1.headline').getBoundingClientRect())";
    page.wait_for(in_sight).await;
    // A slider that has the focus is not moved by it.
    let range = slider(NEGOTIATION);
    let position = page.property(&range, "value").await;
    focus_on(page, &range).await;
    page.press_with(&[Key::Alt], Key::Up).await;
    page.wait_for(AT_THE_ANSWER).await;
    assert_eq!(page.property(&range, "value").await, position);

    focus_on(page, "[data-action=back]").await;
    page.press(&[Key::Enter]).await;
    page.wait_for(AT_THE_ANSWER).await;
}

/// Every picture has one way along its points, which says what the table behind it says, or its bars do.
async fn points_are_gone_along(page: &Page) {
    let script = "return [...root.querySelectorAll('figure')].map((figure) => [figure.querySelectorAll('.points input').length,
            figure.querySelector('.points input').max
                === String(figure.querySelectorAll(figure.querySelector('details table') ? 'tbody tr' : '.swing').length - 1)]);";
    let pictures = page.run(script, vec![]).await;
    let pictures = pictures.as_array().expect("pictures");
    assert!(pictures.len() >= 5, "{pictures:?}");
    assert!(
        pictures.iter().all(|picture| *picture == json!([1, true])),
        "{pictures:?}"
    );

    let leak = "(() => { const bar = [...root.querySelectorAll('.leaks .swing')].at(-1); \
                return root.querySelector('.leaks .points input').ariaValueText === \
                    [...bar.querySelectorAll('span, text')].map((part) => part.textContent.trim()).join('. '); })()";
    focus_on(page, ".leaks .points input").await;
    page.press(&[Key::End]).await;
    page.wait_for(leak).await;

    let range = ".break-even .points input";
    let said = "root.querySelector('.break-even .points input').ariaValueText";
    let row = |at: &str| {
        format!(
            "(() => {{ const row = [...root.querySelectorAll('.break-even tbody tr')].at({at});
                return [...row.children].every((cell) => {said}.includes(cell.textContent.trim())); }})()"
        )
    };
    focus_on(page, range).await;
    page.press(&[Key::Home]).await;
    page.wait_for(&row("0")).await;
    for (key, at) in [
        (Key::Right, "1"),
        (Key::Right, "2"),
        (Key::Left, "1"),
        (Key::End, "-1"),
    ] {
        page.press(&[key]).await;
        page.wait_for(&row(at)).await;
    }
    // It is shown as well while it is used.
    let shown = format!(
        "root.querySelector('.break-even .points p').textContent === {said} &&
            getComputedStyle(root.querySelector('.break-even .points p')).visibility === 'visible'"
    );
    page.wait_for(&shown).await;
    let name = "root.querySelector('.break-even .points input').ariaLabel";
    let caption = "root.querySelector('.break-even figcaption b').textContent";
    assert_eq!(
        page.value(&format!("{name}.endsWith({caption})")).await,
        true
    );
}

/// What stays in sight at the bottom never lies over what has the focus.
async fn what_has_the_focus_is_in_sight(page: &Page) {
    focus_on(page, "[data-reveals=goal]").await;
    let covered = "(() => {
        const { left, right, top, bottom } = root.activeElement.getBoundingClientRect();
        const bar = root.querySelector('.way-back');
        if (bar.contains(root.activeElement)) return false;
        const over = bar.getBoundingClientRect();
        return bottom > innerHeight || (over.top < bottom && over.bottom > top && over.left < right && over.right > left);
    })()";
    for _ in 0..40 {
        page.press(&[Key::Tab]).await;
        let inside = page.value("root.activeElement !== null").await;
        if inside != true {
            break;
        }
        let name = page.focused().await;
        assert_eq!(page.value(covered).await, false, "{name}");
    }
}

/// Another currency is written beside the same numbers.
async fn a_currency_is_a_label(page: &Page) {
    page.wait_for_results().await;
    let won = page.fact("total.bookings").await;
    page.choose("numbers.currency", "JPY").await;
    page.wait_for(
        "root.querySelector(\"[data-fact='total.bookings']\").textContent.includes('JPY')",
    )
    .await;
    page.wait_for("root.querySelector('.headline').textContent.includes('JPY')")
        .await;
    let now = page.fact("total.bookings").await;
    assert!((won - now).abs() < f64::EPSILON, "{now} after {won}");
    let first = "[...root.querySelectorAll(\"[data-field='numbers.currency'] option\")].slice(0, 7).map(({ value }) => value).join(' ')";
    assert_eq!(page.value(first).await, "EUR GEL TRY RUB USD GBP AED");
    assert_eq!(
        page.count("[data-field='numbers.currency'] option").await,
        178
    );
}

/// What only Chromium can be asked for: exact sizes, colours and preferences.
mod chromium {
    use super::*;
    use crate::server::Server;

    #[test]
    fn longer_texts_break_nothing() {
        page::run(Engine::Chromium, longer_texts);
    }

    #[test]
    fn nothing_is_found_by_axe_in_any_language_and_theme() {
        page::run(Engine::Chromium, every_language_and_theme);
    }

    #[test]
    fn fingers_and_large_text_find_room() {
        page::run(Engine::Chromium, fingers_and_large_text);
    }

    /// What does not fit: texts beyond the page's sides or their box's, and texts over each other.
    const MISFITS: &str = "(() => {
        const misfits = new Set();
        const short = (element) => element.outerHTML.slice(0, 160);
        // What is only there to be heard is cut away.
        const unseen = (element) => getComputedStyle(element).clipPath === 'inset(50%)' || (element.parentElement && unseen(element.parentElement));
        const shown = [...root.querySelectorAll('.pl *')].filter((element) => !element.closest('[hidden], .no-slider') && !unseen(element));
        for (const element of shown) {
            const { left, right, width } = element.getBoundingClientRect();
            if (width > 1 && (left < -1 || right > innerWidth + 1)) misfits.add(`${left} to ${right}: ${short(element)}`);
            const { overflowX } = getComputedStyle(element);
            const cuts = overflowX !== 'visible' || ['BUTTON', 'LABEL', 'TD', 'TH', 'P', 'DD', 'DT', 'SUMMARY', 'LI'].includes(element.tagName);
            if (cuts && element.tagName !== 'SELECT' && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) {
                misfits.add(`${element.scrollWidth} in ${element.clientWidth}: ${short(element)}`);
            }
        }
        if (document.documentElement.scrollWidth > innerWidth) misfits.add(`${document.documentElement.scrollWidth} px wide`);
        const lines = [];
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const { currentNode } = texts;
            const { parentElement } = currentNode;
            if (!currentNode.data.trim() || parentElement.closest('svg, option, .points') || !parentElement.checkVisibility() || unseen(parentElement)) continue;
            const range = document.createRange();
            range.selectNodeContents(currentNode);
            for (const box of range.getClientRects()) {
                if (box.width > 1) lines.push([box, parentElement, currentNode.data]);
            }
        }
        lines.sort(([one], [other]) => one.top - other.top);
        lines.forEach(([box, element, text], at) => {
            for (const [other, otherElement, otherText] of lines.slice(at + 1)) {
                // Letters may reach a little out of their line.
                if (other.top > box.bottom - 0.35 * box.height) break;
                const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
                if (wide > 3 && element !== otherElement && !element.closest('.way-back') && !otherElement.closest('.way-back')) misfits.add(`${text} over ${otherText}`);
            }
        });
        return [...misfits];
    })()";

    /// A language whose every word is 40 % longer.
    async fn longer_texts(page: &Page) {
        let server = Server::altered(|name, text| {
            let is_lithuanian = ["lt.txt", "explorer-lt.txt"].contains(&name);
            is_lithuanian.then(|| lengthened(text))
        });
        page.go_to(server.address()).await;
        page.wait_for_app().await;
        page.speak("lt").await;
        let question = page.text(".question").await;
        let plain = Locale::Lt.catalogue().page.question;
        assert_eq!(question, lengthened(plain));
        for preset in ["stale", "slow-cash"] {
            page.start_from(preset).await;
            page.open_everything().await;
            for width in [320, 768, 1280] {
                page.set_viewport(width, 900).await;
                page.wait_for_paint().await;
                page.screenshot(&format!("longer-{preset}-{width}")).await;
                assert_eq!(page.value(MISFITS).await, json!([]), "{preset} at {width}");
            }
        }
    }

    /// Each word with the first of its letters once more at its end, and what the page puts in as it is.
    fn lengthened(texts: &str) -> String {
        let mut longer = String::new();
        let mut word = String::new();
        let mut in_place = false;
        for sign in texts.chars().chain(['\n']) {
            in_place = sign == '{' || in_place && sign != '}';
            if sign.is_alphabetic() && !in_place {
                word.push(sign);
                continue;
            }
            let letters = word.chars().count();
            longer.push_str(&word);
            longer.extend(word.chars().take((letters * 2).div_ceil(5)));
            word.clear();
            longer.push(sign);
        }
        longer.pop();
        longer
    }

    const THEMES: [(&str, &str); 3] = [
        ("prefers-color-scheme", "light"),
        ("prefers-color-scheme", "dark"),
        ("forced-colors", "active"),
    ];

    async fn every_language_and_theme(page: &Page) {
        page.visit("").await;
        page.start_from("slow-cash").await;
        page.open_everything().await;
        page.run("root.querySelector('[data-action=keys]').click();", vec![])
            .await;
        for locale in Locale::ALL {
            page.speak(locale.tag()).await;
            page.wait_for_findings().await;
            // In light colours every language is checked with the panels, see `panels.rs`.
            let themes = if locale == Locale::En { 0..3 } else { 1..2 };
            for (feature, value) in &THEMES[themes] {
                page.emulate_media(feature, value).await;
                page.wait_for_paint().await;
                let found = page.accessibility_violations().await;
                assert!(found.is_empty(), "{locale:?}, {value}: {found:#?}");
            }
        }
        page.emulate_media("prefers-reduced-motion", "reduce").await;
        let moving = "[...root.querySelectorAll('.pl *')].filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            return parseFloat(transitionDuration) > 0 || animationName !== 'none' || scrollBehavior === 'smooth';
        }).length";
        assert_eq!(page.value(moving).await, 0);
        assert_eq!(page.problems().await, [""; 0]);
    }

    /// What a finger has to hit, smaller than 44 px in either direction; a link or number in a text may be lower, and
    /// may reach beyond its text.
    const TOO_SMALL: &str = "(() => {
        const small = [];
        for (const target of root.querySelectorAll('button, select, input, summary')) {
            const { width, height } = target.getBoundingClientRect();
            if (width === 0 || target.closest('[hidden], .no-slider')) continue;
            const after = getComputedStyle(target, '::after');
            const reach = after.position === 'absolute' && after.content !== 'none' ? -2 * parseFloat(after.top) : 0;
            // A box has the line beneath it.
            if (height + reach < 43) small.push(`${height + reach}: ${target.outerHTML.slice(0, 160)}`);
        }
        return small.slice(0, 20);
    })()";

    async fn fingers_and_large_text(page: &Page) {
        page.visit("").await;
        page.speak("en").await;
        page.start_from("slow-cash").await;
        page.open_everything().await;
        page.touch(true).await;
        page.set_viewport(390, 844).await;
        page.wait_for("matchMedia('(pointer: coarse)').matches")
            .await;
        page.wait_for_paint().await;
        page.screenshot("touch").await;
        assert_eq!(page.value(TOO_SMALL).await, json!([]));
        page.touch(false).await;

        // Text of twice the size, on a laptop and on half of its screen.
        let large = "document.documentElement.style.fontSize = '200%';";
        page.run(large, vec![]).await;
        for width in [1280, 640] {
            page.set_viewport(width, 900).await;
            for locale in Locale::ALL {
                page.speak(locale.tag()).await;
                page.wait_for_findings().await;
                page.wait_for_paint().await;
                page.screenshot(&format!("large-{}-{width}", locale.tag()))
                    .await;
                assert_eq!(
                    page.value(MISFITS).await,
                    json!([]),
                    "{locale:?} at {width}"
                );
            }
        }
        let size = "parseFloat(getComputedStyle(root.querySelector('.finding')).fontSize)";
        assert_eq!(page.value(size).await, json!(30));
    }
}
