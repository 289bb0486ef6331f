//! How to reach the person: asked by the journey itself after the last page, as the service's definition says.

use kit::Lang;
use kit::form::{Fault, Form, line};
use kit::words::{Arg, Words};
use places::Postcode;
use residents::{Email, Phone};
use serde::{Deserialize, Serialize};
use services::{Address, Definition};

/// How somebody wants to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// By email.
    Email,
    /// By text message.
    Text,
    /// By ringing them; a landline will do.
    Call,
    /// By letter.
    Letter,
    /// Not at all.
    None,
}

impl Way {
    /// Every way, in the order they are offered.
    pub const ALL: [Way; 5] = [Way::Email, Way::Text, Way::Call, Way::Letter, Way::None];

    /// The code, as sent by the form.
    pub fn code(self) -> &'static str {
        match self {
            Way::Email => "email",
            Way::Text => "text",
            Way::Call => "call",
            Way::Letter => "letter",
            Way::None => "none",
        }
    }

    /// The words key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Way::Email => "forms-contact-way-email",
            Way::Text => "forms-contact-way-text",
            Way::Call => "forms-contact-way-call",
            Way::Letter => "forms-contact-way-letter",
            Way::None => "forms-contact-way-none",
        }
    }

    fn of(code: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// How to reach the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// What they are called; empty when they did not say.
    pub name: String,
    /// How they want to be reached.
    pub way: Way,
    /// For [`Way::Email`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// For [`Way::Text`] and [`Way::Call`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// For [`Way::Letter`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// A one-time code sent there came back, or their account proved it before.
    #[serde(default)]
    pub proved: bool,
    /// It is what their account had.
    #[serde(default)]
    pub account: bool,
}

impl Reach {
    /// The form as it was filled to give this.
    pub fn fill(&self, form: Form) -> Form {
        let phone = if self.way == Way::Text { "contact-mobile" } else { "contact-phone" };
        let form = form.fill("contact-name", &self.name).fill("contact-way", self.way.code());
        let form = form.fill("contact-email", self.email.as_deref().unwrap_or_default());
        let form = form.fill(phone, self.phone.as_deref().unwrap_or_default());
        let Some(address) = &self.address else { return form };
        form.fill("contact-line1", &address.line1)
            .fill("contact-line2", &address.line2)
            .fill("contact-town", &address.town)
            .fill("contact-postcode", &address.postcode)
    }

    /// Where a one-time code can be sent: an email address, or a mobile they want texts on.
    pub fn address_for_codes(&self) -> Option<residents::Address> {
        match self.way {
            Way::Email => Email::read(self.email.as_deref()?).ok().map(residents::Address::Email),
            Way::Text => Phone::read(self.phone.as_deref()?).ok().map(residents::Address::Phone),
            Way::Call | Way::Letter | Way::None => None,
        }
    }

    /// True when both say the same, whether proved or not.
    pub fn says_the_same(&self, other: &Reach) -> bool {
        Reach { proved: other.proved, account: other.account, ..self.clone() } == *other
    }

