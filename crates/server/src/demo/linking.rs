//! A few people of the demo with a second record, so that the list of pairs is not empty: one of each kind that happens. Two pairs are
//! joined: of one it was shown that both accounts are hers, of the other not yet.

use super::borough::Borough;
use super::contacts::{officers, seer};
use super::staff::Members;
use kit::clock::DAY;
use kit::who::Who;
use kit::{App, Id, Lang, Result};
use residents::find::keys;
use residents::store::merges::{self, Decision};
use residents::store::record;
use residents::{Household, Resident, linking, store};

/// Somebody with two records: their name, birthday and the place of their home in each; and whether the second has a safe address.
type Twice = ([(&'static str, &'static str, usize); 2], bool);

/// The one of them who passed a check for both, and is joined.
const JOINED: usize = 6;

const PEOPLE: [Twice; 7] = [
    // Moved house, and a slip in the name.
    ([("Cicely Sampleton", "1958-04-12", 3), ("Cicely Sampelton", "1958-04-12", 90)], false),
    // First name and family name in each other's place.
    ([("Bramble Mockfield", "1983-11-02", 10), ("Mockfield Bramble", "1983-11-02", 10)], false),
    // Day and month exchanged.
    ([("Linden Proofworth", "1971-05-06", 21), ("Linden Proofworth", "1971-06-05", 21)], false),
    // No birthday: the same name and home.
    ([("Opaline Sketchley", "", 33), ("Opaline Sketchley", "", 33)], false),
    // Mother and daughter: two people, who share a name and a home.
    ([("Marigold Draftcombe", "1949-01-30", 45), ("Marigold Draftcombe", "1979-01-30", 45)], false),
    // One of them has moved to a safe address.
    ([("Tansy Outlineham", "1990-09-19", 52), ("Tansy Outlineham", "1990-09-19", 71)], true),
    // Came to the counter with her passport.
    ([("Saffron Trialworth", "1966-03-09", 60), ("Saffron Trialworth", "1966-03-09", 64)], false),
];

/// Makes them, compares them at once, and joins two pairs.
pub async fn fill(app: &App, borough: &Borough, members: &Members) -> Result<()> {
    let (made, shown) = people(app, borough).await?;
    for id in &made {
        linking::match_now(app, *id).await?;
    }
    let officers = officers(app, members.get("contact-centre").map(Vec::as_slice).unwrap_or_default()).await?;
    let Some(officer) = seer(&officers) else { return Ok(()) };
    let pair = (made[2 * JOINED], made[2 * JOINED + 1]);
    join(app, officer, pair, ("Came to the counter with her passport and opened both emails", true)).await?;
    match shown {
        Some(pair) => {
            join(app, officer, pair, ("The same name, birthday and home; wrote from a new email", false)).await
        }
        None => Ok(()),
    }
}

/// The officer joins two records; whether it was shown that both are theirs.
async fn join(app: &App, officer: &Who, (kept, other): (Id, Id), (reason, shown): (&str, bool)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let Some(of) = merges::of_pair(&mut tx, kept, other).await? else { return Ok(()) };
    let key = app.id();
    let decision = Decision { state: "joined", key, reason, by: officer.id(), at: app.now() };
    if merges::decide(&mut tx, of.id, of.revision, &decision).await? {
        let merge = linking::join(&mut tx, app, officer, (&of, kept), (key, reason.to_owned())).await?;
        if shown {
            linking::prove(&mut tx, app, officer, &merge, "checks").await?;
        }
    }
    tx.commit().await
}

/// Makes them; and one who signs in, with her second account.
async fn people(app: &App, borough: &Borough) -> Result<(Vec<Id>, Option<(Id, Id)>)> {
    let mut made = Vec::new();
    let mut tx = app.db.begin().await?;
    for (n, (records, guarded)) in PEOPLE.into_iter().enumerate() {
        for (second, (name, born, place)) in records.into_iter().enumerate() {
            let at = app.now() - (200 - 100 * second as i64 + n as i64) * DAY;
            let ground = &borough.grounds[place % borough.grounds.len()];
            let home = Household {
                id: Id::new(at, &app.entropy),
                line1: format!("{}b", n + 1),
                street: ground.street.clone(),
                town: "Eastmere".into(),
                postcode: ground.postcode.clone(),
                ward: ground.ward.clone(),
                lat: Some(ground.latitude),
                lon: Some(ground.longitude),
            };
            store::insert_household(&mut tx, &home).await?;
            let mailbox = format!("{}.{n}{second}", name.split(' ').next_back().unwrap_or_default().to_lowercase());
            let resident = Resident {
                id: Id::new(at, &app.entropy),
                revision: 1,
                name: name.to_owned(),
                email: Some(format!("{mailbox}@{}.example", if second == 0 { "post" } else { "mail" })),
                phone: None,
                password_hash: None,
                lang: Lang::EN,
                household: Some(home.id),
                made_at: at,
            };
            store::insert_resident(&mut tx, &resident).await?;
            let born = (!born.is_empty()).then_some(born);
            record::set_particulars(&mut tx, resident.id, born, guarded && second == 1).await?;
            keys::write(&mut tx, resident.id).await?;
            made.push(resident.id);
        }
    }
    let mut twice = None;
    if let Some(shown) = borough.shown.last() {
        let own = store::by_id(&mut tx, shown.id).await?;
        let second = own.map(|own| Resident {
            id: Id::new(app.now() - 20 * DAY, &app.entropy),
            email: Some("quiet.heron@mail.example".to_owned()),
            phone: None,
            password_hash: None,
            made_at: app.now() - 20 * DAY,
            ..own
        });
        if let Some(second) = second {
            store::insert_resident(&mut tx, &second).await?;
            for id in [shown.id, second.id] {
                record::set_particulars(&mut tx, id, Some("1992-08-23"), false).await?;
                keys::write(&mut tx, id).await?;
                made.push(id);
            }
            twice = Some((shown.id, second.id));
        }
    }
    tx.commit().await?;
    Ok((made, twice))
}
