//! Third persons who get to know of somebody: whoever gets copies of what we write to them, and whoever may speak for them. Whoever puts
//! a safe address on a record is told of them before it is done, and says what becomes of the copies.

use crate::linking::joined;
use crate::needs::{self, Ask, Given, Passport};
use kit::app::App;
use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::page::Frame;
use kit::ui::{Choice, InsetText, Markup, Radios};
use kit::who::Who;
use kit::{Id, Result};

/// The third persons of a record.
pub(super) struct Thirds {
    /// Who gets copies: their name and their address.
    copies: Option<(String, String)>,
    /// Who may speak for them, each with what by.
    speak: Vec<(String, String)>,
}

impl Thirds {
    /// Those of this resident now, under every account of theirs.
    pub(super) async fn of(conn: &mut Conn, app: &App, resident: Id) -> Result<Thirds> {
        let (_, passport) = needs::theirs(conn, resident).await?;
        let copies = passport.copy_to().map(|(name, email)| (name.to_owned(), email.to_owned()));
        let authorities = joined::authorities(conn, resident).await?;
        let good = authorities.into_iter().filter(|one| one.is_good(app.now()));
        Ok(Thirds { copies, speak: good.map(|one| (one.holder, one.kind)).collect() })
    }

    /// What is said and asked below a safe address.
    pub(super) fn field<'a>(&self, frame: &'a Frame, form: &'a Form) -> Markup<'a> {
        let mut all: Vec<Markup<'a>> = Vec::new();
        if !self.speak.is_empty() {
            let one = |(holder, kind): &(String, String)| {
                format!("{holder} ({})", frame.t(&format!("residents-authority-{kind}")))
            };
            let who = self.speak.iter().map(one).collect::<Vec<_>>().join(", ");
            all.push(InsetText::new(frame.with("residents-marker-speak", "who", who)).into());
        }
        if let Some((name, email)) = &self.copies {
            let choice = |code: &'static str| {
                Choice::new(code, frame.with(&format!("residents-marker-copies-{code}"), "name", name.as_str()))
            };
            let asked = frame.with("residents-marker-copies", "name", format!("{name} ({email})"));
            let radios = Radios::new("copies", asked)
                .hint(frame.t("residents-marker-copies-hint"))
                .choices(["stop", "go-on"].map(choice))
                .value(form.value("copies"))
                .error(frame, form.error("copies"));
            all.push(radios.into());
        }
        Markup::join(all)
    }

    /// What becomes of the copies: `stop`, `go-on`, or `none` where nobody gets any. Nothing, and what is missing in the form, where that
    /// was not said.
    pub(super) fn read(&self, frame: &Frame, form: &mut Form) -> Option<&'static str> {
        match &self.copies {
            None => Some("none"),
            Some(_) if form.chose("copies", "stop") => Some("stop"),
            Some(_) if form.chose("copies", "go-on") => Some("go-on"),
            Some((name, _)) => {
                let words = frame.with("residents-marker-copies-empty", "name", name.as_str());
                form.refuse("copies", words);
                None
            }
        }
    }
}

/// Takes it back that somebody gets copies; everything else that was asked for stays.
pub(super) async fn stop_copies(tx: &mut Tx, app: &App, who: &Who, resident: Id) -> Result<()> {
    let (accounts, Passport { answers, agreed, .. }) = needs::theirs(tx, resident).await?;
    let stays = answers.into_iter().filter(|one| one.barrier || one.code != Ask::CopyTo.code());
    let given: Vec<Given> = stays.map(|one| (one.barrier, one.code, one.value)).collect();
    needs::save_all(tx, app, who, &accounts, &given, &agreed).await
}
