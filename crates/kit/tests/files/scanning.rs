//! A real `clamd` with a signature of the test's own.

use super::{council, draft, keep, kept};
use kit::facts::{self, Subject};
use kit::files::{self, Refused, Scanner, State, Verdict, check_waiting};
use kit::testing::{Clamd, VIRUS, each_database, pdf, picture, repository_migrations, run};
use kit::{params, sql};
use tokio::net::TcpListener;

sql!(PIECES, "SELECT CAST(count(*) AS BIGINT) FROM files_pieces");
sql!(IS_THERE, "SELECT 1 FROM files WHERE id = $1");

#[test]
fn a_real_scanner_tells_clean_from_infected_over_both_sockets() {
    let Some(clamd) = Clamd::start() else { return };
    println!("{clamd:?}");
    run(async {
        for scanner in [clamd.tcp(), clamd.unix()] {
            let large = pdf(&"x".repeat((20 << 20) - 200));
            for clean in [pdf("a letter"), picture("jpeg", [1, 2, 3]), large, Vec::new()] {
                assert_eq!(scanner.check(&clean).await, Ok(Verdict::Clean), "{scanner:?}, {} bytes", clean.len());
            }
            let Ok(Verdict::Found(name)) = scanner.check(&pdf(VIRUS)).await else {
                panic!("{scanner:?} found nothing")
            };
            assert!(name.contains("Guildhall.Test"), "{name}");
        }
    });
}

#[test]
fn a_file_with_a_virus_is_refused_and_nothing_of_it_kept() {
    let Some(clamd) = Clamd::start() else { return };
    each_database(repository_migrations(), async |db| {
        let app = council(db, Some(clamd.tcp()));
        let owner = draft(&app);
        assert_eq!(keep(&app, &owner, "bad.pdf", &pdf(VIRUS)).await.map(|file| file.name), Err(Refused::Virus));
        // What would not be kept with the picture is looked at all the same.
        let mut photo = picture("jpeg", [1, 2, 3]);
        photo.extend_from_slice(VIRUS.as_bytes());
        assert_eq!(keep(&app, &owner, "bad.jpg", &photo).await.map(|file| file.name), Err(Refused::Virus));
        let mut read = app.db.read().await.unwrap();
        assert_eq!(read.one(&PIECES, &[]).await.unwrap().get::<i64>(0).unwrap(), 0);
        drop(read);
        assert_eq!(kept(&app, &owner, "good.pdf", &pdf("a letter")).await.state, State::Clean);
    });
}

#[test]
fn while_the_scanner_is_away_files_wait_and_nobody_opens_them() {
    let Some(clamd) = Clamd::start() else { return };
    each_database(repository_migrations(), async |db| {
        // Somebody who hangs up is no scanner; nor is nobody.
        let rude = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = rude.local_addr().unwrap().to_string();
        tokio::spawn(async move { while rude.accept().await.is_ok() {} });
        for away in [Scanner::Tcp(address), Scanner::Tcp("127.0.0.1:1".into()), Scanner::Unix("/nowhere/clamd".into())]
        {
            let app = council(db, Some(away.clone()));
            let case = Subject::new("case", app.id());
            let good = kept(&app, &case, "good.jpg", &picture("jpeg", [3, 2, 1])).await;
            let bad = kept(&app, &case, "bad.pdf", &pdf(VIRUS)).await;
            assert_eq!((good.state, bad.state), (State::Waiting, State::Waiting), "{away:?}");
            assert_eq!(check_waiting(&app).await.unwrap(), 0, "it is still away");
            let back = council(db, Some(clamd.tcp()));
            assert_eq!(check_waiting(&back).await.unwrap(), 2);
            let mut read = app.db.read().await.unwrap();
            let states: Vec<_> = files::of(&mut read, &case).await.unwrap().iter().map(|file| file.state).collect();
            assert_eq!(states, [State::Clean, State::Infected]);
            assert!(read.row(&IS_THERE, params![bad.id]).await.unwrap().is_some(), "that it was there stays known");
            let told = facts::timeline(&mut read, &[case], None, 10).await.unwrap();
            assert_eq!(told.iter().map(|fact| fact.kind.as_str()).collect::<Vec<_>>(), ["case.file-infected"]);
            drop(read);
            assert_eq!(check_waiting(&back).await.unwrap(), 0, "nothing is looked at twice");
        }
    });
}

#[test]
fn a_council_that_gets_a_scanner_has_looked_at_what_it_has() {
    let Some(clamd) = Clamd::start() else { return };
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let owner = draft(&app);
        for n in 0..25 {
            kept(&app, &owner, &format!("{n}.pdf"), &pdf("fine")).await;
        }
        assert_eq!(check_waiting(&app).await.unwrap(), 0, "there is no scanner");
        assert_eq!(check_waiting(&council(db, Some(clamd.unix()))).await.unwrap(), 25);
    });
}
