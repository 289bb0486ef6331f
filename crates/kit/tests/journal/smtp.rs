//! Mail against a real SMTP server (tests/smtp.py), read back by another mail parser than the one that wrote it.

use crate::outbox::{kept, let_it_try_again, send, until, until_failed_attempts};
use crate::{MONDAY, migrations};
use axum::body::Body;
use axum::http::{HeaderMap, header};
use kit::Id;
use kit::app::{App, Council, Parts};
use kit::clock::Clock;
use kit::db::Db;
use kit::facts::Subject;
use kit::files::{self, File, Incoming, State, Takes};
use kit::id::Entropy;
use kit::lang::Lang;
use kit::mail::{MailConfig, Security, SmtpMessenger};
use kit::outbox::{self, Courier, Message, Providers};
use kit::testing::{FORM_WITH_FILES, each_database, form_with_files, pdf, python};
use kit::words::Words;
use serde::Deserialize;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

/// The server's process; ends with the test.
struct Server {
    child: Child,
    port: u16,
    folder: tempfile::TempDir,
}

/// A mail as the server's parser read it.
#[derive(Debug, Deserialize)]
struct Arrived {
    from: String,
    to: Vec<String>,
    tls: bool,
    user: Option<String>,
    raw: String,
    headers: Vec<(String, String)>,
    parts: Vec<Part>,
}

#[derive(Debug, Deserialize)]
struct Part {
    #[serde(rename = "type")]
    kind: String,
    charset: Option<String>,
    text: String,
}

impl Part {
    /// The text with one kind of line end, and without the one the end of a mail adds.
    fn lines(&self) -> String {
        self.text.replace("\r\n", "\n").trim_end_matches('\n').to_owned()
    }
}

impl Arrived {
    /// The one header of this name.
    fn header(&self, name: &str) -> &str {
        let mut found = self.headers.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str());
        let first = found.next().unwrap_or_else(|| panic!("no {name} in {:?}", self.headers));
        assert_eq!(found.next(), None, "{name} comes twice");
        first
    }

    fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(n, _)| n == name)
    }

    fn part(&self, kind: &str) -> &Part {
        self.parts.iter().find(|part| part.kind == kind).unwrap_or_else(|| panic!("no {kind} in {:?}", self.parts))
    }
}

impl Server {
    fn start(options: &[&str]) -> Option<Server> {
        let folder = tempfile::tempdir().unwrap();
        let launcher = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/smtp.py");
        let mut command = Command::new(python()?);
        command.arg(launcher).arg(folder.path()).args(options).stdin(Stdio::piped()).stdout(Stdio::piped());
        let log = folder.path().join("server.log");
        command.stderr(std::fs::File::create(&log).unwrap());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().unwrap_or_else(|_| panic!("{}", std::fs::read_to_string(&log).unwrap_or(line)));
        Some(Server { child, port, folder })
    }

