//! Draws a page with every component, for residents and for staff, in English and Arabic, with links to ../static:
//! `cargo run -p kit --example gallery -- FOLDER`. Look at it before and after changing the theme.

mod samples;

use askama::Template;
use kit::app::{App, Parts};
use kit::clock::Clock;
use kit::id::Entropy;
use kit::page::Frame;
use kit::testing::TestDb;
use kit::ui;
use kit::who::Who;
use kit::words::{Words, WordsFile};
use kit::{Lang, Result};
use samples::Samples;
use std::path::Path;

#[derive(Template)]
#[template(path = "gallery/resident.html")]
struct Resident {
    frame: Frame,
    s: Samples,
}

#[derive(Template)]
#[template(path = "gallery/done.html")]
struct Done {
    frame: Frame,
    s: Samples,
}

#[derive(Template)]
#[template(path = "gallery/staff.html")]
struct Desk {
    frame: Frame,
    s: Samples,
}

fn words() -> Result<Words> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let files = Lang::ALL.map(|lang| {
        let path = root.join(lang.tag).join("page.ftl");
        let text = std::fs::read_to_string(&path).expect("the words of the layout");
        WordsFile { lang, name: path.display().to_string(), text }
    });
    Words::load(&files)
}

fn frame(app: &App, lang: Lang, title: &str) -> Frame {
    Frame::titled(app, &Who::anyone(lang), "/gallery", title.to_owned())
}

async fn draw(folder: &Path) -> Result<()> {
    let database = TestDb::sqlite(&[]).await;
    let mut parts =
        Parts::new(database.db().clone(), Clock::manual(1_790_000_000_000_000), Entropy::seeded(1), words()?);
    parts.demo = true;
    let app = parts.build();
    for lang in [Lang::EN, Lang::AR] {
        let s = Samples::of(lang);
        let save = |name: &str, text: String| {
            let file = folder.join(format!("{name}-{}.html", lang.tag));
            std::fs::write(&file, text).expect("the gallery is written");
        };
        let mut resident = frame(&app, lang, s.title);
        resident.error = true;
        resident.resident = true;
        save("resident", Resident { frame: resident, s }.to_string());
        save("done", Done { frame: frame(&app, lang, s.sent), s }.to_string());
        let mut desk = frame(&app, lang, s.cases);
        desk.user = Some("Sam Example".into());
        desk.roles = vec!["officer", "administrator"];
        desk.path = "/desk/cases".into();
        save("desk", Desk { frame: desk, s }.to_string());
    }
    Ok(())
}

fn main() {
    let folder = std::env::args().nth(1).expect("say which folder to write to");
    std::fs::create_dir_all(&folder).expect("the folder");
    kit::testing::run(draw(Path::new(&folder))).expect("the gallery is drawn");
}
