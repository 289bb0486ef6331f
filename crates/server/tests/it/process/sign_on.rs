//! Staff sign on with an OpenID Connect provider that others wrote, over the wire.

use super::mail::free_port;
use super::started::text;
use super::wire::Reply;
use super::{Folder, Wire};
use kit::testing::python;
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Who has an account there: what each is called, and what is known of them.
const PEOPLE: [&str; 3] = [
    r#"{"sub": "ada", "email": "ada@eastmere.example", "email_verified": true}"#,
    r#"{"sub": "ben", "email": "ben@eastmere.example", "email_verified": false}"#,
    r#"{"sub": "eve", "email": "eve@eastmere.example", "email_verified": true}"#,
];

/// The provider at work.
struct Provider(Child, String);

impl Provider {
    fn open(python: &std::path::Path) -> Provider {
        let port = free_port().to_string();
        let mut command = Command::new(python);
        command.args(["-m", "oidc_provider_mock", "--require-nonce", "true", "--port", &port]);
        for person in PEOPLE {
            command.args(["--user-claims", person]);
        }
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let provider = Provider(child, format!("127.0.0.1:{port}"));
        for _ in 0..300 {
            if TcpStream::connect(&provider.1).is_ok() {
                return provider;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("the provider does not listen");
    }

    /// Somebody was led there and answers: `sub=ada`, or that they would rather not. Gives the path they are led back to.
    fn answered(&self, address: &str, with: &str, back_to: &str) -> String {
        let path = address.strip_prefix(&format!("http://{}", self.1)).expect("led to the provider");
        let reply = Wire::to(&self.1).send("POST", path, with).unwrap();
        let back = reply.location.strip_prefix(&format!("http://{back_to}")).map(str::to_owned);
        back.unwrap_or_else(|| panic!("led back: {reply:?}"))
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Presses the button of the door; gives where the page leads.
fn pressed(browser: &mut Wire) -> Reply {
    browser.send("POST", "/desk/sign-in/council", "next=%2Fdesk%2Faccount").unwrap()
}

fn link_of(page: &Reply) -> String {
    let rest =
        page.body.split_once("<a class=\"govuk-link\" href=\"http").unwrap_or_else(|| panic!("no link: {page:?}")).1;
    format!("http{}", rest.split('"').next().unwrap_or_default().replace("&#38;", "&"))
}

#[test]
fn staff_sign_on_with_a_provider_that_others_wrote() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    for (name, email) in [("Ada Example", "ada@eastmere.example"), ("Ben Example", "ben@eastmere.example")] {
        let out = folder.run(&["staff", "add", "--name", name, "--email", email, "--role", "officer"]);
        assert!(out.status.success(), "{}", text(&out));
    }
    let provider = Provider::open(&python);
    let issuer = format!("http://{}", provider.1);
    let server = folder.serve_with(&[
        ("GUILDHALL_SIGN_ON__ISSUER", &issuer),
        ("GUILDHALL_SIGN_ON__CLIENT_ID", "guildhall"),
        ("GUILDHALL_SIGN_ON__CLIENT_SECRET", "a secret of a test"),
        ("GUILDHALL_SIGN_ON__SECOND_FACTOR_ALWAYS", "true"),
    ]);
    let signed_on = |person: &str| {
        let mut browser = server.client();
        let page = pressed(&mut browser);
        let back = provider.answered(&link_of(&page), person, &server.address);
        let reply = browser.send("GET", &back, "").unwrap();
        assert_eq!(reply.status, 303, "{reply:?}");
        (browser, reply.location, back)
    };

    let (mut ada, to, used) = signed_on("sub=ada");
    assert_eq!(to, "/desk/account");
    let page = ada.send("GET", &to, "").unwrap();
    assert!(page.status == 200 && page.body.contains("Ada Example"), "{page:?}");
    // The same answer again, in a browser nobody is signed in at.
    ada.send("POST", "/desk/sign-out", "").unwrap();
    let again = ada.send("GET", &used, "").unwrap();
    assert!(again.location.ends_with("council=over"), "{again:?}");

    for (who, why) in [("sub=ben", "unverified"), ("sub=eve", "stranger"), ("action=deny", "cancelled")] {
        let (mut browser, to, _) = signed_on(who);
        assert!(to.ends_with(&format!("council={why}")), "{who}: {to}");
        let inside = browser.send("GET", "/desk/account", "").unwrap();
        assert_eq!(inside.status, 303, "{who} is not in: {inside:?}");
        let door = browser.send("GET", &to, "").unwrap();
        assert!(door.body.contains("You are not signed in: "), "{}", door.body);
    }
    // Between the way there and the way back the provider goes.
    let mut browser = server.client();
    let back = provider.answered(&link_of(&pressed(&mut browser)), "sub=ada", &server.address);
    drop(provider);
    let away = browser.send("GET", &back, "").unwrap();
    assert!(away.location.ends_with("council=away"), "{away:?}");
    assert_eq!(server.stop(), Some(0));
}
