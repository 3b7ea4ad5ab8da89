"""Somebody with a browser who keeps a ledger of what the Hub told them."""
import http.client
import re
import urllib.parse

from hub import PASSWORD

BOUNDARY = "between-the-parts-of-a-form"


class Person:
    def __init__(self, port, email):
        self.port = port
        self.email = email
        self.cookies = {}
        self.csrf = ""

    def send(self, method, path, body=None, kind="application/x-www-form-urlencoded", accept="text/html"):
        """Status, Location, body. Raises OSError or HTTPException where no whole answer came."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            headers = {"Accept": accept, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            if body is not None:
                headers["Content-Type"] = kind
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8")
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, value = cookie.split(";")[0].split("=", 1)
                self.cookies[name] = value
            if token := re.search(r'name="csrf" value="([^"]+)"', text):
                self.csrf = token[1]
            return answer.status, answer.headers.get("Location"), text
        finally:
            connection.close()

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, fields=(), accept="text/html"):
        return self.send("POST", path, urllib.parse.urlencode([("csrf", self.csrf), *fields]), accept=accept)

    def post_file(self, path, filename, text, fields):
        named = [f'name="{name}"\r\n\r\n{value}' for name, value in [("csrf", self.csrf), *fields]]
        named.append(f'name="file"; filename="{filename}"\r\n\r\n{text}')
        body = "".join(f"--{BOUNDARY}\r\nContent-Disposition: form-data; {part}\r\n" for part in named) + f"--{BOUNDARY}--\r\n"
        return self.send("POST", path, body.encode(), f"multipart/form-data; boundary={BOUNDARY}")

    def sign_in(self):
        self.get("/sign-in")
        status, location, _ = self.post("/sign-in", [("email", self.email), ("password", PASSWORD)])
        assert status == 303, status
        self.get("/account/password")  # any page: it brings the session's token
