//! What `<pipeline-lever>` promises the page around it, beyond `element.rs`: its methods, what it keeps and holds, what
//! the page may dress. The page is `tests/browser/hosts/contract.html`, under the strict policy.

use serde_json::{Value, json};

use crate::driver::Engine;
use crate::page::Page;
use crate::server::Server;
use crate::widget::text_box;

in_every_engine!(
    numbers_are_saved_and_restored_in_part,
    methods_wait_for_the_program,
    files_come_from_where_the_page_says,
    the_call_to_action_has_its_place_before_its_script,
    heights_and_what_is_taken_along_are_told,
    the_page_says_how_dense_and_round_it_is,
);

pub const NEGOTIATION: &str = "stages[2].conversion";
pub const ELEMENT: &str = "document.getElementById('pipeline-lever')";
pub const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/hosts");

pub fn server(options: &[&str]) -> Server {
    Server::of("dist", &[&["--beside", PAGES], options].concat())
}

/// Opens the page with these attributes on the element, and waits for its program.
pub async fn open(page: &Page, server: &Server, attributes: &str) {
    let address = format!("{}contract.html?{attributes}", server.address());
    page.go_to(&address).await;
    page.wait_for_app().await;
    page.wait_for(&format!("{ELEMENT}.value")).await;
}

/// What a method of the element answers, called as it is written here: what it is kept with, or the reason that it is
/// broken for, as a text after "Error: ".
pub async fn call(page: &Page, method: &str) -> Value {
    let script = format!(
        "const done = arguments[0];
        {ELEMENT}.{method}.then((kept) => done(kept ?? null), (reason) => done(`Error: ${{reason.message}}`));"
    );
    page.run_until_done(&script).await
}

pub fn is_refused(answer: &Value) -> bool {
    answer
        .as_str()
        .is_some_and(|text| text.starts_with("Error: "))
}

/// How often an event of a name was raised.
async fn raised(page: &Page, name: &str) -> u64 {
    let count = format!("raised.filter((event) => event.name === '{name}').length");
    page.value(&count).await.as_u64().expect("a count")
}

pub async fn type_number(page: &Page, text: &str) {
    page.type_into(&text_box(NEGOTIATION), text).await;
    page.press(&[fantoccini::key::Key::Tab]).await;
}

