package dev.fanlight.relay.stream;

import dev.fanlight.media.StreamState;
import java.util.OptionalLong;

/**
 * The state of a stream as readers see it. Immutable.
 *
 * @param state whether frames can be expected
 * @param lastCaptureMicros when its newest frame was captured, on the relay's clock, if there was one
 */
public record StreamStatus(StreamState state, OptionalLong lastCaptureMicros) {}
