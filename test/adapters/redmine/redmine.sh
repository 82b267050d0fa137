#!/usr/bin/env bash
# A real Redmine 5 on 127.0.0.1, made from nothing and seeded, for tests. Debian 12, as root.
#   redmine.sh up      installs what is missing, makes the database, starts the server, waits until it answers
#   redmine.sh reset   back to the seeded state, in seconds
#   redmine.sh down    stops the server
#   redmine.sh purge   stops it and removes its folders; the packages stay
# Each can be asked for twice. RM_DIR (default /tmp/os-intervention-redmine), RM_PORT (default 8094) and RM_INSTANCE (default
# os-intervention) say where, and under which name Debian's Redmine keeps its settings.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export RM_DIR=${RM_DIR:-/tmp/os-intervention-redmine} RM_PORT=${RM_PORT:-8094}
# It finds its settings by the name of an instance, and nowhere but under /etc.
export REDMINE_INSTANCE=${RM_INSTANCE:-os-intervention} RAILS_ENV=production SCHEMA=/dev/null REDMINE_LANG=en
app=/usr/share/redmine
etc=/etc/redmine/$REDMINE_INSTANCE
base=http://127.0.0.1:$RM_PORT
user=www-data
packages=(redmine redmine-sqlite dbconfig-no-thanks ruby-webrick curl)
as=(setpriv --reuid="$user" --regid="$user" --init-groups env HOME="$RM_DIR" USER="$user")

step() { printf 'redmine %4ss  %s\n' "$SECONDS" "$*" >&2; }
fail() { step "$1"; tail -n 30 "$2" >&2; exit 1; }

# Debian's security update of ruby3.1 brings a bundler without Debian's patch for gems that are packaged without a folder
# of gems: with it Redmine neither installs nor starts. The package ruby-bundler has the patch.
debian_bundler() {
  local lib
  for lib in /usr/share/rubygems-integration/all/gems/bundler-*/lib; do
    if [ -d "$lib" ]; then export RUBYLIB=$lib; fi
  done
}

installed() {
  local count
  count=$(dpkg-query -W -f='${Status}\n' "${packages[@]}" 2>/dev/null | grep -c '^install ok installed$' || true)
  [ "$count" = "${#packages[@]}" ]
}

install_packages() {
  if installed; then step 'packages: there'; return; fi
  [ "$(id -u)" = 0 ] || { step 'packages: missing, and only root can install them'; exit 1; }
  step 'packages: installing'
  export DEBIAN_FRONTEND=noninteractive
  # No service starts while it is installed; an image that has a rule of its own keeps it.
  local rule=/usr/sbin/policy-rc.d made=
  if [ ! -e $rule ]; then printf '#!/bin/sh\nexit 101\n' >$rule; chmod 755 $rule; made=1; fi
  local failed=
  {
    timeout 300 apt-get update -qq &&
      timeout 300 apt-get install -y -qq --no-install-recommends ruby-bundler && debian_bundler &&
      timeout 600 apt-get install -y -qq --no-install-recommends "${packages[@]}"
  } >"$RM_DIR/install.log" 2>&1 || failed=1
  [ -z "$made" ] || rm -f $rule
  [ -z "$failed" ] || fail 'packages: could not be installed' "$RM_DIR/install.log"
  step 'packages: installed'
}

make_database() {
  # Another seed wants another database.
  if ! cmp -s "$here/seed.rb" "$RM_DIR/seed.rb"; then
    stop
    rm -f "$RM_DIR/seeded.sqlite3"
  fi
  cp "$here/seed.rb" "$RM_DIR/seed.rb"
  mkdir -p "$RM_DIR/files"
  chown -R $user:$user "$RM_DIR"
  chmod 750 "$RM_DIR"
  settings
  if [ -s "$RM_DIR/seeded.sqlite3" ]; then step 'database: seeded before'; return; fi
  rm -f "$RM_DIR/redmine.sqlite3"
  : >"$RM_DIR/setup.log"
  cd "$app"
  make 'making' rake db:migrate
  make 'loading its default data' rake redmine:load_default_data
  make 'seeding' rails runner "$RM_DIR/seed.rb"
  cp "$RM_DIR/redmine.sqlite3" "$RM_DIR/seeded.sqlite3"
  step 'database: seeded'
}

