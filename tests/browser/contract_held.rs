//! What `<pipeline-lever>` keeps for the next time where the page asks for it, and that nothing changes where the page
//! wants that.

use serde_json::{Value, json};

use crate::contract::{ELEMENT, NEGOTIATION, call, open, server, type_number};
use crate::page::Page;
use crate::widget::{slider, text_box};

in_every_engine!(
    numbers_are_kept_where_the_page_asks_for_it,
    without_being_asked_nothing_is_kept,
    nothing_that_is_read_only_can_be_changed,
);

/// The names of what the browser keeps for this page.
const KEPT: &str = "[sessionStorage, localStorage].map((area) => Object.keys(area))";

/// Puts another element into the page, and waits for its program; `value` is what the page sets, if it does.
async fn put(page: &Page, id: &str, persist: &str, value: &str) {
    let script = format!(
        "document.getElementById('{id}')?.remove();
        const element = Object.assign(document.createElement('pipeline-lever'), {{ id: '{id}' }});
        element.setAttribute('loading', 'eager');
        element.setAttribute('persist', '{persist}');
        const value = {value};
        if (value) element.value = value;
        document.body.append(element);"
    );
    page.run(&script, vec![]).await;
    let runs =
        format!("document.getElementById('{id}').shadowRoot.querySelector('[data-generation]')");
    page.wait_for(&runs).await;
}

async fn months(page: &Page, id: &str) -> Value {
    let script = format!(
        "const done = arguments[0];
        document.getElementById('{id}').save().then(({{ document }}) => done(document.months ?? 12));"
    );
    page.run_until_done(&script).await
}

async fn set_months(page: &Page, id: &str, months: u32) {
    let script = format!(
        "const done = arguments[0];
        document.getElementById('{id}').restore({{ document: {{ months: {months} }} }}).then(() => done());"
    );
    page.run_until_done(&script).await;
}

