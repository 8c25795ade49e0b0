package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The surroundings of agents’ sessions. Immutable, its parts are thread safe.
 *
 * @param relayName named by challenges
 * @param timeouts how long agents are waited for
 * @param worker for what blocks
 * @param secrets for nonces
 * @param wallClock the relay’s clock
 * @param clock for durations
 * @param errors where failures are logged
 */
public record AgentContext(
        String relayName,
        RelayTimeouts.Agents timeouts,
        WorkerExecutor worker,
        Secrets secrets,
        MediaClock wallClock,
        NanoClock clock,
        ErrorLog errors) {

    private static final int NONCE_BYTES = 32;

    Challenge newChallenge() {
        return new Challenge(relayName, secrets.bytes(NONCE_BYTES), seconds());
    }

    RotateKey newRotation() {
        return new RotateKey(secrets.bytes(NONCE_BYTES), seconds());
    }

    long nowMillis() {
        return TimeUnit.MICROSECONDS.toMillis(wallClock.micros());
    }

    private long seconds() {
        return TimeUnit.MICROSECONDS.toSeconds(wallClock.micros());
    }
}
