//! `POST /desk/linking/{id}/prove`: showing that two joined accounts are one person's. Whoever is with the officer reads out a code that
//! was sent to each account whose holder was not checked; only then does each see the other's.

use super::show;
use super::{path, proposal};
use crate::codes::{self, Ask, Checked, Purpose};
use crate::desk::caller::{value_of, ways};
use crate::door::{Instead, slow_down};
use crate::grants;
use crate::linking::proof::{self, Known};
use crate::model::Resident;
use crate::sign_in_code::refusal;
use crate::store::challenges::State as Got;
use crate::store::merges::{Merge, Proposal};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, invalid, see, too_often, with_cookies};
use kit::ui::Input;
use kit::who::Who;
use kit::{Error, Id, Lang, Result};

/// One of the two accounts, as the page asks about it.
pub(super) struct Side {
    /// `older` or `newer`.
    pub code: &'static str,
    account: Id,
    pub name: String,
    pub made: String,
    /// How its holder is known; nothing while they are not.
    pub known: Option<Known>,
    /// Where a code can be sent: the button's value, and as much of it as tells which.
    pub ways: Vec<(String, String)>,
    /// Where the code went that is waited for.
    waiting: Option<String>,
}

impl Side {
    /// The words of how its holder is known.
    pub fn state(&self) -> &'static str {
        match self.known {
            Some(Known::Checked) => "residents-desk-linking-proof-checked",
            Some(Known::ReadOut) => "residents-desk-linking-proof-read",
            None => "residents-desk-linking-proof-open",
        }
    }

    /// Where the code is typed that was read out.
    pub fn input<'a>(&'a self, frame: &'a Frame, form: &'a Form) -> Option<Input<'a>> {
        let way = self.waiting.as_ref()?;
        let name = field(self.code);
        let input = Input::one_time_code(name, frame.t("residents-open-code").to_owned());
        let input = input.hint(frame.with("residents-open-code-hint", "way", way.as_str())).attr("dir", "ltr");
        Some(input.value(String::new()).error(frame, form.error(name)))
    }
}

fn field(side: &str) -> &'static str {
    if side == "older" { "code-older" } else { "code-newer" }
}

/// Both sides of a merge of which it is still to be shown that they are one person's; of any other, none.
pub(super) async fn sides(conn: &mut Conn, app: &App, who: &Who, merge: &Merge, frame: &Frame) -> Result<Vec<Side>> {
    let Some(found) = proof::open(conn, merge).await? else { return Ok(Vec::new()) };
    let mut sides = Vec::new();
    for (code, resident) in [("older", found.older), ("newer", found.newer)] {
        let waiting = proof::code(conn, app, who, (merge.id, resident.id), Got::Waiting).await?;
        let ways = ways(app, &resident);
        sides.push(Side {
            code,
            account: resident.id,
            known: proof::known(conn, app, who, (merge, resident.id)).await?,
            ways: ways.iter().map(|way| (format!("{code}-{}", value_of(way)), way.veiled())).collect(),
            waiting: waiting.map(|waiting| waiting.address.veiled()),
            made: frame.with("residents-desk-linking-made", "date", frame.date(&resident.made_at)),
            name: resident.name,
        });
    }
    Ok(sides)
}

/// The page again, with what is wrong.
async fn again(app: &App, who: &Who, of: Proposal, form: Form) -> Result<show::Page> {
    let page = show::page(&mut *app.db.read().await?, app, who, of, form).await?;
    show::looked(app, who, &page.proposal).await?;
    Ok(page)
}

