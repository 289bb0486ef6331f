//! What staff have joined as this resident's: when, by what kind of office, and "this is not me", which parts the accounts at once and
//! lets staff look again. Until it is shown that both accounts are theirs, nothing of one is said to the other but that there is one,
//! and how to show it: by the code that goes to the older account, entered in the newer.

use crate::codes::{self, Ask, Checked, Purpose};
use crate::desk::caller::ways;
use crate::door::{Instead, slow_down};
use crate::linking::proof::{self, PAGE as HERE};
use crate::model::{Address, Resident};
use crate::sign_in_code::refusal;
use crate::store;
use crate::store::challenges::State as Got;
use crate::store::merges::{self, Merge};
use crate::{access, grants};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::db::Conn;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see, too_often, with_cookies};
use kit::ui::Input;
use kit::who::{Role, Who};
use kit::{Error, Id, Result};
use serde_json::json;

/// One joining, as its person reads it.
struct Joined {
    merge: Id,
    when: String,
    shown: Shown,
}

/// What is said of the other account.
enum Shown {
    /// It is theirs.
    Theirs { name: String, made: String, ways: Vec<String> },
    /// It is to be shown that it is, from here: the code that was asked for can be entered.
    Here { waiting: bool },
    /// From the other account.
    There,
    /// Not while things are as they are: somebody has died.
    Nowhere,
}

#[derive(Template)]
#[template(path = "joined.html")]
struct Page {
    frame: Frame,
    form: Form,
    all: Vec<Joined>,
}

impl Page {
    /// Where the code is typed, of one of several joinings.
    fn code(&self, merge: Id) -> Input<'_> {
        let name = field(merge);
        let error = self.form.error(&name).map(str::to_owned);
        let input = Input::one_time_code(name, self.frame.t("residents-code-label")).attr("dir", "ltr");
        input.value(String::new()).error(&self.frame, error)
    }
}

fn field(merge: Id) -> String {
    format!("code-{merge}")
}

/// The merges of this resident's accounts that stand, but those that something keeps apart.
async fn own(conn: &mut Conn, who: &Who) -> Result<Vec<Merge>> {
    access::own(who)?;
    proof::of_accounts(conn, &who.accounts()).await
}

fn office(merge: &Merge) -> &'static str {
    match Role::of(&merge.office) {
        Some(Role::Officer) => "residents-joined-by-officer",
        Some(Role::TeamLeader) => "residents-joined-by-leader",
        _ => "residents-joined-by-somebody",
    }
}

async fn page(conn: &mut Conn, app: &App, who: &Who, form: Form) -> Result<Page> {
    let frame = Frame::new(app, who, HERE, "residents-joined").with_error(!form.is_good());
    let mut all = Vec::new();
    for merge in own(conn, who).await? {
        let shown = match merge.proof {
            Some(_) => theirs(conn, &frame, who, &merge).await?,
            None => Some(unproved(conn, app, who, &merge).await?),
        };
        let when = frame.with(office(&merge), "when", frame.date(&merge.made_at));
        all.extend(shown.map(|shown| Joined { merge: merge.id, when, shown }));
    }
    Ok(Page { frame, form, all })
}

async fn theirs(conn: &mut Conn, frame: &Frame, who: &Who, merge: &Merge) -> Result<Option<Shown>> {
    let other = if merge.kept == who.id() { merge.merged } else { merge.kept };
    let Some(other) = store::by_id(conn, other).await? else { return Ok(None) };
    let ways = [&other.email, &other.phone].into_iter().flatten().filter_map(|way| Address::read(way).ok());
    let ways = ways.map(|way| way.veiled()).collect();
    let made = frame.with("residents-joined-made", "date", frame.date(&other.made_at));
    Ok(Some(Shown::Theirs { name: other.name, made, ways }))
}

async fn unproved(conn: &mut Conn, app: &App, who: &Who, merge: &Merge) -> Result<Shown> {
    let Some(sides) = proof::open(conn, merge).await? else { return Ok(Shown::Nowhere) };
    if !who.accounts().contains(&sides.newer.id) {
        return Ok(Shown::There);
    }
    let waiting = proof::code(conn, app, who, (merge.id, sides.older.id), Got::Waiting).await?;
    Ok(Shown::Here { waiting: waiting.is_some() })
}

