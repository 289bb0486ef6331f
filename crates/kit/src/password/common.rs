//! The passwords tried first by anybody: words people choose, with the ends people put on them, so that the list stays
//! short and refuses many thousands.

/// Words and phrases chosen far too often, folded as [`fold`] folds.
pub(super) const WORDS: &str = "
password passwort passcode passphrase mypassword thepassword newpassword changeme letmein welcome welcomehome secret
secretword mysecret default guest admin administrator superuser login signin account master access testing tester
computer internet online website google facebook whatsapp instagram youtube twitter netflix amazon microsoft windows
samsung iphone android nokia playstation xbox nintendo minecraft fortnite pokemon pikachu football soccer rugby cricket
tennis golf hockey baseball basketball swimming running fishing champion winner liverpool arsenal chelsea tottenham
everton newcastle manchester manchesterunited manutd mancity westham villa astonvilla leeds leedsunited sunderland
celtic rangers wales cymru cymruambyth england scotland ireland britain london cardiff swansea bristol birmingham
sunshine rainbow butterfly flower flowers daisy summer winter spring autumn january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday weekend holiday
christmas easter birthday happybirthday family mother father mummy daddy mumanddad brother sister baby darling
sweetheart iloveyou iloveu loveyou lovelove lover lovely forever always friend friends bestfriend together princess
prince queen king angel angels heaven jesus jesuschrist godisgood godislove blessed blessing church allah bismillah
muhammad mohammed ahmed ali fatima charlie charles william harry george oliver jack thomas james jessica sophie emily
olivia amelia daniel michael jordan michelle nicole ashley andrew joshua matthew anthony robert richard elizabeth
victoria diana alexander samantha jennifer hannah megan rhys dylan gareth owen sian dragon tiger lion monkey donkey
buster molly poppy bella max rocky shadow smokey ginger biscuit cookie chocolate banana orange apple cherry strawberry
coffee guinness cheese chicken pepper batman superman spiderman ironman starwars skywalker matrix gandalf hobbit
harrypotter hogwarts disney mickey mickeymouse mustang ferrari porsche mercedes jaguar corvette harley yamaha honda
freedom hunter killer ninja samurai warrior soldier captain trustno one whatever nothing something anything everything
everybody nobody hello helloworld goodbye goodmorning goodnight good morning please thankyou okay cool awesome amazing
beautiful gorgeous handsome hotstuff sexy loverboy lovergirl babygirl babyboy blink music guitar metallica beatles
elvis rockstar superstar diamond silver golden purple yellow orchid blue black white red green council councilhouse
housing parking benefit qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc iqaz abcabc abcdef aaaaaa";

/// Rows of the keyboard, the alphabet and counting; also read backwards.
const ROWS: [&str; 6] =
    ["qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890", "abcdefghijklmnopqrstuvwxyz", "qazwsxedcrfvtgbyhnujmikolp"];

/// Small letters; everything else stays as it is.
pub(super) fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// A few characters over and over: at most four that repeat, or a half twice, or at most two different ones.
pub(super) fn is_repeated(folded: &str) -> bool {
    let chars: Vec<char> = folded.chars().collect();
    let repeats =
        |length: usize| chars.len() >= 2 * length && (length..chars.len()).all(|i| chars[i] == chars[i - length]);
    let mut different = chars.clone();
    different.sort_unstable();
    different.dedup();
    different.len() <= 2
        || (1..=4).any(repeats)
        || (chars.len() >= 2 && chars.len().is_multiple_of(2) && repeats(chars.len() / 2))
}

/// Mostly runs of neighbours: what is left after taking runs of four and more out is too short to guess at.
pub(super) fn is_run(folded: &str) -> bool {
    let chars: Vec<char> = folded.chars().collect();
    let (mut outside, mut at) = (0, 0);
    while at < chars.len() {
        let length = longest_run(&chars[at..]);
        if length >= 4 {
            at += length;
        } else {
            outside += 1;
            at += 1;
        }
    }
    outside <= 2
}

