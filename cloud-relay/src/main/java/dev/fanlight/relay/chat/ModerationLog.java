package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatMode;
import java.util.List;
import java.util.Optional;

/** Persistent storage of moderation. Blocking, thread safe; methods that write are called by the chat writer only. */
public interface ModerationLog {

    /**
     * What is in force in a room.
     *
     * @param mode slow mode, and who may post links
     * @param sanctions bans and time-outs that have not ended
     */
    record InForce(ChatMode mode, List<Sanction> sanctions) {}

    /** What is in force now. */
    InForce inForce(CameraName camera, long nowMicros);

    /** One line, removed or not. */
    Optional<ChatLine> line(CameraName camera, long seq);

    /** The newest line of a person, removed or not. */
    Optional<ChatLine> lastLineOf(CameraName camera, String person);

    /** The newest lines, removed ones included, oldest first, at most {@code max}. */
    List<ChatLine> newest(CameraName camera, int max);

    /** Records that a line was removed or restored. */
    void mark(CameraName camera, long seq, Removal removal);

    /** Stores a sanction; replaces one of the same kind for the same person. */
    void impose(CameraName camera, Sanction sanction);

    /**
     * Imposes a ban and removes what the person wrote since a moment, both or neither.
     *
     * @return seqs of the lines that this removed
     */
    List<Long> ban(CameraName camera, Sanction sanction, long sinceMicros);

    /** Lifts a sanction. */
    void lift(CameraName camera, Sanction.Kind kind, String person);

    /** Stores the chat mode. */
    void setMode(CameraName camera, ChatMode mode);

    /** Deletes sanctions that have ended. */
    void pruneSanctions(long nowMicros);
}
