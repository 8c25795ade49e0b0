package dev.fanlight.agent.uplink.connection;

import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.util.random.RandomGenerator;

/**
 * What an uplink cannot decide by itself. Immutable.
 *
 * @param nano for durations
 * @param media for time messages; the clock that stamps pictures
 * @param random for jitter and the first epoch; used by the event loop only
 */
public record UplinkClocks(NanoClock nano, MediaClock media, RandomGenerator random) {}
