//! Changing what somebody needs: every answer keeps who gave it, the change is a fact, and who is offered more help is
//! decided at once.

use super::{Answer, Criteria, Passport, words};
use crate::store::{needs as store, record};
use kit::app::{App, Boxed};
use kit::clock::{DAY, Micros};
use kit::db::{Conn, Tx, again_if_collided};
use kit::facts::{self, Fact, Help};
use kit::jobs::{Running, Work};
use kit::who::{Person, Who};
use kit::{Id, Lang, Result};
use serde_json::json;

/// Decided about again after so long: people grow older, and the rules change.
const GOOD_FOR: Micros = 7 * DAY;
/// Decided about again in one transaction.
const FEW: usize = 200;

/// What was answered: a barrier or not, the code, the value.
pub type Given = (bool, String, String);

/// True when these answers are other than those there are.
pub(super) fn differs(now: &Passport, given: &[Given]) -> bool {
    now.answers.len() != given.len() || given.iter().any(|one| !now.answers.iter().any(|old| is(old, one)))
}

fn is(old: &Answer, (barrier, code, value): &Given) -> bool {
    old.barrier == *barrier && old.code == *code && old.value == *value
}

/// Puts these answers in the place of those there were. `agreed`: how they agreed that we keep them.
pub async fn save(tx: &mut Tx, app: &App, who: &Who, resident: Id, given: &[Given], agreed: &str) -> Result<()> {
    let before = store::passport(tx, resident).await?;
    if !differs(&before, given) {
        return Ok(());
    }
    let now = app.now();
    let by_staff = matches!(who.person, Person::Staff(_));
    for old in
        before.answers.iter().filter(|old| !given.iter().any(|(b, code, _)| old.barrier == *b && old.code == *code))
    {
        store::take_back(tx, resident, old).await?;
    }
    for one in given.iter().filter(|one| !before.answers.iter().any(|old| is(old, one))) {
        let (barrier, code, value) = one.clone();
        store::give(tx, resident, &Answer { barrier, code, value, by_staff, giver: who.id(), at: now }).await?;
    }
    let mut passport = store::passport(tx, resident).await?;
    passport.answers = answers_of(given);
    let criteria = app.part::<Criteria>()?;
    let rule = criteria.decide(&passport, age(tx, resident, now).await?).map_or("", |rule| rule.id.as_str());
    let revision = before.revision + 1;
    let (agreed, agreed_at) = if given.is_empty() { ("", 0) } else { (agreed, now) };
    let saved = Passport {
        revision,
        agreed: agreed.to_owned(),
        agreed_at,
        rule: rule.to_owned(),
        criteria: criteria.edition,
        decided: now,
        ..passport
    };
    store::save(tx, resident, &saved).await?;
    let fact = Fact::new("resident.needs-changed", who).about("resident", resident);
    let fact = if by_staff { fact.on_behalf(resident).help(Help::ForMe) } else { fact };
    let fact = fact.data(json!({ "revision": revision, "criteria": criteria.edition }));
    // What somebody needs says much of their health: in words that can be erased, and in no code.
    facts::record(tx, app, fact.body(told(app, who.lang, criteria, &before, &saved))).await.map(drop)
}

/// The same for somebody with several accounts, the record first: an answer is changed under whichever account it stands, and what is
/// new is kept under the first. So what was asked for once is taken back once.
pub async fn save_all(tx: &mut Tx, app: &App, who: &Who, accounts: &[Id], given: &[Given], agreed: &str) -> Result<()> {
    let mut stand = Vec::new();
    for account in accounts {
        stand.push((*account, store::passport(tx, *account).await?));
    }
    let has =
        |passport: &Passport, one: &Given| passport.answers.iter().any(|old| old.barrier == one.0 && old.code == one.1);
    for (at, (account, before)) in stand.iter().enumerate() {
        let is_new = |one: &Given| at == 0 && !stand.iter().any(|(_, passport)| has(passport, one));
        let own: Vec<Given> = given.iter().filter(|one| has(before, one) || is_new(one)).cloned().collect();
        save(tx, app, who, *account, &own, agreed).await?;
    }
    Ok(())
}

