//! The page that is a single file, opened from a disk: nothing is asked of any server.

use std::fs;
use std::path::Path;

use fantoccini::key::Key;
use pipeline_lever::i18n::Locale;

use crate::page::Page;
use crate::process::Scratch;
use crate::widget::text_box;

in_every_engine!(runs_from_a_disk);

const NEGOTIATION: &str = "stages[2].conversion";

/// Notes the addresses that the page makes, as one would else not know under which a program runs, and what workers say.
const NOTE: &str = "
    window.made = [];
    window.heard = 0;
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
        made.push(createObjectURL.call(URL, blob));
        return made.at(-1);
    };
    window.Worker = class extends Worker {
        constructor(...words) {
            super(...words);
            this.addEventListener('message', () => { heard += 1; });
        }
    };";

/// The file with the observer before all else in it. Answers with its address.
fn observed(folder: &Scratch) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).expect("a text");
    let observer = [NOTE, &read("tests/browser/observe.js")].concat();
    let page = read("dist/pipeline-lever.html");
    let (before, after) = page.split_once("<meta").expect("a page");
    let file = folder.path().join("pipeline-lever.html");
    let page = format!("{before}<script>{observer}</script><meta{after}");
    fs::write(&file, page).expect("a file");
    format!("file://{}", file.display())
}

async fn runs_from_a_disk(page: &Page) {
    let folder = Scratch::new();
    let address = observed(&folder);
    page.go_to(&format!("{address}?first-worker-stops")).await;
    page.wait_for_app().await;
    page.wait_for_trials(1000).await;
    page.wait_for_findings().await;
    // Not of the first one, which stops at once.
    assert_eq!(page.value("heard > 1").await, true);

    for language in Locale::ALL {
        page.speak(language.tag()).await;
        let question = language.catalogue().page.question;
        assert_eq!(page.text(".question").await, question);
    }
    page.speak("en").await;
    page.type_into(&text_box(NEGOTIATION), "5").await;
    page.press(&[Key::Tab]).await;
    let facts = page.facts().await;

    // A link opens the same numbers.
    let link = page.link().await;
    assert!(link.starts_with(&address), "{link}");
    page.leave().await;
    page.go_to(&link).await;
    page.wait_for_app().await;
    page.speak("en").await;
    page.wait_for_text(NEGOTIATION, "5").await;
    page.still_says(&facts).await;
    assert_eq!(page.problems().await, [""; 0]);

    // Programs that have stopped are replaced by others from the same file.
    let stop = "for (const drawn of ['.pl-page', '.explorer']) root.querySelector(drawn).dataset.found = 'nothing';
        const error = Object.assign(new Error('stopped'), { stack: made.join('\\n') });
        window.dispatchEvent(new ErrorEvent('error', { error }));";
    page.run(stop, vec![]).await;
    // The explorer may come sooner than the first screen, over which the waiting is.
    page.wait_for("root.querySelector('.pl-page[data-generation]:not([data-found])')?.closest('.explorer') === null")
        .await;
    page.wait_for_text(NEGOTIATION, "5").await;
    page.still_says(&facts).await;
    assert_eq!(
        page.value("new Set(made).size").await,
        page.value("made.length").await
    );
}
