//! What is saved, copied, opened and handed over holds what the page shows.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use pipeline_lever::i18n::Locale;
use pipeline_lever::model::{LONGEST_TEXT, Month};
use pipeline_lever::share::Shared;
use serde_json::{Value, json};

use crate::page::Page;
use crate::widget::text_box;

in_every_engine!(
    exports_hold_what_the_page_shows,
    a_saved_file_opens_again,
    without_downloads_there_are_other_ways,
);

/// Keeps what the page saves and copies instead of handing it over.
const KEEP: &str = "
    window.kept = { files: [], names: [], copied: null };
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => { window.kept.files.push(file); return make.call(URL, file); };
    const press = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () {
        if (this.download) window.kept.names.push(this.download); else press.call(this);
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.kept.copied = text; } } });";

/// Presses a button inside of an element, and answers with what was saved: its name and its text.
async fn save(page: &Page, inside: &str, action: &str) -> (String, String) {
    let button = format!("{inside} [data-action={action}]");
    page.find(&button).await;
    let script = "window.kept.names.length = window.kept.files.length = 0; root.querySelector(arguments[0]).click();";
    page.run(script, vec![json!(button)]).await;
    page.wait_for("window.kept.names.length === 1").await;
    let script = "const done = arguments[0]; window.kept.files[0].text().then((text) => done([window.kept.names[0], text]));";
    let saved = page.run_until_done(script).await;
    serde_json::from_value(saved).expect("a name and a text")
}

async fn exports_hold_what_the_page_shows(page: &Page) {
    page.visit("").await;
    page.speak("lt").await;
    page.wait_for_results().await;
    page.wait_for_findings().await;
    page.run(KEEP, vec![]).await;
    // Each picture and each table has its buttons.
    let all = "[...root.querySelectorAll('.explorer figure')].every((figure) => figure.querySelector('[data-action=svg]'))
        && [...root.querySelectorAll('.explorer table')].every((table) => table.closest('.report')
            || table.nextElementSibling?.querySelector('[data-action=csv]'))";
    page.wait_for(all).await;

    // Numbers in full, with the signs of the language.
    let (name, csv) = save(page, ".numbers", "csv").await;
    assert!(
        name.ends_with(".csv") && !name.contains([' ', '/']),
        "{name}"
    );
    let shown = "[...root.querySelectorAll('.numbers tbody tr')].map((row) => [row.querySelector('th').innerText,
        ...[...row.querySelectorAll('td')].map((cell) => [cell.innerText, cell.querySelector('[data-value]')?.dataset.value ?? ''])])";
    let shown: Vec<Vec<Value>> = serde_json::from_value(page.value(shown).await).expect("rows");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), shown.len() + 1, "{csv}");
    for (line, row) in lines.iter().skip(1).zip(&shown) {
        let cells: Vec<&str> = line.split(';').collect();
        let name = row[0].as_str().expect("a name");
        assert!(cells[0].starts_with(name), "{line}: {name}");
        for (cell, shown) in cells.iter().skip(1).zip(&row[1..]) {
            let (text, value) = (
                shown[0].as_str().expect("text"),
                shown[1].as_str().expect("text"),
            );
            let exact: f64 = value.parse().unwrap_or_default();
            let read: f64 = cell
                .trim_end_matches('%')
                .replace(',', ".")
                .parse()
                .unwrap_or_default();
            let read = if text.contains('%') {
                read / 100.0
            } else {
                read
            };
            assert!(
                (read - exact).abs() <= 1e-9 * exact.abs().max(1.0),
                "{line}: {text}, {value}"
            );
        }
    }

    // As text it says what the page says.
    let script = "root.querySelector('.numbers [data-action=text]').click();";
    page.run(script, vec![]).await;
    page.wait_for("window.kept.copied").await;
    let copied = page.value("window.kept.copied").await;
    let copied = copied.as_str().expect("a text");
    for row in &shown {
        let cells = row[1..].iter().map(|cell| cell[0].as_str().expect("text"));
        let line: Vec<&str> = row[0].as_str().into_iter().chain(cells).collect();
        assert!(
            copied.contains(&line.join("\t")),
            "{copied}\nhas no {line:?}"
        );
    }
    let texts = &Locale::Lt.explorer().exports;
    page.wait_for(&format!(
        "root.querySelector('.numbers [data-fact=taken]').innerText.includes({})",
        json!(texts.copied)
    ))
    .await;

    // A picture by itself is as large as on the page, in its colours on paper, and has its words.
    let (name, svg) = save(page, ".break-even", "svg").await;
    assert!(name.ends_with(".svg"), "{name}");
    let script = "const [svg] = arguments;
        const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
        const figure = root.querySelector('.break-even figure');
        const words = (place, what) => [...place.querySelectorAll(what)].map((text) => text.textContent).filter((text) => text);
        const written = words(drawn, 'text').join(' ');
        return { error: drawn.querySelector('parsererror')?.textContent ?? '', title: drawn.querySelector('title').textContent,
            desc: drawn.querySelector('desc').textContent, label: figure.querySelector('[role=img]').ariaLabel,
            wide: Number(drawn.documentElement.getAttribute('width')) - figure.getBoundingClientRect().width,
            missing: words(figure, 'svg text').filter((text) => !written.includes(text)),
            lines: drawn.querySelectorAll('path').length, shown: [...figure.querySelectorAll('.fan path')].filter((path) => path.getAttribute('d')).length };";
    let drawn = page.run(script, vec![json!(svg)]).await;
    assert_eq!(drawn["error"], "");
    assert_eq!(drawn["desc"], drawn["label"]);
    assert_eq!(drawn["missing"], json!([]));
    assert_eq!(drawn["lines"], drawn["shown"]);
    assert!(
        (drawn["wide"].as_f64().expect("a width") - 32.0).abs() < 0.1,
        "{drawn}"
    );
    for outside in ["var(", "style=", "href", "color(", "NaN"] {
        assert!(!svg.contains(outside), "{outside} in {svg}");
    }

    // The same of points, two to a pixel, even under the strict policy.
    let script = "window.kept.names.length = window.kept.files.length = 0; root.querySelector('.break-even [data-action=png]').click();";
    page.run(script, vec![]).await;
    page.wait_for("window.kept.names.length === 1").await;
    let script = "const done = arguments[0]; window.kept.files[0].arrayBuffer().then((bytes) => {
        const view = new DataView(bytes); done([view.getUint32(0), view.getUint32(16), bytes.byteLength]); });";
    let png = page.run_until_done(script).await;
    assert_eq!(png[0], 0x8950_4e47_u32, "no PNG");
    let wide = page.value("Math.ceil(2 * (root.querySelector('.break-even figure').getBoundingClientRect().width + 32))").await;
    assert!(
        (png[1].as_f64().expect("a width") - wide.as_f64().expect("a width")).abs() <= 1.0,
        "{png}"
    );
    assert!(png[2].as_u64() > Some(5000), "an empty picture: {png}");

    // The answer as sentences, with the link.
    page.run(
        "window.kept.copied = null; root.querySelector('[data-action=copy-answer]').click();",
        vec![],
    )
    .await;
    page.wait_for("window.kept.copied").await;
    let answer = page
        .value("[window.kept.copied, root.querySelector('h1').textContent]")
        .await;
    let (copied, headline) = (
        answer[0].as_str().expect("text"),
        answer[1].as_str().expect("text"),
    );
    assert!(
        copied.starts_with(headline) && copied.contains("#s=1."),
        "{copied}"
    );
    assert_eq!(page.problems().await, [""; 0]);
}

