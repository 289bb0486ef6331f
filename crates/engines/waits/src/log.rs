//! Reading a telephone exchange's log: Asterisk's `queue_log`, one event a line, `epoch|call|queue|agent|event|data…`.

use std::collections::HashMap;
use std::str;

/// One thing that happened to one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Seconds since 1970 by the exchange's clock.
    pub at: i64,
    /// Which call: an index into [`Log::calls`].
    pub call: u32,
    /// What happened.
    pub what: What,
}

/// What can happen to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It joined the queue.
    Enter,
    /// It was answered, by this agent where the log names one.
    Connect(Option<u16>),
    /// The conversation ended.
    Finish,
    /// It left the queue without an answer: hung up, timed out, pressed a key.
    Leave,
}

/// One call, with all that became of it by the end of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// When it joined.
    pub entered: i64,
    /// Index into [`Log::queues`].
    pub queue: u16,
    /// 2 goes before 0 and 1, which are equal.
    pub priority: u8,
    /// Who calls, by a number of the log's own; nothing where the exchange does not know.
    pub caller: Option<u32>,
    /// When it was answered.
    pub answered: Option<i64>,
    /// When it left without an answer.
    pub left: Option<i64>,
}

impl Call {
    /// Seconds from joining to the answer.
    pub fn wait(&self) -> Option<i64> {
        self.answered.map(|at| at - self.entered)
    }

    /// Goes before those without.
    pub fn urgent(&self) -> bool {
        self.priority >= 2
    }
}

/// A whole log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// Events in the order of the file.
    pub events: Vec<Event>,
    /// Calls in the order in which they joined.
    pub calls: Vec<Call>,
    /// Names of queues, in order of appearance.
    pub queues: Vec<String>,
    /// How many agents there are.
    pub agents: usize,
    /// Lines about calls whose joining is not in the file, and of kinds that say nothing about waiting.
    pub passed_over: usize,
}

/// Why a file is no log, and in which line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct LogError {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

#[derive(Default)]
struct Reader {
    log: Log,
    calls: HashMap<(String, u16), u32>,
    queues: HashMap<String, u16>,
    agents: HashMap<String, u16>,
    callers: HashMap<String, u32>,
    last: i64,
}

impl Log {
    /// Reads a file. Refused: a line that is no UTF-8, has fewer than five fields, no time, a time before that of the line above,
    /// a wait that is not the time between joining and answer (give or take a second), an event out of its order.
    pub fn parse(bytes: &[u8]) -> Result<Log, LogError> {
        let mut reader = Reader { last: i64::MIN, ..Reader::default() };
        for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if !line.is_empty() {
                reader.line(line).map_err(|what| LogError { line: number + 1, what })?;
            }
        }
        Ok(reader.log)
    }

    /// The first and the last second there is anything from.
    pub fn span(&self) -> Option<(i64, i64)> {
        Some((self.events.first()?.at, self.events.last()?.at))
    }
}

/// The number of a name, a new one where it was not seen before.
fn number(names: &mut HashMap<String, u16>, name: &str) -> Result<u16, String> {
    if let Some(known) = names.get(name) {
        return Ok(*known);
    }
    let next = u16::try_from(names.len()).map_err(|_| "more than 65,536 different names".to_owned())?;
    names.insert(name.to_owned(), next);
    Ok(next)
}

impl Reader {
    fn line(&mut self, line: &[u8]) -> Result<(), String> {
        let line = str::from_utf8(line).map_err(|_| "not UTF-8".to_owned())?;
        let fields: Vec<&str> = line.split('|').collect();
        let [at, call, queue, agent, event, data @ ..] = fields.as_slice() else {
            return Err(format!("{} fields, where there must be at least five", fields.len()));
        };
        let at: i64 = at.parse().map_err(|_| format!("{at:?} is no time in whole seconds"))?;
        if !(0..=1 << 40).contains(&at) {
            return Err(format!("{at} is no time there was"));
        }
        if at < self.last {
            return Err(format!("{at} is before {}, the time of the line above", self.last));
        }
        self.last = at;
        match *event {
            "ENTERQUEUE" => self.enter(at, call, queue, data),
            "CONNECT" => self.connect(at, call, queue, agent, data.first().copied().unwrap_or_default()),
            "COMPLETECALLER" | "COMPLETEAGENT" | "ATTENDEDTRANSFER" | "BLINDTRANSFER" => self.finish(at, call, queue),
            "ABANDON" | "EXITWITHTIMEOUT" | "EXITWITHKEY" | "EXITEMPTY" => self.leave(at, call, queue),
            _ => {
                self.log.passed_over += 1;
                Ok(())
            }
        }
    }

