//! About to press the buttons that stand on pages about answers and briefings.

use crate::support::{Browser, Council, another};
use kit::who::Role;
use knowledge::testing;

/// A browser about to press the button that sends this route's form, and the words of the button.
pub async fn about_to_press(council: &Council, path: &str) -> (Browser, &'static str) {
    let given = testing::answer(&council.app, another()).await.unwrap();
    let role = match path {
        "/desk/knowledge/new" | "/desk/knowledge/flags/{id}" => Role::ServiceOwner,
        "/desk/briefings/new" | "/desk/briefings/{id}/end" => Role::ServiceOwner,
        _ => Role::TeamLeader,
    };
    let mut staff = council.colleague("Kit Knowing", &[role], &["waste"]).await.browser;
    let shown = path.replace("{slug}", &given.slug).replace("/flags/{id}", &format!("/flags/{}", given.flag));
    let shown = shown.replace("{id}", &given.briefing.to_string());
    if path == "/help/{slug}/wrong" {
        let mut anyone = council.browser();
        anyone.open(&format!("/help/{}", given.slug)).await;
        return (anyone.fill("What is wrong with it?", "It is shut on Fridays.").clone(), "Tell us");
    }
    let shown = shown.replace("/rung", "/told");
    staff.open(shown.trim_end_matches("/read").trim_end_matches("/end")).await;
    let button = match path {
        "/desk/knowledge/new" => {
            staff.fill("The question, as a resident would ask it (English)", "Where is the pool?");
            staff.fill("The answer (English)", "Beside the park.").choose("Staff");
            "Save the draft"
        }
        "/desk/knowledge/flags/{id}" => {
            staff.fill("Reply", "It is put right.");
            "Reply and close"
        }
        "/desk/knowledge/{slug}/approve" => {
            staff.choose("No: this only says it better, or something new");
            "Approve"
        }
        "/desk/knowledge/{slug}/return" => {
            staff.fill("What has to change, and why?", "It is shut on Fridays.");
            "Send it back"
        }
        "/desk/knowledge/{slug}/wrong" => {
            staff.fill("What is wrong, and how do you know?", "The sign says so.");
            "Send"
        }
        "/desk/knowledge/{slug}/tell" => {
            staff.fill("Whom did you tell?", "bo@told.example");
            "Note it"
        }
        "/desk/knowledge/{slug}/told" => "Send the correction",
        "/desk/knowledge/{slug}/rung" => "I have told them Ann Waits",
        "/desk/briefings/new" => {
            staff.fill("What it is about", "Bins are a day later").fill("What they are to know", "Until Saturday.");
            staff.choose("Everybody").fill_day("Until when is it to be read?", ["1", "12", "2026"]);
            "Give it"
        }
        "/desk/briefings/{id}/read" => "Read",
        "/desk/briefings/{id}/end" => "End it now",
        other => panic!("no button for {other}"),
    };
    (staff, button)
}
