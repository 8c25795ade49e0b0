package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import java.time.Duration;

/**
 * The owner has been asked to approve this device; {@link Joined} follows, or goodbye {@link CloseReason#CODE_REFUSED}.
 *
 * @param code the code that the agent shows, see {@link dev.fanlight.identity.ApprovalCode}
 * @param lifetime how long the request stays open, whole milliseconds, at most a day
 */
public record Pending(String code, Duration lifetime) implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.PENDING;
    }
}
