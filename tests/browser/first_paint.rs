//! What is shown before the program is there: the default case, as it was drawn when the page was built.

use std::fs;
use std::path::{Path, PathBuf};

use pipeline_lever::i18n::arguments::headline::AsManyLeads;
use pipeline_lever::i18n::{Locale, money, month_year, number, percent_auto, quoted, significant};
use pipeline_lever::insights::{Comparison, Equivalent};
use pipeline_lever::model::{Document, Month, Preset, View};
use pipeline_lever::runner::Runner;
use pipeline_lever::share::{Shared, to_link};
use serde_json::{Value, json};

use crate::driver::Engine;
use crate::page::Page;
use crate::server::Server;

in_every_engine!(
    the_answer_is_there_before_the_program,
    only_the_default_case_is_shown_first,
    what_is_explored_comes_when_it_is_near,
);

/// What is shown first is inert, and busy until all of it is shown.
const SHOWN: &str = "root?.querySelector('.pl[inert]:not([aria-busy]) .headline')";

/// The default case in a language, from this month on, and its answer.
fn default_case(locale: Locale, start: Month) -> (Document, Comparison) {
    let names = locale.catalogue().names.of(Preset::Talk);
    let document = Preset::Talk.document(&names, start, locale.default_currency());
    let answer = Runner::default().answer(&document, &View::default());
    (document, answer.comparison)
}

/// The answer in words, and the numbers of the two ways, as the page has to say them.
fn texts(locale: Locale, document: &Document, found: &Comparison) -> Vec<String> {
    let stage = document.stages.get(found.pair.stage).expect("a stage");
    let Equivalent::Leads(leads) = found.as_many_leads_as else {
        panic!("{:?} leads", found.as_many_leads_as);
    };
    let said = |value: f64| money(locale, document.currency, value);
    let answer = locale.catalogue().headline.as_many_leads(AsManyLeads {
        stage: &quoted(locale, &stage.name),
        from: &percent_auto(locale, stage.conversion.middle()),
        to: &percent_auto(locale, found.pair.to.get()),
        leads: &number(locale, leads.extra_per_month, 0),
        worth: &said(found.worth_up_to_per_month),
    });
    let of_ways = [&found.fix, &found.leads].into_iter().flat_map(|way| {
        [
            significant(locale, way.won_per_month, 3),
            said(way.bookings_per_month),
            said(way.cost_per_month),
        ]
    });
    [answer].into_iter().chain(of_ways).collect()
}

/// What is shown first in a language, in a year that is shorter or longer.
fn drawing(locale: Locale, start: Month, february: u32) -> String {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let folders = fs::read_dir(dist).expect("the built page").flatten();
    let mut folders = folders.map(|entry| entry.path());
    let is_first = |path: &PathBuf| path.to_string_lossy().contains("/first-");
    let folder = folders.find(is_first).expect("a folder of drawings");
    let name = format!("{}-{}-{february}.txt", locale.tag(), start.number());
    fs::read_to_string(folder.join(name)).expect("a drawing")
}

#[test]
fn what_is_drawn_beforehand_says_what_the_native_run_says() {
    for locale in Locale::ALL {
        // Without a leap day in the months ahead, and with one.
        for at in 2022 * 12..2024 * 12 {
            let start = Month::new(at / 12, u32::try_from(at % 12 + 1).expect("small"));
            let start = start.expect("a month");
            let to_february = if start.number() > 2 { 14 } else { 2 } - start.number();
            let markup = drawing(locale, start, start.plus(to_february).days());
            let (document, found) = default_case(locale, start);
            for text in texts(locale, &document, &found) {
                let said = format!(">{text}<");
                assert!(markup.contains(&said), "{said} from {start} in {locale:?}");
            }
            for way in [&found.fix, &found.leads] {
                let later = way.first_effect.expect("an effect");
                let month = start.plus(u32::try_from(later).expect("a few months"));
                let said = month_year(locale, month.year(), month.number());
                let years = month.year() - start.year();
                let said = said.replace(&month.year().to_string(), &format!("{{{years}}}"));
                let said = format!(">{said}<");
                assert!(markup.contains(&said), "{said} from {start} in {locale:?}");
            }
            assert!(!markup.contains("NaN"));
            assert!(markup.starts_with("<div ") && markup.contains(" inert"));
        }
    }
}

/// Where everything is whose place a visitor may have in view, by what it is and its number among those.
const PLACES: &str = "Object.fromEntries([...root.querySelectorAll('h1, h2, h3, h4, .question, .how, select, button, .row, .row-number, .bar-chart, .note, .slider, .box, .affix, .tag, .way, dt, .fact-number, .difference, footer')]
    .filter((element) => !element.closest('.explorer') && element.getClientRects().length > 0)
    .map((element, at) => { const { x, y, width, height } = element.getBoundingClientRect();
        return [`${at} ${element.className || element.localName}`, [x, y + scrollY, width, height]]; }))";

/// Adds up how far what is in sight has been moved without anybody's doing.
const WATCH: &str = "window.jumps = [];
    new PerformanceObserver((list) => list.getEntries().forEach((jump) => jumps.push(
        [jump.value, ...jump.sources.map(({ node, previousRect, currentRect }) => `${node?.className ?? node?.localName} ${previousRect.y} ${currentRect.y}`)])))
        .observe({ type: 'layout-shift', buffered: true });";

