CREATE TABLE backups (
  id {identity},
  guid {guid} NOT NULL UNIQUE,
  mailbox VARCHAR(320) NOT NULL,
  mailbox_key VARCHAR(320) NOT NULL,
  path TEXT NOT NULL,
  taken_at {timestamp} NOT NULL,
  created_by VARCHAR(256) NOT NULL,
  item_count BIGINT NOT NULL,
  size BIGINT NOT NULL,
  root_hash {bytes} NOT NULL
);
CREATE INDEX ix_backups_mailbox ON backups (mailbox_key, taken_at);

CREATE TABLE backup_items (
  backup_id BIGINT NOT NULL REFERENCES backups (id) ON DELETE CASCADE,
  ordinal BIGINT NOT NULL,
  content_id BIGINT NOT NULL REFERENCES contents (id),
  PRIMARY KEY (backup_id, ordinal)
){clustered};
CREATE INDEX ix_backup_items_content ON backup_items (content_id, backup_id);
