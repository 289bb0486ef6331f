//! Who is this, and may I tell them: what a caller gets right, and whether it is enough. The rule is published with the
//! documentation (`docs/people.md`).

use kit::app::Boxed;
use kit::db::Conn;
use kit::{App, Id};

/// Whether a reference that somebody says is that of a request of one of these accounts which the council still works on, and which
/// nobody can read elsewhere. Requests are kept by a crate that knows this one, so it is handed over at the start.
pub struct Requests(pub IsOpenRequest);

/// Says so, of these accounts and of what was typed.
pub type IsOpenRequest = for<'a> fn(&'a mut Conn, &'a App, &'a [Id], &'a str) -> Boxed<'a, kit::Result<bool>>;

/// What a caller gave, or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Their full name.
    Name,
    /// Their address.
    Address,
    /// Their date of birth.
    Born,
    /// The reference of a request of theirs that is not over and stands on no public list; looked at by [`Requests`].
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

/// How sure it is who is asking, or how sure a service must be. After GPG 44 and 45: what somebody has, and who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assurance {
    /// Anyone may ask.
    Anyone,
    /// They hold the email or phone they gave, or have something else that is theirs alone.
    Contact,
    /// Somebody has seen who they are.
    Identity,
}

impl Assurance {
    /// The code, as definitions and facts have it.
    pub fn code(self) -> &'static str {
        match self {
            Assurance::Anyone => "anyone",
            Assurance::Contact => "contact",
            Assurance::Identity => "identity",
        }
    }

    /// How far what a caller got right goes. Who they are is shown by papers or vouched for; `seen` before and not long ago, it is
    /// enough that they hold what the record has of them.
    pub fn reached(given: &[Given], seen: bool) -> Assurance {
        let any = |of: [Given; 2]| given.iter().any(|one| of.contains(one));
        match are_enough(given) {
            false => Assurance::Anyone,
            true if any([Given::Papers, Given::Vouched]) => Assurance::Identity,
            true if seen && any([Given::Code, Given::RungBack]) => Assurance::Identity,
            true => Assurance::Contact,
        }
    }

    /// Whether somebody who reached this may have a service done that needs `needed`.
    pub fn fits(self, needed: Assurance) -> Fits {
        match (needed, self) {
            _ if self >= needed => Fits::Enough,
            (Assurance::Identity, Assurance::Anyone) => Fits::TooLittle,
            _ => Fits::GoesUp,
        }
    }
}

/// How what was reached stands to what a service needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fits {
    /// It is enough.
    Enough,
    /// One step below: it can be sent, marked as still to be checked by whoever decides.
    GoesUp,
    /// It cannot be done for them yet.
    TooLittle,
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

    /// What was got right, and whether papers were seen lately, against how sure that makes us.
    #[test]
    fn who_somebody_is_has_to_have_been_seen() {
        use Assurance::{Anyone, Contact, Identity};
        let table: [(&[Given], Assurance, Assurance); 8] = [
            (&[], Anyone, Anyone),
            (&[Name, Address, Born], Anyone, Anyone),
            (&[Papers], Anyone, Anyone),
            (&[Name, Reference], Contact, Contact),
            (&[Name, Code], Contact, Identity),
            (&[Born, RungBack], Contact, Identity),
            (&[Name, Papers], Identity, Identity),
            (&[Name, Vouched], Identity, Identity),
        ];
        for (given, new, seen) in table {
            assert_eq!((Assurance::reached(given, false), Assurance::reached(given, true)), (new, seen), "{given:?}");
        }
    }

    #[test]
    fn one_step_below_goes_up_and_two_are_refused() {
        use Assurance::{Anyone, Contact, Identity};
        for (needed, anyone, contact, identity) in [
            (Anyone, Fits::Enough, Fits::Enough, Fits::Enough),
            (Contact, Fits::GoesUp, Fits::Enough, Fits::Enough),
            (Identity, Fits::TooLittle, Fits::GoesUp, Fits::Enough),
        ] {
            let said = [Anyone, Contact, Identity].map(|reached| reached.fits(needed));
            assert_eq!(said, [anyone, contact, identity], "{needed:?}");
        }
    }
}
