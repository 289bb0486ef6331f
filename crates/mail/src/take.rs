//! Taking a mail in: read, sorted, its files kept, and given its place, all in one transaction. Only then is its sender's
//! server told that it is kept; until then it sends it again, and the same mail twice is one.

use crate::desk::language;
use crate::model::{AGAIN, Channel, NotKept, Received, State, With};
use crate::parse::{self, Parsed};
use crate::sort::{self, Kind};
use crate::{acknowledge, facts, store, thread};
use cases::received::Writer;
use hmac::{Hmac, KeyInit, Mac};
use kit::attempts::{self, Limit};
use kit::clock::{HOUR, Micros};
use kit::db::{Conn, Tx, again_if_collided};
use kit::facts::Subject;
use kit::files::{self, File, Spooled, Takes};
use kit::mail::receiver::{Answer, Mail};
use kit::mail::{Inbox, Meant};
use kit::outbox;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result};
use services::{Attached, Catalogue};
use sha2::{Digest, Sha256};

/// Mails of one sender in an hour, and of all together who name none to the mail server; more are asked to come later.
pub(crate) const FROM_ONE: Limit = Limit { most: 60, window: HOUR };
/// Times it is looked at what is left to do with a mail, besides once for each of its cases.
const TURNS: usize = 5;
/// Files of one mail that are kept.
const MOST_FILES: usize = 20;

/// Keeps a mail. Errors are told to its sender's server as "not now".
pub async fn take(app: &App, mail: Mail) -> Answer {
    match keep(app, mail).await {
        Ok(answer) => answer,
        Err(cause) => {
            tracing::error!(%cause, "a mail could not be kept; its sender's server tries again");
            Answer::Later
        }
    }
}

/// The case a mail belongs to, and whether it comes from somebody of it.
pub(crate) struct Known {
    pub reference: Reference,
    pub writer: Writer,
    pub other: bool,
}

/// A mail or a text message that came, as it was read.
pub(crate) struct Arrived<'a> {
    pub channel: Channel,
    pub at: Micros,
    pub parsed: &'a Parsed,
    pub kind: Kind,
    pub from: &'a str,
    pub recipient: &'a str,
    pub thread: Option<Id>,
    pub meant: &'a [Meant],
}

