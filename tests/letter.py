"""Sends one mail by SMTP as Python's own client does, for the tests of what the council receives.

    "$GUILDHALL_TEST_PYTHON" tests/letter.py PORT < LETTER

LETTER is JSON: from and to of the envelope, subject, text, more lines of the head, and files with a name, a type and base64.
With report it is what a mail server sends of a mail that it could not deliver (RFC 3464). What it prints is the answer.
"""

import base64
import email
import json
import smtplib
import sys
from email.message import EmailMessage
from email.utils import make_msgid

letter = json.load(sys.stdin)


def ordinary(mail):
    mail.set_content(letter["text"])
    for file in letter.get("files", []):
        kind, _, subtype = file["type"].partition("/")
        mail.add_attachment(base64.b64decode(file["base64"]), maintype=kind, subtype=subtype, filename=file["name"])


def report(mail):
    """Words for people, fields for programs, and the head of the mail that came back."""
    failed = EmailMessage()
    failed["Message-ID"] = letter["report"]["message"]
    status = f"Reporting-MTA: dns; mx.post.example\n\nFinal-Recipient: rfc822; {letter['report']['recipient']}\n"
    status += "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 No such mailbox here\n"
    mail.make_mixed()
    mail.set_param("report-type", "delivery-status")
    mail.replace_header("Content-Type", mail["Content-Type"].replace("multipart/mixed", "multipart/report"))
    for kind, subtype, words in [
        ("text", "plain", letter["text"]),
        ("message", "delivery-status", status),
        ("text", "rfc822-headers", failed.as_string()),
    ]:
        mail.attach(email.message_from_string(f"Content-Type: {kind}/{subtype}\n\n{words}"))


mail = EmailMessage()
mail["From"] = letter.get("sender", letter["from"])
mail["To"], mail["Subject"] = letter["to"], letter["subject"]
mail["Message-ID"] = make_msgid(domain="post.example")
for name, value in letter.get("head", {}).items():
    mail[name] = value
(report if "report" in letter else ordinary)(mail)
try:
    with smtplib.SMTP("127.0.0.1", int(sys.argv[1]), timeout=60) as server:
        server.send_message(mail, from_addr=letter["from"], to_addrs=[letter["to"]])
    print("kept")
except smtplib.SMTPResponseException as answer:
    print("answered", answer.smtp_code)
except smtplib.SMTPRecipientsRefused as refused:
    print("refused", [code for code, _ in refused.recipients.values()])
