//! What a resident writes reaches somebody: unread until opened, danger first, the next action near; and a question waits
//! only for those who were asked.

use crate::town::{Town, browser, by_email, in_town};
use kit::Lang;
use kit::clock::{DAY, HOUR};
use kit::who::{Role, Who};

/// A hole reported from this browser, and its page.
async fn a_hole(town: &Town, number: u8, north: f64, email: &str) -> (Who, String) {
    let who = browser(number);
    let mut opening = town.pothole(north, by_email(email, Lang::EN));
    opening.visitor = who.visitor;
    let opened = town.open(&who, opening).await;
    (who, format!("/cases/{}", opened.reference))
}

async fn write(town: &Town, who: &Who, path: &str, text: &str) -> crate::town::Answer {
    let key = town.get(who, path).await.hidden("key");
    let sent = town.post(who, &format!("{path}/message"), &[("key", &key), ("text", text)]).await;
    town.get(who, &sent.location.replace("#messages", "")).await
}

async fn ask(town: &Town, staff: &Who, path: &str, to: &str) {
    let form = town.get(staff, &format!("/desk{path}/message")).await;
    let (key, revision) = (form.hidden("key"), form.hidden("revision"));
    let fields = [("key", &*key), ("revision", &*revision), ("text", "Which side?"), ("asks", "yes"), ("to", to)];
    let done = town.post(staff, &format!("/desk{path}/message"), &fields).await;
    assert_eq!(done.location, format!("/desk{path}?done=message"), "{}", done.body);
}

#[test]
fn a_message_stands_unread_at_the_desk_until_somebody_opens_the_case() {
    in_town(async |town| {
        let (ann, path) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let wyn = town.staff("Wyn Demo", Role::TeamMember, &["waste"]).await;
        let list = "/desk/cases?tab=unread";
        town.get(&bo, list).await.says("No case fits");
        write(&town, &ann, &path, "It is deeper now.").await;
        for who in [&bo, &town.staff("Asha Demo", Role::Officer, &[]).await] {
            let unread = town.get(who, list).await;
            unread.says(&format!("/desk{path}\""));
            unread.says("New message");
            unread.says("A resident wrote about one case and nobody has read it");
        }
        town.get(&wyn, list).await.says("No case fits");
        // Monday at ten: within an opening hour somebody has to look, so at half past eleven the case is stale.
        town.get(&bo, "/desk/cases?tab=stale").await.says("No case fits");
        town.clock.advance(HOUR + HOUR / 2);
        town.get(&bo, "/desk/cases?tab=stale").await.says(&format!("/desk{path}\""));
        town.get(&bo, &format!("/desk{path}")).await.says("It is deeper now.");
        let after = town.get(&bo, list).await;
        after.says("No case fits");
        after.is_silent_about("nobody has read it");
    });
}

#[test]
fn a_message_about_an_ended_case_is_delivered_too() {
    in_town(async |town| {
        let (ann, path) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        let key = town.get(&ann, &format!("{path}/withdraw")).await.hidden("key");
        town.post(&ann, &format!("{path}/withdraw"), &[("key", &key), ("reason", "")]).await;
        write(&town, &ann, &path, "The kerb came off with it.").await.says("We have your message");
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let unread = town.get(&bo, "/desk/cases?tab=unread").await;
        unread.says(&format!("/desk{path}\""));
        unread.says("Withdrawn");
    });
}

#[test]
fn words_of_danger_bring_the_number_and_stand_first_among_the_unread() {
    in_town(async |town| {
        let (ann, first) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        let (ben, second) = a_hole(&town, 2, 900.0, "ben@b.example").await;
        write(&town, &ann, &first, "It is deeper now.").await.is_silent_about("app-danger");
        let page = write(&town, &ben, &second, "There is a smell of gas in my house.").await;
        page.says("href=\"tel:999\"");
        page.says("We have your message");
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let unread = town.get(&asha, "/desk/cases?tab=unread").await;
        unread.says("Speaks of danger");
        let at = |path: &str| unread.body.find(&format!("/desk{path}\"")).expect("it stands in the list");
        assert!(at(&second) < at(&first), "the danger of the second comes before the first");
        town.get(&asha, &format!("/desk{second}")).await.says("Speaks of danger");
        let odd = town.get(&ben, &format!("{second}?done=message&danger=nonsense")).await;
        odd.is_silent_about("app-danger");
    });
}

