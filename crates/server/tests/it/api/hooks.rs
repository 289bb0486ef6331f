//! Webhooks: told once each and in order, through failures, to a system that really listens.

use super::Program;
use super::residents::{ada, enquiry};
use crate::support::{Council, another};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use kit::clock::{DAY, HOUR, MINUTE};
use kit::facts::{Keeper, SealKey, follow_once};
use kit::jobs::Runner;
use kit::testing::{TEST_NOW, TestDb, each_database, repository_migrations};
use kit::who::Role;
use kit::{params, sql};
use serde_json::{Value, json};
use server::config::Config;
use std::sync::{Arc, Mutex};
use std::time::Duration;

sql!(HAD, "INSERT INTO api_hooks (id, name, url, kinds, made, ended) VALUES ($1, $2, $3, 'case.withdrawn', 1, $4)");

/// What the other system was told: id, signature and body, in order; and the references it refuses.
#[derive(Clone, Default)]
struct Told {
    all: Arc<Mutex<Vec<(String, String, Value)>>>,
    refuses: Arc<Mutex<Vec<String>>>,
    tries: Arc<Mutex<usize>>,
}

async fn receive(State(told): State<Told>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let body: Value = serde_json::from_slice(&body).unwrap();
    *told.tries.lock().unwrap() += 1;
    let reference = body["data"]["reference"].as_str().unwrap_or_default().to_owned();
    if told.refuses.lock().unwrap().contains(&reference) {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let text = |name: &str| headers[name].to_str().unwrap().to_owned();
    told.all.lock().unwrap().push((text("webhook-id"), text("webhook-signature"), body));
    StatusCode::NO_CONTENT
}

impl Told {
    /// The kinds told of a case, in order.
    fn of(&self, reference: &str) -> Vec<String> {
        let all = self.all.lock().unwrap();
        let theirs = all.iter().filter(|(_, _, body)| body["data"]["reference"] == reference);
        theirs.map(|(_, _, body)| body["type"].as_str().unwrap().to_owned()).collect()
    }
}

async fn listening() -> (Told, String) {
    let told = Told::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/hook?from=guildhall", listener.local_addr().unwrap());
    let router = Router::new().route("/hook", post(receive)).with_state(told.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (told, address)
}

/// A council that may tell systems on this machine, and one of its administrators.
async fn telling(db: &TestDb) -> Council {
    let mut config = Config::default();
    config.webhooks.private = true;
    Council::with(db, TEST_NOW, false, config).await
}

/// Has the journal read: everything new is numbered and noted.
pub(super) async fn followed(council: &Council) {
    let folder = tempfile::tempdir().unwrap();
    let key = SealKey::open_or_make(&folder.path().join("seal.key"), &council.app.entropy).unwrap();
    Keeper::start(&council.app, key, Vec::new(), None).stop().await;
    while follow_once(&council.app, &api::listener(), 3).await.unwrap() > 0 {}
}

/// Waits until it is so, while the jobs of two nodes run.
async fn until(what: &str, council: &Council, is_so: impl Fn() -> bool) {
    let runners = [Runner::start(&council.app, api::works()), Runner::start(&council.app, api::works())];
    for _ in 0..400 {
        if is_so() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
        council.app.clock.advance(kit::clock::SECOND / 4);
    }
    for runner in runners {
        runner.stop().await;
    }
    assert!(is_so(), "{what}");
}

/// Makes a webhook on its page and gives its address.
async fn made(council: &Council, url: &str, kinds: &[&str]) -> (crate::support::Browser, String) {
    let mut admin = council.colleague(&format!("Ash {}", another()), &[Role::Administrator], &[]).await.browser;
    admin.open("/admin/hooks").await;
    admin.fill("Name", &format!("Contractor {}", another())).fill("Address", url);
    for kind in kinds {
        admin.choose(council.app.t(kit::Lang::EN, &format!("api-kind-{}", kind.replace('.', "-"))));
    }
    admin.press("Begin to tell it").await;
    let path = admin.page.path.clone();
    assert!(path.starts_with("/admin/hooks/"), "{path}: {}", admin.page.text());
    (admin, path)
}

async fn sent(ada: &Program) -> String {
    let sent = ada.post("/api/v1/services/street-problem/submit", enquiry()).await.good(201);
    sent.text("reference").to_owned()
}

#[test]
fn a_case_that_cannot_be_told_of_holds_back_itself_alone() {
    each_database(repository_migrations(), async |db| {
        let council = telling(db).await;
        let (told, url) = listening().await;
        let kinds = ["case.opened", "case.messaged", "case.withdrawn"];
        let (mut admin, path) = made(&council, &url, &kinds).await;
        let (_, ada) = ada(&council).await;
        let (first, second) = (sent(&ada).await, sent(&ada).await);
        told.refuses.lock().unwrap().push(first.clone());
        for reference in [&first, &second] {
            ada.post(&format!("/api/v1/cases/{reference}/message"), json!({ "text": "Please hurry." })).await.good(200);
            ada.post(&format!("/api/v1/cases/{reference}/withdraw"), json!({})).await.good(200);
        }
        followed(&council).await;
        until("the second is told", &council, || told.of(&second).len() == 3).await;
        assert_eq!(told.of(&second), kinds, "in order, each once: {:?}", told.all.lock().unwrap());
        assert_eq!(told.of(&first), [""; 0]);
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.open(&format!("/desk/cases/{first}")).await;
        leader.page.says("0 of 1 other systems have received what was sent to them about this");
        leader.page.says("has not received it since");
        leader.open(&format!("/desk/cases/{second}")).await;
        leader.page.says("1 of 1 other systems have received what was sent to them about this");
        admin.open("/admin/hooks").await;
        admin.page.says("Does not answer");
        admin.open(&path).await;
        admin.page.says("answered 503");
        admin.page.says("waits");
        // What comes after it goes on.
        let third = sent(&ada).await;
        followed(&council).await;
        until("a third is told", &council, || told.of(&third).len() == 1).await;
        assert_eq!(told.of(&first), [""; 0], "it still waits");
        told.refuses.lock().unwrap().clear();
        council.app.clock.advance(5 * MINUTE);
        until("the first is told too", &council, || told.of(&first).len() == 3).await;
        assert_eq!(told.of(&first), kinds);
        leader.open(&format!("/desk/cases/{first}")).await;
        leader.page.says("1 of 1 other systems have received what was sent to them about this");
        let all = told.all.lock().unwrap().clone();
        assert!(!all.iter().any(|(_, _, body)| body.to_string().contains("hurry")), "nothing that anybody wrote");
        admin.open(&path).await;
        assert!(!admin.page.text().contains("waits"), "{}", admin.page.text());
        // Told again from the beginning: under the same ids, in the same order.
        admin.fill("From number", "1").press("Tell again").await;
        until("all are told again", &council, || told.all.lock().unwrap().len() == 14).await;
        let ids = |some: &[(String, String, Value)], reference: &str| {
            let theirs = some.iter().filter(|(_, _, body)| body["data"]["reference"] == reference);
            theirs.map(|(id, _, _)| id.clone()).collect::<Vec<_>>()
        };
        let again = told.all.lock().unwrap()[7..].to_vec();
        for reference in [&first, &second, &third] {
            assert_eq!(ids(&again, reference), ids(&all, reference));
        }
        let owner = council.colleague("Ash Program", &[Role::Administrator], &[]).await;
        let program = Program::of(&council, "staff", owner.id, &["hooks"]).await;
        let listed = program.get("/api/v1/admin/hooks").await.good(200);
        assert_eq!(listed.body["hooks"][0]["url"], url.as_str());
        let told_of = program.get(&format!("/api/v1{path}/deliveries?limit=5")).await.good(200);
        assert_eq!((told_of.body["deliveries"].as_array().unwrap().len(), told_of.body["next"].is_i64()), (5, true));
        let last = &told_of.body["deliveries"][0];
        assert_eq!((&last["state"], &last["status"]), (&json!("done"), &json!(204)));
        let one = json!({ "from": last["seq"], "to": last["seq"] });
        program.post(&format!("/api/v1{path}/replay"), one).await.good(200);
        until("one is told again", &council, || told.all.lock().unwrap().len() == 15).await;
        ada.get("/api/v1/admin/hooks").await.refused(403, "not-allowed");
        let page = admin.send("POST", &format!("{path}/replay"), "from=x&to=0".into()).await;
        assert_eq!(page.status, 422);
        page.says("Give a number from 1");
    });
}

#[test]
fn what_is_never_taken_is_given_up_after_days_and_can_be_told_again() {
    each_database(repository_migrations(), async |db| {
        let council = telling(db).await;
        let (told, url) = listening().await;
        let (mut admin, path) = made(&council, &url, &["case.opened", "case.messaged"]).await;
        let (_, ada) = ada(&council).await;
        let reference = sent(&ada).await;
        told.refuses.lock().unwrap().push(reference.clone());
        followed(&council).await;
        for tries in 1..=14 {
            until("it is tried", &council, || *told.tries.lock().unwrap() >= tries).await;
            council.app.clock.advance(12 * HOUR);
        }
        assert!(council.app.now() - TEST_NOW > 3 * DAY);
        admin.open("/desk/sign-in").await;
        let mut admin = council.colleague("Ash Later", &[Role::Administrator], &[]).await.browser;
        admin.open(&path).await;
        admin.page.says("given up");
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.open(&format!("/desk/cases/{reference}")).await;
        leader.page.says("never received it, and is not tried any more");
        told.refuses.lock().unwrap().clear();
        let seq = admin.page.text().split(" case.opened: ").next().unwrap().rsplit(' ').next().unwrap().to_owned();
        admin.fill("From number", &seq).fill("To number, empty for all", &seq).press("Tell again").await;
        until("it is told after all", &council, || told.of(&reference) == ["case.opened"]).await;
        admin.open(&path).await;
        admin.press("End it").await;
        let (still, url) = listening().await;
        made(&council, &url, &["case.opened"]).await;
        let other = sent(&super::residents::ada(&council).await.1).await;
        followed(&council).await;
        until("one that goes on is told", &council, || still.of(&other).len() == 1).await;
        assert_eq!(told.of(&other), [""; 0], "it has ended");
    });
}

/// A system that takes connections and never answers, until it is let go; and how many wait for it.
async fn silent() -> (Arc<Mutex<usize>>, tokio::sync::watch::Sender<bool>, String) {
    let (waiting, (go, gone)) = (Arc::new(Mutex::new(0)), tokio::sync::watch::channel(false));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    let counted = waiting.clone();
    tokio::spawn(async move {
        while let Ok((kept, _)) = listener.accept().await {
            *counted.lock().unwrap() += 1;
            let mut gone = gone.clone();
            tokio::spawn(async move {
                let _ = gone.wait_for(|gone| *gone).await;
                drop(kept);
            });
        }
    });
    (waiting, go, url)
}

#[test]
fn who_never_answers_does_not_hold_up_the_others() {
    each_database(repository_migrations(), async |db| {
        let council = telling(db).await;
        let (waiting, go, url) = silent().await;
        made(&council, &url, &["case.opened"]).await;
        let (told, url) = listening().await;
        made(&council, &url, &["case.opened"]).await;
        let (_, ada) = ada(&council).await;
        for _ in 0..12 {
            sent(&ada).await;
        }
        followed(&council).await;
        let kept = Mutex::new(None);
        until("who answers is told everything", &council, || {
            let all = told.all.lock().unwrap().len() == 12;
            if all {
                kept.lock().unwrap().get_or_insert_with(|| *waiting.lock().unwrap());
                go.send_replace(true);
            }
            all
        })
        .await;
        let kept = kept.lock().unwrap().unwrap();
        assert!((1..=4).contains(&kept), "{kept} of its 12 cases were tried beside the others");
    });
}

#[test]
fn addresses_of_our_own_network_are_refused() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        for (url, says) in [
            ("http://contractor.example/", "The address has to begin with https://"),
            ("https://10.0.0.1/", "This address is one of our own network"),
            ("https://[::1]/", "This address is one of our own network"),
            ("", "Say where it is told"),
        ] {
            admin.open("/admin/hooks").await;
            admin
                .fill("Name", "Contractor")
                .fill("Address", url)
                .choose("A case was opened: somebody reported or asked for something")
                .press("Begin to tell it")
                .await;
            admin.page.says(says);
        }
    });
}

