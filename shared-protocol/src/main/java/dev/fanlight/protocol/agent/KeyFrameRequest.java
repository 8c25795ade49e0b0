package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;

/**
 * The next access unit of this track should be a key frame.
 *
 * @param track 0–255
 */
public record KeyFrameRequest(int track) implements ToAgent {

    @Override
    public MessageType type() {
        return MessageType.KEY_FRAME_REQUEST;
    }
}
