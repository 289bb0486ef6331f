"""The official client of GOV.UK Notify against our double of it, so that the double is known to be faithful.

    "$GUILDHALL_TEST_PYTHON" tests/notify.py URL KEY TOKEN EMAIL TEXT LETTER

TOKEN is one that Guildhall made: the client's own check must take it. The last calls meet the errors the test has prepared:
429, 500 and 503. It prints "as expected", or fails.
"""

import io
import sys

from notifications_python_client.authentication import decode_jwt_token
from notifications_python_client.errors import HTTP503Error, HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

url, key, token, email, text, letter = sys.argv[1:]
client = NotificationsAPIClient(key, base_url=url)

assert decode_jwt_token(token, key[-36:]) is True


def refused(status, kind, call, *args, of=client, **kwargs):
    try:
        getattr(of, call)(*args, **kwargs)
    except HTTPError as error:
        assert error.status_code == status, (call, error)
        body = error.response.json()
        assert body["status_code"] == status, body
        assert error.message[0]["error"] == kind, error.message
        return error
    raise AssertionError(f"{call} was not refused")


# Messages of each kind, found again.
sent = client.send_sms_notification("07700900123", text, {"body": "Hello"}, reference="one")
assert sent["content"]["body"] == "Hello" and sent["reference"] == "one", sent
assert sent["template"]["id"] == text and sent["uri"].endswith(sent["id"]), sent
words = {"subject": "Your bin", "body": "It is collected."}
sent = client.send_email_notification("ada@a.example", email, words, reference="two")
assert (sent["content"]["subject"], sent["content"]["body"]) == ("Your bin", "It is collected."), sent
address = {"address_line_1": "Ada", "address_line_2": "12 Mill Road", "address_line_3": "CB1 1AA"}
posted = client.send_letter_notification(letter, {**address, **words}, reference="three")
assert posted["content"]["subject"] == "Your bin", posted
pdf = client.send_precompiled_letter_notification("four", io.BytesIO(b"%PDF-1.7 a letter"), postage="first")
assert pdf == {"id": pdf["id"], "reference": "four", "postage": "first"}, pdf
found = client.get_notification_by_id(posted["id"])
assert (found["type"], found["status"], found["line_3"]) == ("letter", "created", "CB1 1AA"), found
found = client.get_all_notifications(reference="two")["notifications"]
assert [one["email_address"] for one in found] == ["ada@a.example"], found
found = client.get_all_notifications(template_type="sms", status="created")["notifications"]
assert [one["reference"] for one in found] == ["one"], found
assert [one["reference"] for one in client.get_all_notifications_iterator()][:2] == ["four", "three"]

# Templates.
assert client.get_template(text)["type"] == "sms"
assert client.get_template_version(letter, 1)["version"] == 1
assert len(client.get_all_templates()["templates"]) == 4
assert client.post_template_preview(email, words)["body"] == "It is collected."
assert client.get_received_texts()["received_text_messages"] == []

# What is wrong with a message.
refused(400, "ValidationError", "send_sms_notification", "07700900123", "not-a-template", {"body": "x"})
refused(400, "ValidationError", "send_sms_notification", "01632 960123", text, {"body": "x"})
refused(400, "ValidationError", "send_email_notification", "ada at home", email, words)
refused(400, "ValidationError", "send_email_notification", "ada@a.example", email, words, reference="r" * 1001)
refused(400, "ValidationError", "send_letter_notification", letter, {"address_line_1": "Ada", **words})
refused(400, "ValidationError", "send_precompiled_letter_notification", "five", io.BytesIO(b"words"))
unknown = "99999999-9999-4999-8999-999999999999"
refused(400, "BadRequestError", "send_sms_notification", "07700900123", unknown, {"body": "x"})
refused(400, "BadRequestError", "send_sms_notification", "07700900123", email, words)
missing = refused(400, "BadRequestError", "send_email_notification", "ada@a.example", email, {"body": "x"})
assert missing.message[0]["message"] == "Missing personalisation: subject", missing.message
refused(404, "NoResultFound", "get_notification_by_id", unknown)
refused(400, "ValidationError", "get_notification_by_id", "not-an-id")

# Who asks.
other = "99999999-9999-4999-8999-999999999999"
stranger = NotificationsAPIClient(f"stranger-{other}-{key[-36:]}", base_url=url)
error = refused(403, "AuthError", "get_all_templates", of=stranger)
assert error.message[0]["message"] == "Invalid token: service not found", error.message
forger = NotificationsAPIClient(f"forger-{key[-73:-37]}-{other}", base_url=url)
error = refused(403, "AuthError", "get_all_templates", of=forger)
assert error.message[0]["message"] == "Invalid token: API key not found", error.message

# Too many, and bad days.
again = ("send_sms_notification", "07700900123", text, {"body": "x"})
refused(429, "RateLimitError", *again)
refused(500, "Exception", *again)
error = refused(503, "Exception", *again)
assert isinstance(error, HTTP503Error)
print("as expected")
