package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.uplink.media.Backlog;
import dev.fanlight.agent.uplink.media.PublishQueue;
import dev.fanlight.agent.uplink.media.SendPlan;
import dev.fanlight.agent.uplink.media.SendTrigger;
import dev.fanlight.agent.uplink.socket.Dialer;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.agent.uplink.socket.RelayAddress;
import dev.fanlight.agent.uplink.socket.SocketEnd;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.Reconnect;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.ptz.Ptz;
import dev.fanlight.protocol.ptz.PtzResult;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The agent’s session with its relay over all connections: connects, reconnects for ever, keeps the state that a new connection
 * has to send. Public methods are for any thread; the rest belongs to one event loop.
 */
public final class UplinkSession implements AutoCloseable {

    private static final Duration OBSERVE_EVERY = Duration.ofMillis(250);

    private final EventLoop loop;
    private final Vertx vertx;
    private final Context context;
    private final Dialer dialer;
    private final ConnectionFactory maker;
    private final KeySelection choice;
    private final ReconnectPolicy policy;
    private final PublishQueue queue;
    private final Backlog backlog;
    private final StreamControl control;
    private final UplinkListener listener;
    private final UplinkClocks clocks;
    private final UplinkMonitor monitor;
    private final RelayRequests requests;
    private final CameraReport report;

    // event loop only
    private UplinkState state = new UplinkState.Idle();

    /**
     * Makes one that is not started.
     *
     * @param timeouts how long the relay is waited for
     * @param range the configured bit rates
     * @param control gets demand, key frame requests, bit rates and levels
     */
    public UplinkSession(
            EventLoop loop,
            KeyRing keys,
            String version,
            NetworkSettings settings,
            AgentTimeouts.Connection timeouts,
            SendPlan.Range range,
            StreamControl control,
            UplinkListener listener,
            UplinkClocks clocks) {
        RandomGenerator random = clocks.random();
        this.loop = loop;
        this.vertx = loop.vertx();
        this.context = vertx.getOrCreateContext();
        this.dialer = new Dialer(vertx, RelayAddress.of(keys.current(), settings.connectTimeout()), timeouts);
        this.choice = new KeySelection(keys);
        this.policy = new ReconnectPolicy(random);
        this.control = control;
        this.listener = listener;
        this.clocks = clocks;
        this.queue = new PublishQueue(
                settings.queue(), random.nextLong(), new SendTrigger(context, this::sendNow), control::keyFrame);
        this.backlog = new Backlog(queue, settings.backlogBytes(), random.nextLong());
        this.monitor = new UplinkMonitor(range, queue, control, clocks.nano(), listener::notice);
        this.requests = new RelayRequests(context, random, this::send, RelayRequests.LIMIT);
        this.report = new CameraReport(context, this::send);
        this.maker = new ConnectionFactory(
                vertx,
                choice,
                version,
                timeouts.heartbeat(),
                settings.silence(),
                queue,
                backlog,
                clocks,
                new SessionOwner(),
                listener);
    }

    /** Starts connecting. */
    public void start() {
        context.runOnContext(nothing -> {
            dial(0);
            vertx.setPeriodic(OBSERVE_EVERY.toMillis(), this::observe);
        });
    }

    /** Where access units go; never blocks. What does not arrive is kept for the recording, if there is one. */
    public MediaSink sink() {
        return backlog;
    }

    /** The state of the camera for the relay. */
    public CameraReport report() {
        return report;
    }

    /** Figures of the last quarter of a second. */
    public UplinkFigures figures() {
        return monitor.figures();
    }

    /** What people at the camera request of the relay. */
    public RelayRequests requests() {
        return requests;
    }

    /** Ends the connection for good. Waits for that, for a limited time; not for the event loop. */
    @Override
    public void close() {
        Promise<Void> closed = Promise.promise();
        context.runOnContext(nothing -> {
            UplinkState last = state;
            state = new UplinkState.Closed();
            queue.disconnect();
            closeConnection(last);
            dialer.close().onComplete(done -> closed.complete());
        });
        loop.settle(closed.future());
    }

    private void dial(int attempt) {
        state = new UplinkState.Dialing(attempt);
        dialer.dial(maker::make)
                .onComplete(connection -> opened(connection, attempt), failure -> dialFailed(failure, attempt));
    }

    private void opened(UplinkConnection connection, int attempt) {
        if (state instanceof UplinkState.Closed) {
            connection.close(CloseReason.DONE);
            return;
        }
        state = new UplinkState.Authenticating(connection, attempt);
        connection.start();
    }

