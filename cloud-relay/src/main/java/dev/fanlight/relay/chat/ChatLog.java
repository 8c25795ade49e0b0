package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.Badge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where chat survives. Blocking; {@link #append} and {@link #prune} are called by one thread. */
public interface ChatLog {

    /**
     * What a room begins with.
     *
     * @param lastSeq highest number that was ever given
     * @param lines the newest lines, removed ones too, oldest first
     * @param names people who chose a name, by id
     */
    record Opening(long lastSeq, List<ChatLine> lines, Map<String, String> names) {}

    /**
     * A line to be stored.
     *
     * @param camera whose room
     * @param timeMicros the relay’s clock, µs
     * @param person id of the author
     * @param name name of the author
     * @param text cleaned
     * @param clientId makes storing it again safe
     * @param badge what the author is
     */
    record Draft(
            CameraName camera,
            long timeMicros,
            String person,
            String name,
            String text,
            String clientId,
            Optional<Badge> badge) {}

    /**
     * What became of a draft.
     *
     * @param line as it is stored now
     * @param isNew false when it was stored before
     */
    record Stored(ChatLine line, boolean isNew) {}

    /** Reads a room with at most {@code maxLines} lines. */
    Opening open(CameraName camera, int maxLines);

    /**
     * Stores drafts in their order and numbers them, all or none; they are on disk when this returns. One result for each draft: nothing
     * for a draft whose camera no longer exists under that name.
     */
    List<Optional<Stored>> append(List<Draft> drafts);

    /** Remembers a name. */
    void rename(CameraName camera, String person, String name);

    /** Forgets lines that are older than {@code keep} or more than {@code maxLines} in their room. */
    void prune(Duration keep, int maxLines);
}
