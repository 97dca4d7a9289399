//! The bar at the top, and what the page has to tell beyond numbers.

use yew::prelude::*;

use crate::i18n::Locale;
use crate::model::Preset;
use crate::share::LinkProblem;
use crate::state::{Action, Notice};
use crate::ui::app::{App, Msg};
use crate::ui::controls::choice::{Entry, choice};

/// The value of the entry that stands for numbers of one's own.
const CHANGED: &str = "-";

impl App {
    pub(in crate::ui) fn bar(&self, context: &Context<Self>) -> Html {
        let words = self.words();
        let texts = &words.texts().page;
        let link = context.link();
        let chosen = self.state().preset.map_or(CHANGED, Preset::id);
        let mut presets: Vec<Entry> = Preset::ALL
            .iter()
            .map(|preset| Entry::new(preset.id(), words.texts().names.preset(*preset)))
            .collect();
        if chosen == CHANGED {
            presets.insert(0, Entry::new(CHANGED, texts.changed));
        }
        let languages = Locale::ALL.map(|locale| Entry {
            lang: Some(locale.tag()),
            ..Entry::new(locale.tag(), locale.own_name())
        });
        let (for_presets, for_languages) = (link.clone(), link.clone());
        html! {
            <header class="bar">
                <p class="bar-name">{ texts.name }</p>
                <div class="bar-tools">
                    { choice("preset", texts.example, "", &presets, chosen, move |id| {
                        if let Some(preset) = Preset::from_id(&id) {
                            for_presets.send_message(Msg::Preset(preset));
                        }
                    }) }
                    <button type="button" data-action="undo" aria-disabled={(self.state().steps_back() == 0).then_some("true")}
                        onclick={link.callback(|_: MouseEvent| Msg::Act(Action::Undo))}>{ texts.undo }</button>
                    <button type="button" data-action="redo" aria-disabled={(self.state().steps_forth() == 0).then_some("true")}
                        onclick={link.callback(|_: MouseEvent| Msg::Act(Action::Redo))}>{ texts.redo }</button>
                    <button type="button" data-action="link"
                        onclick={link.callback(|_: MouseEvent| Msg::CopyLink)}>{ texts.copy_link }</button>
                    { choice("language", texts.language, "", &languages, words.locale.tag(), move |tag| {
                        if let Some(locale) = Locale::from_tag(&tag) {
                            for_languages.send_message(Msg::Language(locale));
                        }
                    }) }
                </div>
            </header>
        }
    }

    /// Notices and the link, under the bar.
    pub(in crate::ui) fn notices(&self, context: &Context<Self>) -> Html {
        let texts = &self.words().texts().page;
        let link = context.link();
        let notice = self.state().notice.as_ref().map(|notice| match notice {
            Notice::BrokenLink(LinkProblem::UnknownVersion) => texts.newer_link,
            Notice::BrokenLink(_) => texts.broken_link,
            Notice::BrokenState(_) => texts.broken_state,
        });
        html! {
            <div class="notices">
                <div role="alert">
                    if let Some(notice) = notice {
                        <p class="notice" data-fact="notice">
                            { notice }
                            <button type="button" data-action="close-notice"
                                onclick={link.callback(|_: MouseEvent| Msg::Act(Action::Notice(None)))}>{ texts.close }</button>
                        </p>
                    }
                </div>
                if let Some(address) = self.asked_link() {
                    <p class="notice">
                        <label for="link">{ if self.link_copied() { texts.link_copied } else { texts.link_by_hand } }</label>
                        <input id="link" ref={self.link_input()} type="text" readonly=true value={address.to_owned()} data-fact="link" />
                        <button type="button" data-action="close-link"
                            onclick={link.callback(|_: MouseEvent| Msg::CloseLink)}>{ texts.close }</button>
                    </p>
                }
            </div>
        }
    }
}
