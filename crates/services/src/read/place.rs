//! Somewhere: street or landmark, postcode, or a position. What can be found out about it, is.

use super::{Context, Read, Wrong, contact, fault};
use crate::answers::{Answer, Place};
use kit::form::{self, Fault, Form};
use places::{Point, Postcode, Whose};

/// A position farther than this from every known postcode is in nobody's area we know, in metres.
/// Commons and rivers in towns are nearer to some postcode than that.
const FARTHEST: f64 = 1500.0;

/// A position farther than this from a road named in the words is what counts, in metres.
const NAMED: f64 = 500.0;

/// Reads `<id>-street`, `<id>-postcode` and `<id>-point`. A street alone is a mile long: it is taken when the person says with
/// `<id>-anywhere` that they know no more.
pub(super) fn place(form: &Form, id: &str, context: &Context<'_>) -> Read {
    let part = |suffix: &'static str| match form::line(form.value(&format!("{id}{suffix}")), 200) {
        Ok(text) => Ok(text),
        Err(Fault::Empty) => Ok(String::new()),
        Err(other) => fault(other).map_err(|wrong| wrong.at(suffix)).map(|_| String::new()),
    };
    let (mut street, mut position) = (part("-street")?, part("-point")?);
    let mut typed_postcode =
        contact::postcode(form.value(&format!("{id}-postcode"))).map_err(|wrong| wrong.at("-postcode"))?;
    if typed_postcode.is_none()
        && let Some((postcode, rest)) = postcode_in(&street, context)
    {
        (typed_postcode, street) = (Some(Answer::Text(postcode)), rest);
    }
    if position.is_empty() && point(&street).is_some() {
        position = std::mem::take(&mut street);
    }
    let mut place = Place { street, ..Place::default() };
    if let Some(Answer::Text(postcode)) = typed_postcode {
        by_postcode(&mut place, &postcode, context);
    }
    if !position.is_empty() {
        let point = point(&position).ok_or_else(|| Wrong::new("not-known", "services-error-not-point").at("-point"))?;
        by_point(&mut place, point, context);
        place.exact = true;
    }
    by_name(&mut place, context);
    let vague = place.postcode.is_none() && place.latitude.is_none() && place.trunk_road.is_none();
    if vague && !place.street.is_empty() && form.trimmed(&format!("{id}-anywhere")) != "yes" {
        return Err(Wrong::new("vague", "services-error-place-vague").at("-postcode"));
    }
    let nothing = place.street.is_empty() && place.postcode.is_none() && place.latitude.is_none();
    Ok((!nothing).then_some(Answer::Place(place)))
}

/// A postcode written in the words for a street, "Mill Road, Cambridge, CB1 2AD", and the words without it: at their end,
/// or anywhere where it is one we know.
fn postcode_in(words: &str, context: &Context<'_>) -> Option<(String, String)> {
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for word in words.split([' ', ',', ';', '(', ')']).filter(|word| !word.is_empty()) {
        let start = word.as_ptr() as usize - words.as_ptr() as usize;
        ends.push((start, start + word.len()));
    }
    let spans = ends.iter().copied().chain(ends.windows(2).map(|two| (two[0].0, two[1].1)));
    let found = spans.filter_map(|(from, to)| {
        let postcode = Postcode::parse(&words[from..to]).ok()?;
        let last = ends.last().is_some_and(|(_, end)| *end == to);
        (last || context.postcodes.find(&postcode).is_some()).then_some((from, to, postcode))
    });
    let (from, to, postcode) = found.max_by_key(|(_, to, _)| *to)?;
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')');
    let sides =
        [words[..from].trim_end_matches(between), words[to..].trim_start_matches(between).trim_end_matches(between)];
    let kept: Vec<&str> = sides.into_iter().filter(|side| !side.is_empty()).collect();
    Some((postcode.to_string(), kept.join(", ")))
}

/// "52.2053, 0.1218", in any digits.
fn point(text: &str) -> Option<Point> {
    let plain = super::number::plain_digits(text).replace('،', ",");
    let (latitude, longitude) = plain.split_once(',').or_else(|| plain.trim().split_once(' '))?;
    Point::new(latitude.trim().parse().ok()?, longitude.trim().parse().ok()?).ok()
}

fn by_postcode(place: &mut Place, typed: &str, context: &Context<'_>) {
    place.postcode = Some(typed.to_owned());
    let Ok(postcode) = Postcode::parse(typed) else { return };
    place.inside = is_inside(typed, context);
    if let Some(found) = context.postcodes.find(&postcode) {
        put_point(place, found.point, context);
        put_ward(place, found);
    }
}

/// Whether a postcode is in the council's area. One that is not in the table is elsewhere if none of the council's
/// postcodes begins so, else perhaps new.
pub(super) fn is_inside(typed: &str, context: &Context<'_>) -> Option<bool> {
    let postcode = Postcode::parse(typed).ok()?;
    if let Some(found) = context.postcodes.find(&postcode) {
        return Some(found.council.code == context.council);
    }
    let ours = |known: places::Place<'_>| {
        known.council.code == context.council && known.postcode.outward() == postcode.outward()
    };
    (!context.postcodes.is_empty() && !context.postcodes.iter().any(ours)).then_some(false)
}

fn by_point(place: &mut Place, point: Point, context: &Context<'_>) {
    put_point(place, point, context);
    match context.postcodes.whose(context.council, point, FARTHEST) {
        Whose::Ours { place: nearest, .. } => {
            place.inside = Some(true);
            put_ward(place, nearest);
        }
        Whose::Theirs { place: nearest, .. } => {
            place.inside = Some(false);
            put_ward(place, nearest);
        }
        Whose::Unknown => place.inside = (!context.postcodes.is_empty()).then_some(false),
    }
}

fn put_point(place: &mut Place, point: Point, context: &Context<'_>) {
    place.latitude = Some(point.latitude());
    place.longitude = Some(point.longitude());
    place.trunk_road = context.roads.at(point).map(|(road, _)| road.name.clone());
}

/// A road named in the words counts, unless the person gave a position elsewhere.
fn by_name(place: &mut Place, context: &Context<'_>) {
    let Some(road) = context.roads.named(&place.street) else { return };
    let given = place.exact.then(|| place.latitude.zip(place.longitude)).flatten();
    let elsewhere = given.and_then(|(latitude, longitude)| Point::new(latitude, longitude).ok());
    if elsewhere.is_none_or(|point| road.metres_from(point) <= NAMED) {
        place.trunk_road = Some(road.name.clone());
    }
}

fn put_ward(place: &mut Place, found: places::Place<'_>) {
    place.ward = Some(found.ward.code.clone());
    place.ward_name = Some(found.ward.name.clone());
    place.nearest_postcode = Some(found.postcode.as_str().to_owned());
}
