//! `guildhall import reports`, `guildhall import people`, `guildhall import knowledge`.

use super::{
    Common, in_words, shown,
    socket::{self, Out, Said, Work},
};
use cases::import::Mapping;
use clap::{Args, Subcommand};
use kit::{App, Error, Id, Result};
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Bring records in from a file.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Street reports from another system: each becomes a case, once, however often this is run.
    #[command(after_help = "Example: guildhall import reports reports.csv --map columns.toml --dry-run")]
    Reports(ReportsFile),
    /// People from another register: each becomes a record at the desk without a login, once, and is compared with all others.
    #[command(after_help = "Example: guildhall import people customers.csv --source \"Customer register\" --dry-run")]
    People(PeopleFile),
    /// Answers to residents' questions, a file for each; those that are there already stay as they are.
    #[command(after_help = "Example: guildhall import knowledge definitions/knowledge --owner ada@eastmere.example")]
    Knowledge(KnowledgeFolder),
}

/// The most letters of a register's name.
const REGISTER_MOST: usize = 60;

/// A folder of answers.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub struct KnowledgeFolder {
    /// The folder; docs/knowledge.md shows how a file looks.
    folder: PathBuf,
    /// The work email address of whoever answers for them; without it nobody does until somebody is chosen at the desk.
    #[arg(long, value_name = "EMAIL")]
    owner: Option<String>,
}

/// A file of street reports.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub struct ReportsFile {
    /// The reports, CSV with a first line of column names.
    file: PathBuf,
    /// Which column means what, and by which words a report is sorted; without it the delivered mapping.
    #[arg(long, value_name = "TOML")]
    map: Option<PathBuf>,
    /// Only say what would happen. A new data folder still gets its empty database and its keys.
    #[arg(long)]
    dry_run: bool,
}

/// A register of people.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub struct PeopleFile {
    /// The people, CSV with a first line of column names; docs/people.md lists the columns.
    file: PathBuf,
    /// What the register is called; a number of it is imported once, and the record says where it came from.
    #[arg(long, value_name = "NAME", value_parser = register)]
    source: String,
    /// Only say what would happen. A new data folder still gets its empty database and its keys.
    #[arg(long)]
    dry_run: bool,
}

/// The name of a register, as it is read on the record and by the people in it.
fn register(typed: &str) -> std::result::Result<String, String> {
    kit::form::line(typed, REGISTER_MOST)
        .map_err(|_| format!("give its name in one line of 1 to {REGISTER_MOST} letters"))
}

impl Import {
    /// Reads the files where they stand and does the work, or hands it over.
    pub async fn run(self, common: &Common) -> Result<ExitCode> {
        match common.has_a_council() {
            Err(_) if common.is_the_usual_folder() => {
                let folder = common.data.display();
                shown::wrong(format_args!("no council was there yet: a new one is made in {folder}"));
            }
            stands => stands?,
        }
        // A server that does the work for us may stand in another folder.
        let work = match self {
            Import::Reports(mut reports) => {
                reports.file = whole(&reports.file)?;
                reports.map = reports.map.as_deref().map(whole).transpose()?;
                Work::ImportReports(reports)
            }
            Import::People(mut people) => {
                people.file = whole(&people.file)?;
                Work::ImportPeople(people)
            }
            Import::Knowledge(mut answers) => {
                answers.folder = whole(&answers.folder)?;
                Work::ImportKnowledge(answers)
            }
        };
        socket::do_or_hand_over(common, work).await
    }
}

fn whole(path: &Path) -> Result<PathBuf> {
    std::fs::canonicalize(path).map_err(|cause| about(path, &cause))
}

/// What is wrong with a file, its name first.
fn about(file: &Path, cause: impl Display) -> Error {
    Error::internal(format!("{}: {cause}", file.display()))
}

impl KnowledgeFolder {
    /// Brings them in. Exit code 2 when a file was refused.
    pub async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        let owner = match &self.owner {
            None => Id::NONE,
            Some(email) => {
                let found = workforce::store::id_of_email(&mut *app.db.read().await?, email).await?;
                found.ok_or_else(|| Error::internal(format!("nobody on the staff has the address {email}")))?
            }
        };
        let mut files = Vec::new();
        for entry in std::fs::read_dir(&self.folder).map_err(|cause| about(&self.folder, &cause))? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == "toml") {
                let text = std::fs::read_to_string(&path).map_err(|cause| about(&path, &cause))?;
                files.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text));
            }
        }
        files.sort();
        let done = knowledge::bring_in(app, &files, owner).await?;
        for refused in &done.refused {
            let _ = out.send(Said::Wrong(refused.clone()));
        }
        let summary =
            format!("brought in {}, already there {}, refused {}", done.new, done.already, done.refused.len());
        let _ = out.send(Said::Line(summary));
        Ok(if done.refused.is_empty() { 0 } else { 2 })
    }
}

impl ReportsFile {
    /// A file with the delivered mapping.
    pub fn new(file: PathBuf) -> ReportsFile {
        ReportsFile { file, map: None, dry_run: false }
    }

    /// Brings them in. Exit code 2 when a row was refused.
    pub async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        let mapping = match &self.map {
            Some(map) => {
                let text = std::fs::read_to_string(map).map_err(|cause| about(map, &cause))?;
                Mapping::read(&text).map_err(|cause| about(map, in_words(&cause)))?;
                text
            }
            None => crate::embedded::definition("street-problem/import.toml")?.to_owned(),
        };
        let text = std::fs::read(&self.file).map_err(|cause| about(&self.file, &cause))?;
        cases::import::has_its_columns(&mapping, &text).map_err(|cause| about(&self.file, in_words(&cause)))?;
        let said = out.clone();
        let progress = move |done: u64, of: u64| drop(said.send(Said::Progress(done, of)));
        let done = cases::import::reports(app, &mapping, &text, self.dry_run, &progress).await?;
        for refused in &done.refused {
            let _ = out.send(Said::Wrong(refused.to_string()));
        }
        let summary =
            format!("imported {}, already there {}, refused {}", done.imported, done.already, done.refused.len());
        let _ = out.send(Said::Line(summary));
        Ok(if done.refused.is_empty() { 0 } else { 2 })
    }
}

impl PeopleFile {
    /// Brings them in. Exit code 2 when a row was refused.
    pub async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        let bytes = std::fs::read(&self.file).map_err(|cause| about(&self.file, &cause))?;
        residents::import::has_its_columns(&bytes).map_err(|cause| about(&self.file, in_words(&cause)))?;
        let said = out.clone();
        let progress = move |done: u64, of: u64| drop(said.send(Said::Progress(done, of)));
        let done = residents::import::people(app, &self.source, &bytes, self.dry_run, &progress).await?;
        for refused in &done.refused {
            let _ = out.send(Said::Wrong(refused.to_string()));
        }
        let (rows, made, already, refused) = (done.rows, done.made, done.already, done.refused.len());
        let pairs = if self.dry_run { String::new() } else { format!(", pairs to look at {}", done.pairs) };
        let summary = format!("read {rows}, made {made}, already there {already}, refused {refused}{pairs}");
        let _ = out.send(Said::Line(summary));
        Ok(if done.refused.is_empty() { 0 } else { 2 })
    }
}
