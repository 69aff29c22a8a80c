-- Content by hash: one row a version of an item, whoever has it.
CREATE TABLE contents (
  id {identity},
  hash {bytes} NOT NULL UNIQUE,
  item_class VARCHAR(255) NOT NULL,
  uid TEXT NULL,
  recurrence_id VARCHAR(32) NULL,
  immutable_id TEXT NULL,
  natural_key {bytes} NOT NULL,
  comparison_hash {bytes} NOT NULL,
  subject TEXT NOT NULL,
  start_time VARCHAR(32) NULL,
  end_time VARCHAR(32) NULL,
  is_all_day BOOLEAN NOT NULL,
  is_series BOOLEAN NOT NULL,
  series_end {timestamp} NULL,
  sequence BIGINT NOT NULL,
  last_modified {timestamp} NULL,
  size BIGINT NOT NULL,
  content {bytes} NOT NULL
);
CREATE INDEX ix_contents_uid ON contents (uid);
CREATE INDEX ix_contents_natural_key ON contents (natural_key);
CREATE INDEX ix_contents_immutable_id ON contents (immutable_id) WHERE immutable_id IS NOT NULL;

-- Ids are never given twice: the journal names items by them.
-- Rows name contents by number: an index over digests is large, and each batch of rows would touch all of it.
CREATE TABLE items (
  id {sequence},
  folder_id BIGINT NOT NULL REFERENCES folders (id),
  content_id BIGINT NOT NULL REFERENCES contents (id)
);
CREATE INDEX ix_items_folder ON items (folder_id, id);
CREATE INDEX ix_items_content ON items (content_id, folder_id);
