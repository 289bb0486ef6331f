"""A demo council that runs, and a contractor's system beside it: what people and programs do around `examples/street-works`.

    . tests/python.sh
    "$GUILDHALL_TEST_PYTHON" tests/connector.py http://127.0.0.1:8080 setup PORT POTHOLES SIGNS
    "$GUILDHALL_TEST_PYTHON" tests/connector.py http://127.0.0.1:8080 picture PORT
    "$GUILDHALL_TEST_PYTHON" tests/connector.py http://127.0.0.1:8080 write KEY REFERENCE WORDS…
    "$GUILDHALL_TEST_PYTHON" tests/connector.py http://127.0.0.1:8080 hand KEY REFERENCE…
    "$GUILDHALL_TEST_PYTHON" tests/connector.py http://127.0.0.1:8080 read KEY REFERENCE…

`setup` makes the webhook at PORT, lets it take cases, reports so many potholes and signs, and prints everything as JSON. `hand`
hands each case over, again and again until it is answered, since the council may be down. `read` prints what happened to each.
`picture` makes the same webhook and reports a drain on the pages, with a picture; `write` writes about it, as whoever reported it.
"""

import base64
import html
import json
import re
import sys
import time
import uuid

import requests
from api import marigold, officer_as, resident


def kept(pattern, page):
    return html.unescape(re.search(pattern, page).group(0))


def report(base, key, kind, number):
    """One report, and its reference. They lie far apart, so that none joins another."""
    answers = {
        "kind": kind,
        "hurt_now": False,
        "place": {"point": f"{52.19 + (number % 6) * 0.004:.4f}, {0.10 + (number // 6) * 0.006:.4f}"},
        "description": "Secret words of a resident.",
    }
    if kind == "pothole":
        answers |= {"hole_depth": "fist", "hole_where": "road"}
    body = {"answers": answers, "nearby": "different"}
    answer = requests.post(
        f"{base}/api/v1/services/street-problem/submit", json=body, headers={"Authorization": f"Bearer {key}"}, timeout=30
    )
    assert answer.status_code == 201, answer.text
    return answer.json()["reference"]


def takes(base, url):
    """Makes a webhook that takes cases; its secret, and the key its system answers with."""
    admin = officer_as(base, "Administrator Demogate")
    page = admin.send("POST", "/admin/hooks", name="Kerbside Works", url=url, kinds=["case.handed-over"])
    hook = re.search(r"/admin/hooks/([0-9a-f]{32})/takes", page).group(1)
    # In the place of the demo's own, which has cases and no webhook.
    fields = {"code": "street-works", "known": "Kerbside Works", "instead": "yes"}
    taken = admin.send("POST", f"/admin/hooks/{hook}/takes", **fields)
    return kept(r"whsec_[A-Za-z0-9+/=&#;]+", page), kept(r"gh_[0-9a-f]+_[A-Za-z0-9_-]+", taken)


def owner(base):
    return officer_as(base, "Owner Demoford").key("/desk/keys", ["desk.read", "desk.write"])


def setup(base, port, potholes, signs):
    secret, key = takes(base, f"http://127.0.0.1:{port}/")
    own = resident(base)
    every = ["pothole"] * potholes + ["sign"] * signs
    references = [report(base, own, kind, number) for number, kind in enumerate(every)]
    said = {"secret": secret, "key": key, "desk": owner(base)}
    print(json.dumps(said | {"potholes": references[:potholes], "signs": references[potholes:]}))


# A picture of one pixel.
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")

# What is answered on the pages, by the name of the field.
ANSWERS = {
    "kind": "drain",
    "hurt_now": "no",
    "place-street": "12 Mill Road",
    "place-point": "52.1950, 0.1310",
    "description": "Secret words of a resident.",
    "contact-name": "Marigold Example",
    "contact-way": "none",
}


