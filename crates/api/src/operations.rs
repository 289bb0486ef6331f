//! Every operation of the API, in the order of its description.

use crate::operation::{Operation, Scope};
use crate::shapes::{SAFE, STATUSES, count, id, one_of, text};
use crate::{desk, handed, own, public};
use cases::api::desk::LISTS;
use serde_json::Value;

/// The most of a list in one answer.
pub(crate) const MOST: u64 = 100;

fn word() -> Value {
    text(100)
}

/// Every operation.
pub(crate) fn all() -> Vec<Operation> {
    let mut all = public_ones();
    all.extend(own_ones());
    all.extend(desk_ones());
    all.extend(actions());
    all.extend(hook_ones());
    all.extend(handed_ones());
    all
}

fn public_ones() -> Vec<Operation> {
    let get = Operation::get;
    vec![
        get("/api/v1/services", "api.services", "listServices", public::list).gives("Services"),
        get("/api/v1/services/{service}", "api.services", "getService", public::one).gives("ServiceWhole"),
    ]
}

fn own_ones() -> Vec<Operation> {
    let (read, write) = (Scope::OwnRead, Scope::OwnWrite);
    let get = |path, id, run| Operation::get(path, "api.own-read", id, run).needs(read);
    let post = |path, id, run| Operation::post(path, "api.own-write", id, run).needs(write).refuses();
    vec![
        get("/api/v1/account", "getAccount", own::account).gives("Account"),
        get("/api/v1/cases", "listOwnCases", own::list)
            .asks("before", id())
            .asks("limit", count(MOST))
            .gives("OwnCases"),
        Operation::get("/api/v1/cases/{ref}", "api.own-case", "getOwnCase", own::one).needs(read).gives("OwnCaseWhole"),
        post("/api/v1/services/{service}/submit", "submitService", own::submit).takes("Submission").makes("Received"),
        Operation {
            action: "api.own-case-write",
            ..post("/api/v1/cases/{ref}/message", "writeAboutOwnCase", own::message)
        }
        .takes("OwnMessage")
        .gives("Done"),
        Operation {
            action: "api.own-case-write",
            ..post("/api/v1/cases/{ref}/withdraw", "withdrawOwnCase", own::withdraw)
        }
        .takes("OwnWithdrawal")
        .gives("Done"),
        Operation { action: "api.own-case-write", ..post("/api/v1/cases/{ref}/reopen", "reopenOwnCase", own::reopen) }
            .takes("OwnReopening")
            .gives("Done"),
    ]
}

fn desk_ones() -> Vec<Operation> {
    let (read, write) = (Scope::DeskRead, Scope::DeskWrite);
    vec![
        Operation::get("/api/v1/desk/cases", "api.desk-cases", "listCases", desk::cases::list)
            .needs(read)
            .asks("list", one_of(&LISTS))
            .asks("service", word())
            .asks("status", one_of(&STATUSES))
            .asks("ward", word())
            .asks("kind", word())
            .asks("owner", id())
            .asks("sort", one_of(&["promised", "next", "opened"]))
            .asks("after", word())
            .asks("limit", count(MOST))
            .gives("DeskCases"),
        Operation::get("/api/v1/desk/cases/{ref}", "api.desk-case", "getCase", desk::cases::one)
            .needs(read)
            .marked()
            .gives("DeskCaseWhole"),
        Operation::get("/api/v1/desk/residents", "api.desk-people", "findResidents", desk::people::find)
            .needs(read)
            .must_ask("q", text(200))
            .gives("Found"),
        Operation::get("/api/v1/desk/residents/{id}", "api.desk-record", "getResident", desk::people::record)
            .needs(read)
            .refuses()
            .gives("Resident"),
        Operation::post("/api/v1/desk/residents/{id}/open", "api.desk-people", "openResident", desk::people::open)
            .needs(write)
            .takes("Opening")
            .gives("Opened"),
        Operation::post("/api/v1/desk/contacts", "api.desk-contacts", "startContact", desk::contacts::start)
            .needs(write)
            .takes("ContactStart")
            .makes("Contact"),
        Operation::post(
            "/api/v1/desk/contacts/{id}/finish",
            "api.desk-contacts",
            "finishContact",
            desk::contacts::finish,
        )
        .needs(write)
        .takes("ContactFinish")
        .gives("Contact"),
        Operation::get("/api/v1/desk/knowledge", "api.desk-knowledge", "searchKnowledge", desk::known::search)
            .needs(read)
            .must_ask("q", text(200))
            .asks("language", one_of(&["en", "cy", "ar"]))
            .gives("KnownAnswers"),
    ]
}

