//! `/desk/sites/{site}/devices`: the kiosks of a site. Each is set up by a link that is opened on it once; it can be ended.

use crate::access::{Action, check};
use crate::join::hashed;
use crate::site::{Site, Sites};
use crate::store::devices::{self, Device};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::facts::{self, Fact};
use kit::form::{Form, line};
use kit::page::{Frame, html, invalid, see, with_cookies};
use kit::session::{cookie, set_cookie};
use kit::ui::{Input, Markup};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use sha2::Sha256;

/// The cookie by which a kiosk is known.
const COOKIE: &str = "__Host-kiosk";
/// A device stays set up so long, in seconds: two years.
const KEPT: i64 = 2 * 365 * 24 * 3600;
/// The longest name of a device.
const MOST: usize = 60;

/// What was just made.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Made {
    made: String,
}

#[derive(Template)]
#[template(path = "devices.html")]
struct Page {
    frame: Frame,
    form: Form,
    key: Id,
    site: String,
    called: String,
    devices: Vec<Device>,
    /// Where the device that was just made is set up.
    link: Option<String>,
}

impl Page {
    fn name(&self) -> Markup<'_> {
        let input = Input::text("name", self.frame.t("queue-desk-device-name")).value(self.form.value("name"));
        Markup::join([input.error(&self.frame, self.form.error("name"))])
    }
}

/// The secret of a device, from the key it was made with.
fn secret(app: &App, key: Id) -> String {
    // A key of any length is taken, so this never fails.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(&app.secret) else { return String::new() };
    let bytes = mac.chain_update(b"queue device").chain_update(key.0).finalize().into_bytes();
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The kiosk this request comes from, where it stands at this site.
pub async fn here(conn: &mut Conn, headers: &HeaderMap, site: &Site) -> Result<Option<Device>> {
    let Some(token) = cookie(headers, COOKIE) else { return Ok(None) };
    let device = devices::by_token(conn, hashed(token)).await?;
    Ok(device.filter(|device| device.site == site.id))
}

/// Draws them.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(site): Path<String>,
    Query(made): Query<Made>,
) -> Result<Response> {
    check(&who, Action::Lead)?;
    let site = app.part::<Sites>()?.get(&site)?;
    let mut page = page(&app, &who, site, Form::empty()).await?;
    if let Ok(key) = made.made.parse::<Id>() {
        let token = secret(&app, key);
        let there = devices::by_token(&mut *app.db.read().await?, hashed(&token)).await?;
        page.link = there.map(|_| format!("{}/kiosk/{}/pair/{token}", app.council.origin, site.id));
    }
    html(&page)
}

async fn page(app: &App, who: &Who, site: &Site, form: Form) -> Result<Page> {
    let devices = devices::of_site(&mut *app.db.read().await?, &site.id).await?;
    let path = format!("/desk/sites/{}/devices", site.id);
    let frame = Frame::new(app, who, path, "queue-desk-devices").with_error(!form.is_good());
    let called = site.called(Lang::EN.tag).to_owned();
    Ok(Page { frame, form, key: app.id(), site: site.id.clone(), called, devices, link: None })
}

/// POST `/desk/sites/{site}/devices`: makes one, once.
pub async fn add(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(site): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let staff = check(&who, Action::Lead)?.id;
    let site = app.part::<Sites>()?.get(&site)?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let name = match line(form.value("name"), MOST) {
        Ok(name) => name,
        Err(fault) => {
            form.refuse("name", app.words.with(Lang::EN, fault.key(), &[("most", MOST.to_string().into())]));
            return invalid(&page(&app, &who, site, form).await?);
        }
    };
    let device = Device { id: app.id(), site: site.id.clone(), name, made: app.now() };
    let mut tx = app.db.begin().await?;
    if devices::insert(&mut tx, &device, key, hashed(&secret(&app, key)), staff).await? {
        let data = serde_json::json!({ "site": site.id, "device": device.id });
        facts::record(&mut tx, &app, Fact::new("device.added", &who).about("staff", staff).data(data)).await?;
    }
    tx.commit().await?;
    Ok(see(&format!("/desk/sites/{}/devices?made={key}", site.id)))
}

/// POST `/desk/sites/{site}/devices/end`: it is a kiosk no more.
pub async fn end(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(site): Path<String>,
    form: Form,
) -> Result<Response> {
    let staff = check(&who, Action::Lead)?.id;
    let site = app.part::<Sites>()?.get(&site)?;
    let home = format!("/desk/sites/{}/devices", site.id);
    let Ok(id) = form.value("device").parse::<Id>() else { return Ok(see(&home)) };
    let mut tx = app.db.begin().await?;
    if devices::end(&mut tx, id, app.now()).await? {
        let data = serde_json::json!({ "site": site.id, "device": id });
        facts::record(&mut tx, &app, Fact::new("device.ended", &who).about("staff", staff).data(data)).await?;
    }
    tx.commit().await?;
    Ok(see(&home))
}

/// GET `/kiosk/{site}/pair/{device}`: opened on the device itself, it becomes the kiosk.
pub async fn pair(State(app): State<App>, Path((site, device)): Path<(String, String)>) -> Result<Response> {
    let site = app.part::<Sites>()?.get(&site)?;
    let known = devices::by_token(&mut *app.db.read().await?, hashed(&device)).await?;
    known.filter(|known| known.site == site.id).ok_or(Error::NotFound)?;
    with_cookies(see(&format!("/kiosk/{}", site.id)), [set_cookie(COOKIE, &device, KEPT)])
}
