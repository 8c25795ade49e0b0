-- last_seq outlives the lines, so that a number is never given twice.
CREATE TABLE chat_room (
    camera   TEXT   NOT NULL PRIMARY KEY,
    last_seq BIGINT NOT NULL
);

CREATE TABLE chat_line (
    camera    TEXT   NOT NULL,
    seq       BIGINT NOT NULL,
    time_us   BIGINT NOT NULL,
    person    TEXT   NOT NULL,
    name      TEXT   NOT NULL,
    text      TEXT   NOT NULL,
    client_id TEXT   NOT NULL,
    PRIMARY KEY (camera, seq),
    UNIQUE (camera, person, client_id)
);

CREATE TABLE chat_name (
    camera     TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (camera, person)
);
