//! The `simulate` command as its users meet it.

mod support;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use pipeline_lever::model::Node;

const SMALL: &str = r#"{"version":1,"start":"2026-01","months":1,"opening":"empty","channels":[{"leadsPerMonth":100}],
    "stages":[{"conversion":0.5}],"deal":{"size":10},
    "scenarios":[{"name":"Better","levers":[{"kind":"conversion","stage":0,"to":0.6}]}]}"#;

fn simulate(input: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_simulate"))
        .arg("-")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("simulate starts");
    // A refusal may come before all is read.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("simulate ends")
}

fn answer(arguments: &[&str]) -> Node {
    let output = simulate(SMALL.as_bytes(), arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Node::parse(&output.stdout).expect("JSON")
}

fn number(node: &Node, path: &[&str]) -> f64 {
    let found = path.iter().try_fold(node, |node, key| node.get(key));
    match found {
        Some(Node::Number(number)) => *number,
        other => panic!("{path:?} is {other:?}"),
    }
}

fn refusal(input: &[u8], arguments: &[&str]) -> String {
    let output = simulate(input, arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("text")
}

#[test]
fn the_baseline_and_a_scenario_are_computed() {
    support::close(
        number(&answer(&[]), &["expected", "totals", "won"]),
        50.0,
        1e-9,
    );
    let better = answer(&["--scenario", "Better"]);
    support::close(number(&better, &["expected", "totals", "won"]), 60.0, 1e-9);
    assert_eq!(number(&better, &["expected", "metrics", "conversion"]), 0.6);
}

#[test]
fn the_leaks_are_the_baselines() {
    let leaks = |answer: Node| {
        answer
            .get("answers")
            .and_then(|answers| answers.get("leaks"))
            .cloned()
    };
    assert_eq!(leaks(answer(&["--scenario", "Better"])), leaks(answer(&[])));
}

#[test]
fn what_is_wrong_is_named_with_its_path() {
    let bad = SMALL.replace("\"conversion\":0.5", "\"conversion\":1.5");
    assert!(refusal(bad.as_bytes(), &[]).contains("stages[0].conversion"));
    let huge = SMALL.replace("100", "1e999");
    assert!(refusal(huge.as_bytes(), &[]).contains("channels[0].leadsPerMonth"));
    let twice = SMALL.replace("\"months\":1", "\"months\":1,\"months\":2");
    assert!(refusal(twice.as_bytes(), &[]).contains("months"));
    assert!(refusal(SMALL.as_bytes(), &["--scenario", "Worse"]).contains("Worse"));
}

#[test]
fn junk_is_refused() {
    let deep = "[".repeat(100_000);
    let long = vec![b' '; 5 << 20];
    let wide: Vec<u8> = "\u{feff}{}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for junk in [
        b"".as_slice(),
        b"{",
        b"null",
        b"\xff\xfe\x00",
        deep.as_bytes(),
        &long,
        &wide,
    ] {
        assert!(!refusal(junk, &[]).is_empty());
    }
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let marked = format!("\u{feff}{SMALL}");
    assert!(simulate(marked.as_bytes(), &[]).status.success());
}

#[test]
fn chance_is_there_when_trials_are_asked_for() {
    let chance = answer(&["--trials", "200", "--seed", "7"]);
    let of = |path: &[&str]| number(&chance, path);
    assert_eq!(of(&["stochastic", "trials"]), 200.0);
    assert_eq!(of(&["stochastic", "seed"]), 7.0);
    // Wins are Poisson with mean 50: 200 trials put their mean within 4 × √(50/200) = 2.
    support::close(of(&["stochastic", "totals", "won", "mean"]), 50.0, 2.0);
    let percentile = |name| of(&["stochastic", "totals", "won", name]);
    assert!(percentile("p10") < percentile("p50") && percentile("p50") < percentile("p90"));
    let months = chance.get("stochastic").and_then(|run| run.get("months"));
    let Some(Node::List(months)) = months else {
        panic!("{months:?}");
    };
    assert_eq!(months.len(), 1);
    for series in ["won", "bookings", "cash", "profit"] {
        assert!(number(&months[0], &[series, "p90"]).is_finite());
    }
    assert_eq!(chance, answer(&["--seed", "7", "--trials", "200"]));
    assert_ne!(chance, answer(&["--seed", "8", "--trials", "200"]));
}

#[test]
fn no_trials_leave_chance_out() {
    for arguments in [&[][..], &["--trials", "0", "--seed", "7"]] {
        assert_eq!(answer(arguments).get("stochastic"), None);
    }
}

#[test]
fn trials_and_seeds_must_be_whole_and_within_their_range() {
    for (option, value) in [
        ("--trials", "-1"),
        ("--trials", "1.5"),
        ("--trials", "100001"),
        ("--trials", "many"),
        ("--seed", "-1"),
        ("--seed", "1e3"),
    ] {
        assert!(refusal(SMALL.as_bytes(), &[option, value]).contains("usage"));
    }
}

#[test]
#[cfg(unix)]
fn words_that_are_no_unicode_are_refused() {
    use std::os::unix::ffi::OsStrExt;
    let odd = std::ffi::OsStr::from_bytes(&[0xff, 0xfe]);
    let output = Command::new(env!("CARGO_BIN_EXE_simulate"))
        .arg(odd)
        .output()
        .expect("the command runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
}

#[test]
fn fix_or_buy_is_answered_by_the_objective() {
    let gains = |objective: &str| {
        let answer = answer(&["--objective", objective]);
        let answers = answer.get("answers").cloned().expect("answers");
        for name in ["fixOrBuy", "flips", "breakEven", "map"] {
            assert!(answers.get(name).is_some(), "{name}");
        }
        let gain = number(&answers, &["fixOrBuy", "fixGain"]);
        let leads = number(&answers, &["fixOrBuy", "leadsGain"]);
        (gain, leads)
    };
    // 0.5 one step better is 0.55 ÷ 1.05: 2.38 wins more, at 10 each; a tenth more leads is 5.
    let (fix, leads) = gains("won");
    support::close(fix, 100.0 * 0.55 / 1.05 - 50.0, 1e-9);
    support::close(leads, 5.0, 1e-9);
    let (fix, leads) = gains("value");
    support::close(fix, 10.0 * (100.0 * 0.55 / 1.05 - 50.0), 1e-9);
    support::close(leads, 50.0, 1e-9);
}

#[test]
fn a_saved_file_brings_its_prices_its_cycle_and_its_objective() {
    let saved = format!(
        r#"{{"version":1,"document":{SMALL},"view":{{"objective":"won","stages":[{{"price":4}}],"cycleDays":30}}}}"#
    );
    let output = simulate(saved.as_bytes(), &[]);
    assert!(output.status.success());
    let answer = Node::parse(&output.stdout).expect("JSON");
    let answers = answer.get("answers").expect("answers");
    let last = |list: &str| match answers.get(list) {
        Some(Node::List(entries)) => entries.last().cloned().expect("an entry"),
        other => panic!("{list} is {other:?}"),
    };
    let money = last("leakScales");
    assert_eq!(money.get("scale"), Some(&"money".into()));
    let Some(Node::List(stages)) = money.get("stages") else {
        panic!("no stages: {money:?}");
    };
    // 50 are won; odds × 1.1 makes 0.55 ÷ 1.05 of a half. One month at 4 a month.
    let gain = 100.0 * 0.55 / 1.05 - 50.0;
    support::close(number(&stages[0], &["gainPerMoney"]), gain / 4.0, 1e-9);
    let Some(Node::List(notes)) = answers.get("contradictions") else {
        panic!("no notes");
    };
    let cycle = notes
        .iter()
        .find(|note| note.get("kind") == Some(&"statedCycle".into()));
    assert_eq!(number(cycle.expect("a note"), &["statedDays"]), 30.0);
}
