//! Telling residents, codes for cases and drafts, grants, and rows for a demo, on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod people;

use kit::facts::Subject;
use kit::outbox::{self, Channel, Reply};
use kit::testing::{each_database, repository_migrations};
use kit::who::Who;
use kit::{Id, Lang};
use people::{Town, code_of, texts};
use residents::codes::{self, Ask, Checked, Purpose};
use residents::{Address, Household, Message, Resident, To, Told, grants, store};

fn message() -> Message<'static> {
    let values = vec![("when", "23 November 2026".to_owned())];
    let about = vec![Subject::new("case", Id([5; 16]))];
    Message { key: "residents-told-password", values, about, link: Some("/cases/ABC".into()), ..Message::default() }
}

fn resident(id: u8, email: Option<&str>, phone: Option<&str>, lang: Lang) -> Resident {
    Resident {
        id: Id([id; 16]),
        revision: 1,
        name: "Bronwen Sample".into(),
        email: email.map(str::to_owned),
        phone: phone.map(str::to_owned),
        password_hash: None,
        lang,
        household: None,
        made_at: 1,
    }
}

#[test]
fn a_message_obeys_language_and_channel_and_a_landline_gets_none() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut tx = db.begin().await.unwrap();
        let people = [
            resident(1, Some("bronwen@post.example"), Some("07700 900123"), Lang::CY),
            resident(2, None, Some("07700 900456"), Lang::AR),
            resident(3, None, Some("01632 960123"), Lang::EN),
        ];
        let mut told = Vec::new();
        for person in &people {
            assert!(store::insert_resident(&mut tx, person).await.unwrap());
            told.push(residents::tell(&mut tx, &town.app, To::Resident(person.id), message()).await.unwrap());
        }
        tx.commit().await.unwrap();
        assert_eq!(told, [Told::By(Channel::Email), Told::By(Channel::Text), Told::NoWay]);
        let kept = outbox::recent(&mut db.read().await.unwrap(), None, 10).await.unwrap();
        assert_eq!(kept.len(), 2);
        let mail = kept.iter().find(|kept| kept.channel == Channel::Email).unwrap();
        assert_eq!((mail.subject.as_str(), mail.lang), ("Newidiwyd eich cyfrinair", Lang::CY));
        assert!(mail.text.starts_with("Annwyl Bronwen Sample,\n\nAr 23 November 2026"), "{}", mail.text);
        assert!(
            mail.text.contains("Gweler yma: http://localhost:8080/cases/ABC\n\nEastmere Council\n"),
            "{}",
            mail.text
        );
        assert!(mail.about.contains(&Subject::new("resident", people[0].id)));
        assert!(mail.about.contains(&Subject::new("case", Id([5; 16]))));
        let text = kept.iter().find(|kept| kept.channel == Channel::Text).unwrap();
        assert_eq!((text.to.as_str(), text.lang), ("+447700900456", Lang::AR));
        assert!(
            text.text.contains("كلمة مرورك") && text.text.ends_with(" http://localhost:8080/cases/ABC"),
            "{}",
            text.text
        );
    });
}

#[test]
fn whoever_may_answer_an_email_is_told_so_in_their_language() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut tx = db.begin().await.unwrap();
        let answers = || Message { reply: Reply { to: "case+x@mail.example".into(), ..Reply::default() }, ..message() };
        let says = [
            (
                Lang::EN,
                "You can also simply answer this email. What you write goes to your request, and photos with it.",
            ),
            (Lang::CY, "Gallwch hefyd ateb yr e-bost hwn."),
            (Lang::AR, "يمكنك أيضًا الرد على هذه الرسالة مباشرة."),
        ];
        for (id, (lang, _)) in (1..).zip(says) {
            let person = resident(id, Some(&format!("r{id}@post.example")), None, lang);
            assert!(store::insert_resident(&mut tx, &person).await.unwrap());
            residents::tell(&mut tx, &town.app, To::Resident(person.id), answers()).await.unwrap();
        }
        // Where no answer comes in, and on a phone, nothing of the kind is said.
        let (one, other) =
            (resident(4, Some("r4@post.example"), None, Lang::EN), resident(5, None, Some("07700 900123"), Lang::EN));
        for person in [&one, &other] {
            assert!(store::insert_resident(&mut tx, person).await.unwrap());
        }
        residents::tell(&mut tx, &town.app, To::Resident(one.id), message()).await.unwrap();
        residents::tell(&mut tx, &town.app, To::Resident(other.id), answers()).await.unwrap();
        tx.commit().await.unwrap();
        let kept = outbox::recent(&mut db.read().await.unwrap(), None, 10).await.unwrap();
        assert_eq!(kept.len(), 5);
        for (id, (_, words)) in (1..).zip(says) {
            let mail = kept.iter().find(|kept| kept.to == format!("r{id}@post.example")).unwrap();
            let end = &mail.text[mail.text.find("/cases/ABC\n\n").unwrap()..];
            assert!(
                end.starts_with(&format!("/cases/ABC\n\n{words}")) && end.contains("\n\nEastmere Council\n"),
                "{}",
                mail.text
            );
        }
        let silent = |to: &str| !kept.iter().find(|kept| kept.to == to).unwrap().text.contains("answer this email");
        assert!(silent("r4@post.example") && silent("+447700900123"));
    });
}