/// The merge a form is about, and the older of its accounts, where it is to be shown from this account.
async fn asked(conn: &mut Conn, who: &Who, form: &Form) -> Result<Option<(Merge, Resident)>> {
    let asked: Id = form.value("merge").parse().unwrap_or(Id::NONE);
    let Some(merge) = own(conn, who).await?.into_iter().find(|merge| merge.id == asked) else { return Ok(None) };
    let sides = proof::open(conn, &merge).await?.filter(|sides| who.accounts().contains(&sides.newer.id));
    Ok(sides.map(|sides| (merge, sides.older)))
}

/// GET `/account/details/joined`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = Form::parse(query.unwrap_or_default().as_bytes());
    let done = match asked.value("done") {
        "not-me" => Some("residents-joined-parted"),
        "sent" => Some("residents-joined-sent"),
        "proved" => Some("residents-joined-proved"),
        _ => None,
    };
    let mut page = page(&mut *app.db.read().await?, &app, &who, Form::empty()).await?;
    let notice = done.map(|key| page.frame.t(key).to_owned());
    page.frame = page.frame.with_notice(notice);
    html(&page)
}

/// POST `/account/details/joined/code`: sends a code to the older account. Whether that can be reached is not told: the page that
/// follows is the same.
pub async fn send(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let Some((merge, older)) = asked(&mut tx, &who, &form).await? else { return Ok(see(HERE)) };
    let (reached, own) = (ways(&app, &older), store::by_id(&mut tx, who.id()).await?.ok_or(Error::SignIn)?);
    // Where nothing can be sent, what stands for it is an address of their own.
    let Some(address) = reached.first().cloned().or_else(|| ways(&app, &own).first().cloned()) else {
        return Ok(see(&format!("{HERE}?done=sent")));
    };
    let (visitor, cookie) = grants::visitor(&mut tx, &app, &who).await?;
    let ask = Ask {
        purpose: Purpose::Join,
        subject: codes::joining(&app, merge.id, older.id),
        visitor,
        device: None,
        address: &address,
        deliver: !reached.is_empty(),
        leads_to: HERE,
        lang: older.lang,
        read_out: false,
    };
    match codes::send(&mut tx, &app, ask).await {
        Ok(_) => {
            tx.commit().await?;
            with_cookies(see(&format!("{HERE}?done=sent")), cookie)
        }
        Err(Error::TooMany(seconds)) => {
            drop(tx);
            form.refuse(&field(merge.id), slow_down(&app, &who, Instead::Newest, seconds));
            too_often(seconds, &page(&mut *app.db.read().await?, &app, &who, form).await?)
        }
        Err(cause) => Err(cause),
    }
}

/// POST `/account/details/joined/prove`: the code. Sent again it does nothing more.
pub async fn prove(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let Some((merge, older)) = asked(&mut tx, &who, &form).await? else { return Ok(see(HERE)) };
    let checked = match proof::code(&mut tx, &app, &who, (merge.id, older.id), Got::Waiting).await? {
        Some(of) => {
            codes::check(&mut tx, &app, who.visitor, Purpose::Join, of.challenge, form.value(&field(merge.id))).await?
        }
        None => Checked::Over,
    };
    if let Checked::Right(right) = &checked {
        codes::spend(&mut tx, right.challenge).await?;
        proof::prove(&mut tx, &app, &who, &merge, "code").await?;
        tx.commit().await?;
        return Ok(see(&format!("{HERE}?done=proved")));
    }
    // A wrong code is a try.
    tx.commit().await?;
    form.refuse(&field(merge.id), refusal(&app, &who, &checked));
    invalid(&page(&mut *app.db.read().await?, &app, &who, form).await?)
}

/// POST `/account/details/joined/not-me`: sent again it does nothing more.
pub async fn not_me(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    let asked: Id = form.value("merge").parse().unwrap_or(Id::NONE);
    let mut tx = app.db.begin().await?;
    // A merge that is not theirs, or not theirs any more, is left alone and nothing is said of it.
    if let Some(merge) = own(&mut tx, &who).await?.into_iter().find(|merge| merge.id == asked) {
        if merges::dispute(&mut tx, &merge, who.id(), app.now()).await? {
            let fact = Fact::new("resident.disputed", &who).about("resident", who.id());
            facts::record(&mut tx, &app, fact.data(json!({ "merge": merge.id }))).await?;
        }
        tx.commit().await?;
    }
    Ok(see(&format!("{HERE}?done=not-me")))
}
