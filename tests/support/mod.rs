//! What several test files share.

// Each test file is a crate of its own and uses a part of this.
#![allow(dead_code)]

pub mod arbitrary;
pub mod texts;
