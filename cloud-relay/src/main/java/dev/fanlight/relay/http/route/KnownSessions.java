package dev.fanlight.relay.http.route;

import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.OpenCounts;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;

/**
 * Recognises browsers by their session where their address has used up what it may do, so that neighbours cannot keep them out. Each address
 * has {@link #AT_ONCE} checked at a time; beyond that the answer is no. Thread safe.
 */
public final class KnownSessions {

    /** Most checks of an address at a time. */
    static final int AT_ONCE = 2;

    private final Authenticator authenticator;
    private final WorkerExecutor worker;
    private final OpenCounts checks = new OpenCounts(AT_ONCE);

    /** Has sessions looked up by {@code authenticator} on {@code worker}. */
    public KnownSessions(Authenticator authenticator, WorkerExecutor worker) {
        this.authenticator = authenticator;
        this.worker = worker;
    }

    /** Whether a session among these credentials is valid. */
    Future<Boolean> isKnown(Credentials credentials, AddressKey address) {
        if (!credentials.hasSession() || !checks.open(address)) {
            return Future.succeededFuture(false);
        }
        return worker.executeBlocking(() -> authenticator.hasSession(credentials), false)
                .onComplete(checked -> checks.closed(address));
    }
}
