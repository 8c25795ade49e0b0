package dev.fanlight.relay.log;

import io.vertx.core.internal.ContextInternal;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * For which request the present code works. The id lies in the request’s own Vert.x context, which its handlers, its futures and the worker
 * calls that it makes run on; a socket goes on with the context of the request that opened it. Any thread.
 */
public final class RequestScope {

    private static final Object KEY = RequestId.class;
    private static final RequestScope NONE = new RequestScope(Optional.empty());

    private final Optional<ContextInternal> context;

    private RequestScope(Optional<ContextInternal> context) {
        this.context = context;
    }

    /** Gives the present request its id. Does nothing outside of a request, whose context would be shared by all. */
    public static void begin(RequestId id) {
        ofRequest().ifPresent(context -> locals(context).put(KEY, id));
    }

    /** The id of the present request or socket session; empty where something else is done. */
    public static Optional<RequestId> id() {
        return ofRequest().map(context -> (RequestId) locals(context).get(KEY));
    }

    /** The present scope, for what goes on after the request was answered. */
    public static RequestScope current() {
        return id().isPresent() ? new RequestScope(ofRequest()) : NONE;
    }

    /** The id of the request, in this scope. */
    public Optional<String> request() {
        return context.map(request -> (RequestId) locals(request).get(KEY)).map(RequestId::text);
    }

    /** Runs {@code action} in this scope; only on the event loop of its request. */
    public void run(Runnable action) {
        context.ifPresentOrElse(request -> run(request, action), action);
    }

    private static ConcurrentMap<Object, Object> locals(ContextInternal request) {
        return ContextInternal.LOCAL_MAP.get(request, ConcurrentHashMap::new);
    }

    private static void run(ContextInternal request, Runnable action) {
        ContextInternal before = request.beginDispatch();
        try {
            action.run();
        } finally {
            request.endDispatch(before);
        }
    }

    /** Every request has a duplicate of its loop’s context; checked against Vert.x 5.0.10. */
    private static Optional<ContextInternal> ofRequest() {
        return Optional.ofNullable(ContextInternal.current()).filter(ContextInternal::isDuplicate);
    }
}