    fn arrived(&self) -> Vec<Arrived> {
        let files = std::fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().path());
        let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|e| e == "json")).collect();
        files.sort();
        files.iter().map(|file| serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()).collect()
    }

    fn the_one(&self) -> Arrived {
        let mut arrived = self.arrived();
        assert_eq!(arrived.len(), 1, "{arrived:?}");
        arrived.remove(0)
    }

    fn config(&self) -> MailConfig {
        plain_at(self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn plain_at(port: u16) -> MailConfig {
    MailConfig { host: "127.0.0.1".into(), port, security: Security::Plain, ..MailConfig::default() }
}

/// A council that sends mail this way, and its courier.
fn mailing(db: &Db, config: &MailConfig) -> (App, Courier) {
    let council = Council { name: "Cyngor Dôl-wern, \"Eastmere\"".into(), ..Council::default() };
    mailing_as(db, config, council)
}

fn mailing_as(db: &Db, config: &MailConfig, council: Council) -> (App, Courier) {
    let words = Words::load(&[]).unwrap();
    let mut parts = Parts::new(db.clone(), Clock::manual(MONDAY), Entropy::system(), words);
    parts.council = council;
    let app = parts.build();
    let smtp = Arc::new(SmtpMessenger::new(config, &app.council).unwrap());
    let courier = Courier::start(&app, Providers { email: Some(smtp), ..Providers::default() });
    (app, courier)
}

#[test]
fn an_arabic_mail_arrives_with_its_language_and_direction() {
    each_database(migrations(), async |db| {
        let Some(server) = Server::start(&[]) else { return };
        let (app, courier) = mailing(db, &server.config());
        let subject = "تم استلام طلبك: حفرة في الطريق أمام مكتبة المدينة رقم المرجع 7KQ 2M4 9XT";
        let text =
            "مرحبا،\nوصلنا طلبك <1> & سنرد خلال 5 أيام عمل.\n\nتابعه هنا: https://eastmere.example/r?a=1&b=2 شكرا";
        let message = Message::email(Lang::AR, "amal@residents.example", subject, text);
        let id = send(&app, message).await;
        let row = until(db, id, "sent").await;
        courier.stop().await;
        let mail = server.the_one();
        assert_eq!(
            (mail.from.as_str(), &mail.to[..]),
            ("hello@eastmere.example", &["amal@residents.example".into()][..])
        );
        assert_eq!(mail.header("subject"), subject);
        assert_eq!(mail.header("from"), "\"Cyngor Dôl-wern, \\\"Eastmere\\\"\" <hello@eastmere.example>");
        assert_eq!(mail.header("to"), "amal@residents.example");
        assert_eq!(mail.header("message-id"), row.message_id);
        assert_eq!(mail.header("date"), "Mon, 02 Mar 2026 09:00:00 +0000");
        assert_eq!(mail.header("content-language"), "ar");
        assert_eq!(mail.header("auto-submitted"), "auto-generated");
        assert!(mail.raw.is_ascii() && mail.raw.split("\r\n").all(|line| line.len() <= 998 && !line.contains('\n')));
        let plain = mail.part("text/plain");
        assert_eq!((plain.charset.as_deref(), plain.lines().as_str()), (Some("utf-8"), text));
        let html = mail.part("text/html");
        assert_eq!(html.charset.as_deref(), Some("utf-8"));
        assert!(html.text.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", html.text);
        assert!(
            html.lines().contains("<p>مرحبا،<br>\nوصلنا طلبك &lt;1&gt; &amp; سنرد خلال 5 أيام عمل.</p>"),
            "{}",
            html.text
        );
        let link =
            "<a dir=\"ltr\" href=\"https://eastmere.example/r?a=1&amp;b=2\">https://eastmere.example/r?a=1&amp;b=2</a>";
        assert!(html.text.contains(link), "{}", html.text);
    });
}

#[test]
fn a_plain_mail_arrives_letter_by_letter() {
    each_database(migrations(), async |db| {
        let Some(server) = Server::start(&[]) else { return };
        let (app, courier) = mailing(db, &server.config());
        let long = "x".repeat(3_000);
        let text =
            format!("Annwyl Siân,\n.\n..two dots\nFrom here on\n=3D £5 €6 ŵŷ\u{1f5d1}\n{long}\n\ttab and trail  ");
        let id = send(&app, Message::email(Lang::CY, "sian+bins@residents.example", "Eich cais: bin £5", &text)).await;
        until(db, id, "sent").await;
        let id = send(&app, Message::email(Lang::EN, "bob@residents.example", "", "Hello <b>Bob</b>")).await;
        until(db, id, "sent").await;
        courier.stop().await;
        let mails = server.arrived();
        assert_eq!(mails[0].part("text/plain").lines(), text);
        assert_eq!((mails[0].parts.len(), mails[0].header("content-language")), (2, "cy"));
        assert!(mails[0].raw.split("\r\n").all(|line| line.len() <= 998));
        assert!(
            mails[1]
                .part("text/html")
                .lines()
                .contains("<body lang=\"en\" dir=\"ltr\">\n<p>Hello &lt;b&gt;Bob&lt;/b&gt;</p>")
        );
    });
}

/// A document kept for this case; looked at by nobody yet, where `waits`.
async fn document(app: &App, case: &Subject, name: &str, state: State) -> Id {
    let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, FORM_WITH_FILES.parse().unwrap())]);
    let body = Body::from(form_with_files(&[], &[("files", name, &pdf(name))]));
    let sent = Incoming::new(&headers, body).read(app).await.unwrap();
    let takes = Takes { photos: true, pdf: true };
    let file = files::keep(app, case, &sent.files[0], takes).await.unwrap().unwrap();
    let mut tx = app.db.begin().await.unwrap();
    files::hand_in(&mut tx, &File { state, ..file.clone() }).await.unwrap();
    tx.commit().await.unwrap();
    file.id
}

