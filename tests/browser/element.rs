//! `<pipeline-lever>` in other people's pages: those of `tests/browser/hosts/`, under the strict policy.

use pipeline_lever::i18n::Locale;
use serde_json::{Value, json};

use crate::driver::Engine;
use crate::page::Page;
use crate::server::Server;
use crate::widget::text_box;

in_every_engine!(
    a_hostile_page_and_the_element_leave_each_other_alone,
    values_go_out_and_in,
    several_share_a_program_and_keep_their_own_numbers,
    the_call_to_action_takes_the_outcome_along,
    it_says_why_it_cannot_start,
    one_that_stops_does_not_take_the_others_along,
    what_shows_is_said_by_attributes,
    frames_are_as_high_as_their_pages,
    examples_are_the_element_itself,
);

const NEGOTIATION: &str = "stages[2].conversion";
/// The newest event of a name that the first element has raised.
const LAST: &str = "window.raised.findLast(({ name, from }) => name === arguments[0] && from === 'pipeline-lever')";

fn hosts(options: &[&str]) -> Server {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/hosts");
    Server::of("dist", &[&["--beside", folder], options].concat())
}

async fn open(page: &Page, server: &Server, rest: &str) {
    page.go_to(&format!("{}{rest}", server.address())).await;
}

/// What the newest event of a name says.
async fn last(page: &Page, name: &str) -> Value {
    let said = page
        .run(&format!("return {LAST} ?? null;"), vec![json!(name)])
        .await;
    said["detail"].clone()
}

async fn wait_for_event(page: &Page, name: &str, condition: &str) {
    let raised = format!(
        "window.raised.some((event) => event.name === '{name}' && event.from === 'pipeline-lever' && (({{ detail }}) => {condition})(event))"
    );
    page.wait_for(&raised).await;
}

async fn a_hostile_page_and_the_element_leave_each_other_alone(page: &Page) {
    let server = hosts(&[]);
    open(page, &server, "hostile.html").await;
    page.wait_for_app().await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    // The page's language, the visitor's size of texts, and nothing of what the page sets.
    let looks = "(({ letterSpacing, textTransform, fontSize, color, display }) =>
        [letterSpacing, textTransform, fontSize, color === 'rgb(255, 0, 0)', display])(getComputedStyle(root.querySelector('.question')))";
    assert_eq!(page.value("root.querySelector('.pl').lang").await, "lt");
    assert_eq!(
        page.value(looks).await,
        json!(["normal", "none", "13px", false, "block"])
    );
    let buttons = "getComputedStyle(root.querySelector('[data-action=undo]')).backgroundColor";
    assert_ne!(page.value(buttons).await, "rgb(0, 255, 0)");
    // The page has no new names, and looks as before.
    let added = "Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.has(name)
        && !/^(clickHasHit$|webdriver|cdc_|\\$|_|ret)/i.test(name) && isNaN(name))";
    assert_eq!(page.value(added).await, json!([]));
    let after = "getComputedStyle(document.getElementById('after')).fontSize";
    assert_eq!(page.value(after).await, "40px");
    if page.engine == Engine::Chromium {
        assert_eq!(page.value("shifts").await, json!([]));
    }
    // It is ready, and has said so once.
    assert_eq!(
        page.value("raised.filter(({ name }) => name === 'ready').length")
            .await,
        1
    );
    assert_eq!(page.value("window.observedProblems").await, json!([]));
    // A second time is harmless.
    page.run_until_done("const done = arguments[0]; import(new URL('pipeline-lever.js?again', location)).then(() => done());")
        .await;
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn values_go_out_and_in(page: &Page) {
    let server = hosts(&[]);
    open(page, &server, "two.html").await;
    page.wait_for_app().await;
    let element = "document.getElementById('pipeline-lever')";
    page.wait_for(&format!("{element}.value")).await;

    // A number that the visitor types.
    page.type_into(&text_box(NEGOTIATION), "5").await;
    page.press(&[fantoccini::key::Key::Tab]).await;
    wait_for_event(
        page,
        "change",
        "detail.value.document.stages[2].conversion === 0.05",
    )
    .await;
    wait_for_event(
        page,
        "result",
        "detail.from === 0.05 && detail.trials === 1000",
    )
    .await;
    let change = last(page, "change").await;
    assert_eq!(
        (&change["schema"], &change["v"]),
        (&json!("pipeline-lever"), &json!(1))
    );
    assert_eq!(
        page.value(&format!("{element}.shareUrl")).await,
        change["link"]
    );

    // What the page sets is a step; undo, redo and reset are too.
    let set = format!(
        "const {{ value }} = {element};
        {element}.value = {{ ...value, document: {{ ...value.document, months: 24 }} }};"
    );
    page.run(&set, vec![]).await;
    let months = format!("{element}.value.document.months");
    page.wait_for(&format!("{months} === 24")).await;
    page.run(&format!("{element}.undo();"), vec![]).await;
    page.wait_for(&format!("{months} === undefined")).await;
    page.run(&format!("{element}.redo();"), vec![]).await;
    page.wait_for(&format!("{months} === 24")).await;
    page.run(&format!("{element}.reset();"), vec![]).await;
    page.wait_for(&format!(
        "{months} === undefined && {element}.value.document.stages[2].conversion === 0.02"
    ))
    .await;

    // What cannot be used changes nothing, and is said.
    page.run(
        &format!("{element}.value = {{ document: {{ months: -1 }} }};"),
        vec![],
    )
    .await;
    wait_for_event(page, "error", "detail.kind === 'value'").await;
    assert_eq!(page.value(&format!("{months} === undefined")).await, true);

    // A link's state, and a language, by attribute.
    let state = change["link"]
        .as_str()
        .and_then(|link| link.split_once("#s="));
    let (_, state) = state.expect("a link");
    page.run(
        &format!("{element}.setAttribute('state', arguments[0]); {element}.lang = 'tr';"),
        vec![json!(state)],
    )
    .await;
    page.wait_for_text(NEGOTIATION, "5").await;
    page.wait_for("root.querySelector('.pl').lang === 'tr'")
        .await;
    let question = Locale::Tr.catalogue().page.question;
    assert_eq!(page.text(".question").await, question);
}

