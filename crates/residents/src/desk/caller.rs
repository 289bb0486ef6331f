//! Who is asking: what of a record somebody can get right, and the code that is sent to them so that they read it out.

use super::open::Asked;
use super::path;
use crate::checks::{Given, Requests};
use crate::codes::{self, Ask, Checked, Purpose};
use crate::linking::joined;
use crate::model::{Address, Resident};
use crate::sign_in_code::refusal;
use crate::store::keys;
use crate::store::record::Marker;
use crate::{grants, next};
use kit::app::App;
use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::who::Who;
use kit::{Id, Lang, Result, link};

/// What is on record, and can be asked for.
#[derive(Debug, Default)]
pub(crate) struct Known {
    home: bool,
    born: bool,
    phone: bool,
    /// Where a code can be sent.
    ways: Vec<Address>,
}

impl Known {
    /// What is known of this resident. Whoever has died reads no code out, and of a safe address nothing is asked.
    pub(crate) async fn of(conn: &mut Conn, app: &App, resident: &Resident, markers: &[Marker]) -> Result<Known> {
        let person = keys::person(conn, resident.id).await?;
        let has_died = markers.iter().any(|marker| marker.kind == "deceased");
        Ok(Known {
            home: person.as_ref().is_some_and(|person| person.home.is_some() && !person.guarded),
            born: person.is_some_and(|person| person.born.is_some()),
            phone: resident.phone.is_some(),
            ways: if has_died { Vec::new() } else { ways(app, resident) },
        })
    }

    /// True for what a member of staff hears or sees themselves and can compare with the record.
    pub(crate) fn can_be_ticked(&self, given: Given) -> bool {
        match given {
            Given::Name | Given::Papers | Given::Vouched => true,
            Given::Address => self.home,
            Given::Born => self.born,
            Given::RungBack => self.phone,
            Given::Reference | Given::Code => false,
        }
    }

    /// Where a code can be sent, each with the value of its button; enough of it to say which, and no more.
    pub(crate) fn ways(&self) -> Vec<(&'static str, String)> {
        self.ways.iter().map(|way| (value_of(way), way.veiled())).collect()
    }

    fn way(&self, value: &str) -> Option<&Address> {
        self.ways.iter().find(|way| value_of(way) == value)
    }
}

/// Where a code can be sent to whoever holds this account.
pub(crate) fn ways(app: &App, resident: &Resident) -> Vec<Address> {
    let email = resident.email.as_deref().and_then(|email| Address::email(email).ok());
    let phone = resident.phone.as_deref().and_then(|phone| Address::phone(phone).ok());
    [email, phone].into_iter().flatten().filter(|way| way.can_get_codes(app)).collect()
}

/// A way as the value of a button.
pub(crate) fn value_of(way: &Address) -> &'static str {
    match way {
        Address::Email(_) => "email",
        Address::Phone(_) => "phone",
    }
}

/// Sends a code to the way whose button was pressed. Gives the page where it is entered, which keeps what was ticked, and the
/// cookie that may have to be set; nothing where there is no such way. Over the limit: [`kit::Error::TooMany`].
pub(crate) async fn send(
    app: &App,
    who: &Who,
    (resident, known): (&Resident, &Known),
    form: &Form,
) -> Result<Option<(String, Option<String>)>> {
    let Some(address) = known.way(form.value("send")) else { return Ok(None) };
    let mut tx = app.db.begin().await?;
    let (visitor, cookie) = grants::visitor(&mut tx, app, who).await?;
    let ask = Ask {
        purpose: Purpose::Caller,
        subject: resident.id,
        visitor,
        device: None,
        address,
        deliver: true,
        leads_to: next::HOME,
        lang: resident.lang,
        read_out: true,
    };
    let challenge = codes::send(&mut tx, app, ask).await?.to_string();
    tx.commit().await?;
    let mut parts = vec![("challenge", challenge.as_str()), ("caller", form.value("caller"))];
    parts.extend(form.values("given").map(|given| ("given", given)));
    Ok(Some((link::path(&format!("{}/open", path(resident.id)), &parts), cookie)))
}

/// Where the code that is waited for went; nothing where none was sent from this browser, or it is over.
pub(crate) async fn waiting(conn: &mut Conn, app: &App, who: &Who, id: Id, asked: &Asked) -> Result<Option<Address>> {
    let found = codes::waiting(conn, app, who.visitor, Purpose::Caller, asked.challenge).await?;
    Ok(found.filter(|found| found.subject == id).map(|found| found.address))
}

/// Reads what was got right: what was ticked and can be, a reference and a code that are looked at here. Nothing, and what is wrong
/// in the form, where one of these is not right; commit even then, for tries count.
pub(crate) async fn given(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    (id, known): (Id, &Known),
    form: &mut Form,
) -> Result<Option<Vec<Given>>> {
    let mut given: Vec<Given> = Given::ALL
        .into_iter()
        .filter(|given| known.can_be_ticked(*given) && form.chose("given", given.code()))
        .collect();
    if !form.trimmed("reference").is_empty() {
        // Of an account that was joined and not shown to be theirs a reference says nothing of who they are.
        let accounts = joined::own(tx, id).await?;
        match (app.part::<Requests>()?.0)(tx, app, &accounts, form.trimmed("reference")).await? {
            true => given.push(Given::Reference),
            false => form.refuse("reference", app.t(Lang::EN, "residents-open-reference-wrong")),
        }
    }
    // A right code is used up: not by a form that comes back for something else.
    if form.is_good() && !form.trimmed("code").is_empty() {
        let challenge: Id = form.value("challenge").parse().unwrap_or(Id::NONE);
        match codes::check(tx, app, who.visitor, Purpose::Caller, challenge, form.trimmed("code")).await? {
            Checked::Right(proof) if proof.subject == id => {
                codes::spend(tx, challenge).await?;
                given.push(Given::Code);
            }
            checked => {
                let english = Who { lang: Lang::EN, ..who.clone() };
                form.refuse("code", refusal(app, &english, &checked));
            }
        }
    }
    Ok(form.is_good().then_some(given))
}
