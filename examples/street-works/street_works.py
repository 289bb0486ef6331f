#!/usr/bin/env python3
"""A small contractor's system that takes cases from Guildhall: a worked example to copy. Python's own library is all it needs.

    python3 street_works.py --council http://127.0.0.1:8080 --port 8090 --store works.db \\
        --secret-file webhook.secret --key-file handed.key

It is told of a case by a signed webhook, writes it into a store of its own before it answers, takes it under a number of its own
or refuses what it does not do, fetches the pictures that came with it, says how it goes, and ends it. What people write about a case
while it has it, it is told too. What it has to say waits in the store too, one after the other for
each case, until the council has taken it; so it may be killed at any moment, and so may the council. See docs/connector.md.
"""

import argparse
import base64
import datetime
import hashlib
import hmac
import http.client
import json
import signal
import sqlite3
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# A webhook older than this, in seconds, is not believed.
TOLERANCE = 300
# Seconds between two tries, at first and at most.
WAIT, LONGEST = 0.2, 30.0

SCHEMA = """
CREATE TABLE IF NOT EXISTS told (id TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS jobs (number INTEGER PRIMARY KEY AUTOINCREMENT, handover TEXT NOT NULL UNIQUE, reference TEXT NOT NULL,
    kind TEXT NOT NULL, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS says (id INTEGER PRIMARY KEY AUTOINCREMENT, handover TEXT NOT NULL, verb TEXT NOT NULL,
    body TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'waits', tries INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL DEFAULT 0,
    answer TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS files (id TEXT PRIMARY KEY, handover TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS heard (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, handover TEXT NOT NULL,
    at TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS says_waiting ON says (handover, id) WHERE state = 'waits';
"""


class Store:
    """What must not be lost. A change is on the disk when its block ends."""

    def __init__(self, path):
        self.lock = threading.Lock()
        self.db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.executescript(SCHEMA)

    def __enter__(self):
        self.lock.acquire()
        self.db.execute("BEGIN IMMEDIATE")
        return self.db

    def __exit__(self, kind, *_):
        try:
            self.db.execute("ROLLBACK" if kind else "COMMIT")
        finally:
            self.lock.release()


def is_signed(secret, headers, body, now):
    """Whether this was signed by the council, as Standard Webhooks has it, and not long ago."""
    try:
        told, at = headers["webhook-id"], headers["webhook-timestamp"]
        if abs(now - int(at)) > TOLERANCE:
            return False
        key = base64.b64decode(secret.removeprefix("whsec_"))
        wanted = hmac.new(key, f"{told}.{at}.".encode() + body, hashlib.sha256).digest()
        given = [part.removeprefix("v1,") for part in headers["webhook-signature"].split() if part.startswith("v1,")]
        return any(hmac.compare_digest(base64.b64decode(one), wanted) for one in given)
    except (KeyError, TypeError, ValueError):
        return False


class Works:
    """What the contractor does: the plan for each kind of case."""

    def __init__(self, store, kinds, keeps, outcome):
        self.store, self.kinds, self.keeps, self.outcome = store, kinds, keeps, outcome

    def take_in(self, told, said):
        """Writes down what a webhook says, once."""
        data, kind = said["data"], said["type"]
        handover = data.get("handover")
        with self.store as db:
            if db.execute("INSERT OR IGNORE INTO told VALUES (?)", (told,)).rowcount == 0 or not handover:
                return
            if kind == "case.handed-over":
                self.hand_over(db, handover)
            elif kind == "case.taken-back":
                # What was still to be said of it is nobody's business any more.
                db.execute("UPDATE says SET state = 'dropped' WHERE handover = ? AND state = 'waits'", (handover["id"],))
                db.execute("UPDATE jobs SET state = 'taken back' WHERE handover = ?", (handover["id"],))
            elif kind == "case.messaged" and "message" in handover:
                self.hear(db, handover["id"], handover["message"])

    def fetch(self, db, handover, files):
        for file in files:
            row = (handover, "file", json.dumps(file))
            db.execute("INSERT INTO says (handover, verb, body) VALUES (?, ?, ?)", row)

    def hear(self, db, handover, message):
        row = (message["id"], handover, message["at"], message["text"])
        db.execute("INSERT OR IGNORE INTO heard (id, handover, at, text) VALUES (?, ?, ?, ?)", row)
        self.fetch(db, handover, message["files"])

    def hand_over(self, db, handover):
        def say(verb, **body):
            row = (handover["id"], verb, json.dumps(body))
            db.execute("INSERT INTO says (handover, verb, body) VALUES (?, ?, ?)", row)

        kind = handover.get("kind", "")
        if kind not in self.kinds:
            say("refuse", reason=f"We do not do this kind of work: {kind or 'not said'}.")
            return
        self.fetch(db, handover["id"], handover["files"])
        row = (handover["id"], handover["reference"], kind, "taken")
        number = db.execute("INSERT INTO jobs (handover, reference, kind, state) VALUES (?, ?, ?, ?)", row).lastrowid
        day = datetime.date.today() + datetime.timedelta(days=7)
        while day.weekday() > 4:
            day += datetime.timedelta(days=1)
        say("accept", number=f"SW-{number:06}")
        say("update", update=1, status="planned", date=day.isoformat())
        if kind in self.keeps:
            return
        say("update", update=2, status="started", note="Our people are on their way.")
        say("done", outcome=self.outcome, note="We mended it.")


