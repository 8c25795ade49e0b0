package dev.fanlight.agent.api;

import dev.fanlight.agent.config.ListenAddress;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.uplink.socket.ConnectionLimit;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.SecretMask;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.codec.json.JsonText;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes requests of programs that hold the token. One is worked on at a time, on the thread “api”; {@link #MAX_WAITING} wait. Thread safe;
 * shares the agent’s event loop.
 */
public final class LocalApi implements AutoCloseable {

    /** Most connections at a time; one more is closed at once. */
    static final int MAX_CONNECTIONS = 32;

    /** Most requests that wait or are worked on; one more is answered with 429. */
    static final int MAX_WAITING = 8;

    /** Largest body, bytes. */
    static final int MAX_BODY_BYTES = 16 * 1024;

    /** Shortest token, characters: what can be guessed is no secret. */
    public static final int MIN_TOKEN = 16;

    private static final int SILENCE_SECONDS = 60;
    private static final String DEVICE = "/openapi/onvif/device";
    private static final String SOURCE = "/openapi/source/";
    private static final String BEARER = "Bearer ";

    private final EventLoop loop;
    private final String tokenHash;
    private final OnvifRequest devices;
    private final SourceRequest sources;
    private final WorkerExecutor worker;
    private final HttpServer server;
    private final AtomicInteger waiting = new AtomicInteger();

    private LocalApi(EventLoop loop, String token, OnvifNetwork network, ApiSources sources) {
        this.loop = loop;
        this.tokenHash = Secrets.hash(token);
        this.devices = new OnvifRequest(network);
        this.sources = new SourceRequest(sources);
        this.worker = loop.vertx().createSharedWorkerExecutor("api", 1, 2, TimeUnit.MINUTES);
        this.server = loop.vertx()
                .createHttpServer(options())
                .connectionHandler(new ConnectionLimit(MAX_CONNECTIONS))
                .requestHandler(this::route);
    }

    /**
     * Listens; waits for that.
     *
     * @param token which programs send; at least {@link #MIN_TOKEN} characters
     * @throws UserException when the token is too short or the address cannot be listened on
     */
    public static LocalApi start(
            EventLoop loop, ListenAddress listen, String token, OnvifNetwork network, ApiSources sources) {
        if (token.length() < MIN_TOKEN) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "api.listen needs api.token, of at least " + MIN_TOKEN
                            + " characters: whoever holds it can open cameras here.");
        }
        LocalApi api = new LocalApi(loop, token, network, sources);
        loop.listen(api.server, listen.port(), listen.host()).ifPresent(cause -> {
            throw cannotListen(listen, cause);
        });
        return api;
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        loop.settle(server.close());
        loop.settle(worker.close());
    }

    private static UserException cannotListen(ListenAddress listen, Exception cause) {
        return new UserException(
                ExitCode.FAILED,
                "Cannot listen on " + listen.host() + ":" + listen.port()
                        + " (api.listen): another program uses that port," + " or this computer has no such address.",
                cause);
    }

    private void route(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String path = request.path();
        boolean post = request.method().equals(HttpMethod.POST);
        if (!isAllowed(request)) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(request.response(), new ApiException(401, "wrong_token", "The token is missing or wrong."));
        } else if (post && path.equals(DEVICE)) {
            withBody(request, body -> devices.answer(JsonMembers.read(body)));
        } else if (post && path.startsWith(SOURCE)) {
            String id = path.substring(SOURCE.length());
            withBody(request, body -> sources.answer(id, JsonMembers.read(body)));
        } else if (request.method().equals(HttpMethod.DELETE) && path.startsWith(SOURCE)) {
            work(request.response(), () -> {
                sources.remove(path.substring(SOURCE.length()));
                return "{}";
            });
        } else {
            refuse(request.response(), new ApiException(404, "not_found", "There is nothing here."));
        }
    }

    /** Pages of other sites send an Origin and have no token; both are needed against a browser on this computer. */
    private boolean isAllowed(HttpServerRequest request) {
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        boolean page = request.headers().contains(HttpHeaders.ORIGIN);
        return !page && header.startsWith(BEARER) && Secrets.matches(header.substring(BEARER.length()), tokenHash);
    }

    /** Answers a body. */
    private interface Answer {
        String to(byte[] body) throws ApiException, InterruptedException;
    }

    private void withBody(HttpServerRequest request, Answer answer) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("[0-9]{1,9}")) {
            refuse(request.response(), new ApiException(411, "bad_request", "The length of the body is missing."));
        } else if (Integer.parseInt(length) > MAX_BODY_BYTES) {
            refuse(request.response(), new ApiException(413, "too_large", "The body is too large."));
        } else {
            request.body().map(Buffer::getBytes).onSuccess(body -> work(request.response(), () -> answer.to(body)));
        }
    }

    private void work(HttpServerResponse response, Callable<String> task) {
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            refuse(response, new ApiException(429, "too_many_requests", "Too many requests wait."));
            return;
        }
        worker.executeBlocking(task).onComplete(done -> {
            waiting.decrementAndGet();
            if (done.succeeded()) {
                send(response, 200, done.result());
            } else if (done.cause() instanceof ApiException refused) {
                refuse(response, refused);
            } else {
                refuse(response, new ApiException(500, "internal_error", "The agent has failed: " + done.cause()));
            }
        });
    }

    private static void refuse(HttpServerResponse response, ApiException refused) {
        String json = JsonText.object(out -> out.text("title", SecretMask.text(String.valueOf(refused.getMessage())))
                .number("status", refused.status())
                .text("code", refused.code()));
        send(response, refused.status(), json);
    }

    private static void send(HttpServerResponse response, int status, String json) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(json + "\n");
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(4 * 1024)
                .setMaxHeaderSize(8 * 1024)
                .setIdleTimeout(SILENCE_SECONDS);
    }
}
