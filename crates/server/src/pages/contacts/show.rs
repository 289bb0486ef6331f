//! `GET /desk/contacts/{id}`: one contact: who it is, what they ask, what they have open, and the wrap-up.

use super::Around;
use super::finish::Proposal;
use super::paper::{self, name};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::{Channel, Consulted, Contact, Outcome, Question, Use};
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::facts::Help;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::{Choice, Input, Select};
use kit::who::Who;
use kit::{App, Lang, Result, looks};
use knowledge::{Library, Standing};
use serde::Deserialize;
use services::{Catalogue, by_when};

/// A question of a contact that is finished.
struct Done {
    service: String,
    words: String,
    outcome: &'static str,
    reason: String,
}

/// What somebody asked for that is open.
struct Request {
    reference: String,
    title: String,
    promised: String,
    late: bool,
}

/// A question that may ask after what is open already.
struct Proposed {
    words: String,
    /// What the two buttons answer.
    yes: String,
    no: String,
}

#[derive(Template)]
#[template(path = "contact.html")]
struct ContactPage {
    frame: Frame,
    form: Form,
    one: Contact,
    who: String,
    cost: Option<String>,
    services: Vec<(String, String)>,
    around: Around,
    requests: Vec<Request>,
    proposed: Option<Proposed>,
    /// Answers that were read or told in it, and those that belong to what is asked.
    answers: Vec<Consulted>,
    beside: Vec<(String, String)>,
    done: Vec<Done>,
    /// What it is besides: the words, and where that is dealt with.
    marks: Vec<(String, String)>,
}

impl ContactPage {
    fn select<'a>(&'a self, field: &'a str, label: &'a str) -> Select<'a> {
        Select::new(field, self.frame.t(label)).value(self.form.value(field)).error(&self.frame, self.form.error(field))
    }

    fn codes<'a>(&'a self, field: &'a str, label: &'a str, words: &str, codes: &[&'static str]) -> Select<'a> {
        let choices = codes.iter().map(|code| Choice::new(*code, self.frame.t(&format!("{words}-{code}")).to_owned()));
        self.select(field, label).choices(choices.collect::<Vec<_>>())
    }

    fn channel(&self) -> Select<'_> {
        self.codes("channel", "contact-channel", "contact-channel", &Channel::ALL.map(Channel::code))
    }

    fn help(&self) -> Select<'_> {
        let codes = [Help::WithMe, Help::ForMe, Help::Alone].map(Help::code);
        self.codes("help", "contact-help", "contact-help", &codes)
    }

    fn lang(&self) -> Select<'_> {
        self.select("lang", "contact-lang").choices(Lang::ALL.map(|lang| Choice::new(lang.tag, lang.name)))
    }

    fn behalf(&self) -> Select<'_> {
        let authorities = self
            .around
            .authorities
            .iter()
            .map(|(one, about)| Choice::new(one.id.to_string(), format!("{}: {about}", one.holder)));
        self.select("behalf", "contact-behalf")
            .choice(Choice::new("", self.frame.t("contact-behalf-unasked")))
            .choice(Choice::new("self", self.frame.t("contact-behalf-self")))
            .choices(authorities.collect::<Vec<_>>())
            .choice(Choice::new("other", self.frame.t("contact-behalf-other")))
    }

    fn input<'a>(&'a self, field: &str, label: &'a str) -> Input<'a> {
        let input = Input::text(field.to_owned(), self.frame.t(label)).value(self.form.value(field).to_owned());
        let error = self.form.error(field).map(str::to_owned);
        input.free_text().autocomplete("off").error(&self.frame, error)
    }

    fn service(&self, place: &usize) -> Select<'_> {
        let field = name(*place, "service");
        let choices = self.services.iter().map(|(id, words)| Choice::new(id.as_str(), words.as_str()));
        let select = Select::new(field.clone(), self.frame.t("contact-service"))
            .value(self.form.value(&field).to_owned())
            .error(&self.frame, self.form.error(&field).map(str::to_owned))
            .choice(Choice::new("", self.frame.t("contact-service-other")))
            .choices(choices.collect::<Vec<_>>());
        // Whoever writes begins with the last question; what is to be put right comes before that.
        let begins = *place == self.places().len() && !self.frame.error && self.proposed.is_none();
        if begins { select.attr("autofocus", "autofocus") } else { select }
    }

    fn outcome(&self, place: &usize) -> Select<'_> {
        let field = name(*place, "outcome");
        let words = |outcome: Outcome| self.frame.t(&format!("contact-outcome-{}", outcome.code())).to_owned();
        Select::new(field.clone(), self.frame.t("contact-outcome"))
            .value(self.form.value(&field).to_owned())
            .error(&self.frame, self.form.error(&field).map(str::to_owned))
            .choices(Outcome::ALL.map(|outcome| Choice::new(outcome.code(), words(outcome))))
    }

    fn asked(&self, place: &usize, field: &str, label: &'static str) -> Input<'_> {
        self.input(&name(*place, field), label)
    }

    fn is_new(&self, place: &usize) -> &str {
        self.form.value(&name(*place, "new"))
    }

    fn places(&self) -> Vec<usize> {
        (1..=paper::questions(&self.form)).collect()
    }

    /// It takes no more questions.
    fn is_full(&self) -> bool {
        self.places().len() >= contact::MOST
    }

    /// It was read and not told, so it may be taken out.
    fn may_go(&self, one: &Consulted) -> bool {
        one.how == Use::Read
    }

    /// The case of a question has been said.
    fn can_start(&self, place: &usize) -> bool {
        !self.form.value(&name(*place, "service")).is_empty()
    }
}

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The question of which it is asked whether it is about what is open already, counted from 1.
    asks: String,
}

