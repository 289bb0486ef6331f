//! A draft stays on the version of the service it was started on.

use crate::council::{allotment, browser, fill, parts, start};
use kit::testing::{each_database, repository_migrations};
use services::publish;

#[test]
fn a_new_version_is_for_new_drafts_only() {
    each_database(repository_migrations(), async |db| {
        let first = allotment(str::to_owned);
        let app = parts(db, &first).build();
        publish(&app, &first).await.unwrap();
        let mut ben = browser(&app);
        let old = start(&mut ben).await;
        let changed = allotment(|text| text.replace("How large a plot do you want?", "How much ground do you want?"));
        assert_eq!(publish(&app, &changed).await.unwrap(), [("allotment".to_owned(), 2)]);
        fill(&mut ben, &format!("{old}/size"), &[("size", "half")]).await;
        assert!(ben.get(&format!("{old}/size")).await.body.contains("How large a plot"));
        let behind = forms::behind(&mut app.db.read().await.unwrap(), "allotment", 2).await.unwrap();
        assert_eq!(behind, 1, "the owner of the service sees how many are still on the older one");
        let new = start(&mut ben).await;
        assert_ne!(new, old);
        assert!(ben.get(&format!("{new}/size")).await.body.contains("How much ground"));
    });
}
