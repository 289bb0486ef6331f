//! Publishing definitions: what changed becomes the next version, what did not stays.

use crate::catalogue::Catalogue;
use crate::folder::Folder;
use crate::{shared, store};
use kit::facts::{self, Fact};
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Publishes every service of the folder that differs from its latest version, and brings the catalogue up to date.
/// The teams and headings they share are published beside them, so that every node has the same. Refuses the whole folder
/// when anything in it is wrong. Returns what was published, each with its new version.
pub async fn publish(app: &App, folder: &Folder) -> Result<Vec<(String, i64)>> {
    let mistakes = folder.check();
    if let Some(first) = mistakes.first() {
        return Err(Error::internal(format!("{} mistakes in the definitions, first: {first}", mistakes.len())));
    }
    let mut published = Vec::new();
    let mut tx = app.db.begin().await?;
    for (service, files) in folder.services() {
        let id = app.id();
        let Some(version) = store::versions::publish(&mut tx, id, service, files, app.now()).await? else { continue };
        facts::record(&mut tx, app, published_fact(id, service, version)).await?;
        published.push((service.to_owned(), version));
    }
    if let Some(version) = store::shared::publish(&mut tx, folder.shared(), app.now()).await? {
        facts::record(&mut tx, app, published_fact(app.id(), shared::NAME, version)).await?;
        published.push((shared::NAME.to_owned(), version));
    }
    tx.commit().await?;
    app.part::<Catalogue>()?.refresh(&app.db).await?;
    Ok(published)
}

fn published_fact(id: Id, service: &str, version: i64) -> Fact {
    let data = serde_json::json!({ "service": service, "version": version });
    Fact::new("service.published", &Who::system()).about("service-version", id).data(data)
}
