//! `GET /desk/linking/{id}`: two records side by side, why they may be of one person, and what was decided.

use super::reasons::{Reason, points, reasons};
use super::{list, path, proposal, weights};
use super::{part, prove};
use crate::linking::{self, details::Details, joined, learned, proof};
use crate::store::merges::{self, Merge, Proposal};
use crate::store::record;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::db::Conn;
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, html};
use kit::ui::{Choice, Choices, Markup, Radios};
use kit::who::Who;
use kit::{Error, Id, Lang, Result, looks};

/// One of the two, as the page shows it.
pub(super) struct Side {
    pub id: Id,
    pub name: String,
    made: String,
    /// Its email or number; empty where one of the two has a safe address.
    way: String,
    markers: Vec<String>,
    /// Its holder passed a check with whoever looks, just now.
    checked: bool,
}

/// What was done before.
struct Past {
    words: String,
    by: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "desk-linking-one.html")]
pub(super) struct Page {
    pub frame: Frame,
    form: Form,
    key: Id,
    pub proposal: Proposal,
    sides: Vec<Side>,
    reasons: Vec<Reason>,
    /// By which weights.
    weights: String,
    likely: String,
    all: String,
    /// The merge of the two that stands.
    pub standing: Option<Merge>,
    /// Its two sides, while it is still to be shown that they are one person's.
    pub proving: Vec<prove::Side>,
    /// They are one record by way of others.
    joined: bool,
    past: Vec<Past>,
    /// Somebody else decided since the page was drawn.
    pub changed: bool,
}

impl Page {
    /// What whoever parts them says they are: two people, unless it is said otherwise.
    fn parted_as(&self) -> Choices<'_> {
        let choice = |code: &'static str| {
            Choice::new(code, self.frame.t(&format!("residents-desk-linking-part-as-{code}")).to_owned())
        };
        let chosen = if self.form.value("as").is_empty() { part::TWO } else { self.form.value("as") };
        Radios::new("as", self.frame.t("residents-desk-linking-part-as"))
            .choices([choice(part::TWO), choice(part::UNSURE)])
            .value(chosen)
            .error(&self.frame, self.form.error("as"))
    }

    fn choices(&self) -> Choices<'_> {
        let frame = &self.frame;
        let choice = |code: &'static str| {
            let hint = frame.t(&format!("residents-desk-linking-{code}-hint")).to_owned();
            Choice::new(code, frame.t(&format!("residents-desk-linking-{code}")).to_owned()).hint(hint)
        };
        let side = |side: &Side| {
            let choice = Choice::new(side.id.to_string(), format!("{}, {}", side.name, side.made));
            if side.way.is_empty() { choice } else { choice.hint(side.way.clone()) }
        };
        let keep = Radios::new("keep", frame.t("residents-desk-linking-keep"))
            .hint(frame.t("residents-desk-linking-keep-hint"))
            .choices(self.sides.iter().map(side))
            .value(self.form.value("keep"))
            .error(frame, self.form.error("keep"));
        Radios::new("decision", frame.t("residents-desk-linking-decision"))
            .choices([choice("one").conditional(Markup::from(keep)), choice("two"), choice("unsure")])
            .value(self.form.value("decision"))
            .error(frame, self.form.error("decision"))
    }

    /// The holders of both are known by now: there is nothing more to be shown.
    fn are_known(&self) -> bool {
        self.proving.iter().all(|side| side.known.is_some())
    }

    fn state(&self) -> String {
        self.frame.t(&format!("residents-desk-linking-state-{}", self.proposal.state)).to_owned()
    }
}