#[test]
fn whoever_reports_it_again_is_told_each_thing_once() {
    in_town(async |town| {
        let (_, path) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        let (ben, bens) = a_hole(&town, 2, 5.0, "ben@b.example").await;
        a_hole(&town, 3, 5.0, "ANN@a.example").await;
        let (_, once_more) = a_hole(&town, 4, 5.0, "Ben@B.example").await;
        let page = town.get(&ben, &bens).await;
        let (_, again) = page.body.split_once("Reported once more by the same person").expect("twice: Ann, Ben");
        assert!(again.contains("Reported once more by the same person"), "{again}");
        assert!(page.body.contains("You reported it too") && page.body.contains("Somebody else"), "{}", page.body);
        let before = town.sent().await.len();
        assert_eq!(before, 4, "each report is answered");
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        ask(&town, &bo, &path, "all").await;
        town.get(&ben, &bens).await.says("Which side?");
        let form = town.get(&bo, &format!("/desk{path}/promise")).await;
        let (key, revision) = (form.hidden("key"), form.hidden("revision"));
        let day = [("due-day", "9"), ("due-month", "10"), ("due-year", "2026"), ("reason", "The digger is broken.")];
        let fields = [&[("key", &*key), ("revision", &*revision)], day.as_slice()].concat();
        let done = town.post(&bo, &format!("/desk{path}/promise"), &fields).await;
        assert_eq!(done.location, format!("/desk{path}?done=promise"), "{}", done.body);
        town.clock.advance(30 * DAY);
        cases::watch_promises(&town.app).await.unwrap();
        let sent = town.sent().await;
        let told: Vec<&str> = sent[..sent.len() - before].iter().map(|(to, _)| to.as_str()).collect();
        for address in ["ann@a.example", "ben@b.example"] {
            let times = told.iter().filter(|to| to.eq_ignore_ascii_case(address)).count();
            assert_eq!(times, 3, "asked, promised anew and late, each once: {told:?}");
        }
        // Written to by the reference of the second report, it goes there.
        let radio = town.get(&bo, &format!("/desk{path}/message")).await;
        let named = once_more.trim_start_matches("/cases/").parse::<kit::Reference>().unwrap().grouped();
        let (before, _) = radio.body.split_once(&named).expect("the second report is a choice");
        let to = before.rsplit("value=\"").next().unwrap().split('"').next().unwrap();
        ask(&town, &bo, &path, to).await;
        assert_eq!(town.sent().await.len(), sent.len() + 1);
    });
}

#[test]
fn a_message_of_the_last_of_many_bears_its_own_reference_and_can_be_answered() {
    in_town(async |town| {
        let (_, path) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        let mut last = String::new();
        for number in 0..102_u8 {
            last = a_hole(&town, number + 2, 5.0, &format!("n{number}@a.example")).await.1;
        }
        let named = last.trim_start_matches("/cases/").parse::<kit::Reference>().unwrap().grouped();
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let first = town.get(&bo, &format!("/desk{path}")).await;
        first.is_silent_about(&named);
        let (_, rest) = first.body.split_once("?people=").expect("a way on");
        let more = format!("/desk{path}?people={}", rest.split('"').next().unwrap());
        let more = town.get(&bo, &more).await;
        more.says(&format!("Also reported: {named}"));
        more.is_silent_about("?people=");
        write(&town, &browser(103), &last, "It is at my door.").await;
        town.get(&bo, &format!("/desk{path}")).await.says(&named);
        town.get(&bo, &format!("/desk{path}/message")).await.says(&named);
    });
}

#[test]
fn the_unread_are_paged_and_none_comes_twice() {
    in_town(async |town| {
        let mut paths = Vec::new();
        for number in 0..27_u8 {
            let (who, path) = a_hole(&town, number + 1, f64::from(number) * 100.0, "ann@a.example").await;
            let text = if number == 26 { "There is a smell of gas in my house." } else { "Still there." };
            write(&town, &who, &path, text).await;
            paths.push(path);
        }
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let shown = |body: &str| -> Vec<String> {
            let links = body.split("href=\"/desk/cases/").skip(1);
            links.filter_map(|rest| rest.split('"').next()).map(|reference| format!("/cases/{reference}")).collect()
        };
        let first = town.get(&asha, "/desk/cases?tab=unread").await;
        let next = first.body.split("href=\"").find(|rest| rest.contains("after=")).expect("a next page");
        let next = next.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let mut all = shown(&first.body);
        all.extend(shown(&town.get(&asha, &next).await.body));
        paths.rotate_right(1);
        assert_eq!(all, paths, "the one of danger, then the oldest first");
    });
}

