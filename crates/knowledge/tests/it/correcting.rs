//! When an answer is put right, whoever was told the one before hears of it, once; who can only be rung is listed.

use crate::town::{ADA, CASE, Town, approve, rewrite, send, tip};
use kit::jobs::Runner;
use kit::testing::{Browser, each_database, repository_migrations};
use kit::who::{Role, Who};
use kit::{Id, Lang};
use residents::store::merges::{self, Merge, Proof};
use residents::store::record::{self, Marker};

const TIP: &str = "/desk/knowledge/when-is-the-tip-open";
const NOW: (&str, &str) = ("answer-en", "Every day from ten to four.");

async fn tell(officer: &mut Browser, whom: &str, lang: &str) {
    let path = format!("{TIP}/tell");
    let done = send(officer, &path, &[("whom", whom), ("name", "Bo Sample"), ("lang", lang)]).await;
    assert_eq!(done.location, format!("{TIP}?done=told"), "{whom}: {}", done.body);
}

async fn died(town: &Town, id: Id) {
    let mut tx = town.app.db.begin().await.unwrap();
    let (kind, reason, made_at) = ("deceased".into(), "A daughter rang".into(), town.app.now());
    let marker = Marker { id: town.app.id(), kind, reason, review: None, made_at };
    record::insert_marker(&mut tx, id, &marker, Id([1; 16])).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn everybody_who_was_told_the_wrong_answer_hears_the_right_one_once() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let welsh = [("question-cy", "Pryd mae'r domen ar agor?"), ("answer-cy", "Bob dydd o naw tan bump.")];
        let (mut owner, mut leader) = tip(&town, &welsh).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        town.resident(ADA, "ada@post.example", Lang::CY).await;
        town.resident(Id([0xde; 16]), "dee@post.example", Lang::EN).await;
        // Ada by her case, and again by the address of her account, however it is spelt.
        for whom in [CASE, "ADA@post.example", "bo@post.example", "Bo@Post.example", "01632 960777"] {
            tell(&mut officer, whom, "en").await;
        }
        tell(&mut officer, "07700 900123", "en").await;
        tell(&mut officer, "huda@post.example", "en").await;
        tell(&mut officer, "dee@post.example", "en").await;
        died(&town, Id([0xde; 16])).await;
        let now = [welsh[0], ("answer-cy", "Bob dydd o ddeg tan bedwar."), NOW];
        rewrite(&mut owner, &now).await;
        let done = approve(&mut leader, "yes").await;
        assert_eq!(done.location, format!("{TIP}/told?done=approved"));
        // Told the right one already.
        tell(&mut officer, "late@post.example", "en").await;
        let list = leader.get(&format!("{TIP}/told")).await.body;
        assert!(list.contains("8 notes of people who were told the wrong answer wait"), "{list}");
        assert_eq!(town.sent().await.len(), 0, "nothing leaves before somebody sends it");
        for _ in 0..2 {
            let key = Id([5; 16]).to_string();
            let sent = leader.post(&format!("{TIP}/told"), &[("key", &key)]).await;
            assert_eq!(sent.location, format!("{TIP}/told?done=sent"), "{}", sent.body);
        }
        let sent = town.sent().await;
        let mut to: Vec<&str> = sent.iter().map(|message| message.to.as_str()).collect();
        to.sort();
        assert_eq!(to, ["+447700900123", "ada@post.example", "bo@post.example", "huda@post.example"]);
        let text = |to: &str| sent.iter().find(|message| message.to == to).unwrap().text.clone();
        assert!(text("bo@post.example").contains("Every day from ten to four."), "{}", text("bo@post.example"));
        assert!(text("bo@post.example").contains("/help/when-is-the-tip-open"), "{}", text("bo@post.example"));
        let to_ada = text("ada@post.example");
        assert!(to_ada.contains("o ddeg tan bedwar") && to_ada.contains("ddim yn gywir"), "in her language: {to_ada}");
        assert!(text("+447700900123").contains("was not right"), "{}", text("+447700900123"));
        assert_eq!(town.happened("article.correction-sent").await, 1);
    });
}

#[test]
fn who_has_joined_accounts_hears_once_where_they_are_written_to_and_the_dead_not_at_all() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        let all: [(Id, &str); 4] = [
            (Id([0x21; 16]), "cay@post.example"),
            (Id([0x22; 16]), "cay.old@post.example"),
            (Id([0x23; 16]), "dee@post.example"),
            (Id([0x24; 16]), "dee.old@post.example"),
        ];
        for (id, email) in all {
            town.resident(id, email, Lang::EN).await;
            tell(&mut officer, email, "en").await;
        }
        for pair in all.chunks(2) {
            join(&town, pair[0].0, pair[1].0).await;
        }
        // Only the record that is kept says that Dee died.
        died(&town, all[2].0).await;
        rewrite(&mut owner, &[NOW]).await;
        approve(&mut leader, "yes").await;
        send(&mut leader, &format!("{TIP}/told"), &[]).await;
        let to: Vec<String> = town.sent().await.into_iter().map(|message| message.to).collect();
        assert_eq!(to, ["cay@post.example"]);
        let list = officer.get(&format!("{TIP}/told")).await.body;
        assert!(!list.contains("somebody has to ring"), "{list}");
    });
}

