//! A program that was started, and the folder it works in.

use super::Wire;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A data folder with the verbs that work on it.
pub struct Folder(pub PathBuf);

/// The program, with nothing from the environment that could change what it does.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guildhall"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

impl Folder {
    /// Runs a verb to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.run_with(&[], arguments)
    }

    /// The same with variables in the environment.
    fn run_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Output {
        let mut command = program();
        command.arg("--data").arg(&self.0).args(arguments).envs(variables.iter().copied()).stdin(Stdio::null());
        command.output().expect("the program runs")
    }

    /// Starts serving on a free port.
    pub fn serve(&self) -> Started {
        self.serve_with(&[])
    }

    /// The same with variables in the environment.
    pub fn serve_with(&self, variables: &[(&str, &str)]) -> Started {
        self.started(&["serve", "--listen", "127.0.0.1:0"], variables)
    }

    /// Starts serving at this port, as somebody who comes back where others look for them.
    pub fn serve_at(&self, port: u16) -> Started {
        self.started(&["serve", "--listen", &format!("127.0.0.1:{port}")], &[])
    }

    /// Starts a small demo on a free port.
    pub fn demo(&self) -> Started {
        self.started(&["demo", "--listen", "127.0.0.1:0", "--households", "500"], &[])
    }

    fn started(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Started {
        let mut command = program();
        command.arg("--data").arg(&self.0).args(arguments);
        command.envs(variables.iter().copied()).stdin(Stdio::null()).stdout(Stdio::piped());
        let log = self.0.with_extension("log");
        let told = std::fs::File::options().create(true).append(true).open(&log).expect("a log");
        let mut child = command.stderr(told).spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let line = lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("listening on "));
        let line =
            line.unwrap_or_else(|| panic!("not listening: {}", std::fs::read_to_string(&log).unwrap_or_default()));
        // Read on, so that it never waits for somebody to read what it says.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Started { child, address: line.trim_start_matches("listening on ").trim_start_matches("http://").to_owned() }
    }

    /// Fails unless the journal is whole.
    #[track_caller]
    pub fn is_whole(&self) {
        self.is_whole_with(&[]);
    }

    /// The same with variables in the environment.
    #[track_caller]
    pub fn is_whole_with(&self, variables: &[(&str, &str)]) {
        let out = self.run_with(variables, &["verify"]);
        let text = text(&out);
        assert!(out.status.success() && last_line(&out) == "whole", "{text}");
    }

    /// The folder's path.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// Everything a program said.
pub fn text(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

/// The last line of its output.
pub fn last_line(out: &Output) -> String {
    String::from_utf8_lossy(&out.stdout).trim_end().lines().last().unwrap_or_default().to_owned()
}

/// A serving program.
pub struct Started {
    child: Child,
    /// Its address, "127.0.0.1:40123".
    pub address: String,
}

impl Started {
    /// A client of it.
    pub fn client(&self) -> Wire {
        Wire::to(&self.address)
    }

    /// Ends it at once, as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }

    /// Asks it to end; gives its exit code.
    pub fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(asked.expect("kill runs").success());
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
