//! Every kind of mistake, made on purpose in a small service, and what is said about it.

use super::*;

pub(crate) const TOML: &str = r#"id = "lamp"
lgsl = [564]
category = "streets"
state = "online"
team = "lighting"
owner = "head-of-lighting"
title_from = ["kind"]
danger = ["emergency"]

[retention]
months = 12

[promise]
within = "5 working days"
reason = "reason-usual"

[synonyms]
en = ["street lamp"]
cy = ["lamp stryd"]
ar = ["مصباح الشارع"]

[[outcome]]
id = "mended"
done = true

[[page]]
id = "kind"
questions = ["kind"]

[[page]]
id = "age"
questions = ["age", "wires"]

[[page]]
id = "note"
questions = ["note"]

[[question]]
id = "kind"
type = "choice"
options = ["out", "broken"]

[[question]]
id = "age"
type = "number"
min = 0
max = 90

[[question]]
id = "wires"
type = "yes-no"

[[question]]
id = "note"
type = "text"
required = false

[[show_if]]
page = "age"
when = 'kind == "broken"'

[[compute]]
id = "old"
value = "age > 30"

[[table]]
id = "team"
for = "team"
hit = "unique"
inputs = ["wires", "age"]

[[table.row]]
when = { wires = "= yes" }
then = { team = "lighting" }
reason = "reason-usual"

[[table.row]]
when = { wires = "in [no, null]", age = "answered" }
then = { team = "lighting" }
reason = "reason-usual"

[[table.row]]
when = { wires = "in [no, null]", age = "= null" }
then = { team = "lighting" }
reason = "reason-usual"
"#;
const EN: &str = "title = A lamp
summary = Lamps
next = We come by { $due }.
outcome-mended = Mended
page-age = About it
question-kind = What is wrong?
option-kind-out = Out
option-kind-broken = Broken
question-age = How old?
question-wires = Wires?
question-note = More?
question-note-hint = Anything
reason-usual = As usual
";

fn lamp() -> Files {
    lamp_of(TOML, "")
}

pub(crate) fn lamp_of(toml: &str, words: &str) -> Files {
    let words = ["en.ftl", "cy.ftl", "ar.ftl"].map(|name| (name.to_owned(), format!("{EN}{words}")));
    words.into_iter().chain([("service.toml".to_owned(), toml.to_owned())]).collect()
}

pub(crate) fn known() -> Known {
    let (teams, categories) = (vec!["lighting".into(), "highways".into()], vec!["streets".into()]);
    Known { teams, categories, endings: vec!["permit".into()] }
}

/// One change to the good service: file, what is replaced by what, on which text the mistake
/// stands, what is said, and part of what to do.
pub(super) struct Case {
    pub file: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub on: &'static str,
    pub what: &'static str,
    pub what_to_do: &'static str,
}

fn found(case: &Case) -> (Vec<Mistake>, usize) {
    let mut files = lamp();
    let text = files[case.file].clone();
    assert!(text.contains(case.from), "{} is not in {}", case.from, case.file);
    let text = text.replacen(case.from, case.to, 1);
    let line = text.find(case.on).map_or(0, |at| text[..at].matches('\n').count() + 1);
    assert!(line > 0, "{} is not in the changed {}", case.on, case.file);
    files.insert(case.file.to_owned(), text);
    (check_service("lamp", &files, &known()), line)
}

pub(super) fn all_are_explained(cases: &[Case]) {
    for case in cases {
        let (mistakes, line) = found(case);
        let right = |m: &&Mistake| m.what == case.what && m.line == line && m.file == format!("lamp/{}", case.file);
        let mistake = mistakes.iter().find(right);
        let all: Vec<String> = mistakes.iter().map(Mistake::to_string).collect();
        let mistake =
            mistake.unwrap_or_else(|| panic!("wanted line {line}: {}\nfound:\n{}", case.what, all.join("\n")));
        assert!(mistake.what_to_do.contains(case.what_to_do), "{mistake}");
        assert!(mistake.column > 0);
    }
}

#[test]
fn a_good_service_has_no_mistake() {
    assert_eq!(check_service("lamp", &lamp(), &known()), []);
}

