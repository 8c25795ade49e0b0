package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.ReplacementLimit;
import dev.fanlight.relay.socket.AuthorizationMonitor;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.WorkerExecutor;
import java.util.function.Consumer;

/**
 * What every agent’s session needs. Immutable, its parts are thread safe.
 *
 * @param relayName what challenges name
 * @param authenticator who agents are
 * @param policy what they may do
 * @param streams where frames go
 * @param seen told that a camera’s agent is there; blocking
 * @param pending devices that wait for approval
 * @param doorkeeper whether rights still stand
 * @param rights watches over them
 * @param replacements how often a device may replace itself
 * @param audit told when one does
 * @param limits how often an address may try
 * @param worker for what blocks
 * @param secrets for nonces
 * @param wallClock the relay’s clock
 * @param clock for durations
 * @param counters what happened
 * @param errors what went wrong
 */
public record AgentServices(
        String relayName,
        AgentAuthenticator authenticator,
        AccessPolicy policy,
        StreamRegistry streams,
        Consumer<CameraName> seen,
        PendingDevices pending,
        Authenticator doorkeeper,
        AuthorizationMonitor rights,
        ReplacementLimit replacements,
        AuditLog audit,
        AddressLimits limits,
        WorkerExecutor worker,
        Secrets secrets,
        MediaClock wallClock,
        NanoClock clock,
        RelayCounters counters,
        ErrorLog errors) {}
