ALTER TABLE backups ADD COLUMN is_held BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE backup_plans (
  id {identity},
  guid {guid} NOT NULL UNIQUE,
  name VARCHAR(100) NOT NULL,
  name_key VARCHAR(100) NOT NULL UNIQUE,
  description TEXT NULL,
  calendars TEXT NOT NULL,
  file_pattern TEXT NULL,
  format VARCHAR(32) NULL,
  include_metadata BOOLEAN NOT NULL,
  schedule TEXT NULL,
  time_zone VARCHAR(64) NOT NULL,
  retention TEXT NOT NULL,
  is_active BOOLEAN NOT NULL,
  user_name VARCHAR(256) NOT NULL,
  created_at {timestamp} NOT NULL,
  updated_at {timestamp} NOT NULL,
  status VARCHAR(32) NOT NULL,
  last_run_at {timestamp} NULL,
  last_success_at {timestamp} NULL,
  next_run_at {timestamp} NULL,
  last_error TEXT NULL
);
CREATE INDEX ix_backup_plans_next_run_at ON backup_plans (next_run_at);

-- What plans have made: backups of the store, or files.
CREATE TABLE backup_copies (
  id {sequence},
  plan_id BIGINT NOT NULL REFERENCES backup_plans (id) ON DELETE CASCADE,
  mailbox VARCHAR(320) NOT NULL,
  path TEXT NOT NULL,
  taken_at {timestamp} NOT NULL,
  backup_id BIGINT NULL REFERENCES backups (id) ON DELETE CASCADE,
  file TEXT NULL,
  fingerprint TEXT NULL,
  item_count BIGINT NOT NULL,
  size BIGINT NOT NULL,
  digest {bytes} NOT NULL,
  verified_at {timestamp} NULL
);
CREATE INDEX ix_backup_copies_plan ON backup_copies (plan_id, taken_at);
CREATE INDEX ix_backup_copies_backup ON backup_copies (backup_id);

-- Who may do what only one may do at a time.
CREATE TABLE leases (
  name VARCHAR(100) PRIMARY KEY,
  holder VARCHAR(256) NOT NULL,
  expires_at {timestamp} NOT NULL
);
