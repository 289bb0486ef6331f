//! The forms of a page as they are: which fields somebody could type in, and what is sent when they press the button.

use crate::support::{Browser, Page};
use scraper::{ElementRef, Html, Selector};

/// How something is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Typed.
    Text,
    /// Typed and never shown again.
    Secret,
    /// One of several, or any of them.
    Choice,
}

/// A field of a form.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// How it is answered.
    pub kind: Kind,
    /// What can be chosen.
    pub options: Vec<String>,
    /// What has to be chosen for it to count.
    pub under: Option<(String, String)>,
}

/// A form somebody can fill in.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Where it is sent.
    pub action: String,
    /// What is sent with it unseen.
    pub hidden: Vec<(String, String)>,
    /// What is filled in.
    pub fields: Vec<Field>,
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|cause| panic!("{text}: {cause}"))
}

/// The forms of the page's own part that are posted.
pub fn forms(page: &Page) -> Vec<Asked> {
    let html = Html::parse_document(&page.body);
    let here = page.path.split(['?', '#']).next().unwrap_or_default();
    let asked = |form: ElementRef<'_>| {
        let action = form.attr("action").filter(|action| !action.is_empty()).unwrap_or(here).to_owned();
        let (mut hidden, mut fields) = (Vec::new(), Vec::<Field>::new());
        for control in form.select(&selector("input[name], textarea[name], select[name]")) {
            // A control for files takes no words: what is hostile in a file has tests of its own.
            if control.attr("type") == Some("file") {
                continue;
            }
            let name = control.attr("name").unwrap_or_default().to_owned();
            let value = control.attr("value").unwrap_or_default().to_owned();
            // The name beside a password is there for what fills passwords in, not to be typed.
            let kind = match (control.value().name(), control.attr("type").unwrap_or("text")) {
                _ if name == "username" || control.attr("type") == Some("hidden") => {
                    hidden.push((name, value));
                    continue;
                }
                ("select", _) | (_, "radio" | "checkbox") => Kind::Choice,
                (_, "password") => Kind::Secret,
                _ => Kind::Text,
            };
            let options = match control.value().name() {
                "select" => control.select(&selector("option[value]")).filter_map(|o| o.attr("value")).collect(),
                _ => vec![value.as_str()],
            };
            let options = options.into_iter().map(str::to_owned);
            match fields.iter_mut().find(|field| field.name == name) {
                Some(field) => field.options.extend(options),
                None => fields.push(Field { name, kind, options: options.collect(), under: under(&html, control) }),
            }
        }
        Asked { action, hidden, fields }
    };
    html.select(&selector("main form[method=post]")).map(asked).collect()
}

/// The choice a field belongs to.
fn under(html: &Html, control: ElementRef<'_>) -> Option<(String, String)> {
    let inside =
        control.ancestors().filter_map(ElementRef::wrap).find_map(|e| e.attr("id")?.strip_prefix("conditional-"))?;
    let choice = html.select(&selector(&format!("input[id=\"{inside}\"]"))).next()?;
    Some((choice.attr("name")?.to_owned(), choice.attr("value")?.to_owned()))
}

/// Sends the form with these answers and whatever is unseen; redirects are not followed.
pub async fn sent(browser: &mut Browser, form: &Asked, answers: &[(String, String)]) -> Page {
    let all = form.hidden.iter().chain(answers);
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish();
    browser.send("POST", &form.action, body).await
}

/// What of these answers the page that came back no longer shows.
pub fn lost<'a>(page: &Page, form: &Asked, answers: &'a [(String, String)]) -> Vec<&'a str> {
    let html = Html::parse_document(&page.body);
    let shows = |(name, value): &(String, String)| {
        let controls = selector(&format!("main [name=\"{name}\"]"));
        html.select(&controls).any(|control| match (control.value().name(), control.attr("type")) {
            ("textarea", _) => control.text().collect::<String>().trim_start_matches('\n') == value,
            ("select", _) => {
                control.select(&selector("option[selected]")).any(|option| option.attr("value") == Some(value.as_str()))
            }
            (_, Some("radio" | "checkbox")) => {
                control.attr("value") == Some(value) && control.attr("checked").is_some()
            }
            _ => control.attr("value").unwrap_or_default() == value,
        })
    };
    let secret = |name: &str| form.fields.iter().any(|field| field.name == name && field.kind == Kind::Secret);
    let gone = answers
        .iter()
        .filter(|(name, value)| !value.is_empty() && !secret(name) && !shows(&(name.clone(), value.clone())));
    gone.map(|(name, _)| name.as_str()).collect()
}

/// What is wrong with how a page refuses what was typed into a field; nothing when it is refused as it should be.
pub fn refused_badly(page: &Page, form: &Asked, field: &str, others: &[(String, String)]) -> Option<String> {
    if page.status != 422 {
        return Some(format!("is answered with {}", page.status));
    }
    let html = Html::parse_document(&page.body);
    let links: Vec<&str> = html
        .select(&selector(".govuk-error-summary a"))
        .filter_map(|link| link.attr("href")?.strip_prefix('#'))
        .collect();
    // A date or an address is one answer in several fields.
    let question = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let named = |id: &&str| **id == *field || question(id) == question(field);
    let there = |id: &&str| html.select(&selector(&format!("[id=\"{id}\"]"))).next().is_some();
    if !links.iter().any(|id| named(id) && there(id)) {
        return Some(format!("has no link to it among {links:?}"));
    }
    if !page.texts("title").concat().starts_with("Error: ") {
        return Some("has a title that does not say so".to_owned());
    }
    let lost = lost(page, form, others);
    (!lost.is_empty()).then(|| format!("lost {lost:?}"))
}
