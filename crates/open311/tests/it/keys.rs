//! Keys: shown once, kept as a hash, ended at any time.

use crate::town::in_town;
use kit::clock::SECOND;
use kit::who::Who;
use kit::{Id, keys};

kit::sql!(KEPT, "SELECT hash, mark FROM keys WHERE name = $1");

#[test]
fn a_key_opens_its_scope_until_it_is_ended() {
    in_town(async |town| {
        town.clock.advance(SECOND);
        let key = town.new_key("city-app").await;
        town.clock.advance(SECOND);
        let mut tx = town.app.db.begin().await.unwrap();
        let found = keys::find(&mut tx, &town.app, &key, open311::SCOPE).await.unwrap().expect("it opens");
        assert_eq!(found.name, "city-app");
        assert!(keys::find(&mut tx, &town.app, &key, "api").await.unwrap().is_none(), "it opens nothing else");
        for wrong in [
            "",
            "gh_",
            "gh__",
            &key[..key.len() - 1],
            &format!("{key}x"),
            &key.replace("gh_", ""),
            &key.to_uppercase(),
            &town.key.replace(town.key.rsplit('_').next().unwrap(), key.rsplit('_').next().unwrap()),
            "gh_'_' OR 1=1",
            "gh_\u{0}_\u{0}",
        ] {
            assert!(keys::find(&mut tx, &town.app, wrong, open311::SCOPE).await.unwrap().is_none(), "{wrong}");
        }
        let row = tx.one(&KEPT, kit::params!["city-app"]).await.unwrap();
        let (hash, mark): (Vec<u8>, String) = (row.get(0).unwrap(), row.get(1).unwrap());
        assert_eq!(hash.len(), 32);
        assert!(key.contains(&mark) && !key.contains(&String::from_utf8_lossy(&hash).into_owned()));
        let scopes = [open311::SCOPE.to_owned()];
        let twice = keys::make(&mut tx, &town.app, &Who::system(), "city-app", &scopes).await.unwrap();
        assert!(twice.is_none(), "a name is somebody's while their key opens");
        assert!(keys::end(&mut tx, &town.app, &Who::system(), "city-app").await.unwrap());
        assert!(!keys::end(&mut tx, &town.app, &Who::system(), "city-app").await.unwrap());
        assert!(keys::find(&mut tx, &town.app, &key, open311::SCOPE).await.unwrap().is_none());
        assert!(keys::make(&mut tx, &town.app, &Who::system(), "city-app", &scopes).await.unwrap().is_some());
        let listed = keys::list(&mut tx, Id::NONE, 10).await.unwrap();
        let all: Vec<(&str, bool)> = listed.iter().map(|key| (key.name.as_str(), key.ended == 0)).collect();
        assert_eq!(all, [("fixmystreet", true), ("city-app", false), ("city-app", true)]);
        tx.commit().await.unwrap();
        let fields = [("api_key", key.as_str()), ("service_code", "street-problem"), ("lat", "52.2"), ("long", "0.13")];
        assert_eq!(town.post("/open311/v2/requests.json", &fields).await.status, 403);
    });
}
