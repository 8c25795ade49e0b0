package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.function.Supplier;

/**
 * What every player’s session needs. Immutable, its parts are thread safe.
 *
 * @param admission admits players
 * @param identities who players are in the chat
 * @param fanOuts serve the viewers of each stream
 * @param policy what they may do
 * @param authorization checks whether they are still authorized
 * @param relayVersion sent to players
 * @param features what the relay lists to every player, asked for each
 * @param timeouts how long players are waited for
 * @param worker for what blocks
 * @param wallClock the relay’s clock
 * @param clock for durations
 * @param counters what happened
 * @param errors where failures are logged
 */
public record ViewerServices(
        Admission admission,
        ChatIdentities identities,
        FanOuts fanOuts,
        AccessPolicy policy,
        AuthorizationMonitor authorization,
        String relayVersion,
        Supplier<List<String>> features,
        RelayTimeouts.Viewers timeouts,
        WorkerExecutor worker,
        MediaClock wallClock,
        NanoClock clock,
        RelayCounters counters,
        ErrorLog errors) {}
