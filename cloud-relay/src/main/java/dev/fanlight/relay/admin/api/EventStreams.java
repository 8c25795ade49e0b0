package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.auth.AccessDecision;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.auth.Principal.ByHost;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.event.Events;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The event streams that are open. Thread safe. */
public final class EventStreams {

    /** Most event streams at a time; one more is answered 429. */
    static final int MAX_STREAMS = 32;

    private final Events events;
    private final AuthorizationMonitor authorization;
    private final CallerAuthenticator callers;
    private final Vertx vertx;
    private final AtomicInteger open = new AtomicInteger();

    /** Streams {@code events} as long as {@code callers} recognises who gets them. */
    public EventStreams(Events events, AuthorizationMonitor authorization, CallerAuthenticator callers, Vertx vertx) {
        this.events = events;
        this.authorization = authorization;
        this.callers = callers;
        this.vertx = vertx;
    }

    /** Begins the body of an answer that goes on. */
    interface Start {

        /** Writes head and body from now on. On the event loop. */
        void begin(RoutingContext context, ConnectionWatch watch);
    }

    /**
     * A stream for a caller who may have it.
     *
     * @throws ProblemException when there are too many
     */
    Start of(Call call) {
        if (open.incrementAndGet() > MAX_STREAMS) {
            open.decrementAndGet();
            throw new ProblemException(Problem.Code.LIMIT_REACHED);
        }
        return (context, watch) -> begin(call, context, watch);
    }

    private void begin(Call call, RoutingContext context, ConnectionWatch watch) {
        Runnable over = watch.endless(context.request().connection());
        EventStream stream = new EventStream(context.request(), vertx);
        var session = authorization.monitor(
                stream, call.principal(), Optional.empty(), Optional.empty(), () -> decision(call));
        Optional<String> after = Optional.ofNullable(context.request().getHeader("Last-Event-ID"));
        Runnable end = events.subscribe(after, stream::send);
        stream.start(() -> {
            end.run();
            session.close();
            over.run();
            open.decrementAndGet();
        });
    }

    /** The command line of this computer has no right that could be revoked. */
    private AccessDecision decision(Call call) {
        boolean valid = (call.principal() instanceof Owner owner && owner.by() instanceof ByHost)
                || callers.authenticate(call.credentials(), false, Optional.empty()) instanceof Owner;
        return valid ? AccessDecision.VALID : AccessDecision.REVOKED;
    }
}
