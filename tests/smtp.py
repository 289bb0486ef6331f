"""A real SMTP server on loopback for the mail tests.

    . tests/python.sh      # makes target/python with what tests/requirements.txt asks for
    "$GUILDHALL_TEST_PYTHON" tests/smtp.py FOLDER [--port N] [--tls starttls|wrapper] [--auth USER:PASSWORD]

It prints its port, writes every message it takes to FOLDER as NNNN.json (as read by Python's own mail parser), and ends
when its standard input closes, so that it never outlives the test. What it answers depends on the recipient:

    busy-2@…    451 for the first two attempts
    never@…     550 always
    deaf-1@…    takes the first message but the connection breaks before the client hears so
    others      taken

With --tls it makes a certificate authority of its own and leaves its certificate in FOLDER/ca.pem.
"""

import argparse
import asyncio
import email
import email.policy
import json
import os
import re
import ssl
import subprocess
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def text(part):
    """What a part holds; a file's bytes each as one letter."""
    content = part.get_content()
    return content if isinstance(content, str) else content.decode("latin-1")


class Postbox:
    """Takes messages and writes them down."""

    def __init__(self, folder):
        self.folder = folder
        self.attempts = {}
        self.taken = 0

    def attempt(self, address, what):
        """True for the first so many attempts an address like busy-2@… asks for."""
        asked = re.match(what + r"-(\d+)@", address)
        if not asked:
            return False
        self.attempts[address] = self.attempts.get(address, 0) + 1
        return self.attempts[address] <= int(asked.group(1))

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("never@"):
            return "550 5.1.1 No such mailbox here"
        if self.attempt(address, "busy"):
            return "451 4.3.0 Busy, try again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        self.write(server, session, envelope)
        if any(self.attempt(address, "deaf") for address in envelope.rcpt_tos):
            server.transport.abort()
        return "250 2.0.0 Taken"

    def write(self, server, session, envelope):
        raw = envelope.content
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        parts = [part for part in mail.walk() if not part.is_multipart()]
        seen = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": server.transport.get_extra_info("ssl_object") is not None,
            "user": session.auth_data,
            "raw": raw.decode("latin-1"),
            "headers": [[name.lower(), str(value)] for name, value in mail.items()],
            "parts": [
                {
                    "type": part.get_content_type(),
                    "charset": part.get_content_charset(),
                    "text": text(part),
                }
                for part in parts
            ],
        }
        self.taken += 1
        draft = self.folder / "draft"
        draft.write_text(json.dumps(seen), encoding="utf-8")
        draft.rename(self.folder / f"{self.taken:04}.json")


def make_certificates(folder):
    """A certificate authority and a certificate for localhost; returns the server's TLS context."""

    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    openssl("req", "-x509", *new, "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", *new[:5], "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
    (folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n")
    sign = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names"]
    openssl("x509", "-req", "-in", "server.csr", *sign, "-out", "server.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    return context


def authenticator(account):
    """Lets in exactly this user with this password."""
    user, _, password = account.partition(":")

    def check(server, session, envelope, mechanism, data):
        known = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode())
        return AuthResult(success=known, handled=known, auth_data=user)

    return check


async def serve(options):
    options.folder.mkdir(parents=True, exist_ok=True)
    context = make_certificates(options.folder) if options.tls else None
    words = {"hostname": "mail.test", "enable_SMTPUTF8": False}
    if options.tls == "starttls":
        words |= {"tls_context": context, "require_starttls": True}
    if options.auth:
        words |= {"authenticator": authenticator(options.auth), "auth_required": True}
        words |= {"auth_require_tls": options.tls == "starttls"}
    postbox = Postbox(options.folder)
    loop = asyncio.get_running_loop()
    wrapped = context if options.tls == "wrapper" else None
    server = await loop.create_server(lambda: SMTP(postbox, **words), "127.0.0.1", options.port, ssl=wrapped)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.buffer.read)
    os._exit(0)


def main():
    parser = argparse.ArgumentParser(description="A real SMTP server on loopback for the mail tests.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", choices=["starttls", "wrapper"])
    parser.add_argument("--auth", metavar="USER:PASSWORD")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
