//! The answers, each held against paper, against what must not change them, and against the naive tool.

#[path = "../support/mod.rs"]
mod support;

mod benchmarks;
mod contradictions;
mod fix_or_buy;
mod formula;
mod leaks;
mod tornado;
mod why;
