use super::*;

const NOW: Micros = 1_000;

fn handed(state: State) -> Handed {
    Handed {
        id: Id([1; 16]),
        case: Id([2; 16]),
        system: Id([3; 16]),
        state,
        theirs: if state == State::Asked { String::new() } else { "K-1".into() },
        said: String::new(),
        said_on: 0,
        steps: 2,
        outcome: if state == State::Done { "mended".into() } else { String::new() },
        reason: String::new(),
        asked: 10,
        due: 500,
        answered: 0,
        ended: 0,
        look: if state == State::Asked { 500 } else { 0 },
    }
}

/// What came of a change: "new", "again", or the end of the words that refuse it.
fn came(step: Result<Step>) -> String {
    match step {
        Ok(Step::New) => "new".to_owned(),
        Ok(Step::Again) => "again".to_owned(),
        Err(Error::Refused(key)) => key.trim_start_matches("cases-handed-refused-").to_owned(),
        Err(other) => panic!("{other}"),
    }
}

/// From every state, in the order of [`State::ALL`]: asked, accepted, refused, done, taken back.
#[test]
fn every_answer_from_every_state_is_as_the_table_says() {
    type Change = fn(&mut Handed) -> Result<Step>;
    let table: [(&str, Change, [&str; 5]); 9] = [
        ("takes", |h| h.accept("K-1", NOW), ["new", "again", "not-theirs", "again", "not-theirs"]),
        (
            "takes as another",
            |h| h.accept("K-2", NOW),
            ["new", "other-number", "not-theirs", "other-number", "not-theirs"],
        ),
        ("refuses", |h| h.refuse("No.", NOW), ["new", "new", "again", "not-theirs", "not-theirs"]),
        ("says the next", |h| h.say(3, ("started", 0)), ["not-taken", "new", "not-theirs", "not-theirs", "not-theirs"]),
        ("says it again", |h| h.say(2, ("started", 0)), ["not-taken", "again", "not-theirs", "again", "not-theirs"]),
        (
            "leaves one out",
            |h| h.say(4, ("started", 0)),
            ["not-taken", "order", "not-theirs", "not-theirs", "not-theirs"],
        ),
        ("is done", |h| h.finish("mended", NOW), ["not-taken", "new", "not-theirs", "again", "not-theirs"]),
        (
            "ended otherwise",
            |h| h.finish("left", NOW),
            ["not-taken", "new", "not-theirs", "other-outcome", "not-theirs"],
        ),
        ("is taken back", |h| h.take_back(NOW).map(|()| Step::New), ["new", "new", "over", "over", "over"]),
    ];
    for (what, change, expected) in table {
        for (state, expected) in State::ALL.into_iter().zip(expected) {
            let (before, mut after) = (handed(state), handed(state));
            assert_eq!(came(change(&mut after)), expected, "{what} when {state:?}");
            assert_eq!(before == after, expected != "new", "{what} when {state:?} changes only what is new");
        }
    }
}

#[test]
fn who_has_to_look_is_who_was_not_answered_and_who_was_refused() {
    let asked = handed(State::Asked);
    assert!(!asked.is_silent(500) && asked.is_silent(501) && asked.is_due(501) && !asked.is_due(499));
    let mut taken = asked.clone();
    taken.accept("K-1", 20).unwrap();
    assert!(!taken.is_silent(NOW) && !taken.is_due(NOW));
    let mut refused = asked;
    refused.refuse("Not our road.", 30).unwrap();
    assert!(refused.is_due(30) && !refused.is_silent(NOW));
}

#[test]
fn codes_lead_back() {
    assert!(State::ALL.into_iter().all(|state| State::of(state.code()) == Some(state)));
    assert_eq!(State::of("lost"), None);
}
