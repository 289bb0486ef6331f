//! A browser that talks like its user: opens, follows, fills, chooses, presses; keeps cookies; follows redirects.

use super::Council;
use super::page::{Page, option};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use kit::clock::SECOND;
use kit::testing::{FORM_WITH_FILES, form_with_files};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tower::ServiceExt;

/// More redirects than any page of ours makes.
const MOST_REDIRECTS: usize = 6;

/// One person's browser.
#[derive(Clone)]
pub struct Browser {
    council: Council,
    /// The cookies it keeps.
    pub cookies: BTreeMap<String, String>,
    /// What it says it reads.
    pub accept_language: &'static str,
    /// Headers it sends with every POST; a browser of ours says that the form came from here.
    pub origin: Vec<(&'static str, String)>,
    /// Where it calls from.
    pub from: SocketAddr,
    /// The page it shows.
    pub page: Page,
    typed: Vec<(String, String)>,
    /// Files chosen: field, name and bytes.
    chosen: Vec<(String, String, Vec<u8>)>,
    /// Every address it has opened, with its query: what an access log of somebody else could hold.
    pub visited: Vec<String>,
}

impl Browser {
    /// A browser that has never been here.
    pub fn new(council: &Council) -> Browser {
        Browser {
            council: council.clone(),
            cookies: BTreeMap::new(),
            accept_language: "en-GB",
            origin: vec![("sec-fetch-site", "same-origin".into())],
            from: ([127, 0, 0, 1], 40_000).into(),
            page: Page::default(),
            typed: Vec::new(),
            chosen: Vec::new(),
            visited: Vec::new(),
        }
    }

    /// A browser whose user reads another language.
    pub fn reading(council: &Council, language: &'static str) -> Browser {
        Browser { accept_language: language, ..Browser::new(council) }
    }

    /// Sends one request and shows nothing; redirects are not followed.
    pub async fn send(&mut self, method: &str, path: &str, body: String) -> Page {
        // A person takes a second over everything.
        self.council.app.clock.advance(SECOND);
        self.at_once(method, path, body).await
    }

    /// The same without time passing.
    pub async fn at_once(&mut self, method: &str, path: &str, body: String) -> Page {
        self.of_kind(method, path, "application/x-www-form-urlencoded", Body::from(body)).await
    }

    /// The same with a body of another kind.
    pub async fn of_kind(&mut self, method: &str, path: &str, kind: &str, body: Body) -> Page {
        let address = path.split('#').next().unwrap_or_default();
        self.visited.push(address.to_owned());
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(address);
        request =
            request.header(header::HOST, "eastmere.example").header(header::ACCEPT_LANGUAGE, self.accept_language);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if method != "GET" && method != "HEAD" {
            request = request.header(header::CONTENT_TYPE, kind);
            request = self.origin.iter().fold(request, |request, (name, value)| request.header(*name, value));
        }
        let request = request.extension(ConnectInfo(self.from)).body(body).expect("a request");
        let answer = self.council.router.clone().oneshot(request).await.expect("a router always answers");
        let headers = answer.headers().iter();
        let headers =
            headers.map(|(n, v)| (n.to_string(), String::from_utf8_lossy(v.as_bytes()).into_owned())).collect();
        let status = answer.status().as_u16();
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
        let page = Page { status, path: path.to_owned(), headers, body: String::from_utf8_lossy(&body).into_owned() };
        for set in page.all("set-cookie") {
            keep(&mut self.cookies, set);
        }
        page
    }

    async fn show(&mut self, mut page: Page) -> &Page {
        self.typed.clear();
        self.chosen.clear();
        for _ in 0..MOST_REDIRECTS {
            if page.status != 303 {
                break;
            }
            let to = page.header("location").to_owned();
            page = self.send("GET", &to, String::new()).await;
        }
        self.page = page;
        &self.page
    }

    /// Opens an address and whatever it leads to.
    pub async fn open(&mut self, path: &str) -> &Page {
        let page = self.send("GET", path, String::new()).await;
        self.show(page).await
    }

    /// Follows the link with these words.
    #[track_caller]
    pub fn follow<'a>(&'a mut self, label: &str) -> impl Future<Output = &'a Page> + 'a {
        let to = self.page.link(label);
        let to = to.unwrap_or_else(|| panic!("no link “{label}” on {}: {}", self.page.path, self.page.text()));
        async move { self.open(&to).await }
    }

    /// Types into the field with this label, over what stands there.
    #[track_caller]
    pub fn fill(&mut self, label: &str, text: &str) -> &mut Browser {
        self.fill_in(None, label, text)
    }

    /// Types into a field of the group with this legend.
    #[track_caller]
    pub fn fill_in(&mut self, group: Option<&str>, label: &str, text: &str) -> &mut Browser {
        let (name, _) = self.find(group, label);
        self.type_in(&name, text)
    }

