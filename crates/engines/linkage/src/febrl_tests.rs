use super::*;

const HEADER: &str = "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, \
    date_of_birth, soc_sec_id\n";

fn parse(rows: &str) -> Result<File, FebrlError> {
    File::parse(format!("{HEADER}{rows}").as_bytes())
}

#[test]
fn a_file_is_read_and_its_social_security_number_is_not() {
    let row = "rec-7-dup-0, rosa, testwick, 12, sample street, , mockford, 0123, nsw, 19840229, 1234567\n";
    let file = parse(&format!("rec-7-org, rosa, testwick, , , , , , , , 1234567\n{row}")).unwrap();
    assert_eq!(file.persons(), [7, 7]);
    let second = file.records().nth(1).unwrap();
    assert_eq!((second.given_name, second.postcode, second.address_2), ("rosa", "0123", ""));
    assert!(!format!("{second:?}").contains("1234567"));
    // Without that column at all, and in another order.
    let text = "state,date_of_birth,rec_id,given_name,surname,street_number,address_1,address_2,suburb,postcode\n\
        nsw,19840229,rec-1-org,rosa,testwick,1,a,b,c,2000";
    let file = File::parse(text.as_bytes()).unwrap();
    assert_eq!(file.records().next().map(|record| (record.state, record.postcode)), Some(("nsw", "2000")));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let row = |id: &str| format!("{id}, a, b, 1, c, d, e, f, g, 19840229, 1\n");
    let good = row("rec-1-org");
    for id in ["1", "rec-x-org", "rec-1", "rec-1-copy", "rec-1-dup-", "rec-1-dup-x", "rec--1-org", ""] {
        let wrong = parse(&format!("{good}{}", row(id))).unwrap_err();
        assert_eq!(wrong, FebrlError::Id { line: 3, id: id.to_owned() });
        assert!(wrong.to_string().starts_with("line 3: ") && wrong.to_string().contains("rec-123-org"));
    }
    assert_eq!(parse(&format!("{good}{good}")).unwrap_err(), FebrlError::Twice { line: 3, id: "rec-1-org".to_owned() });
    assert!(matches!(parse(&format!("{good}rec-2-org, a\n")).unwrap_err(), FebrlError::Row { line: 3, .. }));
    assert_eq!(parse("").unwrap_err(), FebrlError::Empty);
    assert_eq!(File::parse(b"rec_id,surname\n").unwrap_err(), FebrlError::Column("given_name"));
    assert_eq!(File::parse(b"").unwrap_err(), FebrlError::Column("rec_id"));
    assert!(matches!(File::parse(b"rec_id,\xff\xfe\nx,y\n").unwrap_err(), FebrlError::Row { .. }));
}

#[test]
fn quality_is_counted_in_pairs() {
    let persons = [1, 1, 1, 2, 2, 3];
    let within = Quality::of([(0, 1), (3, 4), (0, 5)], &persons, None);
    assert_eq!(within, Quality { linked: 3, true_pairs: 4, found: 2 });
    let f1 = 2.0 * within.precision() * within.recall() / (within.precision() + within.recall());
    assert!((within.f1() - f1).abs() < 1e-12 && (within.recall() - 0.5).abs() < 1e-12);
    // 1 1 1 against 2 2 3, and 1 1 against 1 2 2 3.
    assert_eq!(Quality::of([], &persons, Some(3)).true_pairs, 0);
    assert_eq!(Quality::of([(0, 2)], &persons, Some(2)), Quality { linked: 1, true_pairs: 2, found: 1 });
    assert_eq!(Quality::of([], &[1, 2], None).precision(), 1.0);
}
