//! Every page there is, is looked at in the browser: the router beside the list of browser/pages/places.mjs.

use super::{nothing_wrong, root};
use std::collections::BTreeSet;

/// What is no page: it answers programs.
const NO_PAGE: [&str; 58] = [
    "/api/v1/admin/hooks",
    "/api/v1/admin/hooks/{id}/deliveries",
    "/api/v1/account",
    "/api/v1/account/needs",
    "/api/v1/answers",
    "/api/v1/answers/{slug}",
    "/api/v1/appointments",
    "/api/v1/appointments/{id}",
    "/api/v1/bookable",
    "/api/v1/bookable/{kind}/times",
    "/api/v1/desk/appointments",
    "/api/v1/desk/mail",
    "/api/v1/desk/mail/{id}",
    "/api/v1/desk/mail/{id}/files/{file}",
    "/api/v1/cases",
    "/api/v1/cases/{ref}",
    "/api/v1/cases/{ref}/files/{file}",
    "/api/v1/desk/cases",
    "/api/v1/desk/cases/{ref}",
    "/api/v1/desk/cases/{ref}/on-the-spot",
    "/api/v1/desk/knowledge",
    "/api/v1/desk/residents",
    "/api/v1/desk/residents/{id}",
    "/api/v1/handed",
    "/api/v1/handed/{id}",
    "/api/v1/handed/{id}/files/{file}",
    "/api/v1/openapi.json",
    "/api/v1/services",
    "/api/v1/services/{service}",
    "/appointments/booked/{booking}/calendar",
    "/cases/{ref}/files/{file}",
    "/cases/{ref}/files/{file}/small",
    "/desk/cases/{ref}/files/{file}",
    "/desk/cases/{ref}/files/{file}/small",
    "/desk/mail/{id}/files/{file}",
    "/desk/mail/{id}/files/{file}/small",
    "/desk/forms/{draft}/files/{file}",
    "/desk/forms/{draft}/files/{file}/small",
    "/forms/{draft}/files/{file}",
    "/forms/{draft}/files/{file}/small",
    "/healthz",
    "/live/{site}",
    "/livez",
    "/metrics",
    "/open/promises.json",
    "/open/seals",
    "/open311/v2/discovery.json",
    "/open311/v2/discovery.xml",
    "/open311/v2/requests.json",
    "/open311/v2/requests.xml",
    "/open311/v2/requests/{request}",
    "/open311/v2/servicerequestupdates.json",
    "/open311/v2/servicerequestupdates.xml",
    "/open311/v2/services.json",
    "/open311/v2/services.xml",
    "/open311/v2/services/{definition}",
    "/open311/v2/tokens/{token}",
    "/static/{*path}",
];

/// The routes that have a list of places: lines such as `  '/track': [`.
fn listed() -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("browser/pages/places.mjs")).expect("the list of places");
    let key = |line: &str| {
        let (path, rest) = line.strip_prefix("  '")?.split_once('\'')?;
        (path.starts_with('/') && rest.starts_with(": ")).then(|| path.to_owned())
    };
    text.lines().filter_map(key).collect()
}

#[test]
fn every_page_of_the_router_is_looked_at_in_the_browser() {
    let listed = listed();
    let routes = server::router::routes();
    let pages: BTreeSet<&str> = routes.iter().filter(|route| route.method == "GET").map(|route| route.path).collect();
    let left_out = pages.iter().filter(|path| !NO_PAGE.contains(path) && !listed.contains(**path));
    let mut wrong: Vec<String> =
        left_out.map(|path| format!("browser/pages/places.mjs has no place for {path}")).collect();
    let gone = listed.iter().map(String::as_str).chain(NO_PAGE).filter(|path| !pages.contains(path));
    wrong.extend(gone.map(|path| format!("{path} is no route")));
    nothing_wrong(wrong);
}
