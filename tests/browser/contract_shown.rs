//! What the page around may take along of `<pipeline-lever>` by its methods: pictures, tables, code for other pages, paper.

use std::collections::BTreeSet;

use pipeline_lever::share::Destination;
use serde_json::{Value, json};

use crate::contract::{call, is_refused, open, server, type_number};
use crate::page::Page;

in_every_engine!(
    every_figure_and_table_is_had_by_its_name,
    pictures_are_those_of_the_buttons,
    code_for_other_pages_is_that_of_the_generator,
    what_cannot_be_had_is_refused,
);

/// The figures and tables that are described, with what each can be had as.
fn described() -> Vec<(String, bool, bool)> {
    let description: Value =
        serde_json::from_str(include_str!("../../src/element/description.json")).expect("JSON");
    let all = description["exhibits"].as_array().expect("a list").iter();
    all.map(|exhibit| {
        let has = |part: &str| exhibit[part].as_bool().expect("yes or no");
        let name = exhibit["name"].as_str().expect("a name").to_owned();
        (name, has("picture"), has("table"))
    })
    .collect()
}

/// The buttons of each exhibit in the page, as "name svg" and "name csv".
const OFFERED: &str = "[...new Set([...root.querySelectorAll('[data-export]')].flatMap((place) =>
    ['svg', 'csv'].filter((kind) => place.querySelector(`[data-action=${kind}]`)).map((kind) => `${place.dataset.export} ${kind}`)))]";

/// Makes two scenarios, for there to be something to compare, and leaves the panel closed.
async fn begin_scenarios(page: &Page) {
    page.run(
        "root.querySelector('[data-reveals=scenarios]').click();",
        vec![],
    )
    .await;
    for (id, count) in [("fix", 1), ("leads", 2)] {
        page.wait_for(&format!("root.querySelector('[data-begin={id}]')"))
            .await;
        page.run(
            "root.querySelector(arguments[0]).click();",
            vec![json!(format!("[data-begin={id}]"))],
        )
        .await;
        page.wait_for(&format!(
            "root.querySelectorAll('[data-scenario]').length === {count}"
        ))
        .await;
    }
    page.run(
        "root.querySelector('#panel-scenarios h2 button').click();",
        vec![],
    )
    .await;
    page.wait_for("!root.querySelector('#panel-scenarios[data-open]')")
        .await;
}

async fn every_figure_and_table_is_had_by_its_name(page: &Page) {
    let server = server(&[]);
    open(page, &server, "").await;
    page.wait_for_findings().await;
    begin_scenarios(page).await;

    // Each is had while its panel is closed, and nothing stays open for it.
    let panels = "root.querySelectorAll('.panel[data-open]').length";
    assert_eq!(page.value(panels).await, 0);
    for (name, has_picture, has_table) in described() {
        let svg = call(page, &format!("toSVG('{name}')")).await;
        let csv = call(page, &format!("toCSV('{name}')")).await;
        assert_eq!(is_refused(&svg), !has_picture, "{name}: {svg}");
        assert_eq!(is_refused(&csv), !has_table, "{name}: {csv}");
        if has_picture {
            assert!(
                svg.as_str().is_some_and(|text| text.starts_with("<svg")),
                "{name}: {svg}"
            );
        }
        if has_table {
            assert!(
                csv.as_str().is_some_and(|text| text.lines().count() > 1),
                "{name}: {csv}"
            );
        }
    }
    page.wait_for(&format!("{panels} === 0")).await;
    // Several at once too, of panels that are closed.
    let several = "toSVG('goal').then((picture) => Promise.all(['budget', 'customer-value', 'goal'].map((name) => document.getElementById('pipeline-lever').toCSV(name))))";
    let several = call(page, several).await;
    assert_eq!(several.as_array().map(Vec::len), Some(3), "{several}");
    page.wait_for(&format!("{panels} === 0")).await;

    // What the page shows is what is described.
    let open_all =
        "[...root.querySelectorAll('[data-reveals]')].forEach((button) => button.click());";
    page.run(open_all, vec![]).await;
    page.wait_for(&format!("{panels} >= 7")).await;
    page.wait_for_findings().await;
    let offered: BTreeSet<String> =
        serde_json::from_value(page.value(OFFERED).await).expect("texts");
    let known = described().into_iter().flat_map(|(name, picture, table)| {
        let kinds = [("svg", picture), ("csv", table)];
        kinds
            .into_iter()
            .filter(|(_, has)| *has)
            .map(move |(kind, _)| format!("{name} {kind}"))
    });
    assert_eq!(offered, known.collect::<BTreeSet<_>>());
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

/// Keeps the files that the page makes instead of handing them over.
const KEEP: &str = "window.files = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => { window.files.push(file); return make.call(URL, file); };
    HTMLAnchorElement.prototype.click = () => {};";

async fn pictures_are_those_of_the_buttons(page: &Page) {
    let server = server(&[]);
    open(page, &server, "").await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    page.run(KEEP, vec![]).await;
    for (id, kind, method) in [
        ("map", "svg", "toSVG"),
        ("tornado", "svg", "toSVG"),
        ("forecast", "csv", "toCSV"),
        ("numbers", "csv", "toCSV"),
    ] {
        let press = format!(
            "files.length = 0; [...root.querySelectorAll('[data-export={id}]')].map((place) => place.querySelector('[data-action={kind}]')).find(Boolean).click();"
        );
        page.run(&press, vec![]).await;
        page.wait_for("files.length > 0").await;
        let pressed = "const done = arguments[0]; files[0].text().then(done);";
        let pressed = page.run_until_done(pressed).await;
        // A file of text begins with a mark that a text need not have.
        let asked = call(page, &format!("{method}('{id}')")).await;
        let text = |value: &Value| {
            value
                .as_str()
                .expect("a text")
                .trim_start_matches('\u{feff}')
                .to_owned()
        };
        assert_eq!(text(&asked), text(&pressed), "{id}");
    }

    // Points are as fine as they are asked for.
    let size = "then(async (file) => {
        const view = new DataView(await file.arrayBuffer());
        return [file.type, view.getUint32(0), view.getUint32(16)]; })";
    let wide = page
        .value("root.querySelector('.map figure').getBoundingClientRect().width + 32")
        .await;
    let wide = wide.as_f64().expect("a width");
    for (options, scale) in [("", 2.0), (", { scale: 1 }", 1.0), (", { scale: 3 }", 3.0)] {
        let png = call(page, &format!("toPNG('map'{options}).{size}")).await;
        assert_eq!(
            [&png[0], &png[1]],
            [&json!("image/png"), &json!(0x8950_4e47_u32)]
        );
        let points = png[2].as_f64().expect("a width");
        assert!(
            (points - scale * wide).abs() <= 1.0,
            "{points} for {wide} times {scale}"
        );
    }
    for scale in ["0", "-1", "NaN", "'x'", "1000"] {
        let png = call(page, &format!("toPNG('map', {{ scale: {scale} }})")).await;
        assert!(is_refused(&png), "{scale}: {png}");
    }

    // What is had is of the numbers that have just been set, not of those before.
    let before = call(page, "toCSV('numbers')").await;
    let now = call(page, "restore({ document: { months: 24 } }).then(() => document.getElementById('pipeline-lever').toCSV('numbers'))").await;
    assert_ne!(now, before);
    page.wait_for_findings().await;
    assert_eq!(call(page, "toCSV('numbers')").await, now);
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

