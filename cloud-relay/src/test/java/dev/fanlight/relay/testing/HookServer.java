package dev.fanlight.relay.testing;

import dev.fanlight.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that webhooks post to. */
public final class HookServer implements AutoCloseable {

    /** What was posted. */
    public record Post(String path, String id, String timestamp, String signature, String body) {

        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private HookServer(Vertx vertx, HttpServerOptions options) {
        server = vertx.createHttpServer(options)
                .requestHandler(this::answer)
                .listen()
                .await();
    }

    public static HookServer start(Vertx vertx, HttpServerOptions options) {
        return new HookServer(vertx, options.setHost("127.0.0.1").setPort(0));
    }

    public int port() {
        return server.actualPort();
    }

    /** With what the next requests are answered; all others with 204. */
    public HookServer answering(Integer... statuses) {
        answers.addAll(List.of(statuses));
        return this;
    }

    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /** The first event of this type, once it is there. */
    public Post expect(String type) {
        Await.until(
                type + " is posted",
                () -> posts.stream()
                        .anyMatch(post -> post.json().getString("type").equals(type)));
        return posts.stream()
                .filter(post -> post.json().getString("type").equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        server.close().await();
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            posts.add(new Post(
                    request.uri(),
                    request.getHeader("webhook-id"),
                    request.getHeader("webhook-timestamp"),
                    request.getHeader("webhook-signature"),
                    body.toString()));
            Integer status = answers.poll();
            var unused = request.response()
                    .setStatusCode(status == null ? 204 : status)
                    .end();
        });
    }
}
