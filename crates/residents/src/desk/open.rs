//! Opening a record: somebody asks, and is checked; or it is opened to work on, and nobody is told anything.

use crate::access;
use crate::authorities::{Authority, Services};
use crate::checks::{self, Given};
use crate::desk::caller::{self, Known};
use crate::desk::{self, LINE, frame, path, withdraw};
use crate::door::{Instead, slow_down};
use crate::linking::joined;
use crate::model::Resident;
use crate::store::failed;
use crate::store::record::{self, Marker, Opening};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::clock::{HOUR, MINUTE, Micros};
use kit::db::Tx;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see, too_often, with_cookies};
use kit::ui::{Checkboxes, Choice, Choices, Input, Markup, Radios};
use kit::who::Who;
use kit::{Error, Id, Lang, Result, link, looks, read};
use serde_json::json;

/// How long a record stays open to whoever checked a caller, or works on it.
const FOR_A_CALLER: Micros = 30 * MINUTE;
const FOR_WORK: Micros = HOUR;
/// Checks that failed are shown for so long.
const REMEMBERED: Micros = 30 * 24 * HOUR;

/// What the address says of a check that was not enough.
const FAILED: &str = "failed";
/// What it says of one that was taken back.
const WITHDRAWN: &str = "withdrawn";

/// What the address says.
#[derive(Debug, Default)]
pub struct Asked {
    /// What was done just now.
    done: String,
    /// The code that was sent.
    pub(crate) challenge: Id,
}

impl Asked {
    fn of(query: Option<&str>) -> (Asked, Form) {
        let said = link::query(query);
        let challenge = said.value("challenge").parse().unwrap_or(Id::NONE);
        let asked = Asked { done: said.value("done").to_owned(), challenge };
        if challenge == Id::NONE && asked.done != FAILED {
            return (asked, Form::empty());
        }
        let form = Form::empty().fill("purpose", "caller").fill("caller", said.value("caller"));
        let form = said.values("given").take(Given::ALL.len()).fold(form, |form, given| form.fill("given", given));
        (asked, form.fill("reference", said.value("reference")))
    }
}

#[derive(Template)]
#[template(path = "desk-open.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    key: Id,
    name: String,
    markers: Vec<Marker>,
    /// Who may speak for them, and about what.
    authorities: Vec<(Authority, String)>,
    /// They have died: they are not asking.
    deceased: bool,
    /// How many checks failed lately.
    failed: usize,
    /// One of these was a mistake, perhaps, and can be taken back.
    can_withdraw: bool,
    /// One failed just now.
    just_failed: bool,
    /// What of the record can be asked for.
    known: Known,
    /// The code that was sent, and where it went.
    waiting: Option<(Id, String)>,
}

impl Page {
    fn action(&self) -> String {
        format!("{}/open", path(self.id))
    }

    fn purpose(&self) -> Choices<'_> {
        let choice = |code: &'static str, inside| {
            let (words, hint) = (format!("residents-open-{code}"), format!("residents-open-{code}-hint"));
            let choice = Choice::new(code, self.frame.t(&words).to_owned()).hint(self.frame.t(&hint).to_owned());
            choice.conditional(inside)
        };
        let reason = Input::text("reason", self.frame.t("residents-open-reason").to_owned());
        let reason = reason.value(self.form.value("reason").to_owned()).error(&self.frame, self.form.error("reason"));
        let mut caller = vec![self.caller().into(), self.given().into(), self.reference().into()];
        caller.extend(self.code().map(Markup::from));
        let caller = Markup::join(caller);
        Radios::new("purpose", self.frame.t("residents-open-purpose"))
            .choices([choice("caller", caller), choice("work", reason.into())])
            .value(self.form.value("purpose"))
            .error(&self.frame, self.form.error("purpose"))
    }

    fn caller(&self) -> Choices<'_> {
        let theirs = self.authorities.iter().map(|(authority, about)| {
            let kind = self.frame.t(&format!("residents-authority-{}", authority.kind)).to_owned();
            Choice::new(authority.id.to_string(), format!("{}, {kind}", authority.holder)).hint(about.as_str())
        });
        let themselves = (!self.deceased).then(|| Choice::new("self", self.name.as_str()));
        Radios::new("caller", self.frame.t("residents-open-who"))
            .choices(themselves)
            .choices(theirs)
            .choice(Choice::new("other", self.frame.t("residents-open-other")))
            .value(self.form.value("caller"))
            .error(&self.frame, self.form.error("caller"))
    }

    /// What can be done where it was not enough: only what there is on record.
    fn failed(&self) -> String {
        let (frame, asks) = (&self.frame, self.may_ask(self.form.value("caller")));
        let ring = asks && self.known.can_be_ticked(Given::RungBack);
        let ring = ring.then(|| frame.t("residents-open-failed-ring"));
        let code = (asks && !self.known.ways().is_empty()).then(|| frame.t("residents-open-failed-code"));
        let more = asks.then(|| frame.t("residents-open-failed-more"));
        let said =
            [Some(frame.t("residents-open-failed")), more, ring, code, Some(frame.t("residents-open-failed-kept"))];
        said.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Whether somebody who says that they are this can be told anything.
    fn may_ask(&self, caller: &str) -> bool {
        let themselves = caller == "self" && !self.deceased;
        themselves || self.authorities.iter().any(|(one, _)| one.id.to_string() == caller)
    }

    fn given(&self) -> Choices<'_> {
        let choices = Given::ALL.into_iter().filter(|given| self.known.can_be_ticked(*given)).map(|given| {
            let key = format!("residents-given-{}", given.code());
            Choice::new(given.code(), self.frame.t(&key).to_owned())
        });
        Checkboxes::new("given", self.frame.t("residents-open-given"))
            .hint(self.frame.t("residents-open-given-hint"))
            .choices(choices)
            .values(self.form.values("given"))
            .error(&self.frame, self.form.error("given"))
    }

    fn reference(&self) -> Input<'_> {
        let input = Input::text("reference", self.frame.t("residents-open-reference").to_owned());
        let input = input.hint(self.frame.t("residents-open-reference-hint").to_owned()).attr("dir", "ltr");
        input.value(self.form.value("reference").to_owned()).error(&self.frame, self.form.error("reference"))
    }

    fn code(&self) -> Option<Input<'_>> {
        let (_, way) = self.waiting.as_ref()?;
        let input = Input::one_time_code("code", self.frame.t("residents-open-code").to_owned());
        let hint = self.frame.with("residents-open-code-hint", "way", way.as_str());
        Some(input.hint(hint).attr("dir", "ltr").value(String::new()).error(&self.frame, self.form.error("code")))
    }
}

