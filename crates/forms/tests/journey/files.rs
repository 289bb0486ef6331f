//! A question for files: chosen, shown, taken away, refused in words, kept with the draft and gone with it.

use crate::council::{PAGES, allotment, answers_of, browser, count, fill, id_of, parts, start, submit};
use kit::clock::DAY;
use kit::facts::Subject;
use kit::files;
use kit::testing::{Answer, Browser, TestDb, each_database, pdf, picture, repository_migrations};
use kit::{App, Id, sql};

sql!(PIECES, "SELECT CAST(count(*) AS BIGINT) FROM files_pieces");

/// The allotment with a question for up to three files on its last page.
fn council(db: &TestDb) -> App {
    let folder = allotment(|text| {
        if text.contains("question-why =") {
            let words = "page-why = Why\nquestion-papers = Papers\nquestion-papers-hint = What you have.\n";
            return format!("{text}\n{words}");
        }
        let asked = text.replace("questions = [\"why\"]", "questions = [\"why\", \"papers\"]");
        let question =
            "[[question]]\nid = \"papers\"\ntype = \"file\"\nmost = 3\nrequired = false\n\n[[question]]\nid = \"why\"";
        asked.replace("[[question]]\nid = \"why\"", question)
    });
    parts(db, &folder).build()
}

/// A draft at its last page.
async fn at_the_last_page(ben: &mut Browser) -> String {
    let draft = start(ben).await;
    for (page, typed) in &PAGES[..PAGES.len() - 1] {
        let answer = fill(ben, &format!("{draft}/{page}"), typed).await;
        assert_eq!(answer.status, 303, "{page}: {}", answer.body);
    }
    draft
}

/// Sends the last page with what was typed, files chosen and a button pressed.
async fn sends(ben: &mut Browser, draft: &str, typed: &[(&str, &str)], chosen: &[(&str, &[u8])]) -> Answer {
    let path = format!("{draft}/why");
    let page = ben.get(&path).await;
    assert!(page.body.contains("enctype=\"multipart/form-data\""), "{}", page.body);
    let (revision, view) = (page.field("revision"), page.field("view"));
    let mut fields = vec![("revision", revision.as_str()), ("view", &view), ("asked", "why"), ("asked", "papers")];
    fields.extend(typed);
    let chosen: Vec<(&str, &str, &[u8])> = chosen.iter().map(|(name, bytes)| ("papers", *name, *bytes)).collect();
    ben.post_files(&path, &fields, &chosen).await
}

/// The files of the draft, as its page names them: name and address.
fn listed(page: &Answer) -> Vec<(String, String)> {
    let each = page.body.split("<li class=\"app-file\">").skip(1);
    let part = |text: &str, from: &str, to: &str| {
        text.split_once(from)
            .and_then(|(_, rest)| rest.split_once(to))
            .map(|(part, _)| part.to_owned())
            .unwrap_or_default()
    };
    each.map(|file| (part(file, "<bdi>", "</bdi>"), part(file, "href=\"", "\""))).collect()
}

fn names(page: &Answer) -> Vec<String> {
    listed(page).into_iter().map(|(name, _)| name).collect()
}

async fn pieces(app: &App) -> i64 {
    count(&mut app.db.read().await.unwrap(), &PIECES).await
}

