package dev.fanlight.agent.encode;

import java.time.Duration;

/** A call of an encoder did not return in time; its thread is lost with it. */
final class EncoderStalledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EncoderStalledException(Duration limit) {
        super("it has not answered for " + limit.toSeconds() + " s");
    }
}
