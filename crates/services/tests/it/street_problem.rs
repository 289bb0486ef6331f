//! The worked example from end to end: path, decisions, promise, title.

use crate::council::{definitions, words};
use calendar::{Calendar, Holidays, Opening};
use jiff::civil::{Date, date, time};
use kit::lang::Lang;
use services::{Answer, Answers, Definition, Output, Place, Priority};

const TODAY: Date = date(2026, 11, 20);

fn street_problem() -> Definition {
    let folder = definitions();
    let (id, files) = folder.services().find(|(id, _)| *id == "street-problem").expect("delivered");
    Definition::parse(id, files).expect("no mistakes")
}

fn answers(given: &[(&str, Answer)]) -> Answers {
    let mut answers = Answers::on(TODAY);
    given.iter().for_each(|(question, answer)| answers.give(question, answer.clone()));
    answers
}

fn choice(option: &str) -> Answer {
    Answer::Choice(option.into())
}

fn place(inside: Option<bool>, trunk_road: Option<&str>) -> Answer {
    Answer::Place(Place {
        street: "Mill Road".into(),
        inside,
        trunk_road: trunk_road.map(Into::into),
        ..Place::default()
    })
}

fn pages(definition: &Definition, answers: &Answers) -> Vec<String> {
    definition.path(answers).iter().map(|page| page.id.clone()).collect()
}

fn friday_at_four() -> i64 {
    let calendar = office();
    calendar.instant(TODAY, time(16, 0, 0, 0)).expect("a moment")
}

fn office() -> Calendar {
    Calendar::london(Holidays::none(), Opening::weekdays(time(9, 0, 0, 0), time(17, 0, 0, 0)).expect("hours"))
}

#[test]
fn the_path_follows_the_answers_and_going_back_changes_it() {
    let definition = street_problem();
    let mut given = answers(&[]);
    assert_eq!(pages(&definition, &given), ["kind", "danger", "place", "description"]);
    given.give("kind", choice("pothole"));
    assert_eq!(pages(&definition, &given), ["kind", "danger", "place", "hole", "description"]);
    given.give("hole_depth", choice("deeper"));
    given.give("kind", choice("street-light"));
    assert_eq!(pages(&definition, &given), ["kind", "danger", "place", "light", "description"]);
    assert!(given.get("hole_depth").is_some(), "going back and on again finds the old answer");
    assert!(definition.on_path(&given).get("hole_depth").is_none(), "but it is not submitted");
}

#[test]
fn previous_and_missing_follow_the_path() {
    let definition = street_problem();
    let given = answers(&[("kind", choice("street-light")), ("hurt_now", Answer::YesNo(false))]);
    let previous = |page| definition.previous_page(page, &given).map(|page| page.id.as_str());
    assert_eq!((previous("kind"), previous("light"), previous("description")), (None, Some("place"), Some("light")));
    let missing: Vec<&str> = definition.missing(&given).iter().map(|(_, question)| question.id.as_str()).collect();
    assert_eq!(missing, ["place", "light_fault"], "the number on the post may be left out");
    assert_eq!(definition.first_unanswered(&given).map(|page| page.id.as_str()), Some("place"));
}

#[test]
fn the_promise_comes_from_the_rule_that_fits_and_says_why() {
    let definition = street_problem();
    let promise = |given: &[(&str, Answer)]| {
        let promise =
            definition.promise(&answers(given), friday_at_four(), &office()).expect("in range").expect("promised");
        (Lang::EN.date_time(promise.due), promise.reason)
    };
    assert_eq!(promise(&[("kind", choice("sign"))]), ("4 December 2026 at 17:00".into(), "reason-usual".into()));
    let deep = [("kind", choice("pothole")), ("hole_depth", choice("deeper"))];
    assert_eq!(promise(&deep), ("24 November 2026 at 17:00".into(), "reason-deep".into()));
    let danger = [("kind", choice("pothole")), ("hole_depth", choice("deeper")), ("hurt_now", Answer::YesNo(true))];
    assert_eq!(promise(&danger), ("20 November 2026 at 18:00".into(), "reason-hurt-now".into()));
    let off_path = [("kind", choice("sign")), ("hole_depth", choice("deeper"))];
    assert_eq!(promise(&off_path).1, "reason-usual", "an answer off the path decides nothing");
}

#[test]
fn only_a_hole_is_called_a_hole_in_the_reason_for_a_promise() {
    let definition = street_problem();
    let kind = definition.question("kind").expect("it asks what it is");
    for (kind, depth) in
        kind.options().iter().flat_map(|kind| ["golf-ball", "fist", "deeper"].map(|depth| (kind, depth)))
    {
        let given = answers(&[("kind", choice(kind)), ("hole_depth", choice(depth))]);
        let promise = definition.promise(&given, friday_at_four(), &office()).expect("in range").expect("promised");
        let words = definition.text(Lang::EN, &promise.reason);
        assert_eq!(words.contains("hole"), kind == "pothole" && depth != "golf-ball", "{kind} {depth}: {words}");
        assert_eq!(words.contains("pavement"), kind == "pavement" && depth != "golf-ball", "{kind} {depth}: {words}");
    }
}

