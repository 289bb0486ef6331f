//! Flood protection per address, nothing more: a library or a mobile network shares one address, so the limit is far
//! above what people do. Limits on signing in and codes live in the database and never look at addresses.

use super::bare::Bare;
use crate::config::Serving;
use axum::extract::{ConnectInfo, Request};
use axum::response::Response;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

/// After so many requests, callers who have been quiet are forgotten.
const TIDY_EVERY: u32 = 4_096;

/// The limiter, and whose word is taken for the caller's address.
pub struct Flood {
    limiter: DefaultKeyedRateLimiter<IpAddr>,
    counted: AtomicU32,
    proxies: Vec<crate::config::Network>,
}

impl Flood {
    /// As the configuration says.
    pub fn new(serving: &Serving) -> Flood {
        let per_second = NonZeroU32::new(serving.requests_per_second).unwrap_or(NonZeroU32::MIN);
        let burst = NonZeroU32::new(serving.requests_per_second.saturating_mul(10)).unwrap_or(NonZeroU32::MIN);
        let limiter = RateLimiter::keyed(Quota::per_second(per_second).allow_burst(burst));
        Flood { limiter, counted: AtomicU32::new(0), proxies: serving.behind_proxy.clone() }
    }

    /// The caller's address: the peer, or where that is one of our proxies the last address it was told that is not.
    fn caller(&self, request: &Request) -> Option<IpAddr> {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip().to_canonical();
        let is_proxy = |address: &IpAddr| self.proxies.iter().any(|network| network.contains(address));
        if !is_proxy(&peer) {
            return Some(peer);
        }
        let told = request.headers().get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok());
        let chain: Vec<IpAddr> = told.flat_map(|v| v.split(',')).filter_map(|v| v.trim().parse().ok()).collect();
        chain.iter().map(IpAddr::to_canonical).rev().find(|address| !is_proxy(address)).or(Some(peer))
    }

    /// True while this address may go on. Those who have been quiet for long enough are forgotten now and then.
    fn lets_in(&self, address: IpAddr) -> bool {
        if self.counted.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        self.limiter.check_key(&counted_as(address)).is_ok()
    }
}

/// An IPv6 caller has a whole network of 64 bits to call from, so that network is counted.
fn counted_as(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(whole) => Ipv6Addr::from_bits(whole.to_bits() & (u128::MAX << 64)).into(),
    }
}

/// Turns away callers from outside who ask far too often.
pub async fn around(flood: &Flood, request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    // The machine itself is not an outside caller: health checks and benches run there.
    if let Some(address) = flood.caller(&request).filter(|a| !a.is_loopback())
        && !flood.lets_in(address)
    {
        return Bare::Flood.answer();
    }
    next(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flood(serving: Serving) -> Flood {
        Flood::new(&serving)
    }

    fn from(peer: &str, told: Option<&str>) -> Request {
        let peer: SocketAddr = peer.parse().unwrap();
        let mut request = Request::get("/").extension(ConnectInfo(peer));
        if let Some(told) = told {
            request = request.header("x-forwarded-for", told);
        }
        request.body(axum::body::Body::empty()).unwrap()
    }

    #[test]
    fn the_caller_is_who_the_last_proxy_of_ours_names() {
        let flood = flood(Serving { behind_proxy: vec!["10.0.0.0/8".parse().unwrap()], ..Serving::default() });
        for (peer, told, caller) in [
            ("203.0.113.9:1", None, "203.0.113.9"),
            ("203.0.113.9:1", Some("198.51.100.1"), "203.0.113.9"),
            ("10.0.0.5:1", Some("198.51.100.1"), "198.51.100.1"),
            ("10.0.0.5:1", Some("192.0.2.1, 198.51.100.1, 10.0.0.6"), "198.51.100.1"),
            ("[::ffff:10.0.0.5]:1", Some("198.51.100.1"), "198.51.100.1"),
            ("[::ffff:203.0.113.9]:1", None, "203.0.113.9"),
            ("10.0.0.5:1", None, "10.0.0.5"),
        ] {
            let found = flood.caller(&from(peer, told)).unwrap();
            assert_eq!(found, caller.parse::<IpAddr>().unwrap(), "{peer} told {told:?}");
        }
    }

    #[test]
    fn a_network_of_ipv6_is_one_caller() {
        let flood = flood(Serving { requests_per_second: 1, ..Serving::default() });
        let address = |last: u16| IpAddr::from([0x2001, 0xdb8, 1, 2, 0, 0, 0, last]);
        let let_in = (0..100).filter(|last| flood.lets_in(address(*last))).count();
        assert!((10..15).contains(&let_in), "{let_in}");
        assert!(flood.lets_in(IpAddr::from([0x2001, 0xdb8, 1, 3, 0, 0, 0, 1])), "the network beside it");
    }

    #[test]
    fn callers_who_are_quiet_are_forgotten() {
        let flood = flood(Serving { requests_per_second: 100_000, ..Serving::default() });
        for caller in 0..20_000u32 {
            assert!(flood.lets_in(IpAddr::V4(caller.into())));
        }
        assert!(flood.limiter.len() < 10_000, "{} are remembered", flood.limiter.len());
    }
}
