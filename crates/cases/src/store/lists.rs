//! The officer's lists: for each order one statement over everything live and one over what is somebody's, each served by
//! an index of its own. The other filters look at what the index carries; who may see what is part of the query.

use super::cases::status;
use crate::model::Status;
use kit::clock::Micros;
use kit::db::{Conn, Row, Sql, Value};
use kit::{Id, Reference, Result, sql};

macro_rules! columns {
    () => {
        "id, ref, title, service, kind, status, priority, team, owner, opened, dated, promised, next_action, ward, \
         unread, contact_name"
    };
}

// The other filters stand inside a CASE: PostgreSQL would else take a bitmap of one of them, or think that next to nothing
// fits, and sort; `<> 0` tells it that most rows fit, which is what walking an index in order wants.

// $1 limit, $2 service, $3 ward, $4 kind, $5 status, $6 and $7 owner, $8 team, $9 promised before, $10 next before,
// $11 id of the last row of the page before, then in ordered lists $12 its date, and last the driver's value.
macro_rules! live {
    ($name:ident, $order:literal, $after:literal $(, $driver:literal)?) => {
        sql!(
            $name,
            concat!(
                "SELECT ",
                columns!(),
                " FROM cases WHERE live = 1",
                $(" AND ", $driver,)?
                " AND ", $after,
                " AND CASE WHEN ($2 = '' OR service = $2) AND ($3 = '' OR ward = $3) AND ($4 = '' OR kind = $4)
                    AND ($5 = '' OR status = $5) AND ($6 = 0 OR owner = $7) AND ($8 = '' OR team = $8)
                    AND promised < $9 AND next_action < $10 THEN 1 ELSE 0 END <> 0
                  ORDER BY ", $order, " LIMIT $1"
            )
        );
    };
}

macro_rules! by_promise {
    ($name:ident $(, $driver:literal)?) => {
        live!($name, "promised, id", "(promised, id) > ($12, $11) AND promised < $9" $(, $driver)?);
    };
}

macro_rules! by_next_action {
    ($name:ident $(, $driver:literal)?) => {
        live!($name, "next_action, id", "(next_action, id) > ($12, $11) AND next_action < $10" $(, $driver)?);
    };
}

live!(LIVE_OPENED, "id DESC", "id < $11");
by_promise!(LIVE_PROMISED);
by_next_action!(LIVE_NEXT);
live!(OWNER_OPENED, "id DESC", "id < $11", "owned = 1 AND owner = $12");
by_promise!(OWNER_PROMISED, "owned = 1 AND owner = $13");
by_next_action!(OWNER_NEXT, "owned = 1 AND owner = $13");

// $1 limit, $2 service, $3 ward, $4 kind, $5 status, $6 and $7 owner, $8 team, $9 id of the last row of the page before,
// $10 the driver's value.
macro_rules! ended {
    ($name:ident $(, $driver:literal)?) => {
        sql!(
            $name,
            concat!(
                "SELECT ",
                columns!(),
                " FROM cases WHERE live = 0 AND status = $5 AND id < $9",
                $(" AND ", $driver,)?
                " AND CASE WHEN ($2 = '' OR service = $2) AND ($3 = '' OR ward = $3) AND ($4 = '' OR kind = $4)
                    AND ($6 = 0 OR owner = $7) AND ($8 = '' OR team = $8) THEN 1 ELSE 0 END <> 0
                  ORDER BY id DESC LIMIT $1"
            )
        );
    };
}

ended!(ENDED);
ended!(ENDED_OWNER, "owner = $10");
ended!(ENDED_TEAM, "team = $10");
ended!(ENDED_SERVICE, "service = $10");
ended!(ENDED_KIND, "kind = $10");
ended!(ENDED_WARD, "ward = $10");

// $1 limit, $2 service, $3 ward, $4 kind, $5 status, $6 and $7 owner, $8 team, $9 id of the last row of the page before,
// $10 its place in the order.
sql!(
    UNREAD,
    concat!(
        "SELECT ",
        columns!(),
        " FROM cases WHERE unread <> 0 AND (unread, id) > ($10, $9)
          AND CASE WHEN ($2 = '' OR service = $2) AND ($3 = '' OR ward = $3) AND ($4 = '' OR kind = $4)
            AND ($5 = '' OR status = $5) AND ($6 = 0 OR owner = $7) AND ($8 = '' OR team = $8) THEN 1 ELSE 0 END <> 0
          ORDER BY unread, id LIMIT $1"
    )
);

/// In which order a list of live cases comes; ended ones always come newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Newest first.
    Opened,
    /// Soonest promise first.
    Promised,
    /// Soonest next action first.
    Next,
    /// What residents wrote and nobody opened, of live and ended cases: first what speaks of danger, then the oldest.
    Unread,
}

/// Where a page ended: the date it was ordered by, and the id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub at: Micros,
    pub id: Id,
}

/// What a list asks for. Empty texts ask for anything.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Query {
    /// One status; `None` for everything live.
    pub status: Option<Status>,
    pub service: String,
    pub ward: String,
    pub kind: String,
    pub team: String,
    /// Whose; `Some(Id::NONE)` for nobody's.
    pub owner: Option<Id>,
    /// Ended cases too: behind the live ones, or among them where the newest come first.
    pub ended_too: bool,
    pub promised_before: Micros,
    pub next_before: Micros,
    pub order: Order,
    pub after: Option<Cursor>,
    pub limit: usize,
}

