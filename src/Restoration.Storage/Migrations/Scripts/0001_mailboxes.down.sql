DROP TABLE folders;
DROP TABLE mailboxes;
DROP TABLE users;
