//! What somebody wrote themselves, without our own mail that their program repeated below it. Where that is not plain, all of
//! it counts as theirs; the whole text is kept in any case.

/// The words before the repeated mail; all of them where nothing would be left.
pub fn own_words(text: &str) -> &str {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        starts.push((at, line.trim()));
        at += line.len();
    }
    let cut = (0..starts.len()).find(|line| begins_repeated(&starts, *line)).map_or(text.len(), |line| starts[line].0);
    match text[..cut].trim() {
        "" => text.trim(),
        own => own,
    }
}

/// Whether everything from this line on is a mail repeated.
fn begins_repeated(lines: &[(usize, &str)], at: usize) -> bool {
    let line = lines[at].1;
    let dashes = |text: &str| text.starts_with("-----") && text.ends_with("-----");
    let head = |name: &str| lines[at..].iter().take(6).any(|(_, line)| line.starts_with(name));
    if dashes(line) && line.contains("Original Message") || line.chars().all(|c| c == '_') && line.len() >= 20 {
        return lines[at + 1..].iter().take(3).any(|(_, line)| line.starts_with("From:")) || dashes(line);
    }
    if line.starts_with("From:") && head("Subject:") && (head("Sent:") || head("Date:")) {
        return true;
    }
    // "On Monday, the council wrote:" in whatever language, over at most three lines, and then nothing but marked lines.
    let rest = &lines[at..];
    let marked = rest.iter().position(|(_, line)| line.starts_with('>'));
    let Some(marked) = marked.filter(|marked| *marked <= 4) else { return false };
    let only_marked = rest[marked..].iter().all(|(_, line)| line.is_empty() || line.starts_with('>'));
    let before: Vec<&str> = rest[..marked].iter().map(|(_, line)| *line).filter(|line| !line.is_empty()).collect();
    let introduces = before.len() <= 3
        && before.last().is_some_and(|last| last.ends_with(':') || last.ends_with("："))
        && !line.is_empty();
    only_marked
        && (marked == 0
            || introduces
                && before
                    .first()
                    .is_some_and(|first| first.contains(|c: char| c.is_ascii_digit()) || before.len() == 1))
}

#[cfg(test)]
mod tests {
    use super::own_words;
    use proptest::prelude::*;

    #[test]
    fn our_own_mail_below_the_answer_is_left_out() {
        for (text, own) in [
            ("It is the brown bin.\n", "It is the brown bin."),
            (
                "It is brown.\n\nOn Mon, 2 Nov 2026 at 10:04, Eastmere Council <a@b> wrote:\n> Which bin?\n>\n> Ann",
                "It is brown.",
            ),
            (
                "It is brown.\n\nOn Mon, 2 Nov 2026 at 10:04, Eastmere\nCouncil <a@b> wrote:\n\n> Which bin?\n",
                "It is brown.",
            ),
            ("Un brown.\n\nAr Llun, 2 Tach 2026, ysgrifennodd Eastmere:\n> Pa fin?\n", "Un brown."),
            ("Brown.\n-----Original Message-----\nFrom: Eastmere\nWhich?", "Brown."),
            ("Brown.\n\nFrom: Eastmere Council\nSent: Monday\nTo: Ann\nSubject: Your bin\n\nWhich?", "Brown."),
            ("Brown.\n________________________________\nFrom: Eastmere\nSent: Monday\nSubject: x\n", "Brown."),
            // Between our lines: all of it is theirs.
            (
                "> Which bin?\nThe brown one.\n> And when?\nMonday.",
                "> Which bin?\nThe brown one.\n> And when?\nMonday.",
            ),
            ("I need:\n- a bin\n- a lid", "I need:\n- a bin\n- a lid"),
            ("From: my window I see it every day.", "From: my window I see it every day."),
            // Nothing else was written.
            ("On 2 Nov, Eastmere wrote:\n> Which bin?", "On 2 Nov, Eastmere wrote:\n> Which bin?"),
            ("", ""),
        ] {
            assert_eq!(own_words(text), own, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_something_of_it_is_left(text in "[a-z>:\\-_ \nFromSubjectSent]{0,300}") {
            let own = own_words(&text);
            prop_assert!(text.contains(own));
            prop_assert_eq!(own.is_empty(), text.trim().is_empty());
        }
    }
}
