ALTER TABLE mailboxes ADD COLUMN user_principal_name VARCHAR(320) NULL;
ALTER TABLE mailboxes ADD COLUMN user_principal_name_key VARCHAR(320) NULL;
ALTER TABLE mailboxes ADD COLUMN kind VARCHAR(32) NOT NULL DEFAULT 'Active';
ALTER TABLE mailboxes ADD COLUMN archive_of BIGINT NULL REFERENCES mailboxes (id);
ALTER TABLE mailboxes ADD COLUMN quota BIGINT NULL;
ALTER TABLE mailboxes ADD COLUMN max_item_size BIGINT NULL;
ALTER TABLE mailboxes ADD COLUMN holds TEXT NOT NULL DEFAULT '[]';
CREATE INDEX ix_mailboxes_user_principal_name ON mailboxes (user_principal_name_key) WHERE user_principal_name_key IS NOT NULL;
-- A mailbox has one archive at most.
CREATE UNIQUE INDEX uq_mailboxes_archive_of ON mailboxes (archive_of) WHERE archive_of IS NOT NULL;

-- Which of the folders that every mailbox has, whatever it is called there.
ALTER TABLE folders ADD COLUMN well_known VARCHAR(32) NULL;
UPDATE folders SET well_known = 'Calendar' WHERE path_key = 'calendar';
CREATE UNIQUE INDEX uq_folders_well_known ON folders (mailbox_id, well_known) WHERE well_known IS NOT NULL;

ALTER TABLE restore_requests ADD COLUMN batch_name VARCHAR(255) NULL;
-- A number, so that the order of the queue is that of an index: 0 Lowest to 7 Emergency.
ALTER TABLE restore_requests ADD COLUMN priority BIGINT NOT NULL DEFAULT 3;
ALTER TABLE restore_requests ADD COLUMN is_suspended BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE restore_requests ADD COLUMN suspend_comment TEXT NULL;
-- Null is no limit.
ALTER TABLE restore_requests ADD COLUMN bad_item_limit BIGINT NULL;
ALTER TABLE restore_requests ADD COLUMN large_item_limit BIGINT NULL;
ALTER TABLE restore_requests ADD COLUMN accepts_large_loss BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE restore_requests ADD COLUMN completed_age_limit VARCHAR(32) NOT NULL DEFAULT 'Unlimited';
ALTER TABLE restore_requests ADD COLUMN expiry_interval VARCHAR(32) NULL;
-- No foreign keys: what was done stays in the record when a mailbox goes.
ALTER TABLE restore_requests ADD COLUMN source_mailbox_guid {guid} NULL;
ALTER TABLE restore_requests ADD COLUMN target_mailbox_guid {guid} NULL;
ALTER TABLE restore_requests ADD COLUMN total_bytes BIGINT NULL;
ALTER TABLE restore_requests ADD COLUMN large_count BIGINT NOT NULL DEFAULT 0;
ALTER TABLE restore_requests ADD COLUMN status_since {timestamp} NULL;
ALTER TABLE restore_requests ADD COLUMN queued_ticks BIGINT NOT NULL DEFAULT 0;
ALTER TABLE restore_requests ADD COLUMN suspended_ticks BIGINT NOT NULL DEFAULT 0;
ALTER TABLE restore_requests ADD COLUMN failed_ticks BIGINT NOT NULL DEFAULT 0;
CREATE INDEX ix_restore_requests_queue ON restore_requests (kind, status, priority, queued_at);
CREATE INDEX ix_restore_requests_batch_name ON restore_requests (batch_name) WHERE batch_name IS NOT NULL;
CREATE INDEX ix_restore_requests_target_mailbox ON restore_requests (target_mailbox_guid) WHERE target_mailbox_guid IS NOT NULL;