#[test]
fn a_code_for_a_case_opens_that_case_in_that_browser_only() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let app = &town.app;
        let (case, address) = (Id([9; 16]), Address::read("ada@post.example").unwrap());
        let mut tx = db.begin().await.unwrap();
        let (visitor, cookie) = grants::visitor(&mut tx, app, &Who::anyone(Lang::EN)).await.unwrap();
        assert!(cookie.unwrap().starts_with("__Host-session="));
        let ask = |deliver| Ask {
            purpose: Purpose::Track,
            subject: case,
            visitor,
            device: None,
            address: &address,
            deliver,
            leads_to: "",
            lang: Lang::EN,
            read_out: false,
        };
        let silent = codes::send(&mut tx, app, ask(false)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(texts(&town).await.len(), 0, "an address that is not the case's gets nothing");
        let mut tx = db.begin().await.unwrap();
        for _ in 0..4 {
            let said = codes::check(&mut tx, app, Some(visitor), Purpose::Track, silent, "123456").await.unwrap();
            assert!(matches!(said, Checked::Wrong { .. }), "and says the same: {said:?}");
        }
        let sent = codes::send(&mut tx, app, ask(true)).await.unwrap();
        tx.commit().await.unwrap();
        let (code, _) = code_of(&town).await;
        let mut tx = db.begin().await.unwrap();
        for (visitor, purpose) in
            [(Some(Id([8; 16])), Purpose::Track), (Some(visitor), Purpose::Resume), (None, Purpose::Track)]
        {
            assert_eq!(codes::check(&mut tx, app, visitor, purpose, sent, &code).await.unwrap(), Checked::Over);
        }
        let Checked::Right(proof) =
            codes::check(&mut tx, app, Some(visitor), Purpose::Track, sent, &code).await.unwrap()
        else {
            panic!("the right code")
        };
        assert_eq!((proof.subject, &proof.address), (case, &address));
        let open = codes::proved(&mut tx, app, Some(visitor), Purpose::Track, sent).await.unwrap();
        assert_eq!(open, Some(proof));
        assert!(codes::spend(&mut tx, sent).await.unwrap());
        assert!(!codes::spend(&mut tx, sent).await.unwrap(), "once");
        grants::give(&mut tx, app, visitor, "case", case).await.unwrap();
        tx.commit().await.unwrap();
        let mut read = db.read().await.unwrap();
        let now = app.now();
        assert!(grants::has(&mut read, visitor, "case", case, now).await.unwrap());
        assert!(!grants::has(&mut read, visitor, "draft", case, now).await.unwrap());
        assert!(!grants::has(&mut read, Id([8; 16]), "case", case, now).await.unwrap());
        assert!(!grants::has(&mut read, visitor, "case", case, now + 25 * kit::clock::HOUR).await.unwrap());
    });
}

#[test]
fn rows_read_back_and_one_address_is_one_account() {
    each_database(repository_migrations(), async |db| {
        let mut tx = db.begin().await.unwrap();
        let home = Household {
            id: Id([4; 16]),
            line1: "Flat 2".into(),
            street: "Sample Street".into(),
            town: "Eastmere".into(),
            postcode: "em1 1aa".into(),
            ward: "W01".into(),
            lat: Some(52.2),
            lon: None,
        };
        store::insert_household(&mut tx, &home).await.unwrap();
        let ada = Resident {
            household: Some(home.id),
            ..resident(1, Some("Ada@Post.example"), Some("01632 960123"), Lang::EN)
        };
        assert!(store::insert_resident(&mut tx, &ada).await.unwrap());
        let same_email = resident(2, Some("ada@post.EXAMPLE"), None, Lang::EN);
        assert!(!store::insert_resident(&mut tx, &same_email).await.unwrap());
        let same_landline = resident(3, None, Some("+44 1632 960123"), Lang::EN);
        assert!(store::insert_resident(&mut tx, &same_landline).await.unwrap(), "a landline may be shared");
        let found = |typed: &'static str| Address::read(typed).unwrap();
        assert_eq!(store::by_address(&mut tx, &found("ADA@post.example")).await.unwrap(), Some(ada.clone()));
        assert_eq!(store::by_address(&mut tx, &found("01632 960123")).await.unwrap(), None, "and signs nobody in");
        assert_eq!(residents::name_of(&mut tx, ada.id).await.unwrap().as_deref(), Some("Bronwen Sample"));
        tx.commit().await.unwrap();
    });
}
