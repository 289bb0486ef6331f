//! One operation of the API: its address, who may ask, what is sent, what is answered, and what does it.

use crate::call::Call;
use crate::problem::Refusal;
use axum::response::Response;
use kit::app::Boxed;
use serde_json::Value;

/// What a key opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Read one's own account and cases.
    OwnRead,
    /// Write about one's own cases and send forms.
    OwnWrite,
    /// Read at the desk what its holder may read there.
    DeskRead,
    /// Do at the desk what its holder may do there.
    DeskWrite,
    /// See what other systems were told, and tell them again.
    Hooks,
    /// Answer for the cases that were handed to the system whose key it is.
    Handed,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 6] =
        [Scope::OwnRead, Scope::OwnWrite, Scope::DeskRead, Scope::DeskWrite, Scope::Hooks, Scope::Handed];

    /// The code, as a key keeps it.
    pub fn code(self) -> &'static str {
        match self {
            Scope::OwnRead => "own.read",
            Scope::OwnWrite => "own.write",
            Scope::DeskRead => "desk.read",
            Scope::DeskWrite => "desk.write",
            Scope::Hooks => "hooks",
            Scope::Handed => "handed",
        }
    }

    /// True for what only staff do.
    pub fn is_of_staff(self) -> bool {
        matches!(self, Scope::DeskRead | Scope::DeskWrite | Scope::Hooks)
    }

    /// True for what a person's own key can open.
    pub fn is_of_people(self) -> bool {
        self != Scope::Handed
    }
}

/// What an operation answers when it is done.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The body.
    pub body: Value,
    /// The mark that a change of it has to bring.
    pub mark: Option<String>,
    /// Where what was made is found.
    pub location: Option<String>,
    /// A file, in the place of a body.
    pub file: Option<Response>,
}

impl Answer {
    /// A body alone.
    pub fn of(body: impl serde::Serialize) -> Result<Answer, Refusal> {
        let body = serde_json::to_value(body).map_err(kit::Error::from)?;
        Ok(Answer { body, mark: None, location: None, file: None })
    }

    /// A file alone.
    pub fn file(file: Response) -> Answer {
        Answer { body: Value::Null, mark: None, location: None, file: Some(file) }
    }
}

/// Does it.
pub(crate) type Run = for<'a> fn(&'a Call) -> Boxed<'a, Result<Answer, Refusal>>;

/// A value after the question mark.
#[derive(Debug)]
pub(crate) struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Its schema.
    pub schema: Value,
    /// Whether it has to be there.
    pub required: bool,
}

/// One operation.
#[derive(Debug)]
pub(crate) struct Operation {
    pub method: &'static str,
    pub path: &'static str,
    /// As the authorisation matrix calls it.
    pub action: &'static str,
    /// Its name in the description.
    pub id: &'static str,
    /// What a key needs; none where anybody may ask.
    pub scope: Option<Scope>,
    pub query: Vec<Parameter>,
    /// The schema of what is sent.
    pub body: Option<&'static str>,
    /// The status and the schema of what is answered.
    pub gives: (u16, &'static str),
    /// It answers a file, and no body of a shape.
    pub file: bool,
    /// It takes a file, as a form with files, and no body of a shape.
    pub upload: bool,
    /// It replaces something, and has to say that it saw it as it stands.
    pub replaces: bool,
    /// What was read bears a mark.
    pub marked: bool,
    /// Rules of the business may refuse it.
    pub refuses: bool,
    /// Values after the question mark may name what there is not.
    pub checks: bool,
    pub run: Run,
    /// What answers the same change sent again, where what was answered tells of somebody: it is read anew, by the rights of then and
    /// with a look of its own, and is not kept.
    pub again: Option<Run>,
}

impl Operation {
    fn new(method: &'static str, path: &'static str, action: &'static str, id: &'static str, run: Run) -> Operation {
        let (scope, query, body) = (None, Vec::new(), None);
        let (gives, file, upload) = ((200, "Nothing"), false, false);
        let (replaces, marked, refuses, checks, again) = (false, false, false, false, None);
        Operation {
            method,
            path,
            action,
            id,
            scope,
            query,
            body,
            gives,
            file,
            upload,
            replaces,
            marked,
            refuses,
            checks,
            run,
            again,
        }
    }

    /// Reads something.
    pub fn get(path: &'static str, action: &'static str, id: &'static str, run: Run) -> Operation {
        Operation::new("GET", path, action, id, run)
    }

    /// Changes something, once under a key of the caller's.
    pub fn post(path: &'static str, action: &'static str, id: &'static str, run: Run) -> Operation {
        Operation::new("POST", path, action, id, run)
    }

    /// Only for a key with this scope, or a session of whoever could have one.
    pub fn needs(self, scope: Scope) -> Operation {
        Operation { scope: Some(scope), ..self }
    }

    /// Takes a value after the question mark.
    pub fn asks(mut self, name: &'static str, schema: Value) -> Operation {
        self.query.push(Parameter { name, schema, required: false });
        self
    }

    /// The same, and it has to be there.
    pub fn must_ask(mut self, name: &'static str, schema: Value) -> Operation {
        self.query.push(Parameter { name, schema, required: true });
        self
    }

    /// Takes a body of this shape.
    pub fn takes(self, shape: &'static str) -> Operation {
        Operation { body: Some(shape), ..self }
    }

    /// Answers a body of this shape.
    pub fn gives(self, shape: &'static str) -> Operation {
        Operation { gives: (200, shape), ..self }
    }

    /// Answers a photograph or a document.
    pub fn gives_file(self) -> Operation {
        Operation { file: true, ..self }
    }

    /// Takes a photograph or a document.
    pub fn takes_file(self) -> Operation {
        Operation { upload: true, ..self }
    }

    /// The same for something that was made.
    pub fn makes(self, shape: &'static str) -> Operation {
        Operation { gives: (201, shape), ..self }
    }

    /// Needs `If-Match`.
    pub fn replaces(self) -> Operation {
        Operation { replaces: true, ..self }
    }

    /// Sent again, it is answered by this.
    pub fn reads_again(self, run: Run) -> Operation {
        Operation { again: Some(run), ..self }
    }

    /// Bears an `ETag`.
    pub fn marked(self) -> Operation {
        Operation { marked: true, ..self }
    }

    /// May be refused by the rules of the business: 409.
    pub fn refuses(self) -> Operation {
        Operation { refuses: true, ..self }
    }

    /// Answers 422 to values after the question mark that name what there is not.
    pub fn checks(self) -> Operation {
        Operation { checks: true, ..self }
    }

    /// The names of the variable parts of its path.
    pub fn parts(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
    }

    /// Every status it can be answered with besides the good one.
    pub fn statuses(&self) -> Vec<u16> {
        let mut all = vec![429, 500, 503];
        let reads = !self.query.is_empty() || self.method == "POST";
        all.extend(reads.then_some(400));
        all.extend(self.scope.map(|_| [401, 403]).into_iter().flatten());
        // A request with a session comes from our own pages, or is refused.
        all.extend((self.scope.is_none() && self.method == "POST").then_some(403));
        all.extend(self.parts().next().map(|_| 404));
        all.extend((self.body.is_some() || self.upload).then_some([413, 415, 422]).into_iter().flatten());
        all.extend((self.method == "POST" && self.body.is_none() && !self.upload).then_some(422));
        all.extend(self.replaces.then_some([412, 428]).into_iter().flatten());
        all.extend(self.refuses.then_some(409));
        all.extend(self.checks.then_some(422));
        all.sort_unstable();
        all
    }
}