/// What is still to be done with a mail.
enum Next<'a> {
    /// It is kept under this key, on this case.
    Keep([u8; 32], Option<&'a Known>),
    /// It waits for somebody to say what it belongs to, and now says so itself.
    Place(Id, &'a Known),
}

async fn keep(app: &App, mail: Mail) -> Result<Answer> {
    let Mail { from, to, bytes } = mail;
    let whole: [u8; 32] = Sha256::digest(&bytes).into();
    // A mail that its reader cannot stand is kept as text, like one that cannot be read.
    let read = tokio::task::spawn_blocking(move || match std::panic::catch_unwind(|| parse::parse(&bytes)) {
        Ok(parsed) => parsed,
        Err(_) => Parsed {
            text: String::from_utf8_lossy(&bytes[..bytes.len().min(parse::LONGEST)]).replace('\0', " "),
            cut: true,
            ..Parsed::default()
        },
    });
    let parsed = read.await.map_err(Error::internal)?;
    let key = key_of(&parsed, whole);
    let inbox = app.part::<Inbox>().ok();
    let ours = |address: &str| {
        address.eq_ignore_ascii_case(&app.council.email)
            || inbox.is_some_and(|inbox| inbox.read(address) != Meant::Nobody)
    };
    let kind = sort::sort(&parsed, &from, &ours);
    if kind == Kind::Loop {
        return Ok(Answer::Loop);
    }
    let meant: Vec<Meant> = to.iter().map(|to| inbox.map_or(Meant::Council, |inbox| inbox.read(to))).collect();
    // Whoever was written to knows the Message-ID, and anybody they sent it on to: a report without our mark is only kept.
    let kind = match kind {
        Kind::Returned if !meant.iter().any(|meant| matches!(meant, Meant::Returned(_))) => Kind::Told,
        kind => kind,
    };
    let (known, thread) = match kind {
        Kind::Person { .. } => {
            let mut conn = app.db.read().await?;
            let thread = thread::of(&mut conn, inbox, &meant, &parsed).await?;
            (known(&mut conn, inbox, (&meant, thread), &parsed).await?, thread)
        }
        _ => (Vec::new(), None),
    };
    let recipient = to.first().map_or("", String::as_str);
    let (channel, at) = (Channel::Email, app.now());
    let arrived = Arrived { channel, at, parsed: &parsed, kind, from: &from, recipient, thread, meant: &meant };
    // What a machine sends names nobody to send it back to: a report may always come. A person's mail without a sender is counted
    // with all others of its kind, for whom it says it is from can be another one each time.
    let mut counted = from.is_empty() && !matches!(kind, Kind::Person { .. });
    // Somebody may be faster with the same mail, or an officer with the one that waits: what is there now says what is left.
    for _ in 0..known.len() + TURNS {
        let Some(next) = next(&mut *app.db.read().await?, key, &known).await? else { return Ok(Answer::Kept) };
        if !counted && attempts::count(app, &bucket(app, "from", &from), FROM_ONE).await?.is_some() {
            return Ok(Answer::TooMany);
        }
        counted = true;
        match next {
            Next::Keep(key, known) => insert(app, &arrived, key, known).await?,
            Next::Place(id, known) => again_if_collided(|| place(app, id, known)).await?,
        }
    }
    Err(Error::Changed)
}

/// What makes two mails the same. The Message-ID alone does not: its sender writes it, and scanners and old programs write one
/// again and again.
fn key_of(parsed: &Parsed, whole: [u8; 32]) -> [u8; 32] {
    if parsed.message_id.is_empty() {
        return whole;
    }
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    for text in [&parsed.message_id, &parsed.sender, &parsed.date, &parsed.subject, &parsed.text] {
        part(text.as_bytes());
    }
    for (name, bytes) in &parsed.files {
        part(name.as_bytes());
        part(bytes);
    }
    hash.finalize().into()
}

/// The key of a mail on one more case.
fn key_on(key: [u8; 32], case: Id) -> [u8; 32] {
    Sha256::new().chain_update(key).chain_update(case.0).finalize().into()
}

/// What is left to do: a mail server may hand one mail over several times, each time for others of those it was sent to.
async fn next<'a>(conn: &mut Conn, key: [u8; 32], known: &'a [Known]) -> Result<Option<Next<'a>>> {
    let Some(first) = store::received::by_key(conn, key).await? else {
        return Ok(Some(Next::Keep(key, known.first())));
    };
    let first = store::received::by_id(conn, first).await?;
    for one in known {
        let case = one.writer.case.id;
        if first.case == Some(case) {
            continue;
        }
        if first.state == State::Waiting {
            return Ok(Some(Next::Place(first.id, one)));
        }
        let key = key_on(key, case);
        if store::received::by_key(conn, key).await?.is_none() {
            return Ok(Some(Next::Keep(key, Some(one))));
        }
    }
    Ok(None)
}

/// Keeps it, on this case, once by its key; and whoever wrote is told that it came.
pub(crate) async fn insert(app: &App, arrived: &Arrived<'_>, key: [u8; 32], known: Option<&Known>) -> Result<()> {
    let Arrived { parsed, kind, .. } = *arrived;
    let received = received(app, arrived, known)?;
    let (with, kept) = keep_files(app, &received.subject(), &parsed.files, parsed.cut).await?;
    let received = Received { with, ..received };
    let returned = returned(arrived.meant, parsed.report.as_ref());
    again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        if !store::received::insert(&mut tx, key, &received).await? {
            return Ok(());
        }
        for file in &kept {
            files::hand_in(&mut tx, file).await?;
        }
        kit::facts::record(&mut tx, app, facts::came(&received)).await?;
        if let Some(known) = known {
            on_case(&mut tx, app, &received, &known.reference).await?;
        }
        if let Some((id, trouble)) = returned.as_ref().filter(|_| kind == Kind::Returned) {
            outbox::came_back(&mut tx, app, *id, trouble).await?;
        }
        if kind == (Kind::Person { answered: true }) {
            let lang = match known.filter(|known| !known.other) {
                Some(known) => known.writer.case.contact.lang,
                None => language::of_address(&mut tx, arrived.from).await?,
            };
            acknowledge::tell(&mut tx, app, arrived.from, &received, lang).await?;
        }
        tx.commit().await
    })
    .await
}

