//! Somebody whose form comes in drop by drop holds up nobody else.

use super::Folder;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Bytes that come one a second.
const DROPS: usize = 6;

#[test]
fn a_dripping_post_delays_no_other_writer() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let server = folder.serve();
    let alone = slowest_of(&server, 40);
    let dripping = AtomicBool::new(true);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            let mut stream = TcpStream::connect(&server.address).unwrap();
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
            dripping.store(false, Ordering::SeqCst);
        });
        let beside = slowest_of(&server, 40);
        assert!(dripping.load(Ordering::SeqCst), "40 writers had to wait for the one that drips");
        // On a busy machine everything takes longer, with the drops and without.
        let allowed = alone * 3 + Duration::from_millis(100);
        assert!(beside <= allowed, "a writer took {beside:?} beside the drops, {alone:?} without");
    });
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn a_dripping_head_ends_with_its_connection() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let server = folder.serve();
    let watch = kit::clock::Stopwatch::start();
    let mut dripping = TcpStream::connect(&server.address).unwrap();
    let mut silent = TcpStream::connect(&server.address).unwrap();
    dripping.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nX: ").unwrap();
    let mut ended = false;
    while !ended && watch.elapsed() < Duration::from_secs(40) {
        std::thread::sleep(Duration::from_millis(500));
        // Writing to a connection that the server closed fails, at the second try at the latest.
        ended = dripping.write_all(b"x").is_err();
    }
    assert!(ended, "still open after {:?}", watch.elapsed());
    assert!(watch.elapsed() > Duration::from_secs(8), "closed after {:?} already", watch.elapsed());
    silent.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    assert_eq!(silent.read(&mut [0; 16]).expect("closed, not silent"), 0);
    assert_eq!(server.stop(), Some(0));
}

/// The longest of so many writes, one after the other.
fn slowest_of(server: &super::Started, writes: usize) -> Duration {
    let write = |_| {
        let mut client = server.client();
        let watch = kit::clock::Stopwatch::start();
        let reply = client.send("POST", "/forms/general-enquiry/start", "").expect("an answer");
        assert_eq!(reply.status, 303, "{}", reply.body);
        watch.elapsed()
    };
    (0..writes).map(write).max().unwrap_or_default()
}