make() {
  step "database: $1"
  shift
  "${as[@]}" timeout 300 bundle exec "$@" >>"$RM_DIR/setup.log" 2>&1 ||
    fail 'database: could not be made' "$RM_DIR/setup.log"
}

settings() {
  [ -d "$etc" ] || "$app/bin/redmine-instances" create "$REDMINE_INSTANCE" >"$RM_DIR/instance.log" 2>&1 ||
    fail 'settings: could not be made' "$RM_DIR/instance.log"
  printf 'production:\n  adapter: sqlite3\n  database: %s\n  encoding: utf8\n  timeout: 10000\n' \
    "$RM_DIR/redmine.sqlite3" >"$etc/database.yml"
  printf 'production:\n  attachments_storage_path: %s\n' "$RM_DIR/files" >"$etc/configuration.yml"
  [ -s "$etc/secret_key.txt" ] || head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$etc/secret_key.txt"
  chown root:$user "$etc"/{database.yml,configuration.yml,secret_key.txt}
  chmod 640 "$etc"/{database.yml,configuration.yml,secret_key.txt}
}

# A server that answers, and knows the keys of this seed.
answers() {
  local key
  key=$(sed -n 's/.*"agent": "\([^"]*\)".*/\1/p' "$RM_DIR/seed.json" 2>/dev/null)
  curl -fs -m 20 -o /dev/null -H "X-Redmine-API-Key: $key" "$base/users/current.json" 2>/dev/null
}

start() {
  if answers; then step "server: answers at $base already"; return; fi
  step 'server: starting'
  cd "$app"
  # One request after another: two threads that wait for SQLite's lock wait for each other.
  printf 'use Rack::Lock\nrequire "%s/config/environment"\nrun Rails.application\n' "$app" >"$RM_DIR/config.ru"
  "${as[@]}" setsid ruby -rwebrick -S rackup "$RM_DIR/config.ru" -s webrick -o 127.0.0.1 -p "$RM_PORT" -E production \
    </dev/null >"$RM_DIR/server.log" 2>&1 &
  echo $! >"$RM_DIR/server.pid"
  local end=$((SECONDS + 180))
  until answers; do
    kill -0 "$(cat "$RM_DIR/server.pid")" 2>/dev/null || fail 'server: ended' "$RM_DIR/server.log"
    [ $SECONDS -lt $end ] || fail 'server: does not answer within 180 s' "$RM_DIR/server.log"
    sleep 0.2
  done
  step "server: answers at $base"
}

stop() {
  [ -s "$RM_DIR/server.pid" ] || return 0
  local pid
  pid=$(cat "$RM_DIR/server.pid")
  # Its own process group, and only where that is still this server.
  if grep -qa 'rackup\|webrick' "/proc/$pid/cmdline" 2>/dev/null; then
    kill -TERM -- "-$pid" 2>/dev/null || kill -TERM "$pid" 2>/dev/null || true
    for _ in {1..100}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  fi
  rm -f "$RM_DIR/server.pid"
  step 'server: stopped'
}

restore() {
  [ -s "$RM_DIR/seeded.sqlite3" ] || { step 'database: never seeded; ask for "up" first'; exit 1; }
  cp "$RM_DIR/seeded.sqlite3" "$RM_DIR/redmine.sqlite3"
  rm -rf "$RM_DIR/files"
  install -d -o $user -g $user "$RM_DIR/files"
  chown $user:$user "$RM_DIR/redmine.sqlite3"
  step 'database: as it was seeded'
}

debian_bundler
case "${1:-}" in
  up) mkdir -p "$RM_DIR"; install_packages; make_database; start ;;
  reset) stop; restore; start ;;
  down) stop ;;
  purge)
    stop
    if [ -f "$RM_DIR/seed.rb" ]; then
      rm -rf "$RM_DIR" {/etc,/var/lib,/var/log,/var/cache}/redmine/"$REDMINE_INSTANCE" "$app/instances/$REDMINE_INSTANCE"
    fi
    ;;
  *) sed -n '2,8p' "$0"; exit 2 ;;
esac