/// What waited is put on the case it turns out to be sent to.
async fn place(app: &App, id: Id, known: &Known) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let received = store::received::by_id(&mut tx, id).await?;
    if received.state == State::Waiting {
        settle_on(&mut tx, app, &Who::system(), received, (&known.reference, &known.writer)).await?;
    }
    tx.commit().await
}

/// Puts a mail on a case, with its marks.
pub(crate) async fn settle_on(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    mut received: Received,
    (reference, writer): (&Reference, &Writer),
) -> Result<()> {
    received.settle(State::Case, who.staff().map_or(Id::NONE, |staff| staff.id), app.now())?;
    // A letter is from whoever the officer says.
    received.other = match received.channel {
        Channel::Post => received.other,
        Channel::Email | Channel::Text => !writer.is_at(&received.sender),
    };
    received.case = Some(writer.case.id);
    received.resident = writer.resident.filter(|_| !received.other);
    store::received::settle(tx, &received).await?;
    let fact = facts::about("mail.placed", who, &received);
    let fact = match received.resident {
        Some(resident) => fact.about("resident", resident),
        None => fact,
    };
    kit::facts::record(tx, app, fact).await?;
    on_case(tx, app, &received, reference).await?;
    cases::marks::put_on(tx, received.id, writer.case.id).await
}

/// The cases this mail belongs to: those whose addresses it was sent to, else the one it answers.
async fn known(
    conn: &mut Conn,
    inbox: Option<&Inbox>,
    (meant, thread): (&[Meant], Option<Id>),
    parsed: &Parsed,
) -> Result<Vec<Known>> {
    let mut found: Vec<Known> = Vec::new();
    for reference in meant.iter().filter_map(|meant| match meant {
        Meant::Case(reference) => Some(reference),
        _ => None,
    }) {
        let one = known_by(conn, reference, &parsed.sender).await?;
        found.extend(one.filter(|one| !found.iter().any(|other| other.writer.case.id == one.writer.case.id)));
    }
    let Some(inbox) = inbox.filter(|_| found.is_empty()) else { return Ok(found) };
    for answered in &parsed.answers {
        let at = outbox::answered_at(conn, answered).await?;
        let by_address = match at.map(|at| inbox.read(&at)) {
            Some(Meant::Case(reference)) => Some(reference),
            _ => None,
        };
        for reference in inbox.thread_of(answered).into_iter().chain(by_address) {
            if let Some(one) = known_by(conn, &reference, &parsed.sender).await? {
                return Ok(vec![one]);
            }
        }
    }
    if let Some(root) = thread
        && let Some(reference) = thread::case_of(conn, root).await?
    {
        found.extend(known_by(conn, &reference, &parsed.sender).await?);
    }
    Ok(found)
}

/// Who knows a case by this reference, and whether what came from this address is theirs.
pub(crate) async fn known_by(conn: &mut Conn, reference: &Reference, sender: &str) -> Result<Option<Known>> {
    let writer = cases::received::writer(conn, reference).await?;
    Ok(writer.map(|writer| Known { reference: reference.clone(), other: !writer.is_at(sender), writer }))
}