#[test]
fn team_priority_and_stop_follow_their_tables() {
    let definition = street_problem();
    assert_eq!(definition.team(&answers(&[("kind", choice("tree"))])), "trees");
    assert_eq!(definition.team(&answers(&[])), "highways");
    let needles = answers(&[
        ("kind", choice("fly-tip")),
        ("rubbish_what", Answer::Choices(vec!["bags".into(), "needles".into()])),
    ]);
    assert_eq!(
        (definition.team(&needles).as_str(), definition.priority(&needles)),
        ("street-cleaning", Priority::High)
    );
    let stop = |given: &[(&str, Answer)]| definition.stop(&answers(given)).map(|decision| decision.output);
    assert_eq!(stop(&[]), None);
    assert_eq!(stop(&[("place", place(Some(true), None))]), None);
    assert_eq!(stop(&[("place", place(None, None))]), None, "not knowing where it is stops nobody");
    let danger = Output::Danger { duty: "emergency".into(), carry_on: true };
    assert_eq!(stop(&[("hurt_now", Answer::YesNo(true))]), Some(danger));
    assert_eq!(stop(&[("place", place(Some(false), None))]), Some(Output::NotOurs { to: "to-other-council".into() }));
    let trunk = Some(Output::PassOn { to: "to-national-highways".into() });
    assert_eq!(stop(&[("place", place(Some(true), Some("A14")))]), trunk);
    // The danger was shown before the place was asked; it changes nothing about whose it is.
    let hurt = ("hurt_now", Answer::YesNo(true));
    assert_eq!(stop(&[hurt.clone(), ("place", place(Some(true), Some("A14")))]), trunk);
    let outside = answers(&[hurt, ("place", place(Some(false), None))]);
    let to = "to-other-council".into();
    assert_eq!(definition.stop(&outside).map(|decision| decision.output), Some(Output::NotOurs { to }));
    assert_eq!(definition.danger_beside(&outside), Some("emergency"), "the number stays beside it");
}

#[test]
fn the_published_rules_say_how_near_a_trunk_road_counts() {
    let (definition, roads) = (street_problem(), crate::council::surroundings().roads);
    for road in roads.iter().filter(|road| road.reach() > 0.0) {
        for lang in Lang::ALL {
            let words = definition.text(lang, "compute-trunk_road");
            assert!(words.contains(&format!(" {} ", road.reach())), "{}: {words}", road.id);
        }
    }
}

#[test]
fn answers_and_titles_read_as_people_say_them() {
    let (definition, words) = (street_problem(), words());
    let given = answers(&[
        ("kind", choice("fly-tip")),
        ("place", place(Some(true), None)),
        ("plate", Answer::Text("AB12 CDE".into())),
    ]);
    assert_eq!(definition.title(&given, Lang::EN, &words), "Rubbish dumped (fly-tipping), Mill Road");
    assert_eq!(definition.title(&given, Lang::AR, &words), "نفايات ملقاة بصورة غير قانونية، \u{2068}Mill Road\u{2069}");
    let house = Place { street: "9 ar Road".into(), postcode: Some("CB1 2AD".into()), ..Place::default() };
    let given_house = answers(&[("place", Answer::Place(house))]);
    let title = definition.title(&given_house, Lang::AR, &words);
    assert_eq!(title, "\u{2068}9 ar Road\u{2069}، \u{2068}CB1 2AD\u{2069}", "each runs in its own direction");
    assert_eq!(
        services::shortened(&format!("\u{2068}{}\u{2069}", "long road ".repeat(20))).chars().last(),
        Some('\u{2069}')
    );
    assert_eq!(definition.title(&answers(&[]), Lang::CY, &words), "Rhoi gwybod am broblem yn y stryd");
    let exact = Place {
        street: "Mill Road".into(),
        latitude: Some(52.2),
        longitude: Some(0.1),
        exact: true,
        ..Place::default()
    };
    let given = answers(&[("place", Answer::Place(exact.clone()))]);
    assert_eq!(definition.title(&given, Lang::EN, &words), "Mill Road", "numbers name nothing");
    let show = |id: &str, answer: Answer, lang| {
        definition.display(definition.question(id).expect("asked"), &answer, lang, &words)
    };
    assert_eq!(
        show("place", Answer::Place(exact), Lang::EN),
        "Mill Road, 52.20000, 0.10000",
        "what was typed is shown"
    );
    assert_eq!(show("vehicle_since", Answer::Date(date(2026, 3, 1)), Lang::CY), "1 Mawrth 2026");
    assert_eq!(show("hurt_now", Answer::YesNo(false), Lang::CY), "Na allai");
    assert_eq!(show("offensive", Answer::YesNo(true), Lang::EN), "Yes");
}
