# Sourced by the benches: builds what they drive, and says where they may keep databases.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tests/need.sh

target=${CARGO_TARGET_DIR:-target}
driver=$target/release/bench-driver
guildhall=$target/release/guildhall
# On the disk that is to be measured; a folder in memory would make every disk look quick.
kept=${GUILDHALL_BENCH_FOLDER:-$target/bench-data}

build_driver() {
    need_rust
    cargo build --release --locked --quiet -p server -p bench-driver
    mkdir -p "$kept"
}

# Everything a bench starts runs on two processors, however many there are.
on_two_cores() {
    if [ "$(nproc)" -gt 2 ]; then taskset -c 0,1 "$@"; else "$@"; fi
}

machine() {
    local memory
    memory=$(awk '/MemTotal/ { printf "%d", $2 / 1048576 }' /proc/meminfo)
    printf '%s, %s processors, %s GB, load average %s\n' "$(date -u +%F)" "$(nproc)" "$memory" "$(cut -d' ' -f1 /proc/loadavg)"
}
