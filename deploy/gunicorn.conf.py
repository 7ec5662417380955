"""gunicorn behind nginx: `gunicorn -c deploy/gunicorn.conf.py newsroom.wsgi`."""

import multiprocessing
import os

# On TCP, so that TRUSTED_PROXIES=127.0.0.1 can name who stands in front.
bind = os.environ.get("GUNICORN_BIND", "127.0.0.1:8000")
# nginx holds slow clients, so plain workers suffice; taking in a picture may take 20 s.
workers = int(os.environ.get("GUNICORN_WORKERS", multiprocessing.cpu_count() + 1))
timeout = 60  # seconds
max_requests = 5000  # a worker is replaced after so many, give or take
max_requests_jitter = 500
accesslog = None  # nginx writes one
# What a client says of itself is judged by newsroom.proxies, from TRUSTED_PROXIES.
forwarded_allow_ips = ""
control_socket_disable = True  # systemd restarts and reloads
