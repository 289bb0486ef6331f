//! Access: everything held on somebody, and nothing of anybody else.

use super::{ANSWERED, NAME, NOTED, Somebody, TOLD, WRITTEN, found_in, held, leader, talk};
use crate::access::world::person;
use crate::journeys::mail::comes;
use crate::support::{Council, another};
use kit::facts::Subject;
use kit::mail::Inbox;
use kit::personal::{self, Reader};
use kit::testing::{each_database, on_sqlite, repository_migrations};
use kit::who::{Person, Role, Who};
use kit::{Id, Lang, looks};
use std::collections::BTreeSet;

/// Where ids and words of somebody may stand without being told under that name.
const TOLD_ELSEWHERE: [&str; 1] = ["facts_subjects"];

#[test]
fn whatever_is_kept_of_somebody_is_told_to_them() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut one = Somebody::new(&council, NAME).await;
        let mut leader = leader(&council).await;
        let (case, reference) = one.asks(&council, "street-problem", TOLD).await;
        talk(&mut one, &mut leader, &reference).await;
        one.browser.post("/forms/general-enquiry/start", &[]).await;
        // Somebody else, with words of their own, whom the same people serve.
        let other = Somebody::new(&council, "Ottoline Marmaladeford").await;
        other.asks(&council, "street-problem", "periwinkle complaint").await;
        let staff = held(&council, one.id, Reader::Staff).await;
        let rows: BTreeSet<&str> = staff.iter().filter(|part| !part.rows.is_empty()).map(|part| part.table).collect();
        let kept = found_in(db.db(), &[NAME, &one.email, TOLD, WRITTEN, NOTED, ANSWERED], Some(one.id)).await;
        assert!(kept.len() > 20, "{kept:?}");
        for place in &kept {
            let table = place.split('.').next().unwrap();
            let known = rows.contains(table) || TOLD_ELSEWHERE.contains(&table);
            assert!(known, "{place} holds something of them, and its table is not told; told are {rows:?}");
        }
        let told = personal::json(&staff).to_string();
        for words in [NAME, &one.email, TOLD, WRITTEN, NOTED, ANSWERED, "Feather Row", &case.to_string()] {
            assert!(told.contains(words), "{words} is not told");
        }
        let own = personal::json(&held(&council, one.id, Reader::Themselves).await).to_string();
        for words in [NAME, &one.email, TOLD, WRITTEN, ANSWERED] {
            assert!(own.contains(words), "{words} is not told to themselves");
        }
        for (who, all) in [("staff", &told), ("themselves", &own)] {
            for theirs in ["Ottoline", "periwinkle", &other.email, &other.id.to_string()] {
                assert!(!all.contains(theirs), "{theirs} of somebody else is told to {who}");
            }
        }
        // What staff wrote for each other, and their names, are not for the person's own page.
        assert!(!own.contains(NOTED) && !own.contains("Kestrelhook"), "{own}");
    });
}

#[test]
fn what_others_who_reported_it_wrote_is_not_told() {
    on_sqlite(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut first = council.resident("Fay First", "fay@first.example").await;
        let place = crate::support::HERE;
        let reference = first.report_hole(place, crate::support::Reached::Email("fay@first.example")).await;
        let mut second = council.resident("Sid Second", "sid@second.example").await;
        second.start_street_problem().await;
        second.describe_hole(place).await;
        second.measure_hole(TOLD).await;
        second.be_reached("Sid Second", crate::support::Reached::Email("sid@second.example")).await;
        if second.page.heading() == "Someone may have told us already" {
            let same = second.page.texts("label").into_iter().find(|label| label.starts_with("Yes, it is this one"));
            second.choose(&same.unwrap()).press("Continue").await;
        }
        let page = second.press("Send").await;
        assert!(page.path.starts_with("/received/"), "{} {}", page.path, page.text());
        let ((first, _), (second, _)) = (person(&council, &first).await, person(&council, &second).await);
        let owner = council.colleague("Owner Demo", &[Role::ServiceOwner], &["highways"]).await.browser;
        let (mut owner, button) = owner.about_to_act(&reference, "release").await;
        assert_eq!(owner.press(button).await.status, 200, "released");
        for reader in [Reader::Themselves, Reader::Staff] {
            let of_first = personal::json(&held(&council, first, reader).await).to_string();
            let of_second = personal::json(&held(&council, second, reader).await).to_string();
            assert!(of_second.contains(TOLD) && of_first.contains("by the bus stop"), "{reader:?}");
            for theirs in [TOLD, "sid@second.example", "Sid Second"] {
                assert!(!of_first.contains(theirs), "{reader:?}: the first is told {theirs}");
            }
            for theirs in ["by the bus stop", "fay@first.example", "Fay First"] {
                assert!(!of_second.contains(theirs), "{reader:?}: the second is told {theirs}");
            }
            // Staff read whom a fact is about, to answer; who reads their own learns nobody else's number.
            let (first, second) = (first.to_string(), second.to_string());
            assert_eq!(of_first.contains(&second), reader == Reader::Staff, "{of_first}");
            assert!(of_second.contains(&second));
            if reader == Reader::Themselves {
                assert!(!of_second.contains(&first), "{of_second}");
                for withheld in ["case.held", "case.released"] {
                    assert!(!of_first.contains(withheld) && !of_second.contains(withheld), "{withheld}");
                }
            }
        }
    });
}

