//! What happened before today is made by the same functions as what happens now, with the clock put back meanwhile.

use kit::App;
use kit::clock::Micros;

/// The clock of whoever makes Eastmere, put back; it stands at the present again when this is dropped.
pub struct Past<'a> {
    app: &'a App,
    now: Micros,
}

impl<'a> Past<'a> {
    /// Remembers the present.
    pub fn begin(app: &'a App) -> Past<'a> {
        Past { app, now: app.now() }
    }

    /// The present.
    pub fn now(&self) -> Micros {
        self.now
    }

    /// Goes to this moment. A clock that cannot be moved stays where it is: then all of it happens now.
    pub fn go_to(&self, at: Micros) {
        self.app.clock.advance(at - self.app.now());
    }
}

impl Drop for Past<'_> {
    fn drop(&mut self) {
        self.go_to(self.now);
    }
}
