//! What somebody may speak about: chosen at the desk, kept within the law, told in words; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;

use kit::testing::{Answer, Browser, each_database, repository_migrations};
use kit::{Id, params, sql};
use pairs::{MILL, TESS, desk, person, town};
use people::{Town, happened, send};
use residents::authorities::{Authority, Matter, Outside, Scope};
use residents::checks::Assurance;
use residents::desk::{Asks, Standing};
use residents::store::{authorities, personal_record, record};

sql!(
    AS_BEFORE,
    "INSERT INTO residents_authorities (id, resident, kind, holder, scope, seen, made_by, made_at, until)
     VALUES ($1, $2, 'writing', 'Cal Sample', 'Her bill', 'Letter', $3, 1, $4)"
);

const SEEN: [(&str, &str); 4] =
    [("seen", "Original"), ("until-day", "1"), ("until-month", "2"), ("until-year", "2027")];
const CHECKED: [(&str, &str); 3] = [("purpose", "caller"), ("given", "name"), ("given", "papers")];

async fn open_to(town: &Town, browser: &mut Browser, path: &str, caller: &str, given: &str) -> Standing {
    let said = [("purpose", "caller"), ("caller", caller), ("given", "name"), ("given", given)];
    let answer = send(browser, &format!("{path}/open"), &said).await;
    assert_eq!(answer.location, path, "{}", answer.body);
    standing(town, path).await
}

async fn standing(town: &Town, path: &str) -> Standing {
    let id: Id = path.rsplit('/').next().unwrap().parse().unwrap();
    let mut read = town.app.db.read().await.unwrap();
    let opening = record::opened(&mut read, TESS, id).await.unwrap().unwrap();
    Standing::of(&mut read, &town.app, id, &opening).await.unwrap()
}

async fn on_record(town: &Town, id: Id) -> Vec<Authority> {
    authorities::of(&mut town.app.db.read().await.unwrap(), id).await.unwrap()
}

async fn ada(town: &Town) -> (Id, String, Browser) {
    let id = person(town, "Ada Testwell", "1970-03-14", MILL, "ada@post.example").await;
    let path = format!("/desk/residents/{id}");
    let mut tess = desk(town, TESS).await;
    open_to(town, &mut tess, &path, "self", "papers").await;
    (id, path, tess)
}

async fn speaks(browser: &mut Browser, path: &str, kind: &str, more: &[(&str, &str)]) -> Answer {
    let fields = [&[("kind", kind), ("holder", "Ben Sample")], &SEEN[..], more].concat();
    send(browser, &format!("{path}/authority"), &fields).await
}

#[test]
fn what_it_is_for_is_chosen_and_never_beyond_the_law() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path, mut tess) = ada(&town).await;
        let page = tess.get(&format!("{path}/authority")).await.body;
        assert!(page.contains("Council tax support") && page.contains("Ask for care"), "{page}");
        for (kind, chosen, words) in [
            ("writing", &[][..], "Choose what it is for"),
            ("writing", &[("reach", "chosen")], "Choose at least one service"),
            ("writing", &[("reach", "chosen"), ("services", "nothing-there")], "Choose at least one service"),
            (
                "attorney-health",
                &[("reach", "chosen"), ("services", "care"), ("services", "tax")],
                "cannot be for: Council tax.",
            ),
            ("appointee", &[("reach", "chosen"), ("services", "bin")], "cannot be for: Report a missed bin."),
            ("attorney-property", &[("reach", "chosen"), ("services", "unsaid")], "cannot be for: Something new."),
        ] {
            let said = speaks(&mut tess, &path, kind, chosen).await;
            assert!(said.status == 422 && said.body.contains(words), "{kind} {chosen:?}: {}", said.body);
            assert!(said.body.contains("Ben Sample"), "what was typed stays");
        }
        let chosen =
            [("reach", "chosen"), ("services", "tax"), ("services", "support"), ("note", "Not the new address")];
        assert_eq!(speaks(&mut tess, &path, "attorney-property", &chosen).await.location, path);
        let one = on_record(&town, id).await.remove(0);
        assert_eq!(one.scope, Scope::Chosen(vec!["support".into(), "tax".into()]));
        let told = happened(&town, id).await;
        let words = "Ben Sample: Council tax support, Council tax (Not the new address)";
        assert!(told.contains(&("resident.authority-given".into(), words.into())), "{told:?}");
        // Changed, it takes the place of the one before.
        let page = tess.get(&format!("{path}/authority?from={}", one.id)).await;
        assert!(
            page.body.contains("This takes the place") && page.body.contains("Not the new address"),
            "{}",
            page.body
        );
        let again = [("from", page.field("from")), ("key", page.field("key"))];
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let wider =
            [&[("kind", "attorney-property"), ("holder", "Ben Sample"), ("reach", "everything")], &SEEN[..], &again]
                .concat();
        for press in ["once", "twice"] {
            assert_eq!(tess.post(&format!("{path}/authority"), &wider).await.location, path, "{press}");
        }
        let all = on_record(&town, id).await;
        assert_eq!((all.len(), &all[0].scope), (2, &Scope::Everything));
        assert!(all[0].ended_at.is_none() && all[1].ended_at.is_some(), "{all:?}");
        assert_eq!(all[0].about(&town.app, &[]), "Money, property and the home");
    });
}