/// The page, as it stands now.
pub(super) async fn page(conn: &mut Conn, app: &App, who: &Who, proposal: Proposal, form: Form) -> Result<Page> {
    let frame =
        Frame::new(app, &Who { lang: Lang::EN, ..who.clone() }, path(proposal.id), "residents-desk-linking-one-title");
    let frame = frame.with_error(!form.is_good());
    let people = crate::store::keys::people(conn, &[proposal.a, proposal.b]).await?;
    let of = |id: Id| people.iter().find(|person| person.id == id).ok_or(Error::NotFound);
    let (a, b) = (Details::of(of(proposal.a)?), Details::of(of(proposal.b)?));
    let score = linking::compare(conn, &proposal).await?.ok_or(Error::NotFound)?;
    let mut sides = Vec::new();
    for id in [proposal.a, proposal.b] {
        let account = crate::store::by_id(conn, id).await?.ok_or(Error::NotFound)?;
        let markers = record::markers(conn, id).await?;
        let marked = markers.iter().map(|marker| frame.t(&format!("residents-marker-{}", marker.kind)).to_owned());
        let made = frame.with("residents-desk-linking-made", "date", frame.date(&account.made_at));
        let way = [account.email, account.phone].into_iter().flatten().find(|_| !proposal.guarded).unwrap_or_default();
        let checked = proof::is_checked(conn, app, who, id, app.now()).await?;
        sides.push(Side { id, name: account.name, made, way, markers: marked.collect(), checked });
    }
    let all = merges::of_proposal(conn, proposal.id).await?;
    let past = past(conn, app, &frame, &proposal, &all).await?;
    let joined = joined::kept(conn, proposal.a).await? == joined::kept(conn, proposal.b).await?;
    let standing = all.into_iter().find(|merge| merge.undone_at.is_none());
    let proving = match &standing {
        Some(merge) => prove::sides(conn, app, who, merge, &frame).await?,
        None => Vec::new(),
    };
    let key = form.value("key").parse().unwrap_or_else(|_| app.id());
    Ok(Page {
        form,
        key,
        sides,
        reasons: reasons(&frame, (&a, &b), &score, proposal.guarded),
        weights: weights::by(&frame, &learned::of(conn, proposal.model).await?),
        likely: list::likely(&frame, score.bits()),
        all: points(score.bits()),
        standing,
        proving,
        joined,
        past,
        changed: false,
        frame,
        proposal,
    })
}

async fn past(conn: &mut Conn, app: &App, frame: &Frame, of: &Proposal, merges: &[Merge]) -> Result<Vec<Past>> {
    let mut all = Vec::new();
    let mut add = async |conn: &mut Conn, key: &str, at: i64, by: Option<Id>, reason: &str| -> Result<()> {
        let staff = match by {
            Some(by) => (app.staff)(conn, by).await?.map(|staff| staff.name),
            None => None,
        };
        let words = frame.with(key, "when", frame.date_time(&at));
        all.push(Past { words, by: staff.unwrap_or_default(), reason: reason.to_owned() });
        Ok(())
    };
    for merge in merges {
        add(conn, "residents-desk-linking-past-joined", merge.made_at, Some(merge.made_by), &merge.reason).await?;
        if let Some(proof) = &merge.proof {
            let key = format!("residents-desk-linking-past-{}", proof.how);
            add(conn, &key, proof.at, Some(proof.by), "").await?;
        }
        if let Some(at) = merge.disputed_at {
            add(conn, "residents-desk-linking-past-disputed", at, None, "").await?;
        }
        if let Some(at) = merge.undone_at {
            add(conn, "residents-desk-linking-past-parted", at, merge.undone_by, &merge.undone_reason).await?;
        }
    }
    let key = match of.state.as_str() {
        "never" => "residents-desk-linking-past-never",
        "unsure" => "residents-desk-linking-past-unsure",
        _ => return Ok(all),
    };
    if let Some(at) = of.decided_at {
        add(conn, key, at, of.decided_by, &of.reason).await?;
    }
    Ok(all)
}

/// Draws it; both are looked at, and that is on record first.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let mut read = app.db.read().await?;
    let proposal = proposal(&mut read, &who, &id).await?;
    let page = page(&mut read, &app, &who, proposal, Form::empty()).await?;
    drop(read);
    looked(&app, &who, &page.proposal).await?;
    html(&page)
}

/// Notes that both were looked at.
pub(super) async fn looked(app: &App, who: &Who, proposal: &Proposal) -> Result<()> {
    let mut tx = app.db.begin().await?;
    for id in [proposal.a, proposal.b] {
        looks::record(&mut tx, app, who, "resident", id, "linking").await?;
    }
    tx.commit().await
}
