//! What somebody sees: a page read by its headings, links, labels and buttons, not by its markup.

use scraper::{ElementRef, Html, Selector};

/// What a label says after its name where an answer may be left out.
const OPTIONAL: &str = " (you can leave this empty)";

/// A page as it came.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The status.
    pub status: u16,
    /// Its address, with the query.
    pub path: String,
    /// The headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

/// A control of a form: its name and the value it would send as the page came; `None` when it would send nothing.
type Control = (String, Option<String>);

/// A form about to be sent.
#[derive(Debug)]
pub struct Sending {
    /// GET or POST.
    pub method: String,
    /// Where to.
    pub action: String,
    /// What, in the page's order.
    pub fields: Vec<(String, String)>,
    /// Names of controls that belong to other forms of the page alone.
    pub foreign: Vec<String>,
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|cause| panic!("{text}: {cause}"))
}

/// Text as read: white space made single.
pub fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// A header's value, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Every value of a header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The texts of everything a selector finds.
    pub fn texts(&self, of: &str) -> Vec<String> {
        self.html().select(&selector(of)).map(words).collect()
    }

    /// The main heading.
    pub fn heading(&self) -> String {
        self.texts("h1").into_iter().next().unwrap_or_default()
    }

    /// What the page says in its main part.
    pub fn text(&self) -> String {
        self.texts("main").join(" ")
    }

    /// What has to be put right, from the summary at the top.
    pub fn errors(&self) -> Vec<String> {
        self.texts(".govuk-error-summary__list li")
    }

    /// The attribute of the first element a selector finds.
    pub fn attribute(&self, of: &str, name: &str) -> Option<String> {
        self.html().select(&selector(of)).find_map(|e| e.attr(name).map(str::to_owned))
    }

    /// The value and the name of every control a selector finds.
    pub fn names(&self, of: &str) -> Vec<(String, String)> {
        let (html, wanted) = (self.html(), selector(of));
        let read = |control: ElementRef<'_>| {
            Some((control.attr("value").unwrap_or_default().to_owned(), control.attr("name")?.to_owned()))
        };
        html.select(&wanted).filter_map(read).collect()
    }

    /// Where the link with these words leads.
    pub fn link(&self, label: &str) -> Option<String> {
        let html = self.html();
        let links = selector("a[href]");
        let found = html.select(&links).find(|a| words(*a) == label);
        found.and_then(|a| a.attr("href")).map(str::to_owned)
    }

    /// The field a label belongs to: its name and, for a choice, its value. `within` names the group it stands in.
    pub fn field(&self, within: Option<&str>, label: &str) -> Option<(String, Option<String>)> {
        let html = self.html();
        let groups: Vec<ElementRef<'_>> = match within {
            None => vec![html.root_element()],
            Some(legend) => {
                let (sets, legends) = (selector("fieldset"), selector("legend"));
                let named = |set: &ElementRef<'_>| set.select(&legends).next().is_some_and(|l| words(l) == legend);
                html.select(&sets).filter(named).collect()
            }
        };
        let labels = selector("label");
        let mut found = groups.into_iter().flat_map(|group| group.select(&labels).collect::<Vec<_>>());
        let named = |words: &str| words.strip_prefix(label).is_some_and(|rest| rest.is_empty() || rest == OPTIONAL);
        let of = found.find(|l| named(&words(*l)))?.attr("for")?.to_owned();
        let control = html.select(&selector(&format!("[id=\"{of}\"]"))).next()?;
        let chosen = matches!(control.attr("type"), Some("radio" | "checkbox"));
        let value = chosen.then(|| control.attr("value").unwrap_or("on").to_owned());
        Some((control.attr("name")?.to_owned(), value))
    }

    /// The value a named field has.
    pub fn value(&self, name: &str) -> String {
        let html = self.html();
        // What stands at the head of every page comes before the page's own matter, and is not meant.
        let places = [format!("main [name=\"{name}\"]"), format!("[name=\"{name}\"]")];
        let control = places.iter().find_map(|place| html.select(&selector(place)).next());
        let control = control.unwrap_or_else(|| panic!("no field {name} on {}: {}", self.path, self.text()));
        if control.value().name() == "textarea" {
            control.text().collect()
        } else {
            control.attr("value").unwrap_or_default().to_owned()
        }
    }

    /// The form whose button bears these words, as it would be sent untouched.
    pub fn form(&self, button: &str) -> Option<Sending> {
        let html = self.html();
        let pressed = html.select(&selector("button")).find(|b| words(*b) == button)?;
        // A button may belong to a form elsewhere on the page, and send it to an address of its own.
        let form = match pressed.attr("form") {
            Some(id) => html.select(&selector(&format!("form[id=\"{id}\"]"))).next()?,
            None => pressed.ancestors().filter_map(ElementRef::wrap).find(|e| e.value().name() == "form")?,
        };
        let controls = selector("input[name], textarea[name], select[name]");
        let controls = html.select(&controls);
        let (own, others): (Vec<_>, Vec<_>) = controls.partition(|control| belongs(*control, form));
        let own_names: Vec<&str> = own.iter().filter_map(|control| control.attr("name")).collect();
        let foreign = others.iter().filter_map(|control| control.attr("name")).filter(|name| !own_names.contains(name));
        let mut fields: Vec<(String, String)> = own
            .iter()
            .filter_map(|control| as_it_came(*control))
            .filter_map(|(name, value)| Some((name, value?)))
            .collect();
        if let Some(name) = pressed.attr("name") {
            fields.push((name.to_owned(), pressed.attr("value").unwrap_or_default().to_owned()));
        }
        let here = self.path.split(['?', '#']).next().unwrap_or_default();
        Some(Sending {
            method: form.attr("method").unwrap_or("get").to_uppercase(),
            action: pressed
                .attr("formaction")
                .or(form.attr("action"))
                .filter(|a| !a.is_empty())
                .unwrap_or(here)
                .to_owned(),
            foreign: foreign.map(str::to_owned).collect(),
            fields,
        })
    }

    /// Every form of the page whose method is POST: its action.
    pub fn posts(&self) -> Vec<String> {
        let html = self.html();
        html.select(&selector("form[method=post]")).filter_map(|f| f.attr("action").map(str::to_owned)).collect()
    }

    /// Whether the page says this; a reference is the same read out in groups.
    fn tells(&self, text: &str) -> bool {
        let (page, grouped) = (self.text(), text.parse::<kit::Reference>().map(|reference| reference.grouped()));
        page.contains(text) || grouped.is_ok_and(|grouped| page.contains(&grouped))
    }

    /// Fails unless the page says this.
    #[track_caller]
    pub fn says(&self, text: &str) -> &Page {
        assert!(self.tells(text), "{} ({}) does not say “{text}”: {}", self.path, self.status, self.text());
        self
    }

    /// Fails if the page says this.
    #[track_caller]
    pub fn is_silent_about(&self, text: &str) -> &Page {
        assert!(!self.tells(text), "{} says “{text}”: {}", self.path, self.text());
        self
    }
}

