//! The way of every action on a case: its page, its check, its change. An action is a type in a file of its own; this is
//! what they share: who may, the key that makes it happen once, and the second of two officers being told what changed.

use crate::access::{self, Action};
use crate::book::{self, Book};
use crate::desk::ahead::{self, Ahead};
use crate::desk::drawn::Drawn;
use crate::desk::enclosed;
use crate::desk::meanwhile;
use crate::desk::on_the_spot;
use crate::desk::people::Needed;
use crate::desk::ways::ways;
use crate::desk::withheld::Withheld;
use crate::desk::{behind, find, people, services_of, standing_of, within};
use crate::handed::{self, Hands};
use crate::model::Case;
use crate::names::Names;
use crate::store::{self, untold::Untold};
use crate::tell::{self, Outlook};
use crate::timeline::{Entry, Reader, Telling};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::extract::{Path, Query};
use kit::facts::Recorded;
use kit::files::File;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::Markup;
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result, looks, typed};
use serde::Deserialize;
use services::Answers;
use std::collections::BTreeSet;
use std::future::Future;

/// The most reporters to choose from.
pub(crate) const OFFERED: usize = 200;

/// What an action's page and check may look at.
pub(crate) struct Stage {
    pub app: App,
    pub frame: Frame,
    pub me: Id,
    pub case: Case,
    pub book: Book,
    pub names: Names,
    /// Who is in the case's team.
    pub people: Vec<(Id, String)>,
    /// Who reported the same after the first, for an action that asks to whom: the newest, as id, reference and name.
    pub reporters: Vec<(Id, Reference, String)>,
    /// Who of them is still to be rung or written to.
    pub untold: Vec<Untold>,
    /// What those of them with an account told us they need.
    pub needs: Vec<Needed>,
    /// Of whom it is not told how to reach them.
    pub withheld: Withheld,
    /// The reference in the address: anybody's who reported it.
    pub opened_by: Reference,
    pub now: Micros,
    /// To whom it may be handed, and who has it, for an action that asks.
    pub hands: Hands,
    /// What was answered, for an action under delegated authority by somebody trained for the service.
    pub delegated: Option<Answers>,
    /// Whom it would reach, for an action that says so before it is done.
    pub outlook: Outlook,
    /// How a message reaches each of them, for an action that says so before it is written.
    pub ways: Vec<String>,
    /// What was attached and waits to go along.
    pub enclosed: Vec<File>,
    /// What was typed before is in the form.
    typed: bool,
    /// The newest fact about the case.
    pub newest: Id,
}

/// Something staff do with a case.
pub(crate) trait Act: Sized + Send {
    /// What access calls it.
    const ACTION: Action;
    /// The last part of its address, and of its words: `cases-<code>-title`, `-button`, `-done`.
    const CODE: &'static str;
    /// Whether what somebody else did or wrote in between has to be seen first.
    const REPLACES: bool;
    /// The title of its page.
    const TITLE: &'static str;
    /// Whether it asks which of the reporters is meant.
    const OFFERS_REPORTERS: bool = false;
    /// Whether it asks what was done as people asked for it.
    const ASKS_NEEDS: bool = false;
    /// Whether it is for who was trained to go by the service's rules of delegated authority.
    const DELEGATED: bool = false;
    /// Whether it hands the case to another system, or takes it back.
    const HANDS: bool = false;
    /// Whether what it will do is seen before it is done.
    const SHOWS_AHEAD: bool = false;
    /// Whether files may go along with it.
    const TAKES_FILES: bool = false;
    /// Whether it says whom it tells before it is done.
    const FORETELLS: bool = false;
    /// Whether it says how what is written reaches whom.
    const SAYS_WAYS: bool = false;

    /// What is asked.
    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a>;

    /// What was answered; the form then says what is wrong.
    fn read(stage: &Stage, form: &mut Form) -> Option<Self>;

    /// What it will do, where that has to be seen before it is done.
    fn ahead(&self, _stage: &Stage) -> Option<Ahead> {
        None
    }

    /// Changes the case in this transaction, records it and tells whom it concerns.
    fn apply<'a>(
        self,
        tx: &'a mut Tx,
        app: &'a App,
        who: &'a Who,
        stage: &'a Stage,
        key: Id,
    ) -> impl Future<Output = Result<()>> + Send + 'a;
}

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// What it will do is asked for.
    ahead: String,
}

#[derive(Template)]
#[template(path = "act.html")]
struct ActPage<'a> {
    frame: Frame,
    form: &'a Form,
    title: &'a str,
    typed: bool,
    takes_files: bool,
    case: &'a Reference,
    back: String,
    action: String,
    button: String,
    fields: Markup<'a>,
    drawn: Drawn,
    key: Id,
    /// What somebody else changed since the page was drawn.
    entries: Vec<Entry>,
    /// What others wrote to each other since: who, when, and the words.
    said: Vec<(String, String, String)>,
    /// What it will do.
    ahead: Option<Ahead>,
}

/// What others did and wrote since the page was drawn.
#[derive(Default)]
struct Meanwhile {
    entries: Vec<Entry>,
    said: Vec<(String, String, String)>,
}

