//! The one place that knows everybody: parts of the running council, who listens to what, jobs, endings.

use crate::commands::Common;
use crate::config::{Config, Privacy, Serving};
use crate::layers::{self, Figures};
use crate::{carriers, delivered, embedded, held, router};
use axum::Router;
use calendar::{Calendar, Division, Holidays, Opening};
use forms::Endings;
use jiff::civil::time;
use kit::app::{Duties, Duty, Parts};
use kit::clock::{Clock, DAY, HOUR};
use kit::db::{Db, Tx, again_if_collided};
use kit::facts::{self, Fact, Keeper, Listener, SealKey, Signer};
use kit::files::{self, Files, Scanner};
use kit::id::Entropy;
use kit::jobs::{self, Runner, Work};
use kit::mail::receiver::{Patience, Receiver};
use kit::mail::{Inbox, InboxConfig};
use kit::outbox::Courier;
use kit::who::Who;
use kit::words::Words;
use kit::{App, Error, Result};
use services::{Catalogue, Folder, Surroundings};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A council at work.
pub struct Running {
    /// Its parts.
    pub app: App,
    /// Its pages, layers around them.
    pub router: Router,
    /// How it is reached.
    pub serving: Serving,
    keeper: Keeper,
    runner: Runner,
    courier: Courier,
    receiver: Option<Receiver>,
}

impl Running {
    /// Where mail comes in.
    pub fn receives_at(&self) -> Option<std::net::SocketAddr> {
        self.receiver.as_ref().map(|receiver| receiver.address)
    }

    /// Stops what runs in the background, each after the piece it is at.
    pub async fn stop(self) {
        if let Err(cause) = services::write_misses(&self.app).await {
            tracing::warn!(%cause, "the searches of the last minute are not counted");
        }
        if let Some(receiver) = self.receiver {
            receiver.stop().await;
        }
        self.courier.stop().await;
        self.runner.stop().await;
        self.keeper.stop().await;
    }
}

/// Builds the council and starts what runs in the background.
pub async fn start(common: &Common, config: Config, db: Db, demo: bool) -> Result<Running> {
    let app = app(common, &config, db, Entropy::system(), demo)?;
    publish(common, &app).await?;
    app.part::<knowledge::Library>()?.refresh(&app.db).await?;
    warn_of_holidays(&app)?;
    let routes = router::routes();
    let router = layers::wrap(router::router(router::routes()), &app, &routes, &config.serving, figures(&app)?);
    let key = SealKey::open_or_make(&seal_key_file(common), &app.entropy)?;
    let keeper = Keeper::start(&app, key, listeners(), common.database.as_deref());
    tokio::spawn(queue::follow(app.clone(), keeper.news()));
    if common.database.is_some() {
        // Only there can another process publish; it ends with the keeper.
        tokio::spawn(services::follow(app.clone(), keeper.news()));
        tokio::spawn(knowledge::follow(app.clone(), keeper.news()));
    }
    Ok(Running {
        receiver: receiver(&app, config.inbox.as_ref()).await?,
        keeper,
        runner: Runner::start(&app, works()),
        courier: Courier::start(&app, carriers::providers(&app, &config, demo)?),
        app,
        router,
        serving: config.serving,
    })
}

/// The council with nothing in the background, its services as they were published last.
pub async fn unpublished(common: &Common) -> Result<App> {
    let config = common.config()?;
    let app = app(common, &config, common.open().await?, Entropy::system(), false)?;
    app.part::<Catalogue>()?.refresh(&app.db).await?;
    Ok(app)
}

/// The council for a single piece of work, with nothing in the background.
pub async fn quiet(common: &Common) -> Result<App> {
    let app = unpublished(common).await?;
    publish(common, &app).await?;
    Ok(app)
}

/// Publishes what changed in the definitions and makes the teams they name. Another node may start at the same moment and
/// do the same; whoever comes second finds it done.
async fn publish(common: &Common, app: &App) -> Result<()> {
    publish_folder(app, &definitions(Some(&common.data))?).await.map(drop)
}