/// What the page's own generator says for a place.
async fn generated(page: &Page, place: &str) -> String {
    page.choose("embedding.destination", place).await;
    page.property("#embedding-code", "value").await
}

async fn code_for_other_pages_is_that_of_the_generator(page: &Page) {
    page.visit("").await;
    page.speak("en").await;
    type_number(page, "5").await;
    page.wait_for_findings().await;
    page.run(
        "root.querySelector('[data-action=embedding]').click();",
        vec![],
    )
    .await;
    page.find("#embedding-code").await;
    let mut known = Vec::new();
    for place in Destination::ALL {
        known.push((place.id(), generated(page, place.id()).await));
    }
    let own = page.server.address();

    let server = server(&[]);
    open(page, &server, "").await;
    type_number(page, "5").await;
    for (place, code) in known {
        let asked = call(page, &format!("embedCode('{place}')")).await;
        assert_eq!(asked, code.replace(own, server.address()), "{place}");
    }

    // The element's own looks go along, and another language's words.
    let attributes =
        "lang=lt&theme=dark&hide=bar%20link&cta-url=https%3A%2F%2Fexample.com%2Faudit&cta-label=Go";
    open(page, &server, attributes).await;
    let code = call(page, "embedCode('html')").await;
    let code = code.as_str().expect("a text");
    for part in [
        " lang=\"lt\"",
        " theme=\"dark\"",
        " cta-url=\"https://example.com/audit\"",
        " cta-label=\"Go\"",
        "?lang=lt",
    ] {
        assert!(code.contains(part), "{part} in {code}");
    }
    let hidden = code
        .split(" hide=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let hidden: Option<BTreeSet<&str>> = hidden.map(|hidden| hidden.split(' ').collect());
    assert_eq!(hidden, Some(BTreeSet::from(["bar", "link"])));
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

async fn what_cannot_be_had_is_refused(page: &Page) {
    let server = server(&[]);
    open(page, &server, "").await;
    // Names that nothing has, places that are none, and what a table cannot be.
    for method in [
        "toSVG('nothing')",
        "toCSV('\"] *')",
        "toSVG()",
        "toSVG('numbers')",
        "toPNG('numbers')",
        "toCSV('scenarios')",
        "embedCode('paper')",
    ] {
        let answer = call(page, method).await;
        assert!(is_refused(&answer), "{method}: {answer}");
    }
    // A browser that prints tells of it before; one that may not says nothing.
    page.run("window.print = () => {};", vec![]).await;
    assert!(is_refused(&call(page, "print()").await));
    page.run("window.print = () => ['beforeprint', 'afterprint'].forEach((kind) => dispatchEvent(new Event(kind)));", vec![])
        .await;
    assert_eq!(call(page, "print()").await, json!(null));

    // Where what can be explored does not show, there is nothing to draw; code can still be had.
    for attributes in ["mode=compact", "mode=result", "hide=privacy%20more"] {
        open(page, &server, attributes).await;
        for method in ["toSVG('map')", "toPNG('map')", "toCSV('numbers')"] {
            assert!(
                is_refused(&call(page, method).await),
                "{method} with {attributes}"
            );
        }
        let code = call(page, "embedCode('wordpress')").await;
        assert!(
            code.as_str()
                .is_some_and(|code| code.starts_with("[pipeline_lever")),
            "{code}"
        );
    }
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}