async fn page(app: &App, who: &Who, resident: Resident, form: Form, asked: &Asked) -> Result<Page> {
    let mut read = app.db.read().await?;
    let now = app.now();
    let mut failed = failed::since(&mut read, resident.id, now - REMEMBERED).await?;
    failed.retain(|one| one.withdrawn_at == 0);
    let can_withdraw =
        failed.iter().try_fold(false, |any, one| Ok::<_, Error>(any || withdraw::may(who, one, now)?))?;
    let authorities = joined::authorities(&mut read, resident.id).await?;
    let services = app.part::<Services>()?.0(app, Lang::EN)?;
    let markers = joined::markers(&mut read, resident.id).await?;
    let deceased = markers.iter().any(|marker| marker.kind == "deceased");
    let frame = frame(app, who, format!("{}/open", path(resident.id)), "residents-open-title", &form);
    let withdrawn = (asked.done == WITHDRAWN).then(|| frame.t("residents-withdraw-done").to_owned());
    let waiting = caller::waiting(&mut read, app, who, resident.id, asked).await?;
    Ok(Page {
        frame: frame.with_notice(withdrawn),
        just_failed: asked.done == FAILED,
        form,
        id: resident.id,
        key: app.id(),
        known: Known::of(&mut read, app, &resident, &markers).await?,
        waiting: waiting.map(|way| (asked.challenge, way.veiled())),
        authorities: authorities
            .into_iter()
            .filter(|authority| authority.speaks(now, deceased))
            .map(|authority| (authority.clone(), authority.about(app, &services)))
            .collect(),
        markers,
        deceased,
        failed: failed.len(),
        can_withdraw,
        name: resident.name,
    })
}

/// GET `/desk/residents/{id}/open`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let resident = desk::resident(&mut tx, &who, &id).await?;
    // It shows who they are and who speaks for them, to somebody who has not opened anything yet.
    looks::record(&mut tx, &app, &who, "resident", resident.id, "open").await?;
    tx.commit().await?;
    let (asked, form) = Asked::of(query.as_deref());
    html(&page(&app, &who, resident, form, &asked).await?)
}

/// POST `/desk/residents/{id}/open`: happens once; its key is made when the page is drawn. The buttons that send a code send one.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let resident = desk::resident(&mut *app.db.read().await?, &who, &id).await?;
    if !form.value("send").is_empty() {
        return send(&app, &who, resident, form).await;
    }
    let (key, at) = (desk::key(&form)?, path(resident.id));
    let Some(opening) = attempt(&app, &who, &id, &mut form, key).await? else {
        let asked = Asked { challenge: form.value("challenge").parse().unwrap_or(Id::NONE), ..Asked::default() };
        return invalid(&page(&app, &who, resident, form, &asked).await?);
    };
    Ok(see(&if opening.until > opening.at { at } else { again(&at, &form) }))
}

/// The page once more, with what they have got right so far.
fn again(at: &str, form: &Form) -> String {
    let mut parts = vec![("done", FAILED), ("caller", form.value("caller"))];
    parts.extend(Some(("reference", form.trimmed("reference"))).filter(|(_, typed)| !typed.is_empty()));
    parts.extend(form.values("given").map(|given| ("given", given)));
    link::path(&format!("{at}/open"), &parts)
}

