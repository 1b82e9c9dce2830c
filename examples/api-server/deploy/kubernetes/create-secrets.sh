#!/usr/bin/env bash
# Puts what ../init-secrets.sh made into the cluster, as the Secrets that the manifests name. Replaces those that are there.
#
#   ./create-secrets.sh NAMESPACE [FOLDER]     FOLDER as given to init-secrets.sh; the namespace must exist
#
# Values go from files to the API server, and never through a command line. KUBECTL names another program to call.
set -euo pipefail

namespace=${1:?Usage: create-secrets.sh NAMESPACE [FOLDER]}
secrets=${2:-$(cd "$(dirname "$0")/.." && pwd)}/secrets
kubectl=${KUBECTL:-kubectl}
[ -s "$secrets/keys/keys.yaml" ] || {
  echo "$secrets is not complete. Run init-secrets.sh first." >&2
  exit 1
}

# secret NAME KEY=FILE...
secret() {
  local name=$1 files=()
  shift
  for file in "$@"; do files+=("--from-file=${file%%=*}=$secrets/${file#*=}"); done
  "$kubectl" create secret generic "$name" --namespace="$namespace" --dry-run=client --output=yaml "${files[@]}" |
    "$kubectl" apply --server-side --force-conflicts --namespace="$namespace" --filename=-
}

secret llm-sentinel keys.yaml=keys/keys.yaml hmac-key=hmac-key postgres-url=postgres-url redis-url=redis-url \
  dashboard-token=dashboard-token
secret llm-sentinel-migrate url=postgres-migrator-url
secret llm-sentinel-metrics token=metrics-token
secret llm-sentinel-postgres postgres-superuser-password=postgres-superuser-password \
  postgres-migrator-password=postgres-migrator-password postgres-service-password=postgres-service-password \
  postgres-exporter-password=postgres-exporter-password
secret llm-sentinel-redis redis-users.acl=redis-users.acl
