//! `GET /ticket/{ticket}`: how it stands.

use super::{Outlook, path, text};
use crate::model::{State as Stands, Visit};
use crate::site::{Sites, named};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::page::{Frame, html};
use kit::ui::Button;
use kit::who::Who;
use kit::{App, Lang, Result};

/// What the address says: another language than the visit's, and what was just done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    lang: String,
    said: String,
}

impl Asked {
    /// The language of the page.
    pub(super) fn lang(&self, visit: &Visit) -> Lang {
        Lang::of(&self.lang).unwrap_or(visit.page_lang())
    }
}

#[derive(Template)]
#[template(path = "ticket.html")]
struct Page {
    frame: Frame,
    path: String,
    /// The site's code.
    place: String,
    site: String,
    address: String,
    ticket: String,
    business: String,
    state: Stands,
    desk: String,
    outlook: Outlook,
    /// When they said they would be back, while that is to come.
    out: Option<String>,
    /// A text when their turn is near: to whom, or when it was sent.
    text: Option<String>,
    /// They may ask for one, or take it back.
    may_text: bool,
}

impl Page {
    fn refreshes(&self) -> bool {
        self.state.is_live()
    }

    fn is_called(&self) -> bool {
        self.state == Stands::Called
    }

    fn is_waiting(&self) -> bool {
        self.state == Stands::Waiting
    }

    fn may_go(&self) -> bool {
        self.state.is_live() && self.state != Stands::Serving
    }

    fn steps_out(&self, minutes: &i64) -> Button<'_> {
        Button::submit(self.frame.with("queue-ticket-out", "count", *minutes)).secondary()
    }

    fn said(&self) -> &str {
        self.frame.t(match self.state {
            Stands::Waiting => "queue-ticket-waiting",
            Stands::Called => "queue-ticket-called",
            Stands::Serving => "queue-ticket-serving",
            Stands::Parked => "queue-ticket-parked",
            Stands::Done => "queue-ticket-done",
            Stands::Left => "queue-ticket-left",
            Stands::NoShow => "queue-ticket-no-show",
            Stands::Merged => "queue-ticket-merged",
        })
    }
}

/// Draws it.
pub async fn get(State(app): State<App>, Path(ticket): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut read = app.db.read().await?;
    let visit = crate::of_token(&mut read, &ticket).await?;
    let site = app.part::<Sites>()?.get(&visit.site)?;
    let lang = asked.lang(&visit);
    let notice = match asked.said.as_str() {
        "late" => Some(app.t(lang, "queue-ticket-too-late").to_owned()),
        _ => None,
    };
    let title = app.words.with(lang, "queue-ticket-title", &[("ticket", visit.ticket.as_str().into())]);
    let frame = Frame::titled(&app, &Who::anyone(lang), path(&ticket), title).with_notice(notice);
    let outlook = Outlook::of(&mut read, &app, &frame, site, &visit).await?;
    let out = (visit.away_until > app.now()).then(|| lang.time(visit.away_until));
    html(&Page {
        path: path(&ticket),
        place: site.id.clone(),
        site: site.called(lang.tag).to_owned(),
        address: site.address.clone(),
        ticket: visit.ticket.clone(),
        business: site.business(&visit.business).map_or("", |one| named(&one.name, lang.tag)).to_owned(),
        state: visit.state,
        desk: visit.desk.clone(),
        outlook,
        out,
        text: match visit.told_near {
            0 => text::to_words(&frame, &visit).filter(|_| visit.state == Stands::Waiting),
            at => Some(frame.with("queue-text-sent", "time", lang.time(at))),
        },
        may_text: text::may(&app, &visit),
        frame,
    })
}

/// For how many minutes somebody may step out.
pub(super) const CHOICES: [i64; 3] = [5, 10, 20];
