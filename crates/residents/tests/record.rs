//! A person's record at the desk: opened for a reason, checked, marked, spoken for; on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod people;

use kit::testing::{each_database, repository_migrations};
use kit::{Id, Lang};
use people::{LEE, SAM, TESS, Town, code_of, desk, happened, save, send, sign_up, texts, town};
use residents::find;
use residents::{Household, Message, Resident, To, Told, store};

/// A resident of Mill Road, and the address of their record.
async fn ada(town: &Town) -> (Id, String) {
    let mut tx = town.app.db.begin().await.unwrap();
    let home = Household {
        id: town.app.id(),
        line1: "12".into(),
        street: "Mill Road".into(),
        town: "Eastmere".into(),
        postcode: "CB1 1AA".into(),
        ward: "W1".into(),
        lat: None,
        lon: None,
    };
    store::insert_household(&mut tx, &home).await.unwrap();
    let resident = Resident {
        id: town.app.id(),
        revision: 1,
        name: "Ada Testwell".into(),
        email: Some("ada@post.example".into()),
        phone: None,
        password_hash: None,
        lang: Lang::EN,
        household: Some(home.id),
        made_at: town.app.now(),
    };
    store::insert_resident(&mut tx, &resident).await.unwrap();
    find::keys::write(&mut tx, resident.id).await.unwrap();
    tx.commit().await.unwrap();
    (resident.id, format!("/desk/residents/{}", resident.id))
}

async fn found(town: &Town, typed: &str) -> usize {
    find::find(&mut town.app.db.read().await.unwrap(), typed).await.unwrap().people.len()
}

const CALLER: [(&str, &str); 2] = [("purpose", "caller"), ("caller", "self")];

#[test]
fn a_record_opens_to_who_checked_the_caller_and_what_an_ex_partner_knows_is_not_enough() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let (mut tess, open) = (desk(&town, TESS).await, format!("{path}/open"));
        for part in ["authority", "marker", "born", "vehicles"] {
            assert_eq!(tess.get(&format!("{path}/{part}")).await.location, open, "{part} is behind it");
        }
        let page = tess.get(&open).await;
        assert_eq!(page.status, 200);
        assert!(
            !page.body.contains("Mill Road") && !page.body.contains("ada@post"),
            "a name and no more: {}",
            page.body
        );
        for wrong in
            [&[][..], &[("purpose", "work"), ("reason", " ")], &[("purpose", "caller")], &[("purpose", "other")]]
        {
            assert_eq!(send(&mut tess, &open, wrong).await.status, 422, "{wrong:?}");
        }
        let known: Vec<_> = ["name", "address", "born"].map(|given| ("given", given)).to_vec();
        let said = send(&mut tess, &open, &[&CALLER[..], &known].concat()).await;
        assert_eq!(said.location, format!("{open}?done=failed&caller=self&given=name&given=address&given=born"));
        let told = tess.get(&said.location).await.body;
        assert!(
            told.contains("Not enough to tell them anything") && told.contains("Once in the last 30 days"),
            "{told}"
        );
        // What they got right need not be ticked again; nobody is told to ring a number that is not on record.
        for ticked in ["\"caller\"", "\"self\"", "\"name\"", "\"address\""] {
            let input =
                told.split('<').find(|tag| tag.starts_with("input") && tag.contains(&format!("value={ticked}")));
            assert!(input.is_some_and(|input| input.contains("checked")), "{ticked}: {told}");
        }
        assert!(told.contains("You can send a code") && !told.contains("ring back on the number"), "{told}");
        assert_eq!(tess.get(&format!("{path}/born")).await.location, open, "still closed");
        let stranger = [("purpose", "caller"), ("caller", "other"), ("given", "name"), ("given", "papers")];
        let said = send(&mut tess, &open, &stranger).await;
        assert_eq!(said.location, format!("{open}?done=failed&caller=other&given=name&given=papers"));
        let told = tess.get(&said.location).await.body;
        assert!(told.contains("Take a message.") && !told.contains("one thing more"), "nothing is enough: {told}");
        let right = [&CALLER[..], &[("given", "name"), ("given", "papers")]].concat();
        let key = tess.get(&open).await.field("key");
        let twice = [&right[..], &[("key", key.as_str())]].concat();
        for press in ["once", "twice"] {
            assert_eq!(tess.post(&open, &twice).await.location, path, "{press}");
        }
        assert_eq!(tess.get(&format!("{path}/born")).await.status, 200);
        let mut sam = desk(&town, SAM).await;
        assert_eq!(sam.get(&format!("{path}/born")).await.location, open, "open to Tess alone");
        town.app.clock.advance(30 * kit::clock::MINUTE);
        assert_eq!(tess.get(&format!("{path}/born")).await.location, open, "and for half an hour");
        let kinds: Vec<String> = happened(&town, id).await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, ["resident.check-passed", "resident.check-failed", "resident.check-failed"]);
    });
}

