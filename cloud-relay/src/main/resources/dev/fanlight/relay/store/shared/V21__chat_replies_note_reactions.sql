-- The line that a line answers, what moderators have pinned above a chat, and the reactions to its lines, one of each kind a person.
ALTER TABLE chat_line ADD COLUMN reply_to BIGINT;
ALTER TABLE chat_room ADD COLUMN note TEXT;

CREATE TABLE chat_reaction (
    camera_id TEXT   NOT NULL REFERENCES camera (id),
    seq       BIGINT NOT NULL,
    person    TEXT   NOT NULL,
    reaction  TEXT   NOT NULL,
    PRIMARY KEY (camera_id, seq, person, reaction)
);
