DROP TABLE backup_items;
DROP TABLE backups;
