package dev.fanlight.relay.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection on which anything at all may be said, a byte at a time if need be. */
public final class RawHttp implements AutoCloseable {

    private static final int READ_LIMIT_MILLIS = 60_000;
    private static final int SLOW_BYTES = 16 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public RawHttp(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(READ_LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    public static RawHttp plain(int port) throws IOException {
        return new RawHttp(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** A connection of somebody who takes little before they read. */
    public static RawHttp slow(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SLOW_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new RawHttp(socket);
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** The head of the next answer: status line and headers, as they came. */
    public String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    /** That many bytes of what comes next. */
    public byte[] read(int bytes) throws IOException {
        return in.readNBytes(bytes);
    }

    /** Whether the other side has closed; looks for a moment. What comes is thrown away. */
    public boolean isClosed() {
        try {
            socket.setSoTimeout(5);
            while (in.read() >= 0) {
                // Thrown away.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
