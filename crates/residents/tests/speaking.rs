//! Who may be told, who may speak for somebody, and who takes a marker off; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;

use kit::Id;
use kit::testing::{Answer, Browser, each_database, repository_migrations};
use pairs::{LEE, MILL, SAM, TESS, desk, found, person, town};
use people::{Town, happened, send};
use residents::store::{authorities, record};

const CHECKED: [(&str, &str); 4] = [("purpose", "caller"), ("caller", "self"), ("given", "name"), ("given", "papers")];
const WORK: [(&str, &str); 2] = [("purpose", "work"), ("reason", "Her letter of Monday")];

async fn ada(town: &Town, born: &str) -> (Id, String) {
    let id = person(town, "Ada Testwell", born, MILL, "ada@post.example").await;
    (id, format!("/desk/residents/{id}"))
}

async fn opened(town: &Town, staff: Id, path: &str, by: &[(&str, &str)]) -> Browser {
    let mut browser = desk(town, staff).await;
    let answer = send(&mut browser, &format!("{path}/open"), by).await;
    assert_eq!(answer.location, path, "{}", answer.body);
    browser
}

async fn marked(browser: &mut Browser, path: &str, kind: &str) {
    let marker = [("kind", kind), ("reason", "A daughter rang")];
    assert_eq!(send(browser, &format!("{path}/marker"), &marker).await.location, path);
}

async fn speaks(browser: &mut Browser, path: &str, kind: &str, more: &[(&str, &str)]) -> Answer {
    let fields = [&[("kind", kind), ("holder", "Ben Sample"), ("reach", "everything")], more].concat();
    send(browser, &format!("{path}/authority"), &fields).await
}

#[track_caller]
fn refused(answer: &Answer, words: &str) {
    assert!(answer.status == 422 && answer.body.contains(words), "{words}: {} {}", answer.status, answer.body);
}

const IN_2027: [(&str, &str); 3] = [("until-day", "1"), ("until-month", "2"), ("until-year", "2027")];
const SEEN: [(&str, &str); 4] = [("seen", "Original"), IN_2027[0], IN_2027[1], IN_2027[2]];

#[test]
fn who_died_is_not_the_one_who_asks_and_an_executor_alone_acts_for_them() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town, "1970-03-14").await;
        let mut tess = opened(&town, TESS, &path, &CHECKED).await;
        refused(&speaks(&mut tess, &path, "executor", &SEEN).await, "An executor acts for somebody who died");
        assert_eq!(speaks(&mut tess, &path, "attorney-property", &SEEN).await.location, path);
        let on_record = async || {
            let mut read = town.app.db.read().await.unwrap();
            authorities::of(&mut read, id).await.unwrap()
        };
        let attorney = on_record().await.remove(0).id.to_string();
        let opening = async || {
            let mut read = town.app.db.read().await.unwrap();
            let opening = record::opened(&mut read, TESS, id).await.unwrap().unwrap();
            residents::desk::Standing::of(&mut read, &town.app, id, &opening).await.unwrap().may_tell()
        };
        assert!(opening().await);
        marked(&mut tess, &path, "deceased").await;
        assert!(!opening().await, "nor is anybody told by what was opened before");
        let open = format!("{path}/open");
        let page = tess.get(&open).await.body;
        assert!(!page.contains("value=\"self\"") && !page.contains(&attorney), "neither is offered: {page}");
        refused(&send(&mut tess, &open, &CHECKED).await, "They have died. Choose who acts for them now");
        let theirs = |id: &str| vec![CHECKED[0], CHECKED[2], CHECKED[3], ("caller", id.to_owned().leak() as &str)];
        refused(&send(&mut tess, &open, &theirs(&attorney)).await, "Choose who is asking");
        refused(&speaks(&mut tess, &path, "deputy", &SEEN).await, "only an executor or administrator");
        assert_eq!(speaks(&mut tess, &path, "executor", &SEEN).await.location, path);
        let executor = on_record().await.remove(0).id.to_string();
        assert_eq!(send(&mut tess, &open, &theirs(&executor)).await.location, path);
        assert!(opening().await);
        // A mistake: whoever lives asks for themselves again, and no executor for them.
        let marker =
            record::markers(&mut town.app.db.read().await.unwrap(), id).await.unwrap().remove(0).id.to_string();
        let off = [("marker", marker.as_str()), ("reason", "Another Ada")];
        assert_eq!(tess.post(&format!("{path}/marker/end"), &off).await.location, path);
        assert!(!opening().await);
        refused(&send(&mut tess, &open, &theirs(&executor)).await, "Choose who is asking");
        assert_eq!(send(&mut tess, &open, &CHECKED).await.location, path);
    });
}

