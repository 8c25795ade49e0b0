package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.socket.AuthorizationMonitor;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.WorkerExecutor;

/**
 * What every player’s session needs. Immutable, its parts are thread safe.
 *
 * @param admission who may come in
 * @param fanOuts serve the viewers of each stream
 * @param policy what they may do there
 * @param rights watches over what they stand on
 * @param relayVersion told to players
 * @param worker for what blocks
 * @param wallClock the relay’s clock
 * @param clock for durations
 * @param counters what happened
 * @param errors what went wrong
 */
public record ViewerServices(
        Admission admission,
        FanOuts fanOuts,
        AccessPolicy policy,
        AuthorizationMonitor rights,
        String relayVersion,
        WorkerExecutor worker,
        MediaClock wallClock,
        NanoClock clock,
        RelayCounters counters,
        ErrorLog errors) {}