fn longest_run(chars: &[char]) -> usize {
    let of_row = |row: &str| {
        let forward: Vec<char> = row.chars().collect();
        let backward: Vec<char> = row.chars().rev().collect();
        [forward, backward].iter().map(|row| run_in(chars, row)).max().unwrap_or(0)
    };
    ROWS.iter().map(|row| of_row(row)).max().unwrap_or(0)
}

fn run_in(chars: &[char], row: &[char]) -> usize {
    let starts = row.iter().enumerate().filter(|(_, c)| chars.first() == Some(c)).map(|(at, _)| at);
    starts.map(|at| chars.iter().zip(&row[at..]).take_while(|(a, b)| a == b).count()).max().unwrap_or(0)
}

/// The person's own words, joined or not, with a short end on them.
pub(super) fn is_own(folded: &str, own: &str) -> bool {
    let own = fold(own);
    let (typed, whole) = (letters(folded), letters(&own));
    let local = letters(own.split('@').next().unwrap_or_default());
    let parts = own.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
    let enough = |own: &String| own.chars().count() >= 4;
    [whole, local].into_iter().chain(parts).filter(enough).any(|own| ends_only(&typed, &own))
}

/// One or two of the common words, possibly spelt with figures, with a short beginning or end.
pub(super) fn is_common(folded: &str) -> bool {
    let plain = letters(folded);
    let body = plain.trim_matches(|c: char| c.is_ascii_digit());
    if plain.len() - body.len() > 8 || body.is_empty() {
        return false;
    }
    [unspell(body, 'i'), unspell(body, 'l')].iter().any(|body| is_word(body) || is_two_words(body))
}

fn is_word(body: &str) -> bool {
    WORDS.split_whitespace().any(|word| word == body)
}

fn is_two_words(body: &str) -> bool {
    WORDS.split_whitespace().any(|word| body.strip_prefix(word).is_some_and(is_word))
}

/// Only the ends differ: at most four characters more than the word.
fn ends_only(typed: &str, own: &str) -> bool {
    typed.contains(own) && typed.chars().count() <= own.chars().count() + 4
}

/// Without spaces and marks at the joints; marks that stand for letters are read as letters.
fn letters(text: &str) -> String {
    let read = |c: char| match c {
        '@' => 'a',
        '$' => 's',
        other => other,
    };
    text.chars().map(read).filter(|c| c.is_alphanumeric()).collect()
}

/// Figures that stand for letters, read as letters; a 1 may be an i or an l.
fn unspell(body: &str, one: char) -> String {
    let read = |c: char| match c {
        '0' => 'o',
        '1' => one,
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    };
    body.chars().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{RESIDENT_LEAST, fault};
    use super::*;

    #[test]
    fn well_over_a_thousand_common_passwords_are_refused() {
        let ends = ["1", "12", "123", "1234", "12345", "!", "1!", "123!", "01", "99", "2024", "2025", "2026", "1990"];
        let all = WORDS.split_whitespace().flat_map(|word| ends.iter().map(move |end| format!("{word}{end}")));
        let long: Vec<String> = all.filter(|password| password.chars().count() >= RESIDENT_LEAST).collect();
        assert!(long.len() >= 1_000, "{}", long.len());
        for password in long {
            assert!(fault(&password, RESIDENT_LEAST, &[]).is_some(), "{password}");
        }
    }

    #[test]
    fn runs_are_seen_forwards_backwards_and_joined() {
        for run in ["qwertyuiop", "poiuytrewq", "asdfghjkl1", "1234qwerty", "abcdefgh12", "9876543210"] {
            assert!(is_run(run), "{run}");
        }
        assert!(!is_run("trombone-lantern"));
    }

    #[test]
    fn a_common_word_inside_a_long_sentence_is_no_fault() {
        assert!(!is_common(&fold("the football rolled under the piano")));
        assert!(!is_common(&fold("sunshine-847291038465")));
    }
}
