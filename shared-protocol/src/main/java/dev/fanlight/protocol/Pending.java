package dev.fanlight.protocol;

import java.time.Duration;

/**
 * The owner is to approve this device; {@link Joined} follows, or goodbye {@link CloseReason#CODE_REFUSED}.
 *
 * @param code what the agent shows, see {@link dev.fanlight.identity.ApprovalCode}
 * @param lifetime how long the owner has, whole milliseconds, at most a day
 */
public record Pending(String code, Duration lifetime) implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.PENDING;
    }

    @Override
    public void dispatch(ToAgent.Handler handler) {
        handler.on(this);
    }
}