/// Whether that question may be about what is open already; nothing where that was answered, or nobody has to be asked.
async fn proposal(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    asks: &str,
    (contact, asked, around): (&Contact, &[Question], &Around),
) -> Result<Option<Proposal>> {
    let place = asks.parse::<usize>().unwrap_or(0);
    let question = place.checked_sub(1).and_then(|at| asked.get(at)).filter(|_| contact.is_open());
    let Some(question) = question else { return Ok(None) };
    let same = cases::same_matter(conn, app, who, question, &around.requests).await?;
    Ok(same.map(|known| (place, known)))
}

/// Draws it.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(query): Query<Asked>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let contact = super::own(&mut read, &who, &id).await?;
    let asked = contact::questions(&mut read, contact.id).await?;
    let around = Around::of(&mut read, &app, &who, &contact).await?;
    let answers = contact::articles_of(&mut read, contact.id).await?;
    let proposal = proposal(&mut read, &app, &who, &query.asks, (&contact, &asked, &around)).await?;
    let frame = Frame::new(&app, &who, contact::path(contact.id), "contact-title");
    let marks = cases::marks::standing(&mut read, &app, who.staff()?, &frame, contact.id).await?;
    drop(read);
    let mut tx = app.db.begin().await?;
    if contact.is_open() {
        contact::turn_to(&mut tx, &contact).await?;
    }
    if let Some(resident) = contact.resident {
        looks::record(&mut tx, &app, &who, "resident", resident, "contact").await?;
    }
    tx.commit().await?;
    let form = paper::fill(&contact, &asked);
    let mut drawn = page(&app, &who, contact, form, (around, answers), proposal)?;
    drawn.marks = marks;
    if !drawn.one.is_open() {
        drawn.done = asked.iter().map(|question| done(&app, question)).collect::<Result<_>>()?;
    }
    page::html(&drawn)
}

/// Draws it again, with what was typed and what is to be said about it.
pub fn again(
    app: &App,
    who: &Who,
    contact: Contact,
    form: Form,
    around: (Around, Vec<Consulted>),
    proposal: Option<Proposal>,
) -> Result<Response> {
    page::invalid(&page(app, who, contact, form, around, proposal)?)
}

fn page(
    app: &App,
    who: &Who,
    contact: Contact,
    form: Form,
    (around, answers): (Around, Vec<Consulted>),
    proposal: Option<Proposal>,
) -> Result<ContactPage> {
    let catalogue = app.part::<Catalogue>()?;
    let path = contact::path(contact.id);
    let mut frame = Frame::new(app, who, path.clone(), "contact-title").with_error(!form.is_good());
    frame.keeps = contact.is_open().then(|| format!("{path}/keep"));
    let mut services: Vec<(String, String)> =
        catalogue.all().iter().map(|found| (found.id.clone(), found.name(Lang::EN).to_owned())).collect();
    services.sort_by(|a, b| a.1.cmp(&b.1));
    let request = |known: &cases::Known| Request {
        reference: known.reference.to_string(),
        title: known.title.clone(),
        promised: frame.with("contact-desk-promised", "date", by_when(catalogue.calendar(), known.promised, Lang::EN)),
        late: known.promised < app.now(),
    };
    let mut requests: Vec<Request> = around.requests.iter().map(request).collect();
    // What is late is what they ask after.
    requests.sort_by_key(|request| !request.late);
    let proposed = proposal.map(|(place, known)| {
        let opened = Lang::EN.short_date(known.opened);
        Proposed {
            words: frame.with2("contact-proposed", ("title", known.title.as_str()), ("date", opened)),
            yes: format!("{place}:{}", known.reference),
            no: format!("{place}:new"),
        }
    });
    Ok(ContactPage {
        who: contact::with_whom(app, &contact),
        requests,
        beside: beside(app, &form)?,
        answers,
        done: Vec::new(),
        marks: Vec::new(),
        services,
        proposed,
        around,
        frame,
        form,
        cost: contact.pence.map(|pence| Lang::EN.money(pence)),
        one: contact,
    })
}

/// The answers that belong to the services asked about: where each is read, and its question.
fn beside(app: &App, form: &Form) -> Result<Vec<(String, String)>> {
    let library = app.part::<Library>()?;
    let mut services: Vec<&str> = (1..=paper::questions(form))
        .map(|place| form.value(&name(place, "service")))
        .filter(|id| !id.is_empty())
        .collect();
    services.sort_unstable();
    services.dedup();
    let answers = services.into_iter().flat_map(|service| library.of_service(service));
    let line = |one: std::sync::Arc<Standing>| {
        (format!("/desk/knowledge/{}", one.article.slug), one.in_lang(Lang::EN).1.question.clone())
    };
    Ok(answers.map(line).collect())
}

fn done(app: &App, question: &Question) -> Result<Done> {
    let service = app.part::<Catalogue>()?.current(&question.service);
    let other = || app.t(Lang::EN, "contact-service-other").to_owned();
    Ok(Done {
        service: service.map_or_else(other, |found| found.name(Lang::EN).to_owned()),
        words: question.words.clone(),
        outcome: question.outcome.map_or("", Outcome::code),
        reason: question.reason.clone(),
    })
}
