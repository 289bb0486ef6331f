//! Cases as people meet them: over their pages, on both databases, with the delivered definitions and words.

mod desk;
mod following;
mod importing;
mod kept;
mod lists;
mod opening;
mod town;
