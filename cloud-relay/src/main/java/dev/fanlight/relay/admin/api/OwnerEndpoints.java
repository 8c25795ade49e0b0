package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.admin.service.OwnerService;
import dev.fanlight.relay.auth.GrantStore;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.config.PublicAddresses;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.http.route.SessionCookies;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import dev.fanlight.relay.store.ApiTokens;
import dev.fanlight.relay.store.OwnerAccount;
import dev.fanlight.relay.store.OwnerAccount.Begun;
import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Becoming the owner, sessions and tokens. Thread safe. */
public final class OwnerEndpoints {

    private static final int MAX_SECRET = 64;
    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    private final OwnerService owner;
    private final GrantStore grants;
    private final PasswordChecks passwords;
    private final AddressLimits limits;
    private final Supplier<PublicAddresses> addresses;
    private final Clock clock;

    /** Answers with what the desk does. */
    public OwnerEndpoints(
            OwnerService owner,
            GrantStore grants,
            PasswordChecks passwords,
            AddressLimits limits,
            Supplier<PublicAddresses> addresses,
            Clock clock) {
        this.owner = owner;
        this.grants = grants;
        this.passwords = passwords;
        this.limits = limits;
        this.addresses = addresses;
        this.clock = clock;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.OWNER, (Endpoint.Blocking) this::whoAsks);
        endpoints.put(Route.OWNER_SETUP, (Endpoint.Later) this::setUp);
        endpoints.put(Route.OWNER_RESET, (Endpoint.Blocking) this::reset);
        endpoints.put(Route.OWNER_PASSWORD, (Endpoint.Later) this::changePassword);
        endpoints.put(Route.SIGN_IN, (Endpoint.Later) this::signIn);
        endpoints.put(Route.SIGN_OUT, (Endpoint.Blocking) this::signOut);
        endpoints.put(Route.OWNER_SESSIONS, (Endpoint.Blocking) this::sessions);
        endpoints.put(Route.OWNER_SESSION, (Endpoint.Blocking)
                call -> Answer.doneIf(owner.endSession(call.actor(), call.id())));
        endpoints.put(
                Route.TOKENS, (Endpoint.Blocking) call -> Answer.ok(JsonViews.array(owner.tokens(), JsonViews::token)));
        endpoints.put(Route.CREATE_TOKEN, (Endpoint.Blocking) this::createToken);
        endpoints.put(Route.REVOKE_TOKEN, (Endpoint.Blocking)
                call -> Answer.doneIf(owner.revokeToken(call.actor(), call.id())));
    }

    private Answer whoAsks(Call call) {
        JsonObject json = new JsonObject().put("signed_in", call.principal() instanceof Owner);
        session(call).ifPresent(id -> json.put("session", id));
        return Answer.ok(json);
    }

    private Future<Answer> setUp(Call call, Endpoint.Blocks worker) {
        String secret = call.fields().text("secret", MAX_SECRET);
        String password = call.fields().password("password", PasswordHasher.MIN_OWNER_CHARS, PasswordHasher.MAX_CHARS);
        return worker.run(() -> owner.isSetup(secret)).compose(good -> {
            if (!good) {
                Optional<Duration> wait = limits.take(
                        LimitedAction.FAILED_CREDENTIALS, call.client().key());
                return Future.failedFuture(new ProblemException(
                        wait.map(Problem::tooMany).orElseGet(() -> Problem.of(Problem.Code.NOT_FOUND))));
            }
            return worker.aside(passwords.hash(password, call.client().key()))
                    .compose(hash -> worker.run(() -> owner.setUp(
                                    secret, hash, address(call), call.client().browser())
                            .map(OwnerEndpoints::signedIn)
                            .orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND))));
        });
    }

    private Answer reset(Call call) {
        String secret = owner.newSetup(call.actor());
        return Answer.ok(new JsonObject()
                .put("urls", new JsonArray(addresses.get().page(Optional.empty(), "/admin#" + secret)))
                .put("expires_at", clock.millis() + OwnerAccount.SETUP_LIFE.toMillis()));
    }

    private Future<Answer> changePassword(Call call, Endpoint.Blocks worker) {
        String before = call.fields().password("password", 1, PasswordHasher.MAX_CHARS);
        String after = call.fields().password("new_password", PasswordHasher.MIN_OWNER_CHARS, PasswordHasher.MAX_CHARS);
        return worker.run(owner::passwordHash)
                .compose(hash -> worker.aside(
                        passwords.requireOwners(before, hash, call.client().key())))
                .compose(
                        fits -> worker.aside(passwords.hash(after, call.client().key())))
                .compose(hash -> worker.run(() -> signedIn(owner.changePassword(
                        call.actor(), hash, address(call), call.client().browser()))));
    }

    private Future<Answer> signIn(Call call, Endpoint.Blocks worker) {
        String password = call.fields().password("password", 1, PasswordHasher.MAX_CHARS);
        return worker.run(owner::passwordHash)
                .compose(hash -> worker.aside(
                        passwords.requireOwners(password, hash, call.client().key())))
                .onFailure(e -> {
                    if (e instanceof ProblemException known && known.problem().code() == Problem.Code.WRONG_PASSWORD) {
                        owner.wrongPassword();
                    }
                })
                .compose(fits -> worker.run(
                        () -> signedIn(owner.signIn(address(call), call.client().browser()))));
    }

    private Answer signOut(Call call) {
        call.credentials()
                .ownerSession()
                .flatMap(secret -> grants.ownerSession(Secrets.hash(secret)))
                .ifPresent(known -> {
                    if (known.by() instanceof BySession session) {
                        owner.endSession(call.actor(), session.id());
                    }
                });
        return Answer.done().with(response -> SessionCookies.take(response, SessionCookies.OWNER));
    }

    private Answer sessions(Call call) {
        Optional<String> current = session(call);
        return Answer.ok(JsonViews.array(
                owner.sessions(),
                session -> JsonViews.session(
                        session, current.filter(session.id()::equals).isPresent())));
    }

    private Answer createToken(Call call) {
        String label = call.fields().optionalLabel().orElseThrow(() -> Fields.wrong("label", "is missing"));
        boolean readOnly = call.fields()
                .choice("can", text -> Optional.of(text).filter(t -> t.equals("read") || t.equals("manage")))
                .equals("read");
        OptionalLong expires = call.fields().optionalEnd(clock, LONGEST_LIFE);
        ApiTokens.Made made = owner.createToken(call.actor(), label, readOnly, expires);
        return Answer.created(new JsonObject().put("id", made.id()).put("token", made.secret()));
    }

    private static Optional<String> session(Call call) {
        return call.principal() instanceof Owner known && known.by() instanceof BySession session
                ? Optional.of(session.id())
                : Optional.empty();
    }

    private static String address(Call call) {
        return NetUtil.toAddressString(call.client().address());
    }

    private static Answer signedIn(Begun session) {
        return Answer.done().with(response -> SessionCookies.give(response, SessionCookies.OWNER, session.secret()));
    }
}