    fn enter(&mut self, at: i64, call: &str, queue: &str, data: &[&str]) -> Result<(), String> {
        let first = data.first().copied().unwrap_or_default();
        if call.is_empty() || queue.is_empty() {
            return Err("a call joins without its number or its queue".to_owned());
        }
        let priority = match first.strip_prefix("priority=") {
            None => 0,
            Some(digits) => digits.parse().map_err(|_| format!("{first:?} is no priority"))?,
        };
        let known = self.queues.len();
        let queue_number = number(&mut self.queues, queue)?;
        if usize::from(queue_number) == known {
            self.log.queues.push(queue.to_owned());
        }
        let index = u32::try_from(self.log.calls.len()).map_err(|_| "too many calls".to_owned())?;
        if let Some(before) = self.calls.insert((call.to_owned(), queue_number), index) {
            let before = &self.log.calls[before as usize];
            if before.answered.is_none() && before.left.is_none() {
                return Err(format!("call {call} joins {queue}, where it waits already"));
            }
        }
        let next = self.callers.len() as u32;
        let name = data.get(1).filter(|name| !name.is_empty());
        let caller = name.map(|name| *self.callers.entry((*name).to_owned()).or_insert(next));
        self.log.calls.push(Call { entered: at, queue: queue_number, priority, caller, answered: None, left: None });
        self.log.events.push(Event { at, call: index, what: What::Enter });
        Ok(())
    }

    /// The call a line is about; nothing where its joining is not in the file.
    fn known(&mut self, call: &str, queue: &str) -> Option<u32> {
        let queue = self.queues.get(queue).copied();
        let found = queue.and_then(|queue| self.calls.get(&(call.to_owned(), queue)).copied());
        if found.is_none() {
            self.log.passed_over += 1;
        }
        found
    }

    fn connect(&mut self, at: i64, call: &str, queue: &str, agent: &str, wait: &str) -> Result<(), String> {
        let wait: i64 = wait.parse().map_err(|_| format!("{wait:?} is no wait in whole seconds"))?;
        let Some(index) = self.known(call, queue) else { return Ok(()) };
        let entry = &mut self.log.calls[index as usize];
        if entry.answered.is_some() || entry.left.is_some() {
            return Err(format!("call {call} is answered after it was answered or left"));
        }
        if ((at - entry.entered) - wait).abs() > 1 {
            return Err(format!("a wait of {wait} s for a call that joined {} s ago", at - entry.entered));
        }
        entry.answered = Some(at);
        let agent = if matches!(agent, "NONE" | "") { None } else { Some(number(&mut self.agents, agent)?) };
        self.log.agents = self.agents.len();
        self.log.events.push(Event { at, call: index, what: What::Connect(agent) });
        Ok(())
    }

    fn finish(&mut self, at: i64, call: &str, queue: &str) -> Result<(), String> {
        let Some(index) = self.known(call, queue) else { return Ok(()) };
        if self.log.calls[index as usize].answered.is_none() {
            return Err(format!("call {call} ends before it was answered"));
        }
        self.log.events.push(Event { at, call: index, what: What::Finish });
        Ok(())
    }

    fn leave(&mut self, at: i64, call: &str, queue: &str) -> Result<(), String> {
        let Some(index) = self.known(call, queue) else { return Ok(()) };
        let entry = &mut self.log.calls[index as usize];
        if entry.answered.is_some() || entry.left.is_some() {
            return Err(format!("call {call} leaves after it was answered or left"));
        }
        entry.left = Some(at);
        self.log.events.push(Event { at, call: index, what: What::Leave });
        Ok(())
    }
}
