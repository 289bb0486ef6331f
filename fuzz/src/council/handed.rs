//! Another system, and a case that was handed to it.

use super::Council;
use cases::handed::{self, Taker};
use cases::{Given, Opening, Place, Promise};
use kit::clock::DAY;
use kit::facts::Help;
use kit::keys;
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// What the definitions call the system.
const SYSTEM: &str = "street-works";

impl Council {
    /// What a new case handed to a system goes by, and the key the system answers with; the key before opens nothing of it.
    pub fn handed(&self) -> (Id, String) {
        let text = self.key_of(None, &["handed"]);
        let handed = self.runtime.block_on(hand(&self.running.app, &text)).expect("the database answers");
        (handed.expect("the system takes a hole in the road"), text)
    }
}

/// Lets the system answer with this key alone, and hands it a hole in the road.
async fn hand(app: &App, text: &str) -> Result<Option<Id>> {
    let mut tx = app.db.begin().await?;
    for before in handed::takers(&mut tx).await?.iter().filter(|taker| taker.ended == 0) {
        handed::end_taker(&mut tx, before.id, app.now()).await?;
    }
    let key = keys::known(&mut tx, text, app.now()).await?.expect("the key was made");
    let taker =
        Taker { id: app.id(), code: SYSTEM.into(), name: app.id().to_string(), key: key.id, made: app.now(), ended: 0 };
    assert!(handed::keep_taker(&mut tx, &taker).await?, "no other system is called so");
    let ready = cases::ready(&mut tx, app, hole(app)).await?;
    let opened = cases::open(&mut tx, app, &Who::anyone(Lang::EN), ready).await?;
    let found = handed::hand_to(&mut tx, app, &Who::system(), opened.case, SYSTEM).await?;
    tx.commit().await?;
    Ok(found)
}

fn hole(app: &App) -> Opening {
    let catalogue = app.part::<services::Catalogue>().expect("a catalogue");
    Opening {
        draft: app.id(),
        service: "street-problem".into(),
        version: catalogue.current("street-problem").expect("it is delivered").version,
        title: "A hole in the road, Mill Road".into(),
        kind: "pothole".into(),
        team: "highways".into(),
        answers: Vec::<Given>::new(),
        contact: None,
        resident: None,
        visitor: None,
        help: Help::Alone,
        place: None::<Place>,
        promise: Promise { due: app.now() + 5 * DAY, reason: "reason-usual".into() },
        source: "web".into(),
        priority: "normal".into(),
        passed_to: None,
        duplicates: None,
        opened: None,
    }
}
