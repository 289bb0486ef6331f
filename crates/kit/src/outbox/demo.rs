//! The demo's provider: nothing leaves the machine, everything can be read on a page of the demo.

use super::{Delivery, Messenger, Outgoing};
use crate::app::Boxed;

/// Marks messages as shown; they stay readable in the outbox.
#[derive(Debug, Clone, Copy)]
pub struct DemoMessenger;

impl Messenger for DemoMessenger {
    fn deliver<'a>(&'a self, _: &'a Outgoing) -> Boxed<'a, Delivery> {
        Box::pin(async { Delivery::Shown })
    }
}
