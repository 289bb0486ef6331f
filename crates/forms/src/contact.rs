//! How to reach the person: a page of the journey's own, filled from the account of whoever is signed in.

use crate::danger;
use crate::draft::{Draft, REACH};
use crate::enter::{self, From};
use crate::journey::{Journey, Step};
use crate::later::Later;
use crate::page::{FieldsPage, answered, sent_by};
use crate::reach::{self, Reach, Way};
use crate::{code, journey, service, store};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see, too_many};
use kit::ui::{Choice, Input, InsetText, Markup, Radios};
use kit::who::{Person, Who};
use kit::{App, Error, Id, Result};
use services::{Contact, Definition};

/// The contact page about to be drawn.
struct Shown<'a> {
    app: &'a App,
    who: &'a Who,
    definition: &'a Definition,
    draft: &'a Draft,
    form: Form,
    from_check: bool,
    sent: Option<(i64, String)>,
    /// What another window saved in the meantime.
    conflict: Option<String>,
}

impl Shown<'_> {
    fn draw(self) -> Result<Response> {
        let path = enter::address(self.draft, &Step::Contact, self.from_check);
        let bad = !self.form.is_good() || self.conflict.is_some();
        let frame = &Frame::new(self.app, self.who, path.clone(), "forms-contact").with_error(bad);
        let required = self.definition.contact == Contact::Required;
        let beside = self
            .conflict
            .as_ref()
            .map(|saved| Markup::from(InsetText::new(frame.with("forms-saved-meanwhile", "answer", saved))));
        let name = if required {
            frame.t("forms-contact-name").to_owned()
        } else {
            frame.with("services-optional", "label", frame.t("forms-contact-name"))
        };
        let name = input(frame, &self.form, "contact-name", name).autocomplete("name");
        let journey = Journey::new(self.definition, self.draft);
        let conflict = self.conflict.as_ref().map(|_| ("contact-way".to_owned(), frame.title.clone()));
        let (revision, view) = self.sent.unwrap_or_else(|| (self.draft.revision, enter::view(self.app)));
        let page = FieldsPage {
            frame: frame.clone(),
            back: enter::back(self.draft, journey.before(&Step::Contact), self.from_check),
            action: path,
            revision,
            view,
            from_check: self.from_check,
            takes_files: false,
            caption: enter::caption(self.app, self.draft, self.definition.name(self.who.lang), self.who.lang),
            heading: Some(frame.title.clone()),
            intro: Some(frame.t("forms-contact-intro").to_owned()),
            danger: danger::in_answers(self.app, frame, self.definition, &self.draft.answers)?,
            homes: Vec::new(),
            fields: beside
                .into_iter()
                .chain([name.into(), ways(frame, &self.form, &reach::offered(self.app.texts, self.definition))])
                .collect(),
            leave: Later::of(&self.form) != Later::No && !self.form.is_good(),
            errors: self.form.errors().to_vec(),
            conflicts: conflict.into_iter().collect(),
        };
        if bad { invalid(&page) } else { html(&page) }
    }
}

fn input(frame: &Frame, form: &Form, name: &'static str, label: String) -> Input<'static> {
    Input::text(name, label).value(form.value(name).to_owned()).error(frame, form.error(name).map(str::to_owned))
}

/// The choice of ways, each with what it needs.
fn ways(frame: &Frame, form: &Form, offered: &[Way]) -> Markup<'static> {
    let labelled = |name, key: &str| input(frame, form, name, frame.t(key).to_owned());
    let inside = |way: Way| -> Option<Markup<'static>> {
        Some(match way {
            Way::Email => labelled("contact-email", "forms-contact-email").kind("email").autocomplete("email").into(),
            Way::Text => phone(labelled("contact-mobile", "forms-contact-mobile")).into(),
            Way::Call => phone(labelled("contact-phone", "forms-contact-phone")).into(),
            Way::Letter => {
                let lines = [
                    labelled("contact-line1", "services-address-line1").autocomplete("address-line1"),
                    labelled("contact-line2", "services-address-line2").autocomplete("address-line2"),
                    labelled("contact-town", "forms-contact-town").autocomplete("address-level2"),
                    labelled("contact-postcode", "services-address-postcode")
                        .autocomplete("postal-code")
                        .classes("govuk-input--width-10"),
                ];
                Markup::join(lines.map(Markup::from))
            }
            Way::None => return None,
        })
    };
    let choice = |way: Way| {
        let choice = Choice::new(way.code(), frame.t(way.key()).to_owned()).conditional(inside(way));
        match way {
            Way::Call => choice.hint(frame.t("forms-contact-way-call-hint").to_owned()),
            Way::None => choice.hint(frame.t("forms-contact-way-none-hint").to_owned()),
            _ => choice,
        }
    };
    if let [only] = offered {
        return inside(*only).unwrap_or_default();
    }
    Radios::new("contact-way", frame.t("forms-contact-way").to_owned())
        .choices(offered.iter().copied().map(choice))
        .value(form.value("contact-way").to_owned())
        .error(frame, form.error("contact-way").map(str::to_owned))
        .legend_classes("govuk-fieldset__legend--s")
        .into()
}

