-- Null for whom nobody made a user: whoever made the store. Permissions hold from the first user on that somebody made.
ALTER TABLE users ADD COLUMN created_by VARCHAR(256) NULL;

-- No foreign key: what was run stays in the record when the configuration goes.
ALTER TABLE restore_requests ADD COLUMN configuration_id BIGINT NULL;
CREATE INDEX ix_restore_requests_configuration ON restore_requests (configuration_id) WHERE configuration_id IS NOT NULL;