impl Query {
    /// Everything live, in this order.
    pub fn live(order: Order, limit: usize) -> Query {
        Query {
            status: None,
            service: String::new(),
            ward: String::new(),
            kind: String::new(),
            team: String::new(),
            owner: None,
            ended_too: false,
            promised_before: Micros::MAX,
            next_before: Micros::MAX,
            order,
            after: None,
            limit,
        }
    }

    /// The status is one that ends a case.
    pub fn is_ended(&self) -> bool {
        self.status.is_some_and(|status| !status.is_live())
    }

    /// The order that counts.
    pub fn ordered_by(&self) -> Order {
        if self.is_ended() && self.order != Order::Unread { Order::Opened } else { self.order }
    }

    /// Where a page that ends with this case ends: at no date where ended cases stand behind the live ones.
    pub fn cursor(&self, last: &Listed) -> Cursor {
        let behind = self.ended_too && !last.status.is_live() && self.order != Order::Opened;
        if behind { Cursor { at: Micros::MAX, id: last.id } } else { last.cursor(self.ordered_by()) }
    }

    /// Whose, if it is asked for somebody's.
    fn somebody(&self) -> Option<Id> {
        self.owner.filter(|owner| !owner.is_none())
    }

    /// The statement for live cases, and the owner it is entered by.
    fn for_live(&self) -> (&'static Sql, Option<Value>) {
        let of_all: [&'static Sql; 3] = [&LIVE_OPENED, &LIVE_PROMISED, &LIVE_NEXT];
        let of_owner: [&'static Sql; 3] = [&OWNER_OPENED, &OWNER_PROMISED, &OWNER_NEXT];
        let owner = self.somebody();
        let [opened, promised, next] = if owner.is_some() { of_owner } else { of_all };
        let statement = match self.order {
            Order::Opened => opened,
            Order::Promised => promised,
            Order::Next => next,
            // Has a statement of its own, whose cases need not be live.
            Order::Unread => opened,
        };
        (statement, owner.map(Value::from))
    }

    /// The statement for ended cases, and the narrowest way in: an owner has fewer cases than a ward, a ward fewer than a
    /// service, and few cases end as nobody's.
    fn for_ended(&self) -> (&'static Sql, Option<Value>) {
        match self {
            Query { owner: Some(owner), .. } => (&ENDED_OWNER, Some(Value::from(*owner))),
            Query { ward, .. } if !ward.is_empty() => (&ENDED_WARD, Some(ward.as_str().into())),
            Query { kind, .. } if !kind.is_empty() => (&ENDED_KIND, Some(kind.as_str().into())),
            Query { team, .. } if !team.is_empty() => (&ENDED_TEAM, Some(team.as_str().into())),
            Query { service, .. } if !service.is_empty() => (&ENDED_SERVICE, Some(service.as_str().into())),
            _ => (&ENDED, None),
        }
    }
}

/// A case as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Listed {
    pub id: Id,
    pub reference: Reference,
    pub title: String,
    pub service: String,
    pub kind: String,
    pub status: Status,
    pub priority: String,
    pub team: String,
    pub owner: Id,
    pub opened: Micros,
    pub dated: bool,
    pub promised: Micros,
    pub next_action: Micros,
    pub ward: String,
    /// 0 when every message of a resident has been opened; less than 0 when one that was not speaks of danger.
    pub unread: Micros,
    /// What whoever reported it first is called; empty where they did not say.
    pub reporter: String,
}

impl Listed {
    /// Where a page that ends with this case ends.
    pub fn cursor(&self, order: Order) -> Cursor {
        let at = match order {
            Order::Opened => 0,
            Order::Promised => self.promised,
            Order::Next => self.next_action,
            Order::Unread => self.unread,
        };
        Cursor { at, id: self.id }
    }
}

fn read(row: Row) -> Result<Listed> {
    let mut c = row.columns();
    Ok(Listed {
        id: c.take()?,
        reference: c.take()?,
        title: c.take()?,
        service: c.take()?,
        kind: c.take()?,
        status: status(c.take()?)?,
        priority: c.take()?,
        team: c.take()?,
        owner: c.take()?,
        opened: c.take()?,
        dated: c.take()?,
        promised: c.take()?,
        next_action: c.take()?,
        ward: c.take()?,
        unread: c.take()?,
        reporter: c.take()?,
    })
}

/// One page of a list.
pub(crate) async fn page(conn: &mut Conn, query: &Query) -> Result<Vec<Listed>> {
    let order = query.ordered_by();
    let status = query.status.map_or("", Status::code);
    let mut values: Vec<Value> = vec![
        query.limit.into(),
        query.service.as_str().into(),
        query.ward.as_str().into(),
        query.kind.as_str().into(),
        status.into(),
        query.owner.is_some().into(),
        query.owner.unwrap_or(Id::NONE).into(),
        query.team.as_str().into(),
    ];
    let first = if order == Order::Opened { Id([0xff; 16]) } else { Id::NONE };
    let after = query.after.unwrap_or(Cursor { at: Micros::MIN, id: first });
    let (statement, entered_by) = if order == Order::Unread {
        values.extend([after.id.into(), after.at.into()]);
        (&UNREAD, None)
    } else if query.is_ended() {
        values.push(after.id.into());
        query.for_ended()
    } else {
        values.extend([query.promised_before.into(), query.next_before.into(), after.id.into()]);
        if order != Order::Opened {
            values.push(after.at.into());
        }
        query.for_live()
    };
    values.extend(entered_by);
    conn.rows(statement, &values).await?.into_iter().map(read).collect()
}
