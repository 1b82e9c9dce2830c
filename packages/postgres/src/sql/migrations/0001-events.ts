/** The log itself: partitioned by month, append-only by trigger. */
export const events = `
CREATE TABLE audit_events (
  ts timestamptz NOT NULL,
  chain_id uuid NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL,
  tenant text NOT NULL DEFAULT 'default',
  event_type text NOT NULL,
  actor text,
  request_id text,
  session_ref text,
  layer text,
  result text,
  blocked boolean NOT NULL,
  risk_score double precision CHECK (risk_score BETWEEN 0 AND 1),
  threat_type text,
  severity text,
  pii_detected boolean NOT NULL,
  injection_detected boolean NOT NULL,
  findings jsonb NOT NULL DEFAULT '[]',
  metadata jsonb NOT NULL DEFAULT '{}',
  excerpt text,
  content_commitment bytea,
  schema_version smallint NOT NULL,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce(excerpt, ''))) STORED,
  PRIMARY KEY (ts, chain_id, seq),
  UNIQUE (ts, event_id)
) PARTITION BY RANGE (ts);

CREATE INDEX audit_events_findings ON audit_events USING gin (findings jsonb_path_ops);
CREATE INDEX audit_events_search ON audit_events USING gin (search) WHERE excerpt IS NOT NULL;
CREATE INDEX audit_events_ts ON audit_events USING brin (ts);
CREATE INDEX audit_events_chain ON audit_events (chain_id, seq);
CREATE INDEX audit_events_session ON audit_events (session_ref, ts) WHERE session_ref IS NOT NULL;
CREATE INDEX audit_events_actor ON audit_events (actor, ts) WHERE actor IS NOT NULL;
CREATE INDEX audit_events_blocked ON audit_events (ts) WHERE blocked;

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = '42501';
END $$;

-- A row trigger is copied to each partition, so that a statement on the partition meets it too.
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- The safety net for months that nobody prepared.
CREATE TABLE audit_events_default PARTITION OF audit_events DEFAULT;
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events_default
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Names and columns that queries from before this package expect.
CREATE VIEW audit_logs AS
  SELECT event_id AS id, ts AS "timestamp", session_ref AS session_id, excerpt AS user_input, blocked, risk_score,
    pii_detected, injection_detected, metadata
  FROM audit_events WHERE event_type = 'scan';
`;
