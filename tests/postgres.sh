#!/bin/sh
# A throw-away PostgreSQL for tests and benches: start [--fsync] | restart | stop | url.
#
#   export GUILDHALL_TEST_POSTGRES="$(tests/postgres.sh start)"
#
# start prints the address; when one is already running it prints that one's. It listens on loopback only, on a free
# port, in a folder under TMPDIR that stop removes. Without --fsync nothing reaches the disk for sure: for tests, quick.
# GUILDHALL_POSTGRES_NAME names another one, so that several can run side by side.
set -eu

home="${TMPDIR:-/tmp}/guildhall-postgres-$(id -u)-${GUILDHALL_POSTGRES_NAME:-tests}"
data="$home/data"

fail() {
    echo "postgres.sh: $1" >&2
    exit 1
}

# Debian keeps the programs out of PATH; the newest version wins.
programs() {
    for found in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V -r) "$(dirname "$(command -v postgres || echo /none/x)")"; do
        if [ -x "$found/initdb" ]; then
            echo "$found"
            return
        fi
    done
    fail "no PostgreSQL here; on Debian: apt-get install postgresql"
}

# PostgreSQL refuses to run as root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

running() {
    [ -s "$data/postmaster.pid" ] && kill -0 "$(head -n 1 "$data/postmaster.pid")" 2>/dev/null
}

url() {
    running || fail "not running; start it with: $0 start"
    echo "postgres://postgres@127.0.0.1:$(sed -n 4p "$data/postmaster.pid")/postgres"
}

start() {
    fsync=off
    [ "${1:-}" = "--fsync" ] && fsync=on
    if running; then
        url
        return
    fi
    bin="$(programs)"
    rm -rf "$home"
    mkdir -p "$home"
    [ "$(id -u)" = 0 ] && chown postgres "$home"
    chmod 700 "$home"
    (cd "$home" && as_owner "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N) >"$home/initdb.log" 2>&1 ||
        fail "initdb failed, see $home/initdb.log"
    as_owner tee "$data/postgresql.auto.conf" >/dev/null <<SETTINGS
listen_addresses = '127.0.0.1'
unix_socket_directories = '$data'
max_connections = 500
shared_buffers = 128MB
fsync = $fsync
synchronous_commit = $fsync
full_page_writes = $fsync
SETTINGS
    # A port that is taken makes the start fail: then the next one.
    for attempt in 0 1 2 3 4 5 6 7 8 9; do
        port=$((54000 + ($$ + attempt * 97) % 1000))
        if (cd "$home" && as_owner "$bin/pg_ctl" -D "$data" -o "-p $port" -l "$data/server.log" -w -t 60 start) >/dev/null 2>&1; then
            url
            return
        fi
    done
    fail "did not start, see $data/server.log"
}

# As after a power cut: nothing is finished, and it comes back at the same address.
restart() {
    running || fail "not running; start it with: $0 start"
    port="$(sed -n 4p "$data/postmaster.pid")"
    bin="$(programs)"
    (cd "$home" && as_owner "$bin/pg_ctl" -D "$data" -m immediate -w stop) >/dev/null
    (cd "$home" && as_owner "$bin/pg_ctl" -D "$data" -o "-p $port" -l "$data/server.log" -w -t 60 start) >/dev/null
}

stop() {
    running || return 0
    (cd "$home" && as_owner "$(programs)/pg_ctl" -D "$data" -m immediate -w stop) >/dev/null
    rm -rf "$home"
}

case "${1:-}" in
start) start "${2:-}" ;;
restart) restart ;;
stop) stop ;;
url) url ;;
*) fail "say start [--fsync], restart, stop or url" ;;
esac
