CREATE TABLE audit_log (
  sequence BIGINT PRIMARY KEY,
  written_at {timestamp} NOT NULL,
  actor VARCHAR(256) NOT NULL,
  operation VARCHAR(64) NOT NULL,
  request_id {guid} NULL,
  target TEXT NOT NULL,
  item_id TEXT NULL,
  uid TEXT NULL,
  subject TEXT NULL,
  before_hash {bytes} NULL,
  after_hash {bytes} NULL,
  outcome VARCHAR(32) NOT NULL,
  duration_ticks BIGINT NULL,
  detail TEXT NULL,
  hash {bytes} NOT NULL
);
CREATE INDEX ix_audit_log_request ON audit_log (request_id);
CREATE INDEX ix_audit_log_written_at ON audit_log (written_at);

-- The end of the chain, so that entries missing at the end are noticed.
CREATE TABLE audit_head (
  id BIGINT PRIMARY KEY CHECK (id = 1),
  sequence BIGINT NOT NULL,
  hash {bytes} NOT NULL
);
INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, {zeroHash});

{appendOnly}
