package dev.fanlight.agent.uplink.connection;

import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Time and randomness of an uplink. Immutable.
 *
 * @param nano for durations
 * @param media for time messages; the clock that stamps captured media
 * @param wall the computer’s clock as it is now: the media clock keeps the time of its start when that is corrected
 * @param random for jitter and the first epoch; used by the event loop only
 */
public record UplinkClocks(NanoClock nano, MediaClock media, InstantSource wall, RandomGenerator random) {}
