//! What a document may be, and what is said about one that is not.

#[path = "../support/mod.rs"]
mod support;

mod defaults;
mod junk;
mod limits;
mod refusals;
mod round_trips;
