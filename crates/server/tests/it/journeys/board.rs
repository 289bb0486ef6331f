//! The board of a site, and the rule that is published of it.

use super::live::called;
use crate::support::{Browser, Council};
use kit::testing::{each_database, repository_migrations};

#[test]
fn a_board_shows_the_number_and_the_desk_and_nothing_else_of_anybody() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut board = council.browser();
        board.open("/board/town-hall").await.says("Please wait until your number is shown here");
        let ticket = called(&council).await;
        board.open("/board/town-hall?seen=1").await.says(&ticket).says("Please come now").says("Desk").says("Masa");
        for hidden in ["QZX", "arking", "Olu"] {
            assert!(!board.page.body.contains(hidden), "{hidden}");
        }
        // Without a script it comes again by itself.
        assert!(board.page.body.contains("http-equiv=\"refresh\""));
        let arabic = board.open("/board/town-hall?lang=ar&seen=1").await;
        assert_eq!(arabic.attribute("html", "dir").as_deref(), Some("rtl"));
        assert!(!arabic.body.contains("Please come now") && arabic.body.contains(&ticket));
        let quiet = board.open("/board/town-hall?zone=quiet-room&seen=1").await;
        assert_eq!(quiet.attribute("#live", "data-quiet").as_deref(), Some("yes"));
        assert_eq!(board.open("/board/nowhere").await.status, 404);
        assert_eq!(board.open("/live/nowhere").await.status, 404);
    });
}

#[test]
fn the_rule_is_published_in_words_and_numbers_as_it_stands_in_the_data() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut anyone = council.browser();
        anyone.open("/open/queue").await.says("North Library");
        let page = anyone.open("/open/queue/town-hall").await;
        for words in [
            "Nobody who came later is called before you more than 4 times.",
            "as if you had come 20 minutes before it",
            "more than 10 minutes late",
            "Cannot wait long: called as if you had come 15 minutes earlier.",
            "within 20 minutes of coming in",
            "Room 1",
            "Safe Roof",
        ] {
            page.says(words);
        }
        assert!(page.body.contains("09:00 – 19:00"), "Thursday");
        Browser::reading(&council, "cy").open("/open/queue/town-hall").await.says("fwy na 4 gwaith").says("Dydd Iau");
        Browser::reading(&council, "ar").open("/open/queue/town-hall").await.says("4 مرات").says("الخميس");
    });
}
