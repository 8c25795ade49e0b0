package dev.fanlight.agent.preview;

import dev.fanlight.agent.preview.site.PlayerPages;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.codec.json.JsonReader;
import dev.fanlight.protocol.codec.json.Members;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Which path of a preview server answers what: the page, its files, the exchange of a key, and sockets. Event loop only. */
final class PreviewRoutes {

    /** Largest body of a request, bytes. */
    static final int MAX_BODY_BYTES = 4096;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; worker-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types fanlight lit-html";
    private static final String WATCH = "/w/";
    private static final String ASSETS = "/assets/";
    private static final String API = "/api/v1/";
    private static final int NO_CONTENT_LENGTH = 411;

    private final Vertx vertx;
    private final PlayerPages pages;
    private final PreviewKeys keys;
    private final Function<String, Optional<PreviewCamera>> cameras;
    private final PreviewContext program;
    private final Consumer<String> onKeyUsed;

    PreviewRoutes(
            Vertx vertx,
            PlayerPages pages,
            PreviewKeys keys,
            Function<String, Optional<PreviewCamera>> cameras,
            PreviewContext program,
            Consumer<String> onKeyUsed) {
        this.vertx = vertx;
        this.pages = pages;
        this.keys = keys;
        this.cameras = cameras;
        this.program = program;
        this.onKeyUsed = onKeyUsed;
    }

    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String path = request.path();
        boolean get = request.method().equals(HttpMethod.GET);
        if (get && path.equals(SocketPath.VIEW_PATH)) {
            socket(request);
        } else if (get && path.startsWith(WATCH) && path.indexOf('/', WATCH.length()) < 0) {
            send(response, pages.watchPage());
        } else if (get && path.startsWith(ASSETS)) {
            asset(response, path.substring(ASSETS.length()));
        } else if (request.method().equals(HttpMethod.POST) && path.equals(API + "session")) {
            withBody(request, body -> openSession(request, body));
        } else if (get && path.equals(API + "public")) {
            json(response, 200, "[]");
        } else {
            problem(response, 404, "not_found", "There is nothing here. The address to watch is printed by the agent.");
        }
    }

    private void asset(HttpServerResponse response, String name) {
        vertx.executeBlocking(() -> pages.asset(name)).onComplete(found -> {
            if (found.succeeded() && found.result().isPresent()) {
                send(response, found.result().get());
            } else {
                problem(response, 404, "not_found", "There is no such file.");
            }
        });
    }

    private static void send(HttpServerResponse response, PlayerPages.Asset asset) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type()).end(Buffer.buffer(asset.content()));
    }

    private static void withBody(HttpServerRequest request, Consumer<Buffer> then) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("[0-9]{1,9}")) {
            problem(request.response(), NO_CONTENT_LENGTH, "bad_request", "The length of the request is missing.");
        } else if (Integer.parseInt(length) > MAX_BODY_BYTES) {
            problem(request.response(), 413, "too_large", "The request is too large.");
        } else {
            request.body().onSuccess(then::accept);
        }
    }

    private void openSession(HttpServerRequest request, Buffer body) {
        try {
            Members members = JsonReader.read(body.getBytes());
            openSession(request, members.string("camera"), members.string("key"));
        } catch (ProtocolException e) {
            problem(request.response(), 400, "bad_request", "The request is no JSON object with a camera and a key.");
        }
    }

    private void openSession(HttpServerRequest request, String camera, String key) {
        HttpServerResponse response = request.response();
        Optional<String> token = isOwnPage(request)
                ? cameras.apply(camera).flatMap(known -> keys.exchange(known.name(), key))
                : Optional.empty();
        if (token.isEmpty()) {
            problem(response, 404, "not_found", "This key is wrong or was used already; the agent prints a new one.");
            return;
        }
        response.addCookie(Cookie.cookie(cookieName(request, camera), token.get())
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT));
        json(response, 200, "{\"camera\":\"" + camera + "\",\"title\":\"" + camera + "\",\"can\":\"watch\"}");
        onKeyUsed.accept(camera);
    }

    private void socket(HttpServerRequest request) {
        boolean offered = Optional.ofNullable(request.getHeader("Sec-WebSocket-Protocol"))
                .orElse("")
                .contains(SocketPath.SUBPROTOCOL);
        if (!isOwnPage(request) || !offered) {
            problem(request.response(), 403, "cross_origin", "Only the page of this server opens a socket here.");
            return;
        }
        Function<String, Optional<PreviewCamera>> admission = name -> cameras.apply(name)
                .filter(camera -> Optional.ofNullable(request.getCookie(cookieName(request, camera.name())))
                        .filter(cookie -> keys.admits(camera.name(), cookie.getValue()))
                        .isPresent());
        request.toWebSocket().onSuccess(socket -> PreviewSocket.serve(socket, vertx, admission, program));
    }

    /** Browsers send an Origin with sockets and posts, and no page can change it; programs send none. */
    private static boolean isOwnPage(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals("http://" + request.getHeader(HttpHeaders.HOST));
    }

    /** Cookies do not tell ports apart, and one computer may show several previews. */
    private static String cookieName(HttpServerRequest request, String camera) {
        return "fanlight-" + request.localAddress().port() + "-" + camera;
    }

    private static void problem(HttpServerResponse response, int status, String code, String title) {
        json(response, status, "{\"title\":\"" + title + "\",\"status\":" + status + ",\"code\":\"" + code + "\"}");
    }

    private static void json(HttpServerResponse response, int status, String text) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(text);
    }
}
