package dev.fanlight.protocol;

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

    @Override
    public void dispatch(ToAgent.Handler handler) {
        handler.on(this);
    }
}
