package dev.fanlight.relay.testing;

import dev.fanlight.testing.RtpReceiver;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A client of RTSP that says what it is told to, one step after the other. For one thread; blocks. */
public final class RtspPeer implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 32 * 1024;
    private static final int PATIENCE_MILLIS = 30_000;

    /** Sender reports and other packets of RTCP, by channel. */
    public final Map<Integer, List<ByteBuffer>> control = new HashMap<>();

    private final Map<Integer, RtpReceiver> receivers = new HashMap<>();
    private final Socket socket;
    private final DataInputStream in;
    private int sequence;
    private String session = "";

    private RtspPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new DataInputStream(socket.getInputStream());
    }

    /**
     * An answer.
     *
     * @param status its number
     * @param sentence behind it
     * @param headers by name in lower case
     * @param body text
     */
    public record Response(int status, String sentence, Map<String, String> headers, String body) {}

    /** Connects without a word, from an address of this computer. */
    public static RtspPeer open(String from, int port) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new RtspPeer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks over a socket that is open. */
    public static RtspPeer over(Socket socket) {
        try {
            return new RtspPeer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request and waits for its answer; headers are lines. */
    public Response request(String method, String uri, String... headers) {
        send(method, uri, headers);
        return response();
    }

    /** Sends a request and does not wait. */
    public void send(String method, String uri, String... headers) {
        sequence++;
        StringBuilder text = new StringBuilder(method + " " + uri + " RTSP/1.0\r\nCSeq: " + sequence + "\r\n");
        if (!session.isEmpty()) {
            text.append("Session: ").append(session).append("\r\n");
        }
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Describes a camera, sets its first tracks up in these formats, and plays. */
    public void play(String uri, RtpReceiver.Format... formats) {
        expect(200, request("DESCRIBE", uri));
        String base = uri.replaceFirst("\\?.*", "");
        for (int i = 0; i < formats.length; i++) {
            setUp(base + "/trackID=" + i, i * 2, formats[i]);
        }
        expect(200, request("PLAY", base + "/"));
    }

    /** Sets one track up on this channel and the one behind it. */
    public Response setUp(String track, int channel, RtpReceiver.Format format) {
        String transport = "RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1);
        Response response = expect(200, request("SETUP", track, "Transport: " + transport));
        if (!response.headers().get("transport").equals(transport)) {
            throw new AssertionError(response.headers());
        }
        session = response.headers().get("session").replaceFirst(";.*", "");
        receivers.put(channel, new RtpReceiver(format));
        return response;
    }

    public static Response expect(int status, Response response) {
        if (response.status() != status) {
            throw new AssertionError(status + " expected: " + response);
        }
        return response;
    }

    /** Waits until as many units have come on a channel, and gives all of them. */
    public List<RtpReceiver.Unit> expectUnits(int channel, int count) {
        RtpReceiver receiver = receivers.get(channel);
        while (receiver.units.size() < count) {
            try {
                packet(in.readUnsignedByte());
            } catch (IOException e) {
                throw new UncheckedIOException("after " + receiver.units.size() + " units", e);
            }
        }
        return receiver.units;
    }

    /** Reads until the relay closes. */
    public void expectEnd() {
        byte[] unused = new byte[65_536];
        try {
            while (in.read(unused) >= 0) {
                // What comes before the end is of no interest.
            }
        } catch (SocketException e) {
            // It was cut.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer; packets before it are taken. */
    public Response response() {
        try {
            int first = in.readUnsignedByte();
            while (first == '$') {
                packet(first);
                first = in.readUnsignedByte();
            }
            String status = (char) first + line();
            Map<String, String> headers = new HashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                String[] parts = line.split(": ", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
            String[] parts = status.split(" ", 3);
            return new Response(
                    Integer.parseInt(parts[1]), parts[2], headers, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer; empty when the relay has closed. */
    public Optional<Response> responseOrEnd() {
        try {
            return Optional.of(response());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof EOFException || e.getCause() instanceof SocketException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void packet(int first) throws IOException {
        if (first != '$') {
            throw new AssertionError("an answer without a request: " + (char) first + line());
        }
        int channel = in.readUnsignedByte();
        ByteBuffer packet = ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort()));
        if (receivers.containsKey(channel)) {
            receivers.get(channel).take(packet);
        } else {
            control.computeIfAbsent(channel, unused -> new ArrayList<>()).add(packet);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