fn hook_ones() -> Vec<Operation> {
    use crate::hooks::program;
    let (all, one) = ("api.hooks-program", "api.hook-program");
    vec![
        Operation::get("/api/v1/admin/hooks", all, "listHooks", program::list).needs(Scope::Hooks).gives("Hooks"),
        Operation::get("/api/v1/admin/hooks/{id}/deliveries", one, "listDeliveries", program::deliveries)
            .needs(Scope::Hooks)
            .asks("before", count(SAFE))
            .asks("limit", count(MOST))
            .gives("Deliveries"),
        Operation::post("/api/v1/admin/hooks/{id}/replay", one, "replayHook", program::again)
            .needs(Scope::Hooks)
            .takes("Replay")
            .gives("Replayed")
            .refuses(),
    ]
}

/// What a system says of the cases that were handed to it.
fn handed_ones() -> Vec<Operation> {
    let action = "api.handed";
    let get = |path, id, run| Operation::get(path, action, id, run).needs(Scope::Handed);
    let post = |path, id, run, shape| {
        Operation::post(path, action, id, run).needs(Scope::Handed).takes(shape).gives("Handed").refuses()
    };
    vec![
        get("/api/v1/handed", "listHanded", handed::list)
            .asks("state", one_of(&cases::handed::State::ALL.map(cases::handed::State::code)))
            .asks("after", id())
            .asks("limit", count(MOST))
            .gives("HandedList"),
        get("/api/v1/handed/{id}", "getHanded", handed::one).gives("HandedWhole"),
        post("/api/v1/handed/{id}/accept", "acceptHanded", handed::accept, "HandedAcceptance"),
        post("/api/v1/handed/{id}/refuse", "refuseHanded", handed::refuse, "HandedRefusal"),
        post("/api/v1/handed/{id}/update", "updateHanded", handed::update, "HandedUpdate"),
        post("/api/v1/handed/{id}/done", "finishHanded", handed::done, "HandedEnd"),
    ]
}

/// What staff do with a case: each asks the same as its page.
fn actions() -> Vec<Operation> {
    let act = |path, action, id, run, shape| {
        Operation::post(path, action, id, run).needs(Scope::DeskWrite).takes(shape).gives("Done").marked().refuses()
    };
    vec![
        act("/api/v1/desk/cases/{ref}/note", "api.desk-note", "noteOnCase", desk::cases::note, "Note"),
        act("/api/v1/desk/cases/{ref}/message", "api.desk-note", "messageAboutCase", desk::cases::message, "Message")
            .replaces(),
        act("/api/v1/desk/cases/{ref}/assign", "api.desk-note", "assignCase", desk::cases::assign, "Assignment")
            .replaces(),
        act("/api/v1/desk/cases/{ref}/plan", "api.desk-act", "planCase", desk::cases::plan, "Plan").replaces(),
        act("/api/v1/desk/cases/{ref}/decide", "api.desk-act", "decideCase", desk::cases::decide, "Decision")
            .replaces(),
        act(
            "/api/v1/desk/cases/{ref}/hand-over",
            "api.desk-act",
            "handOverCase",
            desk::cases::hand_over,
            "HandingOver",
        )
        .replaces(),
        act("/api/v1/desk/cases/{ref}/take-back", "api.desk-act", "takeBackCase", desk::cases::take_back, "TakingBack")
            .replaces(),
        act("/api/v1/desk/cases/{ref}/close", "api.desk-act", "closeCase", desk::cases::close, "Nothing").replaces(),
        act("/api/v1/desk/cases/{ref}/reopen", "api.desk-act", "reopenCase", desk::cases::reopen, "Reopening")
            .replaces(),
    ]
}
