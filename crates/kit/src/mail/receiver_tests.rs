use super::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::AsyncBufReadExt;

/// Keeps what it is given in memory.
#[derive(Default)]
struct Shelf {
    mails: Mutex<Vec<Mail>>,
    asked: AtomicUsize,
}

impl Taker for Shelf {
    fn accepts(&self, address: &str) -> bool {
        address.ends_with("@ours.example")
    }

    fn take(&self, mail: Mail) -> Boxed<'_, Answer> {
        Box::pin(async move {
            self.asked.fetch_add(1, Ordering::SeqCst);
            if mail.bytes.starts_with(b"later") {
                return Answer::Later;
            }
            self.mails.lock().unwrap().push(mail);
            Answer::Kept
        })
    }
}

struct Wire(BufReader<TcpStream>);

impl Wire {
    async fn to(receiver: &Receiver) -> Wire {
        let mut wire = Wire(BufReader::new(TcpStream::connect(receiver.address).await.unwrap()));
        assert!(wire.hear().await.starts_with("220 "));
        wire
    }

    /// An answer, all of its lines.
    async fn hear(&mut self) -> String {
        let mut all = String::new();
        loop {
            let mut line = String::new();
            let read = timeout(Duration::from_secs(20), self.0.read_line(&mut line)).await.expect("an answer in time");
            if read.unwrap_or(0) == 0 {
                return all;
            }
            all.push_str(&line);
            if line.as_bytes().get(3) != Some(&b'-') {
                return all;
            }
        }
    }

    async fn send(&mut self, bytes: &[u8]) {
        // A server that has gone takes no more.
        let _ = self.0.write_all(bytes).await;
    }

    async fn say(&mut self, line: &str) -> String {
        self.send(format!("{line}\r\n").as_bytes()).await;
        self.hear().await
    }

    /// As far as the lines of a mail.
    async fn begin(&mut self) {
        assert!(self.say("EHLO client.example").await.contains("250-SIZE 31457280"));
        assert!(self.say("MAIL FROM:<ann@a.example> SIZE=100 BODY=8BITMIME").await.starts_with("250"));
        assert!(self.say("RCPT TO:<case@ours.example>").await.starts_with("250"));
        assert!(self.say("DATA").await.starts_with("354"));
    }
}

async fn started(patience: Patience) -> (Receiver, Arc<Shelf>) {
    let shelf = Arc::new(Shelf::default());
    let listen = "127.0.0.1:0".parse().unwrap();
    (Receiver::start(listen, "mail.ours.example", shelf.clone(), patience).await.unwrap(), shelf)
}

#[tokio::test]
async fn a_mail_is_kept_as_it_was_written() {
    let (receiver, shelf) = started(Patience::default()).await;
    let mut wire = Wire::to(&receiver).await;
    wire.begin().await;
    wire.send(b"Subject: A bin\r\n\r\n..two dots\r\n").await;
    assert!(wire.say(".").await.starts_with("250 2.0.0"));
    assert!(wire.say("MAIL FROM:<>").await.starts_with("250"), "a second one, that comes from nowhere");
    assert!(wire.say("rcpt to:<@relay.example,@other.example:case@ours.example>").await.starts_with("250"));
    assert!(wire.say("DATA").await.starts_with("354"));
    assert!(wire.say("later\r\n.").await.starts_with("451"));
    assert!(wire.say("QUIT").await.starts_with("221"));
    let mails = shelf.mails.lock().unwrap();
    let bytes = b"Subject: A bin\r\n\r\n.two dots\r\n".to_vec();
    let wanted = Mail { from: "ann@a.example".into(), to: vec!["case@ours.example".into()], bytes };
    assert_eq!(*mails, [wanted]);
}

#[tokio::test]
async fn nothing_is_relayed_and_nothing_comes_out_of_turn() {
    let (receiver, shelf) = started(Patience::default()).await;
    let mut wire = Wire::to(&receiver).await;
    for (line, code) in [
        ("MAIL FROM:<ann@a.example>", "503"),
        ("EHLO", "501"),
        ("EHLO client.example", "250"),
        ("RCPT TO:<case@ours.example>", "503"),
        ("DATA", "503"),
        ("MAIL FROM:ann@a.example", "501"),
        ("MAIL FROM:<ann@a.example> SIZE=31457281", "552"),
        ("MAIL FROM:<ann@a.example> SIZE=31457280", "250"),
        ("MAIL FROM:<ann@a.example>", "503"),
        ("RCPT TO:<bob@elsewhere.example>", "550"),
        ("RCPT TO:<>", "501"),
        ("DATA", "503"),
        ("VRFY ann", "252"),
        ("NOOP", "250"),
        ("RSET", "250"),
    ] {
        assert!(wire.say(line).await.starts_with(code), "{line}");
    }
    for _ in 0..20 {
        if wire.say("NONSENSE").await.starts_with("421") {
            assert_eq!(shelf.asked.load(Ordering::SeqCst), 0);
            return;
        }
    }
    panic!("whoever is wrong again and again has to go");
}

