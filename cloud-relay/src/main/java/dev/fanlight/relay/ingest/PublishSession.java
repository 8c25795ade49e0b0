package dev.fanlight.relay.ingest;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.relay.auth.AccessDecision;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.cluster.StreamLocator;
import dev.fanlight.relay.cluster.Topic;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.MediaFrame;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Publisher;
import dev.fanlight.relay.stream.SourceStatus;
import dev.fanlight.runtime.ClockOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A publisher that was admitted, while it publishes: checks what it sends against its rates and announced tracks and passes it on to the
 * stream, passes demand back, and ends when the publisher is replaced or not authorized any more. Confined to the connection’s executor.
 * After the end its methods do nothing.
 */
public final class PublishSession implements AutoCloseable {

    private final PublishConnection connection;
    private final PublishRates rates;
    private final ErrorLog errors;
    private final PublishHandle stream;
    private final ClockOffset offset = new ClockOffset();
    private final List<Runnable> onEnd = new ArrayList<>(2);
    private Set<Integer> announced = Set.of();
    private boolean ended;

    PublishSession(PublishConnection connection, LiveStream stream, PublishRates rates, ErrorLog errors) {
        this.connection = connection;
        this.rates = rates;
        this.errors = errors;
        this.stream = stream.open(new Requests());
    }

    void monitor(AuthorizationMonitor monitor, Principal principal, Supplier<AccessDecision> check) {
        MonitoredSession monitored =
                monitor.monitor(new Monitored(), principal, Optional.empty(), Optional.empty(), check);
        onEnd.add(monitored::close);
    }

    /** Claims the stream for this relay until the end; the session ends when a newer publisher takes it over on another relay. */
    void claim(StreamLocator streams, CameraName camera, Duration renewal) {
        StreamClaim claim =
                new StreamClaim(streams, camera, connection::execute, () -> end(PublishEnd.REPLACED), errors);
        onEnd.add(claim::close);
        onEnd.add(streams.moved().subscribe(new Moves(camera, () -> connection.execute(claim::renew)))::close);
        every(renewal, claim::renew);
    }

    /** Runs an action now and then again and again until the end. */
    void every(Duration interval, Runnable action) {
        if (!ended) {
            action.run();
            connection.schedule(interval, () -> every(interval, action));
        }
    }

    /** Announces the tracks of an epoch; before its first frame, and again at every change. */
    public void tracks(TrackSet tracks) {
        if (!ended) {
            announced = tracks.tracks().stream().map(track -> track.id()).collect(Collectors.toUnmodifiableSet());
            stream.tracks(tracks);
        }
    }

    /** What the camera does. */
    public void source(SourceState state) {
        source(SourceStatus.of(state));
    }

    /** What the camera does, and how the way from it is. */
    public void source(SourceStatus status) {
        if (!ended) {
            stream.source(status);
        }
    }

    /**
     * One exchange of timestamps with the publisher, µs (RFC 5905 §8); a protocol without such an exchange leaves this out, and frames
     * then count as captured when they arrive.
     *
     * @param t0 the relay’s clock when it asked
     * @param t1 the publisher’s clock when it got the question
     * @param t2 the publisher’s clock when it answered
     * @param t3 the relay’s clock when it got the answer
     */
    public void clock(long t0, long t1, long t2, long t3) {
        if (!ended) {
            offset.add(t0, t1, t2, t3);
            offset.best().ifPresent(stream::clock);
        }
    }

    /**
     * The next access unit of a track, which is borrowed. One that breaks a limit ends the session; one of another epoch than the
     * announced one is dropped.
     */
    public void frame(MediaFrame frame) {
        if (ended) {
            return;
        }
        if (frame.size() > PublishRates.MAX_FRAME_BYTES) {
            end(PublishEnd.FRAME_TOO_BIG);
        } else if (permits(frame.size())) {
            pass(frame);
        }
    }

    private void pass(MediaFrame frame) {
        if (announced.contains(frame.header().track())) {
            stream.frame(frame);
        } else {
            end(PublishEnd.UNANNOUNCED_TRACK);
        }
    }

    /** Counts bytes that the publisher sends against its rate, and ends the session when they are too many. */
    public boolean permits(int bytes) {
        boolean permitted = rates.permits(bytes);
        if (!permitted) {
            errors.warn("A publisher sent more than 260 frames and packets or 20 Mbit a second");
            end(PublishEnd.OVER_RATE);
        }
        return permitted && !ended;
    }

    /** Whether nothing is passed on any more. */
    public boolean isEnded() {
        return ended;
    }

    /** The publisher is gone, or stops; does nothing the second time. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            stream.end();
            onEnd.forEach(Runnable::run);
        }
    }

    private void end(PublishEnd reason) {
        if (!ended) {
            close();
            connection.ended(reason);
        }
    }

    /**
     * Asks at once who has the stream when it has moved, so that an older publisher ends without waiting for the next renewal. Any thread.
     *
     * @param camera whose stream
     * @param renewal renews the claim
     */
    private record Moves(CameraName camera, Runnable renewal) implements Topic.Listener<CameraName> {

        @Override
        public void received(CameraName moved) {
            if (moved.equals(camera)) {
                renewal.run();
            }
        }

        @Override
        public void missed() {
            renewal.run();
        }
    }

    /** What the stream wants of the publisher. Any thread. */
    private final class Requests implements Publisher {

        @Override
        public void demand(PublishDemand demand) {
            whileOpen(() -> connection.demand(demand));
        }

        @Override
        public void requestKeyFrame(int track) {
            whileOpen(() -> connection.requestKeyFrame(track));
        }

        @Override
        public void head(HeadCommand command, Consumer<HeadAnswer> answer) {
            connection.execute(() -> {
                if (ended) {
                    answer.accept(HeadAnswer.of(HeadResult.UNAVAILABLE));
                } else {
                    connection.head(command, answer);
                }
            });
        }

        @Override
        public void replaced() {
            connection.execute(() -> end(PublishEnd.REPLACED));
        }

        private void whileOpen(Runnable request) {
            connection.execute(() -> {
                if (!ended) {
                    request.run();
                }
            });
        }
    }

    /** What the authorization monitor sees of the session. */
    private final class Monitored implements MonitoredSession.Connection {

        @Override
        public void execute(Runnable task) {
            connection.execute(task);
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            connection.schedule(delay, task);
        }

        @Override
        public void unauthorized(Reason reason) {
            end(
                    switch (reason) {
                        case REVOKED, DISCONNECTED -> PublishEnd.REVOKED;
                        case MOVED -> PublishEnd.MOVED;
                        case UNKNOWN -> PublishEnd.FAILED;
                    });
        }
    }
}
