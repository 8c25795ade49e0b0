package dev.fanlight.relay.testing;

import dev.fanlight.testing.Await;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes motion JPEG as a browser does: each JPEG counts when the boundary behind it has come. */
public final class MjpegPlayer implements AutoCloseable {

    public final HttpResponse<InputStream> response;
    public final List<byte[]> jpegs = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private MjpegPlayer(HttpResponse<InputStream> response) {
        this.response = response;
        Thread thread = new Thread(this::read, "mjpeg-player");
        thread.setDaemon(true);
        if (response.statusCode() == 200) {
            thread.start();
        }
    }

    public static MjpegPlayer open(StillClient client, String camera) throws IOException, InterruptedException {
        return new MjpegPlayer(HttpClient.newHttpClient()
                .send(client.request("/c/" + camera + "/stream.mjpeg", ""), BodyHandlers.ofInputStream()));
    }

    public byte[] expect(int count) {
        Await.until(count + " JPEGs", () -> jpegs.size() >= count);
        return jpegs.get(count - 1);
    }

    public boolean hasEnded() {
        return ended;
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(response.body())) {
            String boundary = "--"
                    + response.headers()
                            .firstValue("content-type")
                            .orElseThrow()
                            .split("boundary=", 2)[1];
            until(in, boundary);
            while (true) {
                int length = 0;
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    if (line.startsWith("Content-Length: ")) {
                        length = Integer.parseInt(line.substring("Content-Length: ".length()));
                    }
                }
                byte[] jpeg = new byte[length];
                in.readFully(jpeg);
                until(in, boundary);
                jpegs.add(jpeg);
            }
        } catch (IOException e) {
            // The end of the stream.
        } finally {
            ended = true;
        }
    }

    private static void until(DataInputStream in, String boundary) throws IOException {
        while (!line(in).equals(boundary)) {
            // What is between two parts.
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
