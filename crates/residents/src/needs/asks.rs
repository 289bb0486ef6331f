//! What somebody may ask of us: the adjustments there are.

/// An adjustment somebody may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Letters in large print.
    LargePrint,
    /// Nobody rings them.
    NoCalls,
    /// Nobody rings them before an hour of the day.
    CallsAfter,
    /// An interpreter for a language.
    Interpreter,
    /// A British Sign Language interpreter.
    SignLanguage,
    /// Letters go to an address of their choice, where they are safe.
    WriteTo,
    /// They are told things in one way and no other.
    Channel,
    /// Somebody else gets a copy.
    CopyTo,
}

impl Ask {
    /// Every adjustment.
    pub const ALL: [Ask; 8] = [
        Ask::NoCalls,
        Ask::CallsAfter,
        Ask::Channel,
        Ask::LargePrint,
        Ask::Interpreter,
        Ask::SignLanguage,
        Ask::WriteTo,
        Ask::CopyTo,
    ];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Ask::LargePrint => "large-print",
            Ask::NoCalls => "no-calls",
            Ask::CallsAfter => "calls-after",
            Ask::Interpreter => "interpreter",
            Ask::SignLanguage => "sign-language",
            Ask::WriteTo => "write-to",
            Ask::Channel => "channel",
            Ask::CopyTo => "copy-to",
        }
    }

    /// The adjustment of a code.
    pub fn of(code: &str) -> Option<Ask> {
        Ask::ALL.into_iter().find(|ask| ask.code() == code)
    }
}

/// Languages interpreters are asked for: the tag, and what its speakers call it.
pub const LANGUAGES: [(&str, &str); 16] = [
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("cy", "Cymraeg"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("gu", "ગુજરાતી"),
    ("lt", "Lietuvių"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("so", "Soomaali"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("zh", "中文"),
];

/// Hours before which nobody is to ring, of those who ask for it.
pub const HOURS: std::ops::RangeInclusive<i8> = 9..=18;

/// Ways to be told things, and no other.
pub const WAYS: [&str; 4] = ["email", "text", "letter", "phone"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjustments_are_read_back() {
        for ask in Ask::ALL {
            assert_eq!(Ask::of(ask.code()), Some(ask));
        }
        assert_eq!(Ask::of("no-device"), None);
    }
}
