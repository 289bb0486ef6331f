//! Made-up people: names put together from syllables, households, and what happens to their records.

/// One record, owned.
#[derive(Debug, Clone, Default)]
pub struct Written {
    pub person: u32,
    pub values: [String; 9],
}

impl Written {
    pub fn record(&self) -> linkage::Record<'_> {
        let [given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth] =
            self.values.each_ref().map(String::as_str);
        linkage::Record {
            given_name,
            surname,
            street_number,
            address_1,
            address_2,
            suburb,
            postcode,
            state,
            date_of_birth,
        }
    }
}

/// The same numbers every time (xorshift, Marsaglia 2003).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    /// Low numbers are the commonest, as with names.
    fn common(&mut self, of: &[String]) -> String {
        let limit = 1 + self.below(of.len());
        of[self.below(limit)].clone()
    }
}

const BEGINNINGS: [&str; 14] =
    ["bar", "bel", "cor", "dun", "fal", "gil", "har", "ken", "lan", "mor", "nor", "pel", "ros", "tam"];
const MIDDLES: [&str; 6] = ["", "a", "e", "i", "o", "ow"];
const PLACES: [&str; 14] =
    ["bury", "cott", "dale", "field", "ford", "ham", "ley", "mere", "ridge", "shaw", "stead", "ton", "wick", "worth"];
const NAMES: [&str; 9] = ["a", "ette", "ian", "ina", "old", "o", "us", "wen", "ric"];

fn all(middles: &[&str], endings: &[&str], dice: &mut Dice) -> Vec<String> {
    let mut words: Vec<String> = BEGINNINGS
        .iter()
        .flat_map(|a| middles.iter().flat_map(move |b| endings.iter().map(move |c| format!("{a}{b}{c}"))))
        .collect();
    for at in (1..words.len()).rev() {
        words.swap(at, dice.below(at + 1));
    }
    words
}

/// Households of one to four with one address; most of a household share the surname.
pub fn people(count: u32, dice: &mut Dice) -> Vec<Written> {
    let (surnames, given) = (all(&MIDDLES, &PLACES, dice), all(&["", "e"], &NAMES, dice));
    let roads = all(&["", "en"], &["street", "lane", "road", "close"], dice);
    let mut people = Vec::new();
    while people.len() < count as usize {
        let road = dice.below(roads.len());
        let address = [
            (1 + dice.below(80)).to_string(),
            roads[road].clone(),
            String::new(),
            format!("{}{}", BEGINNINGS[road % 14], PLACES[road % 13]),
            format!("em{} {}{}", road % 9, road % 8, ["aa", "ab", "de", "fg"][road % 4]),
            "eastmere".to_owned(),
        ];
        let surname = dice.common(&surnames);
        for _ in 0..1 + dice.below(4) {
            let own = if dice.below(5) == 0 { dice.common(&surnames) } else { surname.clone() };
            let born = format!("{}{:02}{:02}", 1930 + dice.below(75), 1 + dice.below(12), 1 + dice.below(28));
            let [number, street, second, suburb, postcode, state] = address.clone();
            let values = [dice.common(&given), own, number, street, second, suburb, postcode, state, born];
            people.push(Written { person: people.len() as u32, values });
        }
    }
    people.truncate(count as usize);
    people
}

/// The same person written down again, with up to three slips, and sometimes after a move.
pub fn again(person: &Written, dice: &mut Dice) -> Written {
    let mut copy = person.clone();
    for _ in 0..dice.below(4) {
        let at = [0, 1, 2, 3, 6, 8][dice.below(6)];
        if dice.below(8) == 0 {
            copy.values[at].clear();
        } else {
            slip(&mut copy.values[at], dice);
        }
    }
    if dice.below(12) == 0 {
        copy.values.swap(0, 1);
    }
    copy
}

/// One letter lost, doubled, or exchanged with its neighbour; in a number another digit.
fn slip(value: &mut String, dice: &mut Dice) {
    let mut signs: Vec<char> = value.chars().collect();
    if signs.len() < 2 {
        return;
    }
    let at = dice.below(signs.len() - 1);
    match dice.below(3) {
        _ if signs[at].is_ascii_digit() => signs[at] = ['1', '3', '5', '7', '9'][dice.below(5)],
        0 => drop(signs.remove(at)),
        1 => signs.insert(at, signs[at]),
        _ => signs.swap(at, at + 1),
    }
    *value = signs.into_iter().collect();
}
