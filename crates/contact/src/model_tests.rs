//! What a contact needs before it is finished, what a case is to it, and what each question bears of its cost.

use super::*;

fn asked(outcome: Outcome) -> Question {
    Question { words: "When is it collected?".into(), outcome: Some(outcome), ..Question::default() }
}

#[test]
fn codes_read_back() {
    for channel in Channel::ALL {
        assert_eq!(Channel::of(channel.code()), Some(channel));
    }
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::of(outcome.code()), Some(outcome));
    }
    assert_eq!((Channel::of("pigeon"), Outcome::of("")), (None, None));
}

#[test]
fn every_question_ends_in_an_outcome_and_some_need_more() {
    let turned_away = Question { reason: "No benefits officer here today".into(), ..asked(Outcome::TurnedAway) };
    let opened = Question { reference: "FE8WX73ZD".into(), ..asked(Outcome::CaseOpened) };
    let by_service = Question { service: "missed-bin".into(), outcome: Some(Outcome::Answered), ..Question::default() };
    let rang_off = Question { outcome: Some(Outcome::Abandoned), ..Question::default() };
    let rung = Question { reference: "FE8WX73ZD".into(), ..asked(Outcome::CallBack) };
    for good in [asked(Outcome::Answered), rung, turned_away, opened, by_service, rang_off] {
        assert_eq!(faults(std::slice::from_ref(&good)), [], "{good:?}");
    }
    let table = [
        (Question { outcome: None, ..asked(Outcome::Answered) }, Wrong::Outcome),
        (asked(Outcome::TurnedAway), Wrong::Reason),
        (asked(Outcome::CaseOpened), Wrong::Reference),
        (asked(Outcome::AddedToCase), Wrong::Reference),
        (asked(Outcome::CallBack), Wrong::Ring),
        (Question { outcome: Some(Outcome::Answered), ..Question::default() }, Wrong::About),
    ];
    for (question, wrong) in table {
        assert_eq!(faults(&[asked(Outcome::Answered), question.clone()]), [(1, wrong)], "{question:?}");
    }
}

#[test]
fn a_chaser_asks_after_what_was_open_before() {
    let (before, began, during) = (10, 20, 30);
    let table = [
        (Outcome::Answered, true, before, How::Chaser),
        (Outcome::PassedOn, true, before, How::Chaser),
        (Outcome::Abandoned, true, before, How::Chaser),
        (Outcome::Answered, false, before, How::About),
        (Outcome::AddedToCase, true, before, How::Added),
        (Outcome::CaseOpened, true, during, How::Opened),
        (Outcome::Answered, true, during, How::Opened),
    ];
    for (outcome, is_live, opened, how) in table {
        assert_eq!(How::of(outcome, is_live, opened, began), how, "{outcome:?} {is_live} {opened}");
    }
}

#[test]
fn the_shares_of_a_cost_add_up_to_it() {
    assert_eq!(shares(Some(283), 1), [Some(283)]);
    assert_eq!(shares(Some(283), 2), [Some(142), Some(141)]);
    assert_eq!(shares(None, 2), [None, None]);
    for questions in 1..=MOST {
        let sum: i64 = shares(Some(862), questions).into_iter().flatten().sum();
        assert_eq!(sum, 862, "{questions}");
    }
}
