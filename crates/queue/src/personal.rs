//! What this noun holds on a resident, and erasing it at their request.

use crate::store::{estimates, visits};
use kit::db::{Conn, Tx};
use kit::personal::{Part, Row};
use kit::{App, Id, Lang, Result};

/// Their visits: when they came, what for, how long they waited and what came of it.
pub async fn personal_data(conn: &mut Conn, app: &App, resident: Id, lang: Lang) -> Result<Vec<Part>> {
    let sites = app.part::<crate::Sites>()?;
    let (visits, mut told) = (visits::of_resident(conn, resident).await?, Vec::new());
    for visit in &visits {
        if let Some((given, low, high)) = estimates::of_visit(conn, visit.id).await? {
            let row = Row::new().id("visit", visit.id).time("at", given);
            told.push(row.code("low", low).code("high", high));
        }
    }
    let rows = visits.into_iter().map(|visit| {
        let site = sites.get(&visit.site).ok();
        let business = site.and_then(|site| site.business(&visit.business));
        let row = Row::new().id("id", visit.id).time("at", visit.came);
        let row = row.text("what", business.map_or("", |one| crate::site::named(&one.name, lang.tag)));
        let row =
            row.text("address", site.map_or("", |site| site.address.as_str())).text("reference", visit.ticket.as_str());
        let row = row.text("name", visit.initials.as_str()).text("phone", visit.phone.as_str());
        let row = row.word("state", visit.state.code(), format!("queue-state-{}", visit.state.code()));
        row.code("outcome", visit.outcome.as_str()).code("began", visit.began).code("told_near", visit.told_near)
    });
    Ok(vec![Part::of("queue_visits", rows.collect()), Part::of("queue_estimates", told)])
}

/// Erases what is personal in their visits. That somebody came, when and what came of it stays for the figures, and names nobody.
pub async fn erase(tx: &mut Tx, resident: Id) -> Result<()> {
    visits::erase_of_resident(tx, resident).await
}
