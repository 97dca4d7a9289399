//! A page that is itself a Yew app, with two calculators in what it draws. It writes down every event that it takes for
//! one on its own elements; `tests/browser/hosts.rs` reads that.

use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

/// So many rows change places with every event, so that Yew moves what it listens on.
const ROWS: usize = 5;

struct Around {
    heard: Vec<&'static str>,
}

impl Component for Around {
    type Message = &'static str;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self { heard: Vec::new() }
    }

    fn update(&mut self, _: &Context<Self>, what: Self::Message) -> bool {
        self.heard.push(what);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let clicked = |what| context.link().callback(move |_: MouseEvent| what);
        let typed = |what| context.link().callback(move |_: InputEvent| what);
        let pressed = |what| context.link().callback(move |_: KeyboardEvent| what);
        let first = self.heard.len() % ROWS;
        let rows = (0..ROWS).map(|row| (row + first) % ROWS);
        html! {
            <main onclick={clicked("click main")}>
                <p id="heard">{ self.heard.join(", ") }</p>
                <p><button id="own" onclick={clicked("click own")}>{ "Our own button" }</button></p>
                <section onclick={clicked("click section")} oninput={typed("input section")} onkeydown={pressed("key section")}>
                    <pipeline-lever id="pipeline-lever" lang="en"></pipeline-lever>
                </section>
                <ul>
                    for row in rows {
                        <li key={row} onclick={clicked("click row")}>
                            <button onclick={clicked("click button of a row")}>{ format!("Row {row}") }</button>
                            if row == 0 {
                                <pipeline-lever id="second" lang="en" mode="result" cta-label="Call us"></pipeline-lever>
                            }
                        </li>
                    }
                </ul>
            </main>
        }
    }
}

fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| document.get_element_by_id("app"));
    let place = place.expect("the page has a place");
    yew::Renderer::<Around>::with_root(place.unchecked_into()).render();
}
