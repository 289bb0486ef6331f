//! Pictures that are sent with a report or an update, as parts of a form: kept with its case as evidence, as those of our own
//! forms are. They are not for everybody. Nothing is lost over a picture that cannot be kept: the answer says which, and why.

use cases::Given;
use kit::db::Tx;
use kit::facts::Subject;
use kit::files::{self, File, LARGEST_TOGETHER, Refused, Spooled, Takes};
use kit::{App, Id, Lang, Result};
use services::{Answer, Attached, Attachments, Catalogue, Kind};

/// Pictures of one report or update.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    pub kept: Vec<File>,
    /// What could not be kept, in words.
    pub notices: Vec<String>,
}

/// The parts that are pictures.
fn among(sent: &[Spooled]) -> Vec<&Spooled> {
    sent.iter().filter(|one| is_picture(&one.field)).collect()
}

/// Whether there is any.
pub(crate) fn any(sent: &[Spooled]) -> bool {
    !among(sent).is_empty()
}

/// Whether a part of this name is a picture: `media`, as the extension has it, or `photo1` as FixMyStreet does.
fn is_picture(field: &str) -> bool {
    let name = field.strip_suffix("[]").unwrap_or(field);
    let numbered = |name: &str| name.strip_prefix("photo").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    name == "media" || numbered(name)
}

/// Keeps the pictures for the question of the report's service that takes photographs, and puts them in its answers.
pub(crate) async fn keep(app: &App, lang: Lang, opening: &mut cases::Opening, sent: &[Spooled]) -> Result<Pictures> {
    let sent = among(sent);
    if sent.is_empty() {
        return Ok(Pictures::default());
    }
    let definition = app.part::<Catalogue>()?.version(&opening.service, opening.version);
    let asks = definition.iter().flat_map(|found| found.questions()).find_map(|question| match question.kind {
        Kind::File(Attachments { most, takes }) if takes.photos => Some((question.id.clone(), most, takes)),
        _ => None,
    });
    let Some((question, most, takes)) = asks else {
        let notices = vec![app.t(lang, "open311-notice-no-pictures").to_owned()];
        return Ok(Pictures { notices, ..Pictures::default() });
    };
    let pictures = keep_for(app, lang, &Subject::new("draft", opening.draft), &sent, (most, takes)).await?;
    if !pictures.kept.is_empty() {
        let attached = |file: &File| Attached { id: file.id, name: file.name.clone(), bytes: file.bytes };
        let value = serde_json::to_value(Answer::Files(pictures.kept.iter().map(attached).collect()))?;
        opening.answers.push(Given { question, value, by: "resident".to_owned() });
    }
    Ok(pictures)
}

/// Keeps the pictures of an update for its case, so many at most.
pub(crate) async fn keep_more(app: &App, lang: Lang, case: Id, sent: &[Spooled], most: usize) -> Result<Pictures> {
    keep_for(app, lang, &Subject::new("case", case), &among(sent), (most, Takes { photos: true, pdf: false })).await
}

async fn keep_for(
    app: &App,
    lang: Lang,
    owner: &Subject,
    sent: &[&Spooled],
    (most, takes): (usize, Takes),
) -> Result<Pictures> {
    let mut pictures = Pictures::default();
    let mut bytes = 0;
    for one in sent {
        let kept = match () {
            () if pictures.kept.len() >= most => Err(Refused::TooMany),
            () if one.fault.is_none() && bytes + one.bytes > LARGEST_TOGETHER => Err(Refused::TooMuch),
            () => files::keep(app, owner, one, takes).await?,
        };
        match kept {
            Ok(file) => {
                bytes += file.bytes as u64;
                pictures.kept.push(file);
            }
            Err(refused) => {
                let name: String = one.name.chars().take(100).collect();
                pictures.notices.push(app.words.with(lang, refused.key(takes), &[("name", name.into())]));
            }
        }
    }
    Ok(pictures)
}

impl Pictures {
    /// Makes them the case's, in the transaction that opened it.
    pub(crate) async fn give(&self, tx: &mut Tx, draft: Id, case: Id) -> Result<()> {
        for file in &self.kept {
            files::hand_in(tx, file).await?;
        }
        let ids: Vec<Id> = self.kept.iter().map(|file| file.id).collect();
        files::give(tx, &ids, &Subject::new("draft", draft), &Subject::new("case", case)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_come_under_the_names_other_systems_use() {
        for (field, wanted) in [
            ("media", true),
            ("media[]", true),
            ("photo", true),
            ("photo1", true),
            ("photo12", true),
            ("photograph", false),
            ("attribute[photos]", false),
            ("description", false),
            ("", false),
        ] {
            assert_eq!(is_picture(field), wanted, "{field}");
        }
    }
}