#[test]
fn only_who_was_asked_reads_so_and_only_their_answer_ends_the_waiting() {
    in_town(async |town| {
        let (ann, anns) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        let (ben, bens) = a_hole(&town, 2, 5.0, "ben@b.example").await;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        ask(&town, &asha, &anns, "00000000000000000000000000000000").await;
        town.get(&ann, &anns).await.says("We need something from you");
        let page = town.get(&ben, &bens).await;
        page.says("We are on it");
        page.is_silent_about("We have asked you something");
        write(&town, &ben, &bens, "Thank you.").await;
        town.get(&asha, &format!("/desk{anns}")).await.says("Waiting for the resident");
        town.get(&ann, &anns).await.says("We need something from you");
        write(&town, &ann, &anns, "The left.").await.says("We are on it");
        town.get(&asha, &format!("/desk{anns}")).await.is_silent_about("Waiting for the resident");
        // A later question to Ben is nothing to Ann, who answered hers.
        let radio = town.get(&asha, &format!("/desk{anns}/message")).await;
        let (_, rest) = radio.body.split_once("id=\"to-3\"").expect("a third choice: Ben");
        let (_, rest) = rest.split_once("value=\"").unwrap();
        ask(&town, &asha, &anns, rest.split('"').next().unwrap()).await;
        town.get(&ann, &anns).await.says("We are on it");
        town.get(&ben, &bens).await.says("We need something from you");
    });
}

#[test]
fn messages_to_others_push_nobody_s_own_away_and_only_what_was_shown_is_read() {
    in_town(async |town| {
        let (ann, anns) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        for number in 2..=61 {
            a_hole(&town, number, 3.0, &format!("reporter{number}@b.example")).await;
        }
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let form = town.get(&asha, &format!("/desk{anns}/message")).await;
        let (key, revision) = (form.hidden("key"), form.hidden("revision"));
        let fields = [("key", &*key), ("revision", &*revision), ("text", "We come on Tuesday."), ("to", "all")];
        town.post(&asha, &format!("/desk{anns}/message"), &fields).await;
        let page = town.get(&ann, &anns).await;
        page.says("We come on Tuesday.");
        for number in 0..55 {
            write(&town, &ann, &anns, &format!("Word {number}.")).await;
        }
        let newest = town.get(&ann, &anns).await;
        newest.is_silent_about("Word 3.");
        let older = newest.body.split("href=\"").find(|rest| rest.contains("?messages=")).expect("a way to older ones");
        let older = older.split('#').next().unwrap();
        let page = town.get(&ann, older).await;
        page.says("We come on Tuesday.");
        page.says("Word 3.");
        let desk = town.get(&asha, &format!("/desk{anns}")).await;
        assert!(desk.body.contains("?messages="), "more than a hundred");
    });
}

/// Somebody reads older messages, or the page is drawn, while we write.
#[test]
fn what_was_not_on_the_page_is_still_to_be_read() {
    in_town(async |town| {
        let (ann, anns) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        ask(&town, &asha, &anns, "all").await;
        town.clock.advance(kit::clock::SECOND);
        let before = town.app.id();
        let form = town.get(&asha, &format!("/desk{anns}/message")).await;
        let (key, revision) = (form.hidden("key"), form.hidden("revision"));
        let fields = [("key", &*key), ("revision", &*revision), ("text", "We came on Tuesday.")];
        town.post(&asha, &format!("/desk{anns}/message"), &fields).await;
        let older = town.get(&ann, &format!("{anns}?messages={before}")).await;
        older.says("Which side?");
        older.is_silent_about("We came on Tuesday.");
        let newest = town.get(&ann, &anns).await;
        newest.says("We came on Tuesday.");
        assert_eq!(newest.body.matches("New</strong>").count(), 1, "the first was read");
    });
}

