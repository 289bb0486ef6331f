//! How what happened to a case reads, for staff and for residents. Residents never see notes or plans, nor what another
//! reporter wrote.

use crate::book::Book;
use crate::facts::Data;
use crate::names::Names;
use kit::facts::{Body, Help, Recorded};
use kit::words::Arg;
use kit::{App, Id, Lang, Result};

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// A member of staff.
    Staff,
    /// The reporter of this id; [`Id::NONE`] for the first.
    Reporter(Id),
}

/// One line of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What happened.
    pub title: String,
    /// When, for machines.
    pub at: String,
    /// When, in words.
    pub when: String,
    /// Who did it.
    pub by: String,
    /// What was written, if the reader may see it.
    pub body: String,
    /// Done by the council.
    pub ours: bool,
}

/// What the timeline is drawn with.
pub(crate) struct Telling<'a> {
    pub app: &'a App,
    pub book: &'a Book,
    pub names: &'a Names,
    pub reader: Reader,
    pub lang: Lang,
}

/// "2026-11-21T12:00:00Z".
pub(crate) fn machine_time(at: i64) -> String {
    kit::lang::local(at).timestamp().to_string()
}

impl Telling<'_> {
    /// The lines of these facts; those not for this reader are left out.
    pub fn entries(&self, facts: &[Recorded]) -> Result<Vec<Entry>> {
        let lines = facts.iter().map(|fact| self.entry(fact));
        lines.filter_map(Result::transpose).collect()
    }

    fn entry(&self, fact: &Recorded) -> Result<Option<Entry>> {
        if fact.kind.starts_with("contact.") {
            return self.contact(fact);
        }
        let what = match fact.kind.as_str() {
            "message.failed" => "undelivered",
            kind => kind.strip_prefix("case.").unwrap_or_default(),
        };
        let data: Data = fact.data()?;
        if !self.may_read(what, &data) {
            return Ok(None);
        }
        let title = match (what, fact.help) {
            ("opened" | "joined", Help::ForMe) => {
                let ours = self.reader == Reader::Staff;
                let key = if ours { "cases-desk-event-opened-for" } else { "cases-event-opened-for" };
                Some(self.app.t(self.lang, key).to_owned())
            }
            _ => self.title(what, &data),
        };
        let Some(title) = title.map(|title| self.with_way(title, what, &data)) else { return Ok(None) };
        Ok(Some(Entry {
            title,
            at: machine_time(fact.at),
            when: self.lang.date_time(fact.at),
            by: self.by(fact, &data),
            body: self.body(what, fact, &data),
            ours: matches!(fact.who_kind.as_str(), "staff" | "system" | "program"),
        }))
    }

    /// That somebody got in touch about it: for staff, who are not told here who that was.
    fn contact(&self, fact: &Recorded) -> Result<Option<Entry>> {
        if self.reader != Reader::Staff {
            return Ok(None);
        }
        let entry = |title| Entry {
            title,
            at: machine_time(fact.at),
            when: self.lang.date_time(fact.at),
            by: fact.who.map(|who| self.names.staff(who)).unwrap_or_default(),
            body: String::new(),
            ours: true,
        };
        Ok(contact::linked(self.app, fact)?.map(entry))
    }

    /// For staff: by which way it came, where that was no page.
    fn with_way(&self, title: String, what: &str, data: &Data) -> String {
        let came = matches!(what, "opened" | "passed-on" | "joined") && !data.channel.is_empty();
        if !came || self.reader != Reader::Staff {
            return title;
        }
        let way = self.app.t(self.lang, &crate::desk::show::source_key(&data.channel)).to_owned();
        let values = [("what", title.into()), ("way", way.into())];
        self.app.words.with(self.lang, "cases-desk-event-came", &values)
    }

    fn may_read(&self, what: &str, data: &Data) -> bool {
        match self.reader {
            Reader::Staff => true,
            Reader::Reporter(_)
                if matches!(
                    what,
                    "noted" | "planned" | "held" | "released" | "erased" | "sent-up" | "undelivered" | "looked-outside"
                ) =>
            {
                false
            }
            // What anybody may have written is for staff, and so is that a mail came back.
            Reader::Reporter(_) if data.other || matches!(what, "returned" | "marked" | "mark-done" | "mark-wrong") => {
                false
            }
            // A message or question to one reporter is nothing to the others.
            Reader::Reporter(me) if matches!(what, "messaged" | "asked" | "called") => data.reporter == Some(me),
            Reader::Reporter(_) => true,
        }
    }

    fn title(&self, what: &str, data: &Data) -> Option<String> {
        let say = |key: &str, values: &[(&str, Arg<'_>)]| Some(self.app.words.with(self.lang, key, values));
        let due = crate::dates::words(self.app, data.due, self.lang);
        match what {
            "assigned" => {
                let named = || crate::book::team_name(self.app, &data.team, self.lang);
                let team = match self.reader {
                    Reader::Reporter(_) => named(),
                    Reader::Staff => None,
                };
                let team = team.unwrap_or_else(|| self.names.team(&data.team));
                match data.owner.map(|owner| self.person(owner)) {
                    Some(person) if !person.is_empty() => {
                        say("cases-event-assigned-person", &[("person", person.into()), ("team", team.into())])
                    }
                    _ => say("cases-event-assigned-team", &[("team", team.into())]),
                }
            }
            "messaged" if data.other => say("cases-desk-event-messaged-other", &[]),
            "messaged" if !data.channel.is_empty() => say(&format!("cases-event-messaged-{}", data.channel), &[]),
            "looked-outside" => say("cases-desk-event-looked-outside", &[]),
            "marked" | "mark-done" | "mark-wrong" => {
                let kind = crate::marks::Kind::of(&data.outcome)?;
                let kind = self.app.t(self.lang, crate::desk::written::mark_key(kind)).to_owned();
                say(&format!("cases-desk-event-{what}"), &[("kind", kind.into()), ("due", due.into())])
            }
            "undelivered" if data.gone => say("cases-desk-event-returned", &[]),
            // As the journal has it from before a bounce was a message that never arrived like any other.
            "returned" => say("cases-desk-event-returned", &[]),
            "handed-over" | "taken-back" | "handed-accepted" | "handed-refused" | "handed-said" | "handed-done" => {
                self.handed(what, data)
            }
            "claimed" if self.reader == Reader::Staff => say("cases-desk-event-claimed", &[]),
            "joined" if data.again.is_some() => say("cases-event-joined-again", &[]),
            "joined" if self.is_mine(data) => say("cases-event-joined-you", &[]),
            "promised" => say("cases-event-promised", &[("due", due.into())]),
            "planned" => say("cases-event-planned", &[("due", due.into())]),
            "held" => say("cases-event-held", &[("due", due.into())]),
            "released" => say("cases-event-released", &[]),
            "called" => say(&format!("cases-event-called-{}", data.outcome), &[]),
            "erased" => say(&format!("cases-event-erased-{}", data.outcome), &[]),
            "decided" | "sent-up" => Some(self.decided(what, data)),
            "opened" | "imported" | "joined" | "passed-on" | "noted" | "messaged" | "asked" | "late" | "closed"
            | "reopened" | "withdrawn" | "file-infected" | "undelivered" => say(&format!("cases-event-{what}"), &[]),
            _ => None,
        }
    }

    /// A decision, with the paragraph it rests on where an officer made it on the spot; or what kept them from making it.
    fn decided(&self, what: &str, data: &Data) -> String {
        let mut outcome = self.outcome(data);
        let Some(delegated) = &data.delegated else {
            return self.app.words.with(self.lang, "cases-event-decided", &[("outcome", outcome.into())]);
        };
        if delegated.amount > 0 {
            let money = self.lang.money(delegated.amount);
            outcome.push_str(&self.app.words.with(self.lang, "cases-on-the-spot-money", &[("amount", money.into())]));
        }
        if what == "decided" {
            let values = [("outcome", outcome.into()), ("scheme", (&delegated.scheme).into())];
            return self.app.words.with(self.lang, "cases-event-decided-delegated", &values);
        }
        let why = delegated
            .beyond
            .iter()
            .map(|one| self.book.beyond(self.app, one, None, self.lang))
            .collect::<Vec<_>>()
            .join("; ");
        self.app.words.with(self.lang, "cases-event-sent-up", &[("outcome", outcome.into()), ("why", why.into())])
    }

    /// What another system did with it, or was asked to do.
    fn handed(&self, what: &str, data: &Data) -> Option<String> {
        let hand = data.hand.as_ref()?;
        let key = match (what, hand.said.as_str()) {
            ("handed-said", "planned" | "delayed" | "started") => format!("cases-event-handed-{}", hand.said),
            ("taken-back", _) => "cases-event-handed-taken-back".to_owned(),
            _ => format!("cases-event-{what}"),
        };
        let values = [
            ("name", hand.name.as_str().into()),
            ("reference", hand.reference.as_str().into()),
            ("date", self.lang.date(hand.on).into()),
            ("outcome", self.outcome(data).into()),
        ];
        Some(self.app.words.with(self.lang, &key, &values))
    }

    /// An outcome in the words of whoever reads it.
    fn outcome(&self, data: &Data) -> String {
        match self.reader {
            Reader::Staff => self.book.outcome_for_staff(&data.outcome),
            Reader::Reporter(_) => self.book.outcome(&data.outcome, self.lang),
        }
    }

    fn is_mine(&self, data: &Data) -> bool {
        matches!((self.reader, data.reporter), (Reader::Reporter(me), Some(theirs)) if me == theirs)
    }

    /// Staff read whole names, residents first names.
    fn person(&self, staff: Id) -> String {
        match self.reader {
            Reader::Staff => self.names.staff(staff),
            Reader::Reporter(_) => self.names.first_name(staff),
        }
    }

    fn by(&self, fact: &Recorded, data: &Data) -> String {
        let word = |key: &str| self.app.t(self.lang, key).to_owned();
        match (fact.who_kind.as_str(), self.reader) {
            ("staff", _) => match fact.who.map(|who| self.person(who)) {
                Some(name) if !name.is_empty() => name,
                _ => word("cases-by-council"),
            },
            ("system", _) => self.app.council.name.clone(),
            ("program", _) => data.hand.as_ref().map(|hand| hand.name.clone()).unwrap_or_default(),
            (_, Reader::Staff) if data.other => String::new(),
            (_, Reader::Staff) => word("cases-by-resident"),
            (_, Reader::Reporter(me)) if data.reporter.unwrap_or(Id::NONE) == me => word("cases-by-you"),
            (_, Reader::Reporter(me)) if data.again == Some(me) => word("cases-by-you"),
            (_, Reader::Reporter(_)) => word("cases-by-somebody"),
        }
    }

    fn body(&self, what: &str, fact: &Recorded, data: &Data) -> String {
        // Residents read that they were rung, and not what staff keep of it.
        if what == "called" && self.reader != Reader::Staff {
            return String::new();
        }
        // What passes between the council and those it hands cases to is theirs.
        if matches!(what, "taken-back" | "handed-refused") && self.reader != Reader::Staff {
            return String::new();
        }
        // Why somebody took it back or opened it again is theirs alone, and the council's.
        let private = matches!(what, "withdrawn" | "reopened") && fact.who_kind != "staff";
        if let (true, Reader::Reporter(me)) = (private, self.reader)
            && data.reporter.unwrap_or(Id::NONE) != me
        {
            return String::new();
        }
        match &fact.body {
            Body::Text(text) => text.clone(),
            Body::Erased => self.app.t(self.lang, "cases-event-erased").to_owned(),
            Body::None => String::new(),
        }
    }
}