#[test]
fn a_code_and_a_reference_are_looked_at_by_the_program_and_not_by_whoever_is_asked() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (_, path) = ada(&town).await;
        let (mut tess, open) = (desk(&town, TESS).await, format!("{path}/open"));
        let page = tess.get(&open).await.body;
        assert!(page.contains(r#"value="address""#), "there is a home to ask for: {page}");
        for unknown in ["born", "rung-back", "code", "reference"] {
            assert!(!page.contains(&format!(r#"value="{unknown}""#)), "{unknown} is nowhere on record");
        }
        let claimed = [&CALLER[..], &[("given", "name"), ("given", "rung-back"), ("given", "code")]].concat();
        assert_eq!(
            send(&mut tess, &open, &claimed).await.location,
            format!("{open}?done=failed&caller=self&given=name&given=rung-back&given=code"),
            "nor does it count"
        );

        let said = [&CALLER[..], &[("given", "name"), ("reference", "EIGHT")]].concat();
        let refused = send(&mut tess, &open, &said).await;
        assert!(refused.status == 422 && refused.body.contains("EIGHT"), "{}", refused.body);
        assert!(refused.body.contains("2 times in the last 30 days"), "a guess is a try: {}", refused.body);
        let to_email = [&CALLER[..], &[("given", "name"), ("send", "email")]].concat();
        let sent = send(&mut tess, &open, &to_email).await.location;
        assert!(sent.contains("given=name") && sent.contains("caller=self"), "{sent}");
        let (to, text) = texts(&town).await.remove(0);
        assert!(to == "ada@post.example" && text.contains("Read it out"), "{text}");
        let page = tess.get(&sent).await;
        let (challenge, key) = (page.field("challenge"), page.field("key"));
        assert!(page.body.contains("a…@po…") && !page.body.contains("ada@post"), "{}", page.body);
        let (code, wrong) = code_of(&town).await;
        let (challenge, key) = (challenge.as_str(), key.as_str());
        let typed = [&CALLER[..], &[("given", "name"), ("challenge", challenge), ("key", key)]].concat();
        let refused = tess.post(&open, &[&typed[..], &[("code", wrong.as_str())]].concat()).await;
        assert!(refused.status == 422 && refused.body.contains("4 more times"), "{}", refused.body);
        let mut sam = desk(&town, SAM).await;
        assert_eq!(
            sam.post(&open, &[&typed[..], &[("code", code.as_str())]].concat()).await.status,
            422,
            "it was sent for another's desk"
        );
        let both = [&typed[..], &[("reference", "EIGHT"), ("code", code.as_str())]].concat();
        assert_eq!(tess.post(&open, &both).await.status, 422, "and the code is good still");
        for press in ["once", "twice"] {
            assert_eq!(
                tess.post(&open, &[&typed[..], &[("code", code.as_str())]].concat()).await.location,
                path,
                "{press}"
            );
        }
        let said = [&CALLER[..], &[("given", "papers"), ("reference", "SEVEN")]].concat();
        assert_eq!(send(&mut sam, &open, &said).await.location, path);
    });
}

#[test]
fn who_may_speak_for_them_is_on_record_with_its_end() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let mut tess = desk(&town, TESS).await;
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "Her letter of Monday")]).await;
        let authority = format!("{path}/authority");
        let who = [("kind", "attorney-property"), ("holder", "Ben Sample"), ("reach", "chosen"), ("services", "tax")];
        let said = send(&mut tess, &authority, &who).await;
        assert!(
            said.status == 422 && said.body.contains("Say which paper was seen") && said.body.contains("Ben Sample")
        );
        let day =
            |year| [("seen", "Original, 12 March"), ("until-day", "1"), ("until-month", "2"), ("until-year", year)];
        for far in ["1999", "2099"] {
            assert_eq!(send(&mut tess, &authority, &[&who[..], &day(far)].concat()).await.status, 422, "{far}");
        }
        assert_eq!(send(&mut tess, &authority, &[&who[..], &day("2030")].concat()).await.location, path);
        let checked = [&CALLER[..], &[("given", "name"), ("given", "papers")]].concat();
        send(&mut tess, &format!("{path}/open"), &checked).await;
        let said = [("kind", "call"), ("holder", "Cal Sample"), ("reach", "everything"), ("note", "This bill")];
        assert_eq!(send(&mut tess, &authority, &said).await.location, path);
        let mut read = town.app.db.read().await.unwrap();
        let until = store::authorities::of(&mut read, id).await.unwrap().remove(0).until;
        drop(read);
        let midnight = kit::lang::local(until).time();
        assert!(midnight == jiff::civil::Time::midnight() && until - town.app.now() < kit::clock::DAY, "{midnight}");
        let open = tess.get(&format!("{path}/open")).await;
        assert!(open.body.contains("Ben Sample, Power of attorney, property and money"), "{}", open.body);
        assert!(
            open.body.contains("Council tax</div>") && open.body.contains("Everything (This bill)"),
            "{}",
            open.body
        );
        let mut read = town.app.db.read().await.unwrap();
        let held = store::authorities::of(&mut read, id).await.unwrap().remove(1);
        drop(read);
        let theirs = held.id.to_string();
        let asks = [("purpose", "caller"), ("caller", theirs.as_str()), ("given", "name"), ("given", "papers")];
        assert_eq!(send(&mut tess, &format!("{path}/open"), &asks).await.location, path);
        for press in ["once", "twice"] {
            let why = [("authority", theirs.as_str()), ("reason", "She rang and took it back")];
            let ended = tess.post(&format!("{authority}/end"), &why).await;
            assert_eq!(ended.location, path, "{press}");
        }
        assert!(!tess.get(&format!("{path}/open")).await.body.contains("Ben Sample"), "it is over");
        let refused = send(&mut tess, &format!("{path}/open"), &asks).await;
        assert_eq!(refused.status, 422, "nor does it open anything");
        let all = happened(&town, id).await;
        assert_eq!(all.iter().filter(|(kind, _)| kind == "resident.authority-ended").count(), 1);
        assert!(all.contains(&("resident.opened".into(), "Her letter of Monday".into())), "{all:?}");
    });
}