#[test]
fn files_go_along_with_a_mail_once_they_may_be_opened() {
    each_database(migrations(), async |db| {
        let Some(server) = Server::start(&[]) else { return };
        let (app, courier) = mailing(db, &server.config());
        let (case, other) = (Subject::new("case", app.id()), Subject::new("case", app.id()));
        let clean = document(&app, &case, "plan.pdf", State::Clean).await;
        let waits = document(&app, &case, "late.pdf", State::Waiting).await;
        let of_another = document(&app, &other, "other.pdf", State::Clean).await;
        let mail =
            |subject: &str| Message::email(Lang::EN, "ann@a.example", subject, "See the plan.").about("case", case.id);
        let id = send(&app, mail("With a plan").enclosing(vec![clean, of_another])).await;
        until(db, id, "sent").await;
        let held = send(&app, mail("With what waits").enclosing(vec![waits])).await;
        until_failed_attempts(db, held, 1).await;
        courier.stop().await;
        let mail = server.the_one();
        assert!(mail.header("content-type").starts_with("multipart/mixed"), "{}", mail.header("content-type"));
        let kinds: Vec<&str> = mail.parts.iter().map(|part| part.kind.as_str()).collect();
        assert_eq!(kinds, ["text/plain", "text/html", "application/pdf"], "what belongs to another case stays");
        assert!(mail.raw.contains("filename=\"plan.pdf\"") && !mail.raw.contains("other.pdf"), "{}", mail.raw);
        assert_eq!(mail.part("application/pdf").text.as_bytes(), pdf("plan.pdf"));
    });
}

#[test]
fn a_server_that_was_down_gets_the_mail_when_it_is_back() {
    each_database(migrations(), async |db| {
        let Some(server) = Server::start(&[]) else { return };
        let port = server.port;
        drop(server);
        let (app, courier) = mailing(db, &plain_at(port));
        let id = send(&app, Message::email(Lang::EN, "alice@residents.example", "Your report", "We have it.")).await;
        let first = until_failed_attempts(db, id, 1).await;
        assert_eq!(first.state, "waiting");
        let_it_try_again(&app, id, 1).await;
        until_failed_attempts(db, id, 2).await;
        let server = Server::start(&["--port", &port.to_string()]).unwrap();
        let_it_try_again(&app, id, 2).await;
        until(db, id, "sent").await;
        courier.stop().await;
        assert_eq!(server.the_one().header("message-id"), first.message_id);
    });
}

#[test]
fn a_busy_server_is_asked_again_and_a_refusal_is_seen() {
    each_database(migrations(), async |db| {
        let Some(server) = Server::start(&[]) else { return };
        let (app, courier) = mailing(db, &server.config());
        let busy = send(&app, Message::email(Lang::EN, "busy-2@residents.example", "One", "1")).await;
        let never = send(&app, Message::email(Lang::EN, "never@residents.example", "Two", "2")).await;
        let failed = until(db, never, "failed").await;
        assert!(failed.trouble.contains("550") || failed.trouble.contains("No such mailbox"), "{}", failed.trouble);
        assert_eq!((failed.attempts, failed.text.as_str()), (1, "2"));
        for attempt in 1..=2 {
            let waiting = until_failed_attempts(db, busy, attempt).await;
            assert!(waiting.trouble.to_lowercase().contains("busy"), "{}", waiting.trouble);
            let_it_try_again(&app, busy, attempt).await;
        }
        assert_eq!(until(db, busy, "sent").await.attempts, 3);
        courier.stop().await;
        assert_eq!(server.the_one().to, ["busy-2@residents.example"]);
        let mut read = db.read().await.unwrap();
        assert_eq!(outbox::counts(&mut read).await.unwrap(), outbox::Counts { failed: 1, ..Default::default() });
    });
}

