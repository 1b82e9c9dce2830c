#!/usr/bin/env bash
# Runs once, when the image of PostgreSQL makes an empty database: who owns the audit log, who writes it, who may look at it.
# The schema itself comes from `llm-sentinel-audit migrate`. A server that exists already gets the same statements by hand.
set -euo pipefail

# Passwords are read by psql from the mounted files, so that no process shows them among its arguments.
export SECRETS="${SECRETS:-/run/secrets}"
for name in migrator service exporter; do
  [ -s "$SECRETS/postgres-$name-password" ] || {
    echo "$SECRETS/postgres-$name-password is missing or empty. Run deploy/init-secrets.sh first." >&2
    exit 1
  }
done

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
\set migrator_password `cat "$SECRETS/postgres-migrator-password"`
\set service_password `cat "$SECRETS/postgres-service-password"`
\set exporter_password `cat "$SECRETS/postgres-exporter-password"`

BEGIN;

-- Nobody logs in as these.
CREATE ROLE sentinel_audit_owner NOLOGIN;
CREATE ROLE sentinel_audit_writer NOLOGIN;
CREATE ROLE sentinel_audit_reader NOLOGIN;
CREATE ROLE sentinel_audit_maintainer NOLOGIN;
-- The migration makes maintainers readers, and the owner may do so only with this option.
GRANT sentinel_audit_reader TO sentinel_audit_owner WITH ADMIN OPTION;

REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO sentinel_audit_owner;

-- Acts as the owner from its log-in on, so that what it creates belongs to the role without login.
CREATE ROLE sentinel_migrator LOGIN PASSWORD :'migrator_password' CONNECTION LIMIT 5 IN ROLE sentinel_audit_owner;
ALTER ROLE sentinel_migrator SET role = 'sentinel_audit_owner';

-- Adds entries and answers questions about them. It can change or remove none.
CREATE ROLE sentinel_service LOGIN PASSWORD :'service_password' CONNECTION LIMIT 100
  IN ROLE sentinel_audit_writer, sentinel_audit_reader;

CREATE ROLE sentinel_exporter LOGIN PASSWORD :'exporter_password' CONNECTION LIMIT 5 IN ROLE pg_monitor;

GRANT CONNECT ON DATABASE :"DBNAME" TO sentinel_migrator, sentinel_service, sentinel_exporter;

COMMIT;
SQL
