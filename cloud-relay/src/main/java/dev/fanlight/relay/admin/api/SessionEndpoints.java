package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.GrantStore;
import dev.fanlight.relay.auth.LinkGrant;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.chat.AddressTags;
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
    private final AddressTags tags;

    /** Exchanges links of {@code grants} for {@code sessions}. */
    public SessionEndpoints(
            GrantStore grants,
            Authenticator authenticator,
            ViewerSessions sessions,
            PasswordChecks passwords,
            AddressLimits limits,
            LinkLocks locks,
            AddressTags tags) {
        this.grants = grants;
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.locks = locks;
        this.tags = tags;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.OPEN_SESSION, (Endpoint.Later) this::open);
        endpoints.put(Route.CLOSE_SESSION, (Endpoint.Blocking) this::close);
    }

    private Future<Answer> open(Call call, Endpoint.Blocks worker) {
        String key = call.fields().text("key", MAX_KEY);
        String camera = call.fields().text("camera", MAX_KEY);
        Optional<String> password = call.fields().optionalPassword("password", 1, PasswordHasher.MAX_CHARS);
        return worker.run(() -> find(camera, key)).compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(new ProblemException(refusal(call)));
            }
            return require(found.get().link(), password, call, worker)
                    .compose(fits -> worker.run(() -> begin(call, found.get())));
        });
    }

    /** Only failures are limited: a valid key counts whatever others at its address guess. */
    private Problem refusal(Call call) {
        return call.overRate()
                .or(() -> limits.take(
                        LimitedAction.FAILED_CREDENTIALS, call.client().key()))
                .map(Problem::tooMany)
                .orElseGet(() -> Problem.of(Problem.Code.NOT_FOUND));
    }

    private Future<Void> require(LinkGrant link, Optional<String> password, Call call, Endpoint.Blocks worker) {
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
        return worker.aside(passwords.require(
                        password.get(), link.passwordHash(), call.client().key()))
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
        String secret = sessions.add(
                call.credentials().watchSession(),
                link.id(),
                tags.of(call.client().key()));
        JsonObject json = new JsonObject()
                .put("camera", access.camera().text())
                .put("title", access.title())
                .put("can", link.role().verb());
        JsonViews.put(json, "expires_at", link.expiresAtMillis());
        return Answer.ok(json).with(response -> SessionCookies.give(response, SessionCookies.WATCH, secret));
    }

    private Answer close(Call call) {
        call.credentials().watchSession().ifPresent(sessions::end);
        return Answer.done().with(response -> SessionCookies.take(response, SessionCookies.WATCH));
    }
}
