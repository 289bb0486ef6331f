//! Forms with files, as they arrive: however the bytes are cut up, they mean the same, and little is held of them.
#![no_main]

use kit::files::multipart::{Event, Head, Reader};
use libfuzzer_sys::fuzz_target;

/// The parts, each with its bytes; whether it was a form, and whether its end was there.
type Meant = (Vec<(Head, Vec<u8>)>, bool, bool);

/// The bytes pushed in pieces of this many.
fn read(body: &[u8], piece: usize) -> Meant {
    let mut reader = Reader::of("multipart/form-data; boundary=b").expect("a boundary");
    let (mut parts, mut open) = (Vec::<(Head, Vec<u8>)>::new(), false);
    for bytes in body.chunks(piece) {
        reader.push(bytes);
        loop {
            match reader.event() {
                Ok(Some(Event::Part(head))) => {
                    assert!(!open, "a part begins inside another");
                    parts.push((head, Vec::new()));
                    open = true;
                }
                Ok(Some(Event::Bytes(bytes))) => {
                    assert!(open && !bytes.is_empty(), "bytes of nothing");
                    if let Some((_, whole)) = parts.last_mut() {
                        whole.extend_from_slice(bytes);
                    }
                }
                Ok(Some(Event::End)) => {
                    assert!(open, "an end without a beginning");
                    open = false;
                }
                Ok(None) => break,
                Err(_) => return (parts, false, false),
            }
        }
        assert!(reader.held() <= piece + (8 << 10) + 8, "{} bytes are held", reader.held());
    }
    (parts, true, reader.is_over())
}

fuzz_target!(|bytes: &[u8]| {
    if let Some(kind) = fuzz::text(bytes) {
        drop(Reader::of(kind));
    }
    let whole = read(bytes, bytes.len().max(1));
    for piece in [1, 3, 64] {
        let pieces = read(bytes, piece);
        assert_eq!((pieces.1, pieces.2), (whole.1, whole.2), "in pieces of {piece}");
        // A form that breaks off says so at another moment; what was told before is the beginning of the same.
        if whole.1 {
            assert_eq!(pieces.0, whole.0, "in pieces of {piece}");
        }
    }
});
