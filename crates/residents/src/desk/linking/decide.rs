//! `POST /desk/linking/{id}/decide`: one person, two people, or nobody can tell. It happens once; its key is made when the page is
//! drawn. What is decided can be decided anew; joined records are parted by [`super::part`].

use super::show::{self, Page};
use super::{path, proposal};
use crate::desk::{key, read_lines};
use crate::find::keys;
use crate::linking::joined;
use crate::store::merges::{self, Decision, Merge, Proposal};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{invalid, see};
use kit::who::Who;
use kit::{Error, Id, Result};
use serde_json::json;

/// What was chosen.
enum Chosen {
    /// They are one person; this record is kept.
    One(Id),
    /// They are two.
    Two,
    /// It cannot be told.
    Unsure,
}

fn read(page: &Page, form: &mut Form) -> Option<(Chosen, String)> {
    let (frame, of) = (&page.frame, &page.proposal);
    let chosen = match form.value("decision") {
        "one" => {
            let keep = [of.a, of.b].into_iter().find(|id| id.to_string() == form.value("keep"));
            if keep.is_none() {
                form.refuse("keep", frame.t("residents-desk-linking-keep-empty"));
            }
            keep.map(Chosen::One)
        }
        "two" => Some(Chosen::Two),
        "unsure" => Some(Chosen::Unsure),
        _ => {
            form.refuse("decision", frame.t("residents-desk-linking-decision-empty"));
            None
        }
    };
    let reason = read_lines(frame, form, "reason", "residents-desk-linking-reason-empty");
    Some((chosen?, reason?))
}

/// Why two records cannot be joined: somebody has said of two of their accounts that they are two people's, or it is done.
async fn hindrance(conn: &mut Conn, of: &Proposal) -> Result<Option<&'static str>> {
    let (of_a, of_b) = (joined::all(conn, of.a).await?, joined::all(conn, of.b).await?);
    if of_a.iter().any(|id| of_b.contains(id)) {
        return Ok(Some("residents-desk-linking-refused-joined"));
    }
    for a in &of_a {
        for b in &of_b {
            let other = merges::of_pair(conn, *a, *b).await?;
            if other.is_some_and(|other| other.id != of.id && other.state == "never") {
                return Ok(Some("residents-desk-linking-refused-never"));
            }
        }
    }
    Ok(None)
}

/// Does it.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let of = proposal(&mut conn, &who, &id).await?;
    let key = key(&form)?;
    if of.key == Some(key) {
        return Ok(see(&path(of.id)));
    }
    let mut page = show::page(&mut conn, &app, &who, of.clone(), form.clone()).await?;
    let chosen = read(&page, &mut form);
    if let Some((Chosen::One(_), _)) = &chosen
        && let Some(why) = hindrance(&mut conn, &of).await?
    {
        form.refuse("decision", page.frame.t(why));
    }
    let (Some((chosen, reason)), true) = (chosen, form.is_good()) else {
        page = show::page(&mut conn, &app, &who, of, form).await?;
        drop(conn);
        show::looked(&app, &who, &page.proposal).await?;
        return invalid(&page);
    };
    drop(conn);
    let mut tx = app.db.begin().await?;
    let revision: i64 = form.value("revision").parse().unwrap_or(0);
    let state = match chosen {
        Chosen::One(_) => "joined",
        Chosen::Two => "never",
        Chosen::Unsure => "unsure",
    };
    let decision = Decision { state, key, reason: &reason, by: who.staff()?.id, at: app.now() };
    // What is joined is parted first.
    let standing = page.standing.is_some();
    if standing || !merges::decide(&mut tx, of.id, revision, &decision).await? {
        let now = merges::proposal(&mut tx, of.id).await?.ok_or(Error::NotFound)?;
        if now.key == Some(key) {
            return Ok(see(&path(of.id)));
        }
        let mut page = show::page(&mut tx, &app, &who, now, form).await?;
        page.changed = true;
        drop(tx);
        show::looked(&app, &who, &page.proposal).await?;
        return invalid(&page);
    }
    match chosen {
        Chosen::One(keep) => join(&mut tx, &app, &who, &of, keep, (key, reason)).await?,
        Chosen::Two | Chosen::Unsure => {
            // About neither of the two: on their timelines it would tell one of the other.
            let kind = if state == "never" { "resident.kept-apart" } else { "resident.not-told-apart" };
            let fact = Fact::new(kind, &who).about("proposal", of.id).body(reason);
            facts::record(&mut tx, &app, fact).await?;
        }
    }
    tx.commit().await?;
    Ok(see(&path(of.id)))
}

async fn join(tx: &mut Tx, app: &App, who: &Who, of: &Proposal, keep: Id, (key, reason): (Id, String)) -> Result<()> {
    // Somebody else may have joined others of theirs since the page was looked at.
    if hindrance(tx, of).await?.is_some() {
        return Err(Error::Rerun);
    }
    let other = if keep == of.a { of.b } else { of.a };
    // Only the head of what is joined to another can go below it; so parting any two leaves the others as they were joined.
    let (kept, merged) = (keep, joined::kept(tx, other).await?);
    let office = who.staff()?.roles.first().map_or("", |role| role.code());
    let merge = Merge {
        id: key,
        proposal: of.id,
        kept,
        merged,
        office: office.to_owned(),
        reason: reason.clone(),
        made_by: who.staff()?.id,
        made_at: app.now(),
        disputed_at: None,
        undone_reason: String::new(),
        undone_by: None,
        undone_at: None,
    };
    if !merges::join(tx, &merge).await? {
        return Err(Error::Rerun);
    }
    rekey(tx, of).await?;
    let fact = Fact::new("resident.linked", who).data(json!({ "merge": key, "kept": kept, "merged": merged }));
    facts::record(tx, app, about_both(fact, of, &merge).body(reason)).await.map(drop)
}

/// A safe address of one is one of all while they are joined: whoever is found by it has to be found anew, and who may see their other
/// pairs is said anew.
pub(super) async fn rekey(tx: &mut Tx, of: &Proposal) -> Result<()> {
    for id in [of.a, of.b] {
        for account in joined::all(tx, id).await? {
            keys::write(tx, account).await?;
        }
        joined::guard(tx, id).await?;
    }
    Ok(())
}

/// Joined records share their timelines, unless a safe address parts them: then the fact is about neither.
pub(super) fn about_both(fact: Fact, of: &Proposal, merge: &Merge) -> Fact {
    if of.guarded {
        fact.about("proposal", of.id)
    } else {
        fact.about("resident", merge.kept).about("resident", merge.merged)
    }
}
