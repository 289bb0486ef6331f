//! Flood protection per address, nothing more: a library or a mobile network shares one address, so the limit is far
//! above what people do. Limits on signing in and codes live in the database and never look at addresses.

use crate::config::Serving;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;

/// The limiter, and whose word is taken for the caller's address.
#[derive(Clone)]
pub struct Flood {
    limiter: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    proxies: Arc<[crate::config::Network]>,
}

impl Flood {
    /// As the configuration says.
    pub fn new(serving: &Serving) -> Flood {
        let per_second = NonZeroU32::new(serving.requests_per_second).unwrap_or(NonZeroU32::MIN);
        let burst = NonZeroU32::new(serving.requests_per_second.saturating_mul(10)).unwrap_or(NonZeroU32::MIN);
        let limiter = Arc::new(RateLimiter::keyed(Quota::per_second(per_second).allow_burst(burst)));
        Flood { limiter, proxies: serving.behind_proxy.clone().into() }
    }

    /// The caller's address: the peer, or where that is one of our proxies the last address it was told that is not.
    fn caller(&self, request: &Request) -> Option<IpAddr> {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip();
        let is_proxy = |address: &IpAddr| self.proxies.iter().any(|network| network.contains(address));
        if !is_proxy(&peer) {
            return Some(peer);
        }
        let told = request.headers().get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok());
        let chain: Vec<IpAddr> = told.flat_map(|v| v.split(',')).filter_map(|v| v.trim().parse().ok()).collect();
        chain.into_iter().rev().find(|address| !is_proxy(address)).or(Some(peer))
    }
}

pub async fn around(State(flood): State<Flood>, request: Request, next: Next) -> Response {
    // The machine itself is not an outside caller: health checks and benches run there.
    if let Some(address) = flood.caller(&request).filter(|a| !a.is_loopback())
        && flood.limiter.check_key(&address).is_err()
    {
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "1")]).into_response();
    }
    next.run(request).await
}
