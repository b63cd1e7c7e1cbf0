from http.server import HTTPServer
from threading import Thread
from urllib.request import urlopen

from greeting.server import Handler


def test_greets_over_http():
    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    assert urlopen(f"{base}/?name=Ada").read() == b"Hello, Ada!"
    assert urlopen(f"{base}/").read() == b"Hello!"
    server.shutdown()