/// Drops a file of this text anywhere on the widget.
async fn drop_file(page: &Page, text: &str) {
    let script = "const data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'case.json', { type: 'application/json' }));
        const options = { bubbles: true, composed: true, cancelable: true, dataTransfer: data };
        const place = root.querySelector('h1');
        place.dispatchEvent(new DragEvent('dragover', options));
        return place.dispatchEvent(new DragEvent('drop', options));";
    let goes_on = page.run(script, vec![json!(text)]).await;
    assert_eq!(goes_on, false, "the browser would open the file");
}

async fn a_saved_file_opens_again(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    page.paste_into(&text_box("stages[2].conversion"), "4")
        .await;
    page.leave_field().await;
    page.wait_for_fact("won.baseline", 6000.0, 0.01).await;
    page.wait_for_findings().await;
    page.run(KEEP, vec![]).await;
    let facts = page.facts().await;
    let (name, text) = save(page, ".saving", "save-file").await;
    assert!(name.ends_with(".json"), "{name}");
    let shared = Shared::read(text.as_bytes(), Month::default()).expect("a good file");
    assert_eq!(shared.document, page.document().await);

    page.start_from("firm").await;
    page.wait_for_findings().await;
    let others = page.facts().await;
    assert_ne!(others, facts);

    // What is broken says where, and nothing is lost.
    let broken = text.replacen(
        "\"capacityPerMonth\": null",
        "\"capacityPerMonth\": \"x\"",
        1,
    );
    let huge = " ".repeat(LONGEST_TEXT + 1);
    let far = text.replacen("\"months\": 12", "\"months\": 1200", 1);
    for (text, words) in [
        (&*broken, "document.stages[0].capacityPerMonth"),
        (&*far, "document.months"),
        ("{", "JSON"),
        (&*huge, "Kilobytes"),
    ] {
        drop_file(page, text).await;
        page.wait_for(&format!(
            "root.querySelector('[data-fact=given]').textContent.includes({})",
            json!(words)
        ))
        .await;
    }
    page.still_says(&others).await;

    drop_file(page, &text).await;
    page.wait_for_fact("won.baseline", 6000.0, 0.01).await;
    page.wait_for_findings().await;
    page.still_says(&facts).await;
    assert_eq!(page.property("#preset", "value").await, "-");
    let given = "root.querySelector('[data-fact=given]').textContent";
    page.wait_for(&format!("{given}.startsWith('Opened: ')"))
        .await;
    // One step takes it back, and what was said of it.
    page.run("root.querySelector('[data-action=undo]').click();", vec![])
        .await;
    page.wait_for("root.querySelector('#preset').value === 'firm'")
        .await;
    page.wait_for(&format!("{given} === ''")).await;
    page.wait_for_results().await;
    page.still_says(&others).await;
    assert_eq!(page.problems().await, [""; 0]);
}

