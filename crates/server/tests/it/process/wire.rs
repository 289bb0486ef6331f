//! A client on the wire: its connections, its cookies, and the way through a form.

use kit::clock::Stopwatch;
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What came back.
#[derive(Debug, Default)]
pub struct Reply {
    pub status: u16,
    pub location: String,
    pub body: String,
    cookies: Vec<String>,
}

/// Where the nodes of a council are at the moment.
pub type Nodes = Arc<Mutex<Vec<String>>>;

/// A client.
pub struct Wire {
    nodes: Nodes,
    turn: usize,
    streams: HashMap<String, BufReader<TcpStream>>,
    cookies: Vec<(String, String)>,
    /// How long it tries again where it is not answered.
    patience: Duration,
    /// The longest time from an error to the answer that ended it.
    pub longest: Duration,
}

/// What a general enquiry answers, page by page.
const ENQUIRY: [(&str, &str); 5] = [
    ("about", "about=other"),
    ("message", "message=Where+is+the+map%3F"),
    ("before", "date_matters=no"),
    ("help", "help=none"),
    ("contact", "contact-name=Robin+Example&contact-way=email&contact-email=robin%40post.example"),
];

impl Wire {
    /// A client of this address.
    pub fn to(address: &str) -> Wire {
        Wire::among(Arc::new(Mutex::new(vec![address.to_owned()])), Duration::ZERO)
    }

    /// A client whose requests go to each of these nodes in turn, and to the next one when a node does not answer, for as long
    /// as its patience lasts.
    pub fn among(nodes: Nodes, patience: Duration) -> Wire {
        let (streams, cookies) = (HashMap::new(), Vec::new());
        Wire { nodes, turn: 0, streams, cookies, patience, longest: Duration::ZERO }
    }

    /// The same person at another address: after a restart the port is another.
    pub fn moved_to(&mut self, address: &str) {
        self.nodes = Arc::new(Mutex::new(vec![address.to_owned()]));
        self.streams.clear();
    }

    /// Sends a request and reads the answer.
    pub fn send(&mut self, method: &str, path: &str, body: &str) -> io::Result<Reply> {
        let began = Stopwatch::start();
        let first = self.send_once(method, path, body);
        if self.patience.is_zero() || is_answer(&first) {
            return first;
        }
        loop {
            std::thread::sleep(Duration::from_millis(20));
            let next = self.send_once(method, path, body);
            if is_answer(&next) || began.elapsed() > self.patience {
                self.longest = self.longest.max(began.elapsed());
                return next;
            }
        }
    }

    fn send_once(&mut self, method: &str, path: &str, body: &str) -> io::Result<Reply> {
        let address = {
            let nodes = self.nodes.lock().expect("a list of nodes");
            self.turn += 1;
            nodes[self.turn % nodes.len()].clone()
        };
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            cookies.join("; "),
            body.len()
        );
        let mut stream = match self.streams.remove(&address) {
            Some(stream) if !is_over(stream.get_ref()) => stream,
            _ => connect(&address)?,
        };
        stream.get_mut().write_all((head + body).as_bytes())?;
        let reply = read(&mut stream)?;
        self.streams.insert(address, stream);
        for set in &reply.cookies {
            let (name, value) = set.split(';').next().and_then(|pair| pair.split_once('=')).unwrap_or_default();
            self.cookies.retain(|(n, _)| n != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        Ok(reply)
    }

    /// Fills in a general enquiry up to check-your-answers; gives the address and the body that send it.
    pub fn prepare(&mut self) -> io::Result<(String, String)> {
        let started = self.send("POST", "/forms/general-enquiry/start", "")?;
        let draft: String = started.location.split('/').take(3).collect::<Vec<_>>().join("/");
        if started.status != 303 || draft.is_empty() {
            return Err(io::Error::other(format!("not started: {} {}", started.status, started.body)));
        }
        for (page, typed) in ENQUIRY {
            let address = format!("{draft}/{page}");
            let form = self.send("GET", &address, "")?;
            let sent = self.send("POST", &address, &format!("{}&{typed}", hidden(&form.body)))?;
            if sent.status != 303 {
                return Err(io::Error::other(format!("{address}: {} {}", sent.status, sent.body)));
            }
        }
        let check = self.send("GET", &format!("{draft}/check"), "")?;
        if check.status != 200 {
            return Err(io::Error::other(format!("{draft}/check: {} {}", check.status, check.body)));
        }
        Ok((format!("{draft}/submit"), hidden(&check.body)))
    }

    /// Fills in a general enquiry and sends it; gives the reference.
    pub fn enquire(&mut self) -> io::Result<String> {
        let (submit, body) = self.prepare()?;
        received(&self.send("POST", &submit, &body)?)
    }
}

/// Whether somebody was answered, and not told to try again.
fn is_answer(reply: &io::Result<Reply>) -> bool {
    reply.as_ref().is_ok_and(|reply| reply.status < 500)
}

fn connect(address: &str) -> io::Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    stream.set_nodelay(true)?;
    Ok(BufReader::new(stream))
}

/// True when the server has closed the connection, as it does with one that is quiet for some seconds.
fn is_over(stream: &TcpStream) -> bool {
    let looked = stream.set_nonblocking(true).and_then(|()| stream.peek(&mut [0]));
    let back = stream.set_nonblocking(false);
    back.is_err() || !looked.is_err_and(|cause| cause.kind() == io::ErrorKind::WouldBlock)
}

/// The reference of a confirmation that an answer leads to.
pub fn received(reply: &Reply) -> io::Result<String> {
    let reference = reply.location.strip_prefix("/received/").map(str::to_owned);
    reference.ok_or_else(|| io::Error::other(format!("not received: {} {}", reply.status, reply.body)))
}

/// The hidden fields of a page, as its form would send them.
fn hidden(body: &str) -> String {
    let value = |tag: &str, name: &str| {
        let rest = tag.split_once(&format!("{name}=\""))?.1;
        Some(rest.split('"').next()?.to_owned())
    };
    let inputs = body.split("<input type=\"hidden\"").skip(1).filter_map(|rest| {
        let tag = rest.split('>').next()?;
        Some(format!("{}={}", value(tag, "name")?, value(tag, "value")?))
    });
    inputs.collect::<Vec<_>>().join("&")
}

fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Reply> {
    let mut reply = Reply::default();
    let mut length = 0;
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
            reply.status = rest[..3].parse().map_err(io::Error::other)?;
        }
        let (name, value) = line.split_once(": ").unwrap_or_default();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().map_err(io::Error::other)?,
            "location" => reply.location = value.to_owned(),
            "set-cookie" => reply.cookies.push(value.to_owned()),
            "transfer-encoding" => return Err(io::Error::other("an answer in pieces")),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    reply.body = String::from_utf8_lossy(&body).into_owned();
    Ok(reply)
}
