//! Every field of every page of every service with a form, and of how to be reached.

use super::form::{Asked, Field, Kind, forms, refused_badly, sent};
use super::{ODD, hostile};
use crate::support::{Browser, Council};
use ::services::{Catalogue, DateLimit, Definition, Kind as Answered, State};
use jiff::civil::Date;
use kit::testing::{each_database, repository_migrations};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// More ways through a form than any service needs to show all its pages.
const WAYS: usize = 60;
/// More pages than any way has.
const PAGES: usize = 60;

/// Somebody going through a service's form, again and again, choosing otherwise each time.
struct Walker {
    browser: Browser,
    definition: Arc<Definition>,
    today: Date,
    /// How many times.
    walks: i64,
    /// How often each option was chosen.
    chosen: BTreeMap<(String, String), usize>,
    /// Pages tried.
    tried: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Walker {
    /// The option of this name that was chosen least often.
    fn choose(&mut self, field: &Field) -> String {
        let times = |option: &String| self.chosen.get(&(field.name.clone(), option.clone())).copied().unwrap_or(0);
        let option = field.options.iter().min_by_key(|option| times(option)).expect("something to choose").clone();
        *self.chosen.entry((field.name.clone(), option.clone())).or_default() += 1;
        option
    }

    /// A good answer for a field that is typed in.
    fn typed(&self, name: &str) -> String {
        let (id, part) = name.split_once('-').unwrap_or((name, ""));
        if id == "contact" {
            return of_contact(part).to_owned();
        }
        let Some(question) = self.definition.question(id) else { panic!("{name} belongs to no question") };
        let day = |min: &Option<DateLimit>, max: &Option<DateLimit>| {
            let min = min.map_or(Date::MIN, |min| min.on(self.today));
            let wanted = self.today.saturating_sub(jiff::Span::new().days(self.walks % 4 * 60));
            wanted.max(min).min(max.map_or(Date::MAX, |max| max.on(self.today)))
        };
        match (&question.kind, part) {
            (_, "line1") => "1 Mill Road".into(),
            (_, "line2") => "Flat 2".into(),
            (_, "town") => "Eastmere".into(),
            (_, "street") => "Mill Road".into(),
            (_, "postcode") | (Answered::Postcode, _) => "CB1 2AD".into(),
            (Answered::Date { min, max }, "day") => day(min, max).day().to_string(),
            (Answered::Date { min, max }, "month") => day(min, max).month().to_string(),
            (Answered::Date { min, max }, "year") => day(min, max).year().to_string(),
            (Answered::Number { min, .. }, _) => min.unwrap_or(1).max(1).to_string(),
            (Answered::Money { .. }, _) => "10".into(),
            (Answered::Email, _) => "robin@post.example".into(),
            (Answered::Phone, _) => "07700 900123".into(),
            (Answered::Plate, _) => "AB12 CDE".into(),
            (Answered::PersonName, _) => "Robin Example".into(),
            (Answered::Text { pattern, .. }, _) if !pattern.is_empty() => String::new(),
            (Answered::Text { max_length: most, .. } | Answered::LongText { max_length: most }, _) => {
                "By the bus stop".chars().take(*most).collect()
            }
            _ => String::new(),
        }
    }

    /// Good answers to all of a form, some of them chosen as `under` says.
    fn good(&mut self, form: &Asked, under: Option<&(String, String)>) -> Vec<(String, String)> {
        let mut answers: Vec<(String, String)> = Vec::new();
        for field in &form.fields {
            let forced = under.filter(|(name, _)| *name == field.name).map(|(_, value)| value.clone());
            let chosen = |field: &Field| answers.iter().any(|answer| field.under.as_ref().is_none_or(|u| u == answer));
            let value = match field.kind {
                Kind::Choice => forced.unwrap_or_else(|| self.choose(field)),
                _ if field.under.is_some() && !chosen(field) => continue,
                _ => self.typed(&field.name),
            };
            answers.push((field.name.clone(), value));
        }
        answers
    }

    /// Types everything into every field of this page; then answers it well.
    async fn page(&mut self) {
        let address = self.browser.page.path.clone();
        let name = address.split('?').next().and_then(|path| path.rsplit('/').next()).unwrap_or_default().to_owned();
        let form = forms(&self.browser.page).into_iter().find(|form| !form.fields.is_empty()).expect("a form");
        if self.tried.insert(name) {
            for field in &form.fields {
                self.browser.open(&address).await;
                // Of what cannot be typed, a choice is sent once as everything else is.
                let typed = field.kind != Kind::Choice;
                for (what, text) in hostile().into_iter().filter(|(what, _)| typed || *what == "control characters") {
                    self.refused(field, what, &text).await;
                }
                for (what, text) in ODD.into_iter().filter(|(what, _)| typed || *what == "markup") {
                    self.survives(field, what, text).await;
                    self.browser.open(&address).await;
                }
            }
        }
        self.browser.open(&address).await;
        let form = forms(&self.browser.page).into_iter().find(|form| !form.fields.is_empty()).expect("a form");
        let answers = self.good(&form, None);
        let page = sent(&mut self.browser, &form, &answers).await;
        if page.status != 303 {
            panic!("{address} with {answers:?}: {} {}", page.status, page.text());
        }
    }

    /// Sends the page as it is shown, well filled in but for one field.
    async fn send(&mut self, field: &Field, text: &str) -> (crate::support::Page, Asked, Vec<(String, String)>) {
        let form = forms(&self.browser.page).into_iter().find(|form| !form.fields.is_empty()).expect("a form");
        let mut others = self.good(&form, field.under.as_ref());
        others.retain(|(name, _)| *name != field.name);
        let all = others.iter().cloned().chain([(field.name.clone(), text.to_owned())]).collect::<Vec<_>>();
        let page = sent(&mut self.browser, &form, &all).await;
        (page, form, others)
    }

    async fn refused(&mut self, field: &Field, what: &str, text: &str) {
        let (page, form, others) = self.send(field, text).await;
        if let Some(why) = refused_badly(&page, &form, &field.name, &others) {
            self.wrong.push(format!("{} {}: {what} {why}", self.definition.id, field.name));
        }
    }

    async fn survives(&mut self, field: &Field, what: &str, text: &str) {
        let (page, form, others) = self.send(field, text).await;
        assert!(!page.body.contains("<script>alert"), "{what} in {} comes back as markup", field.name);
        if page.status == 303 {
            return;
        }
        if let Some(why) = refused_badly(&page, &form, &field.name, &others) {
            self.wrong.push(format!("{} {}: {what} {why}", self.definition.id, field.name));
        }
    }

    /// Once through the form.
    async fn walk(&mut self) {
        self.walks += 1;
        self.browser.post(&format!("/forms/{}/start", self.definition.id), &[]).await;
        let draft = self.browser.page.path.split('/').take(3).collect::<Vec<_>>().join("/");
        for _ in 0..PAGES {
            // Check-your-answers leads to the first thing that is still to do.
            self.browser.open(&format!("{draft}/check")).await;
            let path = self.browser.page.path.split('?').next().unwrap_or_default().to_owned();
            let step = path.strip_prefix(&draft).unwrap_or_default();
            if matches!(step, "/check" | "/stop" | "/code" | "/nearby") {
                return;
            }
            self.page().await;
        }
        panic!("{} has no end: {}", self.definition.id, self.browser.page.path);
    }
}

fn of_contact(part: &str) -> &'static str {
    match part {
        "name" => "Robin Example",
        "email" => "robin@post.example",
        "mobile" => "07700 900123",
        "phone" => "01632 960123",
        "line1" => "1 Mill Road",
        "town" => "Eastmere",
        "postcode" => "CB1 2AD",
        _ => "",
    }
}

#[test]
fn every_field_of_every_service_refuses_what_is_hostile_and_keeps_the_rest() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let catalogue = council.app.part::<Catalogue>().unwrap();
        let mut wrong = Vec::new();
        let online = catalogue.all().into_iter().filter(|definition| definition.state == State::Online);
        for definition in online {
            let mut walker = Walker {
                browser: council.browser(),
                walks: 0,
                today: kit::lang::local(council.app.now()).date(),
                chosen: BTreeMap::new(),
                tried: BTreeSet::new(),
                wrong: Vec::new(),
                definition: definition.clone(),
            };
            let missing = |walker: &Walker| {
                let pages = definition.pages.iter().map(|page| page.id.clone()).chain(["contact".to_owned()]);
                pages.filter(|page| !walker.tried.contains(page)).collect::<Vec<_>>()
            };
            for _ in 0..WAYS {
                if missing(&walker).is_empty() {
                    break;
                }
                walker.walk().await;
            }
            wrong.extend(missing(&walker).iter().map(|page| format!("{} {page} was never reached", definition.id)));
            wrong.append(&mut walker.wrong);
        }
        assert!(wrong.is_empty(), "{} on {}:\n{}", wrong.len(), db.name(), wrong.join("\n"));
    });
}