async fn join(town: &Town, kept: Id, merged: Id) {
    let merge = Merge {
        id: town.app.id(),
        proposal: town.app.id(),
        kept,
        merged,
        office: "officer".into(),
        reason: "One passport".into(),
        made_by: Id([1; 16]),
        made_at: town.app.now(),
        disputed_at: None,
        undone_reason: String::new(),
        undone_by: None,
        undone_at: None,
        proof: None,
    };
    let proof = Proof { how: "checks".into(), by: Id([1; 16]), at: town.app.now() };
    let mut tx = town.app.db.begin().await.unwrap();
    assert!(merges::join(&mut tx, &merge).await.unwrap());
    assert!(merges::prove(&mut tx, merge.id, &proof).await.unwrap());
    tx.commit().await.unwrap();
}

#[test]
fn who_can_only_be_rung_is_listed_until_somebody_has() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        tell(&mut officer, "01632 960777", "en").await;
        tell(&mut officer, "01632960777", "en").await;
        rewrite(&mut owner, &[NOW]).await;
        approve(&mut leader, "yes").await;
        let told = format!("{TIP}/told");
        send(&mut leader, &told, &[]).await;
        let list = officer.get(&told).await.body;
        assert!(list.contains("No message reaches 2 of them: somebody has to ring."), "{list}");
        assert!(list.contains("01632 960777") && list.contains("Bo Sample"), "{list}");
        assert!(town.sent().await.is_empty());
        // Whoever does not serve residents sees numbers, not people.
        let owners = owner.get(&told).await.body;
        assert!(owners.contains("No message reaches 2") && !owners.contains("Bo Sample"), "{owners}");
        assert!(owner.get("/desk/knowledge/work").await.body.contains("No message reaches 2"));
        let id = officer.get(&told).await.field("told");
        for _ in 0..2 {
            let rung = officer.post(&format!("{TIP}/rung"), &[("told", &id)]).await;
            assert_eq!(rung.location, format!("{TIP}/told?done=rung"), "{}", rung.body);
        }
        let list = officer.get(&told).await.body;
        assert!(!list.contains("somebody has to ring"), "one call settles both notes: {list}");
        assert_eq!(list.matches("Rung").count(), 2, "{list}");
        assert_eq!(town.happened("article.rung").await, 1);
    });
}

#[test]
fn who_asked_not_to_be_rung_is_written_to() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        let id = Id([0x31; 16]);
        town.resident(id, "eve@post.example", Lang::EN).await;
        tell(&mut officer, "eve@post.example", "en").await;
        // Letters alone, which nobody carries here, and no calls.
        let asks = [("channel", "letter"), ("no-calls", "")].map(|(ask, value)| (false, ask.into(), value.into()));
        let mut tx = town.app.db.begin().await.unwrap();
        residents::needs::save(&mut tx, &town.app, &Who::system(), id, &asks, "phone").await.unwrap();
        tx.commit().await.unwrap();
        rewrite(&mut owner, &[NOW]).await;
        approve(&mut leader, "yes").await;
        send(&mut leader, &format!("{TIP}/told"), &[]).await;
        let list = officer.get(&format!("{TIP}/told")).await;
        assert!(list.body.contains("To be written to") && list.body.contains("No telephone calls"), "{}", list.body);
        assert!(
            list.body.contains("I have written to them") && !list.body.contains("I have told them"),
            "{}",
            list.body
        );
        let (rung, told) = (format!("{TIP}/rung"), list.field("told"));
        let refused = officer.post(&rung, &[("told", &told)]).await;
        assert!(refused.location.is_empty(), "a call is refused: {}", refused.location);
        assert_eq!(town.happened("article.rung").await, 0);
        let written = officer.post(&rung, &[("told", &told), ("by", "letter")]).await;
        assert_eq!(written.location, format!("{TIP}/told?done=rung"), "{}", written.body);
        let list = officer.get(&format!("{TIP}/told")).await.body;
        assert!(!list.contains("To be written to") && list.contains("Written to"), "{list}");
    });
}

