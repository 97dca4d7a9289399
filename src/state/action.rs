//! What can happen, as plain data.

use super::notice::Notice;
use crate::model::{
    BillingKind, Currency, Field, Month, Objective, Opening, Pair, Preset, Spread, View, ViewField,
    WaitingOrder,
};
use crate::share::Shared;

/// Whether a movement of the hand goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// More of the same is to come; all of it is one step to undo.
    Moving,
    /// It is over.
    Done,
}

/// Something that happens to what the app knows. Stages and channels are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Puts a number, an interval or evidence into a field, or switches it off. What the field refuses
    /// marks it as invalid.
    SetNumber {
        /// Which.
        field: Field,
        /// The number, however sure; nothing switches an optional one off.
        value: Option<Spread>,
        /// Whether the hand still moves.
        gesture: Gesture,
    },
    /// Puts a number into a field of the view, or switches it off. One that it refuses changes nothing.
    SetViewNumber {
        /// Which.
        field: ViewField,
        /// The number; nothing switches an optional one off.
        value: Option<f64>,
        /// Whether the hand still moves.
        gesture: Gesture,
    },
    /// The text in a field's input is not a number.
    Reject(Field),
    /// Names a stage.
    RenameStage(usize, String),
    /// Names a channel.
    RenameChannel(usize, String),
    /// Names the document.
    SetTitle(String),
    /// Puts in a stage that lets everything through at once, until its numbers are set.
    InsertStage {
        /// Its place.
        at: usize,
        /// Its name.
        name: String,
    },
    /// Takes a stage out.
    RemoveStage(usize),
    /// Moves a stage.
    MoveStage {
        /// Where it is.
        from: usize,
        /// Where it will be.
        to: usize,
    },
    /// Adds a channel that brings nothing, until its numbers are set.
    AddChannel {
        /// Its name.
        name: String,
    },
    /// Takes a channel out.
    RemoveChannel(usize),
    /// Changes who is next in a stage's line.
    SetWaitingOrder(usize, WaitingOrder),
    /// Changes what is in the pipeline on the first day.
    SetOpening(Opening),
    /// Changes the currency.
    SetCurrency(Currency),
    /// Changes the first month.
    SetStart(Month),
    /// Changes how deals are paid.
    SetBillingKind(BillingKind),
    /// Changes what is to be raised.
    SetObjective(Objective),
    /// Holds a stage against a published range, by its id, or against none.
    SetBenchmark(usize, Option<String>),
    /// Chooses what is compared.
    SetPair {
        /// The pair; nothing leaves it to the answers.
        pair: Option<Pair>,
        /// Whether the hand still moves.
        gesture: Gesture,
    },
    /// Changes what is looked at, in one step.
    SetView(Box<View>),
    /// Opens a document with its view in place of the present one.
    Open {
        /// What to open.
        shared: Box<Shared>,
        /// The preset that it is.
        preset: Option<Preset>,
    },
    /// Puts in a document and a view that were changed elsewhere, a hand's movement at a time.
    Replace {
        /// What is there now.
        shared: Box<Shared>,
        /// Whether the hand still moves.
        gesture: Gesture,
    },
    /// Takes the last step back.
    Undo,
    /// Takes the step that was taken back again.
    Redo,
    /// Tells the visitor something, or nothing any more.
    Notice(Option<Notice>),
}

impl Action {
    /// Whether the hand still moves.
    #[must_use]
    pub const fn gesture(&self) -> Gesture {
        match self {
            Self::SetNumber { gesture, .. }
            | Self::SetViewNumber { gesture, .. }
            | Self::SetPair { gesture, .. }
            | Self::Replace { gesture, .. } => *gesture,
            _ => Gesture::Done,
        }
    }
}
