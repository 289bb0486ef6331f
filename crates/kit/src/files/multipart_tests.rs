use super::*;
use crate::id::Entropy;

type Part = (Head, Vec<u8>);

/// The parts of a body that arrives in pieces of these sizes, over and over; and the most that was held at once.
fn read(kind: &str, body: &[u8], sizes: &[usize]) -> Result<(Vec<Part>, bool, usize), Malformed> {
    let mut reader = Reader::of(kind).ok_or(Malformed)?;
    let (mut parts, mut held, mut rest): (Vec<Part>, _, _) = (Vec::new(), 0, body);
    let mut sizes = sizes.iter().cycle();
    while !rest.is_empty() {
        let size = sizes.next().copied().unwrap_or(1).clamp(1, rest.len());
        reader.push(&rest[..size]);
        rest = &rest[size..];
        held = held.max(reader.held());
        while let Some(event) = reader.event()? {
            match event {
                Event::Part(head) => parts.push((head, Vec::new())),
                Event::Bytes(bytes) => {
                    assert!(!bytes.is_empty(), "no bytes are no event");
                    parts.last_mut().expect("a part began").1.extend_from_slice(bytes);
                }
                Event::End => {}
            }
        }
    }
    Ok((parts, reader.is_over(), held))
}

const KIND: &str = "multipart/form-data; boundary=----oak";

fn file(name: &str, file_name: &str) -> Head {
    Head { name: name.into(), file_name: Some(file_name.into()) }
}

fn field(name: &str) -> Head {
    Head { name: name.into(), file_name: None }
}

