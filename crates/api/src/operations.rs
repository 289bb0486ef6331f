//! Every operation of the API, in the order of its description.

use crate::operation::{Operation, Scope};
use crate::shapes::{SAFE, STATUSES, count, id, one_of, text};
use crate::{booked, desk, handed, needs, own, public};
use cases::api::desk::LISTS;
use serde_json::{Value, json};

/// The most of a list in one answer.
pub(crate) const MOST: u64 = 100;

fn word() -> Value {
    text(100)
}

fn day() -> Value {
    json!({ "type": "string", "format": "date", "examples": ["2026-12-01"] })
}

/// Every operation.
pub(crate) fn all() -> Vec<Operation> {
    let mut all = public_ones();
    all.extend(own_ones());
    all.extend(booked_ones());
    all.extend(desk_ones());
    all.extend(mail_ones());
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
        get("/api/v1/answers", "api.services", "searchAnswers", public::answers)
            .must_ask("q", text(200))
            .asks("language", one_of(&["en", "cy", "ar"]))
            .gives("KnownAnswers"),
        get("/api/v1/answers/{slug}", "api.services", "getAnswer", public::answer)
            .asks("language", one_of(&["en", "cy", "ar"]))
            .gives("KnownAnswer"),
        get("/api/v1/bookable", "api.services", "listBookable", booked::kinds).gives("Bookable"),
    ]
}

fn own_ones() -> Vec<Operation> {
    let (read, write) = (Scope::OwnRead, Scope::OwnWrite);
    let get = |path, id, run| Operation::get(path, "api.own-read", id, run).needs(read);
    let post = |path, id, run| Operation::post(path, "api.own-write", id, run).needs(write).refuses();
    vec![
        get("/api/v1/account", "getAccount", own::account).gives("Account"),
        get("/api/v1/account/needs", "getNeeds", needs::read).marked().gives("Needs"),
        post("/api/v1/account/needs", "changeNeeds", needs::change)
            .takes("NeedsChange")
            .gives("Needs")
            .reads_again(needs::read)
            .marked()
            .replaces(),
        get("/api/v1/cases", "listOwnCases", own::list)
            .asks("before", id())
            .asks("limit", count(MOST))
            .gives("OwnCases"),
        Operation::get("/api/v1/cases/{ref}", "api.own-case", "getOwnCase", own::one).needs(read).gives("OwnCaseWhole"),
        Operation::get("/api/v1/cases/{ref}/files/{file}", "api.own-file", "getOwnFile", own::file)
            .needs(read)
            .gives_file(),
        Operation::post("/api/v1/files", "api.own-write", "sendFile", own::send_file)
            .needs(write)
            .takes_file()
            .makes("File"),
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

/// A resident's own appointments.
fn booked_ones() -> Vec<Operation> {
    let (read, write, own) = (Scope::OwnRead, Scope::OwnWrite, "api.own-appointment");
    let change = |path, id, run| Operation::post(path, own, id, run).needs(write).marked().replaces().refuses();
    vec![
        Operation::get("/api/v1/bookable/{kind}/times", "api.own-read", "listTimes", booked::times)
            .needs(read)
            .asks("site", word())
            .asks("way", one_of(&["in-person", "phone"]))
            .asks("needs", word())
            .asks("speaks", word())
            .asks("from", day())
            .gives("BookableTimes")
            .checks(),
        Operation::get("/api/v1/appointments", "api.own-read", "listAppointments", booked::list)
            .needs(read)
            .gives("Appointments"),
        Operation::get("/api/v1/appointments/{id}", own, "getAppointment", booked::one)
            .needs(read)
            .marked()
            .gives("Appointment"),
        Operation::post("/api/v1/appointments", "api.own-write", "bookAppointment", booked::book)
            .needs(write)
            .takes("Booking")
            .makes("Appointment")
            .marked()
            .refuses(),
        change("/api/v1/appointments/{id}/move", "moveAppointment", booked::move_to)
            .takes("Moving")
            .gives("Appointment"),
        change("/api/v1/appointments/{id}/cancel", "cancelAppointment", booked::cancel)
            .takes("Nothing")
            .gives("Appointment"),
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
        Operation::get("/api/v1/desk/appointments", "api.desk-appointments", "listDay", desk::day::list)
            .needs(read)
            .asks("site", word())
            .asks("day", day())
            .gives("DayOfSite"),
    ]
}

/// What came, and saying what it belongs to.
fn mail_ones() -> Vec<Operation> {
    let (read, write) = (Scope::DeskRead, Scope::DeskWrite);
    let place = |path, id, run, shape| {
        let place = Operation::post(path, "api.desk-mail", id, run).needs(write).takes(shape);
        place.gives("MailPlaced").replaces().refuses()
    };
    vec![
        Operation::get("/api/v1/desk/mail", "api.desk-mail", "listMail", desk::mail::list)
            .needs(read)
            .asks("list", one_of(&["waiting", "aside", "automatic"]))
            .asks("after", word())
            .asks("limit", count(MOST))
            .gives("MailList"),
        Operation::get("/api/v1/desk/mail/{id}", "api.desk-mail", "getMail", desk::mail::one)
            .needs(read)
            .marked()
            .gives("Mail")
            .refuses(),
        Operation::post("/api/v1/desk/mail/{id}/answer", "api.desk-mail", "answerMail", desk::mail::answer)
            .needs(write)
            .takes("MailAnswer")
            .gives("Mail")
            .reads_again(desk::mail::one)
            .marked()
            .replaces()
            .refuses(),
        Operation::get("/api/v1/desk/mail/{id}/files/{file}", "api.desk-mail", "getMailFile", desk::mail::file)
            .needs(read)
            .gives_file()
            .refuses(),
        place("/api/v1/desk/mail/{id}/case", "placeMailOnCase", desk::mail::on_case, "MailOnCase"),
        place("/api/v1/desk/mail/{id}/resident", "placeMailOnRecord", desk::mail::with_resident, "MailOnRecord"),
        place("/api/v1/desk/mail/{id}/contact", "startContactWithMail", desk::mail::as_contact, "Nothing"),
        place("/api/v1/desk/mail/{id}/aside", "layMailAside", desk::mail::aside, "Nothing"),
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
        get("/api/v1/handed/{id}/files/{file}", "getHandedFile", handed::file).gives_file().refuses(),
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
        Operation::get(
            "/api/v1/desk/cases/{ref}/on-the-spot",
            "api.desk-on-the-spot",
            "getDelegated",
            desk::cases::rules,
        )
        .needs(Scope::DeskRead)
        .gives("Delegated")
        .marked()
        .refuses(),
        act(
            "/api/v1/desk/cases/{ref}/on-the-spot",
            "api.desk-on-the-spot",
            "decideOnTheSpot",
            desk::cases::on_the_spot,
            "DecisionOnTheSpot",
        )
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