#[test]
fn a_safe_address_is_found_nowhere_and_nobody_writes_to_the_dead() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let mut tess = desk(&town, TESS).await;
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "Safety plan")]).await;
        let marker = format!("{path}/marker");
        assert_eq!((found(&town, "12 mill").await, found(&town, "testwell cb1").await), (1, 1));
        let safe = [("kind", "guarded"), ("reason", "Moved away from somebody")];
        assert_eq!(send(&mut tess, &marker, &safe).await.location, path);
        assert_eq!((found(&town, "12 mill").await, found(&town, "testwell cb1").await), (0, 0));
        assert_eq!(found(&town, "testwell").await, 1, "the name is");
        let page = tess.get(&format!("{path}/open")).await.body;
        assert!(
            page.contains("Safe address.") && !page.contains("Moved away"),
            "the reason is not for everybody: {page}"
        );
        let risk = [("kind", "risk"), ("reason", "Dog in the garden")];
        assert_eq!(send(&mut tess, &marker, &risk).await.status, 422, "a risk is looked at again");
        let message =
            Message { key: "residents-told-password", values: vec![("when", "now".into())], ..Message::default() };
        let tell = async || {
            let mut tx = town.app.db.begin().await.unwrap();
            let told = residents::tell(&mut tx, &town.app, To::Resident(id), message.clone()).await.unwrap();
            tx.commit().await.unwrap();
            told
        };
        assert!(matches!(tell().await, Told::By(_)));
        let died = [("kind", "deceased"), ("reason", "Daughter rang, certificate seen")];
        assert_eq!(send(&mut tess, &marker, &died).await.location, path);
        assert_eq!(tell().await, Told::NoWay);
        // Nor does what was written before it was known leave any more.
        let all = kit::outbox::recent(&mut town.app.db.read().await.unwrap(), None, 50).await.unwrap();
        let about = |kept: &&kit::outbox::Kept| kept.about.iter().any(|subject| subject.id == id);
        let states: Vec<&str> = all.iter().filter(about).map(|kept| kept.state.as_str()).collect();
        assert!(!states.is_empty() && states.iter().all(|state| *state == "failed"), "{states:?}");
        let mut read = town.app.db.read().await.unwrap();
        let markers = store::record::markers(&mut read, id).await.unwrap();
        drop(read);
        let mut lee = desk(&town, LEE).await;
        send(&mut lee, &format!("{path}/open"), &[("purpose", "work"), ("reason", "Safety plan")]).await;
        for one in &markers {
            let off = [("marker", &*one.id.to_string()), ("safe", "yes"), ("reason", "A mistake")];
            lee.post(&format!("{marker}/end"), &off).await;
        }
        assert!(matches!(tell().await, Told::By(_)), "a mistake is put right");
        assert_eq!(found(&town, "12 mill").await, 1);
    });
}

