//! Pictures: refused, or written anew without anything but the picture, and then readable again.
#![no_main]

use kit::files::Content;
use kit::files::picture::rewrite;
use libfuzzer_sys::fuzz_target;

/// The most a picture may be, in bytes.
const MOST: usize = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    let Some(content) = Content::of(bytes).filter(|content| content.is_picture()) else { return };
    if let Ok(new) = rewrite(bytes, content, MOST) {
        assert!(new.bytes.len() <= MOST);
        assert_eq!(Content::of(&new.bytes), Some(new.content));
        assert_eq!(Content::of(&new.small), Some(Content::Jpeg));
        assert!(rewrite(&new.bytes, new.content, MOST).is_ok(), "what was written cannot be read");
    }
});
