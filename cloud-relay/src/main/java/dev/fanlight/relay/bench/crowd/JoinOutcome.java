package dev.fanlight.relay.bench.crowd;

import java.time.Duration;
import java.util.Optional;

/**
 * The result of letting viewers join. Immutable.
 *
 * @param joined how many joined
 * @param watching how many watch now
 * @param took from the first connection until the last viewer received its first unit
 * @param refusal of the first viewer that was refused, if any was
 */
public record JoinOutcome(int joined, int watching, Duration took, Optional<JoinRefusal> refusal) {}
