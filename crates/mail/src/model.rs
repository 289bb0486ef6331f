//! A mail, a text message or a letter that came, and what becomes of it.

use kit::clock::Micros;
use kit::{Error, Id, Result};
use residents::Address;
use serde::{Deserialize, Serialize};
use services::Attached;

pub use cases::received::NotKept;

/// By which way it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// By email.
    Email,
    /// On paper.
    Post,
    /// As a text message.
    Text,
}

impl Channel {
    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Channel::Email => "email",
            Channel::Post => "post",
            Channel::Text => "text",
        }
    }

    /// As contacts call it: chats and text messages are one there.
    pub fn of_contact(self) -> contact::Channel {
        match self {
            Channel::Email => contact::Channel::Email,
            Channel::Post => contact::Channel::Post,
            Channel::Text => contact::Channel::Chat,
        }
    }

    /// The words for it.
    pub(crate) fn words(self) -> String {
        format!("contact-channel-{}", self.of_contact().code())
    }

    pub(crate) fn of(code: &str) -> Result<Channel> {
        [Channel::Email, Channel::Post, Channel::Text]
            .into_iter()
            .find(|channel| channel.code() == code)
            .ok_or_else(|| Error::internal(format!("no channel is called {code}")))
    }
}

/// Why: an officer answered it.
pub const ANSWERED: &str = "answered";
/// Why: it goes on a thread that we answered.
pub const AGAIN: &str = "again";
/// Letters of how a text message begins.
const CALLED: usize = 60;
/// Why: our answer did not arrive.
pub const UNDELIVERED: &str = "undelivered";

/// What an officer answered to a mail that is on no case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its id, made when the page was drawn.
    pub id: Id,
    /// The mail it answers.
    pub mail: Id,
    /// Who wrote it.
    pub staff: Id,
    /// When.
    pub at: Micros,
    /// The words, as plain text.
    pub text: String,
}

/// What has become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody has to say what it belongs to.
    Waiting,
    /// It is a message on a case.
    Case,
    /// It is on the record of a resident.
    Resident,
    /// It is what a contact is about.
    Contact,
    /// There was nothing to do.
    Aside,
    /// A machine wrote it: an absence, a mail that came back.
    Automatic,
}

impl State {
    /// Every state.
    pub const ALL: [State; 6] =
        [State::Waiting, State::Case, State::Resident, State::Contact, State::Aside, State::Automatic];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Case => "case",
            State::Resident => "resident",
            State::Contact => "contact",
            State::Aside => "aside",
            State::Automatic => "automatic",
        }
    }

    /// The state of a code.
    pub fn of(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What came with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct With {
    /// Files that are kept.
    pub files: Vec<Attached>,
    /// Files that are not, and why.
    pub refused: Vec<NotKept>,
}

/// A mail or a letter that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Its id; of the message it becomes on a case too.
    pub id: Id,
    /// By which way it came.
    pub channel: Channel,
    /// What has become of it.
    pub state: State,
    /// The code of what is known about it: why it waits, what kind of machine wrote it. Empty for nothing.
    pub why: String,
    /// Its words speak of danger.
    pub danger: bool,
    /// When it came to the council; every clock runs from then.
    pub received: Micros,
    /// The address or the name it says it is from. Anybody can write anything there.
    pub sender: String,
    /// The name that goes with the address.
    pub sender_name: String,
    /// The address it was sent to.
    pub recipient: String,
    /// Its subject, in one line.
    pub subject: String,
    /// Its words, as plain text.
    pub text: String,
    /// Its Message-ID, without angle brackets.
    pub message_id: String,
    /// What came with it.
    pub with: With,
    /// It is from an address that is nobody's of its case.
    pub other: bool,
    /// The first mail of the thread it goes on, where it answers what we wrote about one.
    pub thread: Option<Id>,
    /// The case it belongs to.
    pub case: Option<Id>,
    /// The resident it belongs to.
    pub resident: Option<Id>,
    /// The contact it began.
    pub contact: Option<Id>,
    /// Who said what it belongs to, and when; nobody where it found its place by itself.
    pub staff: Id,
    /// When that was.
    pub done_at: Micros,
    /// Rises with each change.
    pub revision: i64,
}

