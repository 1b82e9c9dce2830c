#!/usr/bin/env bash
# Makes what compose.yaml and kubernetes/create-secrets.sh read: random passwords, two API keys, and folders for data. Each file is
# for its owner only. What is there already stays: run it again after an update, or after removing a file that is to be replaced.
#
#   ./init-secrets.sh [FOLDER]     FOLDER for secrets, data and .env; default: where this script is
set -euo pipefail
umask 077

base=${1:-$(cd "$(dirname "$0")" && pwd)}
secrets=$base/secrets
mkdir -p "$secrets/alertmanager" "$secrets/keys" \
  "$base/data/sentinel" "$base/data/postgres" "$base/data/prometheus" "$base/data/alertmanager" "$base/data/grafana"

# Hexadecimal: nothing in it needs escaping, in a URL, in JSON or in SQL.
random() { head -c "$1" /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

# Writes what comes in, unless the file is there. Whole or not at all: an interrupted run leaves no half password.
keep() {
  if [ -s "$secrets/$1" ]; then
    cat >/dev/null
    return
  fi
  cat >"$secrets/$1.new"
  mv "$secrets/$1.new" "$secrets/$1"
  echo "made   $secrets/$1"
}

# What follows from other files is written anew each time.
derive() {
  cat >"$secrets/$1.new"
  mv "$secrets/$1.new" "$secrets/$1"
}

value() { cat "$secrets/$1"; }

for name in postgres-superuser-password postgres-migrator-password postgres-service-password postgres-exporter-password \
  redis-service-password redis-exporter-password hmac-key dashboard-token grafana-admin-password; do
  random 32 | keep "$name"
done

printf 'postgres://sentinel_service:%s@postgres:5432/sentinel' "$(value postgres-service-password)" | derive postgres-url
printf 'postgres://sentinel_migrator:%s@postgres:5432/sentinel' "$(value postgres-migrator-password)" |
  derive postgres-migrator-url
printf '*:5432:sentinel:sentinel_migrator:%s\n' "$(value postgres-migrator-password)" | derive postgres-migrator.pgpass
printf 'redis://service:%s@redis:6379' "$(value redis-service-password)" | derive redis-url
# By address, without and with the user: releases of the exporter differ in which they look for.
password=$(value redis-exporter-password)
printf '{ "redis://redis:6379": "%s", "redis://exporter@redis:6379": "%s" }\n' "$password" "$password" |
  derive redis-exporter-passwords.json

# Redis knows the hashes only. Who has no password may ask whether it is alive; the service may do what its scripts do, on its
# own keys; the exporter sees numbers, and no key.
derive redis-users.acl <<USERS
user default on nopass resetkeys resetchannels -@all +ping
user service on #$(value redis-service-password | sha256) ~sentinel:* resetchannels -@all +ping +hello +client|setname +eval +evalsha +script|load +get +mget +set +del +pexpire +time
user exporter on #$(value redis-exporter-password | sha256) resetkeys resetchannels -@all +ping +hello +info +config|get +slowlog|get +slowlog|len +latency|latest +latency|histogram +client|setname +client|list +select
USERS

# As `keys create` of the service makes them: sk_sentinel_<id>_<43 characters>, of which it keeps the hash.
api_key() { printf 'sk_sentinel_%s_%s' "$(random 6)" "$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n')"; }
key_record() {
  local secret=$1 alias=$2 scope=$3 id
  id=$(printf '%s' "$secret" | cut -d _ -f 3)
  printf '  - { id: "%s", alias: %s, hash: "%s", scopes: ["%s"] }\n' "$id" "$alias" "$(printf '%s' "$secret" | sha256)" "$scope"
}

api_key | keep metrics-token
api_key | keep admin-key
if [ ! -s "$secrets/keys/keys.yaml" ]; then
  {
    echo 'keys:'
    key_record "$(value metrics-token)" prometheus metrics:read
    key_record "$(value admin-key)" operator admin
  } | keep keys/keys.yaml
fi

# What only you can know. Alertmanager starts with empty files, and says in its log what it could not deliver.
for name in slack-url pagerduty-routing-key smtp-password dead-man-switch-token; do
  [ -e "$secrets/alertmanager/$name" ] || : >"$secrets/alertmanager/$name"
  [ -s "$secrets/alertmanager/$name" ] || echo "empty  $secrets/alertmanager/$name: fill it in to get alerts"
done

# Containers run as who owns the secrets, and never as root: then it is the user whom the image has for the service.
uid=$(id -u)
gid=$(id -g)
if [ "$uid" -eq 0 ]; then
  uid=65532
  gid=65532
  chown -R "$uid:$gid" "$secrets" "$base"/data/sentinel "$base"/data/prometheus "$base"/data/alertmanager "$base"/data/grafana
  # Not what is in it: PostgreSQL has set that up itself.
  chown "$uid:$gid" "$base/data" "$base/data/postgres"
fi
if [ ! -s "$base/.env" ]; then
  printf '# Read by docker compose.\nSENTINEL_UID=%s\nSENTINEL_GID=%s\n' "$uid" "$gid" >"$base/.env"
fi
