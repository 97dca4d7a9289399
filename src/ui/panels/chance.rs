//! What chance makes of it: the months ahead, the target, and how often chance is played out.

use yew::prelude::*;

use super::forecast::Forecast;
use crate::i18n::{arguments, percent};
use crate::model::{Objective, ViewField};
use crate::ui::app::App;
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::target::Target;
use crate::ui::words::{Unit, Words};

impl App {
    /// The panel; nothing where nobody can play the trials.
    pub(in crate::ui) fn chance(&self, words: Words) -> Html {
        let texts = &words.texts().forecast;
        let objective = self.state().view().objective;
        let unit = match objective {
            Objective::Won => Unit::Plain,
            _ => Unit::Money,
        };
        let reached = self.certainty().and_then(|certainty| {
            let share = certainty.target_reached_in?;
            Some((share, texts.reached(&percent(words.locale, share, 0))))
        });
        let (share, reached) = reached.unzip();
        html! {
            <section class="chance" aria-labelledby="chance-title" hidden={self.forecasted().is_none()}>
                <h2 id="chance-title">{ texts.title }</h2>
                <div class="chance-parts">
                    if let Some((forecasted, is_earlier)) = self.forecasted() {
                        <Forecast {words} {objective} {forecasted} {is_earlier} />
                    }
                    <div class="chance-fields">
                        { self.view_number(words, ViewField::Target, texts.target, unit) }
                        <p class="note" data-fact="targetReached" data-value={share.map(|share| share.to_string())}>{ reached }</p>
                        { self.view_number(words, ViewField::Trials, texts.trials, Unit::Plain) }
                        <p class="note" data-fact="playing">{ self.playing(words) }</p>
                        { self.view_number(words, ViewField::Seed, texts.seed, Unit::Plain) }
                    </div>
                </div>
            </section>
        }
    }

    fn view_number(&self, words: Words, field: ViewField, label: &'static str, unit: Unit) -> Html {
        let value = field.get(self.state().view());
        html! {
            <NumberControl target={Target::View(field)} {words} {unit} {label} {value} dispatch={self.dispatch()} />
        }
    }

    /// How far the trials are, where they take long.
    fn playing(&self, words: Words) -> Option<String> {
        let (played, wanted) = self.progress()?;
        let texts = &words.texts().forecast;
        Some(texts.playing(arguments::forecast::Playing {
            played: &words.whole(played),
            wanted: &words.whole(wanted),
        }))
    }
}
