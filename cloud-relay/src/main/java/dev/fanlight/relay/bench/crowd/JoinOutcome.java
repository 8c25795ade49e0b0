package dev.fanlight.relay.bench.crowd;

import java.time.Duration;
import java.util.Optional;

/**
 * How it went to let viewers in. Immutable.
 *
 * @param joined how many came
 * @param watching how many watch now
 * @param took from the first connection to the last first picture
 * @param refusal why the first of those who did not get in did not
 */
public record JoinOutcome(int joined, int watching, Duration took, Optional<JoinRefusal> refusal) {}
