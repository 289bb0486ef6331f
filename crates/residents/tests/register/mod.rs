//! A register of made-up people: names, birthdays and homes drawn each by itself, families in one home, and some who stand in it
//! twice with what happens to records over the years.

/// The same numbers every time (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    fn happens(&mut self, of_a_hundred: usize) -> bool {
        self.below(100) < of_a_hundred
    }

    /// Of so many, the first are the commonest, as with names.
    fn common(&mut self, of: usize) -> usize {
        let limit = 1 + self.below(of);
        self.below(limit)
    }
}

const BEGIN: [&str; 16] =
    ["Bar", "Cor", "Dun", "Fal", "Gil", "Har", "Ken", "Lan", "Mor", "Nor", "Pel", "Ros", "Sel", "Tam", "Win", "Yar"];
#[rustfmt::skip]
const GIVEN: [&str; 48] = [
    "Olivia", "George", "Amelia", "Harry", "Isla", "Noah", "Ava", "Jack", "Freya", "Leo", "Margaret", "David", "Susan", "Peter",
    "Patricia", "Mohammed", "Catherine", "Stephen", "Fatima", "Rhys", "Bronwen", "Thomas", "Ingrid", "Kwame", "Deborah", "Philip",
    "Yusuf", "Agnieszka", "Gareth", "Joyce", "Rupert", "Charlotte", "Nigel", "Priya", "Vincent", "Edith", "Callum", "Zainab", "Owen",
    "Beatrice", "Felix", "Hannah", "Ibrahim", "Lydia", "Maxwell", "Quentin", "Shirley", "Wilfred",
];
const END: [&str; 14] =
    ["bury", "cott", "dale", "field", "ford", "ham", "ley", "mere", "ridge", "shaw", "stead", "ton", "wick", "worth"];
const STREETS: usize = 40;

/// One line of the register.
#[derive(Clone)]
struct Written {
    given: String,
    surname: String,
    born: String,
    home: [String; 4],
}

impl Written {
    fn line(&self, number: usize) -> String {
        let Written { given, surname, born, home: [house, street, town, postcode] } = self;
        format!("{number},{given} {surname},{born},{house},{street},{town},{postcode}\n")
    }
}

/// One letter lost, doubled, or exchanged with its neighbour; of a number the end is another.
fn slip(word: &str, dice: &mut Dice) -> String {
    if word.len() < 3 {
        return format!("{}{}", &word[..word.len() - 1], dice.below(10));
    }
    let at = 1 + dice.below(word.len() - 2);
    let (start, rest) = word.split_at(at);
    match dice.below(3) {
        0 => format!("{start}{}", &rest[1..]),
        1 => format!("{start}{}{rest}", &rest[..1]),
        _ => format!("{start}{}{}{}", &rest[1..2], &rest[..1], &rest[2..]),
    }
}

fn given(dice: &mut Dice) -> String {
    GIVEN[dice.common(GIVEN.len())].to_owned()
}

fn surname(dice: &mut Dice) -> String {
    let at = dice.common(16 * 14);
    format!("{}{}", BEGIN[at * 5 % 16], END[at / 16])
}

/// House, street, town and postcode; most live in the town, some in a village.
fn home(dice: &mut Dice) -> [String; 4] {
    let (house, street) = (1 + dice.below(60), dice.below(STREETS));
    let road = format!("{}{} {}", BEGIN[street * 3 % 16], END[street * 5 % 14], ["Road", "Lane", "Close"][street % 3]);
    let town = ["Eastmere", "Eastmere", "Eastmere", "Nether Mereham"][street % 4];
    let end = END[street % 14].to_uppercase();
    [house.to_string(), road, town.into(), format!("EM{} {}{}", street % 8, street % 9, &end[..2])]
}

fn born(dice: &mut Dice) -> String {
    format!("{}-{:02}-{:02}", 1930 + dice.below(75), 1 + dice.below(12), 1 + dice.below(28))
}

/// Who stands in the register a second time: of a hundred, `slips` have a mistake in the first name; some have one elsewhere, have
/// moved or married, or were written down without a birthday.
fn again(one: &Written, slips: usize, dice: &mut Dice) -> Written {
    let mut other = one.clone();
    if dice.happens(slips) {
        other.given = slip(&one.given, dice);
    }
    match dice.below(100) {
        0..10 => other.surname = slip(&one.surname, dice),
        10..15 => other.surname = surname(dice),
        _ => {}
    }
    match dice.below(100) {
        0..20 => other.home = home(dice),
        20..35 => {
            let part = dice.below(4);
            other.home[part] = slip(&one.home[part], dice);
        }
        _ => {}
    }
    match dice.below(100) {
        0..4 => other.born = String::new(),
        4..7 => other.born = format!("{}{}{}", &one.born[..3], dice.below(10), &one.born[4..]),
        _ => {}
    }
    other
}

/// As a file to import: so many people, so many of whom stand in it twice.
pub fn register(people: usize, twice: usize, slips: usize) -> String {
    let mut dice = Dice(1969);
    let mut all: Vec<Written> = Vec::new();
    while all.len() < people {
        let (home, family) = (home(&mut dice), surname(&mut dice));
        for _ in 0..1 + dice.below(4) {
            let surname = if dice.happens(80) { family.clone() } else { surname(&mut dice) };
            all.push(Written { given: given(&mut dice), surname, born: born(&mut dice), home: home.clone() });
        }
    }
    all.truncate(people);
    let doubles: Vec<Written> = all.iter().step_by(people / twice).map(|one| again(one, slips, &mut dice)).collect();
    let lines = all.iter().chain(&doubles).enumerate().map(|(number, one)| one.line(number));
    ["number,name,date of birth,house,street,town,postcode\n".to_owned()].into_iter().chain(lines).collect()
}
