DROP TABLE leases;
DROP TABLE backup_copies;
DROP TABLE backup_plans;
ALTER TABLE backups DROP COLUMN is_held;
