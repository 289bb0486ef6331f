//! Seals and what they find: every way to tamper is tried with plain SQL.

use crate::{council, migrations};
use kit::app::App;
use kit::clock::SECOND;
use kit::db::Kind;
use kit::facts::{self, Fact, Fault, Keeper, Report, SealKey, Signer, seals};
use kit::id::Entropy;
use kit::testing::{TestDb, each_database};
use kit::who::Who;
use std::time::Duration;

struct Sealed {
    app: App,
    key: SealKey,
    folder: tempfile::TempDir,
}

impl Sealed {
    fn new(db: &TestDb) -> Sealed {
        let folder = tempfile::tempdir().unwrap();
        let key = SealKey::open_or_make(&folder.path().join("seals.key"), &Entropy::seeded(7)).unwrap();
        Sealed { app: council(db), key, folder }
    }

    /// Three seals over four facts each, every fact with a text, and two facts more.
    async fn with_journal(db: &TestDb) -> Sealed {
        let council = Sealed::new(db);
        for _ in 0..3 {
            council.record(4).await;
            council.seal().await;
        }
        council.record(2).await;
        council.number().await;
        assert!(council.verify().await.whole());
        council
    }

    async fn record(&self, facts: usize) {
        for n in 0..facts {
            let mut tx = self.app.db.begin().await.unwrap();
            let fact = Fact::new("case.noted", &Who::system()).about("case", self.app.id()).body(format!("note {n}"));
            facts::record(&mut tx, &self.app, fact).await.unwrap();
            tx.commit().await.unwrap();
            self.app.clock.advance(SECOND);
        }
    }

    async fn number(&self) {
        if self.app.db.kind() == Kind::Postgres {
            let number = "UPDATE facts SET seq = (SELECT max(seq) FROM facts) + n FROM (SELECT id AS waiting,
                          row_number() OVER (ORDER BY id) AS n FROM facts WHERE seq IS NULL) AS w WHERE id = waiting";
            self.app.db.maintain(number).await.unwrap();
        }
    }

    /// What the keeper does when it stops: numbers and seals what there is.
    async fn seal(&self) {
        let again = SealKey::open_or_make(&self.folder.path().join("seals.key"), &Entropy::seeded(8)).unwrap();
        Keeper::start(&self.app, again, Vec::new(), None).stop().await;
    }

    async fn verify(&self) -> Report {
        facts::verify(&self.app.db, &[self.key.signer()], None).await.unwrap()
    }
}

#[test]
fn seals_cover_the_journal_in_a_signed_chain() {
    each_database(migrations(), async |db| {
        let council = Sealed::with_journal(db).await;
        let report = council.verify().await;
        assert_eq!((report.sealed, report.unsealed, report.seals, report.erased), (12, 2, 3, 0));
        let mut read = db.read().await.unwrap();
        let newest = seals::latest(&mut read).await.unwrap().unwrap();
        let all = seals::list(&mut read, None, 10).await.unwrap();
        assert_eq!(all.iter().map(|seal| (seal.first, seal.last)).collect::<Vec<_>>(), [(9, 12), (5, 8), (1, 4)]);
        assert_eq!(all[0], newest);
        assert!(all.windows(2).all(|pair| pair[0].previous == pair[1].hash));
        let published: Signer = newest.signer_text().parse().unwrap();
        assert!(newest.signed_by(&published));
        let head = report.head.unwrap();
        assert_eq!(head, facts::Published { number: 3, hash: newest.hash });
        assert_eq!(head.to_string().parse::<facts::Published>().unwrap(), head);
        assert!("3".parse::<facts::Published>().is_err() && "3:zz".parse::<facts::Published>().is_err());
    });
}

/// The keeper seals by itself, about once a second.
#[test]
fn the_keeper_seals_what_is_new_within_seconds() {
    each_database(migrations(), async |db| {
        let council = Sealed::new(db);
        let again = SealKey::open_or_make(&council.folder.path().join("seals.key"), &Entropy::seeded(8)).unwrap();
        let keeper = Keeper::start(&council.app, again, Vec::new(), None);
        let mut news = keeper.news();
        council.record(3).await;
        tokio::time::timeout(Duration::from_secs(10), news.wait_for(|seq| *seq == 3)).await.unwrap().unwrap();
        let sealed = crate::soon("a seal over three facts", async || {
            let seal = seals::latest(&mut db.read().await.unwrap()).await.unwrap()?;
            (seal.last == 3).then_some(seal)
        });
        sealed.await;
        keeper.stop().await;
        assert!(council.verify().await.whole());
    });
}

