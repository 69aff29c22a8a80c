CREATE TABLE users (
  id {identity},
  name VARCHAR(256) NOT NULL,
  name_key VARCHAR(256) NOT NULL UNIQUE,
  role VARCHAR(32) NOT NULL,
  is_active BOOLEAN NOT NULL DEFAULT TRUE,
  created_at {timestamp} NOT NULL,
  updated_at {timestamp} NOT NULL
);

-- Whoever makes the store administers it.
INSERT INTO users (name, name_key, role, is_active, created_at, updated_at)
SELECT @user, @userKey, 'Administrator', TRUE, @now, @now WHERE @user IS NOT NULL;

CREATE TABLE mailboxes (
  id {identity},
  guid {guid} NOT NULL UNIQUE,
  address VARCHAR(320) NOT NULL,
  address_key VARCHAR(320) NOT NULL UNIQUE,
  alias VARCHAR(320) NOT NULL,
  alias_key VARCHAR(320) NOT NULL,
  display_name VARCHAR(320) NOT NULL,
  display_name_key VARCHAR(320) NOT NULL,
  created_at {timestamp} NOT NULL
);
CREATE INDEX ix_mailboxes_alias ON mailboxes (alias_key);
CREATE INDEX ix_mailboxes_display_name ON mailboxes (display_name_key);

CREATE TABLE folders (
  id {identity},
  mailbox_id BIGINT NOT NULL REFERENCES mailboxes (id),
  path TEXT NOT NULL,
  path_key TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kind VARCHAR(32) NOT NULL,
  properties TEXT NOT NULL,
  created_at {timestamp} NOT NULL,
  CONSTRAINT uq_folders_path UNIQUE (mailbox_id, path_key)
);
CREATE INDEX ix_folders_name ON folders (mailbox_id, name_key);