/// The same with these definitions. Returns what was published, each with its new version.
pub async fn publish_folder(app: &App, definitions: &Folder) -> Result<Vec<(String, i64)>> {
    let second = |cause| if matches!(cause, Error::Violation(_)) { Error::Rerun } else { cause };
    let published = again_if_collided(|| async { services::publish(app, definitions).await.map_err(second) }).await?;
    again_if_collided(|| async { make_teams(app).await.map_err(second) }).await?;
    Ok(published)
}

/// Makes the teams that the definitions name and nobody has made yet: a new council can give work to somebody at once.
pub async fn make_teams(app: &App) -> Result<()> {
    let there = workforce::teams(&mut *app.db.read().await?).await?;
    let named = app.part::<Catalogue>()?.teams();
    let missing = named.iter().filter(|team| !there.iter().any(|other| other.code == team.id)).collect::<Vec<_>>();
    if missing.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    for team in missing {
        let (id, name) = (app.id(), team.name.get("en").map_or(team.id.as_str(), String::as_str));
        if workforce::insert_team(&mut tx, id, &team.id, name).await? {
            let fact = Fact::new("team.added", &Who::system()).about("team", id);
            facts::record(&mut tx, app, fact.data(serde_json::json!({ "code": team.id }))).await?;
        }
    }
    tx.commit().await
}

/// Who follows the journal.
fn listeners() -> Vec<Listener> {
    let mut all = cases::listeners();
    all.push(open311::listener());
    all.push(mail::listener());
    all.extend(contact::listeners());
    all.push(api::listener());
    all
}

/// Everything that runs later or again and again.
fn works() -> Vec<Work> {
    let mut all = vec![Work::every(HOUR, "kit.sweep", sweep), Work::every(HOUR, "server.erasures", erasures)];
    all.extend(residents::works());
    all.extend(services::works());
    all.extend(knowledge::works());
    all.extend(contact::works());
    all.extend(queue::works());
    all.extend(appointments::works());
    all.extend(cases::works());
    all.extend(mail::works());
    all.extend(forms::works());
    all.extend(api::works());
    all.extend(files::works());
    all.extend(kit::notify::works());
    all
}

fn sweep<'a>(app: &'a App, _: &'a jobs::Running) -> kit::app::Boxed<'a, Result<()>> {
    Box::pin(async move { clear(app).await })
}

fn erasures<'a>(app: &'a App, _: &'a jobs::Running) -> kit::app::Boxed<'a, Result<()>> {
    Box::pin(async move { held::finish_waiting(app).await.map(drop) })
}

/// Clears away what is over, a few rows in each transaction: after a flood there are many, and others want to write too.
pub async fn clear(app: &App) -> Result<()> {
    while clear_some(app).await? > 0 {}
    Ok(())
}

async fn clear_some(app: &App) -> Result<u64> {
    let (mut tx, now): (Tx, _) = (app.db.begin().await?, app.now());
    let mut gone = kit::session::sweep(&mut tx, now).await?;
    gone += kit::attempts::sweep(&mut tx, now - 24 * HOUR).await?;
    gone += files::sweep(&mut tx, now - HOUR).await?;
    gone += kit::typed::sweep(&mut tx, now).await?;
    gone += residents::sweep(&mut tx, now).await?;
    gone += workforce::sweep(&mut tx, app).await?;
    let days = i64::from(app.part::<Privacy>()?.messages_days);
    gone += kit::outbox::sweep(&mut tx, now - days * DAY).await?;
    gone += open311::sweep(&mut tx, now).await?;
    gone += knowledge::sweep(&mut tx, app).await?;
    gone += api::sweep(&mut tx, now).await?;
    tx.commit().await?;
    Ok(gone)
}

/// The parts of the council.
pub fn app(common: &Common, config: &Config, db: Db, entropy: Entropy, demo: bool) -> Result<App> {
    app_at(common, config, db, demo, (Clock::System, entropy))
}

