"""Debian packages: found when installed, any alternative will do, and one line for who is not root."""

import os

import pytest

from deploy import system_packages


def test_the_lists_hold_packages_with_alternatives():
    wanted = system_packages.listed("demo-packages.txt") + system_packages.listed("test-packages.txt")
    assert ["libpango-1.0-0"] in wanted
    assert ["libreoffice-calc-nogui", "libreoffice-calc"] in wanted


def test_what_dpkg_does_not_know_is_not_installed():
    assert system_packages.is_installed("dpkg")
    assert not system_packages.is_installed("no-such-package-here")


def test_who_is_not_root_reads_in_one_line_what_to_install(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(system_packages.MissingPackages) as problem:
        system_packages.install(["libpango-1.0-0", "fontconfig"])
    assert str(problem.value) == "Install this first: sudo apt-get install libpango-1.0-0 fontconfig"


def test_services_of_installed_packages_are_kept_off_only_while_installing(monkeypatch, tmp_path):
    policy = tmp_path / "policy-rc.d"
    monkeypatch.setattr(system_packages, "POLICY_FILE", policy)
    with system_packages.services_kept_off():
        assert "exit 101" in policy.read_text()
        assert os.access(policy, os.X_OK)
    assert not policy.exists()


def test_a_policy_that_the_machine_already_has_stays_as_it_is(monkeypatch, tmp_path):
    policy = tmp_path / "policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 0\n")
    monkeypatch.setattr(system_packages, "POLICY_FILE", policy)
    with system_packages.services_kept_off():
        pass
    assert policy.read_text() == "#!/bin/sh\nexit 0\n"
