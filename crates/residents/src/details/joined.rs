//! What staff have joined as this resident's: when, by what kind of office, and "this is not me", which parts the accounts at once and
//! lets staff look again.

use crate::access;
use crate::model::Resident;
use crate::store;
use crate::store::merges::{self, Merge};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::db::Conn;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, see};
use kit::who::{Role, Who};
use kit::{Id, Result};
use serde_json::json;

const HERE: &str = "/account/details/joined";

/// One joining, as its person reads it.
struct Joined {
    merge: Id,
    when: String,
    /// The other account, not the one signed in to.
    name: String,
    made: String,
    ways: Vec<String>,
}

#[derive(Template)]
#[template(path = "joined.html")]
struct Page {
    frame: Frame,
    all: Vec<Joined>,
}

/// The merges by which this resident's accounts are one.
async fn own(conn: &mut Conn, who: &Who) -> Result<Vec<Merge>> {
    access::own(who)?;
    let (mut all, accounts): (Vec<Merge>, _) = (Vec::new(), who.accounts());
    for account in &accounts {
        for edge in merges::edges(conn, *account).await? {
            let theirs = accounts.contains(&edge.kept) && accounts.contains(&edge.merged) && !edge.is_apart();
            if theirs && !all.iter().any(|merge| merge.id == edge.id) {
                all.extend(merges::merge(conn, edge.id).await?);
            }
        }
    }
    Ok(all)
}

fn office(merge: &Merge) -> &'static str {
    match Role::of(&merge.office) {
        Some(Role::Officer) => "residents-joined-by-officer",
        Some(Role::TeamLeader) => "residents-joined-by-leader",
        _ => "residents-joined-by-somebody",
    }
}

/// An email or a number, as much of it as its owner needs to know it by.
fn hinted(address: &str) -> String {
    let begin = |text: &str| text.chars().take(2).collect::<String>();
    match address.split_once('@') {
        Some((mailbox, provider)) => format!("{}…@{}…", begin(mailbox), begin(provider)),
        None => format!("…{}", address.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect::<String>()),
    }
}

/// GET `/account/details/joined`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let asked = Form::parse(query.unwrap_or_default().as_bytes());
    let frame = Frame::new(&app, &who, HERE, "residents-joined");
    let notice = (asked.value("done") == "not-me").then(|| frame.t("residents-joined-parted").to_owned());
    let mut all = Vec::new();
    for merge in own(&mut read, &who).await? {
        let other = if merge.kept == who.id() { merge.merged } else { merge.kept };
        let Some(other) = store::by_id(&mut read, other).await? else { continue };
        all.push(joined(&frame, &merge, &other));
    }
    html(&Page { frame: frame.with_notice(notice), all })
}

fn joined(frame: &Frame, merge: &Merge, other: &Resident) -> Joined {
    let ways = [&other.email, &other.phone].into_iter().flatten();
    Joined {
        merge: merge.id,
        when: frame.with(office(merge), "when", frame.date(&merge.made_at)),
        name: other.name.clone(),
        made: frame.with("residents-joined-made", "date", frame.date(&other.made_at)),
        ways: ways.map(|way| hinted(way)).collect(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_hinted_at_and_not_told() {
        assert_eq!(hinted("ada.testwell@post.example"), "ad…@po…");
        assert_eq!(hinted("07700 900123"), "…123");
        assert_eq!(hinted(""), "…");
    }
}