/// The parts of the council, with a time and a chance of one's own: for tests.
pub fn app_at(common: &Common, config: &Config, db: Db, demo: bool, (clock, entropy): (Clock, Entropy)) -> Result<App> {
    let words = Words::load(&embedded::words(Some(&common.data))?)?;
    let mut parts = Parts::new(db, clock, entropy.clone(), words);
    parts.council = config.council.clone();
    parts.demo = demo;
    if demo {
        parts.council.duty = duty_in_the_demo();
        // Nobody's address: what is passed on is on the page of messages.
        let highways = ("to-national-highways".to_owned(), "reports@national-highways.example".to_owned());
        parts.council.pass_on.extend([highways]);
    }
    parts.secret = secret(&common.data.join("secret.key"), &Entropy::system())?;
    parts.assets = embedded::assets();
    parts.staff = workforce::lookup;
    parts.resident = residents::lookup;
    let shown =
        demo.then(|| InboxConfig { address: "case@mail.eastmere.example".to_owned(), ..InboxConfig::default() });
    config.clocks.check()?;
    if let Some(inbox) = config.inbox.as_ref().or(shown.as_ref()) {
        let inbox = Inbox::new(inbox, parts.secret)?;
        parts = parts.with(inbox);
    }
    if let Some(sign_on) = &config.sign_on {
        let sign_on = workforce::SignOn::new(sign_on, &parts.council)?;
        parts = parts.with(sign_on);
    }
    let folder = definitions(Some(&common.data))?;
    let catalogue = Catalogue::new(surroundings(common, config)?, said(folder.categories())?, said(folder.teams())?);
    let sites = delivered::sites(common, &folder)?;
    let boards = delivered::boards(common, &sites)?;
    let diaries = delivered::diaries(common, &sites, &holidays(common)?)?;
    Ok(carriers::prepare(parts, config, demo)?
        .with(catalogue)
        .with(Files::new(spool(common), Scanner::of(&config.scan)))
        .with(open311::Desk::new(cases::import::Mapping::read(embedded::definition("street-problem/import.toml")?)?))
        .with(delivered::needs(common)?)
        .with(api::Limits::default())
        .with(cases::Systems(api::systems))
        .with(residents::checks::Requests(cases::is_open_request))
        .with(residents::authorities::Services(services::to_act_in))
        .with(residents::desk::home::Postcodes(services::whereabouts))
        .with(config.webhooks.clone())
        .with(config.privacy.clone())
        .with(config.contacts.clone())
        .with(config.received)
        .with(config.clocks.clone())
        .with(services::Behind(forms::behind))
        .with(knowledge::Library::default())
        .with(queue::Turns::default())
        .with(queue::Live::default())
        .with(queue::Outlooks::default())
        .with(queue::Shown::default())
        .with(sites)
        .with(diaries)
        .with(boards)
        .with(services::Answered(knowledge::found))
        .with(services::Beside(knowledge::beside))
        .with(cases::answers::known())
        .with(endings())
        .with(Arc::new(Figures::default()))
        .build())
}

/// Where files wait under no name while they arrive: on the council's own disk, where there is room for them.
fn spool(common: &Common) -> PathBuf {
    if common.data.is_dir() { common.data.clone() } else { std::env::temp_dir() }
}

/// Numbers of the fictional council's duty teams.
fn duty_in_the_demo() -> Duties {
    let team =
        |phone: &str, out_of_hours: &str| Some(Duty { phone: phone.to_owned(), out_of_hours: out_of_hours.to_owned() });
    Duties {
        child_at_risk: team("01632 960110", "01632 960191"),
        adult_at_risk: team("01632 960120", "01632 960192"),
        homeless_tonight: team("01632 960130", "01632 960193"),
    }
}

/// The counters behind `/metrics`.
pub fn figures(app: &App) -> Result<Arc<Figures>> {
    app.part::<Arc<Figures>>().cloned()
}

/// What a submission can become besides a case, by the names that definitions use.
fn endings() -> Endings {
    Endings::default()
}

/// The definitions delivered, with the council's own laid over them.
pub fn definitions(council: Option<&Path>) -> Result<Folder> {
    let delivered = Folder::from_texts(embedded::definitions()).with_endings(endings().names());
    let own = council.map(|folder| folder.join("definitions")).filter(|folder| folder.is_dir());
    Ok(match own {
        Some(own) => delivered.overlaid(Folder::read(&own)),
        None => delivered,
    })
}

