//! Who waits at the sites of Eastmere when it is made, so that a desk can call somebody.

use kit::clock::MINUTE;
use kit::who::Who;
use kit::{App, Result};
use queue::{Join, Sites, Way};

/// Where, what for, how many minutes ago they came, their language and their need.
const WAITING: [(&str, &str, i64, &str, &str); 9] = [
    ("town-hall", "housing", 24, "en", ""),
    ("town-hall", "council-tax", 21, "en", ""),
    ("town-hall", "parking", 17, "pl", ""),
    ("town-hall", "housing", 12, "so", "cannot-wait-long"),
    ("town-hall", "council-tax", 9, "bn", ""),
    ("town-hall", "anything", 6, "en", ""),
    ("town-hall", "parking", 3, "cy", ""),
    ("north-library", "council", 11, "en", ""),
    ("north-library", "council", 4, "ar", ""),
];

/// Gives them their tickets.
pub async fn fill(app: &App) -> Result<()> {
    let mut tx = app.db.begin().await?;
    for (site, business, minutes, lang, need) in WAITING {
        let site = app.part::<Sites>()?.get(site)?;
        let (business, lang, need) = (business.to_owned(), lang.to_owned(), need.to_owned());
        let came = Some(app.now() - minutes * MINUTE);
        let join = Join { key: app.id(), business, lang, need, came, ..Join::default() };
        queue::join(&mut tx, app, &Who::system(), site, Way::Floor, &join).await?;
    }
    tx.commit().await
}
