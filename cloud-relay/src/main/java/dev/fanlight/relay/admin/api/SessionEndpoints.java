package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.GrantStore;
import dev.fanlight.relay.auth.LinkGrant;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.http.route.SessionCookies;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import dev.fanlight.relay.ratelimit.LinkLocks;
import dev.fanlight.relay.store.ViewerSessions;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sessions of watch pages. Thread safe. */
public final class SessionEndpoints {

    private static final int MAX_KEY = 64;

    private final GrantStore grants;
    private final Authenticator authenticator;
    private final ViewerSessions sessions;
    private final PasswordChecks passwords;
    private final AddressLimits limits;
    private final LinkLocks locks;

    /** Exchanges links of {@code grants} for {@code sessions}. */
    public SessionEndpoints(
            GrantStore grants,
            Authenticator authenticator,
            ViewerSessions sessions,
            PasswordChecks passwords,
            AddressLimits limits,
            LinkLocks locks) {
        this.grants = grants;
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.locks = locks;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.OPEN_SESSION, (Endpoint.Later) this::open);
        endpoints.put(Route.CLOSE_SESSION, (Endpoint.Blocking) this::close);
    }

    private Future<Answer> open(Call call, Endpoint.Blocks worker) {
        String key = call.fields().text("key", MAX_KEY);
        String camera = call.fields().text("camera", MAX_KEY);
        Optional<String> password = call.fields().optionalPassword("password", 1, PasswordHasher.MAX_CHARS);
        Optional<Duration> wait =
                limits.blocked(LimitedAction.FAILED_CREDENTIALS, call.client().key());
        if (wait.isPresent()) {
            return Future.failedFuture(new ProblemException(Problem.tooMany(wait.get())));
        }
        return worker.run(() -> find(camera, key)).compose(found -> {
            if (found.isEmpty()) {
                limits.take(LimitedAction.FAILED_CREDENTIALS, call.client().key());
                return Future.failedFuture(new ProblemException(Problem.Code.NOT_FOUND));
            }
            return require(found.get().link(), password, call)
                    .compose(fits -> worker.run(() -> begin(call, found.get())));
        });
    }

    private Future<Void> require(LinkGrant link, Optional<String> password, Call call) {
        if (link.passwordHash().isEmpty()) {
            return Future.succeededFuture();
        }
        if (password.isEmpty()) {
            return Future.failedFuture(new ProblemException(Problem.Code.PASSWORD_REQUIRED));
        }
        Optional<Duration> locked = locks.locked(link.id());
        if (locked.isPresent()) {
            return Future.failedFuture(new ProblemException(Problem.tooMany(locked.get())));
        }
        return passwords
                .require(password.get(), link.passwordHash(), call.client().key())
                .onFailure(e -> countFailure(link, e));
    }

    private void countFailure(LinkGrant link, Throwable e) {
        if (e instanceof ProblemException known && known.problem().code() == Problem.Code.WRONG_PASSWORD) {
            locks.failed(link.id());
        }
    }

    private record Found(LinkGrant link, CameraAccess access) {}

    private Optional<Found> find(String camera, String key) {
        return grants.linkOfKey(Secrets.hash(key))
                .flatMap(link -> authenticator.cameraOf(camera, link).map(access -> new Found(link, access)));
    }

    private Answer begin(Call call, Found found) {
        LinkGrant link = found.link();
        CameraAccess access = found.access();
        String secret = sessions.add(call.cookies().watchSession(), link.id());
        JsonObject json = new JsonObject()
                .put("camera", access.camera().text())
                .put("title", access.title())
                .put("can", link.role().verb());
        JsonViews.put(json, "expires_at", link.expiresAtMillis());
        return Answer.ok(json).with(response -> SessionCookies.give(response, SessionCookies.WATCH, secret));
    }

    private Answer close(Call call) {
        call.cookies().watchSession().ifPresent(sessions::end);
        return Answer.done().with(response -> SessionCookies.take(response, SessionCookies.WATCH));
    }
}
