-- A removed line stays, with who removed it and when; restored = 1 when it was put back.
ALTER TABLE chat_line ADD COLUMN badge TEXT;
ALTER TABLE chat_line ADD COLUMN removed_by TEXT;
ALTER TABLE chat_line ADD COLUMN removed_rank TEXT;
ALTER TABLE chat_line ADD COLUMN removed_us BIGINT;
ALTER TABLE chat_line ADD COLUMN restored INTEGER NOT NULL DEFAULT 0;

ALTER TABLE chat_room ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE chat_room ADD COLUMN links TEXT NOT NULL DEFAULT 'ALL';

-- Time-outs and bans. The address is a keyed hash; rank is what the person was then.
CREATE TABLE chat_sanction (
    camera   TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    person   TEXT   NOT NULL,
    name     TEXT   NOT NULL,
    rank     TEXT   NOT NULL,
    address  TEXT,
    by_id    TEXT   NOT NULL,
    by_rank  TEXT   NOT NULL,
    at_us    BIGINT NOT NULL,
    until_us BIGINT NOT NULL,
    PRIMARY KEY (camera, kind, person)
);
