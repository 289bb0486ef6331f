//! What the provider said of somebody, once its signature was checked.

use super::{Refusal, SignOnConfig};
use serde_json::Value;

/// Who somebody is, by the provider's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attested {
    /// The provider's own name for the account, which never changes.
    pub subject: String,
    /// The address staff have here.
    pub email: String,
    /// There was a second factor.
    pub strong: bool,
}

/// True when the token tells the address itself; where it does not, the provider is asked for it.
pub(super) fn tells_address(config: &SignOnConfig, token: &Value) -> bool {
    token.get(&config.address_claim).is_some()
}

/// Reads the claims of a checked token. Address and whether it was verified come from one place: the token, or what was asked
/// for (`asked`) where the token has none.
pub(super) fn read(config: &SignOnConfig, token: &Value, asked: Option<&Value>) -> Result<Attested, Refusal> {
    let subject = token["sub"].as_str().filter(|subject| !subject.is_empty()).ok_or(Refusal::Wrong)?;
    let about = if tells_address(config, token) { token } else { asked.unwrap_or(token) };
    let email = about[config.address_claim.as_str()].as_str().ok_or(Refusal::Unverified)?;
    let email = crate::model::read_email(email).map_err(|_| Refusal::Unverified)?;
    if !config.verified_always && !says_yes(&about[config.verified_claim.as_str()]) {
        return Err(Refusal::Unverified);
    }
    Ok(Attested { subject: subject.to_owned(), email, strong: is_strong(config, token) })
}

/// Providers write "yes" in more than one way.
fn says_yes(value: &Value) -> bool {
    matches!(value, Value::Bool(true)) || value.as_i64() == Some(1) || matches!(value.as_str(), Some("true" | "1"))
}

fn is_strong(config: &SignOnConfig, token: &Value) -> bool {
    let one = |value: &Value| value.as_str().is_some_and(|said| config.second_factor_amr.iter().any(|amr| amr == said));
    let amr = token["amr"].as_array().is_some_and(|all| all.iter().any(one)) || one(&token["amr"]);
    let acr = token["acr"].as_str().is_some_and(|said| config.second_factor_acr.iter().any(|acr| acr == said));
    config.second_factor_always || amr || acr
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_address_counts_only_where_it_was_verified() {
        let config = SignOnConfig::default();
        let said =
            |token: Value, asked: Option<Value>| read(&config, &token, asked.as_ref()).map(|attested| attested.email);
        let ann = |verified: Value| json!({ "sub": "1", "email": "ann@a.example", "email_verified": verified });
        for yes in [json!(true), json!("true"), json!(1), json!("1")] {
            assert_eq!(said(ann(yes), None).as_deref(), Ok("ann@a.example"));
        }
        for no in [json!(false), json!("false"), json!(0), json!(null), json!("yes"), json!([true])] {
            assert_eq!(said(ann(no), None), Err(Refusal::Unverified));
        }
        assert_eq!(said(json!({ "sub": "1" }), None), Err(Refusal::Unverified));
        assert_eq!(said(json!({ "sub": "1" }), Some(ann(json!(true)))).as_deref(), Ok("ann@a.example"));
        // What says that one address was verified says nothing of another one.
        let half = json!({ "sub": "1", "email": "ann@a.example" });
        assert_eq!(said(half, Some(json!({ "email_verified": true }))), Err(Refusal::Unverified));
        assert_eq!(said(json!({ "sub": "1", "email_verified": true, "email": ["a"] }), None), Err(Refusal::Unverified));
        assert_eq!(said(json!({ "email_verified": true, "email": "ann@a.example" }), None), Err(Refusal::Wrong));
        let always = SignOnConfig {
            address_claim: "preferred_username".into(),
            verified_always: true,
            ..SignOnConfig::default()
        };
        let token = json!({ "sub": "1", "preferred_username": "ann@a.example", "email": "eve@a.example" });
        assert_eq!(read(&always, &token, None).unwrap().email, "ann@a.example");
    }

    #[test]
    fn a_second_factor_is_believed_only_where_the_council_says_how_it_is_told() {
        let strong = |config: &SignOnConfig, more: Value| {
            let mut token = json!({ "sub": "1", "email": "ann@a.example", "email_verified": true });
            token.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            read(config, &token, None).unwrap().strong
        };
        let (mfa, loa) = (json!({ "amr": ["pwd", "mfa"] }), json!({ "acr": "gold" }));
        let nothing = SignOnConfig::default();
        assert!(!strong(&nothing, mfa.clone()) && !strong(&nothing, loa.clone()));
        let by_amr = SignOnConfig { second_factor_amr: vec!["hwk".into(), "mfa".into()], ..nothing.clone() };
        assert!(strong(&by_amr, mfa.clone()) && strong(&by_amr, json!({ "amr": "hwk" })));
        assert!(!strong(&by_amr, json!({ "amr": ["pwd"] })) && !strong(&by_amr, loa.clone()));
        let by_acr = SignOnConfig { second_factor_acr: vec!["gold".into()], ..nothing.clone() };
        assert!(strong(&by_acr, loa) && !strong(&by_acr, mfa) && !strong(&by_acr, json!({ "acr": "silver" })));
        assert!(strong(&SignOnConfig { second_factor_always: true, ..nothing }, json!({})));
    }
}
