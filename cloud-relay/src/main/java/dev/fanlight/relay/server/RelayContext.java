package dev.fanlight.relay.server;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.route.Routes;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSessions;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.srt.SrtProcess;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.tls.ServedCertificate;
import dev.fanlight.relay.transcode.PlayableStreams;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;

/** The parts of a relay, as gateways see them. */
record RelayContext(
        Instruments instruments,
        RelayAccess access,
        RelayGates gates,
        StreamRegistry streams,
        PlayableStreams playableStreams,
        Routes routes,
        Vertx vertx,
        int eventLoops,
        Optional<ServedCertificate> certificate,
        FfmpegChildren children,
        SrtProcess srt,
        WorkerExecutor worker,
        RelayTimeouts timeouts)
        implements GatewayContext {

    @Override
    public WatchGate watchGate() {
        return gates.watching();
    }

    @Override
    public PublishGate publishGate() {
        return gates.publishing();
    }

    @Override
    public PublishSessions publishSessions() {
        return gates.publishers();
    }

    @Override
    public AuthorizationMonitor authorization() {
        return gates.monitor();
    }

    @Override
    public AccessPolicy policy() {
        return access.policy();
    }

    @Override
    public AddressLimits limits() {
        return access.limits();
    }

    @Override
    public ClientAddress clients() {
        return access.clients();
    }

    @Override
    public NanoClock clock() {
        return instruments.clock();
    }

    @Override
    public MediaClock wallClock() {
        return instruments.wallClock();
    }

    @Override
    public RelayCounters counters() {
        return instruments.counters();
    }

    @Override
    public ErrorLog errors() {
        return instruments.errors();
    }
}
