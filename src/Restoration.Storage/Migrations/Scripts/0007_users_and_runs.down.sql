DROP INDEX ix_restore_requests_configuration;
ALTER TABLE restore_requests DROP COLUMN configuration_id;
ALTER TABLE users DROP COLUMN created_by;
