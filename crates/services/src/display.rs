//! Answers as people read them.

use crate::answers::{Answer, Answers, Place};
use crate::model::{Definition, Kind, Question};
use kit::lang::Lang;
use kit::words::Words;

/// The longest title of a case, in characters.
const LONGEST_TITLE: usize = 100;

impl Definition {
    /// An answer in words. `words` are the general ones, for yes and no.
    pub fn display(&self, question: &Question, answer: &Answer, lang: Lang, words: &Words) -> String {
        match answer {
            Answer::Text(text) => text.clone(),
            Answer::Choice(option) => self.option_label(&question.id, option, lang),
            Answer::Choices(all) => {
                let labels: Vec<String> =
                    all.iter().map(|option| self.option_label(&question.id, option, lang)).collect();
                labels.join(comma(lang))
            }
            Answer::YesNo(yes) => self.yes_no_label(&question.id, *yes, lang, words),
            Answer::Number(number) => match self.suffix(&question.id, lang) {
                Some(unit) => format!("{} {unit}", lang.number(*number)),
                None => lang.number(*number),
            },
            Answer::Money(pence) => lang.money(*pence),
            Answer::Date(day) => lang.civil(*day),
            Answer::Address(address) => {
                let lines = [&address.line1, &address.line2, &address.town, &address.postcode];
                let filled: Vec<String> =
                    lines.into_iter().filter(|line| !line.is_empty()).map(|line| typed(line, lang)).collect();
                filled.join(comma(lang))
            }
            Answer::Place(place) => place_in_words(place, lang, place.exact),
            Answer::Files(files) => {
                let lines: Vec<String> = files
                    .iter()
                    .map(|file| format!("{} ({})", typed(&file.name, lang), lang.size(file.bytes)))
                    .collect();
                lines.join("\n")
            }
        }
    }

    /// Yes or no, in the question's own words where it has them: Welsh answers each verb differently.
    pub fn yes_no_label(&self, question: &str, yes: bool, lang: Lang, words: &Words) -> String {
        let (own, general) = if yes { ("yes", "services-yes") } else { ("no", "services-no") };
        let own = self.text_if_any(lang, &format!("question-{question}-{own}"));
        own.unwrap_or_else(|| words.get(lang, general).to_owned())
    }

    /// What a case is called: the answers the definition names, never sensitive ones, else the service. Days alone say
    /// nothing, so the service comes before them.
    pub fn title(&self, answers: &Answers, lang: Lang, words: &Words) -> String {
        let named = self.title_from.iter().filter_map(|id| self.question(id));
        let mut only_days = true;
        let mut parts: Vec<String> = named
            .filter(|question| !question.sensitive)
            .inspect(|question| only_days &= matches!(question.kind, Kind::Date { .. }))
            .filter_map(|question| match answers.get(&question.id)? {
                // Numbers tell nobody where it is; the whole answer has them.
                Answer::Place(place) => Some(place_in_words(place, lang, false)),
                Answer::Text(text) => Some(typed(text, lang)),
                answer => Some(self.display(question, answer, lang, words)),
            })
            .collect();
        if parts.is_empty() {
            return self.name(lang).to_owned();
        }
        if only_days {
            parts.insert(0, self.name(lang).to_owned());
        }
        shortened(&parts.join(comma(lang)))
    }
}

fn comma(lang: Lang) -> &'static str {
    if lang == Lang::AR { "، " } else { ", " }
}

/// The marks around words that run in a direction of their own.
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// What somebody typed, among words that run from right to left: kept apart by marks, which mails and lists carry too, so
/// that a house number does not jump into the postcode.
fn typed(text: &str, lang: Lang) -> String {
    let [from, to] = ISOLATE;
    if lang.dir == "rtl" { format!("{from}{text}{to}") } else { text.to_owned() }
}

fn place_in_words(place: &Place, lang: Lang, exact: bool) -> String {
    let position = || match (place.latitude, place.longitude) {
        (Some(latitude), Some(longitude)) => Some(typed(&format!("{latitude:.5}, {longitude:.5}"), lang)),
        _ => None,
    };
    let postcode = place.postcode.clone();
    let given = [place.street.clone()].into_iter().chain(postcode).filter(|part| !part.is_empty());
    let parts: Vec<String> = given.map(|part| typed(&part, lang)).collect();
    if exact {
        return parts.into_iter().chain(position()).collect::<Vec<_>>().join(comma(lang));
    }
    if parts.is_empty() {
        return position().or(place.nearest_postcode.clone()).unwrap_or_default();
    }
    parts.join(comma(lang))
}

/// A title in one line of bounded length, cut at a word.
pub fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_TITLE {
        return line;
    }
    let cut: String = line.chars().take(LONGEST_TITLE - 1).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |space| &cut[..space]);
    let [from, to] = ISOLATE.map(|mark| whole.matches(mark).count());
    format!("{whole}…{}", ISOLATE[1].to_string().repeat(from.saturating_sub(to)))
}
