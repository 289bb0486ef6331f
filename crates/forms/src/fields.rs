//! Drawing questions: one component of the design system for each type, with what was typed and what is wrong.

use crate::attach;
use crate::draft::Draft;
use askama::Template;
use kit::files::{File, State, Takes};
use kit::form::Form;
use kit::page::Frame;
use kit::ui::{Button, CharacterCount, Checkboxes, Choice, DateInput, Details, Fieldset, FileUpload};
use kit::ui::{Input, InsetText, Markup, Radios};
use services::{Attached, Attachments, Definition, Kind, Question};

/// What a question is drawn from.
pub struct Drawing<'a> {
    /// The service.
    pub definition: &'a Definition,
    /// The page's frame.
    pub frame: &'a Frame,
    /// What was typed, and what is wrong with it.
    pub form: &'a Form,
    /// The page asks one question, which is then its heading.
    pub lone: bool,
    /// What was answered so far.
    pub draft: &'a Draft,
    /// The files of the draft.
    pub kept: &'a [File],
}

/// A file that was added, with a way to take it away.
#[derive(Template)]
#[template(path = "file.html")]
struct Added<'a> {
    frame: &'a Frame,
    file: &'a Attached,
    size: String,
    path: String,
    /// It can be opened, and looked at.
    opens: bool,
    picture: bool,
    note: Option<&'static str>,
}

