//! What a mail is: from a person, from a machine that answers by itself, or one of ours that came back. Nothing here looks
//! anything up.

use crate::parse::Parsed;

/// A mail that has passed more servers than this goes round in circles.
pub const MOST_HOPS: usize = 30;

/// What a mail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody wrote it. `answered`: it may be told that it came.
    Person {
        /// It may be told that it came.
        answered: bool,
    },
    /// A machine answered: somebody is away.
    Away,
    /// A mail of ours could not be delivered.
    Returned,
    /// What else a mail server tells: that it is late, that it came.
    Told,
    /// Our own mail came in here.
    Ours,
    /// It goes round in circles.
    Loop,
}

impl Kind {
    /// The code, as kept with a mail that a machine wrote.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Person { .. } => "",
            Kind::Away => "away",
            Kind::Returned => "returned",
            Kind::Told => "told",
            Kind::Ours => "ours",
            Kind::Loop => "loop",
        }
    }
}

/// What this mail is. `back` is where it would come back to, empty for nowhere; `ours` knows the council's
/// own addresses.
pub fn sort(parsed: &Parsed, back: &str, ours: &dyn Fn(&str) -> bool) -> Kind {
    if parsed.hops > MOST_HOPS {
        return Kind::Loop;
    }
    if let Some(report) = &parsed.report {
        return if report.action == "failed" { Kind::Returned } else { Kind::Told };
    }
    if [parsed.sender.as_str(), back].into_iter().any(|address| !address.is_empty() && ours(address)) {
        return Kind::Ours;
    }
    // RFC 3834: "auto-replied" answers a mail; what is "auto-generated" and answers one all the same is an absence too.
    let automatic = !matches!(parsed.auto_submitted.as_str(), "" | "no");
    let answers = !parsed.answers.is_empty();
    let replied = parsed.auto_submitted.starts_with("auto-replied") || automatic && answers;
    if replied || parsed.auto_reply || parsed.precedence == "auto_reply" {
        return Kind::Away;
    }
    let bulk = matches!(parsed.precedence.as_str(), "bulk" | "junk" | "list");
    Kind::Person { answered: !(automatic || bulk || parsed.unanswered || back.is_empty()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::Report;

    #[test]
    fn each_mail_is_what_the_table_says() {
        let ours = |address: &str| {
            ["hello@eastmere.example", "case@mail.eastmere.example"].contains(&address.to_lowercase().as_str())
        };
        let person = Kind::Person { answered: true };
        let quiet = Kind::Person { answered: false };
        let mail = |change: &dyn Fn(&mut Parsed)| {
            let mut parsed = Parsed { sender: "ann@a.example".into(), ..Parsed::default() };
            change(&mut parsed);
            parsed
        };
        let report = |action: &str| Some(Report { action: action.into(), ..Report::default() });
        let table: Vec<(Parsed, &str, Kind)> = vec![
            (mail(&|_| {}), "ann@a.example", person),
            (mail(&|_| {}), "", quiet),
            (mail(&|m| m.auto_submitted = "no".into()), "ann@a.example", person),
            (mail(&|m| m.auto_submitted = "auto-replied".into()), "ann@a.example", Kind::Away),
            (mail(&|m| m.auto_submitted = "auto-generated".into()), "ann@a.example", quiet),
            (
                mail(&|m| (m.auto_submitted, m.answers) = ("auto-generated".into(), vec!["x@y".into()])),
                "ann@a.example",
                Kind::Away,
            ),
            (mail(&|m| m.answers = vec!["x@y".into()]), "ann@a.example", person),
            (mail(&|m| m.auto_reply = true), "ann@a.example", Kind::Away),
            (mail(&|m| m.precedence = "auto_reply".into()), "ann@a.example", Kind::Away),
            (mail(&|m| m.precedence = "bulk".into()), "ann@a.example", quiet),
            (mail(&|m| m.precedence = "list".into()), "ann@a.example", quiet),
            (mail(&|m| m.unanswered = true), "ann@a.example", quiet),
            (mail(&|m| m.report = report("failed")), "", Kind::Returned),
            (mail(&|m| m.report = report("delayed")), "", Kind::Told),
            (mail(&|m| m.report = report("")), "", Kind::Told),
            (mail(&|m| m.sender = "Hello@Eastmere.example".into()), "ann@a.example", Kind::Ours),
            (mail(&|_| {}), "case@mail.eastmere.example", Kind::Ours),
            (mail(&|m| m.hops = MOST_HOPS + 1), "ann@a.example", Kind::Loop),
            (mail(&|m| m.hops = MOST_HOPS), "ann@a.example", person),
        ];
        for (parsed, back, wanted) in table {
            assert_eq!(sort(&parsed, back, &ours), wanted, "{parsed:?} back to {back:?}");
        }
    }
}