#[test]
fn who_asked_for_letters_is_sent_one_and_who_cannot_be_reached_is_told_by_no_note_of_theirs() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        let (eve, gil) = (Id([0x31; 16]), Id([0x32; 16]));
        town.resident(eve, "eve@post.example", Lang::EN).await;
        town.resident(gil, "gil@post.example", Lang::EN).await;
        for whom in ["eve@post.example", "eve@post.example", "gil@post.example", "gil@post.example"] {
            tell(&mut officer, whom, "en").await;
        }
        let safe = "PO Box 9\nCB1 1AB";
        let letters = vec![("channel", "letter"), ("write-to", safe)];
        let mut tx = town.app.db.begin().await.unwrap();
        for (id, asks) in [(eve, vec![("channel", "phone")]), (gil, letters)] {
            let asks: Vec<residents::needs::Given> =
                asks.into_iter().map(|(ask, value)| (false, ask.into(), value.into())).collect();
            residents::needs::save(&mut tx, &town.app, &Who::system(), id, &asks, "phone").await.unwrap();
        }
        tx.commit().await.unwrap();
        town.app.db.maintain("UPDATE residents SET email = NULL WHERE email = 'gil@post.example'").await.unwrap();
        rewrite(&mut owner, &[NOW]).await;
        approve(&mut leader, "yes").await;
        let told = format!("{TIP}/told");
        send(&mut leader, &told, &[]).await;
        let to: Vec<String> = town.sent().await.into_iter().map(|message| message.to).collect();
        assert_eq!(to, [format!("Ada Testwell\n{safe}")], "one letter");
        let list = officer.get(&told).await.body;
        assert!(list.contains("No message reaches 2 of them: somebody has to ring."), "{list}");
    });
}

#[test]
fn a_second_correction_reaches_those_who_heard_the_first() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        tell(&mut officer, "bo@post.example", "en").await;
        for (answer, correction, messages) in
            [("From ten.", "yes", 1), ("From ten o'clock.", "no", 1), ("From eleven.", "yes", 2)]
        {
            rewrite(&mut owner, &[("answer-en", answer)]).await;
            approve(&mut leader, correction).await;
            send(&mut leader, &format!("{TIP}/told"), &[("key", &Id([5; 16]).to_string())]).await;
            assert_eq!(town.sent().await.len(), messages, "{answer}");
        }
        // Read out from a page that stood open while it was put right.
        let path = format!("{TIP}/tell");
        let page = [("whom", "cy@post.example"), ("lang", "en"), ("version", "1")];
        let key = officer.get(&path).await.field("key");
        officer.post(&path, &[&page[..], &[("key", key.as_str())]].concat()).await;
        assert_eq!(knowledge::testing::waiting(&town.app).await.unwrap(), 1);
    });
}

#[test]
fn more_people_than_one_transaction_takes_are_all_told() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        let many = knowledge::testing::many_told(&town.app, "when-is-the-tip-open").await.unwrap();
        rewrite(&mut owner, &[NOW]).await;
        approve(&mut leader, "yes").await;
        assert_eq!(knowledge::testing::waiting(&town.app).await.unwrap(), many as i64);
        send(&mut leader, &format!("{TIP}/told"), &[]).await;
        let left = knowledge::testing::waiting(&town.app).await.unwrap();
        assert!(left > 0, "the rest is the job's");
        let runner = Runner::start(&town.app, knowledge::works());
        for _ in 0..200 {
            if knowledge::testing::waiting(&town.app).await.unwrap() == 0 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        runner.stop().await;
        assert_eq!(knowledge::testing::waiting(&town.app).await.unwrap(), 0);
        assert_eq!(town.sent().await.len(), many);
        // Everybody stands on one of the pages, once.
        let (mut officer, mut path) = (town.staff("Tess Officer", Role::Officer).await, format!("{TIP}/told"));
        let mut shown = 0;
        loop {
            let page = officer.get(&path).await.body;
            shown += page.matches("Sent by email").count();
            let Some((_, next)) = page.split_once("/told?before=") else { break };
            path = format!("{TIP}/told?before={}", next.split('"').next().unwrap());
        }
        assert_eq!(shown, many);
    });
}

#[test]
fn what_cannot_be_a_person_is_not_noted() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        tip(&town, &[]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        let path = format!("{TIP}/tell");
        for (whom, lang, words) in [
            ("", "en", "Type the reference of their case"),
            ("somebody", "en", "This is no reference, email address or telephone number"),
            ("7YP4K2HQ0", "en", "no"),
            ("bo@post.example", "xx", "Choose the language"),
        ] {
            let refused = send(&mut officer, &path, &[("whom", whom), ("lang", lang)]).await;
            assert_eq!(refused.status, 422, "{whom}");
            assert!(refused.body.contains(words), "{whom}: {}", refused.body);
        }
        let page = officer.get(&format!("{path}?case={CASE}")).await.body;
        assert!(page.contains("FE8W-X73Z-D") || page.contains("FE8 WX7 3ZD") || page.contains("FE8"), "{page}");
        assert_eq!(town.happened("article.told").await, 0);
        let mut owner = town.staff("Otto Owner", Role::ServiceOwner).await;
        assert_eq!(owner.get(&path).await.status, 403, "who serves nobody tells nobody");
    });
}
