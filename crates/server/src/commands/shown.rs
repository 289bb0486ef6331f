//! What work says, shown to the person at the terminal: a progress bar where there is one to see it, lines otherwise.

use super::socket::Said;
use indicatif::{ProgressBar, ProgressStyle};
use std::fmt::Display;
use std::io::Write;

/// Writes a line for the person who asked. Whoever reads no further, as `head` does, is no error.
pub fn line(text: impl Display) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Writes a line about something wrong, likewise.
pub fn wrong(text: impl Display) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// The terminal's side.
#[derive(Default)]
pub struct Shown(Option<ProgressBar>);

impl Shown {
    /// Shows one word.
    pub fn say(&mut self, word: Said) {
        match word {
            Said::Progress(done, of) => self.bar(of).set_position(done),
            Said::Line(words) => {
                self.finish();
                line(words);
            }
            Said::Wrong(words) => match &self.0 {
                Some(bar) => bar.suspend(|| wrong(words)),
                None => wrong(words),
            },
            Said::Done(_) => self.finish(),
        }
    }

    fn bar(&mut self, of: u64) -> &ProgressBar {
        self.0.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
            ProgressBar::new(of).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        })
    }

    fn finish(&mut self) {
        if let Some(bar) = self.0.take() {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.finish();
    }
}
