//! Somebody whose form comes in drop by drop holds up nobody else.

use super::Folder;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Bytes that come one a second.
const DROPS: usize = 6;
/// Writers at the same moment, and how often each writes.
const CROWD: usize = 4;
const WRITES: usize = 10;
/// What one who drips may cost the others.
const ALLOWED: Duration = Duration::from_millis(100);
/// A busy machine may hold anybody up once; a lock that is held while the drops come holds them up each time.
const TRIES: usize = 3;

#[test]
fn a_dripping_post_delays_no_other_writer() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let server = folder.serve();
    let mut seen = Vec::new();
    for _ in 0..TRIES {
        let alone = slowest_of(&server);
        let beside = beside_the_drops(&server);
        seen.push((beside, alone));
        if beside <= alone + ALLOWED {
            break;
        }
    }
    let (beside, alone) = seen[seen.len() - 1];
    assert!(beside <= alone + ALLOWED, "the slowest beside the drops and without, each time: {seen:?}");
    assert_eq!(server.stop(), Some(0));
}

/// The longest that one of the crowd waits while somebody else's form drips in.
fn beside_the_drops(server: &super::Started) -> Duration {
    let dripping = AtomicBool::new(true);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            drip(&server.address);
            dripping.store(false, Ordering::SeqCst);
        });
        let beside = slowest_of(server);
        assert!(dripping.load(Ordering::SeqCst), "the crowd had to wait for the one that drips: {beside:?}");
        beside
    })
}

fn drip(address: &str) {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = DROPS - 1;
    let head = format!(
        "POST /track HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    for _ in 0..length {
        std::thread::sleep(Duration::from_secs(1));
        stream.write_all(b"a").unwrap();
    }
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
}

#[test]
fn a_dripping_head_ends_with_its_connection() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let server = folder.serve();
    let watch = kit::clock::Stopwatch::start();
    let mut dripping = TcpStream::connect(&server.address).unwrap();
    let silent = TcpStream::connect(&server.address).unwrap();
    let mut undecided = TcpStream::connect(&server.address).unwrap();
    // Every HTTP/2 connection begins with this, and a POST.
    undecided.write_all(b"P").unwrap();
    dripping.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nX: ").unwrap();
    let mut ended = false;
    while !ended && watch.elapsed() < Duration::from_secs(40) {
        std::thread::sleep(Duration::from_millis(500));
        // Writing to a connection that the server closed fails, at the second try at the latest.
        ended = dripping.write_all(b"x").is_err();
    }
    assert!(ended, "still open after {:?}", watch.elapsed());
    assert!(watch.elapsed() > Duration::from_secs(8), "closed after {:?} already", watch.elapsed());
    for mut other in [silent, undecided] {
        other.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        assert_eq!(other.read(&mut [0; 16]).expect("closed, not silent"), 0);
    }
    assert_eq!(server.stop(), Some(0));
}

/// The longest that one of a crowd of writers waits.
fn slowest_of(server: &super::Started) -> Duration {
    let write = |_| {
        let mut client = server.client();
        let watch = kit::clock::Stopwatch::start();
        let reply = client.send("POST", "/forms/general-enquiry/start", "").expect("an answer");
        assert_eq!(reply.status, 303, "{}", reply.body);
        watch.elapsed()
    };
    std::thread::scope(|threads| {
        let crowd: Vec<_> =
            (0..CROWD).map(|_| threads.spawn(|| (0..WRITES).map(write).max().unwrap_or_default())).collect();
        crowd.into_iter().map(|one| one.join().unwrap()).max().unwrap_or_default()
    })
}
