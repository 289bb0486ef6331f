//! The council's provider: what it says of itself, where somebody is led to it, and what it says of them.

use super::said::{self, Attested};
use super::{Refusal, SignOnConfig};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::Full;
use kit::app::{App, Boxed, Council};
use kit::clock::{HOUR, MINUTE, Micros};
use kit::error::in_full;
use kit::{Error, Result, ask};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreGenderClaim, CoreIdToken, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreTokenResponse,
};
use openidconnect::{
    AdditionalClaims, AsyncHttpClient, AuthType, AuthenticationContextClass, AuthorizationCode,
    ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    ErrorResponse, HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, SignatureVerificationError, UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::Sha256;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// Where the provider leads back to.
pub(super) const BACK: &str = "/desk/sign-in/council/answer";
/// What the provider says of itself is asked again after this long.
const KEEPS: Micros = HOUR;
/// A key nobody knows yet makes us ask again, not more often than this.
const AGAIN: Micros = MINUTE;
/// How far its clock may be from ours, in seconds.
const SKEW: i64 = 60;
/// How long all that is asked about one sign-on may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// Signatures that nobody can make who only knows what we know.
const SIGNED_BY: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Known =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Claims the library has no name for.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Others(Map<String, Value>);

impl AdditionalClaims for Others {}

/// The provider.
pub(super) struct Provider {
    config: SignOnConfig,
    secret: Option<ClientSecret>,
    back: RedirectUrl,
    http: Way,
    /// What it said of itself, and when.
    said: Mutex<Option<(Micros, Arc<CoreProviderMetadata>)>>,
}

/// Why something the provider was asked did not come.
#[derive(Debug)]
struct Silent(String);

impl std::fmt::Display for Silent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Silent {}

/// The library's way to ask, by the one client of the house.
struct Way(ask::Client);

impl<'c> AsyncHttpClient<'c> for Way {
    type Error = Silent;
    type Future = Boxed<'c, Result<HttpResponse, Silent>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let answer = self.0.ask(request.map(|body| Full::new(body.into()))).await.map_err(Silent)?;
            Ok(answer.map(|body| body.to_vec()))
        })
    }
}

impl Provider {
    /// Prepares it; nothing is asked yet.
    pub fn new(config: &SignOnConfig, council: &Council) -> Result<Provider> {
        let wrong = |cause: &dyn std::fmt::Display| Error::internal(format!("[sign_on] {cause}"));
        ask::protected(&config.issuer).map_err(|cause| wrong(&cause))?;
        let back = format!("{}{BACK}", council.origin.trim_end_matches('/'));
        Ok(Provider {
            secret: config.secret()?.map(ClientSecret::new),
            back: RedirectUrl::new(back).map_err(|cause| wrong(&cause))?,
            http: Way(ask::Client::new(config.trust.as_deref()).map_err(|cause| wrong(&cause))?),
            said: Mutex::new(None),
            config: config.clone(),
        })
    }

    /// Where somebody is led who signs on under this state.
    pub async fn address(&self, app: &App, state: &str) -> Result<String, Refusal> {
        let said = self.in_time(self.said(app, KEEPS)).await?;
        let (verifier, nonce) = derived(app, state).map_err(away)?;
        let client = self.client(&said)?;
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let (state, nonce) = (CsrfToken::new(state.to_owned()), Nonce::new(nonce));
        let request = client.authorize_url(flow, || state, || nonce);
        let request = request.set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        let request = request.add_scopes(self.config.scopes.iter().cloned().map(Scope::new));
        let classes = self.config.second_factor_acr.iter().cloned().map(AuthenticationContextClass::new);
        let (url, _, _) = classes.fold(request, |request, acr| request.add_auth_context_value(acr)).url();
        // Nobody is led where others could read along.
        ask::protected(url.as_str()).map_err(away)?;
        Ok(url.into())
    }

    /// Who somebody is who came back with this code under this state.
    pub async fn attest(&self, app: &App, state: &str, code: &str) -> Result<Attested, Refusal> {
        self.in_time(async {
            let said = self.said(app, KEEPS).await?;
            let client = self.client(&said)?;
            let (verifier, nonce) = derived(app, state).map_err(away)?;
            let exchange = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(away)?;
            let token = exchange.set_pkce_verifier(verifier).request_async(&self.http).await.map_err(of_exchange)?;
            let id = token.extra_fields().id_token().ok_or_else(|| wrong(&"it sent no ID token"))?;
            let claims = self.checked(app, &said, id, &Nonce::new(nonce)).await?;
            let asked = match said::tells_address(&self.config, &claims) {
                true => None,
                false => self.asked(&client, &token, &claims).await?,
            };
            said::read(&self.config, &claims, asked.as_ref())
        })
        .await
    }

