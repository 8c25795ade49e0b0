-- Chats belong to a camera, not to its name, so that a rename touches no row of them. What was stored under a name that no camera has
-- any more goes: it was reachable by nobody.
CREATE TABLE chat_room_of_camera (
    camera_id    TEXT    NOT NULL PRIMARY KEY REFERENCES camera (id),
    last_seq     BIGINT  NOT NULL,
    slow_seconds INTEGER NOT NULL DEFAULT 0,
    links        TEXT    NOT NULL DEFAULT 'ALL'
);

INSERT INTO chat_room_of_camera (camera_id, last_seq, slow_seconds, links)
SELECT c.id, r.last_seq, r.slow_seconds, r.links FROM chat_room r JOIN camera c ON c.name = r.camera;

DROP TABLE chat_room;
ALTER TABLE chat_room_of_camera RENAME TO chat_room;

CREATE TABLE chat_line_of_camera (
    camera_id    TEXT    NOT NULL REFERENCES camera (id),
    seq          BIGINT  NOT NULL,
    time_us      BIGINT  NOT NULL,
    person       TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    client_id    TEXT    NOT NULL,
    badge        TEXT,
    removed_by   TEXT,
    removed_rank TEXT,
    removed_us   BIGINT,
    restored     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (camera_id, seq),
    UNIQUE (camera_id, person, client_id)
);

INSERT INTO chat_line_of_camera (camera_id, seq, time_us, person, name, text, client_id, badge, removed_by, removed_rank, removed_us, restored)
SELECT c.id, l.seq, l.time_us, l.person, l.name, l.text, l.client_id, l.badge, l.removed_by, l.removed_rank, l.removed_us, l.restored
FROM chat_line l JOIN camera c ON c.name = l.camera;

DROP TABLE chat_line;
ALTER TABLE chat_line_of_camera RENAME TO chat_line;

CREATE TABLE chat_name_of_camera (
    camera_id  TEXT   NOT NULL REFERENCES camera (id),
    person     TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (camera_id, person)
);

INSERT INTO chat_name_of_camera (camera_id, person, name, changed_at)
SELECT c.id, n.person, n.name, n.changed_at FROM chat_name n JOIN camera c ON c.name = n.camera;

DROP TABLE chat_name;
ALTER TABLE chat_name_of_camera RENAME TO chat_name;

CREATE TABLE chat_sanction_of_camera (
    camera_id TEXT   NOT NULL REFERENCES camera (id),
    kind      TEXT   NOT NULL,
    person    TEXT   NOT NULL,
    name      TEXT   NOT NULL,
    rank      TEXT   NOT NULL,
    address   TEXT,
    by_id     TEXT   NOT NULL,
    by_rank   TEXT   NOT NULL,
    at_us     BIGINT NOT NULL,
    until_us  BIGINT NOT NULL,
    PRIMARY KEY (camera_id, kind, person)
);

INSERT INTO chat_sanction_of_camera (camera_id, kind, person, name, rank, address, by_id, by_rank, at_us, until_us)
SELECT c.id, s.kind, s.person, s.name, s.rank, s.address, s.by_id, s.by_rank, s.at_us, s.until_us
FROM chat_sanction s JOIN camera c ON c.name = s.camera;

DROP TABLE chat_sanction;
ALTER TABLE chat_sanction_of_camera RENAME TO chat_sanction;