#[test]
fn a_file_that_is_not_toml_is_pointed_at() {
    let (mistakes, line) = found(&Case {
        file: "service.toml",
        from: "months = 12",
        to: "months = = 12",
        on: "months",
        what: "",
        what_to_do: "",
    });
    assert_eq!(mistakes.len(), 1, "{mistakes:?}");
    assert_eq!((mistakes[0].line, mistakes[0].column), (line, 10));
    assert!(mistakes[0].what.starts_with("This is not TOML:"), "{}", mistakes[0].what);
}

macro_rules! cases {
    ($($file:literal: $from:literal => $to:literal, $on:literal, $what:literal, $do:literal;)*) => {
        &[$(Case { file: $file, from: $from, to: $to, on: $on, what: $what, what_to_do: $do }),*]
    };
}

#[test]
fn keys_and_types_of_the_head_are_explained() {
    all_are_explained(cases! {
        "service.toml": "owner =" => "onwer =", "id = \"lamp\"", "service.toml has no `owner`.", "Add `owner = \"…\"`.";
        "service.toml": "required = false" => "requierd = false", "requierd", "[[question]] knows no key `requierd`.", "Did you mean `required`?";
        "service.toml": "months = 12" => "months = \"12\"", "months", "`months` is text; it has to be a whole number.", "months = 10";
        "service.toml": "id = \"lamp\"" => "id = \"lump\"", "id = \"lump\"", "The identifier is `lump` but the folder is `lamp`.", "same name";
        "service.toml": "state = \"online\"" => "state = \"onlin\"", "state", "`onlin` is not known here.", "Did you mean `online`?";
        "service.toml": "state = \"online\"" => "state = \"promised\"", "state", "A promised service needs its date.", "by = 2027-03-31";
        "service.toml": "state = \"online\"" => "state = \"not-planned\"", "state", "The service has pages but is not online.", "state = \"online\"";
        "service.toml": "category = \"streets\"" => "category = \"street\"", "category", "There is no category `street`.", "Did you mean `streets`?";
        "service.toml": "team = \"lighting\"" => "team = \"lightning\"", "team", "There is no team `lightning`.", "Did you mean `lighting`?";
        "service.toml": "danger = [\"emergency\"]" => "danger = [\"emergancy\"]", "danger", "There is no danger `emergancy`.", "Did you mean `emergency`?";
        "service.toml": "5 working days" => "a while", "within", "\"a while\" is not a length of time: write it like \"5 working days\", \"28 days\", \"24 hours\" or \"4 working hours\".", "length of time";
        "service.toml": "title_from = [\"kind\"]" => "title_from = [\"kind\"]\nassurance = \"matched\"", "assurance", "`matched` is not known here.", "identity";
        "service.toml": "title_from = [\"kind\"]" => "title_from = [\"kind\"]\ncontact_ways = [\"phone\"]", "contact_ways", "`phone` is not known here.", "call";
        "service.toml": "title_from = [\"kind\"]" => "title_from = [\"kind\"]\ncontact_ways = []", "contact_ways", "`contact_ways` offers nothing.", "leave it out";
        "service.toml": "title_from = [\"kind\"]" => "title_from = [\"kind\"]\nending = \"premit\"", "ending", "There is no ending `premit`.", "Did you mean `permit`?";
        "service.toml": "[retention]" => "[duplicates]\nplace = \"kind\"\nmetres = 0\ndays = 366\n\n[retention]", "metres", "Two reports cannot be the same within 0 metres.", "from 1 to 200";
        "service.toml": "[retention]" => "[duplicates]\nplace = \"kind\"\nmetres = 201\ndays = 366\n\n[retention]", "metres", "Two reports cannot be the same within 201 metres.", "from 1 to 200";
        "service.toml": "[retention]" => "[duplicates]\nplace = \"kind\"\nmetres = 200\ndays = 366\n\n[retention]", "days", "Two reports cannot be the same within 366 days.", "from 1 to 365";
        "service.toml": "[retention]" => "[open311]\n\n[retention]", "[open311]", "[open311] has no `public`.", "public = false";
        "service.toml": "[retention]" => "[open311]\npublic = true\nshown = 1\n\n[retention]", "shown", "[open311] knows no key `shown`.", "public";
        "service.toml": "cy = [\"lamp stryd\"]\n" => "", "[synonyms]", "There are no synonyms in cy.", "Add `cy";
        "service.toml": "title_from = [\"kind\"]" => "title_from = [\"kind\"]\noften = 0", "often", "`often` is a place, and the first is 1.", "leave it out";
        "service.toml": "title_from = [\"kind\"]" => "title_from = [\"kin\"]", "title_from", "There is no question `kin`.", "Did you mean `kind`?";
        "service.toml": "type = \"choice\"" => "type = \"choise\"", "choise", "There is no question type `choise`.", "Did you mean `choice`?";
    });
}