#[test]
fn an_opening_allows_what_the_authority_is_for_while_it_is_good() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path, mut tess) = ada(&town).await;
        let themselves = standing(&town, &path).await;
        assert!(themselves.is_whole() && themselves.covers("unsaid", None).is_ok());
        let chosen = [("reach", "chosen"), ("services", "tax")];
        assert_eq!(speaks(&mut tess, &path, "writing", &chosen).await.location, path);
        let ben = on_record(&town, id).await.remove(0).id.to_string();
        let by_ben = open_to(&town, &mut tess, &path, &ben, "papers").await;
        assert_eq!(by_ben.holder().map(|one| one.holder.as_str()), Some("Ben Sample"));
        assert_eq!(by_ben.covers("tax", Some(Matter::Property)), Ok(()));
        assert_eq!(by_ben.covers("bin", Some(Matter::Everyday)), Err(Outside::NotChosen));
        assert!(by_ben.may_tell() && !by_ben.is_whole());
        let end = [("authority", ben.as_str()), ("reason", "She rang")];
        assert_eq!(tess.post(&format!("{path}/authority/end"), &end).await.location, path);
        let ended = standing(&town, &path).await;
        assert_eq!((ended.asks.clone(), ended.covers("tax", Some(Matter::Property))), (Asks::Over, Err(Outside::Over)));
        assert!(!ended.may_tell());
    });
}

#[test]
fn words_from_before_there_was_a_list_are_for_nothing_until_somebody_chooses() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path, mut tess) = ada(&town).await;
        let mut tx = town.app.db.begin().await.unwrap();
        let until = town.app.now() + kit::clock::DAY;
        tx.exec(&AS_BEFORE, params![town.app.id(), id, TESS, until]).await.unwrap();
        tx.commit().await.unwrap();
        let cal = on_record(&town, id).await.remove(0);
        assert_eq!((cal.scope.clone(), cal.note.as_str()), (Scope::Unsaid, "Her bill"));
        let page = tess.get(&format!("{path}/open")).await.body;
        assert!(page.contains("For nothing yet") && page.contains("Her bill"), "{page}");
        let by_cal = open_to(&town, &mut tess, &path, &cal.id.to_string(), "papers").await;
        assert_eq!(by_cal.covers("tax", Some(Matter::Property)), Err(Outside::Unsaid));
    });
}

#[test]
fn who_was_seen_lately_and_holds_what_the_record_has_is_known() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let id = person(&town, "Ada Testwell", "1970-03-14", MILL, "ada@post.example").await;
        let path = format!("/desk/residents/{id}");
        let mut tess = desk(&town, TESS).await;
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "Her letter")]).await;
        let working = standing(&town, &path).await;
        assert_eq!((working.asks, working.reached), (Asks::Nobody, Assurance::Anyone));
        assert_eq!(open_to(&town, &mut tess, &path, "self", "vouched").await.reached, Assurance::Identity);
        let seen = async || {
            let mut read = town.app.db.read().await.unwrap();
            residents::desk::seen_at(&mut read, id).await.unwrap()
        };
        let at = seen().await.unwrap();
        assert!(residents::desk::is_seen(Some(at), at + kit::clock::DAY) && !residents::desk::is_seen(None, at));
        assert!(!residents::desk::is_seen(Some(at), at + residents::desk::SEEN_LASTS));
        // Somebody else's papers say nothing of her.
        let stranger = [&CHECKED[..], &[("caller", "other")]].concat();
        send(&mut tess, &format!("{path}/open"), &stranger).await;
        assert_eq!(seen().await, Some(at));
    });
}

#[test]
fn what_was_chosen_is_told_and_forgotten_with_the_person() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path, mut tess) = ada(&town).await;
        let chosen = [("reach", "chosen"), ("services", "tax")];
        assert_eq!(speaks(&mut tess, &path, "writing", &chosen).await.location, path);
        let mut tx = town.app.db.begin().await.unwrap();
        let held = personal_record::authorities(&mut tx, id).await.unwrap();
        assert_eq!((held[0].reach.as_str(), held[0].services.as_slice()), ("chosen", &["tax".to_owned()][..]));
        personal_record::forget(&mut tx, id).await.unwrap();
        assert!(personal_record::authorities(&mut tx, id).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    });
}
