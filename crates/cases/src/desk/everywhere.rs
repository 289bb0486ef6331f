//! A page of the cases that somebody may see, put together from the stretches their roles open.

use crate::access::Part;
use crate::model::Status;
use crate::store::lists::{self, Listed, Order, Query as Asks};
use kit::Result;
use kit::clock::Micros;
use kit::db::Conn;

/// Asks for what the asker may see, a page of it.
pub(crate) async fn everywhere(conn: &mut Conn, parts: &[Part], asks: &Asks) -> Result<Vec<Listed>> {
    if !asks.ended_too {
        return stretches(conn, parts, asks).await;
    }
    let newest_first = asks.order == Order::Opened;
    let begun = asks.after.filter(|after| newest_first || after.at == Micros::MAX);
    let mut found = match begun {
        Some(_) if !newest_first => Vec::new(),
        _ => stretches(conn, parts, asks).await?,
    };
    if newest_first || found.len() < asks.limit {
        for status in Status::ALL.into_iter().filter(|status| !status.is_live()) {
            let ended = Asks { status: Some(status), after: begun, ..asks.clone() };
            found.extend(stretches(conn, parts, &ended).await?);
        }
        // Live ones keep their places before.
        found.sort_by_key(|case| match case.status.is_live() && !newest_first {
            true => None,
            false => Some(std::cmp::Reverse(case.id)),
        });
    }
    found.truncate(asks.limit);
    Ok(found)
}

/// Asks for each stretch the asker may see, and merges them in order.
async fn stretches(conn: &mut Conn, parts: &[Part], asks: &Asks) -> Result<Vec<Listed>> {
    let mut found = Vec::new();
    for part in parts {
        let mut asks = asks.clone();
        match part {
            Part::Everything => {}
            Part::Team(team) => asks.team = team.clone(),
            Part::Service(service) if asks.service.is_empty() || asks.service == *service => {
                asks.service = service.clone();
            }
            Part::Service(_) => continue,
        }
        found.extend(lists::page(conn, &asks).await?);
    }
    match asks.ordered_by() {
        Order::Opened => found.sort_by_key(|case| std::cmp::Reverse(case.id)),
        Order::Promised => found.sort_by_key(|case| (case.promised, case.id)),
        Order::Next => found.sort_by_key(|case| (case.next_action, case.id)),
        Order::Unread => found.sort_by_key(|case| (case.unread, case.id)),
    }
    found.dedup_by_key(|case| case.id);
    found.truncate(asks.limit);
    Ok(found)
}
