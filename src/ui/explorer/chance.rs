//! What chance makes of it: the months ahead, the target, and how often chance is played out.

use super::forecast::Forecast;
use super::*;
use crate::i18n::explorer::arguments;
use crate::i18n::percent;
use crate::model::{Objective, ViewField};
use crate::ui::charts::input_curve::Shown;
use crate::ui::controls::choice::{Entry, choice};
use crate::ui::controls::number_control::NumberControl;
use crate::ui::controls::opens::opens_sentence;
use crate::ui::controls::target::Target;
use crate::ui::words::Unit;

/// How often chance may be played out by choice.
const TRIALS: [u32; 4] = [100, 1000, 10_000, 100_000];

impl Explorer {
    /// The panel; hidden until the trials say something.
    pub(super) fn chance(&self, state: &State, words: Words) -> Html {
        let texts = &words.explorer().forecast;
        let objective = state.view().objective;
        let forecast = state.forecasted.as_ref().map(|forecasted| {
            let is_earlier = forecasted.generation.to_bits() != state.generation.to_bits();
            html! { <Forecast {words} {objective} forecasted={forecasted.clone()} {is_earlier} /> }
        });
        html! {
            <section class="chance" aria-labelledby="chance-title" hidden={forecast.is_none()}>
                <h2 id="chance-title">{ texts.title }</h2>
                <div class="chance-parts">
                    { forecast.unwrap_or_default() }
                    <div class="chance-fields">
                        { self.target(state, words) }
                        { self.trials(state, words) }
                        { self.seed(state, words) }
                    </div>
                </div>
            </section>
        }
    }

    fn target(&self, state: &State, words: Words) -> Html {
        let texts = &words.explorer().forecast;
        let unit = match state.view().objective {
            Objective::Won => Unit::Plain,
            _ => Unit::Money,
        };
        let share = state
            .certainty()
            .and_then(|certainty| certainty.target_reached_in);
        let reached = share.map(|share| {
            let how = opens_sentence(words.texts().page.how, "targetReached", texts.target);
            html! { <>{ texts.reached(&percent(words.locale, share, 0)) }{ " " }{ how }</> }
        });
        let value = ViewField::Target.get(state.view());
        html! {
            <>
                <NumberControl target={Target::View(ViewField::Target)} {words} {unit} label={texts.target} {value}
                    range={state.target} curve={state.chances()} present={state.present_chance()} curve_shows={Shown::Chance(texts.chance)}
                    dispatch={self.dispatch.clone()} />
                <p class="note" data-fact="targetReached" data-value={share.map(|share| share.to_string())}>{ for reached }</p>
            </>
        }
    }

    fn trials(&self, state: &State, words: Words) -> Html {
        let texts = &words.explorer().forecast;
        let trials = state.view().trials.whole();
        let mut offered: Vec<u32> = TRIALS.into();
        if !offered.contains(&trials) {
            offered.push(trials);
            offered.sort_unstable();
        }
        let entries: Vec<Entry> = offered
            .into_iter()
            .map(|trials| Entry::new(trials.to_string(), words.whole(f64::from(trials))))
            .collect();
        let dispatch = self.dispatch.clone();
        let choose = move |trials: String| {
            dispatch.emit(set(ViewField::Trials, trials.parse().ok()));
        };
        html! {
            <>
                { choice("view.trials", texts.trials, "", &entries, &trials.to_string(), choose) }
                <p class="note" data-fact="playing">{ playing(state, words) }</p>
            </>
        }
    }

    /// The seed, and a way to have chance played out with another one.
    fn seed(&self, state: &State, words: Words) -> Html {
        let texts = &words.explorer().forecast;
        let seed = state.view().seed.get();
        let dispatch = self.dispatch.clone();
        let again = move |_: MouseEvent| dispatch.emit(set(ViewField::Seed, Some(seed + 1.0)));
        html! {
            <p class="seed">
                <span data-fact="seed" data-value={seed.to_string()}>{ texts.seed(&words.whole(seed)) }</span>
                { " " }
                <button type="button" data-action="again" onclick={again}>{ texts.again }</button>
            </p>
        }
    }
}

fn set(field: ViewField, value: Option<f64>) -> Action {
    let gesture = Gesture::Done;
    Action::SetViewNumber {
        field,
        value,
        gesture,
    }
}

/// How far the trials are, where they take long.
fn playing(state: &State, words: Words) -> Option<String> {
    let (played, wanted) = state.progress?;
    let texts = &words.explorer().forecast;
    Some(texts.playing(arguments::forecast::Playing {
        played: &words.whole(played),
        wanted: &words.whole(wanted),
    }))
}