    /// Types into the field with this name: for tables of tests, where the label does not matter.
    pub fn type_in(&mut self, name: &str, text: &str) -> &mut Browser {
        self.typed.retain(|(n, _)| n != name);
        self.typed.push((name.to_owned(), text.to_owned()));
        self
    }

    /// Types a day into the group with this legend.
    #[track_caller]
    pub fn fill_day(&mut self, legend: &str, [day, month, year]: [&str; 3]) -> &mut Browser {
        self.fill_in(Some(legend), "Day", day).fill_in(Some(legend), "Month", month).fill_in(Some(legend), "Year", year)
    }

    /// Chooses what bears this label.
    #[track_caller]
    pub fn choose(&mut self, label: &str) -> &mut Browser {
        self.choose_in(None, label)
    }

    /// Chooses what bears this label in the group with this legend.
    #[track_caller]
    pub fn choose_in(&mut self, group: Option<&str>, label: &str) -> &mut Browser {
        let (name, value) = self.find(group, label);
        self.typed.push((name, value.unwrap_or_else(|| panic!("“{label}” cannot be chosen"))));
        self
    }

    /// Chooses an option of the list with this label.
    #[track_caller]
    pub fn select(&mut self, label: &str, wanted: &str) -> &mut Browser {
        let (name, _) = self.find(None, label);
        let value = option(&self.page, &name, wanted);
        let value = value.unwrap_or_else(|| panic!("no option “{wanted}” in “{label}”: {}", self.page.text()));
        self.type_in(&name, &value)
    }

    #[track_caller]
    fn find(&self, group: Option<&str>, label: &str) -> (String, Option<String>) {
        let found = self.page.field(group, label);
        found.unwrap_or_else(|| panic!("no field “{label}” on {}: {}", self.page.path, self.page.text()))
    }

    /// Chooses a file for the control with this label.
    #[track_caller]
    pub fn attach(&mut self, label: &str, name: &str, bytes: Vec<u8>) -> &mut Browser {
        let (field, _) = self.find(None, label);
        self.chosen.push((field, name.to_owned(), bytes));
        self
    }

    /// The request that pressing this button would send.
    #[track_caller]
    pub fn about_to_press(&self, button: &str) -> (String, String, String) {
        let form = self.page.form(button);
        let mut form =
            form.unwrap_or_else(|| panic!("no button “{button}” on {}: {}", self.page.path, self.page.text()));
        form.fields.retain(|(name, _)| !self.typed.iter().any(|(typed, _)| typed == name));
        // What was typed into another form of the page is not sent with this one.
        let typed = self.typed.iter().filter(|(typed, _)| !form.foreign.contains(typed));
        let all = form.fields.iter().chain(typed);
        (form.method, form.action, form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish())
    }

    /// Presses the button with these words and follows where it leads.
    #[track_caller]
    pub fn press<'a>(&'a mut self, button: &str) -> impl Future<Output = &'a Page> + 'a {
        let (method, action, body) = self.about_to_press(button);
        async move {
            let page = if !self.chosen.is_empty() {
                let fields: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
                self.send_files(&action, &fields).await
            } else if method == "GET" {
                self.send("GET", &format!("{action}?{body}"), String::new()).await
            } else {
                self.send(&method, &action, body).await
            };
            self.show(page).await
        }
    }

    async fn send_files(&mut self, path: &str, fields: &[(String, String)]) -> Page {
        let chosen = std::mem::take(&mut self.chosen);
        let of_control = |name: &str| chosen.iter().any(|(field, ..)| field == name);
        let fields = fields.iter().filter(|(name, _)| !of_control(name)).map(|(n, v)| (n.as_str(), v.as_str()));
        let files: Vec<_> =
            chosen.iter().map(|(field, name, bytes)| (field.as_str(), name.as_str(), &bytes[..])).collect();
        let body = form_with_files(&fields.collect::<Vec<_>>(), &files);
        self.council.app.clock.advance(SECOND);
        self.of_kind("POST", path, FORM_WITH_FILES, Body::from(body)).await
    }

    /// Sends fields as a form of ours would, and follows where it leads.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> &Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let page = self.send("POST", path, body).await;
        self.show(page).await
    }
}

pub(super) fn keep(cookies: &mut BTreeMap<String, String>, set: &str) {
    let (pair, rest) = set.split_once(';').unwrap_or((set, ""));
    let (name, value) = pair.split_once('=').expect("a cookie has a name and a value");
    if rest.contains("Max-Age=0") {
        cookies.remove(name);
    } else {
        cookies.insert(name.to_owned(), value.to_owned());
    }
}
