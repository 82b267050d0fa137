#!/usr/bin/env bash
# A real Request Tracker 5 on 127.0.0.1, made from nothing and seeded, for tests. Debian 12, as root.
#   rt.sh up      installs what is missing, makes the database, starts the server, waits until it answers
#   rt.sh reset   back to the seeded state, in seconds
#   rt.sh down    stops the server
#   rt.sh purge   stops it and removes its folder; the packages stay
# Each can be asked for twice. RT_DIR (default /tmp/os-intervention-rt) and RT_PORT (default 8093) say where.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export RT_DIR=${RT_DIR:-/tmp/os-intervention-rt} RT_PORT=${RT_PORT:-8093}
# Nothing of /etc/request-tracker5 is read or changed.
export RT_SITE_CONFIG=$RT_DIR/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=$RT_DIR/conf.d
base=http://127.0.0.1:$RT_PORT
user=www-data
packages=(request-tracker5 rt5-db-sqlite rt5-standalone dbconfig-no-thanks nullmailer curl)
as=(setpriv --reuid="$user" --regid="$user" --init-groups env HOME="$RT_DIR" USER="$user")

step() { printf 'request tracker %4ss  %s\n' "$SECONDS" "$*" >&2; }
fail() { step "$1"; tail -n 30 "$2" >&2; exit 1; }

installed() {
  local count
  count=$(dpkg-query -W -f='${Status}\n' "${packages[@]}" 2>/dev/null | grep -c '^install ok installed$' || true)
  [ "$count" = "${#packages[@]}" ]
}

install_packages() {
  if installed; then step 'packages: there'; return; fi
  [ "$(id -u)" = 0 ] || { step 'packages: missing, and only root can install them'; exit 1; }
  step 'packages: installing about 200'
  export DEBIAN_FRONTEND=noninteractive
  # No service starts while it is installed; an image that has a rule of its own keeps it.
  local rule=/usr/sbin/policy-rc.d made=
  if [ ! -e $rule ]; then printf '#!/bin/sh\nexit 101\n' >$rule; chmod 755 $rule; made=1; fi
  debconf-set-selections <<-'ANSWERS'
	nullmailer shared/mailname string rt.localhost
	nullmailer nullmailer/relayhost string 127.0.0.1
	request-tracker5 request-tracker5/rtname string hosting-demo
	request-tracker5 request-tracker5/organization string rt.localhost
	request-tracker5 request-tracker5/install-cronjobs boolean false
	request-tracker5 request-tracker5/handle-siteconfig-permissions boolean true
	ANSWERS
  local failed=
  { timeout 300 apt-get update -qq && timeout 600 apt-get install -y -qq --no-install-recommends "${packages[@]}"; } \
    >"$RT_DIR/install.log" 2>&1 || failed=1
  [ -z "$made" ] || rm -f $rule
  [ -z "$failed" ] || fail 'packages: could not be installed' "$RT_DIR/install.log"
  step 'packages: installed'
}

make_database() {
  mkdir -p "$RT_DIR"/{var,mason_data,session_data,conf.d}
  # Another seed or configuration wants another database.
  if ! cmp -s "$here/seed.pl" "$RT_DIR/seed.pl" || ! cmp -s "$here/RT_SiteConfig.pm" "$RT_SITE_CONFIG"; then
    stop
    rm -f "$RT_DIR/seeded.sqlite3"
  fi
  cp "$here/RT_SiteConfig.pm" "$RT_SITE_CONFIG"
  cp "$here/seed.pl" "$RT_DIR/seed.pl"
  chown -R $user:$user "$RT_DIR"
  chmod 750 "$RT_DIR"
  if [ -s "$RT_DIR/seeded.sqlite3" ]; then step 'database: seeded before'; return; fi
  rm -f "$RT_DIR/rt.sqlite3"
  step 'database: making and seeding'
  head -c 18 /dev/urandom | base64 >"$RT_DIR/root-password"
  chown $user:$user "$RT_DIR/root-password"
  local -a setup=("${as[@]}" timeout 120 rt-setup-database-5 --force --dba '')
  "${setup[@]}" --action init --root-password-file "$RT_DIR/root-password" >"$RT_DIR/setup.log" 2>&1 ||
    fail 'database: could not be made' "$RT_DIR/setup.log"
  "${setup[@]}" --action insert --datafile "$RT_DIR/seed.pl" >>"$RT_DIR/setup.log" 2>&1 ||
    fail 'database: could not be seeded' "$RT_DIR/setup.log"
  cp "$RT_DIR/rt.sqlite3" "$RT_DIR/seeded.sqlite3"
  step 'database: seeded'
}

# A server that answers, and knows the tokens of this seed.
answers() {
  local token
  token=$(sed -n 's/.*"agent" : "\([^"]*\)".*/\1/p' "$RT_DIR/seed.json" 2>/dev/null)
  curl -fs -m 20 -o /dev/null -H "Authorization: token $token" "$base/REST/2.0/rt" 2>/dev/null
}

start() {
  if answers; then step "server: answers at $base already"; return; fi
  step 'server: starting'
  "${as[@]}" setsid /usr/share/request-tracker5/libexec/rt-server --host 127.0.0.1 --port "$RT_PORT" \
    --max-workers "${RT_WORKERS:-3}" </dev/null >"$RT_DIR/server.log" 2>&1 &
  echo $! >"$RT_DIR/server.pid"
  local end=$((SECONDS + 120))
  until answers; do
    kill -0 "$(cat "$RT_DIR/server.pid")" 2>/dev/null || fail 'server: ended' "$RT_DIR/server.log"
    [ $SECONDS -lt $end ] || fail 'server: does not answer within 120 s' "$RT_DIR/server.log"
    sleep 0.2
  done
  step "server: answers at $base"
}

stop() {
  [ -s "$RT_DIR/server.pid" ] || return 0
  local pid
  pid=$(cat "$RT_DIR/server.pid")
  # Its own process group, and only where that is still this server.
  if grep -qa 'rt-server\|starlet\|plackup' "/proc/$pid/cmdline" 2>/dev/null; then
    kill -TERM -- "-$pid" 2>/dev/null || kill -TERM "$pid" 2>/dev/null || true
    for _ in {1..100}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  fi
  rm -f "$RT_DIR/server.pid"
  step 'server: stopped'
}

restore() {
  [ -s "$RT_DIR/seeded.sqlite3" ] || { step 'database: never seeded; ask for "up" first'; exit 1; }
  cp "$RT_DIR/seeded.sqlite3" "$RT_DIR/rt.sqlite3"
  chown $user:$user "$RT_DIR/rt.sqlite3"
  rm -rf "$RT_DIR/session_data" "$RT_DIR"/var/*.mbox
  install -d -o $user -g $user "$RT_DIR/session_data"
  step 'database: as it was seeded'
}

case "${1:-}" in
  up) mkdir -p "$RT_DIR"; install_packages; make_database; start ;;
  reset) stop; restore; start ;;
  down) stop ;;
  purge) stop; if [ -f "$RT_SITE_CONFIG" ]; then rm -rf "$RT_DIR"; fi ;;
  *) sed -n '2,7p' "$0"; exit 2 ;;
esac
