//! `GET /desk`: where a member of staff begins: the cases, or for somebody who may see none, the staff.

use axum::Extension;
use axum::response::Response;
use kit::Result;
use kit::page::see;
use kit::who::{Role, Who};

/// Leads on.
pub async fn show(Extension(who): Extension<Who>) -> Result<Response> {
    let roles = &who.staff()?.roles;
    let only_administrates = roles.iter().all(|role| *role == Role::Administrator);
    Ok(see(if only_administrates { "/admin/staff" } else { "/desk/cases" }))
}
