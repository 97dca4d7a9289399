//! Languages whose texts come as files.

use crate::i18n::Locale;
use crate::platform::Host;

/// Calls back once the first screen's texts of a language are known, or cannot be had; at once where they are known
/// already.
pub(super) fn with_texts(host: &Host, language: Locale, then: Box<dyn FnOnce()>) {
    if language.is_known() {
        return then();
    }
    load(
        host,
        language.tag(),
        move |texts| language.learn(texts),
        then,
    );
}

/// The same with the explorer's texts as well.
pub(super) fn with_all_texts(host: &Host, language: Locale, then: Box<dyn FnOnce()>) {
    let files = host.clone();
    let explorers = move || {
        if language.explorer_is_known() {
            return then();
        }
        let file = ["explorer-", language.tag()].concat();
        let learn = move |texts| language.learn_explorer(texts);
        load(&files, &file, learn, then);
    };
    with_texts(host, language, Box::new(explorers));
}

fn load(host: &Host, file: &str, learn: impl FnOnce(String) + 'static, then: Box<dyn FnOnce()>) {
    host.load_texts(
        file,
        Box::new(move |texts| {
            texts.map(learn);
            then();
        }),
    );
}
