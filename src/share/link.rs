//! A link's text: the version, a point, and the brief JSON in the letters that a URL leaves alone.
//!
//! It is not compressed: the text of six stages and three scenarios is short enough without.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::Shared;
use crate::model::{Month, Problem};

/// The version of the links that are written.
const VERSION: &str = "1";

/// Why a link's text cannot be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// It does not begin like a link of ours: a number and a point.
    NotALink,
    /// A link of a version that this code does not know; a newer page may.
    UnknownVersion,
    /// What follows the point is damaged: not base64url.
    NotBase64,
    /// It holds something else than a document.
    Document(Problem),
}

/// The text to put into a link's fragment. It opens with the same document and view everywhere.
#[must_use]
pub fn to_link(shared: &Shared) -> String {
    let mut link = format!("{VERSION}.");
    URL_SAFE_NO_PAD.encode_string(shared.to_brief_json(), &mut link);
    link
}

/// Opens what [`to_link`] of this or an older version wrote. `this_month` is when the document starts if
/// the link does not say, which only those made by hand do not.
///
/// # Errors
/// When the text is no link, or does not hold a document.
pub fn from_link(link: &str, this_month: Month) -> Result<Shared, LinkProblem> {
    let (version, text) = link.split_once('.').ok_or(LinkProblem::NotALink)?;
    if version.is_empty() || !version.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LinkProblem::NotALink);
    }
    // With version 2, "1" gets an arm of its own that brings the JSON of version 1 to version 2, and so on:
    // each step knows two versions, and old links take all the steps.
    match version {
        VERSION => {
            let json = URL_SAFE_NO_PAD
                .decode(text)
                .map_err(|_| LinkProblem::NotBase64)?;
            Shared::read(&json, this_month).map_err(LinkProblem::Document)
        }
        _ => Err(LinkProblem::UnknownVersion),
    }
}
