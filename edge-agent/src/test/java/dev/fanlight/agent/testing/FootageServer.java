package dev.fanlight.agent.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends footage over HTTP as cameras and servers do. */
public final class FootageServer implements AutoCloseable {

    private static final int SLICE = 9_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private FootageServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.start();
    }

    public static FootageServer start() throws IOException {
        return new FootageServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** MJPEG of these images, every 50 ms, over and over, and silence after {@code most}. */
    public FootageServer mjpeg(String path, List<Path> images, boolean withLength, int most) {
        return handle(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=--frame");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < most; i++) {
                byte[] image = Files.readAllBytes(images.get(i % images.size()));
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                String length = withLength ? "Content-Length: " + image.length + "\r\n" : "";
                part.writeBytes(("--frame\r\nContent-Type: image/jpeg\r\n" + length + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                part.writeBytes(image);
                part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
                part.writeTo(out);
                out.flush();
                Thread.sleep(50);
            }
            Thread.sleep(60_000);
        });
    }

    /** A file as it is, as fast as it goes. */
    public FootageServer file(String path, Path file, String type) {
        return handle(path, exchange -> {
            byte[] bytes = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** A file in small pieces, about as fast as it was captured. */
    public FootageServer live(String path, Path file, long millisPerSlice) {
        return handle(path, exchange -> {
            byte[] bytes = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Content-Type", "video/mp2t");
            exchange.sendResponseHeaders(200, 0);
            for (int at = 0; at < bytes.length; at += SLICE) {
                exchange.getResponseBody().write(bytes, at, Math.min(SLICE, bytes.length - at));
                exchange.getResponseBody().flush();
                Thread.sleep(millisPerSlice);
            }
        });
    }

    /** Nothing, but for who has these credentials. */
    public FootageServer secret(String path, String user, String password, Path file) {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return handle(path, exchange -> {
            boolean right = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = right ? Files.readAllBytes(file) : new byte[0];
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"camera\"");
            exchange.getResponseHeaders().set("Content-Type", "video/mp2t");
            exchange.sendResponseHeaders(right ? 200 : 401, right ? bytes.length : -1);
            exchange.getResponseBody().write(bytes);
        });
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answer {

        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private FootageServer handle(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }
}
