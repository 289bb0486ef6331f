//! GET /services/{service}/rules: the decision tables a service goes by, in plain words, with the reason of each row.

use crate::catalogue::Catalogue;
use crate::model::{Definition, Kind, Priority, State as Availability};
use crate::promised::in_words;
use crate::table::{Domain, Input, Known, Output, Purpose, Row, Test};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Error, Result};

/// One table in words.
struct Rules {
    id: String,
    heading: String,
    lines: Vec<Line>,
}

/// One row in words.
struct Line {
    /// Everything that has to be so; empty where nothing has to.
    when: Vec<String>,
    /// What follows.
    then: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    frame: Frame,
    back: String,
    name: String,
    intro: String,
    tables: Vec<Rules>,
}

impl Definition {
    /// Whether there is anything it decides by.
    pub(crate) fn has_rules(&self) -> bool {
        self.state == Availability::Online && (self.promise.is_some() || !self.tables.is_empty())
    }
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let catalogue = app.part::<Catalogue>()?;
    let service = catalogue.current(&id).filter(|service| service.has_rules()).ok_or(Error::NotFound)?;
    let name = service.name(who.lang).to_owned();
    let title = app.words.with(who.lang, "services-rules-title", &[("service", name.as_str().into())]);
    let frame = Frame::titled(&app, &who, format!("/services/{id}/rules"), title);
    let intro = match catalogue.published_at(&id) {
        Some(at) => frame.with2("services-rules-intro", ("version", service.version), ("day", frame.lang.date(at))),
        None => frame.with("services-rules-intro-folder", "version", service.version),
    };
    let tables = Words { frame: &frame, service: &service, catalogue, app: &app }.tables();
    html(&RulesPage { back: format!("/services/{id}"), name, intro, tables, frame })
}

/// What putting a table into words needs.
struct Words<'a> {
    frame: &'a Frame,
    service: &'a Definition,
    catalogue: &'a Catalogue,
    app: &'a App,
}

impl Words<'_> {
    fn tables(&self) -> Vec<Rules> {
        let each = self.service.tables.iter().map(|table| Rules {
            id: table.id.clone(),
            heading: self.frame.t(heading(table.purpose)).to_owned(),
            lines: table.rows.iter().map(|row| self.line(&table.inputs, row)).collect(),
        });
        let mut all: Vec<Rules> = each.collect();
        let by_table = self.service.tables.iter().any(|table| table.purpose == Purpose::Promise);
        // A table of promises covers every case; what holds without one is a rule only where there is no table.
        if let Some(term) = self.service.promise.as_ref().filter(|_| !by_table) {
            let line = Line {
                when: Vec::new(),
                then: in_words(self.frame, term.within),
                reason: self.service.text(self.frame.lang, &term.reason).to_owned(),
            };
            let heading = self.frame.t(heading(Purpose::Promise)).to_owned();
            all.insert(0, Rules { id: "promise".to_owned(), heading, lines: vec![line] });
        }
        all
    }

    fn line(&self, inputs: &[Input], row: &Row) -> Line {
        let asked = inputs.iter().zip(&row.tests).filter(|(_, test)| **test != Test::Any);
        let when = asked.map(|(input, test)| {
            self.frame.with2("services-rules-fits", ("question", self.label(input)), ("answer", self.test(input, test)))
        });
        Line {
            when: when.collect(),
            then: self.then(&row.then),
            reason: self.service.text(self.frame.lang, &row.reason).to_owned(),
        }
    }

    fn label(&self, input: &Input) -> String {
        match self.service.question(&input.name) {
            Some(question) => self.service.short_label(&question.id, self.frame.lang),
            None => self.service.text(self.frame.lang, &format!("compute-{}", input.name)).to_owned(),
        }
    }

    fn test(&self, input: &Input, test: &Test) -> String {
        match test {
            Test::Any | Test::Answered => self.frame.t("services-rules-answered").to_owned(),
            Test::In(known) => {
                let each: Vec<String> = known.iter().map(|known| self.known(input, known)).collect();
                each.join(self.frame.t("services-rules-or"))
            }
            Test::Range(low, high) => self.range(input, *low, *high),
        }
    }

    fn known(&self, input: &Input, known: &Known) -> String {
        let lang = self.frame.lang;
        match known {
            Known::Null => self.frame.t("services-rules-not-answered").to_owned(),
            Known::Option(option) => self.service.option_label(&input.name, option, lang),
            Known::YesNo(yes) => self.service.yes_no_label(&input.name, *yes, lang, &self.app.words),
            Known::Number(number) => self.number(input, *number),
        }
    }

    fn range(&self, input: &Input, low: i64, high: i64) -> String {
        let (min, max) = match input.domain {
            Domain::Numbers(min, max) => (min, max),
            _ => (i64::MIN, i64::MAX),
        };
        match (low <= min, high >= max) {
            (_, true) => self.frame.with("services-rules-at-least", "n", self.number(input, low)),
            (true, false) => self.frame.with("services-rules-at-most", "n", self.number(input, high)),
            _ => {
                let (low, high) = (self.number(input, low), self.number(input, high));
                self.frame.with2("services-promise-range", ("least", low), ("most", high))
            }
        }
    }

    fn number(&self, input: &Input, number: i64) -> String {
        let lang = self.frame.lang;
        let question = self.service.question(&input.name);
        if question.is_some_and(|question| matches!(question.kind, Kind::Money { .. })) {
            return lang.money(number);
        }
        match self.service.suffix(&input.name, lang) {
            Some(unit) => format!("{} {unit}", lang.number(number)),
            None => lang.number(number),
        }
    }

    fn then(&self, output: &Output) -> String {
        let (frame, lang) = (self.frame, self.frame.lang);
        match output {
            Output::Promise(within) => in_words(frame, *within),
            Output::Team(team) => self.catalogue.team_name(team, lang).unwrap_or_else(|| team.clone()),
            Output::Priority(priority) => frame.t(priority_key(*priority)).to_owned(),
            Output::CarryOn => frame.t("services-rules-carry-on").to_owned(),
            Output::Danger { carry_on: true, .. } => frame.t("services-rules-danger-first").to_owned(),
            Output::Danger { carry_on: false, .. } => frame.t("services-rules-danger-only").to_owned(),
            Output::NotOurs { to } => frame.with("services-rules-not-ours", "to", self.service.text(lang, to)),
            Output::PassOn { to } => frame.with("services-rules-pass-on", "to", self.service.text(lang, to)),
            // A code of the definition's own: the reason beside it is what it means.
            Output::Value(_) => String::new(),
        }
    }
}

fn heading(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Promise => "services-rules-promise",
        Purpose::Team => "services-rules-team",
        Purpose::Priority => "services-rules-priority",
        Purpose::Stop => "services-rules-stop",
        Purpose::Value => "services-rules-value",
    }
}

fn priority_key(priority: Priority) -> &'static str {
    match priority {
        Priority::Urgent => "services-rules-urgent",
        Priority::High => "services-rules-high",
        Priority::Normal => "services-rules-normal",
        Priority::Low => "services-rules-low",
    }
}