#[test]
fn photographs_and_documents_go_with_the_case() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = at_the_last_page(&mut ben).await;
        let (photo, letter) = (picture("jpeg", [10, 120, 10]), pdf("to whom it may concern"));
        let added = sends(&mut ben, &draft, &[("why", "Beans"), ("add", "papers")], &[("plot.jpeg", &photo)]).await;
        assert_eq!((added.status, added.location.as_str()), (303, format!("{draft}/why").as_str()), "{}", added.body);
        let page = ben.get(&format!("{draft}/why")).await;
        assert_eq!(names(&page), ["plot.jpg"]);
        assert!(page.body.contains("Beans</textarea>") && page.body.contains("(1 KB)"), "{}", page.body);
        let on = sends(&mut ben, &draft, &[("why", "Beans")], &[("letter.pdf", &letter)]).await;
        assert_eq!(on.status, 303, "{}", on.body);
        let page = ben.get(&format!("{draft}/why")).await;
        assert_eq!(names(&page), ["plot.jpg", "letter.pdf"]);
        let opened = ben.get(&listed(&page)[1].1).await;
        assert_eq!(opened.bytes, letter, "a document comes back as it was");
        let small = ben.get(&format!("{}/small", listed(&page)[0].1)).await;
        assert_eq!(small.headers["content-type"], "image/jpeg");
        let answer = fill(&mut ben, &format!("{draft}/contact"), &crate::council::LANDLINE).await;
        assert_eq!(answer.location, format!("{draft}/check"), "{}", answer.body);
        let check = ben.get(&format!("{draft}/check")).await;
        assert!(check.body.contains("<bdi>plot.jpg (1 KB)</bdi><br><bdi>letter.pdf (1 KB)</bdi>"), "{}", check.body);
        let sent = submit(&mut ben, &draft).await;
        let reference = sent.location.strip_prefix("/received/").unwrap_or_else(|| panic!("{}", sent.body));
        let answers = answers_of(&app, reference).await;
        assert!(answers.contains("plot.jpg") && answers.contains("letter.pdf"), "{answers}");
        let mut read = app.db.read().await.unwrap();
        assert!(files::of(&mut read, &Subject::new("draft", id_of(&draft))).await.unwrap().is_empty());
        drop(read);
        assert_eq!(pieces(&app).await, 3, "both are the case's");
        assert_eq!(ben.get(&listed(&page)[1].1).await.status, 404, "and not the draft's");
        let again = ben.post(&format!("{draft}/submit"), &[("revision", "1")]).await;
        assert_eq!(again.location, sent.location, "sent again it is the same case");
    });
}

#[test]
fn what_cannot_be_taken_is_said_and_the_rest_is_kept() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = at_the_last_page(&mut ben).await;
        let page = b"<html><script>alert(1)</script>".as_slice();
        let chosen = [("a.pdf", pdf("a")), ("page.pdf", page.to_vec()), ("empty.jpg", Vec::new())];
        let chosen: Vec<(&str, &[u8])> = chosen.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let refused = sends(&mut ben, &draft, &[("why", "Beans & peas")], &chosen).await;
        assert_eq!(refused.status, 422);
        for said in ["“page.pdf” is not a file we can take", "“empty.jpg” is empty", "Beans &#38; peas</textarea>"]
        {
            assert!(refused.body.contains(said), "{said}: {}", refused.body);
        }
        assert_eq!(names(&refused), ["a.pdf"]);
        assert_eq!(names(&ben.get(&format!("{draft}/why")).await), ["a.pdf"], "what could be taken is kept");
        let four = ["b", "c", "d", "e"].map(|name| (format!("{name}.pdf"), pdf(name)));
        let four: Vec<(&str, &[u8])> = four.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let refused = sends(&mut ben, &draft, &[("why", "Beans")], &four).await;
        assert_eq!((refused.status, names(&refused)), (422, vec!["a.pdf".into(), "b.pdf".into(), "c.pdf".into()]));
        for said in ["“d.pdf” was not added", "“e.pdf” was not added"] {
            assert!(refused.body.contains(said), "{said}: {}", refused.body);
        }
    });
}

#[test]
fn a_mistake_elsewhere_on_the_page_loses_no_file() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = at_the_last_page(&mut ben).await;
        let too_long = "x".repeat(201);
        let refused = sends(&mut ben, &draft, &[("why", &too_long)], &[("a.pdf", &pdf("a"))]).await;
        assert_eq!((refused.status, names(&refused)), (422, vec!["a.pdf".into()]));
        assert!(refused.body.contains(&too_long), "what was typed stands");
        // The page itself can be sent again: what it saved by itself is no other window's.
        let (revision, view) = (refused.field("revision"), refused.field("view"));
        let fields =
            [("revision", revision.as_str()), ("view", &view), ("asked", "why"), ("asked", "papers"), ("why", "Beans")];
        let sent = ben.post_files(&format!("{draft}/why"), &fields, &[]).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert_eq!(names(&ben.get(&format!("{draft}/why")).await), ["a.pdf"]);
    });
}

