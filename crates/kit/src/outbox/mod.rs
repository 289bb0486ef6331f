//! Messages on their way out: written in the transaction of the change they tell of, delivered at least once.
//!
//! [`send`] inserts one row, its Message-ID already fixed, so that a second delivery of a mail can be recognised as
//! such. The [`Courier`] hands due messages to the [`Messenger`] of their channel and tries again with growing waits for
//! three days; then the message has failed, visibly. A channel without a provider keeps its messages, visibly, until there
//! is one. The kit is transport only: who may be told what, and how, is for the caller.
//!
//! ```no_run
//! # use kit::{App, Id, Result, db::Tx, lang::Lang, outbox::{self, Message}};
//! # async fn tell(mut tx: Tx, app: App, lang: Lang, case: Id, [address, subject, text]: [String; 3]) -> Result<()> {
//! outbox::send(&mut tx, &app, Message::email(lang, &address, &subject, &text).about("case", case)).await?;
//! # Ok(()) }
//! ```

mod became;
mod courier;
mod demo;
mod enclosed;
mod past;
mod returned;
mod send;
mod store;

pub use became::{Addressed, addressed, became};
pub(crate) use became::{asked, undelivered};
pub use courier::Courier;
pub use demo::DemoMessenger;
pub use past::{Past, end_letters_to, end_to, erase_to, forget, last_text, sweep, to_person};
pub use returned::{answered_at, came_back};
pub use send::send;
pub use store::{Counts, Kept, counts, recent};

use crate::app::Boxed;
use crate::bell::Bell;
use crate::clock::Micros;
use crate::facts::Subject;
use crate::id::Id;
use crate::lang::Lang;
use std::sync::Arc;

/// Rings when a message is written in this process.
static WRITTEN: Bell = Bell::new();

/// How a message travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// By email.
    Email,
    /// As a text message to a phone.
    Text,
    /// As a letter.
    Letter,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Channel; 3] = [Channel::Email, Channel::Text, Channel::Letter];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Channel::Email => "email",
            Channel::Text => "text",
            Channel::Letter => "letter",
        }
    }

    /// The channel of a code.
    pub fn of(code: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// How a mail stands to other mails; empty parts say nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// Where an answer to it comes in; empty for the council's own address.
    pub to: String,
    /// What it belongs to: a Message-ID with its angle brackets. Mail programs show what has the same together.
    pub thread: String,
    /// The Message-ID of the mail it answers by itself: nothing answers it in turn, and it comes back to nobody.
    pub answers: String,
}

/// A message about to be written to the outbox.
#[derive(Debug, Clone)]
pub struct Message {
    channel: Channel,
    lang: Lang,
    to: String,
    subject: String,
    text: String,
    about: Vec<Subject>,
    secret_until: Option<Micros>,
    large: bool,
    reply: Reply,
    files: Vec<Id>,
}

impl Message {
    /// A message on this channel. `to` is an email address, a phone number or a postal address.
    pub fn new(channel: Channel, lang: Lang, to: &str, subject: &str, text: &str) -> Message {
        Message {
            channel,
            lang,
            to: to.to_owned(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            about: Vec::new(),
            secret_until: None,
            large: false,
            reply: Reply::default(),
            files: Vec::new(),
        }
    }

    /// An email with this plain text.
    pub fn email(lang: Lang, to: &str, subject: &str, text: &str) -> Message {
        Message::new(Channel::Email, lang, to, subject, text)
    }

    /// A text message.
    pub fn text(lang: Lang, to: &str, text: &str) -> Message {
        Message::new(Channel::Text, lang, to, "", text)
    }

    /// How it travels.
    pub fn channel(&self) -> Channel {
        self.channel
    }

    /// What it is about.
    pub fn about(mut self, kind: &str, id: Id) -> Message {
        self.about.push(Subject::new(kind, id));
        self
    }

    /// A letter in large print, or not.
    pub fn large(mut self, large: bool) -> Message {
        self.large = large;
        self
    }

    /// Where an answer by mail comes in, and what it belongs to.
    pub fn reply(self, reply: Reply) -> Message {
        Message { reply, ..self }
    }

    /// Files of what it is about that go along with it, where it travels as a mail of our own.
    pub fn enclosing(self, files: Vec<Id>) -> Message {
        Message { files, ..self }
    }

    /// Holds a one-time code or the like, good until then: its text is blanked once a provider has taken it, and it never
    /// leaves afterwards.
    pub fn secret(mut self, until: Micros) -> Message {
        self.secret_until = Some(until);
        self
    }
}

/// A message as a provider gets it.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// Its id; the same on every attempt.
    pub id: Id,
    /// The Message-ID of a mail, with its angle brackets; the same on every attempt.
    pub message_id: String,
    /// How it travels.
    pub channel: Channel,
    /// To whom.
    pub to: String,
    /// The subject; empty for a text message.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The language of all of it.
    pub lang: Lang,
    /// A letter in large print.
    pub large: bool,
    /// When it was written.
    pub made_at: Micros,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// Where an answer comes in, and what it belongs to.
    pub reply: Reply,
    /// The files that go along with a mail.
    pub enclosed: Vec<Enclosed>,
    about: Vec<Subject>,
    files: Vec<Id>,
    /// It holds a code that is good until then.
    secret_until: Option<Micros>,
    worker: Id,
}

/// A file that goes along with a mail.
#[derive(Debug, Clone)]
pub struct Enclosed {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// What became of an attempt to deliver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The provider has taken it.
    Sent,
    /// The provider has taken it, calls it this, and will say what became of it.
    Accepted(String),
    /// It is shown on the demo's page instead of being sent.
    Shown,
    /// Not now, for this reason; it is tried again.
    Later(String),
    /// Never, for this reason: the address does not exist, or the provider refuses the message itself.
    Never(String),
}

/// A provider of one or more channels: the port to the world outside.
pub trait Messenger: Send + Sync {
    /// Delivers one message. May be asked again for the same one, with the same Message-ID.
    fn deliver<'a>(&'a self, message: &'a Outgoing) -> Boxed<'a, Delivery>;
}

/// Who delivers what. Without a provider a channel's messages are kept until there is one.
#[derive(Clone, Default)]
pub struct Providers {
    /// For emails.
    pub email: Option<Arc<dyn Messenger>>,
    /// For text messages.
    pub text: Option<Arc<dyn Messenger>>,
    /// For letters.
    pub letter: Option<Arc<dyn Messenger>>,
}

impl Providers {
    /// Everything is shown on the demo's page.
    pub fn demo() -> Providers {
        let demo: Arc<dyn Messenger> = Arc::new(DemoMessenger);
        Providers { email: Some(demo.clone()), text: Some(demo.clone()), letter: Some(demo) }
    }

    /// The provider of a channel.
    pub fn of(&self, channel: Channel) -> Option<&Arc<dyn Messenger>> {
        match channel {
            Channel::Email => self.email.as_ref(),
            Channel::Text => self.text.as_ref(),
            Channel::Letter => self.letter.as_ref(),
        }
    }
}
