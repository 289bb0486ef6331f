//! The program carries the styles and scripts that `npm run build` in `web/` makes; say so plainly when they are absent.

use std::path::Path;

fn main() {
    // Read when the script runs: the script itself may have been built by another checkout that shares the build folder.
    let home = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo tells a build script where its crate is");
    let root = Path::new(&home).join("../..");
    for folder in ["static", "locales", "definitions", "migrations", "data"] {
        println!("cargo:rerun-if-changed={}", root.join(folder).display());
    }
    if !root.join("static/site.css").exists() {
        println!(
            "cargo:warning=static/ is empty: run `npm ci --prefix web && npm run build --prefix web` first, or ./run"
        );
        let made = std::fs::create_dir_all(root.join("static"));
        assert!(made.is_ok(), "cannot make the folder static/: {made:?}");
    }
}