#[test]
fn whom_a_service_is_open_to_is_explained() {
    all_are_explained(cases! {
        "service.toml": "[retention]" => "[open]\nto = \"stuff\"\n\n[retention]", "to = ", "`stuff` is not known here.", "Did you mean `staff`?";
        "service.toml": "[retention]" => "[open]\n\n[retention]", "[open]", "[open] has no `to`.", "Add `to = \"…\"`.";
        "service.toml": "[retention]" => "[open]\nto = \"wards\"\n\n[retention]", "to = ", "No ward is named.", "wards = [";
        "service.toml": "[retention]" => "[open]\nto = \"wards\"\nwards = [\"Coleridge\"]\n\n[retention]", "wards = [", "`Coleridge` is not the code of a ward.", "E05013054";
        "service.toml": "[retention]" => "[open]\nto = \"share\"\npercent = 100\n\n[retention]", "percent", "A share is 1 to 99 in a hundred.", "percent = 10";
        "service.toml": "[retention]" => "[open]\nto = \"staff\"\npercent = 10\n\n[retention]", "percent", "`percent` belongs to `to = \"share\"` only.", "Take it away";
        "service.toml": "[retention]" => "[open]\nto = \"share\"\npercent = 10\nwards = [\"E05013054\"]\n\n[retention]", "wards", "`wards` belongs to `to = \"wards\"` only.", "Take it away";
    });
    let mut files = lamp();
    let toml = TOML.replace("[retention]", "[open]\nto = \"staff\"\n\n[retention]");
    files.insert("service.toml".into(), toml.clone());
    let said: Vec<String> = check_service("lamp", &files, &known()).into_iter().map(|m| m.what).collect();
    assert_eq!(said, ["`today` is missing."; 3], "whoever it is not open to is told how to get it");
    let closed = toml.replace("state = \"online\"", "state = \"not-planned\"");
    files.insert("service.toml".into(), closed);
    let mistakes = check_service("lamp", &files, &known());
    assert!(
        mistakes.iter().any(|m| m.what == "Only a service that is online can be open to some people."),
        "{mistakes:?}"
    );
}

#[test]
fn pages_and_questions_are_explained() {
    all_are_explained(cases! {
        "service.toml": "questions = [\"note\"]" => "questions = [\"notes\"]", "\"notes\"", "There is no question `notes`.", "Did you mean `note`?";
        "service.toml": "questions = [\"age\", \"wires\"]" => "questions = [\"age\"]", "id = \"wires\"", "The question `wires` is never asked.", "Put it on a page";
        "service.toml": "questions = [\"note\"]" => "questions = [\"note\", \"age\"]", "\"note\", \"age\"", "`age` is asked twice, first on the page `age`.", "once";
        "service.toml": "id = \"note\"\nquestions" => "id = \"age\"\nquestions", "id = \"age\"\nquestions = [\"note\"]", "[[page]] `age` is here twice.", "its own identifier";
        "service.toml": "id = \"wires\"" => "id = \"age\"", "id = \"age\"\ntype = \"yes-no\"", "[[question]] `age` is here twice.", "its own identifier";
        "service.toml": "\"out\", \"broken\"" => "\"out\", \"out\"", "options", "The option `out` is here twice.", "one of them";
        "service.toml": "id = \"mended\"" => "id = \"Mended!\"", "Mended!", "`Mended!` cannot be an identifier.", "small letters";
        "service.toml": "id = \"note\"\ntype" => "id = \"the-note\"\ntype", "the-note", "`the-note` cannot be an identifier.", "minus";
        "service.toml": "max = 90" => "max = -1", "max = -1", "`max` -1 is below `min` 0.", "Swap";
        "service.toml": "[[outcome]]\nid = \"mended\"\ndone = true\n" => "", "id = \"lamp\"", "service.toml has no `outcome`.", "[[outcome]]";
    });
}

