//! What the page looks like, held against how it looked: pictures and key screens in four themes and three widths.
//!
//! The references are in `tests/visual`, a sheet for each theme and width with its parts under each other, at half
//! size. `make looks` renews them; what differs is written to `target/looks`, three pictures side by side: the
//! reference, what is there, and where they differ. Only Chromium is asked, as each engine draws in its own way.

use std::path::{Path, PathBuf};
use std::{env, fs};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use pipeline_lever::model::Month;
use pipeline_lever::share::{Shared, to_link};
use serde_json::{Map, Value, json};

use crate::cdp;
use crate::driver::Engine;
use crate::figures::report;
use crate::page::{self, Page};
use crate::process::target_folder;

const WIDTHS: [u32; 3] = [320, 768, 1280];
const HEIGHT: u32 = 900;
/// A screenshot is taken in slices of this height: taller ones Chromium does not draw.
const SLICE: u32 = 4000;

/// The fonts that the page is given; both come with the set-up.
const FONTS: &str = "'Noto Sans', 'Noto Sans Georgian', sans-serif";
/// How much wider or narrower a line may be before its font is another one.
const SAME_FONT: f64 = 0.003;

/// What may differ: of the cells of a part, which are 8 × 8 pixels of the page, one in a hundred may differ by more
/// than 12 of 255 in the mean of a channel, and a part may be 4 pixels larger or smaller. Letters that another
/// version draws a little heavier stay below that; a colour, a line or a word that has changed does not.
const TOLERANCE: &str = r#"{ "scale": 2, "cell": 4, "levels": 12, "share": 0.01, "size": 2 }"#;

/// The parts that are looked at, in the page's own pixels: the first screen, some panels, and every picture.
const PARTS: &str = "
    const parts = [['first screen', root.querySelector('.pl-page')], ['panels', root.querySelector('.panels')]];
    for (const name of ['flips', 'checks']) parts.push([name, root.querySelector(`.explorer .${name}`)]);
    for (const figure of root.querySelectorAll('.explorer figure')) {
        const section = figure.closest('section');
        const name = section.dataset.panel ?? section.className;
        const before = parts.filter(([other]) => other.startsWith(`picture of ${name} `)).length;
        parts.push([`picture of ${name} ${before + 1}`, figure]);
    }
    return parts.filter(([, part]) => part).map(([name, part]) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        const [left, top] = [Math.max(0, Math.round(x - 4)), Math.round(y + scrollY - 4)];
        return { name, x: left, y: top, width: Math.round(Math.min(width + 8, innerWidth - left)), height: Math.round(height + 8) };
    });";

/// A theme: its name, and what a visitor prefers who has it.
struct Theme {
    name: &'static str,
    prefers: &'static [(&'static str, &'static str)],
}

#[test]
fn light() {
    it_looks_as_it_looked("light", &[]);
}

#[test]
fn dark() {
    it_looks_as_it_looked("dark", &[("prefers-color-scheme", "dark")]);
}

#[test]
fn contrast() {
    it_looks_as_it_looked("contrast", &[("prefers-contrast", "more")]);
}

#[test]
fn forced() {
    it_looks_as_it_looked("forced", &[("forced-colors", "active")]);
}

fn it_looks_as_it_looked(name: &'static str, prefers: &'static [(&'static str, &'static str)]) {
    let theme = Theme { name, prefers };
    page::run(Engine::Chromium, async |page: &Page| {
        theme.is_kept(page).await
    });
}

