//! A connection over which nothing comes is closed: the server's own limits begin once it knows which HTTP is spoken.

use axum_server::accept::Accept;
use kit::app::Boxed;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// What every HTTP/2 connection begins with. While what came may still become this, the server waits without a limit.
const HTTP2: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Accepts as another does, and gives each connection so long to begin.
#[derive(Debug, Clone)]
pub struct BegunWithin<A>(pub A, pub Duration);

impl<I, S, A> Accept<I, S> for BegunWithin<A>
where
    A: Accept<I, S>,
    A::Future: Send + 'static,
    A::Stream: 'static,
    A::Service: 'static,
{
    type Stream = Awaited<A::Stream>;
    type Service = A::Service;
    type Future = Boxed<'static, io::Result<(Self::Stream, Self::Service)>>;

    fn accept(&self, stream: I, service: S) -> Self::Future {
        let (accepting, patience) = (self.0.accept(stream, service), self.1);
        Box::pin(async move {
            let (stream, service) = accepting.await?;
            Ok((Awaited { stream, until: Some(Box::pin(sleep(patience))), like_http2: 0 }, service))
        })
    }
}

/// A stream whose first bytes are awaited, but not for ever.
#[derive(Debug)]
pub struct Awaited<S> {
    stream: S,
    /// When it is given up; nothing once it has begun.
    until: Option<Pin<Box<Sleep>>>,
    /// How many bytes came, all as HTTP/2 begins.
    like_http2: usize,
}

impl<S> Awaited<S> {
    /// Looks at what came next: a byte that no HTTP/2 connection begins with, or the last of those that it does, ends the
    /// waiting.
    fn take(&mut self, came: &[u8]) {
        let rest = &HTTP2[self.like_http2..];
        self.like_http2 += came.len().min(rest.len());
        let undecided = came.len() < rest.len() && rest.starts_with(came);
        if came.is_empty() || !undecided {
            self.until = None;
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Awaited<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buf);
        if read.is_ready() {
            if self.until.is_some() {
                self.take(buf.filled().get(before..).unwrap_or_default());
            }
            return read;
        }
        let over = self.until.as_mut().is_some_and(|until| until.as_mut().poll(cx).is_ready());
        if over { Poll::Ready(Err(io::ErrorKind::TimedOut.into())) } else { Poll::Pending }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Awaited<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a connection over which these pieces came is still awaited.
    async fn awaited(pieces: &[&[u8]]) -> bool {
        let mut one = Awaited { stream: (), until: Some(Box::pin(sleep(Duration::from_secs(1)))), like_http2: 0 };
        for piece in pieces {
            if one.until.is_some() {
                one.take(piece);
            }
        }
        one.until.is_some()
    }

    #[tokio::test]
    async fn a_connection_has_begun_once_it_is_known_what_it_speaks() {
        for (pieces, still) in [
            (&[b"P".as_slice()][..], true),
            (&[b"PRI", b" * HTTP"], true),
            (&[&HTTP2[..23]], true),
            (&[HTTP2], false),
            (&[&HTTP2[..20], &HTTP2[20..]], false),
            (&[b"PRI", b" * HTTP/2.0\r\n\r\nSM\r\n\r\nand frames"], false),
            (&[b"POST"], false),
            (&[b"P", b"O"], false),
            (&[b"G"], false),
            (&[b"\x16\x03"], false),
            (&[b""], false),
        ] {
            assert_eq!(awaited(pieces).await, still, "{pieces:?}");
        }
    }
}
