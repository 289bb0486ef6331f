"""The JSON API of a demo council that runs, tried by programs that others wrote.

    . tests/python.sh
    "$GUILDHALL_TEST_PYTHON" tests/api.py http://127.0.0.1:8080 SECONDS

openapi-spec-validator reads the description. Then schemathesis sends what fits it and what does not, with the key of a
resident, of an officer, of an administrator and of another system, and looks at every answer: no fault of the server, nothing
undescribed, nothing wrong let through, nothing answered without a key. The keys are made as people make them, on their pages. What
is told again by webhook goes to a server of our own here, so the demo has to be one that may reach it ([webhooks] private = true).
"""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
from openapi_spec_validator import OpenAPIV31SpecValidator

# The password of everybody in the demo who has one.
PASSWORD = "eastmere marsh walk"


class Browser:
    """A browser that keeps its cookies on a plain connection too."""

    def __init__(self, base):
        self.base, self.cookies = base, {}

    def send(self, method, path, files=None, **fields):
        headers = {"Sec-Fetch-Site": "same-origin"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = requests.request(
            method, self.base + path, headers=headers, data=fields or None, files=files, allow_redirects=False, timeout=30
        )
        for name, value in answer.raw.headers.items():
            if name.lower() == "set-cookie":
                self.cookies.update([value.split(";")[0].split("=", 1)])
        if answer.status_code == 303:
            return self.send("GET", answer.headers["location"])
        assert answer.status_code < 400, (method, path, answer.status_code, answer.text[-3000:])
        return answer.text

    def key(self, path, scopes):
        """A new key, as its page shows it once."""
        page = self.send("POST", path, name=f"schemathesis {os.getpid()}", scopes=scopes, days="30")
        return re.search(r"gh_[0-9a-f]+_[A-Za-z0-9_-]+", page).group(0)


def marigold(base):
    """The browser of a resident who is signed in."""
    browser = Browser(base)
    browser.send("POST", "/sign-in/password", address="marigold@resident.example", password=PASSWORD)
    return browser


def resident(base):
    return marigold(base).key("/account/keys", ["own.read", "own.write"])


def officer_as(base, name):
    """The browser of one of the demo's staff."""
    browser = Browser(base)
    page = browser.send("GET", "/desk/sign-in")
    button = next(part for part in page.split("<button")[1:] if name in part.split("</button>")[0])
    browser.send("POST", "/desk/sign-in/demo", staff=re.search(r'value="([^"]+)"', button).group(1))
    return browser


def officer(base):
    browser = officer_as(base, "Officer Demowick")
    return browser.key("/desk/keys", ["desk.read", "desk.write"])


class Receiver(BaseHTTPRequestHandler):
    """Takes whatever it is told."""

    told = 0

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        Receiver.told += 1
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def administrator(base):
    """The key of an administrator, and the id of a webhook that tells a server of our own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = officer_as(base, "Administrator Demogate")
    key = browser.key("/desk/keys", ["hooks"])
    url = f"http://127.0.0.1:{server.server_port}/"
    browser.send("POST", "/admin/hooks", name="schemathesis", url=url, kinds=["case.opened"])
    hook = next(hook for hook in ask(base, key, "/api/v1/admin/hooks")["hooks"] if hook["url"] == url)
    return key, hook["id"]


def ask(base, key, path):
    answer = requests.get(base + path, headers={"Authorization": f"Bearer {key}"}, timeout=30)
    assert answer.status_code == 200, (path, answer.status_code, answer.text)
    return answer.json()


def appointment(base, key):
    """What can be booked, and one of the resident's own appointments."""
    kind = ask(base, key, "/api/v1/bookable")["kinds"][0]["id"]
    for days in range(0, 28, 7):
        day = datetime.date.today() + datetime.timedelta(days=days)
        times = ask(base, key, f"/api/v1/bookable/{kind}/times?from={day}")
        if times["times"]:
            body = {"kind": kind, "site": times["site"], "way": times["way"], "at": times["times"][-1]["at"], "phone": "07700 900123"}
            head = {"Authorization": f"Bearer {key}"}
            made = requests.post(f"{base}/api/v1/appointments", json=body, headers=head, timeout=30)
            assert made.status_code == 201, made.text
            return kind, made.json()["id"]
    raise AssertionError("nothing can be booked")


def settings(values):
    """What schemathesis fills in where a made-up value would find nothing, and which refusals are right for good data: rules
    that a schema cannot say (what a service asks next, who has a case now) answer with 409, 412 and 422."""
    lines = ["[parameters]"]
    lines += [f'"path.{name}" = {json.dumps(value)}' for name, value in values.items()]
    lines += ["[checks.positive_data_acceptance]"]
    lines += ['expected-statuses = ["2xx", "401", "403", "404", "409", "412", "422", "5xx"]']
    # 428 is what RFC 6585 says where a condition is missing.
    lines += ["[checks.missing_required_header]"]
    lines += ['expected-statuses = ["400", "401", "403", "406", "415", "422", "428"]']
    return "\n".join(lines) + "\n"


def fuzz(base, key, which, values, seconds):
    """Runs schemathesis over these operations; True when it finds nothing."""
    with tempfile.TemporaryDirectory() as folder:
        config = os.path.join(folder, "schemathesis.toml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(settings(values))
        program = os.path.join(os.path.dirname(sys.executable), "schemathesis")
        command = [program, "--config-file", config, "run", f"{base}/api/v1/openapi.json", "--url", base]
        command += which
        command += ["-H", f"Authorization: Bearer {key}", "--phases", "examples,coverage,fuzzing", "--mode", "all"]
        command += ["--max-examples", "15", "--max-time", str(seconds), "--seed", "1974", "--no-color"]
        # Under what a key may ask for in that time (crates/api/src/limits.rs).
        command += ["--rate-limit", "55/s", "--suppress-health-check", "all", "--warnings", "off"]
        return subprocess.run(command, cwd=folder, check=False).returncode == 0


def main():
    base, seconds = sys.argv[1].rstrip("/"), int(sys.argv[2])
    description = requests.get(f"{base}/api/v1/openapi.json", timeout=30).json()
    OpenAPIV31SpecValidator(description).validate()
    own, desk = resident(base), officer(base)
    reference = ask(base, own, "/api/v1/cases")["cases"][0]["reference"]
    case = ask(base, desk, "/api/v1/desk/cases?list=all")["cases"][0]["reference"]
    person = ask(base, own, "/api/v1/account")["id"]
    key, hook = administrator(base)
    kind, booked = appointment(base, own)
    slug = ask(base, own, "/api/v1/answers?q=bin")["answers"][0]["slug"]
    own_things = {"ref": reference, "service": "general-enquiry", "kind": kind, "id": booked, "slug": slug}
    found = fuzz(base, own, ["--include-tag=services", "--include-tag=own"], own_things, seconds)
    found &= fuzz(base, desk, ["--include-tag=desk", "--exclude-path-regex=/admin/"], {"ref": case, "id": person}, seconds)
    found &= fuzz(base, key, ["--include-path-regex=/admin/"], {"id": hook}, seconds)
    # Here, since what is imported begins with what stands above.
    from connector import handed

    system, one = handed(base, own)
    found &= fuzz(base, system, ["--include-tag=handed"], {"id": one}, seconds)
    assert Receiver.told > 0, "nothing was told again"
    sys.exit(0 if found else 1)


if __name__ == "__main__":
    main()
