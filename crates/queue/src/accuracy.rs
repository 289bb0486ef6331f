//! `GET /open/queue/{site}/waits`: how good the waiting times were that people were told, for everybody to read.

use crate::site::Sites;
use crate::store::estimates;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::{DAY, Micros, SECOND};
use kit::extract::Path;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Result};
use waits::{Given, Score};

/// How far back it looks.
const BACK: Micros = 28 * DAY;
/// Below so many nothing is said: it would say something of somebody.
const FEW: usize = 10;

#[derive(Template)]
#[template(path = "accuracy.html")]
struct Page {
    frame: Frame,
    called: String,
    /// How many were told and then called.
    count: i64,
    few: bool,
    /// What share of the waits lay in the range, in per cent.
    held: i64,
    /// What share was called before the range began, in per cent.
    early: i64,
    /// By how many minutes the single figure was wrong, on average.
    wrong: i64,
    /// How many minutes wide the range was, on average.
    wide: i64,
}

impl Page {
    fn said(&self, key: &str, name: &str, number: &i64) -> String {
        self.frame.with(key, name, *number)
    }

    fn wrong_by(&self) -> String {
        self.frame.with2("queue-accuracy-wrong", ("wrong", self.wrong), ("wide", self.wide))
    }
}

/// Draws it.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(site): Path<String>) -> Result<Response> {
    let site = app.part::<Sites>()?.get(&site)?;
    let told = estimates::scored(&mut *app.db.read().await?, &site.id, app.now() - BACK).await?;
    let seconds = |at: Micros| at as f64 / SECOND as f64;
    let pairs = told.iter().map(|one| {
        let range = (seconds(one.told.low), seconds(one.told.high));
        (Given { about: seconds(one.told.about), range }, seconds(one.waited))
    });
    let score = Score::of(pairs);
    let minutes = |seconds: f64| (seconds / 60.0).round() as i64;
    html(&Page {
        frame: Frame::new(&app, &who, format!("/open/queue/{}/waits", site.id), "queue-accuracy-title"),
        called: site.called(who.lang.tag).to_owned(),
        count: score.count as i64,
        few: score.count < FEW,
        held: (score.coverage * 100.0).round() as i64,
        early: (score.early * 100.0).round() as i64,
        wrong: minutes(score.mae),
        wide: minutes(score.width),
    })
}