fn answers_of(given: &[Given]) -> Vec<Answer> {
    let one = |(barrier, code, value): &Given| Answer {
        barrier: *barrier,
        code: code.clone(),
        value: value.clone(),
        by_staff: false,
        giver: Id::NONE,
        at: 0,
    };
    given.iter().map(one).collect()
}

/// What came and what went, a line each, and by which rule they are offered more help.
fn told(app: &App, lang: Lang, criteria: &Criteria, before: &Passport, now: &Passport) -> String {
    let words = |one: &Answer| match super::Ask::of(&one.code).filter(|_| !one.barrier) {
        Some(ask) => words::line(&app.words, lang, ask, &one.value),
        None => criteria.barrier(&one.code).map_or(one.code.as_str(), |barrier| barrier.name(lang)).to_owned(),
    };
    let same = |one: &Answer, other: &Answer| {
        one.barrier == other.barrier && one.code == other.code && one.value == other.value
    };
    let only_in = |one: &Passport, other: &Passport, mark: &str| -> Vec<String> {
        let new = one.answers.iter().filter(|answer| !other.answers.iter().any(|old| same(answer, old)));
        new.map(|answer| format!("{mark} {}", words(answer))).collect()
    };
    let mut lines = only_in(now, before, "+");
    lines.extend(only_in(before, now, "−"));
    if let Some(rule) = criteria.rule(&now.rule) {
        let name = rule.name(lang);
        lines.push(app.words.with(lang, "residents-needs-offered-by", &[("rule", name.into())]));
    }
    lines.join("\n")
}

/// How old somebody is, where their date of birth is on record.
async fn age(conn: &mut Conn, resident: Id, now: Micros) -> Result<Option<i32>> {
    let (born, _) = record::particulars(conn, resident).await?;
    let Some(born) = born.and_then(|born| born.parse::<jiff::civil::Date>().ok()) else { return Ok(None) };
    let today = kit::lang::local(now).date();
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    Ok(Some(i32::from(today.year()) - i32::from(born.year()) - i32::from(!had_birthday)))
}

/// Decides about somebody again, where they told us something.
pub(crate) async fn again(tx: &mut Tx, app: &App, who: &Who, resident: Id) -> Result<()> {
    // Only a council with rules decides.
    let Ok(criteria) = app.part::<Criteria>() else { return Ok(()) };
    let passport = store::passport(tx, resident).await?;
    if passport.revision == 0 {
        return Ok(());
    }
    let now = app.now();
    let rule = criteria.decide(&passport, age(tx, resident, now).await?);
    let code = rule.map_or("", |rule| rule.id.as_str());
    store::decided(tx, resident, code, criteria.edition, now).await?;
    if code == passport.rule {
        return Ok(());
    }
    let fact = Fact::new("resident.needs-decided", who).about("resident", resident);
    let fact = fact.data(json!({ "revision": passport.revision, "criteria": criteria.edition }));
    let said = match rule {
        Some(rule) => app.words.with(Lang::EN, "residents-needs-offered-by", &[("rule", rule.name(Lang::EN).into())]),
        None => app.t(Lang::EN, "residents-desk-needs-not-offered").to_owned(),
    };
    facts::record(tx, app, fact.body(said)).await.map(drop)
}

/// What runs again and again: whoever was decided about a while ago is decided about again.
pub fn works() -> Vec<Work> {
    vec![Work::every(DAY, "residents.needs", decide_again)]
}

fn decide_again<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        while again_if_collided(|| some_again(app)).await? > 0 {}
        Ok(())
    })
}

/// Decides about a few of those who were decided about long ago; 0 when there are no more.
pub async fn some_again(app: &App) -> Result<usize> {
    let mut tx = app.db.begin().await?;
    let some = store::decided_before(&mut tx, app.now() - GOOD_FOR, FEW).await?;
    for resident in &some {
        again(&mut tx, app, &Who::system(), *resident).await?;
    }
    tx.commit().await?;
    Ok(some.len())
}
