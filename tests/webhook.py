"""Webhooks of a demo council that runs, received as the library of the standard reads them.

    . tests/python.sh
    "$GUILDHALL_TEST_PYTHON" tests/webhook.py http://127.0.0.1:8080

A server of its own refuses what it is told the first time, and takes it the second. `standardwebhooks` checks each signature with
the secret that the administrator's page shows; with another secret, and with a word changed, it refuses.
"""

import html
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import requests
from api import Browser, officer_as, resident
from standardwebhooks import Webhook, WebhookVerificationError

received = []


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        received.append((dict(self.headers.items()), body))
        self.send_response(500 if len(received) == 1 else 204)
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    base = sys.argv[1].rstrip("/")
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    admin = officer_as(base, "Administrator Demogate")
    page = admin.send("POST", "/admin/hooks", name="Receiver", url=f"http://127.0.0.1:{server.server_port}/", kinds=["case.opened"])
    secret = html.unescape(re.search(r"whsec_[A-Za-z0-9+/=&#;]+", page).group(0))
    key = resident(base)
    body = {"answers": {"about": "other", "message": "A question.", "date_matters": False}}
    headers = {"Authorization": f"Bearer {key}"}
    sent = requests.post(f"{base}/api/v1/services/general-enquiry/submit", json=body, headers=headers, timeout=30)
    assert sent.status_code == 201, sent.text
    until = time.time() + 60
    while len(received) < 2 and time.time() < until:
        time.sleep(0.2)
    assert len(received) == 2, received
    ids = {headers["webhook-id"] for headers, _ in received}
    assert len(ids) == 1, ids
    for headers, body in received:
        said = Webhook(secret).verify(body, headers)
        assert said["type"] == "case.opened" and said["data"]["reference"] == sent.json()["reference"], said
        assert "A question." not in body
        for wrong, text in [("whsec_" + "A" * 43 + "=", body), (secret, body.replace("opened", "closed"))]:
            try:
                Webhook(wrong).verify(text, headers)
            except WebhookVerificationError:
                continue
            raise AssertionError("a wrong signature is taken")


main()