impl Theme {
    async fn is_kept(&self, page: &Page) {
        page.visit(&format!("#s={}", to_link(&shown()))).await;
        page.speak("en").await;
        let fonts = format!(
            "document.querySelector('#pipeline-lever').style.setProperty('--pl-font', \"{FONTS}\")"
        );
        page.run(&fonts, vec![]).await;
        page.wait_for_trials(1000).await;
        page.wait_for_findings().await;
        let here = surroundings(page).await;
        if env::var_os("RENEW_LOOKS").is_some() {
            self.renew(page, &here).await;
        } else if same_fonts(&self.known()["surroundings"]["fonts"], &here["fonts"]) {
            self.compare(page, &here).await;
        } else {
            report(&format!(
                "looks, {}: LEFT OUT, the references were made with other fonts: {} and not {}",
                self.name,
                self.known()["surroundings"]["fonts"],
                here["fonts"]
            ));
        }
    }

    /// Takes what is there for the reference.
    async fn renew(&self, page: &Page, here: &Value) {
        let mut sheets = Map::new();
        for width in WIDTHS {
            let shot = Shot::take(page, self.prefers, width).await;
            let answer = shot.compared(page, None).await;
            fs::write(self.file(&format!("-{width}.png")), image(&answer["sheet"]))
                .expect("a file for the references");
            sheets.insert(width.to_string(), answer["parts"].clone());
        }
        let known = json!({ "surroundings": here, "sheets": sheets });
        fs::write(self.file(".json"), format!("{known}\n")).expect("a file for the parts");
    }

    async fn compare(&self, page: &Page, here: &Value) {
        let known = self.known();
        let mut wrong = Vec::new();
        for width in WIDTHS {
            let reference = self.reference(&known, width);
            let shot = Shot::take(page, self.prefers, width).await;
            let answer = shot.compared(page, Some(&reference)).await;
            wrong.extend(told(&format!("{}-{width}", self.name), &answer));
            if self.name == "light" && width == 320 {
                notices_another_accent(page, &reference).await;
            }
        }
        assert!(
            wrong.is_empty(),
            "{wrong:#?}\nsee target/looks; if all of that is meant, run: make looks\n\
             references: {}, here: {here}",
            known["surroundings"]
        );
        assert_eq!(page.problems().await, [""; 0]);
    }

    /// What is known of the references.
    fn known(&self) -> Value {
        let text = fs::read_to_string(self.file(".json")).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// The references at a width, and where each is on its sheet.
    fn reference(&self, known: &Value, width: u32) -> (String, Value) {
        let sheet = fs::read(self.file(&format!("-{width}.png")));
        let sheet = BASE64_STANDARD.encode(sheet.expect("references: run make looks"));
        (sheet, known["sheets"][width.to_string()].clone())
    }

    fn file(&self, rest: &str) -> PathBuf {
        folder().join([self.name, rest].concat())
    }
}

/// The comparison is not blind: with another accent it finds the parts that show it.
async fn notices_another_accent(page: &Page, reference: &(String, Value)) {
    let accent = |value: &str| {
        format!(
            "document.querySelector('#pipeline-lever').style.setProperty('--pl-accent', '{value}')"
        )
    };
    page.run(&accent("#b00060"), vec![]).await;
    let shot = Shot::take(page, &[], 320).await;
    let answer = shot.compared(page, Some(reference)).await;
    let found = answer["found"].as_array().expect("what differs");
    assert!(
        found.iter().any(|part| part["name"] == "first screen"),
        "{found:?}"
    );
    page.run(&accent(""), vec![]).await;
}

/// What is looked at: nothing of it depends on the day, and all panels are open.
fn shown() -> Shared {
    let text = fs::read(folder().join("shown.json")).expect("a document");
    let january = Month::parse("2026-01").expect("a month");
    Shared::read(&text, january).expect("a document that can be read")
}

/// What the page looks like at a width in a theme.
struct Shot {
    slices: Vec<Value>,
    parts: Value,
}

impl Shot {
    async fn take(page: &Page, features: &[(&str, &str)], width: u32) -> Self {
        let features = features
            .iter()
            .chain(&[("prefers-reduced-motion", "reduce")]);
        let features: Vec<Value> = features
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let wanted = json!({ "features": features });
        cdp::send(page.client(), "Emulation.setEmulatedMedia", wanted).await;
        // A page with scrollbars would be narrower than its picture.
        let hidden = json!({ "hidden": true });
        cdp::send(page.client(), "Emulation.setScrollbarsHidden", hidden).await;
        page.set_viewport(width, HEIGHT).await;
        // What stays in sight lies over one part or another, as the window happens to be.
        let away = "root.querySelector('.way-back').style.visibility = 'hidden';";
        page.run(away, vec![]).await;
        page.wait_for_paint().await;
        let parts = page.run(PARTS, vec![]).await;
        let height = page.value("document.documentElement.scrollHeight").await;
        let height = u32::try_from(height.as_u64().expect("a height")).expect("a height");
        let mut slices = Vec::new();
        for y in (0..height).step_by(SLICE as usize) {
            let clip = json!({ "x": 0, "y": y, "width": width, "height": SLICE.min(height - y), "scale": 1 });
            let wanted =
                json!({ "clip": clip, "captureBeyondViewport": true, "optimizeForSpeed": true });
            let shot = cdp::send(page.client(), "Page.captureScreenshot", wanted).await;
            slices.push(shot["data"].clone());
        }
        Self { slices, parts }
    }

