"""The run on PostgreSQL and Redis leaves nothing running and leaves out only what needs neither."""

import os
import socket
from urllib.parse import urlsplit

import psycopg
import pytest
import redis

from deploy.test_services import services


def test_both_services_answer_and_are_gone_afterwards():
    with services() as variables:
        with psycopg.connect(variables["DATABASE_URL"].replace("postgres://", "postgresql://")) as connection:
            assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
            assert connection.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)
        client = redis.Redis.from_url(variables["REDIS_URL"])
        assert client.ping()
        client.close()
    for name in ("DATABASE_URL", "REDIS_URL"):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", urlsplit(variables[name]).port), timeout=2)


def test_they_are_stopped_as_well_when_the_tests_fail():
    with pytest.raises(ZeroDivisionError), services() as variables:
        port = urlsplit(variables["DATABASE_URL"]).port
        raise ZeroDivisionError
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=2)


def test_the_password_of_the_database_is_needed():
    with services() as variables:
        address = urlsplit(variables["DATABASE_URL"])
        wrong = {"user": "msa", "password": "guess", "dbname": "postgres"}
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(host="127.0.0.1", port=address.port, **wrong)


def test_each_test_process_has_a_directory_of_its_own(data_dir):
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    assert data_dir.name.startswith(f"msa-test-{worker}")
    assert data_dir.is_dir()
