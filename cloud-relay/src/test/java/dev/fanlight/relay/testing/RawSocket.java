package dev.fanlight.relay.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A WebSocket client that may send anything at all. */
public final class RawSocket implements AutoCloseable {

    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final String answer;
    private int pings;

    public RawSocket(Socket socket, String host, String path, String origin) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + origin
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: fanlight.v1\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        answer = head();
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(answer);
        }
    }

    /** What the upgrade was answered with. */
    public String answer() {
        return answer;
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int last = 0; last != 0x0D0A0D0A; ) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            last = last << 8 | next;
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    public record Frame(int opcode, byte[] payload) {
        public int closeCode() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }

        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /** Sends one frame; {@code first} is its first byte with flags and opcode. */
    public void send(int first, byte[] payload, boolean masked) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(mask | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        if (masked) {
            frame.writeBytes(new byte[4]);
        }
        frame.writeBytes(payload);
        raw(frame.toByteArray());
    }

    public void sendText(String text) throws IOException {
        send(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8), true);
    }

    public void raw(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    public Frame read() throws IOException {
        int first = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        return new Frame(first & 0x0F, payload);
    }

    /** Waits until everything sent so far has been handled: empty when the socket lives on, else its close code. */
    public Optional<Integer> settle() throws IOException {
        byte[] mark = {(byte) ++pings, (byte) (pings >> 8)};
        try {
            send(0x80 | PING, mark, true);
            while (true) {
                Frame frame = read();
                if (frame.opcode() == CLOSE) {
                    return Optional.of(frame.closeCode());
                }
                if (frame.opcode() == PONG && Arrays.equals(frame.payload(), mark)) {
                    return Optional.empty();
                }
            }
        } catch (EOFException | java.net.SocketException | javax.net.ssl.SSLException e) {
            return Optional.of(1006);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