#[test]
fn by_them_on_this_call_is_said_by_somebody_who_was_checked() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (_, path) = ada(&town, "").await;
        let mut tess = opened(&town, TESS, &path, &WORK).await;
        refused(&speaks(&mut tess, &path, "call", &[]).await, "Nobody was checked");
        let mut sam = opened(&town, SAM, &path, &CHECKED).await;
        refused(&speaks(&mut tess, &path, "call", &[]).await, "Nobody was checked");
        assert_eq!(speaks(&mut sam, &path, "call", &[]).await.location, path, "who checked them writes it down");
        let asks = tess.get(&format!("{path}/open")).await.body;
        let ben = asks.split("value=\"").find(|part| part.contains("Ben Sample")).unwrap().split('"').next().unwrap();
        let by_ben = [CHECKED[0], CHECKED[2], CHECKED[3], ("caller", ben)];
        assert_eq!(send(&mut tess, &format!("{path}/open"), &by_ben).await.location, path);
        refused(&speaks(&mut tess, &path, "call", &[]).await, "Nobody was checked");
    });
}

#[test]
fn a_parent_speaks_for_somebody_under_eighteen() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let today = kit::lang::local(town.app.now()).date();
        let (_, grown) = ada(&town, "1970-03-14").await;
        let mut tess = opened(&town, TESS, &grown, &WORK).await;
        refused(&speaks(&mut tess, &grown, "parent", &SEEN).await, "They are 18 or older");
        let born = today.saturating_sub(jiff::ToSpan::years(17)).to_string();
        let child = person(&town, "Cal Testwell", &born, MILL, "cal@post.example").await;
        let child = format!("/desk/residents/{child}");
        let mut tess = opened(&town, TESS, &child, &WORK).await;
        let birthday = today.saturating_add(jiff::ToSpan::years(1));
        let until = |day: jiff::civil::Date| {
            let part = |number: i64| &*number.to_string().leak();
            [
                ("until-day", part(day.day().into())),
                ("until-month", part(day.month().into())),
                ("until-year", part(day.year().into())),
            ]
        };
        refused(&speaks(&mut tess, &child, "parent", &until(birthday)).await, "they are 18 then");
        let last = birthday.yesterday().unwrap();
        assert_eq!(speaks(&mut tess, &child, "parent", &until(last)).await.location, child);
        let unknown = person(&town, "Dee Testwell", "", MILL, "dee@post.example").await;
        let unknown = format!("/desk/residents/{unknown}");
        let mut tess = opened(&town, TESS, &unknown, &WORK).await;
        refused(&speaks(&mut tess, &unknown, "parent", &until(last)).await, "Say how you know that they are under 18");
        let said = [&until(last)[..], &[("seen", "School letter of May")]].concat();
        assert_eq!(speaks(&mut tess, &unknown, "parent", &said).await.location, unknown);
    });
}

#[test]
fn a_safe_address_is_taken_off_by_a_leader_who_says_why_and_spoke_with_them() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town, "").await;
        let mut tess = opened(&town, TESS, &path, &WORK).await;
        let mut lee = opened(&town, LEE, &path, &WORK).await;
        marked(&mut tess, &path, "guarded").await;
        marked(&mut tess, &path, "deceased").await;
        let markers = record::markers(&mut town.app.db.read().await.unwrap(), id).await.unwrap();
        let of = |kind: &str| markers.iter().find(|marker| marker.kind == kind).unwrap().id.to_string();
        let (safe, died, end) = (of("guarded"), of("deceased"), format!("{path}/marker/end"));
        let page = tess.get(&end).await.body;
        assert!(page.contains(&died) && !page.contains(&safe), "an officer is not offered it: {page}");
        assert!(page.contains("Only a leader of a team takes a safe address off."), "{page}");
        let all = [("marker", safe.as_str()), ("safe", "yes"), ("reason", "She moved back")];
        assert_eq!(tess.post(&end, &all).await.status, 403);
        let page = lee.get(&format!("{end}?marker={safe}")).await.body;
        assert!(page.contains("Their home is shown to whoever opens the record"), "{page}");
        assert_eq!(found(&town, "12 mill").await, [], "a look takes nothing off");
        refused(&lee.post(&end, &all[..2]).await, "Give the reason");
        refused(&lee.post(&end, &[all[0], all[2]]).await, "Speak with the person alone first");
        refused(&lee.post(&end, &[all[2]]).await, "Choose which one");
        assert_eq!(found(&town, "12 mill").await, []);
        for press in ["once", "twice"] {
            assert_eq!(lee.post(&end, &all).await.location, path, "{press}");
        }
        assert_eq!(found(&town, "12 mill").await, [id]);
        refused(&tess.post(&end, &[("marker", died.as_str())]).await, "Give the reason");
        let mistake = [("marker", died.as_str()), ("reason", "Another Ada")];
        assert_eq!(tess.post(&end, &mistake).await.location, path);
        let off: Vec<_> =
            happened(&town, id).await.into_iter().filter(|(kind, _)| kind == "resident.unmarked").collect();
        let reasons: Vec<&str> = off.iter().map(|(_, body)| body.as_str()).collect();
        assert_eq!(reasons, ["Another Ada", "She moved back"]);
        assert!(tess.get(&end).await.body.contains("There is none that you may take off."));
    });
}