/// Sends a code to be read out, and leads to where it is entered.
async fn send(app: &App, who: &Who, resident: Resident, mut form: Form) -> Result<Response> {
    let shown = page(app, who, resident.clone(), form.clone(), &Asked::default()).await?;
    match caller::send(app, who, (&resident, &shown.known), &form).await {
        Ok(Some((to, cookie))) => with_cookies(see(&to), cookie),
        Ok(None) => Ok(see(&shown.action())),
        Err(Error::TooMany(seconds)) => {
            let english = Who { lang: Lang::EN, ..who.clone() };
            form.refuse("purpose", slow_down(app, &english, Instead::Newest, seconds));
            too_often(seconds, &page(app, who, resident, form, &Asked::default()).await?)
        }
        Err(cause) => Err(cause),
    }
}

/// Opens it, once, for a page or a program; nothing, and what is wrong in the form, where it does not say enough. Whoever did not
/// pass has it not open: `until` is not after `at`.
pub async fn attempt(app: &App, who: &Who, id: &str, form: &mut Form, key: Id) -> Result<Option<Opening>> {
    let resident = desk::resident(&mut *app.db.read().await?, who, id).await?;
    let page = page(app, who, resident, form.clone(), &Asked::default()).await?;
    let mut tx = app.db.begin().await?;
    if let Some(opening) = record::opening_of(&mut tx, page.id, key).await? {
        return Ok(Some(opening));
    }
    let said = read(&mut tx, app, who, &page, form, key).await?;
    if let Some((opening, reason)) = &said {
        keep(&mut tx, app, who, &page, (opening, reason)).await?;
    } else if form.error("reference").or(form.error("code")).is_some() {
        // Whoever guesses has tried, and the next colleague sees it; the form comes back, and its own key is not used up.
        let failed = opening(app, who, app.id(), ("caller", form.value("caller")))?;
        keep(&mut tx, app, who, &page, (&failed, "")).await?;
    }
    // A wrong code counts as a try even where nothing was opened.
    tx.commit().await?;
    Ok(said.map(|(opening, _)| opening))
}

/// An opening that opens nothing yet.
fn opening(app: &App, who: &Who, id: Id, (purpose, caller): (&str, &str)) -> Result<Opening> {
    let (purpose, caller, now) = (purpose.to_owned(), caller.to_owned(), app.now());
    Ok(Opening { id, staff: who.staff()?.id, purpose, caller, given: Vec::new(), passed: false, at: now, until: now })
}

/// Keeps that it was opened, or that somebody tried. Where few are to open it, a leader looks into what shows nothing but ticks.
async fn keep(tx: &mut Tx, app: &App, who: &Who, page: &Page, (opening, reason): (&Opening, &str)) -> Result<()> {
    let shown = [Given::Code, Given::Reference].map(Given::code);
    let only_ticked = !opening.given.iter().any(|given| shown.contains(&given.as_str()));
    let is_work = opening.purpose == "work";
    let review = is_work || (opening.passed && only_ticked && page.markers.iter().any(Marker::keeps));
    if !record::insert_opening(tx, page.id, opening, (reason, review)).await? {
        return Err(Error::Changed);
    }
    looks::record(tx, app, who, "resident", page.id, &opening.purpose).await?;
    let kind = match (is_work, opening.passed) {
        (true, _) => "resident.opened",
        (_, true) => "resident.check-passed",
        (_, false) => "resident.check-failed",
    };
    let data = json!({ "caller": opening.caller, "given": opening.given });
    let fact = Fact::new(kind, who).about("resident", page.id).data(data);
    let fact = if reason.is_empty() { fact } else { fact.body(reason) };
    facts::record(tx, app, fact).await.map(drop)
}

/// What was chosen, and why it is opened where it is for work.
async fn read(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    page: &Page,
    form: &mut Form,
    key: Id,
) -> Result<Option<(Opening, String)>> {
    let (frame, now) = (&page.frame, app.now());
    match form.value("purpose").to_owned().as_str() {
        "work" => {
            let reason = read::line(frame, form, "reason", "residents-open-reason-empty", LINE);
            if page.markers.iter().any(Marker::keeps) && access::may_open_kept(who).is_err() {
                form.refuse("reason", frame.t("residents-open-kept"));
                return Ok(None);
            }
            let opening = Opening { until: now + FOR_WORK, ..opening(app, who, key, ("work", ""))? };
            Ok(reason.map(|reason| (opening, reason)))
        }
        "caller" => {
            let caller = form.value("caller").to_owned();
            let is_theirs = page.may_ask(&caller);
            if !is_theirs && caller != "other" {
                let died = page.deceased && caller == "self";
                let key = if died { "residents-open-who-died" } else { "residents-open-who-empty" };
                form.refuse("caller", frame.t(key));
                return Ok(None);
            }
            let Some(given) = caller::given(tx, app, who, (page.id, &page.known), form).await? else { return Ok(None) };
            let passed = is_theirs && checks::are_enough(&given);
            let codes = given.iter().map(|given| given.code().to_owned()).collect();
            let until = if passed { now + FOR_A_CALLER } else { now };
            let opening = Opening { given: codes, passed, until, ..opening(app, who, key, ("caller", &caller))? };
            Ok(Some((opening, String::new())))
        }
        _ => {
            form.refuse("purpose", frame.t("residents-open-purpose-empty"));
            Ok(None)
        }
    }
}