    /// The claims of a token whose signature, issuer, audience, times and nonce are right.
    async fn checked(
        &self,
        app: &App,
        said: &Arc<CoreProviderMetadata>,
        id: &CoreIdToken,
        nonce: &Nonce,
    ) -> Result<Value, Refusal> {
        let mut verified = self.verified(app, said, id, nonce);
        let unknown = SignatureVerificationError::NoMatchingKey;
        if verified == Err(ClaimsVerificationError::SignatureVerification(unknown)) {
            // It may have a new key since we asked.
            verified = self.verified(app, &self.said(app, AGAIN).await?, id, nonce);
        }
        verified.map_err(|cause| match cause {
            ClaimsVerificationError::SignatureVerification(inside) => wrong(&inside),
            other => wrong(&other),
        })?;
        let text = id.to_string();
        let claims = text.split('.').nth(1).and_then(|part| URL_SAFE_NO_PAD.decode(part).ok());
        let claims = claims.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        claims.ok_or_else(|| wrong(&"its ID token cannot be read"))
    }

    fn verified(
        &self,
        app: &App,
        said: &Arc<CoreProviderMetadata>,
        id: &CoreIdToken,
        nonce: &Nonce,
    ) -> Result<(), ClaimsVerificationError> {
        let client = self.client(said).map_err(|_| ClaimsVerificationError::Other("no client".to_owned()))?;
        let now = DateTime::<Utc>::from_timestamp_micros(app.now()).unwrap_or_default();
        let skew = TimeDelta::seconds(SKEW);
        let issued = move |at: DateTime<Utc>| {
            if at <= now + skew { Ok(()) } else { Err("it is of later than now".to_owned()) }
        };
        let verifier = client.id_token_verifier().set_allowed_algs(SIGNED_BY);
        let verifier = verifier.set_time_fn(move || now - skew).set_issue_time_verifier_fn(issued);
        id.claims(&verifier, nonce).map(drop)
    }

    /// What the provider tells when it is asked about whoever the token is about.
    async fn asked(&self, client: &Known, token: &CoreTokenResponse, id: &Value) -> Result<Option<Value>, Refusal> {
        let subject = id["sub"].as_str().map(|subject| openidconnect::SubjectIdentifier::new(subject.to_owned()));
        let Ok(request) = client.user_info(token.access_token().clone(), subject) else { return Ok(None) };
        let told: UserInfoClaims<Others, CoreGenderClaim> = request.request_async(&self.http).await.map_err(away)?;
        serde_json::to_value(told).map(Some).map_err(away)
    }

    /// What it says of itself, not older than this.
    async fn said(&self, app: &App, oldest: Micros) -> Result<Arc<CoreProviderMetadata>, Refusal> {
        let mut held = self.said.lock().await;
        if let Some((_, said)) = held.as_ref().filter(|(at, _)| app.now() - at < oldest) {
            return Ok(said.clone());
        }
        let issuer = IssuerUrl::new(self.config.issuer.clone()).map_err(away)?;
        let said = Arc::new(CoreProviderMetadata::discover_async(issuer, &self.http).await.map_err(away)?);
        *held = Some((app.now(), said.clone()));
        Ok(said)
    }

    fn client(&self, said: &CoreProviderMetadata) -> Result<Known, Refusal> {
        let id = ClientId::new(self.config.client_id.clone());
        let client = CoreClient::from_provider_metadata(said.clone(), id, self.secret.clone());
        let ways = said.token_endpoint_auth_methods_supported();
        let in_body = ways.is_some_and(|ways| {
            ways.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !ways.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let client = client.set_redirect_uri(self.back.clone());
        Ok(if in_body { client.set_auth_type(AuthType::RequestBody) } else { client })
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, Refusal>>) -> Result<T, Refusal> {
        tokio::time::timeout(PATIENCE, work).await.unwrap_or_else(|_| Err(away(Silent("it takes too long".to_owned()))))
    }
}

/// What only we can make of a state: the verifier of PKCE and the nonce. So neither is kept anywhere.
fn derived(app: &App, state: &str) -> Result<(PkceCodeVerifier, String)> {
    let make = |what: &[u8]| -> Result<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).map_err(Error::internal)?;
        mac.update(what);
        mac.update(state.as_bytes());
        Ok(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    };
    Ok((PkceCodeVerifier::new(make(b"workforce: sign-on verifier ")?), make(b"workforce: sign-on nonce ")?))
}

/// The provider could not be asked; whoever runs the program reads why.
fn away(cause: impl std::error::Error) -> Refusal {
    tracing::warn!(cause = in_full(&cause), "the council's sign-on does not answer as it should");
    Refusal::Away
}

/// Why a code did not become a token. What was sent is not logged: it may be one.
fn of_exchange<T: ErrorResponse>(cause: RequestTokenError<Silent, T>) -> Refusal {
    match cause {
        RequestTokenError::Request(_) => away(cause),
        RequestTokenError::ServerResponse(_) => {
            tracing::warn!(cause = in_full(&cause), "the council's sign-on does not take our code or our secret");
            Refusal::Failed
        }
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => wrong(&cause),
    }
}

/// The provider sent what must not be believed.
fn wrong(cause: &dyn std::fmt::Display) -> Refusal {
    tracing::warn!(%cause, "the council's sign-on sent an answer that is not believed");
    Refusal::Wrong
}
