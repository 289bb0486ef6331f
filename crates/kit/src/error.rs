//! One error type for everything inside. It carries no HTTP: the edge turns it into a page or problem+json once.

use std::fmt;

/// The result of everything that can go wrong inside.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A uniqueness, reference or check rule of the database that an insert or update would have broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The table.
    pub table: String,
    /// The columns of the rule, in its order; for a check rule its name.
    pub columns: Vec<String>,
}

/// Why something was not done.
#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or the asker may not know that there is.
    NotFound,
    /// The asker is known and may not do this.
    Forbidden,
    /// Sign in first; the edge leads to the sign-in of the surface and back.
    SignIn,
    /// Something is to be done first, at this address of ours; the edge leads there.
    First(String),
    /// Somebody changed it in between: nothing was overwritten.
    Changed,
    /// A rule of the business refuses; the words key says why and what to do next.
    Refused(&'static str),
    /// The request itself cannot be understood; the words key says what to do next.
    BadRequest(&'static str),
    /// Too many attempts; try again after this many seconds.
    TooMany(u64),
    /// The body is larger than the page takes.
    TooLarge,
    /// The database refused by one of its rules.
    Violation(Violation),
    /// Two transactions got in each other's way; run the whole handler again.
    Rerun,
    /// The disk is full or the database away: nothing was stored, try again later.
    Unavailable(String),
    /// A fault of ours.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// A fault of ours, with what is known of it.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Error::Internal(cause.into())
    }

    /// True when the insert or update met this uniqueness rule.
    pub fn violates(&self, table: &str, column: &str) -> bool {
        matches!(self, Error::Violation(v) if v.table == table && v.columns.iter().any(|c| c == column))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotFound => f.write_str("not found"),
            Error::Forbidden => f.write_str("not allowed"),
            Error::SignIn => f.write_str("sign in first"),
            Error::First(_) => f.write_str("something else has to be done first"),
            Error::Changed => f.write_str("changed by somebody else in between"),
            Error::Refused(key) => write!(f, "refused: {key}"),
            Error::BadRequest(key) => write!(f, "bad request: {key}"),
            Error::TooMany(seconds) => write!(f, "too many attempts, again in {seconds} s"),
            Error::TooLarge => f.write_str("too large"),
            Error::Violation(v) => write!(f, "{} already has this {}", v.table, v.columns.join(", ")),
            Error::Rerun => f.write_str("transactions collided"),
            Error::Unavailable(why) => write!(f, "storage unavailable: {why}"),
            Error::Internal(cause) => write!(f, "internal: {cause}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Internal(cause) => Some(cause.as_ref()),
            _ => None,
        }
    }
}

/// An error with what caused it.
pub fn in_full(cause: &dyn std::error::Error) -> String {
    let mut told = cause.to_string();
    let mut inner = cause.source();
    while let Some(cause) = inner {
        let more = cause.to_string();
        if !told.contains(&more) {
            told = format!("{told}: {more}");
        }
        inner = cause.source();
    }
    told
}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        Error::internal(cause)
    }
}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Self {
        match cause.kind() {
            std::io::ErrorKind::StorageFull => Error::Unavailable(cause.to_string()),
            _ => Error::internal(cause),
        }
    }
}
