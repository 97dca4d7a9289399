//! The answer in words, and what it is the answer to.

use yew::prelude::*;

use crate::model::decimal_text;
use crate::ui::app::App;
use crate::ui::controls::opens::opens_sentence;

impl App {
    /// The answer, with the pipeline and the two ways under it, as far as they are drawn.
    pub(in crate::ui) fn main(&self, context: &Context<Self>) -> Html {
        html! {
            <main>
                { self.notices(context) }
                { self.answer_in_words() }
                <div class="columns">
                    { self.pipeline(context) }
                    if self.has_a_way() { { self.ways() } }
                </div>
            </main>
        }
    }

    fn answer_in_words(&self) -> Html {
        let texts = &self.words().texts().page;
        let headline = self.headline();
        let how_sure = self.certainty();
        let how_sure = how_sure.map(|certainty| decimal_text(certainty.fix_wins_in));
        html! {
            <div class="answer">
                <p class="question">{ texts.question }</p>
                <div data-fact="headline" data-value={headline.kind}>
                    <h1 class="headline">{ headline.answer.clone() }</h1>
                    <p class="reason" data-fact="howSure" data-value={how_sure}>
                        { headline.reasons.join(" ") }
                        if let Some(later) = headline.later { <span class="later">{ " " }{ later }</span> }
                    </p>
                </div>
                <p>{ opens_sentence(texts.how, "headline", texts.question) }</p>
                <p class="unseen" role="status" data-fact="announced">{ self.announced() }</p>
                <p class="stale-note" hidden={!self.state().shows_last_valid()} data-fact="lastValid">{ texts.last_valid }</p>
            </div>
        }
    }
}