#[test]
fn a_file_is_taken_away_again_and_the_same_is_kept_once() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = at_the_last_page(&mut ben).await;
        let (a, b) = (pdf("a"), pdf("b"));
        sends(&mut ben, &draft, &[("why", "Beans")], &[("a.pdf", &a), ("b.pdf", &b)]).await;
        // The browser's back, and the same chosen again.
        let again = sends(&mut ben, &draft, &[("why", "Beans")], &[("a.pdf", &a)]).await;
        assert_eq!(again.status, 303, "{}", again.body);
        let page = ben.get(&format!("{draft}/why")).await;
        assert_eq!(names(&page), ["a.pdf", "b.pdf"]);
        let first = listed(&page)[0].1.rsplit('/').next().unwrap().to_owned();
        for _ in 0..2 {
            let gone = sends(&mut ben, &draft, &[("why", "Peas"), ("remove", &first)], &[]).await;
            assert_eq!((gone.status, gone.location.as_str()), (303, format!("{draft}/why").as_str()));
        }
        let page = ben.get(&format!("{draft}/why")).await;
        assert_eq!(names(&page), ["b.pdf"]);
        assert!(page.body.contains("Peas</textarea>"), "what was typed beside it is kept");
        assert_eq!(pieces(&app).await, 1);
        // A form without files, as from another program, leaves them alone.
        let typed = fill(&mut ben, &format!("{draft}/why"), &[("why", "Peas and beans")]).await;
        assert_eq!(typed.status, 303, "{}", typed.body);
        assert_eq!(names(&ben.get(&format!("{draft}/why")).await), ["b.pdf"]);
    });
}

#[test]
fn what_two_windows_attach_stays_together() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = at_the_last_page(&mut ben).await;
        let path = format!("{draft}/why");
        let (one, other) = (ben.get(&path).await, ben.get(&path).await);
        for (page, name) in [(&one, "one.pdf"), (&other, "other.pdf")] {
            let (revision, view) = (page.field("revision"), page.field("view"));
            let fields = [
                ("revision", revision.as_str()),
                ("view", &view),
                ("asked", "why"),
                ("asked", "papers"),
                ("add", "papers"),
            ];
            let sent = ben.post_files(&path, &fields, &[("papers", name, &pdf(name))]).await;
            assert_eq!(sent.status, 303, "{}", sent.body);
        }
        assert_eq!(names(&ben.get(&path).await), ["one.pdf", "other.pdf"]);
    });
}

#[test]
fn nobody_else_opens_a_draft_s_file_or_sends_one() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let (mut ben, mut eve) = (browser(&app), browser(&app));
        let draft = at_the_last_page(&mut ben).await;
        sends(&mut ben, &draft, &[("why", "")], &[("a.jpg", &picture("jpeg", [1, 2, 3]))]).await;
        let path = listed(&ben.get(&format!("{draft}/why")).await)[0].1.clone();
        let theirs = start(&mut eve).await;
        for address in
            [path.clone(), format!("{path}/small"), path.replace(&draft, &theirs), format!("{theirs}/files/x")]
        {
            assert_eq!(eve.get(&address).await.status, 404, "{address}");
        }
        let sent = eve.post_files(&format!("{draft}/why"), &[], &[("papers", "eve.pdf", &pdf("eve"))]).await;
        assert_eq!(sent.status, 404);
        assert_eq!(pieces(&app).await, 2, "what came from nobody who may was not kept");
        let other = format!("{draft}/files/{}", Id([7; 16]));
        assert_eq!(ben.get(&other).await.status, 404);
    });
}

#[test]
fn files_go_with_their_draft() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let deleted = at_the_last_page(&mut ben).await;
        sends(&mut ben, &deleted, &[("why", "")], &[("a.pdf", &pdf("a"))]).await;
        let left = at_the_last_page(&mut ben).await;
        sends(&mut ben, &left, &[("why", "")], &[("b.pdf", &pdf("b"))]).await;
        assert_eq!(pieces(&app).await, 2);
        assert_eq!(ben.post(&format!("{deleted}/delete"), &[]).await.status, 303);
        assert_eq!(pieces(&app).await, 1);
        app.clock.advance(29 * DAY);
        assert_eq!(forms::expire_drafts(&app).await.unwrap(), 1);
        assert_eq!(pieces(&app).await, 0);
    });
}

#[test]
fn too_many_in_an_hour_are_refused_for_a_while() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = at_the_last_page(&mut ben).await;
        for _ in 0..100 {
            sends(&mut ben, &draft, &[("why", "")], &[("a.txt", b"no")]).await;
        }
        let refused = sends(&mut ben, &draft, &[("why", "Beans")], &[("a.pdf", &pdf("a"))]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("You have sent many files in a short time"), "{}", refused.body);
        app.clock.advance(DAY / 12);
        assert_eq!(sends(&mut ben, &draft, &[("why", "Beans")], &[("a.pdf", &pdf("a"))]).await.status, 303);
    });
}
