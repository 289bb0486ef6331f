//! `guildhall bench linkage`: files in, figures out.

use super::Folder;
use super::started::text;
use kit::testing::febrl;

/// Made-up people in the layout of FEBRL: so many persons, the first forty of them with slips as copies.
fn made_up_people(copies: bool) -> String {
    let (first, last) =
        (["Bar", "Cor", "Dun", "Fal", "Gil"], ["bury", "cott", "dale", "field", "ford", "wick", "mere"]);
    let mut text = "rec_id,given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,\
                    soc_sec_id\n"
        .to_owned();
    for person in 0..if copies { 40 } else { 200 } {
        let (a, b, c) = (person % 5, person / 5 % 7, person * 3 % 5);
        let (given, surname) =
            (format!("{}{}", first[a], ["a", "us", "ette"][person % 3]), format!("{}{}", first[c], last[b]));
        let (year, month, day) = (1930 + person * 7 % 70, 1 + person % 12, 1 + person * 5 % 28);
        let (number, suburb, slip) = (1 + person % 90, last[person * 2 % 7], if copies { "x" } else { "" });
        let kind = if copies { "dup-0" } else { "org" };
        text += &format!(
            "rec-{person}-{kind}, {given}{slip}, {surname}, {number}, {} street, , {suburb}, EM{b} {c}AB, Eastmere, \
             {year}{month:02}{day:02}, 7\n",
            last[person % 7]
        );
    }
    text
}

/// What was printed after a name.
fn figure(said: &str, name: &str) -> f64 {
    let line = said.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name}: {said}"));
    line.split([' ', ',']).find_map(|word| word.parse().ok()).unwrap_or_else(|| panic!("{name}: {said}"))
}

#[test]
fn the_sets_of_febrl_are_linked_as_well_as_we_say() {
    let Some(sets) = febrl() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    for (files, pairs, least) in
        [(&["dataset3.csv"][..], 6_538.0, 0.97), (&["dataset4a.csv", "dataset4b.csv"], 5_000.0, 0.99)]
    {
        let files: Vec<String> = files.iter().map(|name| sets.join(name).display().to_string()).collect();
        let asked: Vec<&str> = ["bench", "linkage"].into_iter().chain(files.iter().map(String::as_str)).collect();
        let out = folder.run(&asked);
        assert_eq!(out.status.code(), Some(0), "{}", text(&out));
        let said = String::from_utf8_lossy(&out.stdout);
        assert!(said.contains(&format!("of one person {pairs}, ")), "another set than was looked at: {said}");
        assert!(figure(&said, "F1 ") >= least, "{files:?}: {said}");
    }
}

#[test]
fn records_of_one_person_are_linked_and_measured() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let file = |name: &str, content: &str| {
        let path = home.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    };
    let (people, copies) = (file("people.csv", &made_up_people(false)), file("copies.csv", &made_up_people(true)));
    let out = folder.run(&["bench", "linkage", &people, &copies]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out));
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    let figure = |name: &str| figure(&said, name);
    assert_eq!(figure("records "), 240.0);
    assert!(said.contains(" of one person 40, "), "{said}");
    assert!(figure("precision ") > 0.95 && figure("recall ") > 0.95 && figure("F1 ") > 0.95, "{said}");
    assert!(figure("seconds ") > 0.0 && figure("peak memory ") > 0.0, "{said}");
    assert!(!folder.path().exists(), "measuring makes no data");

    let out = folder.run(&["bench", "linkage", &people]);
    assert!(out.status.success() && text(&out).contains(" of one person 0, "), "{}", text(&out));
    let wrong = file("wrong.csv", &made_up_people(false).replace("rec-3-org", "three"));
    let out = folder.run(&["bench", "linkage", &people, &wrong]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out).contains("wrong.csv: line 5: the rec_id “three”"), "{}", text(&out));
    assert_eq!(folder.run(&["bench", "linkage", "/nowhere/people.csv"]).status.code(), Some(1));
    assert_eq!(folder.run(&["bench", "linkage", &people, "--threshold", "1"]).status.code(), Some(2));
}