#[test]
fn a_rollback_between_facts_is_no_alarm() {
    each_database(migrations(), async |db| {
        let council = Sealed::with_journal(db).await;
        for _ in 0..3 {
            let mut tx = council.app.db.begin().await.unwrap();
            facts::record(&mut tx, &council.app, Fact::new("case.noted", &Who::system())).await.unwrap();
            drop(tx);
            council.record(1).await;
        }
        council.seal().await;
        let report = council.verify().await;
        assert!(report.whole(), "{:?}", report.faults);
        assert_eq!((report.sealed, report.unsealed), (17, 0));
    });
}

const FACT: &str = "at, kind, who_kind, who, on_behalf, help, about, data, body, salt, body_seal, digest";

fn copy_to(seq: i64, db: &TestDb) -> String {
    let id = match db.kind() {
        Kind::Sqlite => "x'00000000000000000000000000000001'",
        Kind::Postgres => "'\\x00000000000000000000000000000001'::bytea",
    };
    format!("INSERT INTO facts (seq, id, {FACT}) SELECT {seq}, {id}, {FACT} FROM facts WHERE seq = 6")
}

fn swap(column: &str) -> String {
    let aside = if column == "seq" { "1000" } else { "'aside'" };
    format!(
        "UPDATE facts SET {column} = {aside} WHERE seq = 6;
         UPDATE facts SET {column} = (SELECT {column} FROM facts WHERE seq = 7) WHERE seq = 6;
         UPDATE facts SET {column} = 'note 1' WHERE seq = 7"
    )
}

fn hide() -> String {
    "DELETE FROM facts_subjects WHERE fact = (SELECT id FROM facts WHERE seq = 6)".to_owned()
}

fn swap_numbers() -> String {
    "UPDATE facts SET seq = 1000 WHERE seq = 6; UPDATE facts SET seq = 6 WHERE seq = 7;
     UPDATE facts SET seq = 7 WHERE seq = 1000"
        .to_owned()
}

const CUT_SHORT: &str = "DELETE FROM facts_seals WHERE number = 3; DELETE FROM facts WHERE seq > 8";

/// With a seal that somebody kept; without one, a journal cut short and one sealed anew by the key's holder look whole.
#[test]
fn every_way_to_tamper_is_found() {
    let second = || Fault::Range { seal: 2, first: 5, last: 8 };
    type Tamper = fn(&TestDb) -> String;
    let ways: [(&str, Tamper, Vec<Fault>); 17] = [
        ("edited", |_| "UPDATE facts SET data = '{\"fee\":0}' WHERE seq = 6".into(), vec![Fault::Edited { seq: 6 }]),
        ("moved in time", |_| "UPDATE facts SET at = at - 1 WHERE seq = 6".into(), vec![Fault::Edited { seq: 6 }]),
        ("other subject", |_| "UPDATE facts SET about = '' WHERE seq = 6".into(), vec![Fault::Edited { seq: 6 }]),
        ("other person", |_| "UPDATE facts SET who = salt WHERE seq = 6".into(), vec![Fault::Edited { seq: 6 }]),
        ("wrong length", |_| "UPDATE facts SET who = digest WHERE seq = 6".into(), vec![Fault::Edited { seq: 6 }]),
        ("text edited", |_| "UPDATE facts SET body = 'x' WHERE seq = 6".into(), vec![Fault::Body { seq: 6 }]),
        ("text swapped", |_| swap("body"), vec![Fault::Body { seq: 6 }, Fault::Body { seq: 7 }]),
        ("text gone, salt left", |_| "UPDATE facts SET body = NULL WHERE seq = 6".into(), vec![Fault::Body { seq: 6 }]),
        ("text and salt gone", |_| "UPDATE facts SET body = NULL, salt = NULL WHERE seq = 6".into(), {
            vec![Fault::Erased { gone: 1, recorded: 0 }]
        }),
        ("cut short", |_| CUT_SHORT.into(), vec![Fault::Published { seal: 3 }]),
        ("text without its seal", |_| "UPDATE facts SET body_seal = NULL WHERE seq = 6".into(), {
            vec![Fault::Edited { seq: 6 }, Fault::Body { seq: 6 }]
        }),
        ("removed", |_| "DELETE FROM facts WHERE seq = 6".into(), vec![second()]),
        ("inserted before all", |db| copy_to(0, db), {
            vec![Fault::Edited { seq: 0 }, Fault::Hidden { seq: 0 }, Fault::Range { seal: 1, first: 1, last: 4 }]
        }),
        ("taken off a timeline", |_| hide(), vec![Fault::Hidden { seq: 6 }]),
        ("swapped", |_| swap_numbers(), vec![second()]),
        ("digest redone", |_| "UPDATE facts SET digest = body_seal WHERE seq = 6".into(), {
            vec![Fault::Edited { seq: 6 }, second()]
        }),
        ("put into a gap", |db| format!("DELETE FROM facts WHERE seq = 7; {}", copy_to(7, db)), {
            vec![Fault::Edited { seq: 7 }, Fault::Hidden { seq: 7 }, second()]
        }),
    ];
    for (way, tamper, faults) in ways {
        each_database(migrations(), async |db| {
            let council = Sealed::with_journal(db).await;
            let published = council.verify().await.head;
            for statement in tamper(db).split(';') {
                db.maintain(statement).await.unwrap();
            }
            let report = facts::verify(db, &[council.key.signer()], published).await.unwrap();
            assert_eq!(report.faults, faults, "{way} on {}", db.name());
            assert!(!report.whole());
        });
    }
}

