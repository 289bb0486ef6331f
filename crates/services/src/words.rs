//! The words of one service: what the `.ftl` files hold, with their lines, and how pages ask for them.

use crate::mistake::{At, Mistake};
use crate::model::Definition;
use crate::source::Files;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use kit::lang::Lang;
use kit::words::{Arg, Words, WordsFile};
use std::collections::{BTreeMap, BTreeSet};

/// One message of a words file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Message {
    pub at: At,
    pub variables: BTreeSet<String>,
}

/// The messages of one words file by key, and what is wrong with it.
pub(crate) fn messages(file: &str, text: &str) -> (BTreeMap<String, Message>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let at = At::offset(text, error.pos.start);
            mistakes.push(at.mistake(
                file,
                format!("This line is not understood: {}.", error.kind),
                "Write `key = words`, indent lines that go on, and close every `{`.",
            ));
        }
        resource
    });
    let mut found: BTreeMap<String, Message> = BTreeMap::new();
    let mut lines = Lines::new(text);
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name;
        let at = lines.next(key);
        let mut variables = BTreeSet::new();
        match &message.value {
            Some(pattern) => in_pattern(pattern, &mut variables),
            None => mistakes.push(at.mistake(file, format!("`{key}` has no words."), "Write them after the `=`.")),
        }
        if let Some(first) = found.insert(key.to_owned(), Message { at, variables }) {
            mistakes.push(at.mistake(
                file,
                format!("`{key}` is here twice, first in line {}.", first.at.line),
                "Keep one of them.",
            ));
        }
    }
    (found, mistakes)
}

/// Finds the lines of messages in the order of the file, because the parser does not tell them.
struct Lines<'a> {
    rest: Vec<(usize, &'a str)>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        let mut rest: Vec<(usize, &str)> = text.lines().enumerate().map(|(line, text)| (line + 1, text)).collect();
        rest.reverse();
        Lines { rest }
    }

    fn next(&mut self, key: &str) -> At {
        while let Some((line, text)) = self.rest.pop() {
            if text.strip_prefix(key).is_some_and(|after| after.trim_start().starts_with('=')) {
                return At { line, column: 1 };
            }
        }
        At { line: 1, column: 1 }
    }
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    let mut in_arguments = |arguments: &CallArguments<&str>| {
        arguments.positional.iter().for_each(|part| in_inline(part, found));
        arguments.named.iter().for_each(|part| in_inline(&part.value, found));
    };
    match inline {
        InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
        InlineExpression::FunctionReference { arguments, .. } => in_arguments(arguments),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => in_arguments(arguments),
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        _ => {}
    }
}

/// The words of a service, ready to be shown.
pub(crate) fn load(service: &str, files: &Files) -> kit::error::Result<Words> {
    let file = |lang: Lang| {
        let name = format!("{}.ftl", lang.tag);
        let text = files.get(&name)?.clone();
        Some(WordsFile { lang, name: format!("{service}/{name}"), text })
    };
    Words::load(&Lang::ALL.into_iter().filter_map(file).collect::<Vec<_>>())
}

impl Definition {
    /// Words without variables, in this language or else in English.
    pub fn text<'a>(&'a self, lang: Lang, key: &'a str) -> &'a str {
        self.words.get(lang, key)
    }

    /// Words with variables.
    pub fn text_with(&self, lang: Lang, key: &str, values: &[(&str, Arg<'_>)]) -> String {
        self.words.with(lang, key, values)
    }

    /// Words that may be left out.
    pub fn text_if_any(&self, lang: Lang, key: &str) -> Option<String> {
        let has = self.words.has(lang, key) || self.words.has(Lang::EN, key);
        has.then(|| self.words.get(lang, key).to_owned())
    }

    /// The name of the service.
    pub fn name(&self, lang: Lang) -> &str {
        self.words.get(lang, "title")
    }

    /// What the service is for, in a sentence.
    pub fn summary(&self, lang: Lang) -> &str {
        self.words.get(lang, "summary")
    }

    /// The heading of a page: its own, or its only question.
    pub fn page_title(&self, page: &crate::model::Page, lang: Lang) -> String {
        match (self.text_if_any(lang, &format!("page-{}", page.id)), page.questions.first()) {
            (Some(title), _) => title,
            (None, Some(question)) => self.text(lang, &format!("question-{question}")).to_owned(),
            (None, None) => self.name(lang).to_owned(),
        }
    }

    /// A question in full.
    pub fn label(&self, question: &str, lang: Lang) -> String {
        self.words.get(lang, &format!("question-{question}")).to_owned()
    }

    /// A question in the list of answers: shorter where the definition has it.
    pub fn short_label(&self, question: &str, lang: Lang) -> String {
        self.text_if_any(lang, &format!("question-{question}-short")).unwrap_or_else(|| self.label(question, lang))
    }

    /// The help under a question.
    pub fn hint(&self, question: &str, lang: Lang) -> Option<String> {
        self.text_if_any(lang, &format!("question-{question}-hint"))
    }

    /// The unit after an input.
    pub fn suffix(&self, question: &str, lang: Lang) -> Option<String> {
        self.text_if_any(lang, &format!("question-{question}-suffix"))
    }

    /// An option of a question.
    pub fn option_label(&self, question: &str, option: &str, lang: Lang) -> String {
        self.words.get(lang, &format!("option-{question}-{option}")).to_owned()
    }

    /// The help under an option.
    pub fn option_hint(&self, question: &str, option: &str, lang: Lang) -> Option<String> {
        self.text_if_any(lang, &format!("option-{question}-{option}-hint"))
    }

    /// The name of an outcome.
    pub fn outcome_name(&self, outcome: &str, lang: Lang) -> String {
        self.words.get(lang, &format!("outcome-{outcome}")).to_owned()
    }

    /// The name of an outcome as staff and other systems read it, where the resident's speaks to the resident. In English, like
    /// all that only staff read.
    pub fn outcome_for_staff(&self, outcome: &str) -> String {
        let own = self.text_if_any(Lang::EN, &format!("outcome-{outcome}-desk"));
        own.unwrap_or_else(|| self.outcome_name(outcome, Lang::EN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_have_their_line_and_variables() {
        let text = "# a comment\ntitle = A title\nnext = We write to you\n    by { $due } about { $reference }.\nmany = { $n ->\n    [one] one { $council }\n   *[other] { NUMBER($n) }\n }\n";
        let (found, mistakes) = messages("x/en.ftl", text);
        assert_eq!(mistakes, []);
        assert_eq!(found["title"].at.line, 2);
        assert_eq!(found["next"].variables, BTreeSet::from(["due".into(), "reference".into()]));
        assert_eq!(found["many"].at.line, 5);
        assert_eq!(found["many"].variables, BTreeSet::from(["council".into(), "n".into()]));
    }

    #[test]
    fn a_broken_line_and_a_double_key_are_mistakes() {
        let (_, mistakes) = messages("x/en.ftl", "title = One\nnext = { $due\nsummary = Two\ntitle = Three\n");
        assert_eq!(mistakes[0].line, 3, "{mistakes:?}");
        assert!(mistakes[0].what.starts_with("This line is not understood"));
        assert_eq!(mistakes[1].line, 4);
        assert_eq!(mistakes[1].what, "`title` is here twice, first in line 1.");
    }
}
