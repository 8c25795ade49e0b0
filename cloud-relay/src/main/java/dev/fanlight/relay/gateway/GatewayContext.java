package dev.fanlight.relay.gateway;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.config.RelayTimeouts;
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

/** What the relay gives to a gateway, one that serves viewers or one that takes publishers. Everything is thread safe but {@link #routes}. */
public interface GatewayContext {

    /** The streams of all cameras, as they are published. */
    StreamRegistry streams();

    /** The streams for players and targets that know few codecs: with H.264 in the place of other video, where the camera’s owner allows that. */
    PlayableStreams playableStreams();

    /** Admits viewers. Blocking: call it on {@link #worker}. */
    WatchGate watchGate();

    /** Admits publishers. Blocking: call it on {@link #worker}. */
    PublishGate publishGate();

    /** Opens the sessions of publishers that were admitted. */
    PublishSessions publishSessions();

    /** Checks again and again whether viewers are still authorized; the sessions of publishers do so themselves. */
    AuthorizationMonitor authorization();

    /** Who may do what. */
    AccessPolicy policy();

    /** How often an address may try. */
    AddressLimits limits();

    /** The address and scheme of a client, also behind a trusted proxy. */
    ClientAddress clients();

    /** Where a gateway adds its paths, in {@link GatewayFactory#create} or in its start; on the starting thread only. */
    Routes routes();

    /** For listeners and timers of its own. */
    Vertx vertx();

    /** How many event loops serve sockets: a listener is opened once for each. */
    int eventLoops();

    /** The relay’s certificate, for listeners with TLS; none behind a proxy, which has one of its own. */
    Optional<ServedCertificate> certificate();

    /** Starts FFmpeg for what the relay itself does not read. A gateway that needs it calls {@link FfmpegChildren#require} in its start. */
    FfmpegChildren children();

    /** Speaks SRT, in a process of its own. A gateway that needs it calls {@link SrtProcess#require} in its start. */
    SrtProcess srt();

    /** For what blocks; shared with the sessions of agents and viewers. */
    WorkerExecutor worker();

    /** How long peers are waited for. */
    RelayTimeouts timeouts();

    /** Measures durations. */
    NanoClock clock();

    /** The clock of the relay’s timestamps. */
    MediaClock wallClock();

    /** What is counted. */
    RelayCounters counters();

    /** Where failures are reported, each kind once a while. */
    ErrorLog errors();
}
