package dev.fanlight.relay.testing;

import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.protocol.rtmp.ChunkWriter;
import dev.fanlight.protocol.rtmp.RtmpCommand;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpReader;
import dev.fanlight.protocol.rtmp.RtmpType;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client of RTMP that says what it is told to, one step after the other. For one thread; blocks. */
public final class RtmpPeer implements AutoCloseable {

    private static final int PACKET = 1536;
    private static final int RECEIVE_BUFFER = 32 * 1024;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final ChunkWriter WRITER = new ChunkWriter(ChunkWriter.FIRST_CHUNK_BYTES);

    private final Socket socket;
    private final RtmpReader reader = new RtmpReader();
    private ByteBuffer unread = ByteBuffer.allocate(0);

    private RtmpPeer(Socket socket) {
        this.socket = socket;
        reader.allowMedia();
    }

    /** Connects without a word, from an address of this computer. */
    public static RtmpPeer open(String from, int port) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return over(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks over a socket that is open. */
    public static RtmpPeer over(Socket socket) {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new RtmpPeer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects, with the handshake and the command {@code connect} for {@code app}. */
    public static RtmpPeer connected(int port, String app) {
        RtmpPeer peer = open("127.0.0.1", port);
        peer.greet();
        peer.connect(app);
        return peer;
    }

    public void greet() {
        byte[] hello = new byte[1 + PACKET];
        hello[0] = 3;
        write(ByteBuffer.wrap(hello));
        try {
            byte[] answer = new byte[1 + 2 * PACKET];
            new DataInputStream(socket.getInputStream()).readFully(answer);
            write(ByteBuffer.wrap(answer, 1, PACKET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void connect(String app) {
        command("connect", 1, new AmfValue.Members(Map.of("app", AmfValue.of(app))));
    }

    /** Asks to publish and does not wait for the answer. */
    public void publish(String name) {
        command("createStream", 2, AmfValue.NULL);
        command("publish", 3, AmfValue.NULL, AmfValue.of(name), AmfValue.of("live"));
    }

    /** Asks to play and does not wait for the answer. */
    public void play(String name) {
        command("createStream", 2, AmfValue.NULL);
        command("play", 3, AmfValue.NULL, AmfValue.of(name));
    }

    /** Publishes, which has to be accepted. */
    public void published(String name) {
        publish(name);
        expectStatus("NetStream.Publish.Start");
    }

    public void command(String name, double transaction, AmfValue... arguments) {
        send(new RtmpCommand(name, transaction, List.of(arguments)).message(name.startsWith("p") ? 1 : 0));
    }

    public void send(FlvTag tag) {
        send(tag, tag.timestampMillis());
    }

    /** Sends a tag with another time. */
    public void send(FlvTag tag, long millis) {
        RtmpType type = RtmpType.valueOf(
                switch (tag.type()) {
                    case AUDIO -> "AUDIO";
                    case VIDEO -> "VIDEO";
                    case SCRIPT -> "DATA";
                });
        send(new RtmpMessage(type, 1, millis, tag.body()));
    }

    public void send(RtmpMessage message) {
        WRITER.parts(message).forEach(this::write);
    }

    public void write(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        try {
            socket.getOutputStream().write(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a status or the refusal of a command with this code; gives its sentence. */
    public String expectStatus(String code) {
        while (true) {
            RtmpMessage message = next().orElseThrow(() -> new AssertionError("closed before " + code));
            if (message.type() == RtmpType.COMMAND
                    && command(message).arguments().get(1) instanceof AmfValue.Members status) {
                String actual = status.text("code").orElse("");
                if (actual.equals(code)) {
                    return status.text("description").orElse("");
                }
                if (!actual.equals("NetConnection.Connect.Success")) {
                    throw new AssertionError(actual + " instead of " + code + ": " + status);
                }
            }
        }
    }

    /** Waits for the next message of this type. */
    public RtmpMessage expect(RtmpType type) {
        while (true) {
            RtmpMessage message = next().orElseThrow(() -> new AssertionError("closed before " + type));
            if (message.type() == type) {
                return message;
            }
        }
    }

    /** Reads until the relay closes. */
    public void expectEnd() {
        while (next().isPresent()) {
            // What comes before the end is of no interest.
        }
    }

    /** The next message; empty at the end. */
    public Optional<RtmpMessage> next() {
        try {
            Optional<RtmpMessage> message = reader.next(unread);
            while (message.isEmpty()) {
                byte[] bytes = new byte[65_536];
                int count = socket.getInputStream().read(bytes);
                if (count < 0) {
                    return Optional.empty();
                }
                unread = ByteBuffer.wrap(bytes, 0, count);
                message = reader.next(unread);
            }
            return message;
        } catch (java.net.SocketException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        disconnect();
    }

    /** Closes the connection without a word. */
    public void disconnect() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RtmpCommand command(RtmpMessage message) {
        try {
            return RtmpCommand.read(message);
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
    }
}
