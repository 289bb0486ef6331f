//! Telling a resident something: the only way a message leaves for one. It obeys their language, the channels they have, and
//! what they told us they need.

use crate::model::{Address, By, Contact};
use crate::needs::obey::{Means, Way, way};
use crate::needs::{Ask, Passport};
use crate::person::{Person, person};
use crate::{codes, store};
use kit::app::App;
use kit::attempts::CODES_SENT;
use kit::db::{Conn, Tx};
use kit::facts::Subject;
use kit::outbox::{self, Channel, Reply};
use kit::words::Arg;
use kit::{Error, Id, Lang, Result};

/// Who is told.
#[derive(Debug, Clone)]
pub enum To<'a> {
    /// A resident with an account.
    Resident(Id),
    /// A resident with an account, at an address they gave for this matter, as far as that is a way they asked for.
    ResidentAt(Id, &'a Contact),
    /// Somebody who gave us an email or a phone.
    Contact(&'a Contact),
}

/// What they are told. The words are `<key>-subject` and `<key>-body`, and `<key>-text` for a phone where the subject alone
/// would not do; each may use the values, and `$council`, `$phone` (the council's) and `$name`. An empty line in the body
/// begins a new paragraph.
#[derive(Debug, Clone, Default)]
pub struct Message<'a> {
    /// The words' key, without its end.
    pub key: &'a str,
    /// Values of the words' variables, already written in the person's language.
    pub values: Vec<(&'a str, String)>,
    /// What it is about.
    pub about: Vec<Subject>,
    /// The page it leads to, as a path.
    pub link: Option<String>,
    /// Where an answer by mail comes in, and what it belongs to.
    pub reply: Reply,
    /// Files of what it is about, which go along where it travels as an email; the words say their names.
    pub files: Vec<Id>,
}

/// Whether there was a way to tell them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A message is on its way.
    By(Channel),
    /// They gave no email and no phone that can be texted: nothing was sent, somebody has to ring or write.
    NoWay,
}

/// A message in words, with the copy of whoever is copied in.
#[derive(Debug, Clone)]
pub struct Written {
    key: String,
    message: outbox::Message,
    copy: Option<outbox::Message>,
}

impl Written {
    /// How it travels.
    pub fn channel(&self) -> Channel {
        self.message.channel()
    }

    /// What two messages to one place share, however its address is spelt.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Sends it, in this transaction.
    pub async fn send(self, tx: &mut Tx, app: &App) -> Result<()> {
        outbox::send(tx, app, self.message).await?;
        if let Some(copy) = self.copy {
            outbox::send(tx, app, copy).await?;
        }
        Ok(())
    }
}

/// Tells a resident something, in this transaction.
pub async fn tell(tx: &mut Tx, app: &App, to: To<'_>, message: Message<'_>) -> Result<Told> {
    let Some(written) = write(tx, app, to, message).await? else { return Ok(Told::NoWay) };
    let channel = written.channel();
    written.send(tx, app).await?;
    Ok(Told::By(channel))
}

/// Writes a message without sending it, so that it can be ready before a transaction begins; nothing where there is no way
/// to reach them that they agreed to.
pub async fn write(conn: &mut Conn, app: &App, to: To<'_>, message: Message<'_>) -> Result<Option<Written>> {
    let Some(Chosen { person, contact, way }) = choose(conn, app, to).await? else { return Ok(None) };
    let written = write_to(app, &contact, &way, &message);
    let key = match &way {
        Way::Address(address) => address.key(),
        Way::Letter { to, .. } => to.clone(),
    };
    let Some((id, passport)) = person else { return Ok(Some(Written { key, message: written, copy: None })) };
    let copy = copy(app, &passport, &contact, &message).map(|copy| copy.about("resident", id));
    Ok(Some(Written { key, message: written.about("resident", id), copy }))
}

/// Whether there is a way to send them a message that they agreed to; else somebody has to ring or write.
pub async fn can_tell(conn: &mut Conn, app: &App, to: To<'_>) -> Result<bool> {
    Ok(by_which(conn, app, to).await?.is_some())
}

/// The way a message to them travels; nothing where there is none that they agreed to.
pub async fn by_which(conn: &mut Conn, app: &App, to: To<'_>) -> Result<Option<Channel>> {
    Ok(way_to(conn, app, to).await?.map(|way| match way {
        Way::Address(Address::Email(_)) => Channel::Email,
        Way::Address(Address::Phone(_)) => Channel::Text,
        Way::Letter { .. } => Channel::Letter,
    }))
}

/// Where a message to them would go; nothing where there is no way they agreed to.
pub async fn way_to(conn: &mut Conn, app: &App, to: To<'_>) -> Result<Option<Way>> {
    Ok(choose(conn, app, to).await?.map(|chosen| chosen.way))
}

