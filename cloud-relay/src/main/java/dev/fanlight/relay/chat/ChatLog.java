package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.Badge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Persistent storage of chat lines and names. Blocking; {@link #append} and {@link #prune} are called by one thread. */
public interface ChatLog {

    /**
     * The stored state of a room.
     *
     * @param lastSeq highest number ever assigned
     * @param lines the newest lines, removed ones included, oldest first
     * @param names chosen names by the person’s id
     * @param reactions the reactions to these lines
     */
    record Opening(long lastSeq, List<ChatLine> lines, Map<String, String> names, List<ReactionChange> reactions) {}

    /**
     * A line to be stored.
     *
     * @param camera the camera of the room
     * @param timeMicros the relay’s clock, µs
     * @param person id of the author
     * @param name name of the author
     * @param text cleaned
     * @param clientId identifies a line that is sent again
     * @param badge the author’s badge now
     * @param replyTo number of the line that it answers
     */
    record Draft(
            CameraName camera,
            long timeMicros,
            String person,
            String name,
            String text,
            String clientId,
            Optional<Badge> badge,
            OptionalLong replyTo) {}

    /**
     * The result of storing a draft.
     *
     * @param line the stored line
     * @param isNew false when it had been stored before
     */
    record Stored(ChatLine line, boolean isNew) {}

    /** Reads a room with at most {@code maxLines} lines. */
    Opening open(CameraName camera, int maxLines);

    /**
     * Stores drafts in their order and numbers them, all or none; they are on disk when this returns. One result for each draft, empty when
     * its camera no longer exists under that name.
     */
    List<Optional<Stored>> append(List<Draft> drafts);

    /** Adds a reaction to a stored line, or takes it back; does nothing for a line that is not stored. */
    void react(CameraName camera, ReactionChange change);

    /** Stores a person’s name. */
    void rename(CameraName camera, String person, String name);

    /** Deletes lines that are older than {@code keep} or exceed {@code maxLines} in their room. */
    void prune(Duration keep, int maxLines);
}
