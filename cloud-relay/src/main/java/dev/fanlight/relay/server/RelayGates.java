package dev.fanlight.relay.server;

import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.auth.LinkPlaces;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.auth.WatchRule;
import dev.fanlight.relay.cluster.StreamLocator;
import dev.fanlight.relay.config.LiveConfig;
import dev.fanlight.relay.ingest.DeviceAuthenticator;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSessions;
import dev.fanlight.relay.ingest.Replacements;
import dev.fanlight.relay.ratelimit.ReplacementLimit;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.StreamRegistry;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What admits viewers and publishers, whichever protocol they use. Thread safe.
 *
 * @param watching admits viewers
 * @param publishing admits publishers
 * @param publishers opens the sessions of publishers
 * @param monitor checks again whether sessions are authorized
 */
record RelayGates(
        WatchGate watching, PublishGate publishing, PublishSessions publishers, AuthorizationMonitor monitor) {

    /**
     * The gates of one relay.
     *
     * @param rule who may not watch besides
     * @param devices authenticates devices
     */
    static RelayGates of(
            LiveConfig live,
            RelayAccess access,
            Instruments instruments,
            WatchRule rule,
            DeviceAuthenticator devices,
            Publishing publishing) {
        WatchGate watching = new WatchGate(
                access.authenticator(),
                access.policy(),
                access.limits(),
                rule,
                instruments.counters(),
                () -> live.get().limits().viewers(),
                publishing.places());
        PublishGate gate = new PublishGate(
                devices, access.authenticator(), access.policy(), access.limits(), instruments.counters());
        AuthorizationMonitor monitor =
                new AuthorizationMonitor(access.sessions(), blocking(publishing.worker()), instruments.errors());
        PublishSessions publishers = new PublishSessions(
                publishing.streams(),
                publishing.locator(),
                gate,
                monitor,
                new Replacements(new ReplacementLimit(instruments.clock()), publishing.audit()),
                publishing.store().cameras()::seen,
                instruments.clock());
        return new RelayGates(watching, gate, publishers, monitor);
    }

    /**
     * What publishing needs besides.
     *
     * @param store records that cameras are published
     * @param audit records that publishers are replaced
     * @param streams what is published
     * @param locator where each stream is published
     * @param worker for what blocks
     * @param places counts the viewers of links with those of other relays, if there are others
     */
    record Publishing(
            RelayStore store,
            AuditLog audit,
            StreamRegistry streams,
            StreamLocator locator,
            WorkerExecutor worker,
            Optional<LinkPlaces> places) {}

    private static Executor blocking(WorkerExecutor worker) {
        return task -> {
            var unused = worker.executeBlocking(
                    () -> {
                        task.run();
                        return true;
                    },
                    false);
        };
    }
}
