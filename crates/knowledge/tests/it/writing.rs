//! A draft is written, read by somebody else, and stands; versions stay as they were.

use crate::town::{Town, answer, approve, rewrite, send, tip};
use kit::Lang;
use kit::db::STATEMENTS;
use kit::testing::{assert_plans_of, each_database, repository_migrations};
use kit::who::Role;
use knowledge::Library;

const TIP: &str = "/desk/knowledge/when-is-the-tip-open";

#[test]
fn a_draft_stands_once_somebody_else_has_approved_it() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let mut owner = town.staff("Olga Owner", Role::ServiceOwner).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        let key = owner.get("/desk/knowledge/new").await.field("key");
        let fields: Vec<_> = answer(&[]).into_iter().chain([("key", key.as_str())]).collect();
        for press in ["once", "twice"] {
            let written = owner.post("/desk/knowledge/new", &fields).await;
            assert_eq!(written.location, format!("{TIP}?done=written"), "{press}: {}", written.body);
        }
        let page = officer.get(TIP).await.body;
        assert!(page.contains("There is no approved answer yet") && !page.contains("nine to five"), "{page}");
        let nothing = officer.get("/desk/knowledge?q=tip").await.body;
        assert!(nothing.contains("No answer fits"), "what waits is not found: {nothing}");
        assert_eq!(town.browser().get("/help/when-is-the-tip-open").await.status, 404);
        // Whoever wrote it reads it, and cannot approve it.
        let own = owner.get(&format!("{TIP}/approve")).await;
        assert!(own.body.contains("somebody else has to approve it") && own.body.contains("nine to five"));
        let forced = [("key", key.as_str()), ("revision", "1"), ("correction", "no")];
        assert_eq!(owner.post(&format!("{TIP}/approve"), &forced).await.status, 403);
        assert_eq!(officer.post(&format!("{TIP}/approve"), &forced).await.status, 403);
        let mut leader = town.staff("Lee Leader", Role::TeamLeader).await;
        let key = leader.get(&format!("{TIP}/approve")).await.field("key");
        for press in ["once", "twice"] {
            let done = leader.post(&format!("{TIP}/approve"), &[("key", &key), ("revision", "1")]).await;
            assert_eq!(done.location, format!("{TIP}?done=approved"), "{press}: {}", done.body);
        }
        let mut second = town.staff("Lou Leader", Role::TeamLeader).await;
        let late = [("key", "0190a2b3-c4d5-7e6f-8091-a2b3c4d5e6f7"), ("revision", "1")];
        assert_eq!(second.post(&format!("{TIP}/approve"), &late).await.status, 409, "somebody was faster");
        for words in ["tip", "dump", "houshold waist site", "when is the tip opn"] {
            let path = format!("/desk/knowledge?q={}", words.replace(' ', "+"));
            let found = officer.get(&path).await.body;
            assert!(found.contains("When is the tip open?"), "{words}: {found}");
        }
        assert_eq!(town.browser().get("/help/when-is-the-tip-open").await.status, 200);
        assert_eq!((town.happened("article.written").await, town.happened("article.approved").await), (1, 1));
    });
}

#[test]
fn a_version_never_changes_and_the_next_one_shows_what_did() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        rewrite(&mut owner, &[("answer-en", "Every day from eight to five.\n\nBring proof of your address.")]).await;
        let draft = leader.get(&format!("{TIP}/approve")).await.body;
        assert!(draft.contains("<del>nine </del><ins>eight </ins>"), "{draft}");
        assert!(draft.contains("New hours"), "why it changed: {draft}");
        let before = leader.get(TIP).await.body;
        assert!(before.contains("from nine to five") && !before.contains("from eight"), "the old one stands: {before}");
        let done = send(&mut leader, &format!("{TIP}/approve"), &[]).await;
        assert_eq!(done.status, 422, "whether people were told something wrong has to be said");
        approve(&mut leader, "no").await;
        let (first, second) =
            (leader.get(&format!("{TIP}/versions/1")).await.body, leader.get(&format!("{TIP}/versions/2")).await.body);
        assert!(first.contains("from nine to five") && !first.contains("<ins>"), "{first}");
        assert!(second.contains("from eight to five") && second.contains("<ins>eight </ins>"), "{second}");
        assert!(second.contains("Lee Leader"), "who approved it: {second}");
        assert_eq!(leader.get(&format!("{TIP}/versions/3")).await.status, 404);
        assert!(leader.get(TIP).await.body.contains("from eight to five"));
    });
}