/// Presses the middle of an element inside the frame as a mouse would.
async fn press_in_frame(page: &Page, selector: &str) {
    let script = "const frame = document.querySelector('iframe');
        const target = frame.contentDocument.querySelector('#pipeline-lever').shadowRoot.querySelector(arguments[0]);
        target.scrollIntoView({ block: 'center', behavior: 'instant' });
        const [around, inside] = [frame, target].map((place) => place.getBoundingClientRect());
        return [around.x + inside.x + inside.width / 2, around.y + inside.y + inside.height / 2].map(Math.floor);";
    let at = page.run(script, vec![json!(selector)]).await;
    let (x, y) = (
        at[0].as_f64().expect("a place"),
        at[1].as_f64().expect("a place"),
    );
    let (duration, button) = (None, MOUSE_BUTTON_LEFT);
    let actions = MouseActions::new("mouse".into())
        .then(PointerAction::MoveTo { duration, x, y })
        .then(PointerAction::Down { button })
        .then(PointerAction::Up { button });
    page.client()
        .perform_actions(actions)
        .await
        .expect("the mouse presses");
}

async fn without_downloads_there_are_other_ways(page: &Page) {
    page.visit("").await;
    let script = "const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups');
        frame.width = 900; frame.height = 700; frame.src = location.pathname;
        document.body.prepend(frame); scrollTo(0, 0);";
    page.run(script, vec![]).await;
    const INSIDE: &str = "document.querySelector('iframe').contentDocument?.querySelector('#pipeline-lever')?.shadowRoot";
    // With all of its trials played, nothing moves away under the mouse any more.
    page.wait_for(&format!(
        "{INSIDE}?.querySelector('.explorer[data-found]') && {INSIDE}.querySelector('[data-fact=forecast]')?.dataset.value === '1000'"
    ))
    .await;
    page.wait_for(&format!("{INSIDE}.querySelector('.why [data-action=svg]')"))
        .await;
    press_in_frame(page, ".why [data-action=svg]").await;
    page.wait_for(&format!(
        "{INSIDE}.querySelector('.why [data-action=copy-file]')"
    ))
    .await;
    // Either it is in the clipboard, or it is there to be copied by hand.
    press_in_frame(page, ".why [data-action=copy-file]").await;
    let said = format!("{INSIDE}.querySelector('.why [data-fact=taken]').textContent");
    let language = page
        .value(&format!("{INSIDE}.querySelector('.pl').lang"))
        .await;
    let locale = language
        .as_str()
        .and_then(Locale::from_tag)
        .expect("a language");
    assert_eq!(locale, Locale::En, "the texts below are English");
    let texts = &Locale::En.explorer().exports;
    page.wait_for(&format!(
        "{said}.includes({}) || {INSIDE}.querySelector('.why textarea')?.value.startsWith('<svg')",
        json!(texts.copied)
    ))
    .await;
    let before = page.client().windows().await.expect("the windows").len();
    press_in_frame(page, ".why [data-action=open-file]").await;
    let mut windows = before;
    for _ in 0..200 {
        windows = page.client().windows().await.expect("the windows").len();
        if windows > before {
            break;
        }
        page.wait_for_paint().await;
    }
    assert_eq!(windows, before + 1, "no tab was opened");
}
