package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.Reaction;
import dev.fanlight.relay.chat.ChatLine;
import dev.fanlight.relay.chat.ChatLog;
import dev.fanlight.relay.chat.Moderator;
import dev.fanlight.relay.chat.ReactionChange;
import dev.fanlight.relay.chat.Removal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The chat lines of all cameras. Blocking, thread safe. */
public final class ChatLines implements ChatLog {

    /** Names that were set longer ago are deleted. */
    static final Duration NAME_LIFE = Duration.ofDays(30);

    /** Most names that are read when a room is opened. */
    static final int MAX_NAMES = 2_000;

    private final Database database;
    private final Clock clock;

    /** The lines of {@code database}. */
    public ChatLines(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Opening open(CameraName camera, int maxLines) {
        return database.read(connection -> {
            List<ChatLine> lines = Row.all(
                    connection,
                    "SELECT * FROM chat_line WHERE camera_id = " + Cameras.ID_OF_NAME + " ORDER BY seq DESC LIMIT ?",
                    ChatLines::line,
                    camera.text(),
                    maxLines);
            Collections.reverse(lines);
            return new Opening(
                    lastSeq(connection, camera),
                    List.copyOf(lines),
                    names(connection, camera),
                    reactions(connection, camera, lines));
        });
    }

    @Override
    public List<Optional<Stored>> append(List<Draft> drafts) {
        return database.write(connection -> {
            List<Optional<Stored>> stored = new ArrayList<>();
            for (Draft draft : drafts) {
                stored.add(append(connection, draft));
            }
            return stored;
        });
    }

    @Override
    public void react(CameraName camera, ReactionChange change) {
        database.write(
                connection -> change.on() ? add(connection, camera, change) : remove(connection, camera, change));
    }

    @Override
    public void rename(CameraName camera, String person, String name) {
        database.write(connection -> Row.update(
                connection,
                "INSERT INTO chat_name (camera_id, person, name, changed_at) SELECT id, ?, ?, ? FROM camera WHERE name = ?"
                        + " ON CONFLICT (camera_id, person) DO UPDATE SET name = excluded.name, changed_at = excluded.changed_at",
                person,
                name,
                clock.millis(),
                camera.text()));
    }

    @Override
    public void prune(Duration keep, int maxLines) {
        long oldest = TimeUnit.MILLISECONDS.toMicros(clock.millis() - keep.toMillis());
        long oldestName = clock.millis() - NAME_LIFE.toMillis();
        database.write(connection -> Row.update(connection, "DELETE FROM chat_line WHERE time_us < ?", oldest)
                + Row.update(
                        connection,
                        "DELETE FROM chat_line WHERE seq <="
                                + " (SELECT r.last_seq FROM chat_room r WHERE r.camera_id = chat_line.camera_id) - ?",
                        maxLines)
                + Row.update(
                        connection,
                        "DELETE FROM chat_reaction WHERE NOT EXISTS (SELECT 1 FROM chat_line l"
                                + " WHERE l.camera_id = chat_reaction.camera_id AND l.seq = chat_reaction.seq)")
                + Row.update(connection, "DELETE FROM chat_name WHERE changed_at < ?", oldestName));
    }

    private static int add(Connection connection, CameraName camera, ReactionChange change) throws SQLException {
        return Row.update(
                connection,
                "INSERT INTO chat_reaction (camera_id, seq, person, reaction)"
                        + " SELECT camera_id, seq, ?, ? FROM chat_line WHERE camera_id = " + Cameras.ID_OF_NAME
                        + " AND seq = ? ON CONFLICT (camera_id, seq, person, reaction) DO NOTHING",
                change.person(),
                change.reaction().wireName(),
                camera.text(),
                change.seq());
    }

    private static int remove(Connection connection, CameraName camera, ReactionChange change) throws SQLException {
        return Row.update(
                connection,
                "DELETE FROM chat_reaction WHERE camera_id = " + Cameras.ID_OF_NAME
                        + " AND seq = ? AND person = ? AND reaction = ?",
                camera.text(),
                change.seq(),
                change.person(),
                change.reaction().wireName());
    }

    private static List<ReactionChange> reactions(Connection connection, CameraName camera, List<ChatLine> lines)
            throws SQLException {
        if (lines.isEmpty()) {
            return List.of();
        }
        return Row.all(
                connection,
                "SELECT seq, person, reaction FROM chat_reaction WHERE camera_id = " + Cameras.ID_OF_NAME
                        + " AND seq >= ?",
                row -> new ReactionChange(
                        row.number("seq"),
                        row.text("person"),
                        Reaction.valueOf(row.text("reaction").toUpperCase(Locale.ROOT)),
                        true),
                camera.text(),
                lines.get(0).seq());
    }

    private static Optional<Stored> append(Connection connection, Draft draft) throws SQLException {
        Optional<ChatLine> before = Row.first(
                connection,
                "SELECT * FROM chat_line WHERE camera_id = " + Cameras.ID_OF_NAME + " AND person = ? AND client_id = ?",
                ChatLines::line,
                draft.camera().text(),
                draft.person(),
                draft.clientId());
        if (before.isPresent()) {
            return before.map(line -> new Stored(line, false));
        }
        Optional<Place> place = nextPlace(connection, draft.camera());
        if (place.isEmpty()) {
            return Optional.empty();
        }
        ChatLine line = line(draft, place.get().seq());
        Row.update(
                connection,
                "INSERT INTO chat_line (camera_id, seq, time_us, person, name, text, client_id, badge, reply_to)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.get().cameraId(),
                place.get().seq(),
                draft.timeMicros(),
                draft.person(),
                draft.name(),
                draft.text(),
                draft.clientId(),
                draft.badge().map(Badge::wireName),
                draft.replyTo());
        return Optional.of(new Stored(line, true));
    }

    private static ChatLine line(Draft draft, long seq) {
        return new ChatLine(
                seq,
                draft.timeMicros(),
                draft.person(),
                draft.name(),
                draft.text(),
                draft.clientId(),
                draft.badge(),
                draft.replyTo(),
                Optional.empty());
    }

    /** Assigns the next number of a room, which stays locked until the transaction ends; empty when there is no such camera. */
    private static Optional<Place> nextPlace(Connection connection, CameraName camera) throws SQLException {
        return Row.first(
                connection,
                "INSERT INTO chat_room (camera_id, last_seq) SELECT id, 1 FROM camera WHERE name = ?"
                        + " ON CONFLICT (camera_id) DO UPDATE SET last_seq = chat_room.last_seq + 1"
                        + " RETURNING camera_id, last_seq",
                row -> new Place(row.text("camera_id"), row.number("last_seq")),
                camera.text());
    }

    private record Place(String cameraId, long seq) {}

    private static long lastSeq(Connection connection, CameraName camera) throws SQLException {
        return Row.first(
                        connection,
                        "SELECT last_seq FROM chat_room WHERE camera_id = " + Cameras.ID_OF_NAME,
                        row -> row.number("last_seq"),
                        camera.text())
                .orElse(0L);
    }

    private static Map<String, String> names(Connection connection, CameraName camera) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        Row.all(
                        connection,
                        "SELECT person, name FROM chat_name WHERE camera_id = " + Cameras.ID_OF_NAME
                                + " ORDER BY changed_at DESC LIMIT ?",
                        row -> Map.entry(row.text("person"), row.text("name")),
                        camera.text(),
                        MAX_NAMES)
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    static ChatLine line(Row row) throws SQLException {
        return new ChatLine(
                row.number("seq"),
                row.number("time_us"),
                row.text("person"),
                row.text("name"),
                row.text("text"),
                row.text("client_id"),
                row.optionalText("badge").map(badge -> Badge.valueOf(badge.toUpperCase(Locale.ROOT))),
                row.optionalNumber("reply_to"),
                removal(row));
    }

    private static Optional<Removal> removal(Row row) throws SQLException {
        Optional<String> by = row.optionalText("removed_by");
        if (by.isEmpty()) {
            return Optional.empty();
        }
        Moderator moderator = new Moderator(by.get(), ChatRole.valueOf(row.text("removed_rank")));
        return Optional.of(new Removal(moderator, row.number("removed_us"), row.number("restored") != 0));
    }
}