/// How somebody is told something.
struct Chosen {
    /// The resident with an account, and what they told us they need.
    person: Option<(Id, Passport)>,
    contact: Contact,
    way: Way,
}

/// How they are told something; nothing where there is no way they agreed to.
async fn choose(conn: &mut Conn, app: &App, to: To<'_>) -> Result<Option<Chosen>> {
    let (id, at) = match to {
        To::Contact(contact) => {
            let way = contact.address().map(Way::Address);
            return Ok(way.map(|way| Chosen { person: None, contact: contact.clone(), way }));
        }
        To::Resident(id) => (id, None),
        To::ResidentAt(id, contact) => (id, Some(contact)),
    };
    let Person { id, contact: own, passport, deceased, .. } = person(conn, id).await?.ok_or(Error::NotFound)?;
    if deceased {
        return Ok(None);
    }
    let home = if passport.value(Ask::Channel) == Some("letter") { home(conn, id).await? } else { None };
    let means = Means { texts: app.texts, letters: app.letters, home };
    let (contact, chosen) = match at {
        // For this matter they asked to be rung, or written to by hand.
        Some(at) if at.by == By::Hand => return Ok(None),
        Some(at) => {
            let name = if at.name.is_empty() { own.name.clone() } else { at.name.clone() };
            let contact = Contact { name, ..at.clone() };
            // What they asked of every message holds here too; of its kind the address they gave for this matter comes first.
            let chosen = way(&passport, &contact, &means);
            let by_account = || way(&passport, &own, &means).filter(|_| passport.asks(Ask::Channel));
            let chosen = chosen.or_else(by_account);
            (contact, chosen)
        }
        None => {
            let chosen = way(&passport, &own, &means);
            (own, chosen)
        }
    };
    Ok(chosen.map(|way| Chosen { person: Some((id, passport)), contact, way }))
}

/// The lines of somebody's home; nothing where it is not known, or a safe address: that goes to no provider.
async fn home(conn: &mut Conn, id: Id) -> Result<Option<Vec<String>>> {
    if store::keys::person(conn, id).await?.is_none_or(|person| person.guarded) {
        return Ok(None);
    }
    let Some((_, _, mut lines)) = store::personal::household(conn, id).await? else { return Ok(None) };
    // "12" and "Mill Road" are one line of an address; "Flat 2" and "Mill Road" are two.
    if lines.len() > 1 && lines[0].starts_with(|c: char| c.is_ascii_digit()) {
        let number = lines.remove(0);
        lines[0] = format!("{number} {}", lines[0]);
    }
    Ok(Some(lines))
}

fn write_to(app: &App, contact: &Contact, way: &Way, message: &Message<'_>) -> outbox::Message {
    let letter = Letter::write(app, contact, message);
    let written = match way {
        Way::Address(address) => letter.to(address),
        Way::Letter { to, large } => {
            outbox::Message::new(Channel::Letter, contact.lang, to, &letter.subject, &letter.plain()).large(*large)
        }
    };
    let written = written.reply(message.reply.clone()).enclosing(message.files.clone());
    message.about.iter().fold(written, |written, subject| written.about(&subject.kind, subject.id))
}

/// The copy of whoever is copied in: of what is about a case alone, and without the way into it.
fn copy(app: &App, passport: &Passport, contact: &Contact, message: &Message<'_>) -> Option<outbox::Message> {
    if !message.about.iter().any(|subject| subject.kind == "case") {
        return None;
    }
    let (name, email) = passport.copy_to()?;
    let address = Address::email(email).ok()?;
    let mut letter = Letter::write(app, contact, &Message { link: None, reply: Reply::default(), ..message.clone() });
    let values = [("name", Arg::from(name)), ("whom", Arg::from(&contact.name))];
    letter.greeting = app.words.with(contact.lang, "residents-told-dear", &values);
    letter.paragraphs.insert(0, app.words.with(contact.lang, "residents-told-copy", &values));
    let written = letter.to(&address);
    Some(message.about.iter().fold(written, |written, subject| written.about(&subject.kind, subject.id)))
}

/// How a one-time code is sent.
pub(crate) enum Sent {
    /// To be typed on our page.
    Code,
    /// The last one for a while, with a link besides.
    WithLink(String),
    /// To be read out to a member of staff.
    ToReadOut,
    /// To show that two joined accounts are one person's.
    ToJoin {
        /// By reading it out to a member of staff.
        read_out: bool,
    },
}

