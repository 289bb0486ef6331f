//! `GET /kiosk/{site}`: which language; `GET /kiosk/{site}/{tag}`: what have you come for.

use super::{Asked, at, frame, leads_on};
use crate::site::{Business, Sites, named};
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kit::clock::Micros;
use kit::extract::{Path, Query};
use kit::page::{Frame, html};
use kit::{App, Error, Id, Lang, Result};

#[derive(Template)]
#[template(path = "kiosk-start.html")]
struct StartPage {
    frame: Frame,
    asked: Asked,
    site: String,
    /// The site's name, and the words of the question, in every language.
    languages: Vec<(Lang, String)>,
}

#[derive(Template)]
#[template(path = "kiosk-choose.html")]
struct ChoosePage {
    frame: Frame,
    asked: Asked,
    site: String,
    called: String,
    key: Id,
    /// The first touch.
    came: Micros,
    open: bool,
    phone: String,
    businesses: Vec<Offer>,
}

/// What somebody may have come for.
struct Offer {
    id: String,
    name: String,
    /// The language of the name: English where there is none in that of the page.
    lang: String,
}

/// Which language; the screen everybody finds.
pub async fn get(
    State(app): State<App>,
    Path(site): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response> {
    let site = app.part::<Sites>()?.get(&site)?;
    let device = crate::devices::here(&mut *app.db.read().await?, &headers, site).await?;
    device.ok_or(Error::Refused("queue-kiosk-not-set-up"))?;
    let spoken = site.languages.iter().filter_map(|tag| Lang::spoken(tag));
    html(&StartPage {
        frame: frame(&app, Lang::EN, format!("/kiosk/{}", site.id), "queue-kiosk-title"),
        asked,
        site: site.id.clone(),
        languages: spoken.map(|lang| (lang, app.t(lang, "queue-kiosk-begin").to_owned())).collect(),
    })
}

/// What somebody came for. The clock of their wait starts here.
pub async fn choose(
    State(app): State<App>,
    Path((site, tag)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let (site, lang) = at(&mut read, &app, &headers, (&site, &tag)).await?;
    let now = app.now();
    let still = format!("/kiosk/{}/{tag}/still{}", site.id, asked.query());
    let page = ChoosePage {
        frame: frame(&app, lang, format!("/kiosk/{}/{tag}", site.id), "queue-kiosk-what"),
        asked,
        site: site.id.clone(),
        called: site.called(lang.tag).to_owned(),
        key: app.id(),
        came: now,
        open: site.is_open(now),
        phone: site.phone.clone(),
        businesses: site.today(now).map(|one| offer(one, lang)).collect(),
    };
    leads_on(html(&page)?, 60, &still)
}

fn offer(business: &Business, lang: Lang) -> Offer {
    let own = if business.name.contains_key(lang.tag) { lang } else { Lang::EN };
    Offer { id: business.id.clone(), name: named(&business.name, lang.tag).to_owned(), lang: own.tag.to_owned() }
}
