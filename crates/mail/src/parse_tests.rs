use super::*;
use proptest::prelude::*;

fn mail(text: &str) -> Parsed {
    parse(text.replace('\n', "\r\n").as_bytes())
}

#[test]
fn an_ordinary_mail_is_read() {
    let read = mail(
        "From: =?UTF-8?Q?Z=C3=B6e?= <Zoe@A.example>\nTo: case@b.example\nSubject: =?ISO-8859-1?Q?Caf=E9?=\n bins\n\
         Message-ID: <one@a.example>\nIn-Reply-To: <two@b.example>\nReferences: <three@b.example> <two@b.example>\n\
         Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe caf=E9 bin=\n.\n",
    );
    assert_eq!((read.sender.as_str(), read.sender_name.as_str()), ("zoe@a.example", "Zöe"));
    assert_eq!((read.subject.as_str(), read.text.as_str()), ("Café bins", "The café bin."));
    assert_eq!(read.message_id, "one@a.example");
    assert_eq!(read.answers, ["two@b.example", "two@b.example", "three@b.example"]);
    assert!(read.report.is_none() && read.files.is_empty() && !read.cut);
}

#[test]
fn html_is_read_as_text_and_never_as_a_page() {
    let read = mail(
        "Subject: <script>alert(1)</script>\nContent-Type: text/html\n\n<html><head><style>p{color:red}</style></head>\
         <body><script>alert('x')</script><p>First &amp; last</p><p>Second<br>line</p>\
         <img src=\"https://tracker.example/a.gif\"></body></html>\n",
    );
    assert!(read.text.contains("First & last") && read.text.contains("Second"), "{}", read.text);
    for hidden in ["alert('x')", "color:red", "tracker.example", "<p>"] {
        assert!(!read.text.contains(hidden), "{hidden}: {}", read.text);
    }
}

#[test]
fn of_two_ways_to_say_it_the_plain_one_is_read() {
    let read = mail(
        "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlain words\n--b\n\
         Content-Type: text/html\n\n<p>Other words</p>\n--b--\n",
    );
    assert_eq!(read.text, "Plain words");
}

#[test]
fn files_keep_their_names_and_bytes_and_no_folder() {
    let read = mail(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee here\n--b\n\
         Content-Type: image/jpeg; name=\"../../etc/pass\\\\wd.jpg\"\nContent-Disposition: attachment\n\
         Content-Transfer-Encoding: base64\n\n/9j/4AAQ\n--b\nContent-Type: application/pdf\n\
         Content-Disposition: attachment; filename*=UTF-8''bil%C3%A4ga.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n\
         --b\nContent-Type: application/octet-stream\nContent-Disposition: attachment\n\nraw\n--b--\n",
    );
    let names: Vec<&str> = read.files.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names[0].ends_with("wd.jpg") && !names[0].contains(['/', '\\']), "{names:?}");
    assert_eq!(names[1..], ["biläga.pdf", "3.octet-stream"]);
    assert_eq!(read.files[0].1, [0xff, 0xd8, 0xff, 0xe0, 0, 16]);
    assert_eq!(read.files[1].1, b"%PDF-");
}

#[test]
fn a_scan_that_its_mail_calls_a_text_keeps_its_bytes() {
    let mail = |kind: &str, sent: &[u8]| {
        let head = format!(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: {kind}; name=scan.pdf\n\
             Content-Disposition: attachment\n"
        );
        let parts: [&[u8]; 3] = [head.as_bytes(), sent, b"\n--b--\n"];
        parse(&parts.concat()).files.remove(0).1
    };
    for kind in ["text/plain", "text/plain; charset=iso-8859-1", "text/html; charset=utf-16"] {
        assert_eq!(mail(kind, b"Content-Transfer-Encoding: base64\n\nJVBERoCB/w==\n"), b"%PDF\x80\x81\xff", "{kind}");
        assert_eq!(mail(kind, b"Content-Transfer-Encoding: quoted-printable\n\n%PDF=80=FF"), b"%PDF\x80\xff", "{kind}");
        assert_eq!(mail(kind, b"\n%PDF\x80\xff"), b"%PDF\x80\xff", "{kind}");
    }
}

#[test]
fn a_file_without_a_name_is_called_after_what_it_is_and_lies_in_no_folder() {
    let read = mail(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee here\n--b\n\
         Content-Type: image/../../a\\x\nContent-Disposition: attachment\n\nx\n--b--\n",
    );
    assert_eq!(read.files[0].0, "1.x");
}

#[test]
fn a_mail_in_a_mail_is_read_too() {
    let read = mail(
        "Subject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below\n--b\n\
         Content-Type: message/rfc822\n\nFrom: bob@c.example\nSubject: Inner\n\nThe inner words\n--b--\n",
    );
    for words in ["See below", "bob@c.example", "Inner", "The inner words"] {
        assert!(read.text.contains(words), "{words}: {}", read.text);
    }
    assert!(read.files.is_empty());
}

/// What Postfix sends when a mailbox does not exist.
const RETURNED: &str = "From: MAILER-DAEMON@mx.a.example\nTo: case+x@b.example\nSubject: Undelivered Mail Returned to Sender\n\
     Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
     --b\nContent-Type: text/plain\n\nI'm sorry\n--b\nContent-Type: message/delivery-status\n\n\
     Reporting-MTA: dns; mx.a.example\n\nFinal-Recipient: rfc822; ann@a.example\nAction: failed\nStatus: 5.1.1\n\
     Diagnostic-Code: smtp; 550 5.1.1\n    No such user\n\n--b\nContent-Type: message/rfc822\n\n\
     Message-ID: <0123@b.example>\nSubject: Your bin\n\nDear Ann\n--b--\n";

