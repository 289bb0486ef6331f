//! The access log, without personal data: method, route, status, time. And the counters behind `/metrics`.

use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::response::Response;
use kit::clock::Stopwatch;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};

/// Upper bounds of the buckets of the answer-time histogram, in milliseconds.
const BUCKETS: [u64; 8] = [1, 5, 10, 25, 50, 100, 500, 5000];

/// Counters since the start.
#[derive(Debug, Default)]
pub struct Figures {
    answers: [AtomicU64; 5],
    within: [AtomicU64; BUCKETS.len()],
    micros: AtomicU64,
    reruns: AtomicU64,
}

impl Figures {
    /// Counts a handler run again after a collision.
    pub fn rerun(&self) {
        self.reruns.fetch_add(1, Ordering::Relaxed);
    }

    fn answered(&self, status: u16, micros: u64) {
        self.answers[usize::from(status / 100).clamp(1, 5) - 1].fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(micros, Ordering::Relaxed);
        for (bucket, most) in self.within.iter().zip(BUCKETS) {
            if micros <= most * 1000 {
                bucket.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// The counters in Prometheus' text form, with others' figures: a counter's name ends in `_total`.
    pub fn text(&self, others: &[(&str, i64)]) -> String {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let mut out = String::from("# TYPE guildhall_answers_total counter\n");
        for (class, counter) in self.answers.iter().enumerate() {
            let _ = writeln!(out, "guildhall_answers_total{{class=\"{}xx\"}} {}", class + 1, read(counter));
        }
        let all: u64 = self.answers.iter().map(read).sum();
        out.push_str("# TYPE guildhall_answer_seconds histogram\n");
        for (counter, most) in self.within.iter().zip(BUCKETS) {
            let _ =
                writeln!(out, "guildhall_answer_seconds_bucket{{le=\"{}\"}} {}", most as f64 / 1000.0, read(counter));
        }
        let _ = writeln!(out, "guildhall_answer_seconds_bucket{{le=\"+Inf\"}} {all}");
        let _ = writeln!(out, "guildhall_answer_seconds_sum {}", read(&self.micros) as f64 / 1e6);
        let _ = writeln!(out, "guildhall_answer_seconds_count {all}");
        let _ = writeln!(out, "# TYPE guildhall_reruns_total counter\nguildhall_reruns_total {}", read(&self.reruns));
        for (name, value) in others {
            let kind = if name.ends_with("_total") { "counter" } else { "gauge" };
            let _ = writeln!(out, "# TYPE {name} {kind}\n{name} {value}");
        }
        out
    }
}

/// Logs and counts every answer.
pub async fn around(figures: &Figures, request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    let watch = Stopwatch::start();
    let method: Method = request.method().clone();
    // The route's pattern, never the path itself: references and queries are personal.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let answer = next(request).await;
    let micros = watch.elapsed().as_micros() as u64;
    figures.answered(answer.status().as_u16(), micros);
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    tracing::info!(target: "access", %method, route, status = answer.status().as_u16(), micros);
    answer
}