#[test]
fn conditions_are_explained() {
    all_are_explained(cases! {
        "service.toml": "page = \"age\"\nwhen" => "page = \"aeg\"\nwhen", "page = \"aeg\"", "There is no page `aeg`.", "Did you mean `age`?";
        "service.toml": "when = 'kind ==" => "when = 'knid ==", "knid", "There is no question or computed value `knid`.", "Did you mean `kind`?";
        "service.toml": "\"broken\"'" => "\"brokn\"'", "brokn", "There is no option `brokn` here.", "Did you mean `broken`?";
        "service.toml": "when = 'kind == \"broken\"'" => "when = 'kind > 3'", "kind > 3", "`>` cannot be used between an option and a number.", "Compare numbers with numbers";
        "service.toml": "when = 'kind == \"broken\"'" => "when = 'kind'", "when = 'kind'", "The condition gives an option, not yes or no.", "Compare it";
        "service.toml": "when = 'kind == \"broken\"'" => "when = 'kind == 3'", "kind == 3", "an option is compared with a number; they can never be equal.", "one kind";
    });
}

#[test]
fn an_unfinished_expression_is_explained() {
    let case = Case {
        file: "service.toml",
        from: "when = 'kind == \"broken\"'",
        to: "when = 'kind == '",
        on: "when = 'kind",
        what: "",
        what_to_do: "",
    };
    let (mistakes, line) = found(&case);
    assert_eq!(mistakes[0].line, line);
    assert!(mistakes[0].what.starts_with("`kind == ` is not an expression"), "{}", mistakes[0]);
}

#[test]
fn the_order_of_conditions_is_explained() {
    all_are_explained(cases! {
        "service.toml": "when = 'kind == \"broken\"'" => "when = 'note == null'", "note == null", "The condition of the page `age` looks at `note`, which is asked later.", "Move the page";
        "service.toml": "when = 'kind == \"broken\"'" => "when = 'wires'", "when = 'wires'", "The condition goes round in a circle: the page `age`, which waits for the question `wires`, which waits for the page `age`.", "shown whatever";
        "service.toml": "when = 'kind == \"broken\"'" => "when = 'note == null'\n\n[[show_if]]\npage = \"note\"\nwhen = 'age > 3'", "note == null", "The condition goes round in a circle: the page `age`, which waits for the question `note`, which waits for the page `note`, which waits for the question `age`, which waits for the page `age`.", "shown whatever";
        "service.toml": "value = \"age > 30\"" => "value = \"older\"\n\n[[compute]]\nid = \"older\"\nvalue = \"!old\"", "value = \"older\"", "These need each other in a circle: old → older → old.", "without the others";
    });
}

#[test]
fn what_can_never_be_reached_is_explained() {
    all_are_explained(cases! {
        "service.toml": "when = 'kind == \"broken\"'" => "when = 'false'", "when = 'false'", "The page `age` can never be reached: its condition is never true.", "Correct the condition";
        "service.toml": "when = 'kind == \"broken\"'" => "when = 'kind == \"out\" && kind == \"broken\"'", "when = 'kind", "The page `age` can never be reached: its condition is never true.", "take the page away";
        "service.toml": "[[compute]]" => "[[show_if]]\npage = \"note\"\nwhen = 'age > 90'\n\n[[compute]]", "age > 90", "The page `note` can never be reached: its condition is never true.", "Correct";
        "service.toml": "[[compute]]" => "[[show_if]]\nquestion = \"note\"\nwhen = 'wires && kind == \"out\"'\n\n[[compute]]", "wires && kind", "The question `note` is never asked: its condition is never true.", "take the question away";
    });
}