/// Opens the page in a language, up to where the program would come.
async fn open_held(page: &Page, language: Locale) {
    page.run_until_done("const done = arguments[0]; fetch('__hold').then(() => done());")
        .await;
    let script = "history.replaceState({ pipelineLever: arguments[0] }, '');";
    page.run(script, vec![json!(language.tag())]).await;
    page.client().refresh().await.expect("the page again");
    page.wait_for(SHOWN).await;
}

async fn release(page: &Page) {
    page.run_until_done("const done = arguments[0]; fetch('__release').then(() => done());")
        .await;
    page.wait_for_app().await;
}

async fn shown(page: &Page) -> Value {
    page.value("[...root.querySelectorAll('.headline, .row-number, .fact-number, .fact-text, .note, .difference')].filter((element) => !element.closest('.explorer')).map(({ textContent }) => textContent)")
        .await
}

async fn the_answer_is_there_before_the_program(page: &Page) {
    if page.engine == Engine::WebKit {
        // Its driver waits for all of a page, so it sees nothing while a file is held back.
        return;
    }
    let server = Server::of("dist", &["--hold", "/app-"]);
    page.go_to(server.address()).await;
    page.wait_for("root").await;
    for language in Locale::ALL {
        open_held(page, language).await;
        let before = shown(page).await;
        release(page).await;
        page.wait_for_trials(1000).await;
        assert_eq!(shown(page).await, before, "{language:?}");
        assert_eq!(page.count("[inert]").await, 0);
        let asked = page.value("window.observedQuestions").await;
        assert_eq!(asked, json!([language.catalogue().page.question]));
    }
    for width in [1280, 768, 360] {
        page.set_viewport(width, 900).await;
        for language in [Locale::En, Locale::Ka] {
            nothing_jumps(page, language).await;
        }
    }
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}

/// Everything stays where it is while the program comes, with its trials and its explorer, and so does the visitor.
async fn nothing_jumps(page: &Page, language: Locale) {
    open_held(page, language).await;
    if page.engine == Engine::Chromium {
        page.run(WATCH, vec![]).await;
    }
    page.run("scrollTo(0, 150);", vec![]).await;
    let scrolled = page.value("scrollY").await;
    let before = page.value(PLACES).await;
    // What would be pressed or typed before it can be taken is not lost, as nothing can be.
    let script = "const [input] = root.querySelectorAll('input[inputmode], .box input'); input.focus(); return root.activeElement;";
    assert_eq!(page.run(script, vec![]).await, json!(null));
    release(page).await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    page.wait_for_paint().await;
    let after = page.value(PLACES).await;
    for (what, place) in before.as_object().expect("places") {
        assert_eq!(after[what], *place, "{what} in {language:?}");
    }
    assert_eq!(page.value("scrollY").await, scrolled);
    if page.engine == Engine::Chromium {
        assert_eq!(page.value("jumps").await, json!([]), "{language:?}");
    }
}

/// On a small screen the program of what is explored starts when a visitor comes near, or opens a number.
async fn what_is_explored_comes_when_it_is_near(page: &Page) {
    page.set_viewport(360, 500).await;
    for opens in [true, false] {
        page.visit("?comes-when-near").await;
        page.wait_for("root.querySelector('[data-fact=howSure][data-value]')")
            .await;
        // Its files are there, so that nothing is asked for later.
        let files = "performance.getEntriesByType('resource').filter(({ name, responseEnd }) => name.includes('/explorer-') && !name.endsWith('.txt') && responseEnd > 0).length";
        page.wait_for(&format!("{files} === 2")).await;
        page.wait_for_paint().await;
        assert_eq!(page.count(".explorer").await, 0);
        if opens {
            page.click("[data-opens=headline]").await;
            page.find("dialog[open]").await;
        } else {
            page.run(
                "scrollTo(0, document.documentElement.scrollHeight);",
                vec![],
            )
            .await;
            page.wait_for_findings().await;
        }
    }
    assert_eq!(page.problems().await, [""; 0]);
}

async fn only_the_default_case_is_shown_first(page: &Page) {
    let server = Server::start();
    page.go_to(server.address()).await;
    page.wait_for_app().await;
    let firsts = || {
        let requests = server.requests();
        requests
            .iter()
            .filter(|line| line.contains("/first-"))
            .count()
    };
    assert_eq!(firsts(), 1);

    // Another state in the history, which is there again after a reload, and one in a link.
    page.start_from("firm").await;
    page.client().refresh().await.expect("the page again");
    page.wait_for_app().await;
    assert_eq!(page.property("#preset", "value").await, "firm");
    let (document, _) = default_case(Locale::En, Month::default());
    let view = View::default();
    let link = to_link(&Shared { document, view });
    page.leave().await;
    page.go_to(&format!("{}#s={link}", server.address())).await;
    page.wait_for_app().await;
    assert_eq!(firsts(), 1);
    assert_eq!(page.value("window.observedProblems").await, json!([]));
}
