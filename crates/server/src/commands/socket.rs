//! Writing verbs beside a running server: the work is handed to it over a socket in the data folder, and its words come
//! back line by line. One writer to a database, always.

use super::{
    Common, Lock,
    export::Export,
    import::{KnowledgeFolder, PeopleFile, ReportsFile},
    key::KeyWork,
    publish::DataFolder,
    staff::NewStaff,
};
use crate::wiring;
use kit::{App, Error, Result};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

/// Work that writes, whoever does it.
#[derive(Debug, Serialize, Deserialize)]
pub enum Work {
    /// `import reports`.
    ImportReports(ReportsFile),
    /// `import people`.
    ImportPeople(PeopleFile),
    /// `import knowledge`.
    ImportKnowledge(KnowledgeFolder),
    /// `staff add`.
    StaffAdd(NewStaff),
    /// `export`.
    Export(Export),
    /// `publish`.
    Publish(DataFolder),
    /// `key`.
    Key(KeyWork),
}

/// What work says while it runs.
#[derive(Debug, Serialize, Deserialize)]
pub enum Said {
    /// So much of so much is done.
    Progress(u64, u64),
    /// A line for the person who asked.
    Line(String),
    /// A line about something wrong.
    Wrong(String),
    /// It is over, with this exit code.
    Done(u8),
}

/// Where work says it.
pub type Out = UnboundedSender<Said>;

impl Work {
    async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        match self {
            Work::ImportReports(file) => file.carry_out(app, out).await,
            Work::ImportPeople(people) => people.carry_out(app, out).await,
            Work::ImportKnowledge(answers) => answers.carry_out(app, out).await,
            Work::StaffAdd(staff) => staff.carry_out(app, out).await,
            Work::Export(export) => export.carry_out(app, out).await,
            Work::Publish(folder) => folder.carry_out(app, out).await,
            Work::Key(key) => key.carry_out(app, out).await,
        }
    }
}

fn place(common: &Common) -> PathBuf {
    common.data.join("guildhall.sock")
}

/// Does the work here, or hands it to the server that has the data folder.
pub async fn do_or_hand_over(common: &Common, work: Work) -> Result<ExitCode> {
    let (out, mut said) = unbounded_channel();
    let shown = tokio::spawn(async move {
        let mut shown = super::shown::Shown::default();
        while let Some(word) = said.recv().await {
            if let Said::Done(code) = word {
                return code;
            }
            shown.say(word);
        }
        1
    });
    let postgres = common.database.is_some();
    let lock = if postgres { None } else { Lock::take(&common.data)? };
    if postgres || lock.is_some() {
        let running = match work {
            // It says itself what it publishes, and explains what is wrong.
            Work::Publish(_) => wiring::unpublished(common).await?,
            _ => wiring::quiet(common).await?,
        };
        let code = work.carry_out(&running, &out).await?;
        let _ = out.send(Said::Done(code));
    } else {
        hand_over(&place(common), &work, &out).await?;
    }
    let code = shown.await.map_err(Error::internal)?;
    Ok(ExitCode::from(code))
}

async fn hand_over(socket: &Path, work: &Work, out: &Out) -> Result<()> {
    let stream = UnixStream::connect(socket).await.map_err(|cause| {
        Error::internal(format!(
            "the data folder is in use, but its server does not answer on {}: {cause}",
            socket.display()
        ))
    })?;
    let (from, mut to) = stream.into_split();
    to.write_all((serde_json::to_string(work)? + "\n").as_bytes()).await?;
    let mut lines = BufReader::new(from).lines();
    while let Some(line) = lines.next_line().await? {
        let _ = out.send(serde_json::from_str(&line)?);
    }
    Ok(())
}

/// The listening socket; the file goes when it is dropped.
pub struct Listening(PathBuf);

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Listens for work handed over. The socket can be used by the council's own account only.
pub fn listen(common: &Common, app: App) -> Result<Listening> {
    let path = place(common);
    // Left behind by a server that was killed; the lock says that none is running.
    let _ = std::fs::remove_file(&path);
    let listener = UnixListener::bind(&path)?;
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, app.clone()));
        }
    });
    Ok(Listening(path))
}

async fn serve(stream: UnixStream, app: App) {
    let (from, mut to) = stream.into_split();
    let Ok(Some(line)) = BufReader::new(from).lines().next_line().await else { return };
    let (out, mut said) = unbounded_channel();
    let worker = tokio::spawn(async move {
        let done = match serde_json::from_str::<Work>(&line) {
            Ok(work) => work.carry_out(&app, &out).await,
            Err(cause) => Err(cause.into()),
        };
        let code = done.unwrap_or_else(|cause| {
            let _ = out.send(Said::Wrong(format!("guildhall: {}", super::in_words(&cause))));
            1
        });
        let _ = out.send(Said::Done(code));
    });
    while let Some(word) = said.recv().await {
        let Ok(line) = serde_json::to_string(&word) else { break };
        if to.write_all((line + "\n").as_bytes()).await.is_err() {
            break;
        }
    }
    // Whoever asked may have gone; the work is finished all the same.
    let _ = worker.await;
}
