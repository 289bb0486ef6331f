//! A council whose messages go by GOV.UK Notify: codes reach phones, what never arrives is told back and seen.

use super::{Folder, Started};
use kit::clock::Clock;
use kit::testing::notify::{Double, EMAIL, Given, LETTER, LETTER_LARGE, TEXT, key};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

const TOKEN: &str = "a token of forty characters, agreed on..";

/// A folder with the configuration, and the secrets in files of their own.
fn folder(home: &std::path::Path, double: &Double) -> Folder {
    let data = home.join("data");
    std::fs::create_dir_all(&data).unwrap();
    let (key_file, token_file) = (home.join("notify.key"), home.join("callback.token"));
    std::fs::write(&key_file, key()).unwrap();
    std::fs::write(&token_file, TOKEN).unwrap();
    let config = format!(
        "[messages]\nemail = \"notify\"\ntext = \"notify\"\nletter = \"notify\"\n\
         [notify]\nkey_file = {key_file:?}\ncallback_file = {token_file:?}\norigin = {:?}\n\
         [notify.templates]\nemail = \"{EMAIL}\"\ntext = \"{TEXT}\"\nletter = \"{LETTER}\"\nletter-large = \"{LETTER_LARGE}\"\n",
        double.url()
    );
    std::fs::write(data.join("guildhall.toml"), config).unwrap();
    Folder(data)
}

/// The message of this kind, once it is there.
fn sent(double: &Double, kind: &str) -> Given {
    for _ in 0..600 {
        if let Some(given) = double.given().into_iter().find(|given| given.kind == kind) {
            return given;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("no {kind} was sent: {:?}", double.asked());
}

/// What GOV.UK Notify would send of a message, with this token; the status of the answer.
fn tell(server: &Started, token: &str, reference: &str, status: &str) -> u16 {
    told(
        server,
        token,
        &format!(
            "{{\"id\":\"1\",\"reference\":\"{reference}\",\"to\":\"x\",\"status\":\"{status}\",\"created_at\":\"\",\"completed_at\":\"\",\
         \"sent_at\":\"\",\"notification_type\":\"email\",\"template_id\":\"{EMAIL}\",\"template_version\":1}}"
        ),
    )
}

/// The same of a letter that came back: their other shape.
fn tell_returned(server: &Started, reference: &str) -> u16 {
    told(
        server,
        TOKEN,
        &format!(
            "{{\"notification_id\":\"1\",\"reference\":\"{reference}\",\"date_sent\":\"\",\"sent_by\":null,\"template_name\":\"A\",\
         \"template_id\":\"{LETTER}\",\"template_version\":1,\"spreadsheet_file_name\":null,\
         \"spreadsheet_row_number\":null,\"upload_letter_file_name\":null}}"
        ),
    )
}

fn told(server: &Started, token: &str, body: &str) -> u16 {
    let head = format!(
        "POST /notify/callback HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        server.address,
        body.len()
    );
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.write_all((head + body).as_bytes()).unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn a_code_reaches_a_phone_and_a_mail_that_never_arrived_is_told_back() {
    let machine = tokio::runtime::Runtime::new().unwrap();
    let double = machine.block_on(Double::start(Clock::System));
    let home = tempfile::tempdir().unwrap();
    let server = folder(home.path(), &double).serve();
    let mut client = server.client();
    let asked = client.send("POST", "/sign-up", "address=07700+900123").unwrap();
    assert!(asked.status == 303 && asked.location.starts_with("/sign-up/code"), "{} {}", asked.status, asked.body);
    let text = sent(&double, "sms");
    assert_eq!(text.sent["phone_number"], "+447700900123");
    let words = text.sent["personalisation"]["body"].as_str().unwrap();
    let digits = |word: &&str| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
    let code = words.split(|c: char| !c.is_ascii_digit()).find(digits).expect("a code");
    let challenge = asked.location.split("challenge=").nth(1).unwrap().split('&').next().unwrap();
    let proved = client.send("POST", "/sign-up/code", &format!("challenge={challenge}&code={code}")).unwrap();
    assert!(proved.location.starts_with("/sign-up/details"), "{} {}", proved.status, proved.body);
    // A mail that never arrives is told back by whoever knows the token, and counted where the machine room looks.
    client.enquire().expect("it is received");
    let mail = sent(&double, "email");
    assert_eq!(mail.sent["email_address"], "robin@post.example");
    assert_eq!(tell(&server, "another token", mail.reference(), "permanent-failure"), 403);
    assert_eq!(tell(&server, TOKEN, "somebody else's", "permanent-failure"), 204);
    assert_eq!(tell_returned(&server, mail.reference()), 204, "no letter: nothing of it came back");
    assert_eq!(told(&server, TOKEN, "{\"id\":\"1\"}"), 400, "neither shape");
    let failed = |client: &mut super::Wire| {
        let body = client.send("GET", "/metrics", "").unwrap().body;
        body.lines().find(|line| line.starts_with("guildhall_messages_failed")).map(str::to_owned).expect(&body)
    };
    assert!(failed(&mut client).ends_with(" 0"));
    assert_eq!(tell(&server, TOKEN, mail.reference(), "permanent-failure"), 204);
    assert_eq!(tell(&server, TOKEN, mail.reference(), "delivered"), 204, "too late");
    assert!(failed(&mut client).ends_with(" 1"));
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn what_is_missing_is_said_at_the_start_and_no_secret_with_it() {
    let machine = tokio::runtime::Runtime::new().unwrap();
    let double = machine.block_on(Double::start(Clock::System));
    let home = tempfile::tempdir().unwrap();
    let folder = folder(home.path(), &double);
    let file = folder.0.join("guildhall.toml");
    let whole = std::fs::read_to_string(&file).unwrap();
    for (from, to, said) in [
        ("letter-large =", "# letter-large =", "no template for the channel letter"),
        ("notify.key", "nowhere.key", "nowhere.key"),
        ("email = \"notify\"", "email = \"mail\"", "there is no [mail]"),
        ("callback_file", "key = \"secret\"\ncallback_file", "key"),
        ("[notify]", "[inbox]\naddress = \"case@mail.eastmere.example\"\n[notify]", "does not go with [inbox]"),
    ] {
        std::fs::write(&file, whole.replacen(from, to, 1)).unwrap();
        let out = folder.run(&["serve", "--listen", "127.0.0.1:0"]);
        let told = super::started::text(&out);
        assert!(!out.status.success() && told.contains(said) && !told.contains("secret\""), "{said}: {told}");
    }
}
