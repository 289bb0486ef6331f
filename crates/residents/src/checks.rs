//! Who is this, and may I tell them: what a caller gets right, and whether it is enough. The rule is published with the
//! documentation (`docs/people.md`).

use kit::Id;
use kit::app::Boxed;
use kit::db::Conn;

/// Whether a reference that somebody says is that of a request of one of these accounts which the council still works on. Requests
/// are kept by a crate that knows this one, so it is handed over at the start.
pub struct Requests(pub for<'a> fn(&'a mut Conn, &'a [Id], &'a str) -> Boxed<'a, kit::Result<bool>>);

/// What a caller gave, or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Their full name.
    Name,
    /// Their address.
    Address,
    /// Their date of birth.
    Born,
    /// The reference of a request of theirs that is not over; looked at by [`Requests`].
    Reference,
    /// They were rung back on the number on record.
    RungBack,
    /// They read out a code that was sent where the record says; looked at here.
    Code,
    /// They showed a paper with a photograph.
    Papers,
    /// A colleague who knows them vouched for them.
    Vouched,
}

impl Given {
    /// Everything, in the order it is asked.
    pub const ALL: [Given; 8] = [
        Given::Name,
        Given::Address,
        Given::Born,
        Given::Reference,
        Given::RungBack,
        Given::Code,
        Given::Papers,
        Given::Vouched,
    ];

    /// The code, as stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            Given::Name => "name",
            Given::Address => "address",
            Given::Born => "born",
            Given::Reference => "reference",
            Given::RungBack => "rung-back",
            Given::Code => "code",
            Given::Papers => "papers",
            Given::Vouched => "vouched",
        }
    }

    /// What a code means.
    pub fn of(code: &str) -> Option<Given> {
        Given::ALL.into_iter().find(|given| given.code() == code)
    }

    /// True for what somebody who once lived with them cannot know or have.
    fn is_theirs_alone(self) -> bool {
        !matches!(self, Given::Name | Given::Address | Given::Born)
    }
}

/// True when it is enough: two things, one of them theirs alone. Name, birth date and every address they ever had are not.
pub fn are_enough(given: &[Given]) -> bool {
    given.len() >= 2 && given.iter().any(|one| one.is_theirs_alone())
}

#[cfg(test)]
mod tests {
    use super::Given::*;
    use super::*;

    #[test]
    fn what_an_ex_partner_knows_is_never_enough() {
        assert!(!are_enough(&[Name, Address, Born]));
        assert!(!are_enough(&[]));
        for alone in [Reference, RungBack, Code, Papers, Vouched] {
            assert!(!are_enough(&[alone]), "{alone:?} by itself");
            assert!(are_enough(&[Name, alone]), "{alone:?}");
            assert!(are_enough(&[Born, alone]), "{alone:?}");
        }
        for given in Given::ALL {
            assert_eq!(Given::of(given.code()), Some(given));
        }
    }
}
