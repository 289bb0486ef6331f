# Sourced by ./run and ./check: brings what a fresh Debian machine lacks. Each need is a name and what proves it is there.

say() {
    printf '\n\033[1m%s\033[0m\n' "$*"
}

stop_with() {
    printf '%s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        stop_with "This needs root and there is no sudo: $*"
    fi
}

# need_package PACKAGE TEST…: installs the Debian package unless the test succeeds.
need_package() {
    local package=$1
    shift
    if "$@" >/dev/null 2>&1; then return; fi
    command -v apt-get >/dev/null || stop_with "Please install $package; without apt-get this script cannot."
    if [ -z "${packages_listed:-}" ]; then
        as_root apt-get update -qq
        packages_listed=yes
    fi
    say "installing $package"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    "$@" >/dev/null 2>&1 || stop_with "$package was installed, but this still fails: $*"
}

need_rust() {
    export PATH="$HOME/.cargo/bin:$PATH"
    command -v cargo >/dev/null || stop_with "Rust is missing. Install it with rustup (see rust-lang.org), then try again."
    need_package build-essential cc --version
}

node_is_new_enough() {
    node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'
}

need_node() {
    need_package nodejs command -v node
    need_package npm command -v npm
    node_is_new_enough || stop_with "Node.js 20 or newer is needed; this is $(node --version)."
}

# newer_than STAMP PATH…: true when a file below the paths is newer than the stamp, or there is no stamp.
newer_than() {
    local stamp=$1
    shift
    [ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -type f -not -path '*/node_modules/*' -print -quit)" ]
}

# The styles and scripts in static/, built only when something they are made of has changed.
build_web() {
    if newer_than web/node_modules/.package-lock.json web/package-lock.json; then
        say "fetching what the styles are made of"
        npm ci --prefix web --no-audit --no-fund --loglevel=error
    fi
    if newer_than static/site.css web; then
        say "building styles and scripts"
        npm run build --prefix web --silent
        touch static/site.css
    fi
}
