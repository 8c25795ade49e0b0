package dev.fanlight.relay.ingest;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.cluster.StreamLocator;
import dev.fanlight.relay.ingest.PublishGate.Admitted;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the sessions of publishers that were admitted. Thread safe, does not block. */
public final class PublishSessions {

    /** How often it is recorded that a camera is being published. */
    static final Duration SEEN_INTERVAL = Duration.ofSeconds(30);

    /** How often the claim to a stream is renewed: four times in its life. */
    static final Duration CLAIM_RENEWAL = StreamLocator.CLAIM_LIFE.dividedBy(4);

    private final StreamRegistry streams;
    private final StreamLocator locator;
    private final PublishGate gate;
    private final AuthorizationMonitor monitor;
    private final Replacements replacements;
    private final Consumer<CameraName> seen;
    private final NanoClock clock;

    /**
     * Opens sessions that feed streams of {@code streams}.
     *
     * @param locator where this relay claims the streams that are published here
     * @param gate checks again whether a publisher is authorized
     * @param monitor says when
     * @param seen records that a camera is being published; may block, called where {@code monitor} runs its checks
     * @param clock for rates
     */
    public PublishSessions(
            StreamRegistry streams,
            StreamLocator locator,
            PublishGate gate,
            AuthorizationMonitor monitor,
            Replacements replacements,
            Consumer<CameraName> seen,
            NanoClock clock) {
        this.streams = streams;
        this.locator = locator;
        this.gate = gate;
        this.monitor = monitor;
        this.replacements = replacements;
        this.seen = seen;
        this.clock = clock;
    }

    /** The result of {@link #open}. */
    public sealed interface Opening {}

    /**
     * The publisher may send.
     *
     * @param session takes what it sends
     */
    public record Opened(PublishSession session) implements Opening {}

    /**
     * The publisher cannot publish now: there are too many streams, or publishers of this camera replace each other too often.
     *
     * @param retryAfter how long to wait, if that is known
     */
    public record Busy(Optional<Duration> retryAfter) implements Opening {}

    /**
     * Opens a session, which replaces an earlier publisher of the same camera. On the connection’s executor; the connection is not called
     * before the current task is done.
     */
    public Opening open(Admitted admitted, PublishConnection connection) {
        CameraAccess access = admitted.access();
        Optional<LiveStream> stream = streams.open(access.camera(), access.pause());
        if (stream.isEmpty()) {
            return new Busy(Optional.empty());
        }
        if (stream.get().isPublishedHere()) {
            Optional<Duration> wait = replacements.replace(admitted.principal(), admitted.camera());
            if (wait.isPresent()) {
                return new Busy(wait);
            }
        }
        PublishSession session =
                new PublishSession(connection, stream.get(), new PublishRates(clock), monitor.errors());
        session.monitor(monitor, admitted.principal(), () -> gate.recheck(admitted));
        session.claim(locator, admitted.camera(), CLAIM_RENEWAL);
        session.every(
                SEEN_INTERVAL,
                () -> monitor.run(
                        "The time a camera was seen could not be stored", () -> seen.accept(admitted.camera())));
        return new Opened(session);
    }
}
