package dev.fanlight.relay.server;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.component.Lifecycle;
import dev.fanlight.relay.component.Resource;
import dev.fanlight.relay.config.LiveConfig;
import dev.fanlight.relay.config.PublicAddresses;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.config.StartRules;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.OwnerAccount;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.CertificateState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A running relay: an ordered list of components, which {@link #start} starts and {@link #close()} stops in reverse. Both block, and are called
 * by one thread; everything else is thread safe.
 */
public final class RelayServer implements AutoCloseable {

    private final Lifecycle lifecycle;
    private final LiveConfig live;
    private final Duration stopLimit;
    private final Instruments instruments;
    private final Optional<RelayTls> tls;
    private final RunningRelay running;

    private RelayServer(
            Lifecycle lifecycle,
            LiveConfig live,
            Duration stopLimit,
            Instruments instruments,
            Optional<RelayTls> tls,
            RunningRelay running) {
        this.lifecycle = lifecycle;
        this.live = live;
        this.stopLimit = stopLimit;
        this.instruments = instruments;
        this.tls = tls;
        this.running = running;
    }

    /**
     * Starts a relay; when this returns it listens.
     *
     * @param schedule when the certificate is checked and renewed
     * @param gateways are made and started in this order, before the relay listens
     * @throws UserException with a sentence for people when a port is taken or the state cannot be used
     * @throws RuntimeException whatever a gateway fails with; everything that was started has been stopped then
     */
    public static RelayServer start(
            RelayConfig config, RelayStateFolder folder, CertificateSchedule schedule, List<GatewayFactory> gateways) {
        StartRules.check(config);
        Instruments instruments = Instruments.ofSystem();
        LiveConfig live = new LiveConfig(config);
        Lifecycle lifecycle = new Lifecycle(instruments.clock());
        Duration stopLimit = config.timeouts().stop().total();
        try {
            lifecycle.start(new Resource("state-lock", folder.lock()));
            StateFolderCheck.of(folder, config).run();
            Optional<RelayTls> tls = config.proxy().behind()
                    ? Optional.empty()
                    : Optional.of(RelayTls.prepare(config, folder, schedule));
            RunningRelay running = new RelayAssembly(live, folder, tls, instruments, lifecycle).start(gateways);
            return new RelayServer(lifecycle, live, stopLimit, instruments, tls, running);
        } catch (RuntimeException e) {
            stop(lifecycle, stopLimit, e);
            throw e;
        }
    }

    /** The public port: the one with TLS, or behind a proxy the one without. */
    public int port() {
        return running.addresses().port();
    }

    /** The port without TLS, if there is one. */
    public OptionalInt plainPort() {
        return running.addresses().plainPort();
    }

    /** The state of the certificate; none behind a proxy, which has one of its own. */
    public Optional<CertificateState> certificate() {
        return tls.map(certificates -> certificates.served().state());
    }

    /** Where links lead. */
    public PublicAddresses addresses() {
        return running.addresses().get();
    }

    /** The owner’s password and how it is set. */
    public OwnerAccount owner() {
        return running.store().owner();
    }

    /** Waits for the end of a thread that must not end; nothing but another start helps then. Returns what ended it. */
    public Throwable awaitFailure() throws InterruptedException {
        return instruments.errors().awaitFatal();
    }

    /**
     * Puts the settings of {@link LiveConfig#SETTINGS} in force.
     *
     * @throws UserException when the relay could not be started with {@code next}; nothing is changed then
     */
    public void reconfigure(RelayConfig next) {
        StartRules.check(next);
        live.follow(next);
    }

    /** What happened since the start. */
    public RelayCounters counters() {
        return instruments.counters();
    }

    /** What it does now, in one line for people. */
    public String summary() {
        Collection<LiveStream> open = running.streams().all();
        long online = open.stream().filter(LiveStream::isOnline).count();
        int viewers = open.stream().mapToInt(LiveStream::viewers).sum();
        String numbers = online + (online == 1 ? " camera" : " cameras") + " online, " + viewers
                + (viewers == 1 ? " viewer" : " viewers");
        return running.store()
                .health()
                .problem()
                .map(reason -> numbers + "; nothing can be stored: " + reason)
                .orElse(numbers);
    }

    /** Whether every event loop does a piece of work within {@code limit}; one that is stuck serves nobody. Blocking. */
    public boolean responds(Duration limit) {
        return running.loops().respond(limit);
    }

    /** How many sockets are open now. */
    public int openSockets() {
        return running.sockets().open().size();
    }

    /** The state of each component by its name, in the order of their start: numbers, texts, lists and maps of these. */
    public Map<String, Object> describe() {
        return lifecycle.describe();
    }

    /**
     * Disconnects all peers with the advice when to come back, stores what has to be stored, and ends; within {@link RelayTimeouts.Stop#total}.
     *
     * @throws RuntimeException the first failure, with the others suppressed in it; everything has been stopped then
     */
    @Override
    public void close() {
        lifecycle.stop(stopLimit);
    }

    private static void stop(Lifecycle lifecycle, Duration limit, RuntimeException cause) {
        try {
            lifecycle.stop(limit);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
