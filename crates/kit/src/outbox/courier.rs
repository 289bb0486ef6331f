//! The courier: takes due messages under a lease, hands each to its provider, and writes down what became of it.

use super::enclosed::enclose;
use super::store::channel_of;
use super::{Channel, Delivery, Outgoing, Providers, Reply, WRITTEN};
use crate::app::App;
use crate::bell::{AT_ONCE, Beat, tell};
use crate::clock::{DAY, MINUTE, Micros};
use crate::db::{Kind, Row};
use crate::error::Result;
use crate::facts::subjects_of_text;
use crate::id::Id;
use crate::jobs::{backoff, read_committed};
use crate::lang::Lang;
use crate::{params, sql};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::timeout;

/// One attempt may take so long; it is well under the lease, so two couriers never have one message.
const ATTEMPT: Duration = Duration::from_secs(90);
const LEASE: Micros = 2 * MINUTE;
/// The longest wait between two attempts: when the mail server is back, mail is on its way in a quarter of an hour.
const LONGEST_WAIT: Micros = 15 * MINUTE;
/// Tried for so long, and at least so often (a message may have waited long for its first attempt).
const GIVE_UP: Micros = 3 * DAY;
const FEWEST_ATTEMPTS: u32 = 12;

macro_rules! take {
    ($found:literal, $end:literal) => {
        concat!(
            "UPDATE outbox_messages SET due = $2, worker = $3, attempts = attempts + 1
             WHERE id ",
            $found,
            "SELECT id FROM outbox_messages WHERE state = 'waiting' AND due <= $1 ORDER BY due LIMIT $4",
            $end,
            " RETURNING id, message_id, channel, recipient, subject, text, lang, made_at, attempts, worker, secret_until, large,
             reply_to, thread, answers, about, files"
        )
    };
}
sql!(TAKE_SQLITE, take!("IN (", ")"));
sql!(TAKE_POSTGRES, take!("= ANY (ARRAY(", " FOR UPDATE SKIP LOCKED))"));
sql!(NEXT_DUE, "SELECT due FROM outbox_messages WHERE state = 'waiting' AND due > 0 ORDER BY due LIMIT 1");
sql!(
    DONE,
    "UPDATE outbox_messages SET state = $3, done_at = $4, worker = $5, trouble = '',
            text = CASE WHEN secret_until IS NOT NULL AND $3 = 'sent' THEN '' ELSE text END
     WHERE id = $1 AND worker = $2 AND state = 'waiting'"
);
sql!(
    ACCEPTED,
    "UPDATE outbox_messages SET state = 'sent', done_at = $3, asked_at = $3, worker = $4, provider_id = $5, trouble = '',
            text = CASE WHEN secret_until IS NOT NULL THEN '' ELSE text END
     WHERE id = $1 AND worker = $2 AND state = 'waiting'"
);
sql!(
    NOT_DONE,
    "UPDATE outbox_messages SET state = $3, due = $4, done_at = $5, worker = $6, trouble = $7,
            text = CASE WHEN secret_until IS NOT NULL AND $3 = 'failed' THEN '' ELSE text END
     WHERE id = $1 AND worker = $2 AND state = 'waiting' RETURNING about"
);
sql!(
    PROVIDED,
    "UPDATE outbox_messages SET state = 'waiting', due = $2, attempts = 0
     WHERE state = 'no-provider' AND channel = $1"
);

/// The running courier. One a process is enough; several share the work.
pub struct Courier {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Courier {
    /// Starts it. Messages that had been waiting for one of these providers are on their way again.
    pub fn start(app: &App, providers: Providers) -> Courier {
        let (stop, stopped) = watch::channel(false);
        Courier { stop, task: tokio::spawn(run_for_ever(app.clone(), providers, stopped)) }
    }