#[test]
fn a_person_reads_who_looked_by_role_time_and_purpose_and_never_by_name() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut one = Somebody::new(&council, NAME).await;
        let (case, reference) = one.asks(&council, "street-problem", TOLD).await;
        let mut lee = leader(&council).await;
        lee.open(&format!("/desk/cases/{reference}")).await;
        assert!(lee.page.body.contains(&format!("href=\"/desk/residents/{}\"", one.id)), "the way to their record");
        let mut officer = council.colleague("Olga Kestrelhook", &[Role::Administrator], &[]).await;
        officer.browser.open(&format!("/desk/residents/{}/export", one.id)).await.says(TOLD);
        // An enquiry that the person is not to know of.
        let staff = workforce::lookup(&mut council.app.db.read().await.unwrap(), officer.id).await.unwrap().unwrap();
        let covert = Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) };
        let mut tx = council.app.db.begin().await.unwrap();
        looks::record(&mut tx, &council.app, &covert, "case", case, server::held::WITHHELD).await.unwrap();
        tx.commit().await.unwrap();
        let page = one.browser.open("/account/data").await;
        page.says("Who looked, and what for").says("The leader of a team").says("To read your request");
        page.says("An administrator").says("To answer what you asked about your data");
        page.says("How many times");
        page.is_silent_about("Kestrelhook").is_silent_about("covert");
        let looks_in = |parts: Vec<kit::personal::Part>| {
            parts.into_iter().find(|part| part.table == "looks").expect("looks are told").rows
        };
        let own = looks_in(held(&council, one.id, Reader::Themselves).await);
        let all = looks_in(held(&council, one.id, Reader::Staff).await);
        assert_eq!((own.len(), all.len()), (2, 3), "the covert one is told to staff alone");
        let mut read = council.app.db.read().await.unwrap();
        let at = looks::at(&mut read, &Subject::new("case", case), None, 10).await.unwrap();
        assert_eq!(at.len(), 2);
        assert!(at[0].id > at[1].id && at[0].purpose == server::held::WITHHELD);
    });
}

#[test]
fn a_resident_takes_their_data_along_and_staff_take_a_draft() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut one = Somebody::new(&council, NAME).await;
        one.asks(&council, "general-enquiry", TOLD).await;
        let page = one.browser.open("/account").await;
        assert_eq!(page.link("What we hold about you").as_deref(), Some("/account/data"));
        let file = one.browser.send("GET", "/account/data?as=json", String::new()).await;
        assert_eq!(file.status, 200);
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"my-data.json\"");
        assert_eq!(file.header("cache-control"), "no-store");
        let json: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
        assert_eq!(json["draft_for_redaction"], false);
        assert_eq!(json["held"]["residents"][0]["email"], one.email.as_str());
        assert_eq!(json["held"]["cases"][0]["answers"][0]["answer"], TOLD);
        for (language, heading) in [("cy", "Yr hyn rydym yn ei gadw amdanoch"), ("ar", "ما نحتفظ به عنك")] {
            one.browser.open(&format!("/language/{language}?to=/account/data")).await;
            assert_eq!(one.browser.open("/account/data").await.heading(), heading);
        }
        let mut officer = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let draft = officer.send("GET", &format!("/desk/residents/{}/export?as=json", one.id), String::new()).await;
        let json: serde_json::Value = serde_json::from_str(&draft.body).expect("JSON");
        assert_eq!((draft.status, &json["draft_for_redaction"]), (200, &serde_json::Value::Bool(true)));
        // Taking it is itself held, and told.
        let exported = json["held"]["facts"].as_array().unwrap().iter().any(|fact| fact["kind"] == "resident.exported");
        assert!(exported, "{json:#}");
        let nobody = Id([7; 16]);
        for path in [format!("/desk/residents/{nobody}/export"), "/desk/residents/x/export?as=json".to_owned()] {
            assert_eq!(officer.open(&path).await.status, 404, "{path}");
        }
        let mut member = council.colleague("Mo Officer", &[Role::Officer], &["highways"]).await.browser;
        assert_eq!(member.open(&format!("/desk/residents/{}/export", one.id)).await.status, 403);
    });
}