fn body(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (head, bytes) in parts {
        body.extend_from_slice(format!("------oak\r\n{head}\r\n\r\n").as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"------oak--\r\n");
    body
}

#[test]
fn fields_and_files_are_told_in_their_order() {
    let sent = body(&[
        ("Content-Disposition: form-data; name=\"more\"", "Près du chêne".as_bytes()),
        (
            "content-type: image/png\r\nCONTENT-DISPOSITION: form-data; name=\"photo\"; filename=\"hole.png\"",
            b"\x89PNG\r\n\r\n--",
        ),
        ("Content-Disposition: form-data; name=photo; filename=\"\"", b""),
    ]);
    let wanted = vec![
        (field("more"), "Près du chêne".as_bytes().to_vec()),
        (file("photo", "hole.png"), b"\x89PNG\r\n\r\n--".to_vec()),
        (file("photo", ""), Vec::new()),
    ];
    for size in [1, 2, 3, 7, 64, sent.len()] {
        let (parts, over, _) = read(KIND, &sent, &[size]).unwrap();
        assert_eq!((parts, over), (wanted.clone(), true), "in pieces of {size}");
    }
}

#[test]
fn names_are_read_as_browsers_and_curl_write_them() {
    for (written, read_as) in [
        ("a%22b.png", "a\"b.png"),
        ("a\\\"b.png", "a\"b.png"),
        ("C:\\photos\\hole.png", "C:\\photos\\hole.png"),
        ("50%25.png", "50%25.png"),
        ("حفرة.jpg", "حفرة.jpg"),
        ("a; name=other.png", "a; name=other.png"),
    ] {
        let head = format!("Content-Disposition: form-data; name=\"f\"; filename=\"{written}\"");
        let (parts, _, _) = read(KIND, &body(&[(&head, b"x")]), &[9]).unwrap();
        assert_eq!(parts[0].0, file("f", read_as), "{written}");
    }
}

#[test]
fn what_is_no_form_is_refused() {
    for kind in ["text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a"] {
        assert!(Reader::of(kind).is_none(), "{kind}");
    }
    assert!(Reader::of(&format!("multipart/form-data; boundary={}", "a".repeat(71))).is_none());
    assert!(Reader::of("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"").is_some());
    for wrong in [
        "------oak\r\n\r\nno head\r\n------oak--\r\n",
        "------oak\r\nContent-Type: text/plain\r\n\r\nno name\r\n------oak--\r\n",
        "------oak\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n------oak--\r\n",
        "------oakwood\r\n",
    ] {
        assert_eq!(read(KIND, wrong.as_bytes(), &[5]).map(|(parts, ..)| parts), Err(Malformed), "{wrong}");
    }
    let long = format!("------oak\r\nX: {}", "a".repeat(HEAD + 1));
    assert_eq!(read(KIND, long.as_bytes(), &[100]).map(|(parts, ..)| parts), Err(Malformed), "a head without an end");
}

#[test]
fn a_body_that_was_cut_short_is_told_from_a_whole_one() {
    let sent = body(&[("Content-Disposition: form-data; name=\"f\"; filename=\"a\"", b"0123456789")]);
    let whole = sent.len() - b"\r\n".len();
    for cut in 0..whole {
        assert!(!read(KIND, &sent[..cut], &[4]).unwrap().1, "cut after {cut}");
    }
    assert!(read(KIND, &sent[..whole], &[4]).unwrap().1);
}

/// Bodies made by chance of what boundaries are made of, cut up by chance: every byte comes out where it went in, and no
/// more is held than what arrived last and what may be the beginning of a boundary.
#[test]
fn whatever_stands_in_a_file_comes_out_as_it_went_in() {
    let chance = Entropy::seeded(16);
    let pieces: [&[u8]; 9] = [b"\r", b"\n", b"-", b"--", b"\r\n--", b"------oa", b"\r\n----", b"oak", b"\x00\xff"];
    for _ in 0..3_000 {
        let content = |chance: &Entropy| {
            let mut bytes = Vec::new();
            for _ in 0..chance.below(40) {
                bytes.extend_from_slice(pieces[chance.below(9) as usize]);
            }
            bytes
        };
        let wanted: Vec<Vec<u8>> = (0..1 + chance.below(3)).map(|_| content(&chance)).collect();
        // A boundary must not stand in what it divides: so whoever writes the form chooses it.
        if wanted
            .iter()
            .any(|bytes| memchr::memmem::find(bytes, b"\r\n------oak").is_some() || bytes.starts_with(b"------oak"))
        {
            continue;
        }
        let head = "Content-Disposition: form-data; name=\"f\"; filename=\"a\"";
        let sent = body(&wanted.iter().map(|bytes| (head, bytes.as_slice())).collect::<Vec<_>>());
        let sizes: Vec<usize> = (0..20).map(|_| 1 + chance.below(30) as usize).collect();
        let (parts, over, held) = read(KIND, &sent, &sizes).unwrap();
        assert!(over);
        assert_eq!(parts.into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>(), wanted, "{sizes:?}");
        assert!(held <= 30 + head.len() + 14, "{held} bytes are held");
    }
}

/// Anything at all is read or refused, never more is told than was sent, and it ends.
#[test]
fn noise_is_read_or_refused() {
    let chance = Entropy::seeded(17);
    let head = b"Content-Disposition: form-data; name=\"f\"";
    for _ in 0..20_000 {
        let mut sent = Vec::new();
        for _ in 0..chance.below(30) {
            match chance.below(6) {
                0 => sent.extend_from_slice(b"\r\n------oak"),
                1 => sent.extend_from_slice(b"\r\n"),
                2 => sent.extend_from_slice(head),
                3 => sent.extend_from_slice(b"\r\n\r\n"),
                4 => sent.extend_from_slice(b"--"),
                _ => sent.push(chance.bytes::<1>()[0]),
            }
        }
        let sizes = [1 + chance.below(9) as usize, 1 + chance.below(50) as usize];
        if let Ok((parts, ..)) = read(KIND, &sent, &sizes) {
            let told: usize = parts.iter().map(|(_, bytes)| bytes.len()).sum();
            assert!(told <= sent.len());
        }
    }
}
