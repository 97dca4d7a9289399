//! What the visitor has to be told.

use crate::model::Problem;
use crate::share::LinkProblem;

/// Something that went wrong outside of the inputs. What was on screen stays.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The link that the page was opened with cannot be opened.
    BrokenLink(LinkProblem),
    /// What the page around the widget, or its storage, handed over cannot be opened.
    BrokenState(Problem),
}
