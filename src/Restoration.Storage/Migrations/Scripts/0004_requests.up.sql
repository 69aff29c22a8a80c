CREATE TABLE restore_requests (
  id {identity},
  guid {guid} NOT NULL UNIQUE,
  name VARCHAR(255) NOT NULL,
  mailbox VARCHAR(320) NULL,
  kind VARCHAR(32) NOT NULL,
  status VARCHAR(32) NOT NULL,
  source TEXT NOT NULL,
  destination TEXT NOT NULL,
  conflict_resolution VARCHAR(32) NOT NULL,
  user_name VARCHAR(256) NOT NULL,
  undo_of {guid} NULL,
  options TEXT NULL,
  fingerprint TEXT NULL,
  position BIGINT NOT NULL,
  total BIGINT NULL,
  created_count BIGINT NOT NULL,
  replaced_count BIGINT NOT NULL,
  updated_count BIGINT NOT NULL,
  deleted_count BIGINT NOT NULL,
  skipped_count BIGINT NOT NULL,
  failed_count BIGINT NOT NULL,
  conflict_count BIGINT NOT NULL,
  bytes_transferred BIGINT NOT NULL,
  created_locations TEXT NOT NULL,
  queued_at {timestamp} NOT NULL,
  started_at {timestamp} NULL,
  updated_at {timestamp} NOT NULL,
  completed_at {timestamp} NULL,
  duration_ticks BIGINT NOT NULL,
  failure VARCHAR(64) NULL,
  message TEXT NULL
);
CREATE INDEX ix_restore_requests_name ON restore_requests (name);
CREATE INDEX ix_restore_requests_status ON restore_requests (status);
CREATE INDEX ix_restore_requests_undo_of ON restore_requests (undo_of);

-- Entries of sources that cannot be read a second time.
CREATE TABLE request_entries (
  request_id BIGINT NOT NULL REFERENCES restore_requests (id) ON DELETE CASCADE,
  ordinal BIGINT NOT NULL,
  content_id BIGINT NULL REFERENCES contents (id),
  entry TEXT NOT NULL,
  PRIMARY KEY (request_id, ordinal)
){clustered};
CREATE INDEX ix_request_entries_content ON request_entries (content_id, request_id);

CREATE TABLE journal (
  request_id BIGINT NOT NULL REFERENCES restore_requests (id) ON DELETE CASCADE,
  ordinal BIGINT NOT NULL,
  action VARCHAR(16) NOT NULL,
  reason VARCHAR(32) NOT NULL,
  matched_by VARCHAR(16) NULL,
  is_done BOOLEAN NOT NULL,
  target_id TEXT NULL,
  location TEXT NULL,
  before_hash {bytes} NULL,
  after_hash {bytes} NULL,
  uid TEXT NULL,
  recurrence_id VARCHAR(32) NULL,
  subject TEXT NOT NULL,
  start_time VARCHAR(32) NULL,
  end_time VARCHAR(32) NULL,
  is_all_day BOOLEAN NOT NULL,
  failure VARCHAR(64) NULL,
  detail TEXT NULL,
  record TEXT NULL,
  written_at {timestamp} NOT NULL,
  PRIMARY KEY (request_id, ordinal)
){clustered};
CREATE INDEX ix_journal_before ON journal (before_hash) WHERE before_hash IS NOT NULL;