/// Whether a control is sent with this form: it stands in it, or says that it is one of its.
fn belongs(control: ElementRef<'_>, form: ElementRef<'_>) -> bool {
    match control.attr("form") {
        Some(id) => form.attr("id") == Some(id),
        None => control.ancestors().any(|one| one == *form),
    }
}

fn as_it_came(control: ElementRef<'_>) -> Option<Control> {
    let name = control.attr("name")?.to_owned();
    let value = || control.attr("value").unwrap_or_default().to_owned();
    let sent = match (control.value().name(), control.attr("type").unwrap_or("text")) {
        ("textarea", _) => Some(control.text().collect()),
        ("select", _) => {
            let options: Vec<ElementRef<'_>> = control.select(&selector("option")).collect();
            let chosen = options.iter().find(|o| o.attr("selected").is_some()).or(options.first());
            chosen.map(|o| o.attr("value").map_or_else(|| words(*o), str::to_owned))
        }
        (_, "radio" | "checkbox") => control.attr("checked").map(|_| value()),
        _ => Some(value()),
    };
    Some((name, sent))
}

/// The value of a select's option with these words.
pub fn option(page: &Page, name: &str, label: &str) -> Option<String> {
    let html = page.html();
    let select = html.select(&selector(&format!("select[name=\"{name}\"]"))).next()?;
    let option = select.select(&selector("option")).find(|o| words(*o) == label)?;
    Some(option.attr("value").map_or_else(|| label.to_owned(), str::to_owned))
}
