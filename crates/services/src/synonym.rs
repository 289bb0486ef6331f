//! GET /manage/searches/{id}: which line of which file to change so that a service is found by these words.

use crate::access::{Action, may};
use crate::catalogue::Catalogue;
use crate::source::{Files, Source};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

/// What to change.
struct Change {
    /// `definitions/missed-bin/service.toml`.
    file: String,
    /// Which line the list begins in, in words, where there is one.
    line: Option<String>,
    /// What to add: `"wheely bin",`.
    add: String,
    /// The list to make where there is none: `en = ["wheely bin"]`.
    new: String,
}

#[derive(Template)]
#[template(path = "synonym.html")]
struct SynonymPage {
    frame: Frame,
    id: Id,
    back: String,
    /// Identifier and name of every service that can be found.
    services: Vec<(String, String)>,
    chosen: String,
    change: Option<Change>,
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    may(&who, Action::See)?;
    let id: Id = id.parse()?;
    let miss = store::misses::by_id(&mut *app.db.read().await?, id).await?;
    if miss.words.is_empty() {
        // Words of danger were not kept: there is nothing to add.
        return Err(Error::NotFound);
    }
    let catalogue = app.part::<Catalogue>()?;
    let title = app.words.with(who.lang, "services-manage-misses-add-title", &[("words", miss.words.as_str().into())]);
    let frame = Frame::titled(&app, &who, format!("/manage/searches/{id}"), title);
    let listed = catalogue.all().into_iter().filter(|service| service.listed);
    let services: Vec<(String, String)> =
        listed.map(|service| (service.id.clone(), service.name(who.lang).to_owned())).collect();
    let chosen = Form::parse(query.unwrap_or_default().as_bytes()).value("service").to_owned();
    let files = services.iter().any(|(id, _)| *id == chosen).then(|| catalogue.files(&chosen)).flatten();
    let lang = Lang::of(&miss.lang).unwrap_or(Lang::EN);
    let back = format!("/manage/searches?week={}", miss.week);
    let file = format!("definitions/{chosen}/service.toml");
    let in_words = |line: usize| {
        frame.with2("services-manage-misses-add-line", ("file", file.as_str()), ("line", line.to_string()))
    };
    let change = files.map(|files| Change {
        line: line_of_synonyms(&files, lang).map(in_words),
        file: file.clone(),
        add: format!("\"{}\",", miss.words),
        new: format!("{} = [\"{}\"]", lang.tag, miss.words),
    });
    html(&SynonymPage { frame, id, back, services, chosen, change })
}

/// The line where the list of this language begins, from 1.
fn line_of_synonyms(files: &Files, lang: Lang) -> Option<usize> {
    let source = Source::new("service.toml".to_owned(), files.get("service.toml")?);
    let document = source.document()?;
    let synonyms = source.root(&document, "service.toml").table("synonyms")?;
    synonyms.open_lists().into_iter().find(|(tag, _)| tag.value == lang.tag).map(|(tag, _)| tag.at.line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_list_is_found_in_the_file_as_it_was_published() {
        let text = "id = \"x\"\n\n[synonyms]\n# everyday words\nen = [\n    \"one\",\n]\ncy = [\"un\"]\n";
        let files = Files::from([("service.toml".to_owned(), text.to_owned())]);
        assert_eq!(line_of_synonyms(&files, Lang::EN), Some(5));
        assert_eq!(line_of_synonyms(&files, Lang::CY), Some(8));
        assert_eq!(line_of_synonyms(&files, Lang::AR), None);
    }
}
