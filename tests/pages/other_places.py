"""Two other places to sign in through, on loopback: an OpenID provider and a CAS server, each of one person."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT, SECRET = "yaodian", "a secret between the two"


@dataclass
class Place:
    """What the place says of whoever comes (`claims`), what went wrong with what was asked, and the codes it gave out."""

    claims: dict[str, str]
    address: str = ""
    is_broken: bool = False
    given: dict[str, dict[str, str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def visited(self, asked: str) -> str:
        """What a browser does there: the person agrees, and is sent back to this address."""
        query = {name: value[0] for name, value in parse_qs(urlsplit(asked).query).items()}
        code = f"code-{len(self.given)}"
        self.given[code] = query
        if "service" in query:
            return f"{query['service']}&{urlencode({'ticket': code})}"
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, asked: dict[str, str]) -> dict[str, Any]:
        """The answer of the token endpoint; a code works once, for who asked for it and proves that."""
        query = self.given.pop(asked["code"], {})
        challenge = base64.urlsafe_b64encode(hashlib.sha256(asked.get("code_verifier", "").encode()).digest())
        if query.get("code_challenge") != challenge.decode().rstrip("=") or asked["client_secret"] != SECRET:
            self.wrong.append("token")
            return {"error": "invalid_grant"}
        now = int(time.time())
        told = {**self.claims, "iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60}
        return {"access_token": "one", "token_type": "Bearer", "id_token": jwt.encode(told, "k" * 32, "HS256")}

    def ticket(self, asked: dict[str, str]) -> str:
        """The answer to a CAS ticket; it works once, for the service it was given for."""
        query = self.given.pop(asked["ticket"], {})
        if query.get("service") != asked["service"]:
            self.wrong.append("ticket")
            body = '<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>'
        else:
            attributes = "".join(f"<cas:{k}>{v}</cas:{k}>" for k, v in self.claims.items())
            body = (
                f"<cas:authenticationSuccess><cas:user>{self.claims['sub']}</cas:user>"
                f"<cas:attributes>{attributes}</cas:attributes></cas:authenticationSuccess>"
            )
        return f'<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">{body}</cas:serviceResponse>'


@contextmanager
def place(**claims: str) -> Iterator[Place]:
    """A place that is there while the block runs."""
    made = Place(claims)

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            query = {name: value[0] for name, value in parse_qs(asked.query).items()}
            if made.is_broken:
                self._answer("out of order", 503)
            elif asked.path == "/.well-known/openid-configuration":
                ends = {f"{name}_endpoint": f"{made.address}/{name}" for name in ("authorization", "token", "userinfo")}
                methods = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
                self._answer({"issuer": made.address, "jwks_uri": f"{made.address}/keys", **ends, **methods})
            elif asked.path == "/userinfo":
                self._answer(made.claims)
            elif asked.path == "/cas/p3/serviceValidate":
                self._answer(made.ticket(query))
            else:
                self._answer("nothing here", 404)

        def do_POST(self) -> None:
            asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            told = made.token({name: value[0] for name, value in asked.items()})
            self._answer(told, 400 if "error" in told else 200)

        def _answer(self, told: Any, status: int = 200) -> None:
            body = (told if isinstance(told, str) else json.dumps(told)).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/xml" if isinstance(told, str) else "application/json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing is told on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    made.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
