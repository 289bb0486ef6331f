//! Answers somebody might have given: made from the definition itself, so that a new service has a history too.

use super::borough::{Borough, Ground};
use jiff::ToSpan;
use jiff::civil::Date;
use kit::id::Entropy;
use services::{Address, Answer, Answers, Definition, Kind, Place, Question};

/// No service asks more than this.
const MOST: usize = 80;

/// Sentences for long answers.
const SENTENCES: [&str; 8] = [
    "It has been like this for some days.",
    "Please be careful, there are small children about.",
    "I have told you before and heard nothing.",
    "It got worse after the rain.",
    "It is easiest to find me at home in the morning.",
    "My neighbour has the same.",
    "Thank you for looking at it.",
    "I do not know who else to ask.",
];

/// A whole set of answers, given on this day at this place.
pub fn make(definition: &Definition, borough: &Borough, ground: usize, day: Date, chance: &Entropy) -> Answers {
    let mut answers = Answers::on(day);
    for _ in 0..MOST {
        let Some((_, question)) = definition.missing(&answers).into_iter().next() else { break };
        let answer = answer(question, &borough.grounds[ground], day, chance);
        answers.give(&question.id.clone(), answer);
    }
    definition.on_path(&answers)
}

fn pick<'a, T>(from: &'a [T], chance: &Entropy) -> &'a T {
    &from[chance.below(from.len().max(1) as u64) as usize]
}

fn between(min: Option<i64>, max: Option<i64>, span: i64, chance: &Entropy) -> i64 {
    let low = min.unwrap_or(0);
    let high = max.unwrap_or(low + span).min(low + span).max(low);
    low + chance.below((high - low + 1) as u64) as i64
}

fn answer(question: &Question, ground: &Ground, day: Date, chance: &Entropy) -> Answer {
    match &question.kind {
        Kind::Choice { options } => Answer::Choice(likely(question, options, chance)),
        Kind::Choices { options, exclusive } => Answer::Choices(vec![match exclusive {
            Some(none) if chance.below(100) < 70 => none.clone(),
            _ => pick(options, chance).clone(),
        }]),
        // Dangers are rare; so are most other things one is asked to confirm.
        Kind::YesNo => Answer::YesNo(chance.below(100) < 6),
        Kind::Date { min, max } => {
            let low = min.as_ref().map_or(day.saturating_sub(30.days()), |limit| limit.on(day));
            // Most people tell what has happened already.
            let high = max.as_ref().map_or(day, |limit| limit.on(day)).min(day.max(low));
            let low = low.max(day.saturating_sub(30.days())).min(high);
            let span = i64::from((high - low).get_days()).max(0);
            Answer::Date(low.saturating_add(between(None, Some(span), span, chance).days()))
        }
        Kind::Number { min, max } => Answer::Number(between(*min, *max, 3, chance)),
        Kind::Money { min, max } => Answer::Money(between(*min, *max, 40_000, chance)),
        Kind::Address => Answer::Address(Address {
            line1: format!("{} {}", 1 + chance.below(40), ground.street),
            line2: String::new(),
            town: "Eastmere".into(),
            postcode: ground.postcode.clone(),
            inside: Some(true),
        }),
        Kind::Postcode => Answer::Text(ground.postcode.clone()),
        Kind::Plate => Answer::Text(super::people::plate(chance)),
        // Nobody has to attach anything.
        Kind::File(_) => Answer::Files(Vec::new()),
        Kind::Place => Answer::Place(place(ground, chance)),
        Kind::Email => Answer::Text("someone@resident.example".into()),
        Kind::Phone => Answer::Text("01632 960321".into()),
        Kind::PersonName => Answer::Text(super::people::name(&super::people::family(chance), chance)),
        Kind::Text { .. } => Answer::Text((*pick(&SENTENCES, chance)).trim_end_matches('.').to_owned()),
        Kind::LongText { .. } => Answer::Text(format!("{} {}", pick(&SENTENCES, chance), pick(&SENTENCES, chance))),
    }
}

/// The first options of a list are the commonest; who asks for a repair of the council's is mostly its tenant.
fn likely(question: &Question, options: &[String], chance: &Entropy) -> String {
    if question.id == "tenure" {
        return options[0].clone();
    }
    let halves = chance.below(options.len() as u64).min(chance.below(options.len() as u64));
    options[halves as usize].clone()
}

/// Somewhere near a postcode, a few metres off.
pub fn place(ground: &Ground, chance: &Entropy) -> Place {
    let off = || (chance.below(2_000) as f64 - 1_000.0) * 4e-7;
    Place {
        street: ground.street.clone(),
        postcode: Some(ground.postcode.clone()),
        exact: true,
        latitude: Some(ground.latitude + off()),
        longitude: Some(ground.longitude + off()),
        ward: Some(ground.ward.clone()),
        ward_name: Some(ground.ward_name.clone()),
        nearest_postcode: Some(ground.postcode.clone()),
        inside: Some(true),
        trunk_road: None,
    }
}
