"""How gunicorn serves the application: `gunicorn config.wsgi --config python:config.web`.

A stream of calls holds a thread for as long as a screen is open, so there are more threads than requests at a time:
`LINE_STREAMS` of them may be streams, the others serve pages. Streams look once a second whether their process ends.
"""

import os
from typing import Any

PAGES = 8  # threads for everything that is no stream

preload_app = True  # read once and shared by all workers; none of it opens a connection before the fork
worker_class = "gthread"
threads = int(os.environ.get("LINE_STREAMS", "16")) + PAGES
max_requests = 2000
max_requests_jitter = 200
timeout = 30


def post_worker_init(worker: Any) -> None:
    """After the fork: a worker that was told to stop, or has served its number of requests, lets its streams go."""
    from hotline.telephony.hub import hub

    hub.process_ends = lambda: not worker.alive or worker.ppid != os.getppid()
