//! What staff do at the desk, as they do it.

use super::{Browser, Council};
use kit::clock::SECOND;
use totp_rs::{Algorithm, Builder};

/// The code a device shows for this secret at this moment.
pub fn totp(council: &Council, secret: &str) -> String {
    let bits: Vec<u8> = secret.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    let secret = base32(&bits);
    let codes = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1).with_step_duration(30);
    let codes = codes.with_secret(secret).build().expect("a secret");
    codes.generate((council.app.now() / SECOND) as u64).to_string()
}

/// RFC 4648, as devices are given it.
fn base32(text: &[u8]) -> Vec<u8> {
    let value = |letter: &u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'2'..=b'7' => letter - b'2' + 26,
        other => panic!("{other} is not base 32"),
    };
    let bits: Vec<u8> = text.iter().flat_map(|l| (0..5).rev().map(move |bit| (value(l) >> bit) & 1)).collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |sum, bit| (sum << 1) | bit)).collect()
}

impl Browser {
    /// On the set-up page: chooses a password and types the code of the device that was just given the secret.
    pub async fn fill_set_up(&mut self, council: &Council, password: &str) -> String {
        let secret = self.page.texts("code").into_iter().next().expect("the secret in words");
        let code = totp(council, &secret);
        self.fill("New password", password).fill("Code", &code);
        secret
    }

    /// Opens an action's page on a case, filled in; gives the words of its button.
    pub async fn about_to_act(mut self, reference: &str, action: &str) -> (Browser, &'static str) {
        if action == "close" || action == "reopen" {
            self.decide(reference, action == "reopen").await;
        }
        if action == "release" {
            self.hold(reference).await;
        }
        self.open(&format!("/desk/cases/{reference}/{action}")).await;
        let button = match action {
            "note" => {
                self.fill("A note for staff. The resident never sees it", "Went to look.");
                "Keep note"
            }
            "message" => {
                self.fill("Message", "Which side of the road is it on?");
                "Send"
            }
            "assign" => {
                self.select("Team", "Highways").select("Owner", "Me");
                "Give"
            }
            "plan" => {
                self.fill_day("By which day is the next thing to be done?", ["1", "12", "2026"]);
                "Set"
            }
            "promise" => {
                self.fill_day("New date", ["21", "12", "2026"]);
                self.fill("Why? The resident reads these words", "The right stone is late.");
                "Promise"
            }
            "decide" => {
                self.choose("Mended or cleared").fill("Why? The resident reads these words", "It is filled.");
                self.choose("No: close the case");
                "Decide"
            }
            "hold" => self.fill_hold(),
            "release" => {
                self.fill("Why is it no longer needed?", "The claim was settled.");
                "End the hold"
            }
            "call" => {
                self.choose("I rang and told them");
                "Keep this"
            }
            "close" => "Close the case",
            "reopen" => {
                self.fill("Why is it opened again? The resident reads these words", "It came back.");
                "Open it again"
            }
            other => panic!("no action is called {other}"),
        };
        (self, button)
    }

    /// Puts a case on legal hold.
    pub async fn hold(&mut self, reference: &str) {
        self.open(&format!("/desk/cases/{reference}/hold")).await;
        let button = self.fill_hold();
        let page = self.press(button).await;
        assert_eq!(page.status, 200, "{}", page.text());
    }

    /// About to put everything held on a resident on legal hold; gives the button.
    pub async fn about_to_hold(&mut self, resident: &str) -> &'static str {
        self.open(&format!("/desk/residents/{resident}/hold")).await;
        self.fill_hold()
    }

    fn fill_hold(&mut self) -> &'static str {
        let label = "Why must it be kept? For instance a claim, an appeal, an audit or an enquiry, with its number";
        self.fill(label, "Claim 7 for a broken wheel.");
        self.fill_day("When will you look whether it is still needed?", ["1", "3", "2027"]);
        "Put on hold"
    }

    /// Decides a case, and closes it with that.
    pub async fn decide(&mut self, reference: &str, close: bool) {
        self.open(&format!("/desk/cases/{reference}/decide")).await;
        self.choose("Mended or cleared").fill("Why? The resident reads these words", "We filled the hole.");
        self.choose(if close { "No: close the case" } else { "Yes: keep it open until that is done" });
        let page = self.press("Decide").await;
        assert_eq!(page.status, 200, "{}", page.text());
    }
}

impl Browser {
    /// On the page of services: gives one to another team.
    pub async fn give_service(&mut self, service: &str, team: &str) {
        let action = format!("/manage/services/{service}/team");
        assert!(self.page.posts().contains(&action), "{} cannot be given: {}", service, self.page.text());
        let revision = self.page.attribute(&format!("form[action=\"{action}\"] [name=revision]"), "value");
        let page = self.post(&action, &[("revision", &revision.unwrap_or_default()), ("team", team)]).await;
        assert_eq!(page.status, 200, "{}", page.text());
    }
}
