package dev.fanlight.protocol.rtmp;

/** What a peer is informed of, besides a sentence. */
public enum StatusCode {
    /** The connection is accepted. */
    CONNECTED("status", "NetConnection.Connect.Success"),
    /** The connection is refused. */
    CONNECTION_REJECTED("error", "NetConnection.Connect.Rejected"),
    /** The connection is closed. */
    CONNECTION_CLOSED("status", "NetConnection.Connect.Closed"),
    /** The peer may send its stream. */
    PUBLISH_STARTED("status", "NetStream.Publish.Start"),
    /** The peer may not publish by this name, or not any more. */
    PUBLISH_REFUSED("error", "NetStream.Publish.BadName"),
    /** The peer has ended its stream. */
    PUBLISH_ENDED("status", "NetStream.Unpublish.Success"),
    /** The stream that was asked for begins. */
    PLAY_STARTED("status", "NetStream.Play.Start"),
    /** The stream has ended. */
    PLAY_ENDED("status", "NetStream.Play.Stop"),
    /** There is no such stream for this peer. */
    STREAM_NOT_FOUND("error", "NetStream.Play.StreamNotFound"),
    /** The stream cannot be sent, or not any more. */
    PLAY_FAILED("error", "NetStream.Play.Failed");

    private final String level;
    private final String code;

    StatusCode(String level, String code) {
        this.level = level;
        this.code = code;
    }

    /** {@code status} or {@code error}. */
    public String level() {
        return level;
    }

    /** As it is sent. */
    public String code() {
        return code;
    }
}
