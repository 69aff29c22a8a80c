DROP TABLE journal;
DROP TABLE request_entries;
DROP TABLE restore_requests;
