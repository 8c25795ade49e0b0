package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.admin.api.Call.Client;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.Principal.Anonymous;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.OriginCheck;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.http.route.SessionCookies;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import dev.fanlight.relay.ratelimit.OpenCounts;
import dev.fanlight.relay.store.ConflictException;
import dev.fanlight.relay.store.LimitReachedException;
import dev.fanlight.relay.store.NotStoredException;
import dev.fanlight.relay.store.StoreException;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What every call goes through before its endpoint: rate limit, origin check, authentication, authorization. The same for all routes, so
 * that none can omit it. Event loop only, but for its counter.
 */
public final class ApiGate {

    /** Most calls that are being answered at a time. */
    public static final int MAX_CALLS = 64;

    /** How many of those may be of low priority: a flood of wrong passwords leaves the rest to others. */
    public static final int MAX_LOW_PRIORITY_CALLS = 48;

    /** Most calls of an address beyond its rate that are authenticated at a time: valid credentials are accepted all the same. */
    static final int OVER_RATE_AT_ONCE = 2;

    private static final Duration BUSY_WAIT = Duration.ofSeconds(1);
    private static final int MAX_BROWSER_CHARS = 120;
    private static final String BEARER = "Bearer ";

    private final AccessPolicy policy;
    private final CallerAuthenticator callers;
    private final ClientAddress addresses;
    private final AddressLimits limits;
    private final WorkerExecutor worker;
    private final ErrorLog errors;
    private final PasswordChecks passwords;
    private final OpenCalls calls = new OpenCalls(MAX_CALLS, MAX_LOW_PRIORITY_CALLS);
    private final OpenCounts overRate = new OpenCounts(OVER_RATE_AT_ONCE);

    /** Lets calls through to endpoints. */
    public ApiGate(
            AccessPolicy policy,
            CallerAuthenticator callers,
            ClientAddress addresses,
            AddressLimits limits,
            PasswordChecks passwords,
            WorkerExecutor worker,
            ErrorLog errors) {
        this.policy = policy;
        this.callers = callers;
        this.addresses = addresses;
        this.limits = limits;
        this.worker = worker;
        this.passwords = passwords;
        this.errors = errors;
    }

    /** Answers one call. */
    void handle(RoutingContext context, ConnectionWatch watch, Route route, Endpoint endpoint, boolean isLocal) {
        Client client = new Client(addresses.of(context.request()).address(), browser(context.request()));
        if (!calls.begin(!isLocal && passwords.isLowPriority(client.key()))) {
            Responses.problem(context, Problem.tooMany(BUSY_WAIT));
            return;
        }
        answer(context, route, endpoint, isLocal, client)
                .onComplete(answered -> calls.end())
                .onComplete(
                        answer -> Responses.send(context, watch, answer), e -> Responses.problem(context, problem(e)));
    }