/// Sends a one-time code; its text is blanked once it is on its way.
pub(crate) async fn send_code(
    tx: &mut Tx,
    app: &App,
    (address, lang): (&Address, Lang),
    code: &str,
    sent: Sent,
) -> Result<()> {
    let minutes = (codes::LASTS / kit::clock::MINUTE).to_string();
    let contact = Contact { by: By::Address, name: String::new(), email: None, phone: None, lang };
    let values = vec![("code", code.to_owned()), ("minutes", minutes)];
    // The link is good for longer than the code, and a mail server may be late.
    let (key, link, lasts) = match sent {
        Sent::Code => ("residents-told-code", None, codes::LASTS),
        Sent::WithLink(link) => ("residents-told-last-code", Some(link), CODES_SENT.window),
        Sent::ToReadOut => ("residents-told-read-out", None, codes::LASTS),
        Sent::ToJoin { read_out: false } => ("residents-told-join-code", None, codes::LASTS),
        Sent::ToJoin { read_out: true } => ("residents-told-join-read-out", None, codes::LASTS),
    };
    let message = Message { key, values, about: Vec::new(), link, ..Message::default() };
    let letter = Letter::write(app, &contact, &message);
    outbox::send(tx, app, letter.to(address).secret(app.now() + lasts)).await.map(drop)
}

/// Tells an address that is being left that it is no longer the account's.
pub(crate) async fn tell_address(
    tx: &mut Tx,
    app: &App,
    address: &Address,
    name: &str,
    lang: Lang,
    message: Message<'_>,
) -> Result<Told> {
    let (email, phone) = match address {
        Address::Email(email) => (Some(email.as_str().to_owned()), None),
        Address::Phone(phone) => (None, Some(phone.as_str().to_owned())),
    };
    let contact = Contact { by: By::Address, name: name.to_owned(), email, phone, lang };
    tell(tx, app, To::Contact(&contact), message).await
}

/// A telephone number whose groups keep their order in a language written from right to left, and their line in any.
pub(crate) fn in_one_piece(phone: &str) -> String {
    phone.replace(' ', "\u{a0}")
}

/// A message in words, before it is known how it travels.
struct Letter {
    lang: Lang,
    subject: String,
    greeting: String,
    paragraphs: Vec<String>,
    short: String,
    link: Option<String>,
    link_words: String,
    /// That an answer to it comes in, where one does.
    answer: Option<String>,
    closing: String,
}

impl Letter {
    fn write(app: &App, contact: &Contact, message: &Message<'_>) -> Letter {
        let (lang, words) = (contact.lang, &app.words);
        // Elsewhere a plain space: a no-break space doubles the price of a text message in Latin letters.
        let phone = if lang.dir == "rtl" { in_one_piece(&app.council.phone) } else { app.council.phone.clone() };
        let mut values: Vec<(&str, Arg<'_>)> = vec![
            ("council", Arg::from(&app.council.name)),
            ("phone", Arg::from(phone)),
            ("name", Arg::from(&contact.name)),
        ];
        values.extend(message.values.iter().map(|(name, value)| (*name, Arg::from(value))));
        let say = |end: &str| words.with(lang, &format!("{}-{end}", message.key), &values);
        let subject = say("subject");
        let text_key = format!("{}-text", message.key);
        let has_text = words.has(lang, &text_key) || words.has(Lang::EN, &text_key);
        let greeting = if contact.name.is_empty() { "residents-told-hello" } else { "residents-told-dear" };
        Letter {
            lang,
            greeting: words.with(lang, greeting, &values),
            paragraphs: say("body").split("\n\n").map(|part| part.trim().to_owned()).collect(),
            short: if has_text { say("text") } else { format!("{}: {subject}", app.council.name) },
            link: message.link.as_ref().map(|path| format!("{}{path}", app.council.origin.trim_end_matches('/'))),
            link_words: words.get(lang, "residents-told-link").to_owned(),
            answer: (!message.reply.to.is_empty()).then(|| words.get(lang, "residents-told-answer").to_owned()),
            closing: words.with(lang, "residents-told-closing", &values),
            subject,
        }
    }

    fn to(&self, address: &Address) -> outbox::Message {
        match address {
            Address::Email(email) => {
                let words = self.with(self.answer.as_deref());
                outbox::Message::email(self.lang, email.as_str(), &self.subject, &words)
            }
            Address::Phone(phone) => {
                let link = self.link.as_ref().map(|link| format!(" {link}")).unwrap_or_default();
                outbox::Message::text(self.lang, phone.key(), &format!("{}{link}", self.short))
            }
        }
    }

    /// As it stands on paper.
    fn plain(&self) -> String {
        self.with(None)
    }

    /// With this said before its end.
    fn with(&self, besides: Option<&str>) -> String {
        let link = self.link.as_ref().map(|link| format!("{} {link}", self.link_words));
        let middle = self.paragraphs.iter().map(String::as_str).chain(link.as_deref()).chain(besides);
        let parts: Vec<&str> =
            [self.greeting.as_str()].into_iter().chain(middle).chain([self.closing.as_str()]).collect();
        parts.join("\n\n") + "\n"
    }
}