/// The connection breaks after the server took the mail and before the client heard so.
#[test]
fn a_mail_that_may_have_arrived_is_sent_again_with_the_same_message_id() {
    each_database(migrations(), async |db| {
        let Some(server) = Server::start(&[]) else { return };
        let (app, courier) = mailing(db, &server.config());
        let id = send(&app, Message::email(Lang::EN, "deaf-1@residents.example", "Your report", "We have it.")).await;
        until_failed_attempts(db, id, 1).await;
        let_it_try_again(&app, id, 1).await;
        let row = until(db, id, "sent").await;
        courier.stop().await;
        let mails = server.arrived();
        assert_eq!(mails.len(), 2);
        assert!(mails.iter().all(|mail| mail.header("message-id") == row.message_id));
        assert_eq!(mails[0].raw, mails[1].raw, "the same mail to the last letter");
    });
}

#[test]
fn nobody_can_put_headers_or_recipients_into_a_mail() {
    each_database(migrations(), async |db| {
        let Some(server) = Server::start(&[]) else { return };
        let name = "Eastmere\r\nBcc: one@evil.example\r\n\r\nText";
        let council = Council { name: name.into(), ..Council::default() };
        let (app, courier) = mailing_as(db, &server.config(), council);
        let to = "alice@residents.example";
        let subject = "Hello\r\nBcc: two@evil.example\n\rX-Evil: yes\u{2028}\u{0}\u{7f}";
        let good = send(&app, Message::email(Lang::EN, to, subject, "x\r\n.\r\nMAIL FROM:<y@evil.example>\r\n")).await;
        until(db, good, "sent").await;
        for wrong in [
            "alice@residents.example\r\nBcc: three@evil.example",
            "a@b.example, c@evil.example",
            "A <a@b.example>",
            "a b",
            "",
        ] {
            let id = send(&app, Message::email(Lang::EN, wrong, "Hello", "x")).await;
            assert_eq!(until(db, id, "failed").await.attempts, 1, "{wrong:?}");
        }
        courier.stop().await;
        let mail = server.the_one();
        assert_eq!(mail.to, [to]);
        assert!(!mail.has("bcc") && !mail.has("x-evil"), "{:?}", mail.headers);
        assert!(mail.header("subject").starts_with("Hello  Bcc: two@evil.example  X-Evil: yes"));
        assert!(mail.part("text/plain").text.contains("MAIL FROM"));
    });
}

/// Sends one mail with this configuration; says what became of the first attempt.
async fn first_attempt(db: &Db, config: &MailConfig) -> String {
    let (app, courier) = mailing(db, config);
    let id = send(
        &app,
        Message::email(Lang::EN, "alice@residents.example", "Your code", "123456").secret(app.now() + 600_000_000),
    )
    .await;
    let over = async || Some(kept(db, id).await).filter(|m| m.state != "waiting" || !m.trouble.is_empty());
    let row = crate::soon("the first attempt", over).await;
    courier.stop().await;
    assert_eq!(row.text.is_empty(), row.state == "sent", "a secret is blanked when it has gone, and kept until then");
    row.state
}

#[test]
fn mail_goes_protected_and_to_nobody_else() {
    each_database(migrations(), async |db| {
        for (security, words) in [(Security::Starttls, "starttls"), (Security::Tls, "wrapper")] {
            let Some(server) = Server::start(&["--tls", words, "--auth", "guildhall:open sesame"]) else { return };
            let good = MailConfig {
                host: "localhost".into(),
                security,
                user: Some("guildhall".into()),
                password: Some("open sesame".into()),
                trust: Some(server.folder.path().join("ca.pem")),
                ..server.config()
            };
            assert_eq!(first_attempt(db, &good).await, "sent", "{words}");
            let wrong_password = MailConfig { password: Some("guess".into()), ..good.clone() };
            assert_eq!(first_attempt(db, &wrong_password).await, "waiting", "{words}: our fault, so it is kept");
            let stranger = MailConfig { trust: None, ..good.clone() };
            assert_eq!(first_attempt(db, &stranger).await, "waiting", "{words}: a certificate nobody vouches for");
            let mail = server.the_one();
            assert_eq!((mail.tls, mail.user.as_deref()), (true, Some("guildhall")), "{words}");
        }
        let Some(plain) = Server::start(&[]) else { return };
        let demanding = MailConfig { security: Security::Starttls, host: "localhost".into(), ..plain.config() };
        assert_eq!(first_attempt(db, &demanding).await, "waiting", "no protection offered, nothing sent");
        assert!(plain.arrived().is_empty());
    });
}
