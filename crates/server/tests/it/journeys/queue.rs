//! One visitor from the kiosk to the end of the contact, with the pages everybody sees.

use crate::support::{Browser, Council};
use kit::clock::MINUTE;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

async fn kiosk_of(council: &Council, site: &str) -> Browser {
    let mut leader = council.colleague("Lee Leading", &[Role::TeamLeader], &["contact-centre"]).await.browser;
    leader.open(&format!("/desk/sites/{site}/devices")).await;
    leader.fill("What you call it", "By the door").press("Set up a kiosk").await;
    let text = leader.page.text();
    let token = text.split("/pair/").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("an address");
    let mut kiosk = council.browser();
    kiosk.open(&format!("/kiosk/{site}/pair/{token}")).await;
    assert_eq!(kiosk.page.path, format!("/kiosk/{site}"));
    kiosk
}

/// The visitor opens the address that the kiosk shows as a picture.
async fn phone_of(council: &Council, kiosk: &Browser) -> Browser {
    let token = kiosk.page.path.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned();
    let mut phone = council.browser();
    phone.open(&format!("/ticket/{token}")).await;
    phone
}

#[test]
fn a_visitor_takes_a_ticket_is_called_and_seen() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        let mut kiosk = kiosk_of(&council, "town-hall").await;
        kiosk.open("/kiosk/town-hall/en").await;
        kiosk.press("Council Tax and benefits").await;
        kiosk.page.says("C001").says("You are next.").says("No desk is open");
        officer.open("/desk/counter").await;
        officer.select("Desk", "Town Hall – 1").press("Open the desk").await;
        officer.page.says("C001");
        let mut phone = phone_of(&council, &kiosk).await;
        phone.page.says("You are waiting.").says("at most");
        assert!(!phone.page.text().contains("Get a text"), "nobody carries texts here");
        officer.press("Call the next").await;
        officer.page.says("Called once");
        let path = phone.page.path.clone();
        phone.open(&path).await;
        phone.page.says("It is your turn now.").says("Please come to desk 1.");
        officer.press("They are here").await;
        assert!(officer.page.path.starts_with("/desk/contacts/"), "{}", officer.page.path);
        phone.open(&path).await;
        phone.page.says("Somebody is seeing you now.");
        officer.fill("What do they ask?", "A new bill").press("Finish").await;
        assert_eq!(officer.page.path, "/desk/counter?said=done");
        officer.page.says("Call the next when you are ready").says("Nobody waits.");
        phone.open(&path).await;
        phone.page.says("Your visit has ended.");
    });
}

#[test]
fn a_visitor_steps_out_comes_back_and_leaves() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        let mut kiosk = kiosk_of(&council, "town-hall").await;
        kiosk.open("/kiosk/town-hall/cy").await;
        kiosk.press("Trwyddedau parcio").await;
        kiosk.page.says("Dyma eich tocyn");
        let mut phone = phone_of(&council, &kiosk).await;
        phone.page.says("Rydych yn aros.");
        phone.press("Mae angen 10 munud arnaf").await;
        phone.page.says("Rydych yn cadw eich lle.");
        officer.open("/desk/counter").await;
        officer.select("Desk", "Town Hall – 2").press("Open the desk").await;
        officer.press("Call the next").await;
        officer.page.says("Nobody waits for this desk.");
        phone.press("Rwy’n ôl").await;
        officer.press("Call the next").await;
        officer.page.says("P001").says("Cymraeg");
        officer.press("Did not come").await;
        let path = phone.page.path.clone();
        phone.open(&path).await;
        phone.page.says("Cawsoch eich galw ond ni ddaethoch.");
        officer.press("They are here after all P001").await;
        phone.open(&path).await;
        phone.press("Gadael y ciw").await;
        phone.page.says("Rydych wedi gadael y ciw.");
        officer.press("Call the next").await;
        officer.page.says("Nobody waits");
    });
}

#[test]
fn a_visitor_leaves_a_number_and_gets_one_text() {
    each_database(repository_migrations(), async |db| {
        let council = Council::demo(db).await;
        let mut kiosk = kiosk_of(&council, "town-hall").await;
        kiosk.open("/kiosk/town-hall/en").await;
        kiosk.press("Parking permits").await;
        let mut phone = phone_of(&council, &kiosk).await;
        let ticket = phone.page.path.clone();
        let form = format!("{ticket}/text");
        phone.page.says("Get a text when your turn is near");
        phone.open(&form).await;
        phone.page.says("one text").says("delete it when your visit is over");
        phone.fill("Mobile number", "01632 960123").press("Text me once").await;
        assert_eq!(phone.page.status, 422);
        phone.page.says("We cannot send a text to this number.");
        phone.fill("Mobile number", "07700 900123").press("Text me once").await;
        phone.page.says("to the number that ends in 123");
        phone.open(&form).await;
        phone.press("Do not text me").await;
        assert!(!phone.page.text().contains("ends in 123"));
        phone.open(&form).await;
        phone.fill("Mobile number", "07700 900123").press("Text me once").await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/counter").await;
        officer.select("Desk", "Town Hall – 2").press("Open the desk").await;
        assert_eq!(queue::tell_near(&council.app).await.unwrap(), 1);
        assert_eq!(queue::tell_near(&council.app).await.unwrap(), 0);
        phone.open(&ticket).await;
        phone.page.says("We sent you a text at");
        let late = phone.send("POST", &form, "phone=07700900124".to_owned()).await;
        assert_eq!((late.status, late.header("location")), (303, format!("{ticket}?said=late").as_str()));
        phone.open(late.header("location")).await.says("That could not be done any more.");
    });
}

