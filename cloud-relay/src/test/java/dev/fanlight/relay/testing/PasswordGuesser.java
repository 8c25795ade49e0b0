package dev.fanlight.relay.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses by HTTP requests, many on one connection. */
public final class PasswordGuesser implements Guesser {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final AtomicInteger guesses = new AtomicInteger();
    private final Map<InetAddress, RawHttp> lines = new HashMap<>();
    private final int port;
    private final String path;
    private final String body;

    /**
     * Somebody who guesses.
     *
     * @param body JSON with {@code %d} in the place of the guess
     */
    public PasswordGuesser(int port, String path, String body) {
        this.port = port;
        this.path = path;
        this.body = body;
    }

    /** A connection that waited too long has been closed, which is no answer. */
    @Override
    public Result guess(InetAddress from) throws IOException {
        RawHttp line = lines.containsKey(from) ? lines.get(from) : dial(from);
        try {
            String head = ask(line);
            if (!head.isEmpty()) {
                return result(head);
            }
        } catch (SocketException e) {
            // Dialled anew below.
        }
        lines.remove(from).close();
        return guess(from);
    }

    private String ask(RawHttp line) throws IOException {
        String json = String.format(body, guesses.incrementAndGet());
        line.send("POST /api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nX-Fanlight: 1\r\n"
                + "Content-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
        String head = line.head();
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            line.read(Integer.parseInt(length.group(1)));
        }
        return head;
    }

    private static Result result(String head) {
        if (head.contains("429")) {
            return Result.LIMITED;
        }
        return head.startsWith("HTTP/1.1 401") || head.startsWith("HTTP/1.1 404") ? Result.WRONG : Result.HIT;
    }

    private RawHttp dial(InetAddress from) throws IOException {
        RawHttp line = new RawHttp(new Socket(InetAddress.getLoopbackAddress(), port, from, 0));
        lines.put(from, line);
        return line;
    }

    @Override
    public void close() throws IOException {
        for (RawHttp line : lines.values()) {
            line.close();
        }
    }
}