fn received(app: &App, arrived: &Arrived<'_>, known: Option<&Known>) -> Result<Received> {
    let Arrived { parsed, kind, meant, .. } = *arrived;
    let signs = app.part::<Catalogue>()?.danger().signs(&format!("{}\n{}", parsed.subject, parsed.text));
    let (state, why) = match (kind, known) {
        (Kind::Person { .. }, Some(_)) => (State::Case, ""),
        (Kind::Person { .. }, None) if meant.contains(&Meant::Forged) => (State::Waiting, "forged"),
        (Kind::Person { .. }, None) if meant.iter().any(|meant| matches!(meant, Meant::Case(_))) => {
            (State::Waiting, "gone")
        }
        (Kind::Person { .. }, None) if arrived.thread.is_some() => (State::Waiting, AGAIN),
        (Kind::Person { .. }, None) => (State::Waiting, ""),
        (machine, _) => (State::Automatic, machine.code()),
    };
    Ok(Received {
        id: app.id(),
        channel: arrived.channel,
        state,
        why: why.to_owned(),
        danger: !signs.is_empty() && state != State::Automatic,
        received: arrived.at,
        sender: parsed.sender.clone(),
        sender_name: parsed.sender_name.clone(),
        recipient: arrived.recipient.to_owned(),
        subject: parsed.subject.clone(),
        text: parsed.text.clone(),
        message_id: parsed.message_id.clone(),
        with: With::default(),
        other: known.is_some_and(|known| known.other),
        thread: arrived.thread,
        case: known.map(|known| known.writer.case.id),
        resident: known.filter(|known| !known.other).and_then(|known| known.writer.resident),
        contact: None,
        staff: Id::NONE,
        done_at: if state == State::Waiting { 0 } else { app.now() },
        revision: 0,
    })
}

/// Keeps what came with it, as far as it may be kept; the rest is named with the reason.
async fn keep_files(app: &App, owner: &Subject, sent: &[(String, Vec<u8>)], cut: bool) -> Result<(With, Vec<File>)> {
    let takes = Takes { photos: true, pdf: true };
    let (mut with, mut kept) = (With::default(), Vec::new());
    if cut {
        with.refused.push(NotKept { name: String::new(), why: "mail-desk-cut".into() });
    }
    for (name, bytes) in sent {
        let name = name.clone();
        if kept.len() >= MOST_FILES {
            with.refused.push(NotKept { name, why: files_refused(files::Refused::TooMany, takes) });
            continue;
        }
        let spooled = Spooled::of_bytes(app, &name, bytes.clone()).await?;
        match files::keep(app, owner, &spooled, takes).await? {
            Ok(file) => {
                with.files.push(Attached { id: file.id, name: file.name.clone(), bytes: file.bytes });
                kept.push(file);
            }
            // There may be room when it is sent again.
            Err(files::Refused::NoRoom) => return Err(Error::Unavailable("no room for the files of a mail".into())),
            Err(refused) => with.refused.push(NotKept { name, why: files_refused(refused, takes) }),
        }
    }
    Ok((with, kept))
}

fn files_refused(refused: files::Refused, takes: Takes) -> String {
    refused.key(takes).replacen("page-", "mail-desk-", 1)
}

/// It becomes a message on the case.
pub(crate) async fn on_case(tx: &mut Tx, app: &App, received: &Received, reference: &Reference) -> Result<()> {
    let came = cases::received::Came {
        channel: received.channel.code().to_owned(),
        sender: if received.other { received.sender.clone() } else { String::new() },
        files: received.with.files.clone(),
        refused: received.with.refused.clone(),
    };
    let message = cases::received::Received {
        id: received.id,
        at: received.received,
        text: received.words(),
        danger: received.danger,
        came,
    };
    let who = Who::anyone(Lang::EN);
    cases::received::receive(tx, app, &who, (reference, &received.subject()), message).await
}

/// Which of our messages a report is about, by the address it was sent to, and what is wrong.
fn returned(meant: &[Meant], report: Option<&parse::Report>) -> Option<(Id, String)> {
    let report = report?;
    meant.iter().find_map(|meant| match meant {
        Meant::Returned(id) => Some((*id, report.trouble.clone())),
        _ => None,
    })
}

/// What counts for a sender, under a keyed hash.
pub(crate) fn bucket(app: &App, what: &str, sender: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).expect("HMAC takes a key of any length");
    mac.update(b"mail");
    mac.update(sender.to_lowercase().as_bytes());
    let hash = mac.finalize().into_bytes();
    let hash: String = hash[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("mail:{what}:{hash}")
}