/// The lamp with a question of fourteen options, of which several may be chosen; the page `note` waits for one of them.
fn lamp_of_many(waits_for: &str) -> Vec<Mistake> {
    let options: Vec<String> = (0..14).map(|number| format!("part-{number:02}")).collect();
    let listed = options.iter().map(|option| format!("{option:?}")).collect::<Vec<_>>().join(", ");
    let toml = TOML
        .replace("questions = [\"kind\"]", "questions = [\"kind\", \"parts\"]")
        .replace("[[compute]]", &format!("[[show_if]]\npage = \"note\"\nwhen = '{waits_for}'\n\n[[compute]]"))
        + &format!("\n[[question]]\nid = \"parts\"\ntype = \"choices\"\noptions = [{listed}]\n");
    let words = options.iter().map(|option| format!("option-parts-{option} = A part\n")).collect::<String>();
    let mut files = lamp();
    for lang in ["en.ftl", "cy.ftl", "ar.ftl"] {
        files.insert(lang.into(), format!("{EN}question-parts = Which parts?\npage-kind = The lamp\n{words}"));
    }
    files.insert("service.toml".into(), toml);
    check_service("lamp", &files, &known())
}

#[test]
fn where_too_many_options_are_told_apart_nothing_is_claimed() {
    let any = (0..14).map(|number| format!("\"part-{number:02}\" in parts")).collect::<Vec<_>>();
    let all = any.join(" && ");
    assert_eq!(lamp_of_many(&all), [], "whoever chooses all fourteen reaches the page");
    let said = lamp_of_many("\"part-00\" in parts && !(\"part-00\" in parts)");
    assert!(said.iter().any(|mistake| mistake.what.starts_with("The page `note` can never be reached")), "{said:?}");
}

#[test]
fn rules_are_explained() {
    all_are_explained(cases! {
        "service.toml": "inputs = [\"wires\", \"age\"]" => "inputs = [\"wire\", \"age\"]", "\"wire\"", "There is no question or computed value `wire`.", "Did you mean `wires`?";
        "service.toml": "wires = \"= yes\"" => "wire = \"= yes\"", "wire = ", "`wire` is not an input of this table.", "Did you mean `wires`?";
        "service.toml": "wires = \"= yes\"" => "wires = \"= maybe\"", "= maybe", "`maybe` is neither yes nor no.", "= null";
        "service.toml": "age = \"answered\"" => "age = \"> 90\"", "> 90", "No number can be in `> 90`.", "0 to 90";
        "service.toml": "{ team = \"lighting\" }" => "{ team = \"lightning\" }", "[[table.row]]", "There is no team `lightning`.", "Did you mean `lighting`?";
        "service.toml": "{ team = \"lighting\" }" => "{ teem = \"lighting\" }", "{ teem", "[then] has no `team`.", "Add `team";
        "service.toml": "age = \"answered\"" => "age = \"[0..60)\"", "id = \"team\"", "The table `team` has no row for: wires = no, age = 60 to 90.", "Add a row";
        "service.toml": "wires = \"= yes\"" => "wires = \"in [yes, no]\"", "[[table.row]]\nwhen = { wires = \"in [no, null]\", age = \"answered\" }", "Rows 2 and 1 (line 72) of the table `team` both fit: wires = no, age = 0 to 90.", "hit = \"first\"";
        "service.toml": "hit = \"unique\"" => "hit = \"frist\"", "frist", "`frist` is not known here.", "Did you mean `first`?";
        "service.toml": "reason = \"reason-usual\"\n\n[[table.row]]" => "reason = \"usual\"\n\n[[table.row]]", "reason = \"usual\"", "The reason `usual` does not begin with `reason-`.", "reason-deep";
    });
}

