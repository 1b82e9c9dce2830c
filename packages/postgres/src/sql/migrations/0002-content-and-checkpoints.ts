/** Encrypted content with its keys, signed checkpoints, legal holds, and the histories that later readers ask for. */
export const contentAndCheckpoints = `
CREATE TABLE audit_content (
  event_id uuid PRIMARY KEY,
  subject_ref text NOT NULL,
  key_id uuid NOT NULL,
  nonce bytea NOT NULL,
  ciphertext bytea NOT NULL,
  salt bytea NOT NULL
);
CREATE INDEX audit_content_subject ON audit_content (subject_ref);
CREATE TRIGGER audit_content_no_update BEFORE UPDATE ON audit_content
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();

CREATE TABLE audit_subject_keys (
  key_id uuid PRIMARY KEY,
  subject_ref text NOT NULL,
  wrapped_key bytea,
  destroyed_at timestamptz
);
CREATE INDEX audit_subject_keys_subject ON audit_subject_keys (subject_ref);

-- A key can be destroyed, and nothing else: not changed, not brought back, not deleted with its date.
CREATE FUNCTION audit_only_destroy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.destroyed_at IS NULL AND NEW.destroyed_at IS NOT NULL AND NEW.wrapped_key IS NULL
    AND NEW.key_id = OLD.key_id AND NEW.subject_ref = OLD.subject_ref THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A subject key can only be destroyed' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_subject_keys_only_destroy BEFORE UPDATE OR DELETE ON audit_subject_keys
  FOR EACH ROW EXECUTE FUNCTION audit_only_destroy();

CREATE TABLE audit_checkpoints (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at timestamptz NOT NULL,
  kind text NOT NULL,
  heads jsonb NOT NULL,
  root bytea NOT NULL,
  key_id text NOT NULL,
  signature bytea NOT NULL,
  UNIQUE (signature)
);
CREATE TRIGGER audit_checkpoints_append_only BEFORE UPDATE OR DELETE ON audit_checkpoints
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();

CREATE TABLE audit_legal_holds (
  hold_id uuid PRIMARY KEY,
  placed_at timestamptz NOT NULL,
  reason text NOT NULL,
  from_ts timestamptz,
  to_ts timestamptz,
  subject_ref text,
  released_at timestamptz
);

-- One log, one chain, one proof: the histories of patterns, deployments and reviews are entries of their own types.
CREATE VIEW audit_pattern_history AS
  SELECT ts, tenant, actor, event_type, metadata->>'pattern_id' AS pattern_id, metadata->>'pattern_type' AS pattern_type,
    result, threat_type, metadata, chain_id, seq
  FROM audit_events WHERE event_type IN ('pattern_discovered', 'pattern_approved', 'pattern_rejected');
CREATE VIEW audit_deployment_history AS
  SELECT ts, tenant, actor, event_type, metadata->>'deployment_id' AS deployment_id, metadata->>'version' AS version,
    result, metadata, chain_id, seq
  FROM audit_events WHERE event_type IN ('pattern_deployed', 'pattern_rolled_back', 'config_changed');
CREATE VIEW audit_review_history AS
  SELECT ts, tenant, actor, event_type, metadata->>'scan_id' AS scan_id, metadata->>'review_id' AS review_id,
    result, threat_type, metadata, chain_id, seq
  FROM audit_events WHERE event_type IN ('feedback', 'review_requested', 'review_completed');
`;
