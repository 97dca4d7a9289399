//! Languages whose texts come as files.

use crate::i18n::Locale;
use crate::platform;

/// Calls back once the texts of a language are known, or cannot be had; at once where they are known already.
pub fn with_texts(language: Locale, then: Box<dyn FnOnce()>) {
    if language.is_known() {
        return then();
    }
    platform::load_texts(
        language.tag(),
        Box::new(move |texts| {
            if let Some(texts) = texts {
                language.learn(texts);
            }
            then();
        }),
    );
}