#[test]
fn a_row_that_can_never_fire_names_the_rows_before_it() {
    all_are_explained(cases! {
        "service.toml": "hit = \"unique\"\ninputs = [\"wires\", \"age\"]\n" => "hit = \"first\"\ninputs = [\"wires\", \"age\"]\n\n[[table.row]]\nwhen = {}\nthen = { team = \"highways\" }\nreason = \"reason-usual\"\n", "[[table.row]]\nwhen = { wires = \"= yes\" }", "Row 2 of the table `team` can never fire: row 1 (line 72) takes all it fits.", "Move it up";
        "service.toml": "hit = \"unique\"\ninputs = [\"wires\", \"age\"]\n" => "hit = \"first\"\ninputs = [\"wires\", \"age\"]\n\n[[table.row]]\nwhen = { age = \"answered\" }\nthen = { team = \"highways\" }\nreason = \"reason-usual\"\n\n[[table.row]]\nwhen = { age = \"= null\" }\nthen = { team = \"highways\" }\nreason = \"reason-usual\"\n", "[[table.row]]\nwhen = { wires = \"= yes\" }", "Row 3 of the table `team` can never fire: row 1 (line 72) and row 2 (line 77) take all it fits.", "Move it up";
    });
}

#[test]
fn words_are_explained() {
    all_are_explained(cases! {
        "cy.ftl": "option-kind-out = Out\n" => "", "reason-usual", "`option-kind-out` is missing.", "ar.ftl has it in line 7.";
        "ar.ftl": "question-note-hint = Anything\n" => "", "reason-usual", "`question-note-hint` is missing.", "cy.ftl has it in line 12.";
        "en.ftl": "outcome-mended" => "outcome-mendde", "outcome-mendde", "Nothing uses `outcome-mendde`.", "Did you mean `outcome-mended`?";
        "en.ftl": "{ $due }" => "{ $date }", "next", "`next` uses `$date`, which nobody fills.", "`$due`";
        "en.ftl": "title = A lamp" => "title = A { $lamp }", "title", "`title` uses `$lamp`, which nobody fills.", "no variable";
        "en.ftl": "summary = Lamps" => "summary = Lamps\nsummary = Lights", "summary = Lights", "`summary` is here twice, first in line 2.", "one of them";
    });
}

#[test]
fn a_missing_language_and_a_broken_message_are_explained() {
    let mut files = lamp();
    files.remove("ar.ftl");
    let mistakes = check_service("lamp", &files, &known());
    assert_eq!(mistakes.len(), 1, "{mistakes:?}");
    assert_eq!((mistakes[0].file.as_str(), mistakes[0].what.as_str()), ("lamp/ar.ftl", "This language is missing."));
    files = lamp();
    files.insert("cy.ftl".into(), EN.replace("{ $due }", "{ $due"));
    let mistakes = check_service("lamp", &files, &known());
    assert_eq!((mistakes[0].file.as_str(), mistakes[0].line), ("lamp/cy.ftl", 3), "{mistakes:?}");
}

#[test]
fn a_folder_without_teams_or_that_does_not_exist_is_explained() {
    let folder = Folder::from_texts(lamp().into_iter().map(|(name, text)| (format!("lamp/{name}"), text)));
    let said: Vec<String> =
        folder.check().iter().map(|mistake| format!("{}: {}", mistake.file, mistake.what)).collect();
    assert!(said.contains(&"teams.toml: This file is missing.".to_owned()), "{said:?}");
    assert!(said.contains(&"categories.toml: This file is missing.".to_owned()), "{said:?}");
    let nowhere = check(Path::new("/nowhere/at/all"));
    assert!(nowhere[0].what.starts_with("This cannot be read"), "{nowhere:?}");
}

#[test]
fn a_folder_laid_over_the_delivered_one_needs_no_teams_or_headings_of_its_own() {
    let heads = [
        ("teams.toml", "[[team]]\nid = \"lamps\"\nname = { en = \"Lamps\", cy = \"Lampau\", ar = \"مصابيح\" }\n"),
        (
            "categories.toml",
            "[[category]]\nid = \"streets\"\nname = { en = \"Streets\", cy = \"Strydoedd\", ar = \"شوارع\" }\n",
        ),
    ];
    let own = || Folder::from_texts([("lamp/service.toml", "id = 1")]);
    let said = |folder: Folder| folder.check().into_iter().map(|mistake| mistake.file).collect::<Vec<_>>();
    let missing = |files: &[String]| files.iter().any(|file| file == "teams.toml" || file == "categories.toml");
    assert!(missing(&said(own())));
    let laid_over = said(own().completed(Folder::from_texts(heads)));
    assert!(!missing(&laid_over) && laid_over.iter().any(|file| file == "lamp/service.toml"), "{laid_over:?}");
}
