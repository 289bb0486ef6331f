//! A full disk: a clear refusal, nothing broken, and on it goes when there is room again.

use super::{Folder, Wire};
use kit::testing::SmallDisk;
use std::io::Write;

/// Fills what is left.
fn fill(disk: &SmallDisk) {
    let mut ballast = std::fs::File::create(disk.path().join("ballast")).unwrap();
    for size in [1 << 16, 1 << 12, 1 << 9] {
        while ballast.write_all(&vec![1; size]).is_ok() {}
    }
}

#[test]
fn a_full_disk_refuses_clearly_and_goes_on_when_there_is_room() {
    let Some(disk) = SmallDisk::of("48m") else { return };
    let folder = Folder(disk.path().join("data"));
    let server = folder.serve();
    let mut robin = server.client();
    let before = robin.enquire().expect("there is room");
    let (submit, body) = robin.prepare().expect("there is room");
    fill(&disk);
    // What the log of the database had kept free is used up first.
    let mut refused = None;
    let mut others: Vec<Wire> = (0..8).map(|_| server.client()).collect();
    for turn in 0..4_000 {
        let reply = others[turn % 8].send("POST", "/forms/general-enquiry/start", "").expect("an answer");
        if reply.status != 303 {
            refused = Some(reply);
            break;
        }
        others[turn % 8] = server.client();
    }
    let reply = refused.expect("the disk is full");
    assert_eq!(reply.status, 503, "{}", reply.body);
    assert!(reply.body.contains("We cannot save this right now"), "{}", reply.body);
    let reply = robin.send("POST", &submit, &body).expect("an answer");
    assert_eq!(reply.status, 503, "{}", reply.body);
    let page = robin.send("GET", "/services", "").expect("pages are still read");
    assert_eq!(page.status, 200);
    std::fs::remove_file(disk.path().join("ballast")).unwrap();
    let reference = super::wire::received(&robin.send("POST", &submit, &body).expect("an answer")).expect("room again");
    assert_ne!(reference, before);
    robin.enquire().expect("it goes on");
    assert_eq!(server.stop(), Some(0));
    folder.is_whole();
}
