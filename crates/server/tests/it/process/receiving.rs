//! Mail comes in by real SMTP, from Python's own client, and leaves by ours: a round trip, a kill in the middle, and clients
//! that mean no good.

use super::mail::{Post, arrived, free_port};
use super::{Folder, Started};
use kit::testing::python;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

/// Sends a mail with smtplib; what it prints is the answer.
const SEND: &str = r#"
import email.message, smtplib, sys
port, sender, to, subject, reply_to, extra, size = sys.argv[1:8]
mail = email.message.EmailMessage()
mail["From"], mail["To"], mail["Subject"] = sender, to, subject
mail["Message-ID"] = "<" + subject.replace(" ", ".") + "@smtplib.example>"
if reply_to: mail["In-Reply-To"] = reply_to
if extra: mail[extra.split(":")[0]] = extra.split(":")[1]
mail.set_content("The left side of the road, said by mail.\n")
if int(size): mail.add_attachment(b"%PDF-1.4\n" + b"x" * int(size) + b"\n%%EOF\n", maintype="application", subtype="pdf", filename="plan.pdf")
try:
    with smtplib.SMTP("127.0.0.1", int(port), timeout=60) as server:
        server.send_message(mail)
    print("kept")
except smtplib.SMTPRecipientsRefused as refused:
    print("refused", [code for code, _ in refused.recipients.values()])
except smtplib.SMTPResponseException as answer:
    print("answered", answer.smtp_code)
except OSError as gone:
    print("gone", gone)
"#;

struct Letter<'a> {
    sender: &'a str,
    to: &'a str,
    subject: &'a str,
    answers: &'a str,
    extra: &'a str,
    size: usize,
}

