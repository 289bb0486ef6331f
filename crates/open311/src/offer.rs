//! Which services other systems may use.

use kit::{App, Lang, Result};
use services::{Catalogue, Definition, Kind, Question};
use std::sync::Arc;

/// The question that takes what GeoReport calls the description.
pub(crate) const DESCRIPTION: &str = "description";

/// The services other systems may send reports to, in the order of the list.
pub(crate) fn all(app: &App) -> Result<Vec<(String, Arc<Definition>)>> {
    let under = app.part::<Catalogue>()?.by_category(Lang::EN);
    let each = under
        .into_iter()
        .flat_map(|(category, services)| services.into_iter().map(move |service| (category.id.clone(), service)));
    Ok(each.filter(|(_, service)| service.is_open_elsewhere()).collect())
}

/// The one with this code.
pub(crate) fn one(app: &App, code: &str) -> Result<Option<Arc<Definition>>> {
    Ok(app.part::<Catalogue>()?.current(code).filter(|service| service.is_open_elsewhere() && service.listed))
}

/// The services whose reports everybody may read.
pub(crate) fn public(app: &App) -> Result<Vec<Arc<Definition>>> {
    let mut all = app.part::<Catalogue>()?.all();
    all.retain(|service| service.is_public_elsewhere());
    Ok(all)
}

/// The question that asks where, as duplicates are found by it, or the first.
pub(crate) fn place(definition: &Definition) -> Option<&Question> {
    let named = definition.duplicates.as_ref().and_then(|rule| definition.question(&rule.place));
    named.or_else(|| definition.questions().iter().find(|question| question.kind == Kind::Place))
}

/// Whether an attribute asks this question: where it is and what happened are asked for by the standard itself, and it
/// knows no attribute for files.
pub(crate) fn is_attribute(question: &Question) -> bool {
    !matches!(question.kind, Kind::Place | Kind::Address | Kind::File(_)) && question.id != DESCRIPTION
}

/// Whether a report to this service without its kind is sorted by its words, as imported reports are.
pub(crate) fn is_sorted(definition: &Definition, desk: &crate::Desk) -> bool {
    definition.id == desk.mapping.service_of_the_rest()
}
