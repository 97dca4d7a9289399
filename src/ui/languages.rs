//! Languages whose texts come as files.

use crate::i18n::Locale;
use crate::platform;

/// Calls back once the first screen's texts of a language are known, or cannot be had; at once where they are known
/// already.
pub fn with_texts(language: Locale, then: Box<dyn FnOnce()>) {
    if language.is_known() {
        return then();
    }
    load(
        language.tag().to_owned(),
        move |texts| {
            language.learn(texts);
        },
        then,
    );
}

/// The same with the explorer's texts as well.
pub(super) fn with_all_texts(language: Locale, then: Box<dyn FnOnce()>) {
    let explorers = move || {
        if language.explorer_is_known() {
            return then();
        }
        let file = ["explorer-", language.tag()].concat();
        load(file, move |texts| language.learn_explorer(texts), then);
    };
    with_texts(language, Box::new(explorers));
}

fn load(file: String, learn: impl FnOnce(String) + 'static, then: Box<dyn FnOnce()>) {
    platform::load_texts(
        &file,
        Box::new(move |texts| {
            texts.map(learn);
            then();
        }),
    );
}
