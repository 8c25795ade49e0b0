package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatMode;
import java.util.List;
import java.util.Optional;

/** Where moderation survives. Blocking, thread safe; what writes is called by the chat writer only. */
public interface ModerationLog {

    /**
     * What is in force in a room.
     *
     * @param mode how one may talk
     * @param sanctions those that have not ended
     */
    record InForce(ChatMode mode, List<Sanction> sanctions) {}

    /** What is in force now. */
    InForce inForce(CameraName camera, long nowMicros);

    /** One line, removed or not. */
    Optional<ChatLine> line(CameraName camera, long seq);

    /** The newest line of somebody, removed or not. */
    Optional<ChatLine> lastLineOf(CameraName camera, String person);

    /** The newest lines, removed ones too, oldest first, at most {@code max}. */
    List<ChatLine> newest(CameraName camera, int max);

    /** Notes that a line was removed, or put back. */
    void mark(CameraName camera, long seq, Removal removal);

    /** Puts a sanction in the place of one of the same kind for the same person. */
    void impose(CameraName camera, Sanction sanction);

    /**
     * Imposes a ban and removes what the person wrote since a moment, both or neither.
     *
     * @return seqs of the lines that were visible until now
     */
    List<Long> ban(CameraName camera, Sanction sanction, long sinceMicros);

    /** Takes a sanction back. */
    void lift(CameraName camera, Sanction.Kind kind, String person);

    /** Sets how one may talk. */
    void setMode(CameraName camera, ChatMode mode);

    /** Forgets sanctions that have ended. */
    void pruneSanctions(long nowMicros);
}
