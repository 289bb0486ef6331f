//! `POST /desk/linking/{id}/decide`: one person, two people, or nobody can tell. It happens once; its key is made when the page is
//! drawn. What is decided can be decided anew; joined records are parted by [`super::part`].

use super::show::{self, Page};
use super::{path, proposal};
use crate::desk::{LINES, key};
use crate::linking::join::{hindrance, join};
use crate::store::merges::{self, Decision};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{invalid, see};
use kit::who::Who;
use kit::{Id, Result, read};

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
    let reason = read::lines(frame, form, "reason", "residents-desk-linking-reason-empty", LINES);
    Some((chosen?, reason?))
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
    // A record may have become confidential meanwhile, or its address a safe one: then it is for few to decide, or to be shown again.
    let now = proposal(&mut tx, &who, &id).await?;
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
        Chosen::One(keep) => join(&mut tx, &app, &who, (&now, keep), (key, reason)).await.map(drop)?,
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
