//! What work says, shown to the person at the terminal: a progress bar where there is one to see it, lines otherwise.

use super::socket::Said;
use indicatif::{ProgressBar, ProgressStyle};

/// The terminal's side.
#[derive(Default)]
pub struct Shown(Option<ProgressBar>);

impl Shown {
    /// Shows one word.
    pub fn say(&mut self, word: Said) {
        match word {
            Said::Progress(done, of) => self.bar(of).set_position(done),
            Said::Line(line) => {
                self.finish();
                println!("{line}");
            }
            Said::Wrong(line) => match &self.0 {
                Some(bar) => bar.suspend(|| eprintln!("{line}")),
                None => eprintln!("{line}"),
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
