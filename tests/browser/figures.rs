//! Measurements to be shown at the end of `make test`: reported, never asserted.

use std::{env, fs::OpenOptions, io::Write};

/// Adds one line to the file that `FIGURES` names; without it, says the line.
#[allow(dead_code, reason = "for whoever measures something")]
pub fn report(line: &str) {
    let Some(file) = env::var_os("FIGURES") else {
        println!("{line}");
        return;
    };
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)
        .expect("the file of figures");
    // One write for the whole line: other tests add theirs at the same time.
    file.write_all(format!("{line}\n").as_bytes())
        .expect("a line among the figures");
}
