//! The home on somebody's record, offered to the officer who fills in an address for them. A safe address is offered nowhere.

use crate::draft::Draft;
use crate::enter;
use crate::journey::Step;
use kit::db::Conn;
use kit::form::Form;
use kit::page::Frame;
use kit::{Lang, Result};
use residents::store::keys;
use services::{Definition, Kind, Page};

/// Where somebody lives, as an address is asked for.
pub(crate) struct Home {
    line1: String,
    town: String,
    postcode: String,
}

impl Home {
    /// Of whom this form is filled in for; nothing where nobody fills it in for somebody, or no home is on record.
    pub(crate) async fn of(conn: &mut Conn, draft: &Draft) -> Result<Option<Home>> {
        if draft.for_whom.is_none() {
            return Ok(None);
        }
        // Of this account alone: another that was joined with it may yet be somebody else's.
        let person = keys::person(conn, draft.resident).await?.filter(|person| !person.guarded);
        Ok(person.and_then(|person| person.home).map(|home| Home {
            line1: format!("{} {}", home.line1, home.street).trim().to_owned(),
            town: home.town,
            postcode: home.postcode,
        }))
    }

    /// This question's fields with it.
    pub(crate) fn filled(&self, question: &str) -> Form {
        let parts = [("line1", self.line1.as_str()), ("line2", ""), ("town", &self.town), ("postcode", &self.postcode)];
        parts.into_iter().fold(Form::empty(), |form, (part, text)| form.fill(&format!("{question}-{part}"), text))
    }

    /// The links that fill it in, one for each address this page asks for.
    pub(crate) fn offers(
        &self,
        frame: &Frame,
        definition: &Definition,
        draft: &Draft,
        page: &Page,
    ) -> Vec<(String, String)> {
        let home = format!("{}, {} {}", self.line1, self.town, self.postcode);
        let at = enter::address(draft, &Step::Page(page.id.clone()), false);
        let asked = page.questions.iter().filter_map(|id| definition.question(id));
        let asked = asked.filter(|question| question.kind == Kind::Address);
        asked
            .map(|question| {
                let label = definition.short_label(&question.id, Lang::EN);
                let words = frame.with2("forms-for-home", ("question", label), ("home", home.as_str()));
                (format!("{at}?home={}", question.id), words)
            })
            .collect()
    }
}