#[test]
fn what_is_too_long_is_told_with_the_length_of_its_own_field() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (_, path) = ada(&town, "").await;
        let mut tess = opened(&town, TESS, &path, &WORK).await;
        for (name, letters, most) in [("holder", 201, "200"), ("note", 1001, "1,000")] {
            let long = "a".repeat(letters);
            let fields = [("kind", "writing"), ("seen", "Letter"), (name, long.as_str())];
            refused(&send(&mut tess, &format!("{path}/authority"), &fields).await, most);
            let other = if most == "200" { "1,000" } else { "200" };
            let said = send(&mut tess, &format!("{path}/authority"), &fields).await.body;
            let error = said.split("govuk-error-message").find(|part| part.contains(most)).unwrap_or_default();
            assert!(!error.split("</p>").next().unwrap().contains(other), "{name}: {error}");
        }
    });
}

#[test]
fn a_check_recorded_as_failed_by_mistake_is_withdrawn_with_a_reason_and_counts_no_more() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town, "1970-03-14").await;
        let (open, withdraw) = (format!("{path}/open"), format!("{path}/open/withdraw"));
        let (mut tess, mut sam, mut lee) = (desk(&town, TESS).await, desk(&town, SAM).await, desk(&town, LEE).await);
        assert!(tess.get(&withdraw).await.body.contains("no check you can withdraw"));
        let pressed = [("purpose", "caller"), ("caller", "self"), ("given", "name")];
        let failed = send(&mut tess, &open, &pressed).await.location;
        let warned = tess.get(&failed).await.body;
        assert!(warned.contains("Once in the last 30 days") && warned.contains(&withdraw), "{warned}");
        assert!(!sam.get(&open).await.body.contains(&withdraw), "a colleague's own business");
        // It is chosen already, being the only one; why is asked for.
        let page = tess.get(&withdraw).await.body;
        let check = chosen(&page);
        assert!(page.contains("checked") && page.contains("You recorded it."), "{page}");
        let empty = tess.post(&withdraw, &[("check", check.as_str()), ("reason", " ")]).await;
        assert!(empty.status == 422 && empty.body.contains("Write why it is withdrawn"), "{}", empty.body);
        assert_eq!(tess.post(&withdraw, &[("reason", "None chosen")]).await.status, 422);
        let good = [("check", check.as_str()), ("reason", "Pressed before I had ticked anything")];
        assert_eq!(sam.post(&withdraw, &good).await.status, 403, "neither theirs nor a leader");
        for press in ["once", "twice"] {
            let said = tess.post(&withdraw, &good).await;
            assert_eq!(said.location, format!("{open}?done=withdrawn"), "{press}: {}", said.body);
        }
        let page = sam.get(&open).await.body;
        assert!(!page.contains("in the last 30 days"), "nobody is warned of it: {page}");
        let said = happened(&town, id).await;
        let withdrawn = ("resident.check-withdrawn".to_owned(), "Pressed before I had ticked anything".to_owned());
        assert!(said.contains(&withdrawn), "{said:?}");
        let kinds: Vec<&str> = said.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, ["resident.check-withdrawn", "resident.check-failed"], "both stay on record");
        // A leader withdraws a colleague's; after an hour nobody does.
        send(&mut tess, &open, &pressed).await;
        let page = lee.get(&withdraw).await.body;
        assert!(page.contains("A colleague recorded it."), "{page}");
        assert_eq!(
            send(&mut lee, &withdraw, &[("check", &chosen(&page)), ("reason", "Tess told me")]).await.status,
            303
        );
        assert!(!tess.get(&open).await.body.contains("in the last 30 days"));
        send(&mut tess, &open, &pressed).await;
        let late = chosen(&tess.get(&withdraw).await.body);
        town.app.clock.advance(kit::clock::HOUR);
        assert!(tess.get(&open).await.body.contains("Once in the last 30 days"));
        let refused = tess.post(&withdraw, &[("check", late.as_str()), ("reason", "Too late")]).await;
        assert!(refused.status >= 400 && refused.status < 500, "{}", refused.status);
        assert_eq!(happened(&town, id).await.iter().filter(|(kind, _)| kind == "resident.check-withdrawn").count(), 2);
    });
}

/// The check that a page offers to withdraw.
fn chosen(page: &str) -> String {
    let after = page.split("name=\"check\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}