#[test]
fn tampering_with_seals_is_found() {
    let ways: [(&str, &str, Vec<Fault>); 4] = [
        ("hash", "UPDATE facts_seals SET hash = previous WHERE number = 2", {
            vec![Fault::Seal { seal: 2 }, Fault::Range { seal: 2, first: 5, last: 8 }, Fault::Seal { seal: 3 }]
        }),
        ("time", "UPDATE facts_seals SET at = at + 1 WHERE number = 2", {
            vec![Fault::Range { seal: 2, first: 5, last: 8 }]
        }),
        ("removed", "DELETE FROM facts_seals WHERE number = 2", {
            vec![Fault::Seal { seal: 2 }, Fault::Seal { seal: 3 }, Fault::Range { seal: 3, first: 9, last: 12 }]
        }),
        ("signed by another", "UPDATE facts_seals SET signer = hash WHERE number = 3", vec![Fault::Seal { seal: 3 }]),
    ];
    for (way, tamper, faults) in ways {
        each_database(migrations(), async |db| {
            let council = Sealed::with_journal(db).await;
            db.maintain(tamper).await.unwrap();
            assert_eq!(council.verify().await.faults, faults, "{way} on {}", db.name());
        });
    }
}

/// Who holds the key can seal a false journal again, but not against a seal that was published.
#[test]
fn a_journal_sealed_anew_or_cut_short_differs_from_the_published_seal() {
    each_database(migrations(), async |db| {
        let council = Sealed::with_journal(db).await;
        let published = council.verify().await.head;
        let signer = [council.key.signer()];
        assert!(facts::verify(db, &signer, published).await.unwrap().whole());
        for statement in CUT_SHORT.split(';') {
            db.maintain(statement).await.unwrap();
        }
        assert!(council.verify().await.whole(), "the database alone cannot tell");
        let report = facts::verify(db, &signer, published).await.unwrap();
        assert_eq!(report.faults, [Fault::Published { seal: 3 }], "cut short");
        council.record(3).await;
        council.seal().await;
        assert!(council.verify().await.whole());
        let report = facts::verify(db, &signer, published).await.unwrap();
        assert_eq!(report.faults, [Fault::Published { seal: 3 }], "sealed anew");
    });
}

#[test]
fn only_the_trusted_keys_count() {
    each_database(migrations(), async |db| {
        let council = Sealed::with_journal(db).await;
        let stranger = SealKey::open_or_make(&council.folder.path().join("other.key"), &Entropy::seeded(9)).unwrap();
        let report = facts::verify(db, &[stranger.signer()], None).await.unwrap();
        assert_eq!(report.faults, [1, 2, 3].map(|seal| Fault::Seal { seal }));
        let report = facts::verify(db, &[stranger.signer(), council.key.signer()], None).await.unwrap();
        assert!(report.whole());
    });
}