async fn numbers_are_kept_where_the_page_asks_for_it(page: &Page) {
    let server = server(&[]);
    open(page, &server, "persist=session").await;
    // Nothing is kept before there is something to keep.
    assert_eq!(page.value(KEPT).await, json!([[], []]));
    type_number(page, "5").await;
    page.wait_for(&format!(
        "{ELEMENT}.value.document.stages[2].conversion === 0.05"
    ))
    .await;
    let kept = page.value(KEPT).await;
    let path = page.value("location.pathname").await;
    let key = format!(
        "pipeline-lever:{}#pipeline-lever",
        path.as_str().expect("a path")
    );
    assert_eq!(kept, json!([[key], []]));

    // It is there again after a reload, before what the page's attributes begin with.
    open(page, &server, "persist=session&preset=firm").await;
    page.wait_for_text(NEGOTIATION, "5").await;

    // Elements are told apart by their names.
    put(page, "other", "local", "undefined").await;
    assert_eq!(months(page, "other").await, 12);
    set_months(page, "other", 24).await;
    put(page, "other", "local", "undefined").await;
    assert_eq!(months(page, "other").await, 24);
    // What the page itself sets comes first.
    let own = "{ ...document.getElementById('pipeline-lever').value, view: {} }";
    put(page, "other", "local", own).await;
    assert_eq!(months(page, "other").await, 12);
    page.run("localStorage.clear(); sessionStorage.clear();", vec![])
        .await;

    // What is no memory of ours is done without, and so are browsers that refuse it.
    let key = key.replace("#pipeline-lever", "#third");
    page.run(
        "sessionStorage.setItem(arguments[0], '\\0nothing of ours');",
        vec![json!(key)],
    )
    .await;
    put(page, "third", "session", "undefined").await;
    assert_eq!(months(page, "third").await, 12);
    let refuse = "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };";
    page.run(refuse, vec![]).await;
    put(page, "third", "session", "undefined").await;
    set_months(page, "third", 36).await;
    assert_eq!(months(page, "third").await, 36);
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn without_being_asked_nothing_is_kept(page: &Page) {
    let server = server(&[]);
    for attributes in ["", "persist=none", "persist=constructor"] {
        open(page, &server, attributes).await;
        type_number(page, "5").await;
        page.wait_for(&format!(
            "{ELEMENT}.value.document.stages[2].conversion === 0.05"
        ))
        .await;
        assert_eq!(page.value(KEPT).await, json!([[], []]), "{attributes}");
        page.leave().await;
    }
}

/// Uses every control that can be used, one after the other, and answers with those that have changed numbers.
const USE_ALL: &str = "
    const done = arguments[0];
    const element = document.getElementById('pipeline-lever');
    const root = element.shadowRoot;
    HTMLAnchorElement.prototype.click = () => {};
    window.print = window.open = () => null;
    const name = (control) => control.dataset.action ?? control.closest('[data-field]')?.dataset.field ?? control.outerHTML.slice(0, 80);
    const numbers = async () => {
        const { document, view: { panels, ...view } = {} } = await element.save();
        return JSON.stringify({ document, view });
    };
    const say = (control, ...kinds) => kinds.forEach((kind) => control.dispatchEvent(new Event(kind, { bubbles: true, composed: true })));
    const use = (control) => {
        if (control.localName === 'button') control.click();
        else if (control.localName === 'select') {
            control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
            say(control, 'change');
        } else if (control.type === 'checkbox') control.click();
        else {
            control.value = control.type === 'range' ? control.min : '3';
            say(control, 'input', 'change');
        }
    };
    const usable = (control) => !control.disabled && !control.readOnly && control.type !== 'file' && control.id !== 'language' && !control.closest('.cta');
    const close = () => root.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
    (async () => {
        const changing = [];
        let before = await numbers();
        const used = [...root.querySelectorAll('button, input, select, textarea')].filter(usable);
        for (const control of used) {
            if (!control.isConnected || !usable(control)) continue;
            use(control);
            close();
            const now = await numbers();
            if (now !== before) changing.push(name(control));
            before = now;
        }
        // What was opened last may only be there now.
        for (let quiet = 0; quiet < 10; quiet += 1) {
            await new Promise(requestAnimationFrame);
            if (root.querySelector('dialog[open]')) quiet = 0;
            close();
        }
        return { used: used.length, changing };
    })().then(done, (reason) => done(String(reason)));";

async fn nothing_that_is_read_only_can_be_changed(page: &Page) {
    let server = server(&[]);
    open(page, &server, "readonly=").await;
    page.wait_for_findings().await;
    // From the first moment on, and in what is opened later.
    let rows = "[...root.querySelectorAll('[data-reveals], [data-action=more]')].forEach((button) => button.click());";
    page.run(rows, vec![]).await;
    page.wait_for("root.querySelectorAll('.panel[data-open]').length >= 7 && !root.querySelector('[data-action=more][aria-expanded=false]')")
        .await;
    page.wait_for_findings().await;
    page.wait_for_trials(1000).await;
    let result = page.run_until_done(USE_ALL).await;
    assert_eq!(result["changing"], json!([]), "{result}");
    assert!(result["used"].as_u64() > Some(50), "{result}");

    // Boxes can be gone to and read, and typing does nothing; neither do the keys of undo, nor files.
    let before = call(page, "save()").await;
    page.type_into(&text_box(NEGOTIATION), "9").await;
    assert_eq!(page.value("root.activeElement.id").await, NEGOTIATION);
    page.press(&[fantoccini::key::Key::Tab]).await;
    assert_eq!(page.property(&text_box(NEGOTIATION), "value").await, "2");
    assert_eq!(
        page.property(&slider(NEGOTIATION), "disabled").await,
        "true"
    );
    // The page itself may change them.
    assert_eq!(
        call(page, "restore({ document: { months: 24 } })").await,
        json!(null)
    );
    let restored = call(page, "save()").await;
    assert_ne!(restored, before);
    let step = "root.querySelector('[data-reveals]').focus();";
    page.run(step, vec![]).await;
    page.press_with(&[fantoccini::key::Key::Control], 'z').await;
    assert_eq!(call(page, "save()").await, restored);
    page.run(DROP, vec![json!(before.to_string())]).await;
    assert_eq!(call(page, "save()").await, restored);

    // What only looks works, in other words too.
    page.speak("lt").await;
    page.wait_for_findings().await;
    page.run(
        "root.querySelector('.explorer [data-opens]').click();",
        vec![],
    )
    .await;
    page.wait_for("root.querySelector('dialog[open]')").await;
    page.run("root.querySelector('dialog[open]').close();", vec![])
        .await;
    assert!(
        call(page, "toCSV('numbers')")
            .await
            .as_str()
            .is_some_and(|text| text.contains(';'))
    );

    // At run time it can be let go of, and held again.
    page.run(&format!("{ELEMENT}.removeAttribute('readonly');"), vec![])
        .await;
    page.wait_for(&format!(
        "!root.querySelector(\"{}\").disabled",
        slider(NEGOTIATION)
    ))
    .await;
    assert_eq!(
        page.count("button:disabled, select:disabled, input:disabled")
            .await,
        0
    );
    page.press_with(&[fantoccini::key::Key::Control], 'z').await;
    page.wait_for(&format!("{ELEMENT}.value.document.months === undefined"))
        .await;
    type_number(page, "5").await;
    page.wait_for_paint().await;
    page.wait_for(&format!(
        "{ELEMENT}.value.document.stages[2].conversion === 0.05"
    ))
    .await;
    page.run(&format!("{ELEMENT}.setAttribute('readonly', '');"), vec![])
        .await;
    page.wait_for(&format!(
        "root.querySelector(\"{}\").disabled",
        slider(NEGOTIATION)
    ))
    .await;
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

/// Drops a file of this text on the widget.
const DROP: &str = "const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([arguments[0]], 'case.json', { type: 'application/json' }));
    const options = { bubbles: true, composed: true, cancelable: true, dataTransfer };
    for (const kind of ['dragover', 'drop']) root.querySelector('h1').dispatchEvent(new DragEvent(kind, options));";