#[test]
fn a_date_of_birth_tells_people_apart_and_is_never_compulsory() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (_, path) = ada(&town).await;
        let mut tess = desk(&town, TESS).await;
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "Same name twice")]).await;
        let born = format!("{path}/born");
        let on = |day, month, year| [("born-day", day), ("born-month", month), ("born-year", year)];
        for wrong in [on("31", "2", "1970"), on("1", "1", "1899"), on("1", "1", "2099"), on("x", "", "")] {
            let said = tess.post(&born, &wrong).await;
            assert!(said.status == 422 && said.body.contains("Type a day in the past"), "{wrong:?}");
        }
        assert_eq!(tess.post(&born, &on("14", "3", "1970")).await.location, path);
        for typed in ["14/3/1970", "testwell 1970", "ada 14 March 1970"] {
            assert_eq!(found(&town, typed).await, 1, "{typed}");
        }
        assert_eq!(tess.get(&born).await.field("born-year"), "1970");
        assert_eq!(save(&mut tess, &born, &on("", "", "")).await.location, path);
        assert_eq!(found(&town, "14/3/1970").await, 0);
    });
}

#[test]
fn residents_and_strangers_see_no_record() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (_, path) = ada(&town).await;
        let mut eve = sign_up(&town, "eve@post.example", None).await;
        for part in ["open", "authority", "marker", "born"] {
            let path = format!("{path}/{part}");
            assert_eq!((eve.get(&path).await.status, eve.post(&path, &[]).await.status), (401, 401), "{path}");
        }
        let mut tess = desk(&town, TESS).await;
        assert_eq!(tess.get(&format!("/desk/residents/{TESS}/open")).await.status, 404);
        assert_eq!(tess.get("/desk/residents/nobody/open").await.status, 404);
    });
}

#[test]
fn a_vehicle_noted_on_the_record_finds_its_owner_and_near_misses_say_so() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let (mut tess, vehicles) = (desk(&town, TESS).await, format!("{path}/vehicles"));
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "Her letter of Monday")]).await;
        let by_mark = async |typed: &str| {
            let found = find::find(&mut town.app.db.read().await.unwrap(), typed).await.unwrap();
            found
                .vehicles
                .into_iter()
                .map(|(person, plate, fit)| (person.name, plate.to_string(), fit))
                .collect::<Vec<_>>()
        };
        for (wrong, kept) in [("", ""), ("none", "none"), ("AB12 <CDE>", "AB12 &#60;CDE&#62;")] {
            let said = send(&mut tess, &vehicles, &[("plate", wrong), ("about", "Red")]).await;
            assert!(said.status == 422 && said.body.contains("Give the registration mark") && said.body.contains(kept));
        }
        let noted = [("plate", "ab12cde"), ("about", "Red hatchback")];
        assert_eq!(send(&mut tess, &vehicles, &noted).await.location, vehicles);
        assert_eq!(send(&mut tess, &vehicles, &[("plate", "AB12 CDE")]).await.location, vehicles, "once is enough");
        let hers = |fit| vec![("Ada Testwell".to_owned(), "AB12 CDE".to_owned(), fit)];
        assert_eq!(by_mark("AB12 CDE").await, hers(find::Fit::Same));
        assert_eq!(by_mark("ab12").await, hers(find::Fit::Part));
        assert_eq!(by_mark("A812CDE").await, hers(find::Fit::LooksAlike));
        assert_eq!(by_mark("AB12CDR").await, hers(find::Fit::OneSlip));
        assert_eq!(by_mark("AC13CDE").await, []);
        let page = tess.get(&vehicles).await;
        assert_eq!(page.body.matches("AB12 CDE</bdi>").count(), 1, "{}", page.body);
        assert!(page.body.contains("Red hatchback"));
        let vehicle = page.field("vehicle");
        let mut read = town.app.db.read().await.unwrap();
        let reader = kit::personal::Reader::Themselves;
        let held = residents::personal_record::personal_data(&mut read, &town.app, id, reader, Lang::EN).await.unwrap();
        drop(read);
        let told = held.iter().find(|part| part.table == "residents_vehicles").unwrap();
        assert!(format!("{:?}", told.rows).contains("AB12 CDE"), "{:?}", told.rows);
        for _ in 0..2 {
            let gone = tess.post(&format!("{vehicles}/remove"), &[("vehicle", &vehicle)]).await;
            assert_eq!(gone.location, vehicles);
        }
        assert_eq!(by_mark("AB12 CDE").await, []);
        let told: Vec<_> = happened(&town, id).await.into_iter().filter(|(kind, _)| kind.contains("vehicle")).collect();
        let noted = ("resident.vehicle-noted".to_owned(), "AB12 CDE, Red hatchback".to_owned());
        assert_eq!(told, [("resident.vehicle-gone".to_owned(), String::new()), noted]);
        // Whoever is erased has no vehicle here any more.
        send(&mut tess, &vehicles, &[("plate", "AB12 CDE")]).await;
        let mut tx = town.app.db.begin().await.unwrap();
        residents::personal::erase(&mut tx, &town.app, &kit::who::Who::system(), id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(by_mark("AB12 CDE").await, []);
        assert_eq!(store::vehicles::of(&mut town.app.db.read().await.unwrap(), id).await.unwrap(), []);
    });
}
