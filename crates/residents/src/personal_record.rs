//! What staff keep in a resident's record, as what is held on them. Why somebody is thought a risk is told by whoever has
//! read it through first.

use crate::authorities::Services;
use crate::needs;
use crate::store::vehicles::{self, Vehicle};
use crate::store::{breaches, imports, personal_record as store};
use kit::db::{Conn, Tx};
use kit::personal::{Part, Reader, Row};
use kit::{App, Id, Lang, Result};

/// Who may speak for them, the markers on their record, their vehicles, each time it was opened, and which records are theirs.
/// What people have in
/// words of their own (days, needs) is in `lang`.
pub async fn personal_data(conn: &mut Conn, app: &App, resident: Id, reader: Reader, lang: Lang) -> Result<Vec<Part>> {
    let mut markers = store::markers(conn, resident).await?;
    markers.retain(|marker| reader == Reader::Staff || marker.kind != "risk");
    let markers = markers.into_iter().map(|one| marker(one, reader, lang)).collect();
    let opening = |one: store::Opening| {
        let purpose = format!("residents-held-purpose-{}", one.purpose);
        let row = Row::new().time("at", one.at).word("purpose", one.purpose, purpose).code("caller", one.caller);
        row.code("given", one.given).code("passed", one.passed).time("withdrawn", one.withdrawn_at)
    };
    let breach = |one: breaches::Breach| {
        let row = Row::new().time("at", one.at);
        let row = row.word("need", one.adjustment.as_str(), format!("residents-needs-may-{}", one.adjustment));
        row.code("how", one.how).text("reason", one.reason)
    };
    let vehicle = |one: Vehicle| {
        Row::new().text("plate", one.plate.to_string()).text("about", one.about).time("made", Some(one.made_at))
    };
    let came = |one: imports::Import| {
        Row::new().text("from", one.source).text("reference", one.number).time("at", one.made_at)
    };
    let passport = needs::of(conn, resident).await?;
    let mut parts = crate::linking::personal::personal_data(conn, resident, reader).await?;
    parts.extend([
        Part::of(
            "residents_passports",
            (passport.revision > 0).then(|| standing(app, lang, &passport)).into_iter().collect(),
        ),
        Part::of("residents_needs", passport.answers.iter().map(|one| answer(app, lang, one)).collect()),
        Part::of("residents_breaches", breaches::of_resident(conn, resident).await?.into_iter().map(breach).collect()),
        Part::of("residents_imports", imports::of(conn, resident).await?.into_iter().map(came).collect()),
        Part::of("residents_vehicles", vehicles::of(conn, resident).await?.into_iter().map(vehicle).collect()),
        Part::of(
            "residents_authorities",
            store::authorities(conn, resident).await?.into_iter().map(|one| authority(app, lang, one)).collect(),
        ),
        Part::of("residents_markers", markers),
        Part::of("residents_openings", store::openings(conn, resident).await?.into_iter().map(opening).collect()),
    ]);
    Ok(parts)
}

fn authority(app: &App, lang: Lang, one: store::Authority) -> Row {
    let services = app.part::<Services>().and_then(|all| all.0(app, lang)).unwrap_or_default();
    let name = |id: &String| services.iter().find(|one| one.id == *id).map_or(id.clone(), |one| one.name.clone());
    let about = match one.reach.as_str() {
        "chosen" => one.services.iter().map(name).collect::<Vec<_>>().join(", "),
        reach => app.t(lang, &format!("residents-held-scope-{reach}")).to_owned(),
    };
    let row = Row::new().word("kind", one.kind.as_str(), format!("residents-held-authority-{}", one.kind));
    let row = row.text("name", one.holder).text("about", about).code("services", one.services).text("note", one.note);
    row.text("shown", one.seen)
        .time("made", one.made_at)
        .text("good-until", last_day(lang, one.until))
        .time("ended", one.ended_at)
}

/// The last day on which it is good, as the desk says it.
fn last_day(lang: Lang, until: kit::clock::Micros) -> String {
    lang.date(until - 1)
}

/// That the record was marked. In whose words and why is for whoever answers an access request to read through first: it may be what
/// somebody else said.
fn marker(one: store::Marker, reader: Reader, lang: Lang) -> Row {
    let row = Row::new().word("kind", one.kind.as_str(), format!("residents-held-marker-{}", one.kind));
    let row = if reader == Reader::Staff { row.text("reason", one.reason) } else { row };
    let row = row.time("made", one.made_at);
    row.text("review", one.review.map(|day| civil(&day, lang)).unwrap_or_default()).time("ended", one.ended_at)
}

/// An adjustment by its own words, a barrier by those of the published criteria.
fn answer(app: &App, lang: Lang, one: &needs::Answer) -> Row {
    let row = match one.barrier {
        true => {
            let criteria = app.part::<needs::Criteria>().ok();
            let known = criteria.and_then(|all| all.barriers().iter().find(|barrier| barrier.id == one.code));
            Row::new()
                .text("need", known.map_or(one.code.as_str(), |barrier| barrier.name(lang)))
                .code("code", one.code.as_str())
        }
        false => Row::new().word("need", one.code.as_str(), format!("residents-needs-may-{}", one.code)),
    };
    let said = match one.code.as_str() {
        _ if one.barrier || one.value.is_empty() => row,
        "channel" => row.word("value", one.value.as_str(), format!("residents-needs-only-{}", one.value)),
        "interpreter" => row.word("value", one.value.as_str(), format!("residents-needs-lang-{}", one.value)),
        "calls-after" => {
            row.text("value", one.value.parse().map_or_else(|_| one.value.clone(), |at| needs::hour(lang, at)))
        }
        _ => row.text("value", one.value.replace('\n', ", ")),
    };
    said.time("at", one.at).code("by-staff", one.by_staff)
}

fn standing(app: &App, lang: Lang, passport: &needs::Passport) -> Row {
    let rule = app.part::<needs::Criteria>().ok().and_then(|all| all.rule(&passport.rule));
    let offered = rule.map_or(passport.rule.as_str(), |rule| rule.name(lang));
    let row =
        Row::new().text("offered", offered).code("rule", passport.rule.as_str()).code("edition", passport.criteria);
    row.code("agreed-how", passport.agreed.as_str()).time("agreed", Some(passport.agreed_at).filter(|at| *at > 0))
}

/// A day as it is written in this language.
pub(crate) fn civil(day: &str, lang: Lang) -> String {
    day.parse().map_or_else(|_| day.to_owned(), |day| lang.civil(day))
}

/// Forgets who may speak for them, the markers, their vehicles, what they need, and who else was thought to be them; that it was not kept is
/// counted on.
pub(crate) async fn forget(tx: &mut Tx, resident: Id) -> Result<()> {
    crate::store::needs::forget(tx, resident).await?;
    crate::store::reviews::forget_reasons(tx, resident).await?;
    breaches::forget(tx, resident).await?;
    vehicles::forget(tx, resident).await?;
    imports::forget(tx, resident).await?;
    crate::linking::personal::forget(tx, resident).await?;
    store::forget(tx, resident).await
}
