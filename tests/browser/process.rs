//! Programs that the tests start, and their surely ending.

use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// How long the tests wait for anything before they give up: far longer than it takes on a machine that is busy with
/// other things, since only what has failed waits so long.
pub const LIMIT: Duration = Duration::from_secs(180);

/// How long to let pass between two looks at a condition.
pub const PAUSE: Duration = Duration::from_millis(20);

/// The same for who has looked several times.
pub const LONGEST_PAUSE: Duration = Duration::from_millis(150);

/// A running program with all that it has started. They end together: when this is dropped, and also when the
/// tests themselves are killed, because a shell beside the program then sees its standard input closed.
pub struct Process {
    shell: Child,
}

impl Process {
    /// Starts `command`; its errors go to `target/browser-logs/NAME.log`, and so does its output unless it is read.
    pub fn start(
        name: &str,
        command: &Command,
        output: Output,
    ) -> (Self, Option<BufReader<ChildStdout>>) {
        let log = log_file(name);
        let mut shell = Command::new("sh");
        shell.args(["-c", r#""$@" & read -r _; kill -9 0"#, "sh"]);
        shell.arg(command.get_program()).args(command.get_args());
        for (key, value) in command.get_envs() {
            match value {
                Some(value) => shell.env(key, value),
                None => shell.env_remove(key),
            };
        }
        shell
            .process_group(0)
            .stdin(Stdio::piped())
            .stderr(log.try_clone().expect("a second handle of the log"));
        shell.stdout(match output {
            Output::Read => Stdio::piped(),
            Output::Log => log.into(),
        });
        let mut shell = shell.spawn().expect("sh starts");
        let output = shell.stdout.take().map(BufReader::new);
        (Self { shell }, output)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        self.shell.wait().expect("the shell ends");
    }
}

/// What becomes of a program's standard output.
pub enum Output {
    Read,
    Log,
}

/// Reads one line, without its end.
pub fn read_line(output: &mut impl BufRead) -> String {
    let mut line = String::new();
    output.read_line(&mut line).expect("a line of text");
    line.trim_end().to_owned()
}

/// Looks again and again until there is an answer; panics when that takes too long.
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + LIMIT;
    loop {
        if let Some(answer) = look() {
            return answer;
        }
        assert!(
            Instant::now() < deadline,
            "waited {LIMIT:?} in vain for {what}"
        );
        std::thread::sleep(PAUSE);
    }
}

/// A fresh folder, removed on drop.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("pipeline-lever-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for temporary files");
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A browser that is just ending may still write; what is left then lies in the system's temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A folder inside cargo's target folder.
pub fn target_folder(name: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("the target folder");
    let folder = target.join(name);
    fs::create_dir_all(&folder).expect("a folder inside target");
    folder
}

/// The name of the running test, fit for a file name.
pub fn test_name() -> String {
    std::thread::current()
        .name()
        .unwrap_or("test")
        .replace("::", "-")
}

fn log_file(name: &str) -> fs::File {
    let file = target_folder("browser-logs").join(format!("{}-{name}.log", test_name()));
    fs::File::create(file).expect("a log file")
}