class Sender(threading.Thread):
    """Says to the council what waits, one after the other for each case."""

    def __init__(self, store, council, key, pace):
        super().__init__(daemon=True)
        self.store, self.council, self.key, self.pace = store, council.rstrip("/"), key, pace

    def run(self):
        while True:
            time.sleep(self.pace if self.say_some() else max(self.pace, 0.1))

    def say_some(self):
        """Says the next of every case; whether there was anything to say."""
        with self.store as db:
            ready = db.execute(
                "SELECT id, handover, verb, body, tries FROM says AS one WHERE state = 'waits' AND due <= ? AND id ="
                " (SELECT min(id) FROM says WHERE handover = one.handover AND state = 'waits') ORDER BY id LIMIT 100",
                (time.time(),),
            ).fetchall()
        for row in ready:
            self.say(*row)
        return bool(ready)

    def say(self, row, handover, verb, body, tries):
        if verb == "file":
            status, answer = self.fetch(handover, json.loads(body))
        else:
            status, answer = self.post(f"/api/v1/handed/{handover}/{verb}", row, body)
        with self.store as db:
            if verb == "file" and status in (404, 409):
                # It is gone, or the case is not ours any more: that is no reason to be silent about the case.
                db.execute("UPDATE says SET state = 'gone', answer = ? WHERE id = ?", (answer, row))
            elif 200 <= status < 300:
                db.execute("UPDATE says SET state = 'said', answer = ? WHERE id = ?", (answer, row))
            elif status in (400, 404, 409, 413, 415, 422):
                # Said again it would be refused again: a person has to look. What comes after it has no ground to stand on.
                update = "UPDATE says SET state = 'refused', answer = ? WHERE handover = ? AND id >= ? AND state = 'waits'"
                db.execute(update, (answer, handover, row))
            else:
                due = time.time() + min(WAIT * 2**tries, LONGEST)
                db.execute("UPDATE says SET tries = min(tries + 1, 20), due = ? WHERE id = ?", (due, row))

    def fetch(self, handover, file):
        """A picture or document, kept once it is whole. It can be had only while the case is ours, and with our key alone."""
        request = urllib.request.Request(self.council + file["path"], headers={"Authorization": f"Bearer {self.key}"})
        status, brought = self.open(request)
        if status != 200:
            return status, brought.decode(errors="replace")
        if hashlib.sha256(brought).hexdigest() != file["sha256"]:
            return 0, "it came in pieces"
        with self.store as db:
            row = (file["id"], handover, file["name"], brought)
            db.execute("INSERT OR IGNORE INTO files (id, handover, name, bytes) VALUES (?, ?, ?, ?)", row)
        return 200, ""

    def post(self, path, row, body):
        # The same name for the same thing, also after a restart: the council does it once.
        name = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{path}#{row}"))
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", "Idempotency-Key": name}
        request = urllib.request.Request(self.council + path, body.encode(), headers, method="POST")
        status, answer = self.open(request)
        return status, answer.decode(errors="replace")

    def open(self, request):
        try:
            with urllib.request.urlopen(request, timeout=20) as reply:
                return reply.status, reply.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()
        except (OSError, http.client.HTTPException) as cause:
            return 0, str(cause).encode()


def receiver(works, secret):
    """What the council tells: taken with 204 once it is on the disk."""

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(min(int(self.headers.get("content-length") or 0), 1_000_000))
            self.send_response(self.taken(body))
            self.end_headers()

        def taken(self, body):
            if not is_signed(secret, self.headers, body, time.time()):
                return 401
            try:
                works.take_in(self.headers["webhook-id"], json.loads(body))
            except (KeyError, TypeError, ValueError):
                return 400
            return 204

        def log_message(self, *_):
            pass

    return Receiver


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--council", required=True, help="where Guildhall answers")
    asked.add_argument("--port", type=int, default=8090, help="where the webhook comes in; 0 for any free port")
    asked.add_argument("--store", required=True, help="the file with everything that must not be lost")
    asked.add_argument("--secret-file", required=True, help="the webhook's secret, from its page")
    asked.add_argument("--key-file", required=True, help="the key to answer with, shown once on the same page")
    asked.add_argument("--takes", default="pothole,pavement,drain,sign", help="kinds of cases, the others are refused")
    asked.add_argument("--keeps", default="", help="kinds of cases that are planned and not done yet")
    asked.add_argument("--outcome", default="mended", help="what a case ends with")
    asked.add_argument("--pace", type=float, default=1.0, help="seconds between two things said")
    asked = asked.parse_args()
    read = lambda path: open(path, encoding="utf-8").read().strip()
    store = Store(asked.store)
    works = Works(store, set(asked.takes.split(",")), set(asked.keeps.split(",")), asked.outcome)
    Sender(store, asked.council, read(asked.key_file), asked.pace).start()
    server = ThreadingHTTPServer(("127.0.0.1", asked.port), receiver(works, read(asked.secret_file)))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
