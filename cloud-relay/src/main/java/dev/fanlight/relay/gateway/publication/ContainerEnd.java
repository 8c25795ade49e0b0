package dev.fanlight.relay.gateway.publication;

import dev.fanlight.relay.ingest.PublishEnd;
import java.util.Optional;

/**
 * How a publication ended, for the publisher. Immutable.
 *
 * @param status of HTTP
 * @param sentence for people; empty when all is well
 */
public record ContainerEnd(int status, String sentence) {

    /** Everything has been taken. */
    public static final ContainerEnd COMPLETE = new ContainerEnd(204, "");

    public static ContainerEnd unreadable(String sentence) {
        return new ContainerEnd(422, sentence);
    }

    public static ContainerEnd silent(String sentence) {
        return new ContainerEnd(408, sentence);
    }

    public static ContainerEnd failed(String sentence) {
        return new ContainerEnd(500, sentence);
    }

    /** What its publisher did wrong, for the log; nothing of what that has sent. */
    Optional<String> fault() {
        return switch (status) {
            case 408 -> Optional.of("no media came");
            case 413 -> Optional.of("too much came");
            case 422 -> Optional.of("it could not be read");
            default -> Optional.empty();
        };
    }

    public static ContainerEnd of(PublishEnd end) {
        int status = switch (end) {
            case REPLACED, MOVED -> 409;
            case REVOKED -> 401;
            case OVER_RATE, FRAME_TOO_BIG -> 413;
            case UNANNOUNCED_TRACK, FAILED -> 500;
        };
        return new ContainerEnd(status, end.sentence());
    }
}
