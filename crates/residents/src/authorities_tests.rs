use super::*;
use Matter::{Benefits, Care, Everyday, Property};

fn held(kind: Kind, scope: Scope) -> Authority {
    let (holder, note, seen) = ("Ben Sample".into(), String::new(), String::new());
    Authority { id: Id([1; 16]), kind: kind.code().into(), holder, scope, note, seen, until: 9, ended_at: None }
}

#[test]
fn kinds_are_read_back_and_a_call_ends_with_the_day() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of(kind.code()), Some(kind));
        assert!(kind.longest() >= DAY);
    }
    assert_eq!((Kind::Call.longest(), Kind::Call.needs_a_paper()), (DAY, false));
    assert!(Kind::Deputy.needs_a_paper());
}

#[test]
fn an_executor_speaks_for_the_dead_and_everybody_else_for_the_living() {
    for kind in Kind::ALL {
        let one = held(kind, Scope::Everything);
        assert_eq!((one.speaks(8, true), one.speaks(8, false)), (kind == Kind::Executor, kind != Kind::Executor));
        assert!(!one.speaks(9, true) && !one.speaks(9, false), "{kind:?} is over");
    }
}

/// Every kind against every matter: what the law says.
#[test]
fn each_kind_reaches_what_the_law_lets_it() {
    for (kind, property, benefits, care, everyday, unknown) in [
        (Kind::Call, true, true, true, true, true),
        (Kind::Writing, true, true, true, true, true),
        (Kind::AttorneyProperty, true, true, false, true, false),
        (Kind::AttorneyHealth, false, false, true, true, false),
        (Kind::Deputy, true, true, true, true, true),
        (Kind::Appointee, false, true, false, false, false),
        (Kind::Parent, true, true, true, true, true),
        (Kind::Executor, true, true, false, true, false),
    ] {
        let matters = [Some(Property), Some(Benefits), Some(Care), Some(Everyday), None];
        for (matter, wanted) in matters.into_iter().zip([property, benefits, care, everyday, unknown]) {
            let said = held(kind, Scope::Everything).covers("any", matter);
            assert_eq!(said, if wanted { Ok(()) } else { Err(Outside::Law) }, "{kind:?} and {matter:?}");
        }
        assert_eq!(held(kind, Scope::Everything).is_whole(), !kind.is_limited());
    }
}

/// What was chosen against what is asked for, and that choosing never goes beyond the law.
#[test]
fn what_was_not_chosen_is_outside_and_what_nobody_chose_is_too() {
    let tax = || Scope::Chosen(vec!["council-tax".into()]);
    for (kind, scope, service, matter, wanted) in [
        (Kind::Writing, tax(), "council-tax", Some(Property), Ok(())),
        (Kind::Writing, tax(), "missed-bin", Some(Everyday), Err(Outside::NotChosen)),
        (Kind::AttorneyHealth, tax(), "council-tax", Some(Property), Err(Outside::Law)),
        (Kind::Writing, Scope::Unsaid, "council-tax", Some(Property), Err(Outside::Unsaid)),
        (Kind::Parent, Scope::Chosen(Vec::new()), "council-tax", Some(Property), Err(Outside::NotChosen)),
        (Kind::Appointee, Scope::Everything, "support", Some(Benefits), Ok(())),
    ] {
        let one = held(kind, scope);
        assert_eq!(one.covers(service, matter), wanted, "{one:?} for {service}");
        assert!(!one.is_whole(), "{one:?}");
    }
}