fn send(python: &Path, port: u16, letter: &Letter<'_>) -> String {
    let Letter { sender, to, subject, answers, extra, size } = letter;
    let (port, size) = (port.to_string(), size.to_string());
    let out: Output = Command::new(python)
        .args(["-c", SEND, &port, sender, to, subject, answers, extra, &size])
        .output()
        .expect("Python runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).trim().to_owned()
}

fn plain<'a>(to: &'a str, subject: &'a str) -> Letter<'a> {
    Letter { sender: "robin@post.example", to, subject, answers: "", extra: "", size: 0 }
}

fn serve(folder: &Folder, out: u16, receive: u16) -> Started {
    let (out, receive) = (out.to_string(), format!("127.0.0.1:{receive}"));
    folder.serve_with(&[
        ("GUILDHALL_MAIL__HOST", "127.0.0.1"),
        ("GUILDHALL_MAIL__PORT", &out),
        ("GUILDHALL_MAIL__SECURITY", "plain"),
        ("GUILDHALL_INBOX__ADDRESS", "case@mail.eastmere.example"),
        ("GUILDHALL_INBOX__LISTEN", &receive),
        ("GUILDHALL_INBOX__ALSO", "hello@eastmere.example"),
    ])
}

fn header(letter: &serde_json::Value, name: &str) -> String {
    let all = letter["headers"].as_array().expect("headers");
    let found = all.iter().find(|pair| pair[0] == name);
    found.and_then(|pair| pair[1].as_str()).unwrap_or_default().to_owned()
}

/// Waits for this many letters.
fn wait_for(letters: &Path, number: usize) -> Vec<serde_json::Value> {
    for _ in 0..600 {
        let all = arrived(letters);
        if all.len() >= number {
            return all;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{number} letters did not come: {:?}", arrived(letters));
}

#[test]
fn a_mail_leaves_and_its_answer_is_on_the_case() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let (out, receive, letters) = (free_port(), free_port(), home.path().join("letters"));
    let _post = Post::open(&python, &letters, out);
    let server = serve(&folder, out, receive);
    let mut robin = server.client();
    let reference = robin.enquire().expect("it is received");
    let told = wait_for(&letters, 1).remove(0);
    let (to, thread) = (header(&told, "reply-to"), header(&told, "references"));
    assert!(to.starts_with("case+") && thread.starts_with("<case."), "{told}");
    assert!(told["from"].as_str().unwrap().starts_with("case+"), "it comes back to an address of its own: {told}");
    let id = header(&told, "message-id");
    let answer =
        Letter { sender: "robin@post.example", to: &to, subject: "Re the bin", answers: &id, extra: "", size: 1_000 };
    assert_eq!(send(&python, receive, &answer), "kept");
    let page = robin.send("GET", &format!("/cases/{reference}"), "").unwrap();
    assert!(page.body.contains("The left side of the road, said by mail.") && page.body.contains("plan.pdf"));
    // Told once that it came, without a way back; an absence is not answered.
    let all = wait_for(&letters, 2);
    let receipt = all.iter().find(|letter| header(letter, "auto-submitted") == "auto-replied").expect("a receipt");
    assert_eq!(receipt["from"], "<>", "{receipt}");
    assert_eq!(header(receipt, "in-reply-to"), "<Re.the.bin@smtplib.example>");
    let away = Letter { extra: "Auto-Submitted:auto-replied", subject: "Away", ..plain(&to, "Away") };
    assert_eq!(send(&python, receive, &away), "kept");
    // What is not ours is not taken, what is too large neither; a file of 20 MB fits.
    assert_eq!(send(&python, receive, &plain("ann@elsewhere.example", "Relay")), "refused [550]");
    let large = Letter { size: 24 << 20, ..plain("hello@eastmere.example", "Large") };
    assert_eq!(send(&python, receive, &large), "answered 552");
    let fits = Letter { size: (20 << 20) - 1_000, ..plain(&to, "Fits") };
    assert_eq!(send(&python, receive, &fits), "kept");
    let page = robin.send("GET", &format!("/cases/{reference}"), "").unwrap();
    assert!(page.body.contains("Fits") && page.body.matches("plan.pdf").count() >= 2);
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(arrived(&letters).len(), 2, "one receipt a day");
    assert_eq!(server.stop(), Some(0));
    folder.is_whole();
}

#[test]
fn whatever_was_answered_is_there_after_a_kill() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let (out, receive, letters) = (free_port(), free_port(), home.path().join("letters"));
    let _post = Post::open(&python, &letters, out);
    let mut server = serve(&folder, out, receive);
    let mut robin = server.client();
    let reference = robin.enquire().expect("it is received");
    let to = header(&wait_for(&letters, 1)[0], "reply-to");
    let mut kept = Vec::new();
    for round in 0..4 {
        let senders: Vec<_> = (0..6)
            .map(|number| {
                let (python, to) = (python.clone(), to.clone());
                std::thread::spawn(move || {
                    let subject = format!("Round {round} number {number}");
                    let answer = send(&python, receive, &plain(&to, &subject));
                    (subject, answer)
                })
            })
            .collect();
        std::thread::sleep(Duration::from_millis(250 + 150 * round));
        server.kill();
        let said: Vec<_> = senders.into_iter().map(|sender| sender.join().unwrap()).collect();
        kept.extend(said.iter().filter(|(_, answer)| answer == "kept").map(|(subject, _)| subject.clone()));
        server = serve(&folder, out, receive);
        // What was not answered is sent again, as mail servers do; what was kept all the same is not there twice.
        for (subject, _) in said.iter().filter(|(_, answer)| answer != "kept") {
            assert_eq!(send(&python, receive, &plain(&to, subject)), "kept");
            kept.push(subject.clone());
        }
    }
    robin.moved_to(&server.address);
    let page = robin.send("GET", &format!("/cases/{reference}"), "").unwrap();
    assert_eq!(kept.len(), 24);
    for subject in &kept {
        assert_eq!(page.body.matches(&format!("{subject}\n")).count(), 1, "{subject}");
    }
    assert_eq!(server.stop(), Some(0));
    folder.is_whole();
}

#[test]
fn a_client_that_drips_holds_up_neither_mail_nor_pages() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let (out, receive) = (free_port(), free_port());
    let server = serve(&folder, out, receive);
    let mut dripping: Vec<TcpStream> = (0..20)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", receive)).unwrap();
            let mut greeting = [0; 3];
            stream.read_exact(&mut greeting).unwrap();
            let said = "EHLO d\r\nMAIL FROM:<>\r\nRCPT TO:<hello@eastmere.example>\r\nDATA\r\nSubject: drip";
            stream.write_all(said.as_bytes()).unwrap();
            stream
        })
        .collect();
    let began = kit::clock::Stopwatch::start();
    for number in 0..3 {
        for stream in &mut dripping {
            stream.write_all(b".").unwrap();
        }
        assert_eq!(send(&python, receive, &plain("hello@eastmere.example", &format!("Quick {number}"))), "kept");
        assert!(server.client().enquire().is_ok());
    }
    assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
}
