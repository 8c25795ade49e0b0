package dev.fanlight.protocol;

import java.time.Duration;

/**
 * Over what time this peer and the others spread their attempts if they all lose this relay ({@code docs/protocol.md} §5).
 *
 * @param spread in whole milliseconds; zero for a relay with few peers
 */
public record Reconnect(Duration spread) implements ToAgent, ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.RECONNECT;
    }
}