    /// Takes no more messages and waits for the ones in hand.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}

async fn run_for_ever(app: App, providers: Providers, mut stopped: watch::Receiver<bool>) {
    let worker = app.id();
    let mut running = JoinSet::new();
    let mut beat = Beat::of(&WRITTEN);
    let mut welcomed = false;
    while !*stopped.borrow() {
        welcomed = welcomed || tell("welcoming providers", welcome(&app, &providers).await).is_some();
        let free = AT_ONCE.saturating_sub(running.len());
        let taken = if free == 0 { None } else { tell("taking messages", take(&app, worker, free).await) };
        let taken = taken.unwrap_or_default();
        let busy = !taken.is_empty();
        for message in taken {
            running.spawn(see_through(app.clone(), providers.clone(), message));
        }
        beat.next(busy, &mut running, &mut stopped).await;
    }
    while running.join_next().await.is_some() {}
}

async fn welcome(app: &App, providers: &Providers) -> Result<()> {
    let mut tx = app.db.begin().await?;
    for channel in Channel::ALL.into_iter().filter(|channel| providers.of(*channel).is_some()) {
        tx.exec(&PROVIDED, params![channel.code(), app.now()]).await?;
    }
    tx.commit().await
}

async fn take(app: &App, worker: Id, most: usize) -> Result<Vec<Outgoing>> {
    let now = app.now();
    let next: Option<Micros> = app.db.read().await?.row(&NEXT_DUE, &[]).await?.map(|row| row.get(0)).transpose()?;
    if next.is_none_or(|due| due > now) {
        return Ok(Vec::new());
    }
    let mut tx = app.db.begin().await?;
    read_committed(&mut tx).await?;
    let statement = match tx.kind() {
        Kind::Sqlite => &TAKE_SQLITE,
        Kind::Postgres => &TAKE_POSTGRES,
    };
    let rows = tx.rows(statement, params![now, now + LEASE, worker, most]).await?;
    let taken = rows.into_iter().filter_map(readable).collect();
    tx.commit().await?;
    Ok(taken)
}

async fn see_through(app: App, providers: Providers, message: Outgoing) {
    if message.secret_until.is_some_and(|until| until <= app.now()) {
        let over = put_back(&app, &message, "failed", app.now(), "the code in it is no longer good").await;
        tell("ending a message whose code is no longer good", over);
        return;
    }
    let Some(provider) = providers.of(message.channel) else {
        // A code that waited for a provider would be of no use to anybody but a reader of the database.
        let state = if message.secret_until.is_some() { "failed" } else { "no-provider" };
        let kept = put_back(&app, &message, state, app.now(), "nobody delivers this channel yet").await;
        tell("keeping a message for a provider", kept);
        return;
    };
    let message = match enclose(&app, message).await {
        Ok(Ok(message)) => message,
        Ok(Err((message, why))) => {
            tell("putting a message back", later(&app, &message, why).await);
            return;
        }
        // Its lease ends, and it is tried again.
        Err(cause) => {
            tell::<()>("reading the files of a message", Err(cause));
            return;
        }
    };
    let attempt = timeout(ATTEMPT, provider.deliver(&message)).await;
    let written = match attempt.unwrap_or_else(|_| Delivery::Later("the provider did not answer in time".to_owned())) {
        Delivery::Sent => done(&app, &message, "sent").await,
        Delivery::Accepted(theirs) => accepted(&app, &message, &theirs).await,
        Delivery::Shown => done(&app, &message, "shown").await,
        Delivery::Later(trouble) => later(&app, &message, &trouble).await,
        Delivery::Never(trouble) => put_back(&app, &message, "failed", app.now(), &trouble).await,
    };
    tell("writing down a delivery", written);
}

async fn done(app: &App, message: &Outgoing, state: &'static str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    read_committed(&mut tx).await?;
    tx.exec(&DONE, params![message.id, message.worker, state, app.now(), Id::NONE]).await?;
    tx.commit().await
}

async fn accepted(app: &App, message: &Outgoing, theirs: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    read_committed(&mut tx).await?;
    tx.exec(&ACCEPTED, params![message.id, message.worker, app.now(), Id::NONE, theirs]).await?;
    tx.commit().await
}

async fn later(app: &App, message: &Outgoing, trouble: &str) -> Result<()> {
    let now = app.now();
    let wait = backoff(message.attempt, &app.entropy).min(LONGEST_WAIT);
    let over = now + wait - message.made_at > GIVE_UP && message.attempt >= FEWEST_ATTEMPTS;
    put_back(app, message, if over { "failed" } else { "waiting" }, now + wait, trouble).await
}

async fn put_back(app: &App, message: &Outgoing, state: &'static str, due: Micros, trouble: &str) -> Result<()> {
    let trouble: String = trouble.replace('\0', " ").chars().take(2_000).collect();
    // Not what the provider said: mail servers repeat the address. The row keeps it.
    tracing::warn!(message = %message.id, attempt = message.attempt, state, "a message was not delivered");
    let done_at = (state == "failed").then(|| app.now());
    let mut tx = app.db.begin().await?;
    read_committed(&mut tx).await?;
    let row = params![message.id, message.worker, state, due, done_at, Id::NONE, trouble];
    let put = tx.row(&NOT_DONE, row).await?;
    // A code that did not arrive is asked for again; of anything else somebody has to be told in another way.
    if let (Some(row), "failed", None) = (put, state, message.secret_until) {
        let about: String = row.get(0)?;
        super::became::failed(&mut tx, app, message.id, &about, (message.channel, false)).await?;
    }
    tx.commit().await
}

/// One that cannot be read (written by a newer version, say) stays behind under its lease, so that the others go on.
fn readable(row: Row) -> Option<Outgoing> {
    let id = row.get::<Id>(0);
    Outgoing::of(row).inspect_err(|cause| tracing::error!(?id, %cause, "a message that cannot be read is left")).ok()
}

impl Outgoing {
    fn of(row: Row) -> Result<Outgoing> {
        let mut row = row.columns();
        Ok(Outgoing {
            id: row.take()?,
            message_id: row.take()?,
            channel: channel_of(&row.take::<String>()?)?,
            to: row.take()?,
            subject: row.take()?,
            text: row.take()?,
            lang: Lang::of(&row.take::<String>()?).unwrap_or(Lang::EN),
            made_at: row.take()?,
            attempt: row.take()?,
            worker: row.take()?,
            secret_until: row.take()?,
            large: row.take()?,
            reply: Reply { to: row.take()?, thread: row.take()?, answers: row.take()? },
            about: subjects_of_text(&row.take::<String>()?)?,
            files: row.take::<String>()?.split_whitespace().map(str::parse).collect::<Result<_, _>>()?,
            enclosed: Vec::new(),
        })
    }
}