#[test]
fn a_mail_that_came_back_says_why() {
    let report = mail(RETURNED).report.expect("a report");
    assert_eq!(report.action, "failed");
    assert!(report.trouble.contains("5.1.1") && report.trouble.contains("No such user"), "{}", report.trouble);
    let late = RETURNED.replace("failed", "delayed");
    assert_eq!(mail(&late).report.expect("a report").action, "delayed");
    assert!(mail(&RETURNED.replace("delivery-status; b", "disposition-notification; b")).report.is_none());
}

#[test]
fn what_a_machine_writes_says_so() {
    let read = mail(
        "Auto-Submitted: Auto-Replied (vacation); owner=x\nPrecedence: Bulk\nX-Auto-Response-Suppress: All\n\nAway\n",
    );
    assert_eq!((read.auto_submitted.as_str(), read.precedence.as_str()), ("auto-replied", "bulk"));
    assert!(read.unanswered);
    assert!(mail("List-Id: <news.example>\n\nNews\n").unanswered);
    assert_eq!(mail("Message-ID: <Re:.one@a.example>\n\nx\n").message_id, "Re:.one@a.example");
    assert!(mail("X-Autoreply: yes\n\nAway\n").auto_reply);
    let passed = "Received: from a by b; Mon, 2 Nov 2026 10:00:00 +0000\n".repeat(31);
    assert_eq!(mail(&format!("{passed}Subject: x\n\nx\n")).hops, 31);
}

/// Mails that have harmed others: each is read, nothing of it stands out of its line, and nothing takes long.
#[test]
fn nasty_mails_are_read_like_others() {
    let deep: String =
        (0..2_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")).collect();
    let many = format!(
        "Content-Type: multipart/mixed; boundary=b\n\n{}--b--\n",
        "--b\nContent-Type: image/png\nContent-Disposition: attachment\n\nx\n".repeat(5_000)
    );
    let nested = "Content-Type: message/rfc822\n\n".repeat(500) + "Subject: inner\n\nx\n";
    let nasty: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"\0".to_vec(),
        b"\xff\xfe\xfd".repeat(1_000),
        b"Subject\r\n\r\n".to_vec(),
        b":::::\r\n:\r\n\r\n:".to_vec(),
        b"Subject: a\0b\r\n\r\nc\0d".to_vec(),
        b"From: \r\nFrom: <>\r\nFrom: a@b, c@d\r\n\r\n".to_vec(),
        b"From: \"a\\\r\nBcc: victim@v.example\" <a@b>\r\n\r\nx".to_vec(),
        b"Subject: =?utf-8?B?AAAA\xff?= =?bogus?Q?x?= =?utf-8?Q?=0D=0ABcc:_v@v.example?=\r\n\r\nx".to_vec(),
        b"Content-Type: multipart/mixed\r\n\r\n--\r\n".to_vec(),
        b"Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n\r\n--".to_vec(),
        b"Content-Type: text/plain; charset=x-unknown\r\n\r\n\xe9".to_vec(),
        b"Content-Type: text/html\r\n\r\n<<<<a href='x'>&#x202e;&#0;&bogus;</".to_vec(),
        b"Content-Transfer-Encoding: base64\r\n\r\n!!!!====".to_vec(),
        "Subject: \u{202e}gnp.exe\r\n\r\n\u{202e}x".as_bytes().to_vec(),
        format!("Subject: {}\r\n\r\n{}", "a".repeat(1_000_000), "b".repeat(1_000_000)).into_bytes(),
        format!("References: {}\r\n\r\nx", "<a@b> ".repeat(100_000)).into_bytes(),
        deep.into_bytes(),
        many.into_bytes(),
        nested.into_bytes(),
        format!("Content-Type: text/html\r\n\r\n{}", "<div>".repeat(200_000)).into_bytes(),
    ];
    for bytes in &nasty {
        let begin = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        let began = kit::clock::Stopwatch::start();
        is_harmless(&parse(bytes), &begin);
        assert!(began.elapsed().as_secs() < 10, "{begin}");
    }
}

fn is_harmless(read: &Parsed, of: &str) {
    let lines =
        [&read.sender, &read.sender_name, &read.subject, &read.message_id, &read.auto_submitted, &read.precedence];
    for line in lines.into_iter().chain(&read.answers).chain(read.files.iter().map(|(name, _)| name)) {
        assert!(!line.chars().any(char::is_control) && !line.contains('\u{202e}'), "{of}: {line:?}");
        assert!(line.chars().count() <= 320, "{of}");
    }
    assert!(read.answers.len() <= REFERENCES && read.files.len() <= FILES, "{of}");
    assert!(read.text.chars().count() <= LONGEST && !read.text.contains(['\0', '\r', '\u{202e}']), "{of}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_sent_is_read(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        is_harmless(&parse(&bytes), "any bytes");
    }

    #[test]
    fn whatever_a_mail_is_damaged_by_it_is_read(at in 0..RETURNED.len(), byte in any::<u8>(), cut in 0..RETURNED.len()) {
        let mut bytes = RETURNED.as_bytes().to_vec();
        bytes[at] = byte;
        is_harmless(&parse(&bytes), "one byte changed");
        is_harmless(&parse(&bytes[..cut]), "cut short");
    }
}
