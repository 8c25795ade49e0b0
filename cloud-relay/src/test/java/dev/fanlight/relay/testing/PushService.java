package dev.fanlight.relay.testing;

import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The push service and browser of the npm package web-push-testing: it checks who sends, and decrypts what it receives. */
public final class PushService implements AutoCloseable {

    private static final Path PACKAGE = Path.of("../web-client/node_modules/web-push-testing/src");

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private PushService(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether it is here: with Node, and with the packages of the pages. */
    public static boolean isInstalled() {
        return Files.isDirectory(PACKAGE) && Files.isExecutable(Path.of("/usr/bin/node"));
    }

    /** Starts it, and waits until it listens. */
    public static PushService start(Path temp) throws IOException {
        int port = FreePort.next();
        String script = "const { PushApiModel } = require('./PushApiModel'); const Server = require('./server');"
                + " new Server(new PushApiModel(), " + port + ").startServer();";
        Process process = new ProcessBuilder("/usr/bin/node", "-e", script)
                .directory(PACKAGE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("push.log").toFile())
                .start();
        PushService service = new PushService(process, port);
        Await.until("the push service listens", service::listens);
        return service;
    }

    /** Subscribes a browser to the relay with this key: its address, its keys and {@code clientHash}. */
    public JsonObject subscribe(String key) {
        return ask("/subscribe", new JsonObject().put("userVisibleOnly", "true").put("applicationServerKey", key))
                .getJsonObject("data");
    }

    /** What this browser has received, decrypted. */
    public List<JsonObject> received(JsonObject browser) {
        JsonArray messages = ask(
                        "/get-notifications", new JsonObject().put("clientHash", browser.getString("clientHash")))
                .getJsonObject("data")
                .getJsonArray("messages");
        return messages.stream().map(text -> new JsonObject((String) text)).toList();
    }

    /** The browser has unsubscribed: messages to it are answered 410. */
    public void expire(JsonObject browser) {
        post("/expire-subscription/" + browser.getString("clientHash"), new JsonObject());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private JsonObject ask(String path, JsonObject body) {
        return new JsonObject(post(path, body));
    }

    private String post(String path, JsonObject body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body.encode()))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
