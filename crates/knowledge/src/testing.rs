//! Answers for tests, of this crate and of those that use it.

use crate::import::bring_in;
use crate::model::Draft;
use crate::store::{self, briefings::Briefing, flags::Flag, told::TO_RING, told::TO_SEND, told::Told};
use kit::clock::DAY;
use kit::db::FEW;
use kit::{App, Error, Id, Result};
use residents::Address;

/// An answer for everybody, with what belongs to it.
#[derive(Debug, Clone)]
pub struct Given {
    /// How it is named in addresses.
    pub slug: String,
    /// Somebody said that it is wrong and has no reply yet.
    pub flag: Id,
    /// Somebody was told it and has to be rung: the answer was put right.
    pub to_ring: Id,
    /// A briefing for everybody.
    pub briefing: Id,
}

/// An answer that stands, with a draft, a flag, and two people for whom a correction waits.
pub async fn answer(app: &App, number: u64) -> Result<Given> {
    let slug = format!("when-is-number-{number}-open");
    let question = format!("When is number {number} open?");
    let text = format!("public = true\n[en]\nquestion = \"{question}\"\nanswer = \"From nine to five.\"\n");
    let done = bring_in(app, &[(format!("{slug}.toml"), text)], Id::NONE).await?;
    if let Some(wrong) = done.refused.first() {
        return Err(Error::internal(wrong.as_str()));
    }
    let mut tx = app.db.begin().await?;
    let article = store::articles::by_slug(&mut tx, &slug).await?.ok_or(Error::NotFound)?;
    let version = store::versions::of(&mut tx, article.id, 1).await?.ok_or(Error::NotFound)?;
    let mut content = version.content;
    content.texts.en.answer = "From eight to five.".to_owned();
    let (authors, now) = (vec![Id([9; 16])], app.now());
    let draft =
        Draft { revision: 0, content, note: "Earlier".into(), review: article.review, authors, changed_at: now };
    store::drafts::save(&mut tx, article.id, &draft).await?;
    let flag = flag(app, article.id);
    store::flags::insert(&mut tx, &flag).await?;
    let waits = told(app, article.id, "ann@waits.example", TO_SEND);
    let rings = told(app, article.id, "01632 960555", TO_RING);
    for one in [&waits, &rings] {
        store::told::insert(&mut tx, one).await?;
    }
    let briefing = Briefing {
        id: app.id(),
        author: Id([9; 16]),
        title: format!("News {number}"),
        text: "Read this.".into(),
        teams: Vec::new(),
        made_at: now,
        until: now + DAY,
        ended: false,
    };
    store::briefings::insert(&mut tx, &briefing).await?;
    tx.commit().await?;
    Ok(Given { slug, flag: flag.id, to_ring: rings.id, briefing: briefing.id })
}

/// So many more people than one transaction takes were told the answer of this name, each at an address of their own.
pub async fn many_told(app: &App, slug: &str) -> Result<usize> {
    let many = FEW + 5;
    let mut tx = app.db.begin().await?;
    let article = store::articles::by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    for number in 0..many {
        let one = told(app, article.id, &format!("somebody{number}@post.example"), 0);
        store::told::insert(&mut tx, &one).await?;
    }
    tx.commit().await?;
    Ok(many)
}

/// For how many a correction waits to be sent, over all answers.
pub async fn waiting(app: &App) -> Result<i64> {
    let counts = store::told::counts(&mut *app.db.read().await?).await?;
    Ok(counts.iter().filter(|(_, waits, _)| *waits == TO_SEND).map(|(_, _, count)| count).sum())
}

fn flag(app: &App, article: Id) -> Flag {
    Flag {
        id: app.id(),
        article,
        version: 1,
        staff: Id::NONE,
        text: "It is shut on Fridays.".into(),
        made_at: app.now(),
        open: true,
        reply: String::new(),
        closed_by: Id::NONE,
        closed_at: 0,
    }
}

fn told(app: &App, article: Id, address: &str, waits: i64) -> Told {
    Told {
        id: app.id(),
        article,
        version: 1,
        lang: "en".into(),
        staff: Id([9; 16]),
        at: app.now(),
        reference: String::new(),
        resident: Id::NONE,
        name: "Ann Waits".into(),
        address: address.into(),
        address_key: Address::read(address).map(|address| address.key()).unwrap_or_default(),
        waits,
        way: String::new(),
        sent: 0,
        sent_at: 0,
        contact: None,
    }
}