async fn several_share_a_program_and_keep_their_own_numbers(page: &Page) {
    let server = hosts(&[]);
    open(page, &server, "two.html").await;
    page.wait_for_app().await;
    let second = "document.getElementById('second')";
    page.wait_for(&format!("{second}.value")).await;
    let of_second = page.value(&format!("{second}.value")).await;
    page.type_into(&text_box(NEGOTIATION), "5").await;
    page.press(&[fantoccini::key::Key::Tab]).await;
    wait_for_event(
        page,
        "change",
        "detail.value.document.stages[2].conversion === 0.05",
    )
    .await;
    assert_eq!(page.value(&format!("{second}.value")).await, of_second);

    // Moved, it goes on with all that it shows; taken out and put in again, with its numbers.
    let step_back = "root.querySelector('[data-action=undo]').ariaDisabled";
    page.run(
        "document.getElementById('there').append(document.getElementById('pipeline-lever'));",
        vec![],
    )
    .await;
    page.wait_for_paint().await;
    assert_eq!(page.value(step_back).await, json!(null));
    page.run(
        "window.out = document.getElementById('pipeline-lever'); out.remove();",
        vec![],
    )
    .await;
    page.wait_for_paint().await;
    page.run("document.getElementById('here').append(out);", vec![])
        .await;
    page.wait_for_app().await;
    page.wait_for_text(NEGOTIATION, "5").await;
    page.wait_for_trials(1000).await;

    let programs = server
        .requests()
        .iter()
        .filter(|line| line.contains("/app-") && line.ends_with(".wasm"))
        .count();
    assert_eq!(programs, 1);
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn the_call_to_action_takes_the_outcome_along(page: &Page) {
    let server = hosts(&[]);
    open(page, &server, "two.html").await;
    page.wait_for_app().await;
    page.type_into(&text_box(NEGOTIATION), "5").await;
    page.press(&[fantoccini::key::Key::Tab]).await;
    wait_for_event(
        page,
        "result",
        "detail.from === 0.05 && detail.trials === 1000",
    )
    .await;

    // The link has the outcome in it, and opens nothing when the page says so.
    page.run(
        "addEventListener('pipeline-lever-cta', (event) => event.preventDefault());",
        vec![],
    )
    .await;
    let result = last(page, "result").await;
    page.click(".cta a").await;
    let cta = last(page, "cta").await;
    assert_eq!(cta, result);
    for part in [
        "language",
        "currency",
        "headline",
        "link",
        "inputs",
        "answer",
        "stage",
        "to",
        "stageGain",
        "leadsGain",
        "equivalentLeads",
        "breakEvenPerMonth",
        "timeToRevenueDays",
    ] {
        assert!(!cta[part].is_null(), "{part} in {cta}");
    }
    let opened = page
        .value("[...new URL(root.querySelector('.cta a').href).searchParams]")
        .await;
    assert_eq!(opened[0], json!(["numbers", cta["link"]]));
    assert_eq!(opened[1], json!(["found", cta["headline"]]));
    assert_eq!(page.client().windows().await.expect("windows").len(), 1);

    // A form has it too.
    let fields = "[...document.querySelectorAll('input[type=hidden]')].map(({ value }) => value)";
    assert_eq!(
        page.value(fields).await,
        json!([cta["headline"], cta["link"]])
    );

    // Where the address is none that may be opened, only the event is raised.
    let second = "document.getElementById('second').shadowRoot.querySelector('.cta')";
    assert_eq!(
        page.value(&format!(
            "[{second}.querySelector('a'), {second}.textContent]"
        ))
        .await,
        json!([null, "Call us"])
    );
    page.run(
        &format!("{second}.querySelector('button').click();"),
        vec![],
    )
    .await;
    assert_eq!(
        page.value("raised.findLast(({ name }) => name === 'cta').from")
            .await,
        "second"
    );
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn it_says_why_it_cannot_start(page: &Page) {
    for (options, rest, kind) in [
        (&[][..], "?old", "old"),
        (&[], "?missing", "missing"),
        (&[], "?offline", "network"),
        (&["--no-wasm"], "", "policy"),
    ] {
        let server = hosts(options);
        open(page, &server, &format!("hostile.html{rest}")).await;
        wait_for_event(page, "error", &format!("detail.kind === '{kind}'")).await;
        let message = last(page, "error").await["message"].clone();
        let shown = page
            .value("root.querySelector('.failure').textContent")
            .await;
        let (shown, message) = (
            shown.as_str().unwrap_or_default(),
            message.as_str().unwrap_or_default(),
        );
        assert!(
            !message.is_empty() && shown.contains(message),
            "{kind}: {shown}"
        );
        // What is inside the element shows.
        let shows = "document.querySelector('pipeline-lever a').getClientRects().length";
        assert_eq!(page.value(shows).await, 1, "{kind}");
        if kind == "network" {
            page.run("window.dispatchEvent(new Event('online'));", vec![])
                .await;
            page.click(".failure button").await;
            page.wait_for_app().await;
        }
    }
}

async fn one_that_stops_does_not_take_the_others_along(page: &Page) {
    let server = hosts(&[]);
    open(page, &server, "two.html").await;
    page.wait_for_app().await;
    let second = "document.getElementById('second')";
    page.wait_for(&format!("{second}.value")).await;
    page.type_into(&text_box(NEGOTIATION), "5").await;
    page.press(&[fantoccini::key::Key::Tab]).await;
    wait_for_event(
        page,
        "change",
        "detail.value.document.stages[2].conversion === 0.05",
    )
    .await;
    page.wait_for_trials(1000).await;
    let stop = "const { name: url } = performance.getEntriesByType('resource').find(({ name }) => /app-[^/]*\\.js/.test(name));
        const [first, other] = document.querySelectorAll('pipeline-lever');
        for (const element of [first, other]) element.shadowRoot.querySelector('.pl').dataset.old = '';
        const error = Object.assign(new Error('stopped'), { stack: `somewhere@${url}:1:1` });
        window.dispatchEvent(new ErrorEvent('error', { error }));";
    page.run(stop, vec![]).await;
    page.wait_for(&format!("root.querySelector('.pl:not([data-old]) > [data-generation]:not(.explorer)') && {second}.shadowRoot.querySelector('.pl:not([data-old]) > [data-generation]:not(.explorer)')")).await;
    page.wait_for_text(NEGOTIATION, "5").await;
    assert_eq!(
        page.value(&format!("{second}.shadowRoot.querySelector('.pl').lang"))
            .await,
        "ka"
    );
    assert_eq!(
        page.value("raised.some(({ name }) => name === 'error')")
            .await,
        false
    );
}

async fn what_shows_is_said_by_attributes(page: &Page) {
    let server = hosts(&[]);
    open(page, &server, "two.html").await;
    page.wait_for_app().await;
    page.wait_for_findings().await;
    let element = "document.getElementById('pipeline-lever')";
    let shows =
        |selector: &str| format!("root.querySelector('{selector}').getClientRects().length > 0");
    let parts = [".bar", ".pipeline", ".explorer", ".ways", ".headline"];
    for (mode, hide, expected) in [
        ("full", "", [true; 5]),
        ("compact", "", [true, true, false, true, true]),
        ("result", "", [false, false, false, true, true]),
        ("full", "bar ways more", [false, true, false, false, true]),
    ] {
        page.run(&format!("{element}.setAttribute('mode', arguments[0]); {element}.setAttribute('hide', arguments[1]);"), vec![json!(mode), json!(hide)])
            .await;
        for (part, expected) in parts.iter().zip(expected) {
            assert_eq!(
                page.value(&shows(part)).await,
                expected,
                "{part} in {mode} without {hide}"
            );
        }
    }
    // A theme holds against the visitor's own, in what comes first and in what is explored, and can be changed.
    page.run(
        &format!("{element}.removeAttribute('hide'); {element}.setAttribute('mode', 'full');"),
        vec![],
    )
    .await;
    let paper = "['.pl', '.explorer'].map((part) => getComputedStyle(root.querySelector(part).closest('.pl')).backgroundColor)";
    for (theme, colour) in [
        ("dark", "rgb(19, 21, 25)"),
        ("light", "rgb(252, 252, 250)"),
        ("dark", "rgb(19, 21, 25)"),
    ] {
        page.run(
            &format!("{element}.setAttribute('theme', arguments[0]);"),
            vec![json!(theme)],
        )
        .await;
        assert_eq!(page.value(paper).await, json!([colour, colour]), "{theme}");
    }
    if page.engine == Engine::Chromium {
        page.run(&format!("{element}.setAttribute('theme', 'auto');"), vec![])
            .await;
        page.prefer_dark(true).await;
        assert_eq!(
            page.value(paper).await,
            json!(["rgb(19, 21, 25)", "rgb(19, 21, 25)"])
        );
    }
}

async fn frames_are_as_high_as_their_pages(page: &Page) {
    let server = hosts(&[]);
    open(page, &server, "framed.html").await;
    let inside = "document.getElementById('plain').contentDocument";
    page.wait_for(&format!(
        "{inside}?.getElementById('pipeline-lever')?.shadowRoot?.querySelector('.explorer[data-found]')"
    ))
    .await;
    let fits = format!(
        "Math.abs(document.getElementById('plain').clientHeight - {inside}.documentElement.getBoundingClientRect().height) < 2
            && {inside}.documentElement.scrollHeight > 1500"
    );
    page.wait_for(&fits).await;
    // One that is shut in says so too, and so do the messages that other pages listen for. (In WebKit nothing of a page
    // that is shut in is its policy's 'self'.)
    if page.engine != Engine::WebKit {
        // Chromium does not lay out frames of others that are out of sight, as it is now under the first one.
        page.run(
            "document.getElementById('sandboxed').scrollIntoView();",
            vec![],
        )
        .await;
        page.wait_for("document.getElementById('sandboxed').clientHeight > 1500")
            .await;
    }
    let others = "[messages.some(({ sentinel, type, height }) => sentinel === 'amp' && type === 'embed-size' && height > 1500),
        messages.some((text) => /^pymxPYMxonexPYMxheightxPYMx\\d{4,}$/.test(text))]";
    assert_eq!(page.value(others).await, json!([true, true]));
    // What is no message of ours changes nothing.
    let stays = page
        .run(
            "const frame = document.getElementById('plain');
            const { height: before } = frame.style;
            const source = frame.contentWindow;
            const ours = { source: 'pipeline-lever', v: 1, type: 'height' };
            const tell = (data, source) => dispatchEvent(new MessageEvent('message', { data, source }));
            for (const data of [null, 7, 'height', { ...ours, v: 2, height: 5 }]) tell(data, source);
            for (const height of [-5, NaN, Infinity, '5px', {}, 1e9]) tell({ ...ours, height }, source);
            tell({ ...ours, height: 5 }, window);
            return frame.style.height === before;",
            vec![],
        )
        .await;
    assert_eq!(stays, true);
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn examples_are_the_element_itself(page: &Page) {
    page.open("element.html").await;
    let elements = "[...document.querySelectorAll('pipeline-lever')]";
    // Each comes when it is near.
    let all = format!(
        "(() => {{
            const missing = {elements}.find(({{ shadowRoot }}) => !shadowRoot?.querySelector('[data-generation]'));
            missing?.scrollIntoView();
            return {elements}.length === 5 && !missing;
        }})()"
    );
    page.wait_for(&all).await;
    let heard = "document.querySelector('output').textContent";
    page.wait_for(&format!("{heard}.startsWith('pipeline-lever-')"))
        .await;
    // What stands beside an example is what makes it.
    let shown = format!(
        "{elements}.every((element) => {{
            const code = element.closest('section').querySelector('pre code').textContent;
            return code.startsWith('<pipeline-lever') && [...element.attributes].every(({{ name }}) => code.includes(` ${{name}}=`));
        }})"
    );
    assert_eq!(page.value(&shown).await, true);
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}
