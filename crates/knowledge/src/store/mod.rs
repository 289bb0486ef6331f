//! Every statement on the `knowledge_*` tables, a file per table.

pub(crate) mod articles;
pub(crate) mod briefings;
pub(crate) mod drafts;
pub(crate) mod flags;
pub(crate) mod returns;
pub(crate) mod told;
pub(crate) mod versions;