async fn stage<A: Act>(conn: &mut Conn, app: &App, who: &Who, case: Case, opened_by: &str) -> Result<Stage> {
    let path = format!("/desk/cases/{}/{}", case.reference, A::CODE);
    let mut frame = Frame::new(app, who, path, A::TITLE);
    frame.keeps = Some(typed::KEEP.to_owned());
    let untold = match A::OFFERS_REPORTERS {
        true => store::untold::of_case(conn, case.id, OFFERED).await?,
        false => Vec::new(),
    };
    let needs = if A::ASKS_NEEDS { people::needs(conn, &case).await? } else { Vec::new() };
    let named: BTreeSet<Id> =
        untold.iter().filter_map(|one| one.resident).chain(needs.iter().map(|one| one.resident)).collect();
    Ok(Stage {
        withheld: Withheld::among(conn, app, who, &case, Vec::from_iter(named)).await?,
        untold,
        needs,
        me: who.staff()?.id,
        book: book::of(app, &case)?,
        names: Names::load(conn, vec![case.owner]).await?,
        people: workforce::in_team(conn, &case.team).await?,
        reporters: match A::OFFERS_REPORTERS {
            true => store::reporters::newest(conn, case.id, OFFERED).await?,
            false => Vec::new(),
        },
        hands: match A::HANDS {
            true => handed::hands(conn, app, &frame, &case).await?,
            false => Hands::default(),
        },
        delegated: match A::DELEGATED {
            true => Some(on_the_spot::answers(conn, app, who, &case).await?),
            false => None,
        },
        outlook: match A::FORETELLS {
            true => tell::outlook(conn, app, &case).await?,
            false => Outlook::default(),
        },
        ways: if A::SAYS_WAYS { ways(conn, app, who, &frame, &case).await? } else { Vec::new() },
        opened_by: opened_by.parse().map_err(|_| Error::NotFound)?,
        now: app.now(),
        newest: meanwhile::newest(conn, case.id).await?,
        typed: false,
        enclosed: Vec::new(),
        app: app.clone(),
        frame,
        case,
    })
}

fn draw<A: Act>(stage: &Stage, form: &Form, meanwhile: Meanwhile, status: StatusCode) -> Result<Response> {
    draw_ahead::<A>(stage, form, meanwhile, None, status)
}

fn draw_ahead<A: Act>(
    stage: &Stage,
    form: &Form,
    meanwhile: Meanwhile,
    ahead: Option<Ahead>,
    status: StatusCode,
) -> Result<Response> {
    let Meanwhile { entries, said } = meanwhile;
    let frame = stage.frame.clone().with_error(!form.is_good() || !entries.is_empty());
    let back = format!("/desk/cases/{}", stage.case.reference);
    let now = Drawn { revision: stage.case.revision, newest: stage.newest };
    // Only the page that says what others did has told it; what was typed before that was typed without knowing.
    let told = status == StatusCode::CONFLICT;
    let drawn = if told { now } else { form.value("revision").parse().unwrap_or(now) };
    let page = ActPage {
        form,
        title: &stage.case.title,
        typed: stage.typed,
        takes_files: A::TAKES_FILES,
        case: &stage.case.reference,
        action: format!("{back}/{}", A::CODE),
        back,
        button: match &ahead {
            Some(ahead) => ahead.button.clone(),
            None => frame.t(&format!("cases-{}-button", A::CODE)).to_owned(),
        },
        ahead,
        fields: A::fields(stage, form),
        drawn,
        key: form.value("key").parse().unwrap_or_else(|_| stage.app.id()),
        entries,
        said,
        frame,
    };
    page::html_with(status, &page)
}

/// The action's page.
pub(crate) async fn get<A: Act>(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let case = find(&mut tx, &app, &who, &reference, A::ACTION).await?;
    still_whole(&case)?;
    let before = ahead::kept(&mut tx, &who, &case, A::CODE).await?;
    let is_ahead = A::SHOWS_AHEAD && !asked.ahead.is_empty();
    if is_ahead && before.is_none() {
        // It was done, or never asked for.
        return Ok(page::see(&format!("/desk/cases/{reference}")));
    }
    looks::record(&mut tx, &app, &who, "case", case.id, A::CODE).await?;
    let mut stage = stage::<A>(&mut tx, &app, &who, case, &reference).await?;
    stage.typed = before.is_some() && !is_ahead;
    let mut form = before.unwrap_or_else(Form::empty);
    enclosed::find::<A>(&mut tx, &mut stage, &mut form).await?;
    tx.commit().await?;
    let read = if is_ahead { A::read(&stage, &mut form) } else { None };
    let shown = read.filter(|_| form.is_good()).and_then(|action| action.ahead(&stage));
    draw_ahead::<A>(&stage, &form, Meanwhile::default(), shown, StatusCode::OK)
}

/// Does it, once; nothing that somebody else changed in between is overwritten unseen.
pub(crate) async fn post<A: Act>(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    form: Form,
) -> Result<Response> {
    answer::<A>(&app, &who, &reference, form).await
}