impl Received {
    /// Gives it its place; only what waits, or was laid aside, can be given one.
    pub fn settle(&mut self, state: State, staff: Id, now: Micros) -> Result<()> {
        if !self.is_open() {
            return Err(Error::Refused("mail-refused-done"));
        }
        (self.state, self.staff, self.done_at) = (state, staff, now);
        Ok(())
    }

    /// Somebody may still say what it belongs to.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Waiting | State::Aside | State::Automatic)
    }

    /// The case it is a message on: whoever reads it has to be somebody who may see that.
    pub fn on_case(&self) -> Option<Id> {
        self.case.filter(|_| self.state == State::Case)
    }

    /// The record it was put on: whoever reads it has to have that open.
    pub fn on_record(&self) -> Option<Id> {
        self.resident.filter(|_| self.state == State::Resident)
    }

    /// The first mail of its thread.
    pub fn root(&self) -> Id {
        self.thread.unwrap_or(self.id)
    }

    /// An officer may answer it, the way it came: a person wrote it, and it is on no case.
    pub fn can_be_answered(&self) -> bool {
        !matches!(self.state, State::Case | State::Automatic) && self.address().is_some()
    }

    /// Where it says it is from, as far as an answer can go there.
    pub fn address(&self) -> Option<Address> {
        let read = match self.channel {
            Channel::Email => Address::email(&self.sender),
            Channel::Text => Address::phone(&self.sender),
            Channel::Post => return None,
        };
        read.ok().filter(Address::reachable)
    }

    /// What it is called where there is room for a line: its subject, or how a text message begins.
    pub fn called(&self) -> String {
        if self.channel != Channel::Text || !self.subject.is_empty() {
            return self.subject.clone();
        }
        let line = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() <= CALLED { line } else { line.chars().take(CALLED).chain(['…']).collect() }
    }

    /// It was answered: whoever waits for no more is laid aside.
    pub fn answered(&mut self, staff: Id, now: Micros) -> Result<()> {
        if !self.can_be_answered() {
            return Err(Error::Refused("mail-refused-done"));
        }
        if self.state == State::Waiting {
            (self.state, self.staff, self.done_at) = (State::Aside, staff, now);
        }
        if self.why.is_empty() || self.why == AGAIN || self.why == UNDELIVERED {
            self.why = ANSWERED.to_owned();
        }
        Ok(())
    }

    /// Our answer never reached them: somebody has to look at it again.
    pub fn answer_came_back(&mut self) {
        if self.state == State::Aside {
            (self.state, self.done_at) = (State::Waiting, 0);
        }
        self.why = UNDELIVERED.to_owned();
    }

    /// What it belongs to as files see it, until it is a case's.
    pub fn subject(&self) -> kit::facts::Subject {
        kit::facts::Subject::new("mail", self.id)
    }

    /// Its words as they stand on a case: the subject too, unless it only repeats ours.
    pub fn words(&self) -> String {
        let answers = ["re:", "aw:", "sv:", "ateb:", "رد:"];
        let lower = self.subject.to_lowercase();
        let own = crate::quote::own_words(&self.text);
        if self.subject.is_empty() || answers.iter().any(|answer| lower.starts_with(answer)) && !own.is_empty() {
            return own.to_owned();
        }
        if own.is_empty() { self.subject.clone() } else { format!("{}\n\n{own}", self.subject) }
    }
}

/// Documents that came in a letter and go back to whoever sent them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Originals {
    /// The letter.
    pub mail: Id,
    /// What they are, in an officer's words.
    pub what: String,
    /// When the letter came.
    pub received: Micros,
    /// When they went back; 0 until then.
    pub returned_at: Micros,
    /// How they went back; nothing until then.
    pub how: Option<How>,
    /// The number they can be followed by, or who took them.
    pub note: String,
    /// Who said so last.
    pub staff: Id,
}

/// How originals go back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By post that can be followed.
    Post,
    /// Handed over.
    Hand,
}

impl How {
    /// Every way.
    pub const ALL: [How; 2] = [How::Post, How::Hand];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            How::Post => "post",
            How::Hand => "hand",
        }
    }

    /// The way of this code.
    pub fn of(code: &str) -> Option<How> {
        How::ALL.into_iter().find(|how| how.code() == code)
    }
}
