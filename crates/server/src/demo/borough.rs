//! Households on the real ground of the council's postcodes, and the residents of them who have an account.

use super::{Batch, people};
use indicatif::ProgressBar;
use kit::clock::DAY;
use kit::id::Entropy;
use kit::{App, Id, Lang, Result, password};
use residents::find::Plate;
use residents::store::vehicles::{self, Vehicle};
use residents::{Household, Resident};
use services::Catalogue;

/// Households with an account: 43,200 of 108,000.
const WITH_ACCOUNT_PERCENT: u64 = 40;
/// Of those, residents who chose Welsh or Arabic.
const WELSH_PERCENT: u64 = 2;
const ARABIC_PERCENT: u64 = 4;

/// Mobiles of people with an account: the numbers above are for those on the demo's page.
const MOBILES: u32 = 900;

/// A postcode of the council.
pub struct Ground {
    pub postcode: String,
    pub ward: String,
    pub ward_name: String,
    pub latitude: f64,
    pub longitude: f64,
    pub street: String,
}

/// A resident with an account, as history needs them.
pub struct Account {
    pub id: Id,
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
    pub lang: Lang,
    pub ground: usize,
}

/// The borough.
pub struct Borough {
    pub grounds: Vec<Ground>,
    pub accounts: Vec<Account>,
    /// Those on the demo's page, by their place in it.
    pub shown: Vec<Account>,
    pub households: u32,
}

impl Borough {
    /// Makes the borough and writes it.
    pub async fn build(app: &App, households: u32, bar: &ProgressBar) -> Result<Borough> {
        let grounds = grounds(app)?;
        let mut borough = Borough { grounds, accounts: Vec::new(), shown: Vec::new(), households };
        bar.set_length(u64::from(households));
        let mut batch = Batch::new(app);
        for n in 0..households {
            borough.household(app, &mut batch, n).await?;
            if n.is_multiple_of(1000) {
                bar.set_position(u64::from(n));
            }
        }
        borough.people_to_sign_in_as(app, &mut batch).await?;
        batch.finish().await?;
        Ok(borough)
    }

    async fn household(&mut self, app: &App, batch: &mut Batch<'_>, n: u32) -> Result<()> {
        let chance = &app.entropy;
        let place = n as usize % self.grounds.len();
        let house = format!("{}", 1 + n as usize / self.grounds.len());
        let made_at = app.now() - (chance.below(700) as i64 + 30) * DAY;
        let household = self.household_at(Id::new(made_at, chance), &house, place);
        residents::store::insert_household(batch.tx().await?, &household).await?;
        if chance.below(100) < WITH_ACCOUNT_PERCENT {
            let account = Account { phone: phone(self.accounts.len()), ..account(chance, n, place, made_at) };
            residents::store::insert_resident(batch.tx().await?, &resident(&account, household.id, None, made_at))
                .await?;
            if let Some(plate) = plate(self.accounts.len()) {
                let vehicle = Vehicle { id: Id::new(made_at, chance), plate, about: String::new(), made_at };
                vehicles::insert(batch.tx().await?, account.id, &vehicle, Id::NONE).await?;
            }
            self.accounts.push(account);
        }
        Ok(())
    }

    fn household_at(&self, id: Id, house: &str, place: usize) -> Household {
        let ground = &self.grounds[place];
        Household {
            id,
            line1: house.to_owned(),
            street: ground.street.clone(),
            town: "Eastmere".into(),
            postcode: ground.postcode.clone(),
            ward: ground.ward.clone(),
            lat: Some(ground.latitude),
            lon: Some(ground.longitude),
        }
    }

    async fn people_to_sign_in_as(&mut self, app: &App, batch: &mut Batch<'_>) -> Result<()> {
        let hash = password::hash(&app.entropy, people::PASSWORD).await?;
        for (n, shown) in people::residents().into_iter().enumerate() {
            let place = n * 7 % self.grounds.len();
            let made_at = app.now() - 90 * DAY;
            let household = self.household_at(Id::new(made_at, &app.entropy), "1a", place);
            residents::store::insert_household(batch.tx().await?, &household).await?;
            let account = Account {
                id: Id::new(made_at, &app.entropy),
                name: shown.name.to_owned(),
                email: shown.email.to_owned(),
                phone: Some(people::mobile(MOBILES + n as u32)),
                lang: Lang::EN,
                ground: place,
            };
            let resident = resident(&account, household.id, Some(hash.clone()), made_at);
            residents::store::insert_resident(batch.tx().await?, &resident).await?;
            self.shown.push(account);
        }
        Ok(())
    }
}

fn grounds(app: &App) -> Result<Vec<Ground>> {
    let context = app.part::<Catalogue>()?.context(kit::lang::local(app.now()).date());
    let ours = context.postcodes.iter().filter(|place| place.council.code == context.council);
    Ok(ours
        .enumerate()
        .map(|(n, place)| Ground {
            postcode: place.postcode.as_str().to_owned(),
            ward: place.ward.code.clone(),
            ward_name: place.ward.name.clone(),
            latitude: place.point.latitude(),
            longitude: place.point.longitude(),
            street: people::street(n),
        })
        .collect())
}

fn account(chance: &Entropy, n: u32, ground: usize, made_at: i64) -> Account {
    let name = people::name(&people::family(chance), chance);
    let lang = match chance.below(100) {
        p if p < WELSH_PERCENT => Lang::CY,
        p if p < WELSH_PERCENT + ARABIC_PERCENT => Lang::AR,
        _ => Lang::EN,
    };
    let email = people::email(&name, n);
    Account { id: Id::new(made_at, chance), name, email, phone: None, lang, ground }
}

/// The telephone number of the account with this number: every second has a mobile, every sixth a landline, as long as there are numbers
/// that nobody else has.
fn phone(account: usize) -> Option<String> {
    match account % 6 {
        0 | 2 | 4 => u32::try_from(account / 2).ok().filter(|number| *number < MOBILES).map(people::mobile),
        1 => Some((account / 6) as u64).filter(|number| *number < 1_000).map(people::landline),
        _ => None,
    }
}

/// The vehicle of the account with this number: every fourth has one that we know of, as long as there are marks.
fn plate(account: usize) -> Option<Plate> {
    let number = (account % 4 == 3).then_some(account / 4)?;
    people::mark(number).and_then(|mark| Plate::parse(&mark).ok())
}

fn resident(account: &Account, household: Id, password_hash: Option<String>, made_at: i64) -> Resident {
    Resident {
        id: account.id,
        revision: 1,
        name: account.name.clone(),
        email: Some(account.email.clone()),
        phone: account.phone.clone(),
        password_hash,
        lang: account.lang,
        household: Some(household),
        made_at,
    }
}
