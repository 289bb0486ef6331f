//! A council started inside the bench, as `serve` starts it, with the database opened as the bench asks.

use axum_server::Handle;
use kit::App;
use kit::Result;
use kit::db::Options;
use kit::id::Entropy;
use server::commands::Common;
use server::config::Config;
use server::demo::{self, Size};
use server::wiring::{self, Running};
use services::Catalogue;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use tokio::task::JoinHandle;

/// Everything is made from this number.
const SEED: u64 = 1974;

/// A council that is being served.
pub struct Served {
    pub running: Running,
    pub address: SocketAddr,
    handle: Handle<SocketAddr>,
    task: JoinHandle<std::io::Result<()>>,
}

/// Where a council keeps its data.
pub fn common(folder: &Path, database: Option<&str>) -> Common {
    Common { data: folder.to_owned(), database: database.map(str::to_owned), config: None, log_json: false }
}

/// The council with the demo's chance, to be filled.
pub async fn maker(common: &Common, options: Options) -> Result<App> {
    let db = common.open_with(options).await?;
    let app = wiring::app(common, &Config::default(), db, Entropy::seeded(SEED), false)?;
    services::publish(&app, &wiring::definitions(None)?).await?;
    app.part::<Catalogue>()?.refresh(&app.db).await?;
    Ok(app)
}

/// Fills it with synthetic people and their history.
pub async fn fill(app: &App, size: Size) -> Result<()> {
    demo::fill(app, size, None).await
}

impl Served {
    /// Starts serving on a free port of this machine.
    pub async fn start(common: &Common, options: Options) -> Result<Served> {
        let db = common.open_with(options).await?;
        let running = wiring::start(common, Config::default(), db, false).await?;
        let listener = TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let handle = Handle::new();
        let service = running.router.clone().into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum_server::from_tcp(listener)?.handle(handle.clone()).serve(service);
        Ok(Served { running, address, handle, task: tokio::spawn(serving) })
    }

    /// Stops it, background work included.
    pub async fn stop(self) -> Result<()> {
        self.handle.shutdown();
        self.task.await.map_err(kit::Error::internal)??;
        self.running.stop().await;
        Ok(())
    }
}