impl Drawing<'_> {
    /// The question with its control. `beside` is what another window saved for it in the meantime.
    pub fn question(&self, question: &Question, beside: Option<&str>) -> Markup<'static> {
        let drawn = match &question.kind {
            Kind::LongText { max_length } => self.long_text(question, *max_length),
            Kind::Choice { .. } | Kind::YesNo => self.radios(question),
            Kind::Choices { exclusive, .. } => self.checkboxes(question, exclusive.as_deref()),
            Kind::Date { .. } => self.date(question),
            Kind::Address => self.address(question),
            Kind::Place => self.place(question),
            Kind::File(Attachments { most, takes }) => self.files(question, *most, *takes),
            _ => self.input(question),
        };
        let asked = format!(r#"<input type="hidden" name="asked" value="{}">"#, question.id);
        let beside = beside.map(|answer| {
            let words = self.frame.with("forms-saved-meanwhile", "answer", answer);
            Markup::from(InsetText::new(words))
        });
        Markup::join([beside.unwrap_or_default(), drawn, Markup::trusted(asked)])
    }

    fn words(&self, question: &Question) -> String {
        let label = self.definition.label(&question.id, self.frame.lang);
        if question.required { label } else { self.frame.with("services-optional", "label", label) }
    }

    fn hint(&self, question: &Question) -> Option<String> {
        self.definition.hint(&question.id, self.frame.lang)
    }

    fn error(&self, field: &str) -> Option<String> {
        self.form.error(field).map(str::to_owned)
    }

    fn label_size(&self) -> &'static str {
        if self.lone { "govuk-label--l" } else { "govuk-label--s" }
    }

    fn legend_size(&self) -> &'static str {
        if self.lone { "govuk-fieldset__legend--l" } else { "govuk-fieldset__legend--s" }
    }

    fn input(&self, question: &Question) -> Markup<'static> {
        let (id, label) = (question.id.clone(), self.words(question));
        let input = match &question.kind {
            Kind::Email => Input::email(id, label),
            Kind::Phone => Input::phone(id, label),
            Kind::Number { .. } => Input::digits(id, label),
            Kind::Money { .. } => {
                Input::text(id, label).inputmode("decimal").classes("govuk-input--width-10").prefix("£")
            }
            Kind::Postcode => Input::postcode(id, label),
            Kind::Plate => Input::text(id, label).classes("govuk-input--width-10").spellcheck(false),
            Kind::Text { max_length, .. } if *max_length <= 20 => {
                Input::text(id, label).classes("govuk-input--width-20")
            }
            _ => Input::text(id, label),
        };
        let suffix = self.definition.suffix(&question.id, self.frame.lang);
        let input = match suffix.filter(|suffix| !suffix.is_empty()) {
            Some(suffix) => input.suffix(suffix),
            None => input,
        };
        let input = match &question.autocomplete {
            Some(autocomplete) => input.autocomplete(autocomplete.as_str()),
            None => input,
        };
        let input = input
            .value(self.form.value(&question.id))
            .hint(self.hint(question))
            .error(self.frame, self.error(&question.id))
            .label_classes(self.label_size());
        if self.lone { input.label_is_heading().into() } else { input.into() }
    }

    fn long_text(&self, question: &Question, most: usize) -> Markup<'static> {
        let area = CharacterCount::new(self.frame, question.id.clone(), self.words(question), most as u64)
            .value(self.form.value(&question.id))
            .threshold(75)
            .hint(self.hint(question))
            .error(self.frame, self.error(&question.id))
            .label_classes(self.label_size());
        if self.lone { area.label_is_heading().into() } else { area.into() }
    }

    fn choice(&self, question: &Question, option: &str) -> Choice<'static> {
        let lang = self.frame.lang;
        let choice = Choice::new(option.to_owned(), self.definition.option_label(&question.id, option, lang));
        match self.definition.option_hint(&question.id, option, lang) {
            Some(hint) => choice.hint(hint),
            None => choice,
        }
    }

    /// The same words as on the page where answers are checked.
    fn yes_no(&self, question: &Question, yes: bool) -> String {
        let (own, general) = if yes { ("yes", "services-yes") } else { ("no", "services-no") };
        let own = self.definition.text_if_any(self.frame.lang, &format!("question-{}-{own}", question.id));
        own.unwrap_or_else(|| self.frame.t(general).to_owned())
    }

    fn radios(&self, question: &Question) -> Markup<'static> {
        let choices: Vec<Choice<'static>> = match &question.kind {
            Kind::Choice { options } => options.iter().map(|option| self.choice(question, option)).collect(),
            _ => [("yes", true), ("no", false)].map(|(v, yes)| Choice::new(v, self.yes_no(question, yes))).into(),
        };
        let short = matches!(question.kind, Kind::YesNo);
        let radios = Radios::new(question.id.clone(), self.words(question))
            .choices(choices)
            .value(self.form.value(&question.id))
            .hint(self.hint(question))
            .error(self.frame, self.error(&question.id))
            .legend_classes(self.legend_size());
        let radios = if short { radios.inline() } else { radios };
        if self.lone { radios.legend_is_heading().into() } else { radios.into() }
    }

    fn checkboxes(&self, question: &Question, exclusive: Option<&str>) -> Markup<'static> {
        let boxes = Checkboxes::new(question.id.clone(), self.words(question))
            .values(self.form.values(&question.id))
            .hint(self.hint(question))
            .error(self.frame, self.error(&question.id))
            .legend_classes(self.legend_size());
        // The option that excludes the others stands last, wherever the definition has it.
        let others = question.options().iter().filter(|option| exclusive != Some(option.as_str()));
        let boxes = others.fold(boxes, |boxes, option| boxes.choice(self.choice(question, option)));
        let boxes = match exclusive {
            Some(option) => boxes
                .choice(Choice::divider(self.frame.t("forms-or").to_owned()))
                .choice(self.choice(question, option).exclusive()),
            None => boxes,
        };
        if self.lone { boxes.legend_is_heading().into() } else { boxes.into() }
    }

    fn date(&self, question: &Question) -> Markup<'static> {
        let name = |part: &str| format!("{}-{part}", question.id);
        let parts = ["day", "month", "year"].map(|part| (self.form.value(&name(part)), self.error(&name(part))));
        let [(day, day_error), (month, month_error), (year, year_error)] = parts;
        let error = self.error(&question.id).or(day_error).or(month_error.clone()).or(year_error.clone());
        let date = DateInput::new(self.frame, question.id.clone(), self.words(question))
            .values(day, month, year)
            .hint(self.hint(question).unwrap_or_else(|| self.frame.t("forms-date-hint").to_owned()))
            .error(self.frame, error)
            .legend_classes(self.legend_size());
        let date = match (month_error.is_some(), year_error.is_some()) {
            (false, false) => date,
            (month, year) => date.wrong_parts(false, month, year),
        };
        if self.lone { date.legend_is_heading().into() } else { date.into() }
    }

    /// Inputs that belong together under one legend.
    fn together(&self, question: &Question, inputs: Vec<Markup<'static>>) -> Markup<'static> {
        let hint = self.hint(question).map(|hint| Markup::from(kit::ui::Hint::new(hint)));
        let body = Markup::join(hint.into_iter().chain(inputs));
        let set = Fieldset::new(self.words(question)).legend_classes(self.legend_size()).body(body);
        if self.lone { set.legend_is_heading().into() } else { set.into() }
    }

    fn part(&self, question: &Question, part: &str, label: &str) -> Input<'static> {
        let name = format!("{}-{part}", question.id);
        Input::text(name.clone(), self.frame.t(label).to_owned())
            .value(self.form.value(&name).to_owned())
            .error(self.frame, self.error(&name))
    }

    fn address(&self, question: &Question) -> Markup<'static> {
        let lines = vec![
            self.part(question, "line1", "services-address-line1").autocomplete("address-line1").into(),
            self.part(question, "line2", "services-address-line2").autocomplete("address-line2").into(),
            self.part(question, "town", "services-address-town")
                .autocomplete("address-level2")
                .classes("govuk-!-width-two-thirds")
                .into(),
            self.part(question, "postcode", "services-address-postcode")
                .autocomplete("postal-code")
                .classes("govuk-input--width-10")
                .into(),
        ];
        self.together(question, lines)
    }

    /// Shown to somebody who gave a street alone: the way on for those who know no more.
    fn anywhere(&self, question: &Question) -> Markup<'static> {
        let name = format!("{}-anywhere", question.id);
        let chosen = self.form.value(&name) == "yes";
        let street = !self.form.value(&format!("{}-street", question.id)).is_empty();
        let refused = street && self.error(&format!("{}-postcode", question.id)).is_some();
        if !chosen && !refused {
            return Markup::default();
        }
        let choice = Choice::new("yes", self.frame.t("services-place-anywhere").to_owned());
        Checkboxes::new(name.clone(), "").choice(choice).values(self.form.values(&name)).into()
    }

    fn place(&self, question: &Question) -> Markup<'static> {
        // Numbers and a comma: from left to right in every language.
        let point = self.part(question, "point", "services-place-point").attr("dir", "ltr");
        let name = format!("{}-point", question.id);
        let open = !self.form.value(&name).is_empty() || self.form.error(&name).is_some();
        let position = Details::new(self.frame.t("forms-place-position").to_owned(), point).open(open);
        let parts = vec![
            self.part(question, "street", "services-place-street").into(),
            self.part(question, "postcode", "services-place-postcode").classes("govuk-input--width-10").into(),
            position.into(),
            self.anywhere(question),
        ];
        self.together(question, parts)
    }

    /// The files there are, each with a button to take it away; then the control for more, while there is room.
    fn files(&self, question: &Question, most: usize, takes: Takes) -> Markup<'static> {
        let there = attach::of(self.draft, &question.id);
        let hint = match takes {
            Takes { pdf: false, .. } => "forms-files-hint-photo",
            Takes { photos: false, .. } => "forms-files-hint-pdf",
            _ => "page-file-hint",
        };
        let own = self.hint(question).map(|own| format!("{own} ")).unwrap_or_default();
        let kinds = match takes {
            Takes { pdf: false, .. } => "image/jpeg,image/png,image/webp",
            Takes { photos: false, .. } => "application/pdf",
            _ => "image/jpeg,image/png,image/webp,application/pdf",
        };
        let control = FileUpload::new(question.id.clone(), self.words(question))
            .multiple(most > 1)
            .attr("accept", kinds)
            .hint(format!("{own}{}", self.frame.with(hint, "most", most)))
            .error(self.frame, self.error(&question.id))
            .label_classes(self.label_size());
        let control = if self.lone { control.label_is_heading() } else { control };
        let add = Button::submit(self.frame.t("forms-files-add").to_owned())
            .secondary()
            .name("add")
            .value(question.id.clone());
        let list: String = there.iter().map(|file| self.added(file)).collect();
        let list = match list.is_empty() {
            true => Markup::default(),
            false => Markup::trusted(format!(
                r#"<p class="govuk-body-s" id="{id}-sent">{words}</p><ul class="govuk-list app-files" aria-labelledby="{id}-sent">{list}</ul>"#,
                id = question.id,
                words = Markup::from(self.frame.t("forms-files-sent")),
            )),
        };
        Markup::join([Markup::from(control), list, Markup::from(add)])
    }

    fn added(&self, file: &Attached) -> String {
        let kept = self.kept.iter().find(|kept| kept.id == file.id);
        let added = Added {
            frame: self.frame,
            file,
            size: self.frame.lang.size(file.bytes),
            path: self.draft.step(&format!("files/{}", file.id)),
            opens: kept.is_some_and(File::can_be_opened),
            picture: kept.is_some_and(|kept| kept.content.is_picture()),
            note: match kept.map(|kept| kept.state) {
                Some(State::Waiting) => Some("forms-files-waiting"),
                Some(State::Infected) => Some("forms-files-infected"),
                _ => None,
            },
        };
        added.to_string()
    }
}
