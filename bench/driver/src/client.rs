//! A small HTTP/1.1 client on kept-open connections: what it costs is not Guildhall's, so it does as little as it can.

use kit::{Error, Result};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// One connection.
pub struct Client {
    stream: TcpStream,
    read: Vec<u8>,
}

/// What matters of an answer.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Where it leads.
    pub location: Option<String>,
    /// Bytes of the body.
    pub length: usize,
}

impl Client {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> Result<Client> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Client { stream, read: Vec::with_capacity(64 << 10) })
    }

    /// Sends one request, already written, and reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request).await?;
        self.read.clear();
        let head = loop {
            self.more().await?;
            if let Some(end) = self.read.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let (status, location, framing) = self.head(head)?;
        let length = match framing {
            Framing::Length(length) => {
                while self.read.len() < head + length {
                    self.more().await?;
                }
                length
            }
            Framing::Chunked => {
                while !self.read.ends_with(b"0\r\n\r\n") {
                    self.more().await?;
                }
                self.read.len() - head
            }
        };
        Ok(Answer { status, location, length })
    }

    async fn more(&mut self) -> Result<()> {
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err(Error::internal("the server closed the connection")),
            _ => Ok(()),
        }
    }

    fn head(&self, end: usize) -> Result<(u16, Option<String>, Framing)> {
        let text = std::str::from_utf8(&self.read[..end]).map_err(Error::internal)?;
        let mut lines = text.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let status = status.ok_or_else(|| Error::internal("an answer without a status"))?;
        let (mut location, mut framing) = (None, Framing::Length(0));
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            match name {
                "location" => location = Some(value.to_owned()),
                "content-length" => framing = Framing::Length(value.parse().map_err(Error::internal)?),
                "transfer-encoding" => framing = Framing::Chunked,
                _ => {}
            }
        }
        Ok((status, location, framing))
    }
}

enum Framing {
    Length(usize),
    Chunked,
}

/// A GET as a browser with this cookie sends it.
pub fn get(address: SocketAddr, path: &str, cookie: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nAccept: text/html\r\n\
         Accept-Encoding: gzip\r\nAccept-Language: en-GB\r\n\r\n"
    )
    .into_bytes()
}

/// A POST of a form as a browser with this cookie sends it from our own page.
pub fn post(address: SocketAddr, path: &str, cookie: &str, form: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nAccept: text/html\r\n\
         Accept-Encoding: gzip\r\nAccept-Language: en-GB\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}
