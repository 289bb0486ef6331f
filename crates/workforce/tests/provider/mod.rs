//! A council's provider that sends what a test wants it to send, also what no provider should. It checks what it is sent as a real
//! one does: the client's secret, the way back, the verifier of PKCE, and that a code is used once.

use axum::extract::{RawForm, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use kit::clock::{Clock, SECOND};
use kit::form::Form;
use kit::link;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use workforce::SignOnConfig;

/// The secret it gave the council.
pub const SECRET: &str = "the secret of a test";

/// How a token is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// As it should be.
    Well,
    /// By somebody else, under the name of the right key.
    ByAnother,
    /// Not at all, and it says so.
    Not,
    /// With the secret the council knows, too.
    WithTheSecret,
    /// By the key that came after the first one.
    ByTheNextKey,
}

/// What waits for its code to come.
struct Waiting {
    challenge: String,
    back: String,
    token: String,
    about: Value,
}

struct Inside {
    issuer: String,
    clock: Clock,
    keys: [EcdsaKeyPair; 3],
    published: usize,
    waiting: HashMap<String, Waiting>,
    made: usize,
}

/// The provider.
#[derive(Clone)]
pub struct Provider(Arc<Mutex<Inside>>);

impl Provider {
    /// Opens it on a port of its own, with the time of the council.
    pub async fn open(clock: &Clock) -> Provider {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let keys = [(); 3].map(|()| {
            let random = SystemRandom::new();
            let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &random).unwrap()
        });
        let inside = Inside { issuer, clock: clock.clone(), keys, published: 1, waiting: HashMap::new(), made: 0 };
        let provider = Provider(Arc::new(Mutex::new(inside)));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/keys", get(publish))
            .route("/token", post(exchange))
            .route("/about", get(about))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    /// What a council writes into its configuration.
    pub fn config(&self) -> SignOnConfig {
        SignOnConfig {
            issuer: self.0.lock().unwrap().issuer.clone(),
            client_id: "guildhall".into(),
            client_secret: Some(SECRET.into()),
            second_factor_amr: vec!["mfa".into()],
            ..SignOnConfig::default()
        }
    }

    /// From now on it has a second key.
    pub fn rotates(&self) {
        self.0.lock().unwrap().published = 2;
    }

    /// Somebody comes with this address, is who these claims say, and is led back: to this path.
    pub fn visited(&self, address: &str, signed: Signed, change: impl FnOnce(&mut Value)) -> String {
        let mut inside = self.0.lock().unwrap();
        let (at, query) = address.split_once('?').unwrap();
        assert_eq!(at, format!("{}/authorize", inside.issuer));
        let asked = link::query(Some(query));
        assert_eq!((asked.value("client_id"), asked.value("response_type")), ("guildhall", "code"));
        assert_eq!(asked.value("code_challenge_method"), "S256");
        assert!(asked.value("scope").split(' ').any(|scope| scope == "openid"), "{query}");
        let now = inside.clock.now() / SECOND;
        let mut claims = json!({
            "iss": inside.issuer, "aud": "guildhall", "sub": "1001", "exp": now + 300, "iat": now,
            "nonce": asked.value("nonce"), "email": "tess@work.example", "email_verified": true, "amr": ["pwd", "mfa"],
        });
        change(&mut claims);
        // A test may have the address told only where it is asked for.
        let mut about = claims.clone();
        if claims.as_object_mut().unwrap().remove("asked").is_some() {
            claims.as_object_mut().unwrap().remove("email");
        }
        about.as_object_mut().unwrap().retain(|name, _| ["sub", "email", "email_verified"].contains(&name.as_str()));
        inside.made += 1;
        let code = format!("code-{}", inside.made);
        let token = sign(&inside.keys, &claims, signed);
        let (challenge, back) = (asked.value("code_challenge").to_owned(), asked.value("redirect_uri").to_owned());
        inside.waiting.insert(code.clone(), Waiting { challenge, back, token, about });
        let path = asked.value("redirect_uri").split_once("://").unwrap().1;
        let path = &path[path.find('/').unwrap()..];
        link::path(path, &[("code", &code), ("state", asked.value("state"))])
    }
}

fn sign(keys: &[EcdsaKeyPair; 3], claims: &Value, signed: Signed) -> String {
    let (alg, kid, key) = match signed {
        Signed::Well => ("ES256", "key-0", 0),
        Signed::ByAnother => ("ES256", "key-0", 2),
        Signed::Not => ("none", "key-0", 0),
        Signed::WithTheSecret => ("HS256", "key-0", 0),
        Signed::ByTheNextKey => ("ES256", "key-1", 1),
    };
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", part(&json!({ "alg": alg, "typ": "JWT", "kid": kid })), part(claims));
    let signature = match signed {
        Signed::Not => Vec::new(),
        Signed::WithTheSecret => {
            let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
            mac.update(text.as_bytes());
            mac.finalize().into_bytes().to_vec()
        }
        _ => keys[key].sign(&SystemRandom::new(), text.as_bytes()).unwrap().as_ref().to_vec(),
    };
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
}

async fn describe(State(provider): State<Provider>) -> Json<Value> {
    let issuer = provider.0.lock().unwrap().issuer.clone();
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/about"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // It would take more than a council should.
        "id_token_signing_alg_values_supported": ["ES256", "RS256", "HS256", "none"],
    }))
}

async fn publish(State(provider): State<Provider>) -> Json<Value> {
    let inside = provider.0.lock().unwrap();
    let keys = inside.keys.iter().take(inside.published).enumerate().map(|(at, key)| {
        let point = key.public_key().as_ref();
        let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..65]));
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": format!("key-{at}"), "x": x, "y": y })
    });
    Json(json!({ "keys": keys.collect::<Vec<_>>() }))
}

async fn exchange(State(provider): State<Provider>, headers: HeaderMap, RawForm(body): RawForm) -> Response {
    let (form, mut inside) = (Form::parse(&body), provider.0.lock().unwrap());
    let known = format!("Basic {}", STANDARD.encode(format!("guildhall:{}", SECRET.replace(' ', "+"))));
    let is_known = headers.get("authorization").and_then(|said| said.to_str().ok()) == Some(&known);
    let refused = |why: &str| (StatusCode::BAD_REQUEST, Json(json!({ "error": why }))).into_response();
    if !is_known || form.value("grant_type") != "authorization_code" {
        return refused("invalid_client");
    }
    let Some(waiting) = inside.waiting.remove(form.value("code")) else { return refused("invalid_grant") };
    let verified = URL_SAFE_NO_PAD.encode(Sha256::digest(form.value("code_verifier")));
    if waiting.back != form.value("redirect_uri") || waiting.challenge != verified {
        return refused("invalid_grant");
    }
    let access = format!("access-{}", form.value("code"));
    let answer = json!({ "access_token": &access, "token_type": "Bearer", "id_token": &waiting.token });
    inside.waiting.insert(access, waiting);
    Json(answer).into_response()
}

async fn about(State(provider): State<Provider>, headers: HeaderMap) -> Response {
    let inside = provider.0.lock().unwrap();
    let token = headers.get("authorization").and_then(|said| said.to_str().ok()?.strip_prefix("Bearer "));
    match token.and_then(|token| inside.waiting.get(token)) {
        Some(waiting) => Json(waiting.about.clone()).into_response(),
        None => StatusCode::UNAUTHORIZED.into_response(),
    }
}
