//! `POST /desk/contacts/{id}/keep`: keeps what is written so far, and leads on: to another contact, to the form of a service, to
//! finding the person. By script it is sent now and then, and answers with nothing.

use super::paper::{self, Paper};
use super::{Around, show, start};
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use contact::{Contact, MOST, Question};
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// Puts what is written now in the place of what was.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let contact = super::own(&mut tx, &who, &id).await?;
    if !contact.is_open() {
        return Ok(see(&contact::path(contact.id)));
    }
    let around = Around::of(&mut tx, &app, &who, &contact).await?;
    let Paper { contact, mut asked } = paper::read(&app, &contact, &around, &mut form)?;
    if !form.is_good() {
        let answers = contact::articles_of(&mut tx, contact.id).await?;
        return show::again(&app, &who, contact, form, (around, answers), None);
    }
    let full = form.value("add") == "1" && asked.len() >= MOST;
    if form.value("add") == "1" && !full {
        asked.push(Question::default());
    }
    contact::keep(&mut tx, &who, &contact, &asked).await?;
    if full {
        // What was written is kept all the same.
        form.refuse("add", app.words.with(Lang::EN, "contact-full", &[("most", MOST.to_string().into())]));
        let answers = contact::articles_of(&mut tx, contact.id).await?;
        tx.commit().await?;
        return show::again(&app, &who, contact, form, (around, answers), None);
    }
    if let Ok(article) = form.value("out").parse::<Id>() {
        contact::take_out(&mut tx, &app, &who, &contact, article).await?;
    }
    let then = match form.value("then") {
        "new" => contact::path(start::begin(&mut tx, &app, &who, (&form, "start")).await?),
        then => leads(then, &asked, for_whom(&contact, &around)).unwrap_or_else(|| contact::path(contact.id)),
    };
    tx.commit().await?;
    if form.value("quiet") == "1" {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(see(&then))
}

/// Whose form it would be: theirs, where it is known who they are and their record is open.
fn for_whom(contact: &Contact, around: &Around) -> Option<(Id, Id)> {
    contact.resident.filter(|_| around.is_open).map(|resident| (resident, contact.id))
}

/// Where a button leads: a page of the desk, or the service of a question, `form-2`.
fn leads(then: &str, asked: &[Question], for_whom: Option<(Id, Id)>) -> Option<String> {
    if let Some(place) = then.strip_prefix("form-") {
        let question = asked.get(place.parse::<usize>().ok()?.checked_sub(1)?)?;
        let service = question.service.as_str();
        return (!service.is_empty()).then(|| match for_whom {
            Some((resident, contact)) => forms::for_path(resident, service, Some(contact)),
            None => format!("/services/{service}"),
        });
    }
    crate::pages::keep::at_the_desk(then)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_lead_to_our_own_pages_alone() {
        let asked = [Question::default(), Question { service: "missed-bin".into(), ..Question::default() }];
        let table = [
            ("/desk/contacts", Some("/desk/contacts")),
            ("/desk/find?contact=019", Some("/desk/find?contact=019")),
            ("form-2", Some("/services/missed-bin")),
            ("form-1", None),
            ("form-0", None),
            ("form-9", None),
            ("", None),
            ("//elsewhere.example", None),
            ("/desk//elsewhere.example", None),
            ("https://elsewhere.example/desk/", None),
            ("/desk/\\elsewhere", None),
            ("/admin/staff", None),
        ];
        for (then, wanted) in table {
            assert_eq!(leads(then, &asked, None).as_deref(), wanted, "{then}");
        }
        let (ada, contact) = (Id([1; 16]), Id([2; 16]));
        let wanted = format!("/desk/residents/{ada}/for?service=missed-bin&contact={contact}");
        assert_eq!(leads("form-2", &asked, Some((ada, contact))), Some(wanted));
    }
}