    /// The parts as a sheet, and what differs from the reference.
    async fn compared(&self, page: &Page, reference: Option<&(String, Value)>) -> Value {
        let tolerance: Value = serde_json::from_str(TOLERANCE).expect("a tolerance");
        let (sheet, parts) = match reference {
            Some((sheet, parts)) => (json!(sheet), parts.clone()),
            None => (json!(null), json!([])),
        };
        let arguments = vec![
            json!(self.slices),
            self.parts.clone(),
            sheet,
            parts,
            tolerance,
        ];
        let answer = page
            .client()
            .execute_async(include_str!("looks.js"), arguments)
            .await
            .expect("a comparison");
        assert!(answer["failed"].is_null(), "{}", answer["failed"]);
        answer
    }
}

/// What is wrong with a sheet, in words; its pictures are written to a folder.
fn told(sheet: &str, answer: &Value) -> Vec<String> {
    let found = answer["found"].as_array().expect("what differs");
    let words = found.iter().map(|part| {
        let (name, problem) = (&part["name"], &part["problem"]);
        let (name, problem) = (
            name.as_str().expect("a name"),
            problem.as_str().expect("words"),
        );
        if !part["picture"].is_null() {
            let file = format!("{sheet}-{}.png", name.replace(' ', "-"));
            fs::write(target_folder("looks").join(file), image(&part["picture"])).expect("a file");
        }
        format!("{sheet}, {name}: {problem}")
    });
    words.collect()
}

/// The browser's version, and how wide it sets a line in each script.
async fn surroundings(page: &Page) -> Value {
    let script = "const context = new OffscreenCanvas(1, 1).getContext('2d');
        context.font = `100px ${arguments[0]}`;
        const width = (text) => Math.round(context.measureText(text).width);
        return {
            chromium: navigator.userAgent.match(/Chrome\\/(\\d+)/)[1],
            fonts: [width('Pipeline Lever 0123456789 %'), width('გაყიდვების პროცესი ₾'), width('Воронка продаж ₽')],
        };";
    page.run(script, vec![json!(FONTS)]).await
}

fn same_fonts(known: &Value, here: &Value) -> bool {
    let widths = |fonts: &Value| -> Vec<f64> {
        let widths = fonts.as_array().into_iter().flatten();
        widths.filter_map(Value::as_f64).collect()
    };
    let (known, here) = (widths(known), widths(here));
    known.len() == here.len()
        && known
            .iter()
            .zip(&here)
            .all(|(known, here)| (known - here).abs() <= known * SAME_FONT)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/visual")
}

fn image(base64: &Value) -> Vec<u8> {
    let text = base64.as_str().expect("an image");
    BASE64_STANDARD.decode(text).expect("base64")
}
