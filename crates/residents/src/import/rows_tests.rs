use super::*;

fn read_rows(text: &str) -> Sheet<Person> {
    let header = Header::of(&Columns::of(text.as_bytes()).unwrap()).unwrap();
    let find = |typed: &str| {
        let at = |postcode: &str| Whereabouts { postcode: postcode.into(), ward: "W1".into(), position: None };
        Ok(typed.to_uppercase().starts_with("CB").then(|| at(&typed.to_uppercase())))
    };
    let today = jiff::civil::date(2026, 11, 23);
    sheet::read(text.as_bytes(), |row| person(row, &header, today, &find)).unwrap()
}

#[test]
fn a_row_says_what_the_register_knows_and_no_more() {
    let sheet = read_rows(
        "Name,Number,Date of birth,Email,Phone,House,Street,Town,Postcode,Language,Safe address\n\
         Ada Example,C-1,14/03/1970,Ada@a.example,07700 900123,12,Mill Road,Eastmere,cb1 1aa,CY,yes\n\
         Ben Sample,C-2,,,,,,,,,\n",
    );
    assert_eq!(sheet.refused, []);
    let [ada, ben] = &sheet.rows[..] else { panic!("{} rows", sheet.rows.len()) };
    assert_eq!(
        (ada.number.as_str(), ada.born.as_deref(), ada.lang.tag, ada.guarded),
        ("C-1", Some("1970-03-14"), "cy", true)
    );
    assert_eq!(ada.home.as_ref().map(|home| home.at.postcode.as_str()), Some("CB1 1AA"));
    assert_eq!((ben.born.clone(), ben.email.clone(), ben.home.clone(), ben.guarded), (None, None, None, false));
}

#[test]
fn what_is_wrong_is_said_by_line_and_column_and_repeats_nothing_about_the_person() {
    let sheet = read_rows(
        "number,name,date of birth,email,phone,house,street,town,postcode,language,safe address\n\
         ,Ada Example,,,,,,,,,\n2,,,,,,,,,,\n3,Ada Example,31/02/1970,,,,,,,,\n4,Ada Example,2027-01-01,,,,,,,,\n\
         5,Ada Example,,nowhere,,,,,,,\n6,Ada Example,,,12,,,,,,\n7,Ada Example,,,,,Mill Road,Eastmere,CB1 1AA,,\n\
         8,Ada Example,,,,12,Mill Road,Eastmere,XX,,\n9,Ada Example,,,,,,,,xx,\n10,Ada Example,,,,,,,,,perhaps\n\
         11,Ada Example,,,,,,,,,\n",
    );
    assert_eq!(sheet.rows.len(), 1);
    let told: Vec<String> = sheet.refused.iter().map(sheet::Refused::to_string).collect();
    assert_eq!(
        told,
        [
            "line 2, column number: is empty, and without it a second import could not tell it is the same",
            "line 3, column name: is empty",
            "line 4, column date of birth: is no day somebody was born on, like 1970-03-14 or 14/03/1970",
            "line 5, column date of birth: is no day somebody was born on, like 1970-03-14 or 14/03/1970",
            "line 6, column email: is no email address",
            "line 7, column phone: is no telephone number",
            "line 8, column house: is empty, and the rest of the address is not",
            "line 9, column postcode: is no postcode",
            "line 10, column language: is none of en, cy, ar",
            "line 11, column safe address: is neither yes nor no",
        ]
    );
}

#[test]
fn a_column_that_is_not_known_is_not_lost_without_a_word() {
    for (line, why) in [
        ("number,name,shoe size", "\"shoe size\""),
        ("number,born", "\"born\""),
        ("name,email", "no column number"),
        ("number,name,Name", "two columns Name"),
        ("", "is empty"),
    ] {
        let said = has_its_columns(line.as_bytes()).unwrap_err().to_string();
        assert!(said.contains(why), "{line}: {said}");
    }
}
