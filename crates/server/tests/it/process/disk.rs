//! A full disk: a clear refusal, nothing broken, and on it goes when there is room again.

use super::{Folder, Wire};
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// A small disk of its own, taken away afterwards.
struct Disk(tempfile::TempDir);

impl Disk {
    /// Needs root. Without it says so; where CI is set, that is a failure.
    fn of(size: &str) -> Option<Disk> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        let mounted = mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(folder.path()).status();
        if mounted.is_ok_and(|status| status.success()) {
            return Some(Disk(folder));
        }
        let message = "the full disk not tried: mounting a small disk needs root";
        assert!(std::env::var_os("CI").is_none(), "{message}");
        eprintln!("{message}");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Fills what is left.
    fn fill(&self) {
        let mut ballast = std::fs::File::create(self.path().join("ballast")).unwrap();
        for size in [1 << 16, 1 << 12, 1 << 9] {
            while ballast.write_all(&vec![1; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        std::fs::remove_file(self.path().join("ballast")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_refuses_clearly_and_goes_on_when_there_is_room() {
    let Some(disk) = Disk::of("48m") else { return };
    let folder = Folder(disk.path().join("data"));
    let server = folder.serve();
    let mut robin = server.client();
    let before = robin.enquire().expect("there is room");
    let (submit, body) = robin.prepare().expect("there is room");
    disk.fill();
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
    disk.make_room();
    let reference = super::wire::received(&robin.send("POST", &submit, &body).expect("an answer")).expect("room again");
    assert_ne!(reference, before);
    robin.enquire().expect("it goes on");
    assert_eq!(server.stop(), Some(0));
    folder.is_whole();
}
