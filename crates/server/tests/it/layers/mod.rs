//! What every request passes on its way in and out.

mod cache;
mod errors;
mod headers;
mod limits;
mod logs;
