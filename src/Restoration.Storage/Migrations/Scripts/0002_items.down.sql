DROP TABLE items;
DROP TABLE contents;