#[test]
fn the_lead_of_a_site_sees_how_it_is_going() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut leader = council.colleague("Lou Leading", &[Role::TeamLeader], &["contact-centre"]).await.browser;
        leader.open("/desk/sites").await.says("Town Hall").says("Nobody waits. No desk is open.");
        let page = leader.open("/desk/sites/town-hall").await;
        page.says("Nobody waits. Whoever gets a ticket").says("No desk is open, so nobody can be called.");
        page.says("0 of 0 who came.").says("Turned away: 0.");
        let site = council.app.part::<queue::Sites>().unwrap().get("town-hall").unwrap();
        let mut tx = council.app.db.begin().await.unwrap();
        for minutes in [46, 25] {
            let (key, initials) = (council.app.id(), "QZ".to_owned());
            let came = Some(council.app.now() - minutes * MINUTE);
            let asks = queue::Join {
                key,
                business: "parking".into(),
                initials,
                lang: "en".into(),
                came,
                ..Default::default()
            };
            let who = kit::who::Who::system();
            queue::join(&mut tx, &council.app, &who, site, queue::Way::Floor, &asks).await.unwrap();
        }
        tx.commit().await.unwrap();
        let page = leader.open("/desk/sites/town-hall").await;
        page.says("2 past the 20 minutes we publish").says("P001, 46 minutes").says("Too long");
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/counter").await;
        officer.select("Desk", "Town Hall – 2").press("Open the desk").await;
        officer.press("Call the next").await;
        let page = leader.open("/desk/sites/town-hall").await;
        page.says("1 past the 20 minutes we publish").says("P002, 25 minutes").says("Past 20 minutes").says("QZ");
        page.says("The site is shut.").says("P001 is on the way.").says("P001, Desk 2.").says("Not open: 1, 3, 4");
        leader.open("/floor/town-hall").await;
        let gone = leader.page.attribute("a.app-floor__one", "href").expect("who waits");
        leader.open(&gone).await;
        leader.press("They have left").await;
        officer.press("They are here").await;
        let page = leader.open("/desk/sites/town-hall").await;
        page.says("1 of 2 who came. 0% of them within 20 minutes.").says("Turned away: 1.").says("With P001 for");
        leader.open("/desk/counter").await.says("How it is going here");
        assert_eq!(officer.open("/desk/sites/town-hall").await.status, 403);
        assert_eq!(leader.open("/desk/sites/nowhere").await.status, 404);
    });
}

#[test]
fn a_kiosk_speaks_more_languages_than_pages_do() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut kiosk = kiosk_of(&council, "town-hall").await;
        kiosk.open("/kiosk/town-hall").await;
        for words in ["English", "Cymraeg", "العربية", "বাংলা", "Soomaali", "Türkçe", "Polski", "Dotknij tutaj"]
        {
            kiosk.page.says(words);
        }
        for (tag, question, business, yours, next) in [
            ("bn", "আপনি কী জন্য এসেছেন?", "পার্কিং পারমিট", "এটি আপনার টিকিট", "এরপর আপনার পালা।"),
            ("so", "Maxaad u timid?", "Ruqsadaha baarkinka", "Kani waa tigidhkaaga", "Hal qof ayaa kaa horreeya."),
            ("tr", "Ne için geldiniz?", "Park izinleri", "Sıra numaranız", "Önünüzde 2 kişi var."),
            (
                "pl",
                "W jakiej sprawie przychodzisz?",
                "Pozwolenia na parkowanie",
                "To jest Twój numer",
                "Przed Tobą są 3 osoby.",
            ),
        ] {
            kiosk.open(&format!("/kiosk/town-hall/{tag}")).await;
            kiosk.page.says(question);
            kiosk.press(business).await;
            kiosk.page.says(yours).says(next);
            let html = ["lang", "dir"].map(|name| kiosk.page.attribute("html", name));
            assert_eq!(html, [Some(tag.to_owned()), Some("ltr".to_owned())]);
            // Their own page is in English, and says so.
            let phone = phone_of(&council, &kiosk).await;
            phone.page.says("You are waiting.");
            assert_eq!(phone.page.attribute("html", "lang").as_deref(), Some("en"), "{tag}");
            let board = kiosk.open(&format!("/board/town-hall?lang={tag}")).await;
            assert_eq!(board.attribute("html", "lang").as_deref(), Some(tag));
            assert!(!board.body.contains("Please wait until"), "{tag}");
        }
    });
}

#[test]
fn only_a_device_of_the_site_gives_tickets() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut stranger = council.browser();
        for path in ["/kiosk/town-hall", "/kiosk/town-hall/en"] {
            stranger.open(path).await;
            stranger.page.says("This device is not set up as a kiosk.");
        }
        let key = council.app.id();
        let page = stranger.send("POST", "/kiosk/town-hall/join", format!("key={key}&lang=en&business=parking")).await;
        assert_eq!(page.status, 409, "{}", page.text());
        let mut kiosk = kiosk_of(&council, "north-library").await;
        kiosk.open("/kiosk/town-hall").await;
        kiosk.page.says("This device is not set up as a kiosk.");
        kiosk.open("/kiosk/north-library/pl").await;
        assert_eq!(kiosk.page.status, 404);
        let body = format!("key={key}&lang=en&business=parking");
        let page = kiosk.send("POST", "/kiosk/north-library/join", body).await;
        assert_eq!(page.status, 400, "parking is not seen to there");
        let mut leader = council.colleague("Lou Leading", &[Role::TeamLeader], &["contact-centre"]).await.browser;
        leader.open("/desk/sites/north-library/devices").await;
        leader.press("End By the door").await;
        kiosk.open("/kiosk/north-library").await;
        kiosk.page.says("This device is not set up as a kiosk.");
    });
}
