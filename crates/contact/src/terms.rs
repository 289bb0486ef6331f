//! What the council decides about contacts: what one costs by each channel, and how long what is personal in it is kept.

use crate::model::Channel;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The section `[contacts]` of the configuration.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// Months after it began in which what is personal in a contact is kept.
    pub months: u32,
    /// What a contact costs in pence, by channel. One that is not named has no cost, and is counted without.
    pub pence: BTreeMap<Channel, i64>,
}

impl Default for Terms {
    fn default() -> Self {
        // Averages of councils in 2011: £2.83 a call, £8.62 a visit (Socitm, Customer Access Improvement Service, 29 May
        // 2012). Others were not published; a council puts its own in their place.
        Terms { months: 24, pence: BTreeMap::from([(Channel::Phone, 283), (Channel::Counter, 862)]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_council_says_what_a_contact_costs() {
        let own: Terms = toml::from_str("months = 12\n[pence]\nphone = 410\nvisit = 5200\n").unwrap();
        assert_eq!((own.months, own.pence.get(&Channel::Visit)), (12, Some(&5200)));
        assert_eq!(own.pence.get(&Channel::Counter), None, "what it does not name has no cost");
        assert!(toml::from_str::<Terms>("[pence]\npigeon = 1\n").is_err());
        assert_eq!(Terms::default().pence.get(&Channel::Email), None);
    }
}