    private void dialFailed(Throwable failure, int attempt) {
        if (!(state instanceof UplinkState.Closed)) {
            follow(policy.afterFailure(attempt, failure), attempt, String.valueOf(failure.getMessage()));
        }
    }

    private void follow(ReconnectPolicy.Decision decision, int attempt, String why) {
        if (decision instanceof ReconnectPolicy.Decision.GiveUp giveUp) {
            state = new UplinkState.Closed();
            listener.closed(giveUp.reason());
        } else if (decision instanceof ReconnectPolicy.Decision.Wait wait) {
            long timer = vertx.setTimer(Math.max(1, wait.delay().toMillis()), id -> dial(attempt + 1));
            state = new UplinkState.Backoff(attempt, timer);
            listener.waiting(why, wait.delay());
        }
    }

    private void closeConnection(UplinkState last) {
        if (last instanceof UplinkState.Live live) {
            live.connection().close(CloseReason.DONE);
        } else if (last instanceof UplinkState.Authenticating authenticating) {
            authenticating.connection().close(CloseReason.DONE);
        } else if (last instanceof UplinkState.Backoff backoff) {
            vertx.cancelTimer(backoff.timer());
        }
    }

    private boolean send(FromAgent message) {
        if (state instanceof UplinkState.Live live) {
            live.connection().send(message);
            return true;
        }
        return false;
    }

    private void sendNow() {
        if (state instanceof UplinkState.Live live) {
            live.connection().pump();
        }
    }

    private void observe(long timer) {
        if (state instanceof UplinkState.Closed) {
            vertx.cancelTimer(timer);
        } else if (state instanceof UplinkState.Live live) {
            UplinkQuality quality = monitor.observe(live.connection());
            reportQuality(quality);
            live.connection().pump();
        }
    }

    private void reportQuality(UplinkQuality quality) {
        if (quality != report.now().uplink()) {
            report.quality(quality);
            listener.uplink(quality);
        }
    }

    /** Takes the events of connections. */
    private final class SessionOwner implements UplinkConnection.Owner {

        @Override
        public void onLive(UplinkConnection connection, String camera) {
            if (state instanceof UplinkState.Authenticating authenticating) {
                state = new UplinkState.Live(
                        connection, authenticating.attempt(), clocks.nano().nanoTime());
                listener.connected(camera);
                if (choice.taken()) {
                    connection.adoptKey();
                }
                connection.send(report.now());
                control.connected();
                queue.connect();
            }
        }

        @Override
        public void onDemand(Demand demand) {
            backlog.want(demand.backfill());
            control.demand(demand.readers(), demand.tracks());
            CurrentViewers viewers = ViewerNames.of(demand);
            control.viewers(viewers);
            listener.viewers(viewers);
        }

        @Override
        public void onKeyFrameRequest(int track) {
            control.keyFrame(track);
        }

        @Override
        public void onHead(Ptz message) {
            control.head(
                    message.command(),
                    answer -> context.runOnContext(
                            nothing -> UplinkSession.this.send(new PtzResult(message.clientId(), answer))));
        }

        @Override
        public void onReconnect(Reconnect message) {
            policy.spread(message.spread());
        }

        @Override
        public void onAnswer(ToAgent message) {
            requests.answered(message);
        }

        @Override
        public void onEnd(UplinkConnection connection, SocketEnd end) {
            requests.abandon();
            monitor.disconnected();
            backlog.disconnect();
            backlog.unlessWanted(() -> control.demand(0, Set.of()));
            control.viewers(CurrentViewers.NONE);
            control.disconnected();
            String why = end.sentence();
            if (state instanceof UplinkState.Live live) {
                long lasted = clocks.nano().nanoTime() - live.sinceNanos();
                boolean good = lasted >= ReconnectPolicy.GOOD_CONNECTION.toNanos();
                int attempt = good ? 0 : live.attempt();
                follow(policy.next(attempt, end), attempt, why);
            } else if (state instanceof UplinkState.Authenticating authenticating) {
                notAccepted(authenticating, end, why);
            }
        }

        private void notAccepted(UplinkState.Authenticating authenticating, SocketEnd end, String why) {
            boolean refused = end.reason().equals(Optional.of(CloseReason.NOT_AUTHENTIC));
            if (refused && choice.refused()) {
                dial(authenticating.attempt());
            } else {
                follow(policy.next(authenticating.attempt(), end), authenticating.attempt(), why);
            }
        }
    }
}