#[test]
fn the_second_of_two_owners_keeps_what_they_typed() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, _) = tip(&town, &[]).await;
        let mut other = town.staff("Otto Owner", Role::ServiceOwner).await;
        let edit = format!("{TIP}/edit");
        other.get(&edit).await;
        rewrite(&mut owner, &[("answer-en", "From eight.")]).await;
        let mine = answer(&[("answer-en", "From seven."), ("revision", "0")]);
        let refused = other.post(&edit, &mine).await;
        assert_eq!(refused.status, 409, "{}", refused.body);
        assert!(refused.body.contains("Somebody else saved a draft") && refused.body.contains("From seven."));
        assert!(other.get(&edit).await.body.contains("From eight."), "nothing was overwritten");
        // Going on with somebody's draft makes it one's own too: neither of the two approves it.
        let taken = send(&mut other, &edit, &answer(&[("answer-en", "From half past seven.")])).await;
        assert_eq!(taken.status, 303, "{}", taken.body);
        for browser in [&mut owner, &mut other] {
            assert!(browser.get(&format!("{TIP}/approve")).await.body.contains("somebody else has to approve it"));
        }
    });
}

#[test]
fn what_is_missing_is_said_beside_its_field_and_the_rest_is_kept() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let mut owner = town.staff("Olga Owner", Role::ServiceOwner).await;
        for (changed, words) in [
            (("question-en", " "), "Type the question"),
            (("answer-en", ""), "Type the answer"),
            (("answer-cy", "Bob dydd"), "Type the question, or leave all fields of this language empty"),
            (("service", "no-such"), "Choose one of the services"),
            (("public", "perhaps"), "Choose who may read it"),
            (("review-year", "1999"), "Type a day to come"),
            (("review-year", "2099"), "Type a day to come"),
        ] {
            let refused = send(&mut owner, "/desk/knowledge/new", &answer(&[changed])).await;
            assert_eq!(refused.status, 422, "{changed:?}");
            assert!(refused.body.contains(words), "{changed:?}: {}", refused.body);
            assert!(refused.body.contains("household waste site"), "what was typed is kept");
        }
        let twice = [answer(&[]), answer(&[])];
        let first = send(&mut owner, "/desk/knowledge/new", &twice[0]).await.location;
        let second = send(&mut owner, "/desk/knowledge/new", &twice[1]).await.location;
        assert_eq!(first, format!("{TIP}?done=written"));
        assert_eq!(second, format!("{TIP}-2?done=written"), "a question asked twice gets a name of its own");
    });
}

#[test]
fn a_translation_nobody_looked_at_is_pointed_out() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let welsh = [("question-cy", "Pryd mae'r domen ar agor?"), ("answer-cy", "Bob dydd o naw tan bump.")];
        let (mut owner, mut leader) = tip(&town, &welsh).await;
        let later = [("answer-en", "Every day from ten to five.")];
        rewrite(&mut owner, &[&welsh[..], &later].concat()).await;
        let page = leader.get(&format!("{TIP}/approve")).await.body;
        assert!(page.contains("The English changed and these did not: Cymraeg"), "{page}");
        rewrite(&mut owner, &[welsh[0], ("answer-cy", "Bob dydd o ddeg tan bump."), later[0]]).await;
        let page = leader.get(&format!("{TIP}/approve")).await.body;
        assert!(!page.contains("these did not"), "{page}");
    });
}