#[test]
fn the_command_writes_the_draft_of_whoever_has_this_id_or_address() {
    on_sqlite(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let one = Somebody::new(&council, NAME).await;
        one.asks(&council, "general-enquiry", TOLD).await;
        let kit::db::Place::Folder(folder) = db.place() else { unreachable!("it is SQLite") };
        let folder = folder.to_str().unwrap();
        let out = tempfile::tempdir().unwrap();
        let export = async |of: &str, file: &str| {
            use clap::Parser;
            let file = out.path().join(file);
            let line = ["guildhall", "--data", folder, "export", "--resident", of, "--out", file.to_str().unwrap()];
            let done = server::commands::run(server::commands::Asked::parse_from(line)).await;
            done.map(|code| (code, std::fs::read_to_string(&file).unwrap_or_default()))
        };
        let done = std::process::ExitCode::SUCCESS;
        for (of, file) in [(one.id.to_string(), "id.json"), (one.email.to_uppercase(), "email.json")] {
            let (code, text) = export(&of, file).await.unwrap();
            assert_eq!(format!("{code:?}"), format!("{done:?}"), "{of}");
            let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(json["held"]["cases"][0]["answers"][0]["answer"], TOLD, "{of}");
            assert_eq!(json["draft_for_redaction"], true);
        }
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(out.path().join("id.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "nobody else reads it");
        assert!(export(&one.email, "id.json").await.is_err(), "a file that is there is not written over");
        let (code, text) = export("nobody@else.example", "none.json").await.unwrap();
        assert_ne!(format!("{code:?}"), format!("{done:?}"));
        assert!(text.is_empty(), "and no file is left");
    });
}

/// Every page of a mail leaves a look, and whoever's mail it is reads of each: on their case, by their address, with its mark.
#[test]
fn looks_at_mail_are_told_to_whoever_wrote_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut one = Somebody::new(&council, NAME).await;
        let (_, reference) = one.asks(&council, "street-problem", TOLD).await;
        let to = council.app.part::<Inbox>().unwrap().answers(&reference.parse().unwrap());
        let head = |subject: &str| format!("Subject: {subject}\nMessage-ID: <{}@a.example>", another());
        comes(&council, &one.email, &to, &head("Mine"), "On my case.").await;
        comes(&council, &one.email, "hello@eastmere.example", &head("Mine too"), "On none.").await;
        comes(&council, "eve@e.example", &to, &head("Not mine"), "Of a stranger.").await;
        let mut read = council.app.db.read().await.unwrap();
        let mut own = mail::store::received::of_sender(&mut read, &one.email).await.unwrap();
        own.sort_by_key(|mail| mail.case.is_none());
        let strange = mail::store::received::of_sender(&mut read, "eve@e.example").await.unwrap().remove(0);
        drop(read);
        let mut desk = leader(&council).await;
        for id in [own[0].id, own[1].id, strange.id] {
            assert_eq!(desk.open(&format!("/desk/mail/{id}")).await.status, 200);
        }
        desk.open(&format!("/desk/marked/new?message={}", own[1].id)).await.says("On none.");
        let looks_in = |parts: Vec<kit::personal::Part>| {
            parts.into_iter().find(|part| part.table == "looks").expect("looks are told").rows.len()
        };
        // Anybody can write somebody's address: what nobody has placed is told by staff alone, and so is a stranger's.
        assert_eq!(looks_in(held(&council, one.id, Reader::Staff).await), 4);
        assert_eq!(looks_in(held(&council, one.id, Reader::Themselves).await), 1);
        desk.open(&format!("/desk/mail/{}", own[1].id)).await;
        desk.press("Put it on their record").await;
        assert_eq!(looks_in(held(&council, one.id, Reader::Themselves).await), 4);
        one.browser.open("/account/data").await.says("To read an email or a letter");
    });
}

#[test]
fn why_staff_opened_and_marked_a_record_is_for_staff() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut one = Somebody::new(&council, NAME).await;
        let record = format!("/desk/residents/{}", one.id);
        let mut olu = council.colleague("Olu Kestrelhook", &[Role::Officer], &["contact-centre"]).await.browser;
        olu.open(&format!("{record}/open")).await;
        olu.choose("I am working on their matter")
            .fill("What are you working on?", "pelican enquiry")
            .press("Open")
            .await;
        olu.open(&format!("{record}/marker")).await;
        let day = kit::lang::local(council.app.now() + 90 * kit::clock::DAY).date();
        olu.choose("Risk.").fill("Reason", "told us by the walrus sister").fill("Day", &day.day().to_string());
        olu.fill("Month", &day.month().to_string()).fill("Year", &day.year().to_string()).press("Save").await;
        assert_eq!(olu.page.path, record, "{}", olu.page.text());
        let mut lee = leader(&council).await;
        lee.open("/desk/openings").await;
        lee.fill("What you found (you can leave this empty)", "an ostrich finding")
            .press("I have looked into it")
            .await;
        let staff = personal::json(&held(&council, one.id, Reader::Staff).await).to_string();
        let own = personal::json(&held(&council, one.id, Reader::Themselves).await).to_string();
        let page = one.browser.open("/account/data").await.text();
        for words in ["pelican", "walrus", "ostrich"] {
            assert!(staff.contains(words), "{words} is kept");
            assert!(!own.contains(words) && !page.contains(words), "{words} is told");
        }
        assert!(staff.contains("resident.marked") && !own.contains("resident.marked"), "nor that there is a risk");
        assert!(own.contains("resident.opened"), "that it was opened is told");
    });
}