/// What a form that was sent leads to.
pub(super) async fn answer<A: Act>(app: &App, who: &Who, reference: &str, mut form: Form) -> Result<Response> {
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let drawn: Drawn = form.value("revision").parse().map_err(|()| Error::BadRequest("page-form-not-understood"))?;
    match attempt::<A>(app, who, reference, &mut form, drawn, key).await? {
        Came::Done(case) => leads_to(app, who, &case, A::CODE),
        Came::Wrong(stage) => again::<A>(app, who, &stage, &form, &[], StatusCode::UNPROCESSABLE_ENTITY).await,
        Came::Changed(stage, since) => again::<A>(app, who, &stage, &form, &since, StatusCode::CONFLICT).await,
        Came::Ahead(stage, _) => Ok(page::see(&ahead::keep::<A>(app, &stage, &form).await?)),
    }
}

/// What came of an attempt.
pub(crate) enum Came {
    /// It is done, now or before; the case as it stands.
    Done(Box<Case>),
    /// The form says what is wrong.
    Wrong(Box<Stage>),
    /// Somebody else did this meanwhile.
    Changed(Box<Stage>, Vec<Recorded>),
    /// What it will do has to be seen first.
    Ahead(Box<Stage>, Ahead),
}

/// Does it, once, for a page or a program: one way, whoever asks and however.
pub(crate) async fn attempt<A: Act>(
    app: &App,
    who: &Who,
    reference: &str,
    form: &mut Form,
    drawn: Drawn,
    key: Id,
) -> Result<Came> {
    let mut tx = app.db.begin().await?;
    let case = behind(&mut tx, who, reference).await?;
    // Before any check: what is done already need not fit the case as it stands now, nor who may do what with it.
    if store::keys::is_done(&mut tx, key, case.id).await? {
        return Ok(Came::Done(Box::new(case)));
    }
    access::check(who, A::ACTION, &case, &standing_of(app)?)?;
    within(&mut tx, app, who, &case).await?;
    if !store::keys::claim(&mut tx, key, case.id, app.now()).await? {
        return Ok(Came::Done(Box::new(case)));
    }
    still_whole(&case)?;
    let mut stage = stage::<A>(&mut tx, app, who, case, reference).await?;
    enclosed::find::<A>(&mut tx, &mut stage, form).await?;
    let read = A::read(&stage, form);
    let (Some(action), true) = (read, form.is_good()) else { return Ok(Came::Wrong(Box::new(stage))) };
    if A::REPLACES {
        let since = meanwhile::since(&mut tx, who, &stage, drawn).await?;
        if drawn.revision != stage.case.revision || !since.is_empty() {
            return Ok(Came::Changed(Box::new(stage), since));
        }
    }
    if let Some(ahead) = action.ahead(&stage).filter(|ahead| form.value("ahead") != ahead.seen) {
        return Ok(Came::Ahead(Box::new(stage), ahead));
    }
    action.apply(&mut tx, app, who, &stage, key).await?;
    ahead::done::<A>(&mut tx, &stage).await?;
    let after = store::cases::by_id(&mut tx, stage.case.id).await?;
    tx.commit().await?;
    Ok(Came::Done(Box::new(after)))
}

/// Where an action leads that is done: to the case, or to the list for whoever may see the case no more.
fn leads_to(app: &App, who: &Who, case: &Case, code: &str) -> Result<Response> {
    let staff = who.staff()?;
    if access::may(staff, Action::See, case, &standing_of(app)?) {
        return Ok(page::see(&format!("/desk/cases/{}?done={code}", case.reference)));
    }
    // An administrator sees no list either.
    let lists = access::parts(staff, &services_of(app)?).is_ok();
    Ok(page::see(if lists { "/desk/cases" } else { "/desk" }))
}

/// Nothing is written into a case whose personal text has been erased: nobody would erase it again.
pub(crate) fn still_whole(case: &Case) -> Result<()> {
    if case.erased { Err(Error::Refused("cases-refused-erased")) } else { Ok(()) }
}

/// The page again, with what was typed and what somebody else did meanwhile.
async fn again<A: Act>(
    app: &App,
    who: &Who,
    stage: &Stage,
    form: &Form,
    since: &[Recorded],
    status: StatusCode,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    looks::record(&mut tx, app, who, "case", stage.case.id, A::CODE).await?;
    let mut names = stage.names.clone();
    names.add(&mut tx, since.iter().filter_map(|fact| fact.who).collect()).await?;
    let written = match form.value("revision").parse::<Drawn>() {
        Ok(drawn) if !since.is_empty() => meanwhile::written(&mut tx, who, stage, drawn).await?,
        _ => Vec::new(),
    };
    tx.commit().await?;
    let telling = Telling { app, book: &stage.book, names: &names, reader: Reader::Staff, lang: who.lang };
    let said = written.into_iter().map(|one| {
        let by = if one.ours { names.staff(one.author) } else { stage.frame.t("cases-by-resident").to_owned() };
        (by, who.lang.date_time(one.at), one.text)
    });
    draw::<A>(stage, form, Meanwhile { entries: telling.entries(since)?, said: said.collect() }, status)
}