    /** Waits until no call is being answered, and lets none begin afterwards; false when that takes longer than {@code limit}. */
    public boolean awaitEnd(Duration limit) {
        try {
            return calls.close(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Future<Answer> answer(
            RoutingContext context, Route route, Endpoint endpoint, boolean isLocal, Client client) {
        HttpServerRequest request = context.request();
        if (!mayComeFromThere(request, isLocal)) {
            return Future.failedFuture(new ProblemException(Problem.Code.CROSS_ORIGIN));
        }
        Optional<Duration> wait = isLocal ? Optional.empty() : limits.take(LimitedAction.REQUEST, client.key());
        Credentials cookies = isLocal ? Credentials.NONE : SessionCookies.credentials(request);
        Credentials credentials = cookies.withToken(bearer(request));
        if (wait.isEmpty()) {
            return answer(context, route, endpoint, isLocal, client, credentials, wait);
        }
        // Valid credentials are accepted whatever others at the address do; each address has few checked at a time for
        // that.
        if (!mayBeAuthenticated(route, credentials) || !overRate.open(client.key())) {
            return Future.failedFuture(new ProblemException(Problem.tooMany(wait.get())));
        }
        return answer(context, route, endpoint, isLocal, client, credentials, wait)
                .onComplete(answered -> overRate.closed(client.key()));
    }

    private Future<Answer> answer(
            RoutingContext context,
            Route route,
            Endpoint endpoint,
            boolean isLocal,
            Client client,
            Credentials credentials,
            Optional<Duration> wait) {
        Optional<String> camera = route.isOfCamera() ? Optional.of(context.pathParam("camera")) : Optional.empty();
        return run(() -> authenticate(credentials, isLocal, camera, client.key()))
                .compose(principal -> {
                    if (wait.isPresent() && principal instanceof Anonymous && route != Route.OPEN_SESSION) {
                        throw new ProblemException(Problem.tooMany(wait.get()));
                    }
                    Call call = call(context, route, principal, camera, client, credentials, wait);
                    return endpoint instanceof Endpoint.Blocking blocking
                            ? run(() -> blocking.answer(call))
                            : ((Endpoint.Later) endpoint).answer(call, new CallWorker());
                });
    }

    /** The key of a link stands in the body. */
    private static boolean mayBeAuthenticated(Route route, Credentials credentials) {
        return credentials.token().isPresent() || credentials.hasSession() || route == Route.OPEN_SESSION;
    }

    /** Only failures are limited: a valid token counts whatever others at its address present. */
    private Principal authenticate(
            Credentials credentials, boolean isLocal, Optional<String> camera, AddressKey address) {
        Principal principal = callers.authenticate(credentials, isLocal, camera);
        if (credentials.token().isEmpty() || !(principal instanceof Anonymous)) {
            return principal;
        }
        Optional<Duration> wait = isLocal ? Optional.empty() : limits.take(LimitedAction.FAILED_CREDENTIALS, address);
        throw new ProblemException(wait.map(Problem::tooMany).orElseGet(() -> Problem.of(Problem.Code.WRONG_TOKEN)));
    }

    /** A worker for one call, which does not count among those being answered while it waits for a password. */
    private final class CallWorker implements Endpoint.Blocks {
        @Override
        public <T> Future<T> run(Callable<T> work) {
            return ApiGate.this.run(work);
        }

        @Override
        public <T> Future<T> aside(Future<T> result) {
            calls.end();
            return result.transform(done -> calls.resume() ? result : Future.failedFuture(stopping()));
        }
    }

    /** One that waited aside was not waited for: what it needs to go on may be closed. */
    private static ProblemException stopping() {
        return new ProblemException(Problem.tooMany(BUSY_WAIT));
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }

    private Call call(
            RoutingContext context,
            Route route,
            Principal principal,
            Optional<String> camera,
            Client client,
            Credentials credentials,
            Optional<Duration> wait) {
        Optional<CameraName> name = camera.filter(CameraName::isValid).map(CameraName::new);
        boolean allowed = name.isPresent()
                ? policy.authorize(principal, route.action(), name.get())
                : policy.authorize(principal, route.action());
        if (!allowed || name.isPresent() != camera.isPresent()) {
            throw new ProblemException(Problem.Code.NOT_FOUND);
        }
        Map<String, String> query = new HashMap<>();
        context.queryParams().forEach((key, value) -> query.putIfAbsent(key, value));
        Fields fields = fields(context);
        fields.refuseAllBut(RequestMembers.of(route));
        return new Call(
                principal,
                name,
                Map.copyOf(context.pathParams()),
                query,
                fields,
                client,
                credentials,
                isStreamed(context.request()),
                wait);
    }

    private static boolean isStreamed(HttpServerRequest request) {
        String accepted =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return accepted.contains("text/event-stream") && request.method().equals(HttpMethod.GET);
    }

    private static Fields fields(RoutingContext context) {
        if (context.body().isEmpty() || context.body().length() <= 0) {
            return new Fields(new JsonObject());
        }
        String type = Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_TYPE))
                .orElse("");
        if (!type.replaceFirst(";.*", "").strip().equalsIgnoreCase("application/json")) {
            throw new ProblemException(Problem.Code.WRONG_TYPE);
        }
        try {
            return new Fields(new JsonObject(context.body().buffer()));
        } catch (DecodeException | ClassCastException e) {
            throw new ProblemException(Problem.Code.BAD_REQUEST);
        }
    }

    /** Pages of others can send neither the header nor, where it changes something, their own origin. */
    private boolean mayComeFromThere(HttpServerRequest request, boolean isLocal) {
        if (isLocal) {
            return request.getHeader(HttpHeaders.ORIGIN) == null;
        }
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            return !isOfForeignPage(request);
        }
        boolean foreign = request.getHeader(HttpHeaders.ORIGIN) != null && !OriginCheck.isOwn(request, addresses);
        return !foreign && "1".equals(request.getHeader("X-Fanlight"));
    }

    /** Browsers say so of what a page of another site fetches, which could use up what its visitor’s address may ask. */
    private static boolean isOfForeignPage(HttpServerRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    private <T> Future<T> run(Callable<T> work) {
        return worker.executeBlocking(work, false);
    }

    private Problem problem(Throwable e) {
        if (e instanceof ProblemException known) {
            return known.problem();
        }
        if (e instanceof LimitReachedException full) {
            return new Problem(
                    Problem.Code.LIMIT_REACHED, String.valueOf(full.getMessage()), Optional.empty(), Optional.empty());
        }
        if (e instanceof ConflictException conflict) {
            return new Problem(
                    Problem.Code.CONFLICT, String.valueOf(conflict.getMessage()), Optional.empty(), Optional.empty());
        }
        if (e instanceof NotStoredException taken) {
            return new Problem(
                    Problem.Code.NOT_STORED, String.valueOf(taken.getMessage()), Optional.empty(), Optional.empty());
        }
        if (e instanceof StoreException refused) {
            return new Problem(
                    Problem.Code.NOT_STORED,
                    "The relay cannot store that now, so nothing was changed: " + refused.reason() + ".",
                    Optional.empty(),
                    Optional.empty());
        }
        errors.failure("A call of the API could not be answered", e);
        return Problem.of(Problem.Code.INTERNAL_ERROR);
    }

    private static String browser(HttpServerRequest request) {
        String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                .orElse("")
                .replaceAll("[^\\x20-\\x7e]", "");
        return agent.substring(0, Math.min(MAX_BROWSER_CHARS, agent.length()));
    }
}
