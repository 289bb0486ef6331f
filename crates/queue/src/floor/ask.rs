//! The questions of the floor: what somebody came for, and what they need. The same when they are greeted and when asked anew.

use crate::site::{Business, Site, named};
use kit::Lang;
use kit::form::Form;
use kit::page::Frame;
use kit::ui::{Choice, Choices, Radios};

/// What can be answered, in the words of staff, by code.
pub(super) struct Asks {
    /// What people come for.
    pub businesses: Vec<(String, String)>,
    /// What the site's published rule knows.
    pub needs: Vec<(String, String)>,
}

impl Asks {
    /// Of these kinds of business.
    pub fn of<'a>(site: &Site, businesses: impl Iterator<Item = &'a Business>) -> Asks {
        let words = |id: &str, names| (id.to_owned(), named(names, Lang::EN.tag).to_owned());
        Asks {
            businesses: businesses.map(|one| words(&one.id, &one.name)).collect(),
            needs: site.rule.needs.iter().map(|one| words(&one.id, &one.name)).collect(),
        }
    }

    /// What have they come for?
    pub fn what<'a>(&'a self, frame: &'a Frame, form: &'a Form) -> Choices<'a> {
        let choices = self.businesses.iter().map(|(id, words)| Choice::new(id.as_str(), words.as_str()));
        let asked =
            Radios::new("business", frame.t("queue-staff-floor-what")).legend_classes("govuk-fieldset__legend--s");
        asked.choices(choices).value(form.value("business")).error(frame, form.error("business"))
    }

    /// What do they need? One answer: of several the one that is worth most is what the rule counts.
    pub fn needs<'a>(&'a self, frame: &'a Frame, form: &'a Form) -> Choices<'a> {
        let choices = self.needs.iter().map(|(id, words)| Choice::new(id.as_str(), words.as_str()));
        let none = Choice::new("", frame.t("queue-staff-floor-no-need")).checked(form.value("need").is_empty());
        let asked = Radios::new("need", frame.t("queue-staff-floor-need")).legend_classes("govuk-fieldset__legend--s");
        asked.choice(none).choices(choices).value(form.value("need")).error(frame, form.error("need"))
    }
}