async fn numbers_are_saved_and_restored_in_part(page: &Page) {
    let server = server(&[]);
    open(page, &server, "").await;
    // A copy: what the page does with it is its own business.
    let before = call(page, "save()").await;
    assert_eq!(before, page.value(&format!("{ELEMENT}.value")).await);
    let changed = "save().then((value) => { value.document.stages.length = 0; return value; })";
    call(page, changed).await;
    assert_eq!(call(page, "save()").await, before);
    // What the visitor has just changed is in it at once.
    page.paste_into(&text_box(NEGOTIATION), "7").await;
    page.leave_field().await;
    let saved = call(page, "save()").await;
    assert_eq!(saved["document"]["stages"][2]["conversion"], 0.07);

    // Objects are merged by their keys, and everything else is replaced.
    let part =
        "restore({ document: { months: 24, deal: { size: 777 } }, view: { objective: 'cash' } })";
    assert_eq!(call(page, part).await, json!(null));
    let restored = call(page, "save()").await;
    let mut expected = saved.clone();
    expected["document"]["months"] = json!(24);
    expected["document"]["deal"]["size"] = json!(777);
    expected["view"]["objective"] = json!("cash");
    assert_eq!(restored, expected);
    // All of it is one step.
    page.run(&format!("{ELEMENT}.undo();"), vec![]).await;
    assert_eq!(call(page, "save()").await, saved);
    // Two at once are both done.
    let both = format!(
        "const done = arguments[0];
        Promise.all([{ELEMENT}.restore({{ document: {{ months: 36 }} }}), {ELEMENT}.restore({{ document: {{ deal: {{ size: 5 }} }} }})]).then(() => done());"
    );
    page.run_until_done(&both).await;
    let restored = call(page, "save()").await;
    assert_eq!(
        [
            &restored["document"]["months"],
            &restored["document"]["deal"]["size"]
        ],
        [&json!(36), &json!(5)]
    );

    // What cannot be used is said, and changes nothing.
    assert_eq!(raised(page, "error").await, 0);
    for refused in [
        "restore({ document: { months: -1 } })",
        "restore({ document: { stages: [] } })",
    ] {
        assert!(is_refused(&call(page, refused).await), "{refused}");
        assert_eq!(call(page, "save()").await, restored, "{refused}");
    }
    assert_eq!(raised(page, "error").await, 2);
    let kind = page.value("raised.findLast(({ name }) => name === 'error').detail.kind");
    assert_eq!(kind.await, "value");
    // What is no part of a value at all is the page's own mistake.
    assert!(is_refused(&call(page, "restore(null)").await));
    assert!(is_refused(&call(page, "restore([1])").await));
    assert_eq!(raised(page, "error").await, 2);
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn methods_wait_for_the_program(page: &Page) {
    let server = server(&[]);
    open(page, &server, "").await;
    // Called the moment that the element is there, long before its program runs.
    let early = "
        window.early = [];
        const element = Object.assign(document.createElement('pipeline-lever'), { id: 'early' });
        element.setAttribute('loading', 'eager');
        element.setAttribute('preset', 'firm');
        const calls = [element.save(), element.toCSV('numbers'), element.embedCode('html')];
        for (const call of calls) call.then((kept) => early.push(typeof kept), (reason) => early.push(reason.message));
        document.body.append(element);
        return element.shadowRoot.querySelector('[data-generation]') === null && calls.every(({ then }) => then);";
    assert_eq!(page.run(early, vec![]).await, true);
    page.wait_for("early.length === 3").await;
    assert_eq!(
        page.value("early.sort()").await,
        json!(["object", "string", "string"])
    );

    // Out of the page it has no program to ask.
    let away = "const element = document.getElementById('early'); element.remove(); window.away = element;";
    page.run(away, vec![]).await;
    page.wait_for_paint().await;
    let asked = "const done = arguments[0];
        away.toCSV('numbers').then(() => done('kept'), (reason) => done(`Error: ${reason.message}`));";
    assert!(is_refused(&page.run_until_done(asked).await));
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn files_come_from_where_the_page_says(page: &Page) {
    let release = Server::start();
    let origin = release.address().trim_end_matches("/some/folder/");
    let policy = format!(
        "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval'; connect-src {origin}; style-src 'self'; img-src 'self'; worker-src blob:"
    );
    let server = server(&["--policy", &policy]);
    // With or without a slash at its end.
    let folder = release.address().trim_end_matches('/');
    open(page, &server, &format!("asset-base={folder}")).await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    let asked: Vec<String> = server.requests();
    for file in ["app-", "styles-", "player-", "explorer-", "first-"] {
        assert!(
            !asked.iter().any(|line| line.contains(file)),
            "{file} in {asked:?}"
        );
    }
    assert!(
        release
            .requests()
            .iter()
            .any(|line| line.contains("spoken.js"))
    );
    let link = page.value(&format!("{ELEMENT}.shareUrl")).await;
    assert!(
        link.as_str()
            .is_some_and(|link| link.starts_with(release.address())),
        "{link}"
    );
    let code = call(page, "embedCode('html')").await;
    let script = format!("src=\"{}pipeline-lever.js\"", release.address());
    assert!(
        code.as_str().is_some_and(|code| code.contains(&script)),
        "{code}"
    );
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn the_call_to_action_has_its_place_before_its_script(page: &Page) {
    let server = server(&["--hold", "spoken.js"]);
    page.leave().await;
    page.send_to(&format!("{}contract.html?cta-label=Book", server.address()))
        .await;
    page.wait_for_app().await;
    let height = "root.querySelector('.cta').getBoundingClientRect().height";
    let before = page.value(height).await;
    assert_eq!(
        page.value("root.querySelector('.cta').childElementCount")
            .await,
        0
    );
    assert_eq!(raised(page, "ready").await, 0);
    page.run_until_done("const done = arguments[0]; fetch('__release').then(() => done());")
        .await;
    page.find(".cta button").await;
    assert_eq!(page.value(height).await, before);
    page.wait_for("raised.some(({ name }) => name === 'ready')")
        .await;
    if page.engine == Engine::Chromium {
        assert_eq!(page.value("shifts").await, json!([]));
    }
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn heights_and_what_is_taken_along_are_told(page: &Page) {
    let server = server(&[]);
    open(page, &server, "").await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    let fits = format!(
        "raised.findLast(({{ name }}) => name === 'resize')?.detail.height === Math.ceil({ELEMENT}.getBoundingClientRect().height)"
    );
    page.wait_for(&fits).await;
    // A change that is no more than rounding is not told; a larger one is, once.
    let before = raised(page, "resize").await;
    let taller = |by: u32| {
        format!(
            "root.querySelector('slot[name=intro]').style.cssText = 'display: block; height: {by}px';"
        )
    };
    page.run(&taller(1), vec![]).await;
    page.wait_for_paint().await;
    page.wait_for_paint().await;
    assert_eq!(raised(page, "resize").await, before);
    page.run(&taller(50), vec![]).await;
    page.wait_for(&fits).await;
    assert_eq!(raised(page, "resize").await, before + 1);

    // Only what the visitor takes along is told, of both screens.
    assert!(!is_refused(&call(page, "toCSV('numbers')").await));
    assert_eq!(raised(page, "export").await, 0);
    page.run(
        "HTMLAnchorElement.prototype.click = function () {};",
        vec![],
    )
    .await;
    for (button, kind, ending) in [
        (".numbers [data-action=csv]", "csv", ".csv"),
        (".numbers [data-action=text]", "text", ""),
        (".map [data-action=svg]", "svg", ".svg"),
        (".map [data-action=png]", "png", ".png"),
        ("[data-action=save-file]", "json", ".json"),
        (".explorer [data-action=copy-link]", "link", ""),
        (".bar [data-action=link]", "link", ""),
    ] {
        let before = raised(page, "export").await;
        page.run(
            "root.querySelector(arguments[0]).click();",
            vec![json!(button)],
        )
        .await;
        page.wait_for(&format!(
            "raised.filter(({{ name }}) => name === 'export').length === {}",
            before + 1
        ))
        .await;
        let told = page
            .value("raised.findLast(({ name }) => name === 'export').detail")
            .await;
        let name = told["name"].as_str().expect("a name");
        assert_eq!(told["kind"], kind, "{button}");
        assert!(
            name.ends_with(ending) && name.is_empty() == ending.is_empty(),
            "{button}: {name}"
        );
    }
}

async fn the_page_says_how_dense_and_round_it_is(page: &Page) {
    let server = server(&[]);
    open(page, &server, "cta-label=Book").await;
    page.wait_for_trials(1000).await;
    page.wait_for_certainty().await;
    page.wait_for_findings().await;
    let looks = "((bar, row, button, explorer) => ({
        height: document.getElementById('pipeline-lever').offsetHeight,
        bar: parseFloat(bar.columnGap), text: getComputedStyle(row).fontSize,
        touch: button.offsetHeight, section: parseFloat(getComputedStyle(explorer).paddingTop),
        radius: getComputedStyle(root.querySelector('.cta button')).borderTopLeftRadius }))
        (getComputedStyle(root.querySelector('.bar')), root.querySelector('.row'), root.querySelector('.bar button'), root.querySelector('.explorer section'))";
    let normal = page.value(looks).await;
    let compact = |looks: &Value, part: &str| looks[part].as_f64().expect("a number");
    page.run(
        &format!("{ELEMENT}.setAttribute('density', 'compact');"),
        vec![],
    )
    .await;
    let dense = page.value(looks).await;
    // Less room, and the same texts and targets.
    for part in ["height", "bar", "section"] {
        assert!(
            compact(&dense, part) < compact(&normal, part),
            "{part}: {dense}, {normal}"
        );
    }
    assert_eq!(
        [&dense["text"], &dense["touch"]],
        [&normal["text"], &normal["touch"]]
    );
    page.run(
        &format!("{ELEMENT}.setAttribute('density', 'normal');"),
        vec![],
    )
    .await;
    assert_eq!(page.value(looks).await, normal);
    // The page's own measure of rooms and corners.
    let style = format!("{ELEMENT}.style.cssText = '--pl-space: 1.5; --pl-radius: 9px';");
    page.run(&style, vec![]).await;
    let wide = page.value(looks).await;
    assert!(
        (compact(&wide, "bar") - 1.5 * compact(&normal, "bar")).abs() < 0.01,
        "{wide}, {normal}"
    );
    assert_eq!(wide["radius"], "9px");

    // Every part that is described is somewhere, also in what has come later.
    let parts = [
        "header", "inputs", "stage", "slider", "number", "result", "chart", "table",
    ];
    for part in parts {
        assert!(page.count(&format!("[part~={part}]")).await > 0, "{part}");
    }
    page.run("root.querySelector('[data-reveals=goal]').click();", vec![])
        .await;
    page.wait_for("root.querySelector('#panel-goal figure[part=chart]')")
        .await;
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}
