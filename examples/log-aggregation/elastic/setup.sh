#!/bin/sh
# Tells Elasticsearch how to store the log, before the first line arrives. Safe to repeat.
# ELASTICSEARCH_URL=https://… ELASTICSEARCH_API_KEY=… sh setup.sh
set -eu
cd "$(dirname "$0")"

put() {
  # The key goes through standard input: arguments are seen by everyone on the machine.
  printf 'header = "Authorization: ApiKey %s"\n' "$ELASTICSEARCH_API_KEY" |
    curl --fail --silent --show-error --config - --output /dev/null \
      --request PUT --header 'Content-Type: application/json' --data "@$2" "$ELASTICSEARCH_URL/$1"
}

put _ilm/policy/sentinel ilm-policy.json
put _ilm/policy/sentinel-audit ilm-policy-audit.json
put _component_template/sentinel component-template.json
put _index_template/logs-sentinel index-template.json
put _index_template/logs-sentinel-audit index-template-audit.json
