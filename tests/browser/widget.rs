//! What the widget on the page offers: its facts, its boxes and sliders, its lists and its link.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::Location;

use pipeline_lever::model::{Document, Month};
use pipeline_lever::share::from_link;
use serde_json::json;

use crate::page::Page;

/// The box of a number or a name, by the field's path in the document.
pub fn text_box(field: &str) -> String {
    format!("[data-field='{field}'] input[type=text]")
}

/// The slider of a number, by the field's path in the document.
pub fn slider(field: &str) -> String {
    format!("[data-field='{field}'] input[type=range]")
}

impl Page {
    /// The exact value of a fact, as text; of one that has none, nothing.
    pub async fn fact_text(&self, fact: &str) -> Option<String> {
        let cell = self.find(&format!("[data-fact='{fact}']")).await;
        cell.attr("data-value").await.expect("an attribute")
    }

    /// The exact value of a fact.
    pub async fn fact(&self, fact: &str) -> f64 {
        let text = self.fact_text(fact).await;
        let value = text.as_deref().map(str::parse);
        value
            .and_then(Result::ok)
            .unwrap_or_else(|| panic!("{fact} is {text:?}"))
    }

    /// All facts with their exact values, as texts, once the trials have been played.
    pub async fn facts(&self) -> BTreeMap<String, String> {
        self.wait_for_results().await;
        self.wait_for_trials(1000).await;
        self.wait_for_findings().await;
        self.wait_for_certainty().await;
        let facts = "Object.fromEntries([...root.querySelectorAll('[data-fact][data-value]')] \
                     .map(({ dataset }) => [dataset.fact, dataset.value]))";
        serde_json::from_value(self.value(facts).await).expect("texts by fact")
    }

    /// Fails unless the facts are those of before, and says which are not.
    #[track_caller]
    pub fn still_says<'a>(
        &'a self,
        before: &'a BTreeMap<String, String>,
    ) -> impl Future<Output = ()> + 'a {
        let caller = Location::caller();
        async move {
            let now = self.facts().await;
            let all: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
            let changed: Vec<_> = all
                .into_iter()
                .map(|fact| (fact, before.get(fact), now.get(fact)))
                .filter(|(_, before, now)| before != now)
                .collect();
            assert!(
                changed.is_empty(),
                "{caller}: fact, before, now: {changed:?}"
            );
        }
    }

    /// Waits until a fact is so much, give or take a share of it.
    pub async fn wait_for_fact(&self, fact: &str, value: f64, share: f64) {
        let shown = format!("Number(root.querySelector(\"[data-fact='{fact}']\")?.dataset.value)");
        let slack = value.abs() * share;
        self.wait_for(&format!("Math.abs({shown} - {value}) <= {slack}"))
            .await;
    }

    /// Waits until the table is of the present numbers, and no search goes on.
    pub async fn wait_for_results(&self) {
        self.wait_for(
            "root?.querySelector('.numbers')?.dataset.generation === root.querySelector('.pl-page').dataset.generation
                && root.querySelector('[data-fact=asManyLeadsAs]').textContent !== ''",
        )
        .await;
    }

    /// Waits until everything that can be explored has been found out for the present numbers.
    pub async fn wait_for_findings(&self) {
        self.wait_for(
            "root?.querySelector('.explorer')?.dataset.found === root.querySelector('.pl-page').dataset.generation",
        )
        .await;
    }

    /// Waits until so many trials of the present numbers have been played.
    pub async fn wait_for_trials(&self, trials: u32) {
        self.wait_for(&format!(
            "(({{ dataset }}) => dataset.value === '{trials}'
                && dataset.generation === root.querySelector('.pl-page').dataset.generation)
                (root.querySelector('[data-fact=forecast]') ?? {{ dataset: {{}} }})"
        ))
        .await;
    }

    /// Waits until the first screen says how sure its answer is.
    pub async fn wait_for_certainty(&self) {
        self.wait_for("root.querySelector('[data-fact=howSure][data-value]')")
            .await;
    }

    /// Waits until a box holds this text.
    pub async fn wait_for_text(&self, field: &str, text: &str) {
        let (selector, text) = (json!(text_box(field)), json!(text));
        self.wait_for(&format!("root.querySelector({selector}).value === {text}"))
            .await;
    }

    /// Chooses an entry of a list, by the list's field and the entry's id.
    pub async fn choose(&self, field: &str, entry: &str) {
        let selector = format!("[data-field='{field}'] select");
        self.find(&selector).await;
        let script = "const select = root.querySelector(arguments[0]); select.value = arguments[1]; \
                      select.dispatchEvent(new Event('change', { bubbles: true })); return select.value;";
        let chosen = self.run(script, vec![json!(selector), json!(entry)]).await;
        assert_eq!(chosen, entry, "{field} has no such entry");
    }

    /// Switches to a language, by its tag.
    pub async fn speak(&self, language: &str) {
        self.choose("language", language).await;
        self.wait_for(&format!(
            "[...root.querySelectorAll('.pl')].every(({{ lang }}) => lang === '{language}')"
        ))
        .await;
    }

    /// Starts from one of the examples, by its id.
    pub async fn start_from(&self, preset: &str) {
        self.choose("preset", preset).await;
        self.wait_for(&format!(
            "!root.querySelector('#preset [value=\"-\"]') && root.querySelector('#preset').value === '{preset}'"
        ))
        .await;
        self.wait_for_results().await;
    }

    /// Chooses both ways of the comparison.
    pub async fn compare(&self, conversion: &str, extra_leads: &str) {
        for (field, text) in [("pair.to", conversion), ("pair.leadsTimes", extra_leads)] {
            self.paste_into(&text_box(field), text).await;
            self.leave_field().await;
            self.wait_for("!root.querySelector('[data-action=choose][aria-disabled]')")
                .await;
        }
    }

    /// Opens the details of every row.
    pub async fn open_all_rows(&self) {
        let closed = "[data-action=more][aria-expanded=false]";
        let script = "root.querySelectorAll(arguments[0]).forEach((button) => button.click());";
        self.run(script, vec![json!(closed)]).await;
        self.wait_for(&format!("!root.querySelector('{closed}')"))
            .await;
    }

    /// Asks for the link with the page's own button and reads its address.
    pub async fn link(&self) -> String {
        self.run("root.querySelector('[data-action=link]').click();", vec![])
            .await;
        self.property("[data-fact=link]", "value").await
    }

    /// The document as the page passes it on.
    pub async fn document(&self) -> Document {
        let link = self.link().await;
        let (_, link) = link.split_once("#s=").expect("a link");
        let january = Month::parse("2026-01").expect("a month");
        from_link(link, january).expect("a good link").document
    }

    /// Waits until this is said about the text of a box, by the element that describes the box.
    pub async fn wait_for_message(&self, field: &str, message: &str) {
        let selector = json!(text_box(field));
        let said = format!(
            "root.getElementById(root.querySelector({selector}).getAttribute('aria-describedby')).textContent"
        );
        let message = json!(message.replace('\u{a0}', " "));
        self.wait_for(&format!(
            "{said}.trim().replaceAll('\\u00a0', ' ') === {message}"
        ))
        .await;
    }

    /// Waits until a box is called invalid, or is not.
    pub async fn wait_for_invalid(&self, field: &str, invalid: bool) {
        let selector = json!(text_box(field));
        self.wait_for(&format!(
            "(root.querySelector({selector}).getAttribute('aria-invalid') === 'true') === {invalid}"
        ))
        .await;
    }
}