#[test]
fn everybody_who_reported_it_is_written_to_however_many_they_are() {
    in_town(async |town| {
        let (_, anns) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        for number in 0..104 {
            let opening = town.pothole(2.0, by_email(&format!("reporter{number}@b.example"), Lang::EN));
            assert!(town.open(&browser(2), opening).await.joined);
        }
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        ask(&town, &asha, &anns, "all").await;
        let mut read = town.app.db.read().await.unwrap();
        let sent = kit::outbox::recent(&mut read, None, 300).await.unwrap();
        let asked = sent.iter().filter(|kept| kept.subject.starts_with("We need something")).count();
        assert_eq!(asked, 105);
    });
}

/// To whom each letter of this subject went.
async fn told(town: &Town, subject: &str) -> Vec<String> {
    let mut read = town.app.db.read().await.unwrap();
    let sent = kit::outbox::recent(&mut read, None, 2_000).await.unwrap();
    let mut told: Vec<String> =
        sent.into_iter().filter(|kept| kept.subject.starts_with(subject)).map(|kept| kept.to).collect();
    told.sort();
    told
}

/// Two hundred in the transaction, in which everybody else waits; the others right after, each once.
#[test]
fn hundreds_who_reported_one_thing_are_all_told_and_hold_nobody_up() {
    in_town(async |town| {
        let (_, path) = a_hole(&town, 1, 0.0, "first@a.example").await;
        for number in 0..430 {
            if number % 150 == 0 {
                town.clock.advance(HOUR);
            }
            let opening = town.pothole(2.0, by_email(&format!("n{number}@b.example"), Lang::EN));
            assert!(town.open(&browser(2), opening).await.joined);
        }
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        ask(&town, &bo, &path, "all").await;
        let decide = format!("/desk{path}/decide");
        let form = town.get(&bo, &decide).await;
        let (key, revision) = (form.hidden("key"), form.hidden("revision"));
        let typed = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "no")];
        let fields = [&[("key", &*key), ("revision", &*revision)], typed.as_slice()].concat();
        let done = town.post(&bo, &decide, &fields).await;
        assert_eq!(done.location, format!("/desk{path}?done=decide"), "{}", done.body);
        let letters = ["We need something", "We have decided"];
        for subject in letters {
            assert_eq!(told(&town, subject).await.len(), 201, "{subject}: the first and two hundred");
        }
        let late = town.pothole(2.0, by_email("late@b.example", Lang::EN));
        town.open(&browser(2), late).await;
        // The case waits for nobody any more: who is written to now is not asked.
        let all = async || told(&town, letters[1]).await.len() + told(&town, "A message").await.len() == 431 + 230;
        town.work_until(all).await;
        let mut everybody: Vec<String> = (0..430).map(|number| format!("n{number}@b.example")).collect();
        everybody.push("first@a.example".into());
        everybody.sort();
        assert_eq!(told(&town, letters[1]).await, everybody, "each once");
        let mut read = town.app.db.read().await.unwrap();
        let sent = kit::outbox::recent(&mut read, None, 2_000).await.unwrap();
        let last = sent.iter().find(|kept| kept.to == "n429@b.example" && kept.subject.starts_with("We have decided"));
        assert!(last.unwrap().text.contains("Filled and rolled."), "{:?}", last.unwrap().text);
        drop(read);
        let page = town.get(&bo, &format!("/desk{path}/message")).await;
        page.says("The newest 200 of those who reported it too are listed");
        assert_eq!(page.body.matches("name=\"to\"").count(), 202);
    });
}

#[test]
fn a_case_is_due_soon_from_the_working_day_before_its_promise() {
    in_town(async |town| {
        let (_, path) = a_hole(&town, 1, 0.0, "ann@a.example").await;
        let mut late = town.pothole(900.0, None);
        late.promise.due = town.app.now() + HOUR;
        let late = town.open(&browser(2), late).await.reference;
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        town.clock.advance(2 * HOUR);
        let list = "/desk/cases?tab=soon&sort=opened&status=closed";
        town.get(&bo, list).await.says("No case fits");
        // Promised for Thursday 1 October at ten, so from Wednesday it is due soon.
        town.clock.advance(9 * DAY);
        let soon = town.get(&bo, list).await;
        soon.says(&format!("/desk{path}\""));
        soon.is_silent_about(late.as_str());
        soon.says("Due soon</strong>");
        let late_now = town.get(&bo, "/desk/cases?tab=late&status=closed").await;
        late_now.says(late.as_str());
        late_now.says("One case of your teams is past its promise");
    });
}
