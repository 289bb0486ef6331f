//! What a service says of whoever acts in it for somebody else, and of how sure we must be who asks.

use crate::catalogue::Catalogue;
use kit::{App, Lang, Result};
use places::Postcode;
use residents::authorities::{Matter, Service};
use residents::checks::Assurance;
use residents::desk::home::Whereabouts;

impl Catalogue {
    /// What a service is about, as its current version says; nothing where it does not, or nobody knows it any more.
    pub fn matter(&self, service: &str) -> Option<Matter> {
        self.current(service)?.matter
    }

    /// How sure we must be who asks for it, as its current version says; of one nobody knows any more, that they are who they say.
    pub fn assurance(&self, service: &str) -> Assurance {
        self.current(service).map_or(Assurance::Identity, |definition| definition.assurance)
    }
}

/// Where a postcode is; nothing for what is none.
pub fn whereabouts(app: &App, typed: &str) -> Result<Option<Whereabouts>> {
    let Ok(postcode) = Postcode::parse(typed) else { return Ok(None) };
    let catalogue = app.part::<Catalogue>()?;
    let context = catalogue.context(kit::lang::local(app.now()).date());
    let found = catalogue.postcodes().find(&postcode);
    let ours = found.as_ref().filter(|place| place.council.code == context.council);
    Ok(Some(Whereabouts {
        postcode: postcode.to_string(),
        ward: ours.map_or_else(String::new, |place| place.ward.code.clone()),
        position: found.map(|place| (place.point.latitude(), place.point.longitude())),
    }))
}

/// Every service by name, as somebody may be given authority for it.
pub fn to_act_in(app: &App, lang: Lang) -> Result<Vec<Service>> {
    let service = |definition: &crate::Definition| Service {
        id: definition.id.clone(),
        name: definition.name(lang).to_owned(),
        matter: definition.matter,
    };
    let mut all: Vec<Service> = app.part::<Catalogue>()?.all().iter().map(|definition| service(definition)).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}
