//! The answers, each held against paper, against what must not change them, and against the naive tool.

#[path = "../support/mod.rs"]
mod support;

mod benchmarks;
mod budget;
mod contradictions;
mod customer_value;
mod fix_or_buy;
mod formula;
mod goal;
mod leaks;
mod open_pipeline;
mod payback;
mod planned;
mod scenarios;
mod shorter_cycle;
mod steps;
mod time_to_revenue;
mod tornado;
mod why;