def picture(base, port):
    """Reports a drain page by page, with a picture."""
    secret, key = takes(base, f"http://127.0.0.1:{port}/")
    own = marigold(base)
    page = own.send("GET", "/services/street-problem")
    for _ in range(12):
        # The first form that leads on.
        form = next(form for form in re.findall(r'<form method="post" action="/forms/.*?</form>', page, re.S) if "type=\"submit\"" in form)
        action = html.unescape(re.search(r'action="([^"]+)"', form).group(1))
        fields = {}
        for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form):
            fields.setdefault(name, []).append(html.unescape(value))
        fields |= {name: value for name, value in ANSWERS.items() if f'name="{name}"' in form}
        files = {"photos": ("drain.png", PIXEL, "image/png")} if 'name="photos"' in form else None
        page = own.send("POST", action, files=files, **fields)
        if action.endswith("/submit"):
            break
    own = own.key("/account/keys", ["own.read", "own.write"])
    newest = Desk(base, own).ask("GET", "/api/v1/cases").json()["cases"][0]
    assert action.endswith("/submit"), (action, newest)
    said = {"secret": secret, "key": key, "own": own, "desk": owner(base), "reference": newest["reference"]}
    print(json.dumps(said))


def write(base, key, reference, words):
    for text in words:
        answer = Desk(base, key).ask("POST", f"/api/v1/cases/{reference}/message", {"text": text})
        assert answer.status_code == 200, answer.text


def handed(base, own):
    """A case in the hands of another system: the key of that, and what it calls the case by."""
    _, key = takes(base, "https://works.example/hook")
    reference = report(base, own, "pothole", 0)
    Desk(base, owner(base)).change(reference, "hand-over", {"system": "street-works"})
    return key, Desk(base, key).ask("GET", "/api/v1/handed").json()["handed"][0]["id"]


class Desk:
    """A program of somebody at the desk that does not give up."""

    def __init__(self, base, key):
        self.base, self.key = base, key

    def ask(self, method, path, body=None, **headers):
        headers |= {"Authorization": f"Bearer {self.key}"}
        until = time.time() + 120
        while True:
            try:
                answer = requests.request(method, self.base + path, json=body, headers=headers, timeout=10)
                if answer.status_code < 500:
                    return answer
            except requests.RequestException:
                pass
            assert time.time() < until, path
            time.sleep(0.1)

    def change(self, reference, verb, body):
        """Does it once, whoever was killed in the middle."""
        name = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{reference}/{verb}"))
        path = f"/api/v1/desk/cases/{reference}"
        for _ in range(50):
            mark = self.ask("GET", path).headers["etag"]
            answer = self.ask("POST", f"{path}/{verb}", body, **{"If-Match": mark, "Idempotency-Key": name})
            if answer.status_code == 200:
                return
            assert answer.status_code == 412, (reference, verb, answer.status_code, answer.text)
        raise AssertionError(f"{reference} was never {verb}ed")


def hand(base, key, references):
    desk = Desk(base, key)
    for reference in references:
        desk.change(reference, "hand-over", {"system": "street-works"})


def read(base, key, references):
    desk = Desk(base, key)
    said = {}
    for reference in references:
        case = desk.ask("GET", f"/api/v1/desk/cases/{reference}").json()
        titles = [one["title"] for one in reversed(case["timeline"])]
        said[reference] = {"status": case["status"], "outcome": case["outcome"], "titles": titles}
    print(json.dumps(said))


if __name__ == "__main__":
    base, verb, rest = sys.argv[1].rstrip("/"), sys.argv[2], sys.argv[3:]
    if verb == "setup":
        setup(base, int(rest[0]), int(rest[1]), int(rest[2]))
    elif verb == "picture":
        picture(base, int(rest[0]))
    elif verb == "write":
        write(base, rest[0], rest[1], rest[2:])
    elif verb == "hand":
        hand(base, rest[0], rest[1:])
    else:
        read(base, rest[0], rest[1:])