    /// Where they are reached, in one line.
    pub fn at(&self) -> String {
        let address = |a: &Address| {
            let lines = [&a.line1, &a.line2, &a.town, &a.postcode].map(String::as_str);
            lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let post = || self.address.as_ref().map(address);
        self.email.clone().or_else(|| self.phone.clone()).or_else(post).unwrap_or_default()
    }
}

/// The ways offered: those the service names, by text only where somebody carries texts, not at all only where the service
/// can do without.
pub fn offered(texts: bool, definition: &Definition) -> Vec<Way> {
    let (required, named) = (definition.contact == services::Contact::Required, &definition.contact_ways);
    let offered = |way: &Way| match way {
        Way::None => !required,
        Way::Text if !texts => false,
        way => named.is_empty() || named.iter().any(|named| named == way.code()),
    };
    Way::ALL.into_iter().filter(offered).collect()
}

/// Reads the contact page; what is wrong is noted in the form. `offered` are the ways to choose from.
pub fn read(form: &mut Form, offered: &[Way], lang: Lang, words: &Words) -> Option<Reach> {
    let required = !offered.contains(&Way::None);
    let mut reading = Reading { form, lang, words };
    let way = match offered {
        // Where there is one way, nobody has to choose it.
        [only] => Some(*only),
        _ => Way::of(reading.form.trimmed("contact-way")).filter(|way| offered.contains(way)),
    };
    let name = match reading.text("contact-name", 200) {
        Ok(name) => name,
        Err(Fault::Empty) if !required => String::new(),
        Err(fault) => reading.refuse("contact-name", fault, "forms-contact-name-missing"),
    };
    let Some(way) = way else {
        reading.say("contact-way", "forms-contact-way-missing");
        return None;
    };
    let mut reach = Reach { name, way, email: None, phone: None, address: None, proved: false, account: false };
    match way {
        Way::Email => reach.email = reading.email(),
        Way::Text => reach.phone = reading.mobile(),
        Way::Call => reach.phone = reading.phone("contact-phone", PHONE).map(|phone| phone.as_str().to_owned()),
        Way::Letter => reach.address = reading.address(),
        Way::None => {}
    }
    form.is_good().then_some(reach)
}

/// Words keys for a phone number that is missing and one that is none.
const PHONE: (&str, &str) = ("forms-contact-phone-missing", "forms-contact-phone-wrong");
const MOBILE: (&str, &str) = ("forms-contact-mobile-missing", "forms-contact-mobile-wrong");

struct Reading<'a> {
    form: &'a mut Form,
    lang: Lang,
    words: &'a Words,
}

