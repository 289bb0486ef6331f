//! Invented people and streets: names that no register of births holds, addresses of a town that is not on the map.

use kit::id::Entropy;

const GIVEN: [&str; 48] = [
    "Alder",
    "Amberly",
    "Aspenna",
    "Basilio",
    "Birchal",
    "Bracken",
    "Brackley",
    "Bramble",
    "Brindle",
    "Campion",
    "Cedarina",
    "Cicely",
    "Clovis",
    "Comfrey",
    "Coriander",
    "Cornelian",
    "Dillon",
    "Elderic",
    "Fennel",
    "Fernanda",
    "Garnetta",
    "Gorsel",
    "Hazelle",
    "Heatherly",
    "Jaspera",
    "Juniper",
    "Larkin",
    "Lavendra",
    "Linden",
    "Lovagel",
    "Mallow",
    "Marigold",
    "Medlar",
    "Mossley",
    "Nettie",
    "Opaline",
    "Pimpernel",
    "Quince",
    "Rowanna",
    "Rushton",
    "Saffira",
    "Samphire",
    "Sorrel",
    "Tansy",
    "Teasel",
    "Thistle",
    "Willowby",
    "Yarrow",
];

const FAMILY_FRONT: [&str; 16] = [
    "Sample", "Demo", "Mock", "Test", "Trial", "Fiction", "Example", "Pretend", "Model", "Draft", "Practice", "Proof",
    "Specimen", "Pattern", "Outline", "Sketch",
];

const FAMILY_END: [&str; 16] = [
    "wick", "ton", "field", "by", "worth", "dale", "ford", "ham", "ley", "stead", "bury", "combe", "thorpe", "mere",
    "bourne", "gate",
];

const STREET_FRONT: [&str; 40] = [
    "Samphire",
    "Curlew",
    "Eelcatcher",
    "Sluice",
    "Windpump",
    "Reedcutter",
    "Lode",
    "Drover",
    "Sedge",
    "Plover",
    "Wherry",
    "Bittern",
    "Osier",
    "Staithe",
    "Heron",
    "Causeway",
    "Marshwort",
    "Lapwing",
    "Ferryman",
    "Millstone",
    "Saltpan",
    "Harrier",
    "Brickfield",
    "Tollhouse",
    "Kingcup",
    "Watermint",
    "Dyke",
    "Lantern",
    "Coopers Yard",
    "Ropewalk",
    "Teal",
    "Coppice",
    "Orchardside",
    "Tanyard",
    "Chandlers",
    "Weir",
    "Pondweed",
    "Sandmartin",
    "Bulrush",
    "Snipe",
];

const STREET_END: [&str; 8] = ["Street", "Road", "Lane", "Close", "Drive", "Gardens", "Way", "Row"];

/// The password of everybody listed on the demo's page. In a demo only, and shown there.
pub const PASSWORD: &str = "eastmere marsh walk";

/// Somebody to sign in as.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Their name.
    pub name: &'static str,
    /// With what they sign in.
    pub email: &'static str,
    /// Words key of what is particular about them.
    pub about: &'static str,
}

const fn shown(name: &'static str, email: &'static str, about: &'static str) -> Shown {
    Shown { name, email, about }
}

/// Residents to sign in as.
pub fn residents() -> Vec<Shown> {
    vec![
        shown("Marigold Sampleton", "marigold@resident.example", "server-demo-about-open"),
        shown("Linden Mockford", "linden@resident.example", "server-demo-about-late"),
        shown("Teasel Trialby", "teasel@resident.example", "server-demo-about-new"),
    ]
}

/// Staff to sign in as.
pub fn staff() -> Vec<Shown> {
    vec![
        shown("Officer Demowick", "officer@eastmere.example", "server-demo-about-officer"),
        shown("Cleaner Demodale", "member@eastmere.example", "server-demo-about-member"),
        shown("Leader Demoham", "leader@eastmere.example", "server-demo-about-leader"),
        shown("Owner Demoford", "owner@eastmere.example", "server-demo-about-owner"),
        shown("Administrator Demogate", "administrator@eastmere.example", "server-demo-about-administrator"),
    ]
}

fn pick<'a>(from: &[&'a str], chance: &Entropy) -> &'a str {
    from[chance.below(from.len() as u64) as usize]
}

/// A made-up family name, "Samplewick".
pub fn family(chance: &Entropy) -> String {
    format!("{}{}", pick(&FAMILY_FRONT, chance), pick(&FAMILY_END, chance))
}

/// A made-up full name of that family.
pub fn name(family: &str, chance: &Entropy) -> String {
    format!("{} {family}", pick(&GIVEN, chance))
}

/// The street of the `n`th postcode: the same postcode is always the same street.
pub fn street(n: usize) -> String {
    let front = STREET_FRONT[n % STREET_FRONT.len()];
    let end = STREET_END[(n / STREET_FRONT.len()) % STREET_END.len()];
    match n / (STREET_FRONT.len() * STREET_END.len()) {
        0 => format!("{front} {end}"),
        quarter => format!("{} {front} {end}", ["Upper", "Lower", "Old", "New", "Far", "Near"][(quarter - 1) % 6]),
    }
}

/// An address that cannot be delivered to: `.example` is reserved (RFC 2606).
pub fn email(name: &str, number: u32) -> String {
    format!("{}.{number}@resident.example", name.to_lowercase().replace(' ', "."))
}

/// A mobile number Ofcom keeps for drama: 07700 900000 to 900999.
pub fn mobile(number: u32) -> String {
    format!("07700 900{:03}", number % 1000)
}

/// A landline number Ofcom keeps for drama: 01632 960000 to 960999.
pub fn landline(number: u64) -> String {
    format!("01632 960{:03}", number % 1000)
}

/// Marks there are.
const MARKS: usize = 2_600;

/// A registration mark nobody has: Q stands in no mark of the current style but as a first letter, and I in none of these places.
pub fn plate(chance: &Entropy) -> String {
    mark(chance.below(MARKS as u64) as usize).unwrap_or_default()
}

/// The mark of that number, each another; nothing where there are no more.
pub fn mark(number: usize) -> Option<String> {
    let letter = char::from(b'A' + u8::try_from(number / 100).ok().filter(|_| number < MARKS)?);
    Some(format!("QI{}{} XI{letter}", number / 10 % 10, number % 10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_same_seed_makes_the_same_people() {
        let some = |seed| {
            let chance = Entropy::seeded(seed);
            (0..20).map(|_| name(&family(&chance), &chance)).collect::<Vec<_>>()
        };
        assert_eq!(some(7), some(7));
        assert_ne!(some(7), some(8));
    }

    #[test]
    fn every_mark_is_another_and_none_is_anybody_s() {
        let marks: HashSet<String> = (0..MARKS).filter_map(mark).collect();
        assert_eq!(marks.len(), MARKS);
        assert!(marks.iter().all(|mark| mark.starts_with("QI") && mark.contains(" XI")));
        assert_eq!(mark(MARKS), None);
    }

    #[test]
    fn streets_differ_for_a_while() {
        let names: HashSet<String> = (0..1_900).map(street).collect();
        assert_eq!(names.len(), 1_900);
    }
}