#[tokio::test]
async fn a_second_mail_is_not_smuggled_in_with_a_first() {
    let smuggled = b"MAIL FROM:<eve@e.example>\r\nRCPT TO:<case@ours.example>\r\nDATA\r\nSubject: two\r\n\r\ntwo\r\n";
    for end in [&b"\n.\n"[..], b"\n.\r\n", b"\r\n.\n", b"\r\n.\r", b"\r.\r\n", b"\r.\r"] {
        let (receiver, shelf) = started(Patience::default()).await;
        let mut wire = Wire::to(&receiver).await;
        wire.begin().await;
        wire.send(&[b"Subject: one\r\n\r\none".as_slice(), end, smuggled, b"\r\n.\r\n"].concat()).await;
        let said = wire.hear().await;
        assert!(said.starts_with("550") || said.starts_with("250"), "{end:?}: {said}");
        assert!(wire.say("NOOP").await.contains("Nothing done"), "one answer to one mail, {end:?}");
        let mails = shelf.mails.lock().unwrap();
        assert!(mails.iter().all(|mail| mail.from == "ann@a.example"), "{end:?}: {mails:?}");
    }
}

#[tokio::test]
async fn a_mail_that_is_too_large_is_read_and_refused() {
    let (receiver, shelf) = started(Patience::default()).await;
    let mut wire = Wire::to(&receiver).await;
    wire.begin().await;
    let line = [b"x".repeat(70).as_slice(), b"\r\n"].concat().repeat(1_000);
    for _ in 0..LARGEST / line.len() + 1 {
        wire.send(&line).await;
    }
    assert!(wire.say(".").await.starts_with("552"));
    assert_eq!(shelf.asked.load(Ordering::SeqCst), 0);
    // All the memory is there again: a next one is taken.
    wire.begin().await;
    assert!(wire.say("small\r\n.").await.starts_with("250"));
}

#[tokio::test]
async fn mails_on_their_way_in_share_what_memory_there_is() {
    let (receiver, _) = started(Patience::default()).await;
    let line = [b"x".repeat(70).as_slice(), b"\r\n"].concat().repeat(1_000);
    let mut wires = Vec::new();
    for _ in 0..6 {
        let mut wire = Wire::to(&receiver).await;
        wire.begin().await;
        for _ in 0..(28 << 20) / line.len() {
            wire.send(&line).await;
        }
        wires.push(wire);
    }
    let mut said = Vec::new();
    for wire in &mut wires {
        said.push(wire.say(".").await[..3].to_owned());
    }
    assert!(said.iter().filter(|code| *code == "250").count() >= 4, "{said:?}");
    assert!(said.iter().any(|code| code == "452"), "{said:?}");
}

#[tokio::test]
async fn one_that_drips_holds_nobody_up_and_has_to_go() {
    let patience =
        Patience { line: Duration::from_secs(1), mail: Duration::from_secs(2), session: Duration::from_secs(60) };
    let (receiver, shelf) = started(patience).await;
    let mut slow = Wire::to(&receiver).await;
    slow.begin().await;
    let began = Instant::now();
    let dripping = tokio::spawn(async move {
        // A line in time each time, and never an end.
        while slow.0.write_all(b"drip\r\n").await.is_ok() && began.elapsed() < Duration::from_secs(20) {
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        began.elapsed()
    });
    for _ in 0..3 {
        let mut wire = Wire::to(&receiver).await;
        wire.begin().await;
        assert!(wire.say("quick\r\n.").await.starts_with("250"));
    }
    assert!(began.elapsed() < Duration::from_secs(2), "others were held up");
    assert!(dripping.await.unwrap() < Duration::from_secs(10));
    assert_eq!(shelf.mails.lock().unwrap().len(), 3);
}

#[tokio::test]
async fn a_browser_that_was_led_here_says_nothing_more() {
    let (receiver, shelf) = started(Patience::default()).await;
    let mut wire = Wire::to(&receiver).await;
    wire.send(
        b"POST / HTTP/1.1\r\nHost: x\r\n\r\nEHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<case@ours.example>\r\nDATA\r\n.\r\n",
    )
    .await;
    assert_eq!(wire.hear().await, "");
    assert_eq!(shelf.asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn it_listens_on_this_machine_alone_and_stops_when_told() {
    for open in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let shelf = Arc::new(Shelf::default());
        assert!(Receiver::start(open.parse().unwrap(), "x", shelf, Patience::default()).await.is_err(), "{open}");
    }
    let (receiver, _) = started(Patience::default()).await;
    let mut wire = Wire::to(&receiver).await;
    let address = receiver.address;
    receiver.stop().await;
    assert!(wire.hear().await.starts_with("421"));
    assert!(TcpStream::connect(address).await.is_err());
}