impl Reading<'_> {
    fn text(&self, field: &str, most: usize) -> Result<String, Fault> {
        line(self.form.value(field), most)
    }

    fn say(&mut self, field: &str, key: &str) {
        let words = self.words.get(self.lang, key).to_owned();
        self.form.refuse(field, words);
    }

    /// Notes what is wrong with a text, and gives none.
    fn refuse(&mut self, field: &str, fault: Fault, missing: &str) -> String {
        match fault {
            Fault::Empty => self.say(field, missing),
            Fault::TooLong { most } => {
                let most = [("max", Arg::from(most))];
                let words = self.words.with(self.lang, "services-error-too-long", &most);
                self.form.refuse(field, words);
            }
            Fault::Control => self.say(field, "services-error-control"),
            Fault::Direction => self.say(field, "services-error-direction"),
        }
        String::new()
    }

    fn email(&mut self) -> Option<String> {
        if let Err(fault) = self.text("contact-email", 254) {
            self.refuse("contact-email", fault, "forms-contact-email-missing");
            return None;
        }
        let email = Email::read(self.form.value("contact-email"));
        if email.is_err() {
            self.say("contact-email", "forms-contact-email-wrong");
        }
        email.ok().map(|email| email.as_str().to_owned())
    }

    fn phone(&mut self, field: &str, (missing, wrong): (&str, &str)) -> Option<Phone> {
        if let Err(fault) = self.text(field, 40) {
            self.refuse(field, fault, missing);
            return None;
        }
        let phone = Phone::read(self.form.value(field));
        if phone.is_err() {
            self.say(field, wrong);
        }
        phone.ok()
    }

    fn mobile(&mut self) -> Option<String> {
        let phone = self.phone("contact-mobile", MOBILE)?;
        if phone.can_text() {
            return Some(phone.as_str().to_owned());
        }
        self.say("contact-mobile", MOBILE.1);
        None
    }

    fn address(&mut self) -> Option<Address> {
        let mut part = |field: &str, most: usize, missing: &str| match self.text(field, most) {
            Ok(text) => text,
            Err(Fault::Empty) if missing.is_empty() => String::new(),
            Err(fault) => self.refuse(field, fault, missing),
        };
        let line1 = part("contact-line1", 200, "forms-contact-line1-missing");
        let line2 = part("contact-line2", 200, "");
        let town = part("contact-town", 100, "forms-contact-town-missing");
        let typed = part("contact-postcode", 20, "forms-contact-postcode-missing");
        let postcode = match Postcode::parse(&typed) {
            Ok(postcode) => postcode.as_str().to_owned(),
            Err(_) if self.form.error("contact-postcode").is_some() => return None,
            Err(_) => {
                self.say("contact-postcode", "forms-contact-postcode-wrong");
                return None;
            }
        };
        Some(Address { line1, line2, town, postcode, inside: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::words::WordsFile;

    /// What a service offers that has to reach the person.
    const ASKED: &[Way] = &[Way::Email, Way::Text, Way::Call, Way::Letter];

    fn words() -> Words {
        let files = [include_str!("../../../locales/en/forms.ftl"), include_str!("../../../locales/en/services.ftl")];
        let file = |text: &str| WordsFile { lang: Lang::EN, name: "words".into(), text: text.into() };
        Words::load(&files.map(file)).unwrap()
    }

    fn typed(fields: &[(&str, &str)]) -> Form {
        fields.iter().fold(Form::empty(), |form, (name, value)| form.fill(&format!("contact-{name}"), *value))
    }

    #[test]
    fn every_way_reads_and_fills_again() {
        let words = words();
        for (fields, at) in [
            (&[("name", "Ada Test"), ("way", "email"), ("email", " ada@post.example ")][..], "ada@post.example"),
            (&[("name", "Ada Test"), ("way", "text"), ("mobile", "07700 900123")], "07700 900123"),
            (&[("name", "Ada Test"), ("way", "call"), ("phone", "01632 960123")], "01632 960123"),
            (
                &[
                    ("name", "Ada Test"),
                    ("way", "letter"),
                    ("line1", "1 Hill"),
                    ("town", "Eastmere"),
                    ("postcode", "cb11aa"),
                ],
                "1 Hill, Eastmere, CB1 1AA",
            ),
        ] {
            let mut form = typed(fields);
            let reach = read(&mut form, ASKED, Lang::EN, &words).unwrap_or_else(|| panic!("{:?}", form.errors()));
            assert_eq!(reach.at(), at);
            assert_eq!(read(&mut reach.fill(Form::empty()), ASKED, Lang::EN, &words), Some(reach));
        }
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let words = words();
        let long = "x".repeat(1 << 20);
        for (fields, field, says) in [
            (&[("way", "email"), ("email", "a@b.example")][..], "name", "Tell us your name"),
            (&[("name", "A")], "way", "Choose how we should get in touch"),
            (&[("name", "A"), ("way", "none")], "way", "Choose how we should get in touch"),
            (&[("name", "A"), ("way", "<b>")], "way", "Choose how we should get in touch"),
            (&[("name", "A"), ("way", "email")], "email", "Enter your email address"),
            (&[("name", "A"), ("way", "email"), ("email", "a")], "email", "name@example.org"),
            (&[("name", "A"), ("way", "email"), ("email", &long)], "email", "254"),
            (&[("name", "A"), ("way", "text"), ("mobile", "01632 960123")], "mobile", "choose Phone call"),
            (&[("name", "A"), ("way", "call"), ("phone", "1 or 2")], "phone", "01632 960123"),
            (&[("name", "a\u{0}b"), ("way", "call"), ("phone", "01632 960123")], "name", "cannot be seen"),
            (&[("name", "\u{202e}x"), ("way", "call"), ("phone", "01632 960123")], "name", "turn text around"),
            (&[("name", &long), ("way", "call"), ("phone", "01632 960123")], "name", "200"),
            (&[("name", "A"), ("way", "letter"), ("line1", "1")], "town", "Enter your town"),
            (&[("name", "A"), ("way", "letter"), ("line1", "1"), ("town", "E")], "postcode", "Enter your postcode"),
            (
                &[("name", "A"), ("way", "letter"), ("line1", "1"), ("town", "E"), ("postcode", "nowhere")],
                "postcode",
                "Enter a postcode like",
            ),
        ] {
            let mut form = typed(fields);
            assert_eq!(read(&mut form, ASKED, Lang::EN, &words), None);
            let said = form.error(&format!("contact-{field}")).unwrap_or_default();
            assert!(said.contains(says), "{field}: {:?}", form.errors());
        }
    }

    #[test]
    fn where_it_is_optional_nobody_has_to_say_who_they_are() {
        let words = words();
        let mut form = typed(&[("way", "none")]);
        let reach = read(&mut form, &Way::ALL, Lang::EN, &words).expect("none is enough");
        assert_eq!((reach.name.as_str(), reach.at().as_str()), ("", ""));
        assert_eq!(read(&mut typed(&[]), &Way::ALL, Lang::EN, &words), None);
    }
}