#[test]
fn what_was_wrong_in_english_is_told_in_no_other_language() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let welsh = [("question-cy", "Pryd mae'r domen ar agor?"), ("answer-cy", "Bob dydd o naw tan bump.")];
        let (mut owner, mut leader) = tip(&town, &welsh).await;
        let welsh_reads = || {
            let standing = town.app.part::<Library>().unwrap().standing("when-is-the-tip-open").unwrap();
            standing.in_lang(Lang::CY).1.answer.clone()
        };
        for (english, correction, read) in [
            ("Each day from nine to five.", "no", "Bob dydd o naw tan bump."),
            ("Each day from ten to four.", "yes", "Each day from ten to four."),
        ] {
            rewrite(&mut owner, &[&welsh[..], &[("answer-en", english)]].concat()).await;
            approve(&mut leader, correction).await;
            assert_eq!(welsh_reads(), read, "{correction}");
        }
    });
}

#[test]
fn an_answer_has_an_owner_and_a_day_and_can_be_taken_out_of_use() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, _) = tip(&town, &[("review-year", "2026")]).await;
        let mut other = town.staff("Otto Owner", Role::ServiceOwner).await;
        assert!(!owner.get("/desk/knowledge/work").await.body.contains("To be looked at since"));
        let (me, them) = (owner.who(TIP).await.id(), other.who(TIP).await.id());
        town.app.clock.advance(10 * kit::clock::DAY);
        (owner, other) = (town.sign_in(me).await, town.sign_in(them).await);
        let late = owner.get("/desk/knowledge/work").await.body;
        assert!(late.contains("To be looked at since 1 December 2026"), "{late}");
        assert!(!other.get("/desk/knowledge/work").await.body.contains("To be looked at since"), "it is Olga's");
        assert!(other.get("/desk/knowledge/work?whose=all").await.body.contains("To be looked at since"));
        let page = owner.get(&format!("{TIP}/keep")).await.body;
        let otto = page.split("<option value=\"").find(|part| part.contains("Otto Owner")).unwrap();
        let otto = otto.split('"').next().unwrap();
        let day = [("review-day", "1"), ("review-month", "6"), ("review-year", "2027")];
        let kept = send(&mut owner, &format!("{TIP}/keep"), &[&[("owner", otto)][..], &day].concat()).await;
        assert_eq!(kept.location, format!("{TIP}?done=kept"), "{}", kept.body);
        let page = owner.get(TIP).await.body;
        assert!(page.contains("Otto Owner") && page.contains("1 June 2027"), "{page}");
        let stale = [&[("owner", otto), ("revision", "1")][..], &day].concat();
        assert_eq!(owner.post(&format!("{TIP}/keep"), &stale).await.status, 409);
        let revision = owner.get(&format!("{TIP}/keep")).await.field("revision");
        let gone = owner.post(&format!("{TIP}/retire"), &[("revision", &revision), ("retired", "yes")]).await;
        assert_eq!(gone.location, format!("{TIP}?done=retired"), "{}", gone.body);
        assert_eq!(town.browser().get("/help/when-is-the-tip-open").await.status, 404);
        assert!(owner.get("/desk/knowledge?q=tip").await.body.contains("No answer fits"));
        assert!(owner.get(TIP).await.body.contains("Out of use"));
        let revision = owner.get(&format!("{TIP}/keep")).await.field("revision");
        owner.post(&format!("{TIP}/retire"), &[("revision", &revision), ("retired", "no")]).await;
        assert_eq!(town.browser().get("/help/when-is-the-tip-open").await.status, 200);
    });
}

#[test]
fn every_statement_is_served_by_an_index() {
    kit::testing::on_sqlite(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        knowledge::testing::answer(&town.app, 1).await.unwrap();
        let of_the_program = STATEMENTS.iter().copied().filter(|sql| sql.file.contains("crates/knowledge/src/"));
        assert!(of_the_program.clone().count() > 30);
        assert_plans_of(db.db(), of_the_program, &[]).await;
    });
}