/// The catalogue without a database, as the command line searches it.
pub fn catalogue(common: &Common) -> Result<Catalogue> {
    let config = common.config()?;
    said(Catalogue::of_folder(surroundings(common, &config)?, &definitions(Some(&common.data))?))
}

/// The bank holidays of the data folder, or those delivered.
fn holidays(common: &Common) -> Result<Holidays> {
    let own = common.data.join("bank-holidays.json");
    if !own.is_file() {
        return Holidays::parse(embedded::data("bank-holidays.json")?, Division::EnglandAndWales)
            .map_err(Error::internal);
    }
    let read = Holidays::parse(&std::fs::read_to_string(&own)?, Division::EnglandAndWales);
    read.map_err(|cause| Error::internal(format!("{}: {cause}", own.display())))
}

/// Tells whoever starts the server when the bank holidays run out.
fn warn_of_holidays(app: &App) -> Result<()> {
    if let Some(until) = app.part::<Catalogue>()?.holidays_run_out(app.now()) {
        tracing::warn!(
            "bank holidays are known until {until} only, and later ones would count as working days: \
             put a newer bank-holidays.json into the data folder"
        );
    }
    Ok(())
}

fn surroundings(common: &Common, config: &Config) -> Result<Surroundings> {
    let opening = Opening::weekdays(time(9, 0, 0, 0), time(17, 0, 0, 0)).map_err(Error::internal)?;
    let postcodes = match &config.places.postcodes {
        Some(file) => places::Postcodes::parse(&std::fs::read_to_string(file)?),
        None => places::Postcodes::parse(embedded::data("postcodes.csv")?),
    };
    Ok(Surroundings {
        calendar: Calendar::london(holidays(common)?, opening),
        danger: danger()?,
        postcodes: postcodes.map_err(Error::internal)?,
        roads: places::Roads::parse(embedded::data("trunk-roads.toml")?).map_err(Error::internal)?,
        council: config.places.authority.clone(),
    })
}

fn said<T>(read: Result<T, Vec<services::Mistake>>) -> Result<T> {
    read.map_err(|mistakes| {
        let all: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        Error::internal(all.join("\n"))
    })
}

/// What takes mail in, where the configuration says where.
async fn receiver(app: &App, inbox: Option<&InboxConfig>) -> Result<Option<Receiver>> {
    let Some(listen) = inbox.and_then(|inbox| inbox.listen) else { return Ok(None) };
    let domain = app.part::<Inbox>()?.domain();
    let desk = Arc::new(mail::Desk(app.clone()));
    Receiver::start(listen, domain, desk, Patience::default()).await.map(Some)
}

fn seal_key_file(common: &Common) -> std::path::PathBuf {
    common.data.join("seal.key")
}

/// Whose seals `verify` trusts.
pub fn signer(common: &Common) -> Result<Signer> {
    let file = seal_key_file(common);
    if !file.exists() {
        return Err(Error::internal(format!(
            "{} is missing; verify needs the key that signed the seals, and the first start of the server makes it",
            file.display()
        )));
    }
    Ok(SealKey::open_or_make(&file, &Entropy::system())?.signer())
}

/// The same, or nobody where no server has made the key yet.
pub fn signer_if_made(common: &Common) -> Result<Option<Signer>> {
    seal_key_file(common).exists().then(|| signer(common)).transpose()
}

/// The secret behind keyed hashes, made at the first start, readable by the council's own account only.
fn secret(file: &Path, entropy: &Entropy) -> Result<[u8; 32]> {
    let bytes = kit::secret_file::read_or_make(file, entropy, || entropy.bytes::<32>().to_vec())?;
    bytes.try_into().map_err(|_| Error::internal(format!("{} is not 32 bytes", file.display())))
}

/// Words that mean danger, in every language.
fn danger() -> Result<search::Danger> {
    let files = embedded::definitions();
    let lang = |path: &str| Some(path.strip_prefix("danger/")?.strip_suffix(".toml")?.to_owned());
    let by_lang: Vec<_> = files.iter().filter_map(|(path, text)| Some((lang(path)?, text))).collect();
    search::Danger::parse(by_lang.iter().map(|(lang, text)| (lang.as_str(), text.as_str()))).map_err(Error::internal)
}
