package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.chat.ChatLine;
import dev.fanlight.relay.chat.ModerationLog;
import dev.fanlight.relay.chat.Moderator;
import dev.fanlight.relay.chat.Removal;
import dev.fanlight.relay.chat.Sanction;
import dev.fanlight.relay.chat.Sanction.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Removed lines, sanctions and modes of all chats. Blocking, thread safe. */
public final class ChatModeration implements ModerationLog {

    private static final ChatMode DEFAULT_MODE = new ChatMode(0, ChatLinks.ALL);

    private final Database database;

    /** The moderation of {@code database}. */
    public ChatModeration(Database database) {
        this.database = database;
    }

    @Override
    public InForce inForce(CameraName camera, long nowMicros) {
        return database.read(connection -> new InForce(
                mode(connection, camera),
                Row.all(
                        connection,
                        "SELECT * FROM chat_sanction WHERE camera_id = " + Cameras.ID_OF_NAME
                                + " AND until_us > ? ORDER BY at_us",
                        ChatModeration::sanction,
                        camera.text(),
                        nowMicros)));
    }

    @Override
    public Optional<ChatLine> line(CameraName camera, long seq) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT * FROM chat_line WHERE camera_id = " + Cameras.ID_OF_NAME + " AND seq = ?",
                ChatLines::line,
                camera.text(),
                seq));
    }

    @Override
    public Optional<ChatLine> lastLineOf(CameraName camera, String person) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT * FROM chat_line WHERE camera_id = " + Cameras.ID_OF_NAME
                        + " AND person = ? ORDER BY seq DESC LIMIT 1",
                ChatLines::line,
                camera.text(),
                person));
    }

    @Override
    public List<ChatLine> newest(CameraName camera, int max) {
        List<ChatLine> lines = database.read(connection -> Row.all(
                connection,
                "SELECT * FROM chat_line WHERE camera_id = " + Cameras.ID_OF_NAME + " ORDER BY seq DESC LIMIT ?",
                ChatLines::line,
                camera.text(),
                max));
        Collections.reverse(lines);
        return List.copyOf(lines);
    }

    @Override
    public void mark(CameraName camera, long seq, Removal removal) {
        database.write(connection -> mark(connection, camera, seq, removal));
    }

    @Override
    public void impose(CameraName camera, Sanction sanction) {
        database.write(connection -> impose(connection, camera, sanction));
    }

    @Override
    public List<Long> ban(CameraName camera, Sanction sanction, long sinceMicros) {
        return database.write(connection -> {
            impose(connection, camera, sanction);
            List<Long> seqs = Row.all(
                    connection,
                    "SELECT seq FROM chat_line WHERE camera_id = " + Cameras.ID_OF_NAME
                            + " AND person = ? AND time_us >= ?"
                            + " AND (removed_by IS NULL OR restored = 1) ORDER BY seq",
                    row -> row.number("seq"),
                    camera.text(),
                    sanction.person(),
                    sinceMicros);
            for (long seq : seqs) {
                mark(connection, camera, seq, new Removal(sanction.by(), sanction.atMicros(), false));
            }
            return seqs;
        });
    }

    @Override
    public void lift(CameraName camera, Kind kind, String person) {
        database.write(connection -> Row.update(
                connection,
                "DELETE FROM chat_sanction WHERE camera_id = " + Cameras.ID_OF_NAME + " AND kind = ? AND person = ?",
                camera.text(),
                kind.name(),
                person));
    }

    @Override
    public void setMode(CameraName camera, ChatMode mode) {
        database.write(connection -> Row.update(
                connection,
                "INSERT INTO chat_room (camera_id, last_seq, slow_seconds, links, note)"
                        + " SELECT id, 0, ?, ?, ? FROM camera WHERE name = ?"
                        + " ON CONFLICT (camera_id) DO UPDATE SET slow_seconds = excluded.slow_seconds, links = excluded.links,"
                        + " note = excluded.note",
                mode.slowSeconds(),
                mode.links().name(),
                mode.note(),
                camera.text()));
    }

    @Override
    public void pruneSanctions(long nowMicros) {
        database.write(
                connection -> Row.update(connection, "DELETE FROM chat_sanction WHERE until_us <= ?", nowMicros));
    }

    private static int mark(Connection connection, CameraName camera, long seq, Removal removal) throws SQLException {
        return Row.update(
                connection,
                "UPDATE chat_line SET removed_by = ?, removed_rank = ?, removed_us = ?, restored = ?"
                        + " WHERE camera_id = " + Cameras.ID_OF_NAME + " AND seq = ?",
                removal.by().id(),
                removal.by().role().name(),
                removal.atMicros(),
                removal.undone() ? 1 : 0,
                camera.text(),
                seq);
    }

    private static int impose(Connection connection, CameraName camera, Sanction sanction) throws SQLException {
        return Row.update(
                connection,
                "INSERT INTO chat_sanction"
                        + " (camera_id, kind, person, name, rank, address, by_id, by_rank, at_us, until_us)"
                        + " SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM camera WHERE name = ?"
                        + " ON CONFLICT (camera_id, kind, person) DO UPDATE SET name = excluded.name, rank = excluded.rank,"
                        + " address = excluded.address, by_id = excluded.by_id, by_rank = excluded.by_rank,"
                        + " at_us = excluded.at_us, until_us = excluded.until_us",
                sanction.kind().name(),
                sanction.person(),
                sanction.name(),
                sanction.role().name(),
                sanction.address(),
                sanction.by().id(),
                sanction.by().role().name(),
                sanction.atMicros(),
                sanction.untilMicros(),
                camera.text());
    }

    private static ChatMode mode(Connection connection, CameraName camera) throws SQLException {
        return Row.first(
                        connection,
                        "SELECT slow_seconds, links, note FROM chat_room WHERE camera_id = " + Cameras.ID_OF_NAME,
                        row -> new ChatMode(
                                (int) row.number("slow_seconds"),
                                ChatLinks.valueOf(row.text("links")),
                                row.optionalText("note")),
                        camera.text())
                .orElse(DEFAULT_MODE);
    }

    private static Sanction sanction(Row row) throws SQLException {
        return new Sanction(
                Kind.valueOf(row.text("kind")),
                row.text("person"),
                row.text("name"),
                ChatRole.valueOf(row.text("rank")),
                row.optionalText("address"),
                new Moderator(row.text("by_id"), ChatRole.valueOf(row.text("by_rank"))),
                row.number("at_us"),
                row.number("until_us"));
    }
}
