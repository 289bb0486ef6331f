use super::*;

const MAPPING: &str = r#"
source = "test"
kind_question = "kind"
nearest_within = 1500.0
[columns]
report = "id"
status = "state"
title = "what"
category = "under"
latitude = "lat"
longitude = "lon"
[status]
fixed = "closed"
open = "open"
[[rule]]
service = "street-problem"
kind = "other"
reason = "Nothing else fits."
"#;

fn read_rows(rows: &str) -> File {
    let mapping = Mapping::read(MAPPING).unwrap();
    read(format!("\u{feff}id,state,what,under,lat,lon\n{rows}").as_bytes(), &mapping).unwrap()
}

#[test]
fn a_broken_row_is_refused_with_line_column_and_reason_and_the_rest_goes_in() {
    let file = read_rows(
        "1,open,Hole,,52.2,0.1\n,open,Hole,,52.2,0.1\n3,lost,Hole,,52.2,0.1\n4,open, ,,52.2,0.1\n5,open,Hole,,north,0.1\n\
         6,open,Hole,,52.2,181\n7,open,Hole,,52.2\n8,fixed,\"Two\nlines\",,52.2,0.1\n9,fixed,Lamp,Lights,52.2,0.1\n",
    );
    let ids: Vec<&str> = file.reports.iter().map(|report| report.id.as_str()).collect();
    assert_eq!(ids, ["1", "9"]);
    let refused: Vec<String> = file.refused.iter().map(Refused::to_string).collect();
    assert_eq!(
        refused,
        [
            "line 3, column id: is empty, and without it a second import could not tell it is the same",
            "line 4, column state: \"lost\" is not one of fixed, open",
            "line 5, column what: is empty",
            "line 6, column lat: \"north\" is not a number of degrees",
            "line 7, column lon: longitude must be a number from -180 to 180",
            "line 8, column lat: the row has 5 columns, the first line 6",
            "line 9, column what: has control characters",
        ]
    );
    assert!(file.reports[1].closed && !file.reports[0].closed);
}

#[test]
fn a_column_without_a_name_is_called_by_its_number() {
    let mapping = Mapping::read(MAPPING).unwrap();
    let file = read(b"id,state,what,,under,lat,lon\n1,open,Hole,x\n", &mapping).unwrap();
    let told: Vec<String> = file.refused.iter().map(Refused::to_string).collect();
    assert_eq!(told, ["line 2, column 4: the row has 4 columns, the first line 7"]);
}

#[test]
fn a_stray_quotation_mark_costs_its_own_line_only() {
    let swallowing = "1,open,Hole,,52.2,0.1\n2,open,\"Hole,,52.2,0.1\n3,open,Lamp,,52.2,0.1\n4,open,\"Lamp, out\",,52.2,0.1\n\
                      5,open,Tree,,52.2,0.1\n6,lost,Tree,,52.2,0.1\n7,open,\"Tree,,52.2,0.1\n8,open,Bin,,52.2,0.1\n";
    for ends in ["\n", "\r\n"] {
        let file = read_rows(&swallowing.replace('\n', ends));
        let ids: Vec<&str> = file.reports.iter().map(|report| report.id.as_str()).collect();
        assert_eq!(ids, ["1", "3", "4", "5", "8"]);
        let refused: Vec<String> = file.refused.iter().map(Refused::to_string).collect();
        assert_eq!(
            refused,
            [
                "line 3, column what: a quotation mark opens on line 3 and closes only on line 5",
                "line 7, column state: \"lost\" is not one of fixed, open",
                "line 8, column what: a quotation mark opens on line 8 and is never closed",
            ]
        );
    }
}

#[test]
fn a_file_without_a_column_the_mapping_names_is_refused_as_a_whole() {
    let mapping = Mapping::read(MAPPING).unwrap();
    let wrong = read(b"id,state,what\n1,open,Hole\n", &mapping).map(|_| ()).unwrap_err().to_string();
    assert!(wrong.contains("no column under"), "{wrong}");
}

#[test]
fn a_mapping_whose_last_rule_leaves_reports_over_is_refused() {
    let narrow = MAPPING.replace("kind = \"other\"", "kind = \"other\"\nwords = [\"hole\"]");
    assert!(Mapping::read(&narrow).is_err());
}

#[test]
fn a_long_title_is_cut_at_a_word() {
    let long = "word ".repeat(60);
    let file = read_rows(&format!("1,open,{long},,52.2,0.1\n"));
    let title = &file.reports[0].title;
    assert!(title.chars().count() <= 100 && title.ends_with("word…"), "{title}");
}

#[test]
fn one_byte_that_is_not_text_refuses_its_own_row_with_line_and_column() {
    let mapping = Mapping::read(MAPPING).unwrap();
    let rows =
        b"id,state,what,under,lat,lon\n1,open,Hole,,52.2,0.1\n2,open,Caf\xe9 wall,,52.2,0.1\n3,open,Lamp,,52.2,0.1\n";
    let file = read(rows, &mapping).unwrap();
    let ids: Vec<&str> = file.reports.iter().map(|report| report.id.as_str()).collect();
    assert_eq!(ids, ["1", "3"]);
    let refused: Vec<String> = file.refused.iter().map(Refused::to_string).collect();
    assert_eq!(refused, ["line 3, column what: byte 4 is not UTF-8: save the file as UTF-8"]);
}

#[test]
fn lines_are_counted_as_an_editor_counts_them_whatever_ends_them() {
    let rows =
        "1,open,Hole,,52.2,0.1\n,open,Hole,,52.2,0.1\n\n3,open,\"Two\nlines\",,52.2,0.1\n4,lost,Hole,,52.2,0.1\n";
    let file = |ends: &str| {
        let mapping = Mapping::read(MAPPING).unwrap();
        let text = format!("id,state,what,under,lat,lon\n{rows}").replace('\n', ends);
        read(text.as_bytes(), &mapping).unwrap().refused.iter().map(|refused| refused.line).collect::<Vec<_>>()
    };
    assert_eq!(file("\n"), [3, 5, 7]);
    assert_eq!(file("\r\n"), [3, 5, 7]);
}
