//! What changed between two texts, word by word.

/// A stretch of words that is in both texts, or in one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In which it is.
    pub kind: Kind,
    /// The words, with the spaces and line ends after them.
    pub text: String,
}

/// In which of two texts something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In both.
    Same,
    /// In the one before.
    Gone,
    /// In the one after.
    New,
}

/// Words in the middle of a text that are compared one by one; of longer ones the whole middle is shown as changed.
const MOST: usize = 2_000;

/// The two texts as one, in the order of reading: what is gone stands before what is new.
pub fn diff(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words(before), words(after));
    let start = old.iter().zip(&new).take_while(|(a, b)| is_same(a, b)).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| is_same(a, b)).count();
    let mut pieces = Vec::new();
    new[..start].iter().for_each(|word| add(&mut pieces, Kind::Same, word));
    middle(&old[start..old.len() - end], &new[start..new.len() - end], &mut pieces);
    new[new.len() - end..].iter().for_each(|word| add(&mut pieces, Kind::Same, word));
    pieces
}

/// Words, each with the white space after it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// The same word; whether a line ends after it is no change worth showing.
fn is_same(a: &str, b: &str) -> bool {
    a.trim_end() == b.trim_end()
}

fn add(pieces: &mut Vec<Piece>, kind: Kind, word: &str) {
    match pieces.last_mut().filter(|last| last.kind == kind) {
        Some(last) => last.text.push_str(word),
        None => pieces.push(Piece { kind, text: word.to_owned() }),
    }
}

/// The longest common subsequence, by the table everybody knows.
fn middle(old: &[&str], new: &[&str], pieces: &mut Vec<Piece>) {
    if old.len() > MOST || new.len() > MOST {
        old.iter().for_each(|word| add(pieces, Kind::Gone, word));
        new.iter().for_each(|word| add(pieces, Kind::New, word));
        return;
    }
    let width = new.len() + 1;
    let mut longest = vec![0u16; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = match is_same(old[i], new[j]) {
                true => longest[(i + 1) * width + j + 1] + 1,
                false => longest[(i + 1) * width + j].max(longest[i * width + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && is_same(old[i], new[j]) {
            add(pieces, Kind::Same, new[j]);
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || i < old.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            add(pieces, Kind::Gone, old[i]);
            i += 1;
        } else {
            add(pieces, Kind::New, new[j]);
            j += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[gone]` and `{new}`.
    fn shown(before: &str, after: &str) -> String {
        let mark = |piece: Piece| match piece.kind {
            Kind::Same => piece.text,
            Kind::Gone => format!("[{}]", piece.text),
            Kind::New => format!("{{{}}}", piece.text),
        };
        diff(before, after).into_iter().map(mark).collect()
    }

    #[test]
    fn words_that_changed_are_marked_and_the_others_are_not() {
        for (before, after, wanted) in [
            ("put it out by 7 am", "put it out by 6 am", "put it out by [7 ]{6 }am"),
            ("put it out", "put it out early", "put it out {early}"),
            ("on Monday", "", "[on Monday]"),
            ("", "on Monday", "{on Monday}"),
            ("the same words", "the same words", "the same words"),
            ("a b c d", "b c e d", "[a ]b c {e }d"),
        ] {
            assert_eq!(shown(before, after), wanted, "{before} → {after}");
        }
    }

    #[test]
    fn both_texts_can_be_read_out_of_what_is_shown() {
        let (before, after) = ("one two\n\nthree four five", "one 2\n\nthree five six");
        let only = |without: Kind| -> String {
            let pieces = diff(before, after).into_iter().filter(|piece| piece.kind != without);
            pieces.map(|piece| piece.text).collect()
        };
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(plain(&only(Kind::New)), plain(before));
        assert_eq!(only(Kind::Gone), after);
    }

    #[test]
    fn very_long_texts_are_not_compared_word_by_word() {
        let (before, after) = ("a ".repeat(MOST + 1), "b ".repeat(MOST + 1));
        assert_eq!(diff(&before, &after).len(), 2);
    }
}
