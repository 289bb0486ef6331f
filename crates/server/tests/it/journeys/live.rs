//! What is live, over a real connection: a call at a desk reaches whoever watches, on any node.

use crate::support::Council;
use axum::Router;
use kit::db::{Place, again_if_collided};
use kit::facts::{Keeper, SealKey};
use kit::id::Entropy;
use kit::testing::{each_database, on_postgres, repository_migrations};
use kit::who::{Person, Role, Staff, Who};
use kit::{Id, Lang};
use queue::{Join, Live, Sites, Way, call, seat};
use server::config::Serving;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// Somebody who watches town-hall.
struct Watches {
    lines: Lines<BufReader<TcpStream>>,
    head: String,
}

impl Watches {
    /// From a node whose pages are these.
    async fn at(router: Router) -> Watches {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let mut stream = TcpStream::connect(address).await.unwrap();
        let ask = "GET /live/town-hall HTTP/1.1\r\nHost: a.example\r\nAccept-Encoding: gzip\r\n\r\n";
        stream.write_all(ask.as_bytes()).await.unwrap();
        let mut watches = Watches { lines: BufReader::new(stream).lines(), head: String::new() };
        loop {
            match watches.line().await {
                Some(line) if !line.is_empty() => watches.head += &(line.to_ascii_lowercase() + "\n"),
                _ => return watches,
            }
        }
    }

    async fn line(&mut self) -> Option<String> {
        let line = timeout(PATIENCE, self.lines.next_line()).await.expect("something comes").unwrap_or(None);
        // A piece of no length ends the answer.
        line.filter(|line| line != "0")
    }

    /// The data of the next event of this name; nothing where the stream is over.
    async fn next(&mut self, name: &str) -> Option<String> {
        while self.line().await? != format!("event: {name}") {}
        Some(self.line().await?.trim_start_matches("data:").trim().to_owned())
    }

    /// Waits for what a change says.
    async fn hears(&mut self, words: &str) {
        while !self.next("change").await.expect("the stream goes on").contains(words) {}
    }
}

/// A council whose journal is followed, as a node's is.
async fn node(db: &kit::testing::TestDb) -> (Council, Keeper) {
    let council = Council::on(db).await;
    let folder = tempfile::tempdir().unwrap();
    let key = SealKey::open_or_make(&folder.path().join("seal.key"), &Entropy::seeded(5)).unwrap();
    let url = match db.place() {
        Place::Postgres(url) => Some(url.clone()),
        _ => None,
    };
    let keeper = Keeper::start(&council.app, key, Vec::new(), url.as_deref());
    tokio::spawn(queue::follow(council.app.clone(), keeper.news()));
    (council, keeper)
}

/// Somebody comes for parking and is called to desk 2 at this node; gives their number.
pub async fn called(council: &Council) -> String {
    let app = &council.app;
    let staff = Staff { id: Id([7; 16]), name: "Olu Officer".into(), roles: vec![Role::Officer], teams: Vec::new() };
    let who = Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) };
    let site = app.part::<Sites>().unwrap().get("town-hall").unwrap();
    let (business, lang, initials) = ("parking".to_owned(), "en".to_owned(), "QZX".to_owned());
    let join = Join { key: app.id(), business, lang, initials, ..Join::default() };
    let done = again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        seat::open(&mut tx, app, &who, site, "2").await?;
        queue::join(&mut tx, app, &Who::system(), site, Way::Kiosk, &join).await?;
        let called = call::next(&mut tx, app, &who, app.id()).await?;
        tx.commit().await?;
        Ok(called)
    });
    done.await.unwrap().expect("somebody waits").ticket
}

#[test]
fn a_call_reaches_whoever_watches_and_says_nothing_else_of_them() {
    each_database(repository_migrations(), async |db| {
        let (council, _keeper) = node(db).await;
        let mut board = Watches::at(council.router.clone()).await;
        for wanted in ["200", "content-type: text/event-stream", "cache-control: no-store"] {
            assert!(board.head.contains(wanted), "{wanted}: {}", board.head);
        }
        assert!(!board.head.contains("content-encoding"), "it would be kept back: {}", board.head);
        assert!(board.next("change").await.unwrap().contains("\"calls\":[]"));
        let ticket = called(&council).await;
        let heard = loop {
            let heard = board.next("change").await.unwrap();
            if heard.contains(&ticket) {
                break heard;
            }
        };
        assert!(heard.contains("\"desk\":\"2\"") && !heard.contains("QZX") && !heard.contains("parking"), "{heard}");
        council.app.part::<Live>().unwrap().end();
        assert_eq!(board.next("change").await, None, "the server stops");
    });
}

#[test]
fn a_stream_beats_and_outlives_the_time_a_request_may_take() {
    each_database(repository_migrations(), async |db| {
        let (council, _keeper) = node(db).await;
        let hurried = council.with_routes(queue::routes, &Serving::default(), Duration::from_millis(300));
        let mut board = Watches::at(hurried.router).await;
        for _ in 0..2 {
            assert_eq!(board.next("beat").await.as_deref(), Some(""));
        }
        let ticket = called(&council).await;
        board.hears(&ticket).await;
    });
}

#[test]
fn a_call_at_one_node_reaches_whoever_watches_at_the_other() {
    on_postgres(repository_migrations(), async |db| {
        let ((here, _one), (there, _other)) = (node(db).await, node(db).await);
        let mut board = Watches::at(there.router.clone()).await;
        assert!(board.next("change").await.is_some());
        let ticket = called(&here).await;
        board.hears(&ticket).await;
    });
}