fn phone(input: Input<'static>) -> Input<'static> {
    input.kind("tel").autocomplete("tel").classes("govuk-input--width-20")
}

/// GET /forms/{draft}/contact.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(from): Query<From>,
) -> Result<Response> {
    let id: Id = id.parse()?;
    let mut read = app.db.read().await?;
    let draft = enter::draft(&mut read, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let known = match (&draft.reach, &who.person) {
        (Some(reach), _) => Some(reach.clone()),
        (None, Person::Resident(_) | Person::Staff(_)) => {
            let owner = if draft.for_whom.is_some() { draft.resident } else { who.id() };
            residents::by_id(&mut read, owner).await?.map(|found| from_account(&found, app.texts))
        }
        _ => None,
    };
    drop(read);
    let definition = service::of(&app, &draft)?;
    if definition.contact == Contact::None {
        return Ok(see(&enter::address(&draft, &Journey::new(&definition, &draft).first_to_do(), false)));
    }
    let form = known.map_or_else(Form::empty, |reach| reach.fill(Form::empty()));
    let from_check = from.check();
    Shown { app: &app, who: &who, definition: &definition, draft: &draft, form, from_check, sent: None, conflict: None }
        .draw()
}

/// What the account knows: by email where there is one, else by phone.
pub(crate) fn from_account(resident: &residents::Resident, texts: bool) -> Reach {
    let way = match (&resident.email, &resident.phone) {
        (Some(_), _) | (None, None) => Way::Email,
        (None, Some(phone)) => {
            let can = residents::Phone::read(phone).is_ok_and(|phone| phone.can_text());
            if texts && can { Way::Text } else { Way::Call }
        }
    };
    let (email, phone) = (resident.email.clone(), resident.phone.clone());
    Reach { name: resident.name.clone(), way, email, phone, address: None, proved: false, account: false }
}

/// True when something was typed that would be lost.
fn typed(form: &Form) -> bool {
    let fields = ["name", "email", "mobile", "phone", "line1", "line2", "town", "postcode"];
    fields.iter().any(|field| !form.trimmed(&format!("contact-{field}")).is_empty())
}

/// The field a code could not be sent to.
fn field_of(to: &residents::Address) -> &'static str {
    match to {
        residents::Address::Email(_) => "contact-email",
        residents::Address::Phone(_) => "contact-mobile",
    }
}

/// POST /forms/{draft}/contact.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let id: Id = id.parse()?;
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    if definition.contact == Contact::None {
        return Err(Error::NotFound);
    }
    let offered = reach::offered(app.texts, &definition);
    let read = reach::read(&mut form, &offered, who.lang, &app.words);
    let (later, from_check) = (Later::of(&form), form.value("from") == "check");
    let (revision, view) = sent_by(&app, &form);
    let shown = |draft, form, sent, conflict| {
        Shown { app: &app, who: &who, definition: &definition, draft, form, from_check, sent, conflict }.draw()
    };
    let Some(reach) = read else {
        if later == Later::Leave || later == Later::Save && !typed(&form) {
            return Ok(see(&draft.step("save")));
        }
        return shown(&draft, form, Some((revision, view)), None);
    };
    let mut tx = app.db.begin().await?;
    let mut draft = enter::draft(&mut tx, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let same = draft.reach.as_ref().is_some_and(|saved| saved.says_the_same(&reach));
    if let Some(saved) = draft.reach.as_ref().filter(|_| !same)
        && draft.changed_elsewhere(REACH, revision, &view)
    {
        let saved = format!("{}, {}", saved.name, saved.at());
        drop(tx);
        return shown(&draft, form, None, Some(saved));
    }
    // Who signs in after they said it needs no code for what their account has.
    let account = code::account_has(&mut tx, draft.account_of(&who), &reach).await?;
    let newly = account && draft.reach.as_ref().is_some_and(|saved| !saved.proved);
    if !same || newly || !draft.has_answered(REACH) {
        let before = draft.revision;
        draft.touch(&who, app.now());
        draft.note(REACH, &who, &view);
        draft.reach = Some(Reach { proved: account, account, ..reach });
        store::save(&mut tx, &draft, before).await?;
        kit::facts::record(&mut tx, &app, answered(&who, &draft, "contact")).await?;
    }
    let to = journey::to_prove(&definition, &draft).filter(|_| later == Later::No);
    let code = match &to {
        Some(to) => match code::send(&mut tx, &app, &who, &draft, to, from_check).await {
            Ok(code) => Some(code),
            Err(Error::TooMany(seconds)) => {
                // What they told us is kept; only the code has to wait.
                tx.commit().await?;
                form.refuse(field_of(to), residents::slow_down(&app, &who, residents::Instead::SignIn, seconds));
                return Ok(too_many(shown(&draft, form, None, None)?, seconds));
            }
            Err(cause) => return Err(cause),
        },
        None => None,
    };
    tx.commit().await?;
    if later != Later::No {
        return Ok(see(&draft.step("save")));
    }
    if let Some(code) = code {
        return Ok(see(&code));
    }
    let next = Journey::new(&definition, &draft).first_to_do();
    Ok(see(&enter::address(&draft, &next, from_check)))
}