/// A council that has ended more webhooks than it may have makes another, and that one is told.
#[test]
fn webhooks_that_were_ended_take_the_place_of_none() {
    each_database(repository_migrations(), async |db| {
        let council = telling(db).await;
        let had = async |names: &str, many: usize, ended: i64| {
            let mut tx = council.app.db.begin().await.unwrap();
            for n in 0..many {
                let row = params![council.app.id(), format!("{names} {n}."), "http://127.0.0.1:1/", ended];
                tx.exec(&HAD, row).await.unwrap();
            }
            tx.commit().await.unwrap();
        };
        had("Older", 70, 2).await;
        council.app.clock.advance(MINUTE);
        had("Newer", 50, 2).await;
        let (told, url) = listening().await;
        let (mut admin, path) = made(&council, &url, &["case.opened"]).await;
        let (_, ada) = ada(&council).await;
        let first = sent(&ada).await;
        followed(&council).await;
        until("it is told", &council, || told.of(&first).len() == 1).await;
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.open(&format!("/desk/cases/{first}")).await;
        leader.page.says("1 of 1 other systems have received what was sent to them about this");
        // It is told from those that were ended, of which the newest are named.
        let page = admin.open("/admin/hooks").await;
        assert!(page.body.contains(&format!("href=\"{path}\"")), "{}", page.text());
        page.says("Newer 0.").says("Newer 49.").is_silent_about("Older");
        had("Live", 49, 0).await;
        admin.open("/admin/hooks").await;
        admin.fill("Name", "One too many").fill("Address", &url);
        admin.choose(council.app.t(kit::Lang::EN, "api-kind-case-opened"));
        admin.press("Begin to tell it").await.says("There are as many as there may be");
    });
}
