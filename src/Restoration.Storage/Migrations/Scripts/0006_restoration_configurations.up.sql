CREATE TABLE restoration_configurations (
  id {identity},
  user_id {reference} NOT NULL,
  name VARCHAR(100) NOT NULL,
  description TEXT,
  source_type VARCHAR(50) NOT NULL,
  source_config JSON NOT NULL,
  destination_type VARCHAR(50) NOT NULL,
  destination_config JSON NOT NULL,
  restoration_policy JSON,
  is_active BOOLEAN NOT NULL DEFAULT TRUE,
  created_at {datetime} NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at {datetime} NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT fk_restoration_configurations_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX ix_restoration_configurations_user_id ON restoration_configurations (user_id);
CREATE INDEX ix_restoration_configurations_source_type ON restoration_configurations (source_type);
CREATE INDEX ix_restoration_configurations_destination_type ON restoration_configurations (destination_type);
CREATE INDEX ix_restoration_configurations_is_active ON restoration_configurations (is_active);
CREATE INDEX ix_restoration_configurations_user_active ON restoration_configurations (user_id, is_active);

-- Samples for the first user; without users there are none, and that is no error.
INSERT INTO restoration_configurations
  (user_id, name, description, source_type, source_config, destination_type, destination_config, restoration_policy, is_active)
SELECT owner.id, sample.name, sample.description, sample.source_type, sample.source_config{asJson},
  sample.destination_type, sample.destination_config{asJson}, sample.policy{asJson}, sample.is_active
FROM (SELECT MIN(id) AS id FROM users) AS owner
CROSS JOIN (
  SELECT 1 AS number, 'Audit Log Recovery' AS name,
    'Restores what audit logs say was lost to the calendar "Recovered".' AS description,
    'AuditLog' AS source_type, '{"operations":["HardDelete","SoftDelete","MoveToDeletedItems"]}' AS source_config,
    'LocalCalendar' AS destination_type, '{"calendar":"Recovered"}' AS destination_config,
    '{"conflictResolutionOption":"KeepTargetItem"}' AS policy, TRUE AS is_active
  UNION ALL
  SELECT 2, 'Backup to MSGraph', 'Restores backup calendars to Microsoft 365.',
    'BackupCalendar', '{"calendars":["Recovered"]}',
    'MSGraphCalendar', '{"calendar":"Calendar"}',
    '{"conflictResolutionOption":"KeepTargetItem"}', TRUE
  UNION ALL
  SELECT 3, 'Import from CSV', 'Imports appointments from CSV files.',
    'ExportFile', '{"paths":["*.csv"],"format":"CSV"}',
    'LocalCalendar', '{"calendar":"Imported"}',
    '{"conflictResolutionOption":"KeepTargetItem"}', FALSE
) AS sample
WHERE owner.id IS NOT NULL
ORDER BY sample.number;