/// Sends a code, takes one, or only looks whether both are known; sent again it does nothing more.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let of = proposal(&mut conn, &who, &id).await?;
    let asked: Id = form.value("merge").parse().unwrap_or(Id::NONE);
    let page = show::page(&mut conn, &app, &who, of.clone(), Form::empty()).await?;
    drop(conn);
    let Some(merge) = page.standing.filter(|merge| merge.id == asked && !page.proving.is_empty()) else {
        return Ok(see(&path(of.id)));
    };
    if !form.value("send").is_empty() {
        return send(&app, &who, (of, &merge), form).await;
    }
    let mut tx = app.db.begin().await?;
    let of = proposal(&mut tx, &who, &id).await?;
    for side in &page.proving {
        take(&mut tx, &app, &who, (&merge, side), &mut form).await?;
    }
    let mut known = Vec::new();
    for side in &page.proving {
        known.push(proof::known(&mut tx, &app, &who, (&merge, side.account)).await?);
    }
    if form.is_good() && known.iter().all(Option::is_some) {
        let checked = known.iter().all(|one| *one == Some(Known::Checked));
        proof::prove(&mut tx, &app, &who, &merge, if checked { "checks" } else { "read-out" }).await?;
    }
    // A wrong code is a try, and one that was right is kept, whatever else is missing.
    tx.commit().await?;
    if form.is_good() { Ok(see(&path(of.id))) } else { invalid(&again(&app, &who, of, form).await?) }
}

/// Reads the code that was typed for one side, if one was.
async fn take(tx: &mut Tx, app: &App, who: &Who, (merge, side): (&Merge, &Side), form: &mut Form) -> Result<()> {
    let name = field(side.code);
    let Some(typed) = Some(form.trimmed(name).to_owned()).filter(|typed| !typed.is_empty()) else {
        // A form with nothing in it, where a code was asked for.
        if form.fields().iter().any(|(field, _)| field == name) && side.known.is_none() {
            form.refuse(name, app.t(Lang::EN, "residents-code-shape"));
        }
        return Ok(());
    };
    let of = (merge.id, side.account);
    let checked = match proof::code(tx, app, who, of, Got::Waiting).await? {
        Some(waiting) => codes::check(tx, app, who.visitor, Purpose::Join, waiting.challenge, &typed).await?,
        // The second press of one that was right.
        None if proof::code(tx, app, who, of, Got::Proved).await?.is_some() => return Ok(()),
        None => Checked::Over,
    };
    if !matches!(checked, Checked::Right(_)) {
        let english = Who { lang: Lang::EN, ..who.clone() };
        form.refuse(name, refusal(app, &english, &checked));
    }
    Ok(())
}

/// Sends a code to the account and the way whose button was pressed.
async fn send(app: &App, who: &Who, (of, merge): (Proposal, &Merge), mut form: Form) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let of = proposal(&mut tx, who, &of.id.to_string()).await?;
    let found = proof::open(&mut tx, merge).await?;
    let pressed = |code: &str, resident: Resident| {
        let theirs = ways(app, &resident);
        let way = theirs.into_iter().find(|way| form.value("send") == format!("{code}-{}", value_of(way)));
        way.map(|way| (resident, way))
    };
    let chosen = found.and_then(|sides| pressed("older", sides.older).or_else(|| pressed("newer", sides.newer)));
    let Some((resident, address)) = chosen else { return Ok(see(&path(of.id))) };
    let (visitor, cookie) = grants::visitor(&mut tx, app, who).await?;
    let ask = Ask {
        purpose: Purpose::Join,
        subject: codes::joining(app, merge.id, resident.id),
        visitor,
        device: None,
        address: &address,
        deliver: true,
        leads_to: proof::PAGE,
        lang: resident.lang,
        read_out: true,
    };
    match codes::send(&mut tx, app, ask).await {
        Ok(_) => {
            tx.commit().await?;
            with_cookies(see(&format!("{}#proof", path(of.id))), cookie)
        }
        Err(Error::TooMany(seconds)) => {
            drop(tx);
            let english = Who { lang: Lang::EN, ..who.clone() };
            form.refuse("proof", slow_down(app, &english, Instead::Newest, seconds));
            too_often(seconds, &again(app, who, of, form).await?)
        }
        Err(cause) => Err(cause),
    }
}
