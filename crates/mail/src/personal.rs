//! What this noun holds on a person, and erasing it.

use crate::model::{How, Originals, Received, State};
use crate::store::{self, received};
use kit::db::{Conn, Tx};
use kit::files;
use kit::personal::{Part, Reader, Row};
use kit::{Id, Result};
use residents::Phone;

/// Mail that belongs to them or to their cases, what the law makes of it and of their contacts, and for staff, who read it through, what says it is from their addresses.
pub async fn personal_data(
    conn: &mut Conn,
    resident: Id,
    (cases, addresses): (&[Id], &[String]),
    reader: Reader,
) -> Result<Vec<Part>> {
    let (mut rows, mut answers, mut originals) = (Vec::new(), Vec::new(), Vec::new());
    let (mut kept, mut marks) = (Vec::new(), Vec::new());
    for received in &theirs(conn, resident, (cases, addresses), reader).await? {
        rows.push(row(received, reader));
        for written in store::answers::of_mail(conn, received.id).await? {
            let row = Row::new().id("id", written.id).time("at", written.at);
            answers.push(row.text("text", written.text.as_str()));
        }
        originals.extend(store::originals::of_mail(conn, received.id).await?.map(|one| returns(&one)));
        // Those of a message on a case are told with the case.
        if received.state != State::Case {
            let of = cases::marks::every(conn, received.id).await?;
            marks.extend(of.iter().filter_map(|mark| cases::marks::row(mark, reader)));
        }
        for file in files::of(conn, &received.subject()).await? {
            let mut told = file.personal(&format!("{}/files/{}", crate::path(received.id), file.id));
            // Staff hand it out: no page of a resident's own shows it.
            told.0.retain(|(name, _)| reader == Reader::Staff || *name != "path");
            kept.push(told);
        }
    }
    for contact in contact::of_resident(conn, resident).await? {
        let of = cases::marks::every(conn, contact.id).await?;
        marks.extend(of.iter().filter_map(|mark| cases::marks::row(mark, reader)));
    }
    Ok(vec![
        Part::of("mail_received", rows),
        Part::of("mail_answers", answers),
        Part::of("mail_originals", originals),
        Part::of("files", kept),
        Part::of("cases_marks", marks),
    ])
}

/// The mails that are told to this reader, so that a look at one can be told too.
pub async fn ids_of(conn: &mut Conn, resident: Id, known: (&[Id], &[String]), reader: Reader) -> Result<Vec<Id>> {
    Ok(theirs(conn, resident, known, reader).await?.iter().map(|received| received.id).collect())
}

/// An address as what came from it has it: a number in its international form, an email in small letters.
fn sender(address: &str) -> String {
    Phone::read(address).map_or_else(|_| address.to_lowercase(), |phone| phone.key().to_owned())
}

async fn theirs(
    conn: &mut Conn,
    resident: Id,
    (cases, addresses): (&[Id], &[String]),
    reader: Reader,
) -> Result<Vec<Received>> {
    let mut all = received::of_resident(conn, resident).await?;
    for case in cases {
        all.extend(received::of_case(conn, *case).await?);
    }
    for address in addresses {
        all.extend(received::of_sender(conn, &sender(address)).await?);
    }
    all.sort_by_key(|received| received.id);
    all.dedup_by_key(|received| received.id);
    // Anybody can write somebody else's address: what nobody has read yet is not told to them as theirs. Nor is what another
    // reporter of the same thing wrote.
    all.retain(|received| {
        let own = addresses.iter().any(|address| sender(address).eq_ignore_ascii_case(&received.sender));
        reader == Reader::Staff
            || received.resident == Some(resident)
            || received.state == State::Case && own && !received.other
    });
    Ok(all)
}

fn row(received: &Received, reader: Reader) -> Row {
    let row = Row::new().id("id", received.id).time("at", received.received);
    let row = row.word("channel", received.channel.code(), received.channel.words());
    let row = row.text("from", received.sender.as_str()).text("name", received.sender_name.as_str());
    let row = row.text("sent-to", received.recipient.as_str()).text("subject", received.subject.as_str());
    let row = row.text("text", received.text.as_str()).code("state", received.state.code());
    let row = row.code("message_id", received.message_id.as_str()).code("why", received.why.as_str());
    if reader == Reader::Staff { row.code("other", received.other) } else { row }
}

fn returns(one: &Originals) -> Row {
    let row = Row::new().text("what", one.what.as_str()).time("at", one.received);
    let row = row.code("how", one.how.map_or("", How::code)).text("note", one.note.as_str());
    if one.how.is_some() { row.time("returned", one.returned_at) } else { row }
}

/// Whether there is something to be done with it first: a mark stands, or originals are still here.
pub(crate) async fn is_needed(conn: &mut Conn, mail: Id) -> Result<bool> {
    let originals = store::originals::of_mail(conn, mail).await?;
    Ok(originals.is_some_and(|one| one.how.is_none()) || cases::marks::stands(conn, mail).await?)
}

/// What belongs to them, and what is theirs by its address; what stands on a case goes with the case, and what an officer put on
/// somebody else's record with that, which may be on hold.
async fn off_cases(conn: &mut Conn, resident: Id, addresses: &[String]) -> Result<Vec<Received>> {
    let mut all = received::of_resident(conn, resident).await?;
    for address in addresses {
        all.extend(received::of_sender(conn, &sender(address)).await?);
    }
    all.retain(|received| received.state != State::Case && received.resident.is_none_or(|of| of == resident));
    all.sort_by_key(|received| received.id);
    all.dedup_by_key(|received| received.id);
    Ok(all)
}

/// How many of their mails on no case, and of their contacts, are marked or have originals that are still here: whoever threatens does not end an alert by asking
/// to be erased.
pub async fn marked(conn: &mut Conn, resident: Id, addresses: &[String]) -> Result<usize> {
    let mut marked = 0;
    for received in off_cases(conn, resident, addresses).await? {
        marked += usize::from(is_needed(conn, received.id).await?);
    }
    for contact in contact::of_resident(conn, resident).await? {
        marked += usize::from(cases::marks::stands(conn, contact.id).await?);
    }
    Ok(marked)
}

/// Erases what belongs to them, and what is theirs by its address and was never a case's; what is still to be dealt with stays.
pub async fn erase(tx: &mut Tx, resident: Id, addresses: &[String]) -> Result<()> {
    for received in off_cases(tx, resident, addresses).await? {
        if !is_needed(tx, received.id).await? {
            forget(tx, &received).await?;
        }
    }
    for contact in contact::of_resident(tx, resident).await? {
        if !cases::marks::stands(tx, contact.id).await? {
            cases::marks::forget(tx, contact.id).await?;
        }
    }
    Ok(())
}

/// Forgets the mail of a case that has been erased.
pub(crate) async fn forget_case(tx: &mut Tx, case: Id) -> Result<()> {
    for received in received::of_case(tx, case).await? {
        forget(tx, &received).await?;
    }
    Ok(())
}

/// Deletes it with its files.
pub(crate) async fn forget(tx: &mut Tx, received: &Received) -> Result<()> {
    files::delete_all(tx, &received.subject()).await?;
    cases::marks::forget(tx, received.id).await?;
    store::answers::delete_of(tx, received.id).await?;
    store::originals::delete_of(tx, received.id).await?;
    received::delete(tx, received.id).await
}
