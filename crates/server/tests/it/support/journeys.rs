//! Ways through the site that many tests go.

use super::Browser;

/// How somebody wants to be reached.
#[derive(Debug, Clone, Copy)]
pub enum Reached<'a> {
    /// By email.
    Email(&'a str),
    /// By text message.
    Text(&'a str),
    /// By a call; a landline is fine.
    Call(&'a str),
    /// Not at all.
    Not,
}

/// A place in the council's area.
pub const HERE: (&str, &str) = ("12 Mill Road", "CB1 2AD");

impl Browser {
    /// Finds the street problem by everyday words and starts it.
    pub async fn start_street_problem(&mut self) {
        self.open("/").await;
        self.fill("Search for a service", "pot hole in the road").press("Search").await;
        self.follow("Report a problem in the street").await;
        self.press("Start").await;
    }

    /// Answers everything about a hole in the road, up to the contact page.
    pub async fn describe_hole(&mut self, (street, postcode): (&str, &str)) {
        self.choose("A hole in the road").press("Continue").await;
        self.choose("No").press("Continue").await;
        self.fill("Street or landmark", street);
        self.fill("Postcode, if you know it", postcode).press("Continue").await;
    }

    /// The rest of the questions about a hole.
    pub async fn measure_hole(&mut self, more: &str) {
        self.choose("About as deep as a fist").choose("The road").press("Continue").await;
        self.fill("Is there anything else we should know?", more).press("Continue").await;
    }

    /// Says how to be reached.
    pub async fn be_reached(&mut self, name: &str, by: Reached<'_>) {
        self.fill("Your name", name);
        match by {
            Reached::Email(address) => self.choose("Email").fill("Email address", address),
            Reached::Text(number) => self.choose("Text message").fill("Mobile number", number),
            Reached::Call(number) => self.choose("Phone call").fill("Phone number", number),
            Reached::Not => self.choose("Do not contact me"),
        };
        self.press("Continue").await;
    }

    /// Reports a hole from start to finish; gives the reference.
    pub async fn report_hole(&mut self, place: (&str, &str), by: Reached<'_>) -> String {
        self.start_street_problem().await;
        self.describe_hole(place).await;
        self.measure_hole("It is by the bus stop.").await;
        self.be_reached("Robin Example", by).await;
        if self.page.heading() == "Someone may have told us already" {
            self.choose("No, mine is something else").press("Continue").await;
        }
        self.press("Send").await;
        self.reference()
    }

    /// Somebody who is signed in tells us of a hole that we have been told of; gives the reference they know it by.
    pub async fn join_hole(&mut self, place: (&str, &str), words: &str) -> String {
        self.start_street_problem().await;
        self.describe_hole(place).await;
        self.measure_hole(words).await;
        self.be_reached("Ada Testwell", Reached::Not).await;
        let same = self.page.texts("label").into_iter().find(|label| label.starts_with("Yes, it is this one"));
        self.choose(&same.expect("somebody told us before")).press("Continue").await;
        self.press("Send").await;
        self.reference()
    }

    /// The reference on the confirmation.
    #[track_caller]
    pub fn reference(&self) -> String {
        let reference = self.page.path.strip_prefix("/received/");
        reference.unwrap_or_else(|| panic!("not received: {} {}", self.page.path, self.page.text())).to_owned()
    }
}

impl Browser {
    /// Saves what was answered, to carry on later.
    pub async fn follow_or_press_later(&mut self) {
        self.press("Save and carry on later").await;
        if self.page.link("Save and carry on later").is_some() {
            self.follow("Save and carry on later").await;
        }
    }

    /// Reports a missed bin without saying who they are, taking the first choice everywhere.
    pub async fn report_missed_bin(&mut self) -> String {
        self.open("/services/missed-bin").await;
        self.press("Start").await;
        self.answer_first_choices().await;
        self.press("Send").await;
        self.reference()
    }

    /// Is about to begin a service for the resident whose record is open, who wrote that they want it.
    pub async fn about_to_do(&mut self, resident: &str, service: &str) {
        self.open(&format!("/desk/residents/{resident}/for")).await;
        self.select("Which service?", service).choose("In a letter or an email of theirs");
    }

    /// Takes the first choice everywhere, up to checking the answers; does not want to be reached.
    pub async fn answer_first_choices(&mut self) {
        for _ in 0..12 {
            if self.page.path.ends_with("/check") {
                break;
            }
            let mut typed: Vec<(String, String)> = Vec::new();
            for (value, name) in self.page.names("main input[type=radio]") {
                if !typed.iter().any(|(other, _)| *other == name) {
                    let value = if name == "contact-way" { "none".to_owned() } else { value };
                    typed.push((name, value));
                }
            }
            let texts = [
                ("-line1", "1 Mill Road"),
                ("-town", "Eastmere"),
                ("-postcode", "CB1 2AD"),
                ("-day", "20"),
                ("-month", "11"),
                ("-year", "2026"),
            ];
            for (_, name) in self.page.names("main input") {
                let known = texts.iter().find(|(end, _)| name.ends_with(end) && !name.starts_with("contact"));
                typed.extend(known.map(|(_, text)| (name, (*text).to_owned())));
            }
            for (name, text) in typed {
                self.type_in(&name, &text);
            }
            self.press("Continue").await;
            assert_eq!(self.page.status, 200, "{} {:?}", self.page.path, self.page.errors());
        }
    }
}
