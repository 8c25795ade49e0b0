package dev.fanlight.relay.testing;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.player.Stream;
import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.testing.Await;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** A player that checks every byte of the frames it gets. */
public final class TestViewer extends TestPeer {

    public final List<MediaHeader> frames = new CopyOnWriteArrayList<>();
    public final List<Chat> lines = new CopyOnWriteArrayList<>();
    public final List<String> order = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<MediaHeader, byte[]> onFrame = (header, message) -> {};
    private final AtomicInteger corrupted = new AtomicInteger();
    private volatile int shownViewers;
    private volatile Optional<StreamState> shownState = Optional.empty();

    private TestViewer(ClientWebSocket socket) {
        super(socket);
        socket.textMessageHandler(this::onText);
        socket.binaryMessageHandler(this::onBinary);
    }

    public static TestViewer connect(WebSocketClient client, int port, String origin) {
        return connect(
                client, new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port), origin);
    }

    /** Comes as a browser with cookies. */
    public static TestViewer connect(WebSocketClient client, int port, String origin, String cookies) {
        WebSocketConnectOptions options =
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port);
        options.addHeader("Cookie", cookies);
        return connect(client, options, origin);
    }

    /** Comes by TLS to an address of this computer, which it calls localhost. */
    public static TestViewer connectTls(WebSocketClient client, String address, int port) {
        return connect(
                client,
                new WebSocketConnectOptions()
                        .setServer(SocketAddress.inetSocketAddress(port, address))
                        .setHost("localhost")
                        .setPort(port)
                        .setSsl(true),
                "https://localhost:" + port);
    }

    private static TestViewer connect(WebSocketClient client, WebSocketConnectOptions options, String origin) {
        TestViewer viewer = new TestViewer(client.webSocket());
        viewer.connect(options.setURI(SocketPath.VIEW_PATH).addHeader("Origin", origin));
        return viewer;
    }

    public void watch(String camera, String key) {
        send(new Watch(camera, Optional.of(key), Optional.empty(), OptionalLong.empty()));
    }

    /** Watches by what its cookies stand for, or because anybody may. */
    public void watch(String camera) {
        send(new Watch(camera, Optional.empty(), Optional.empty(), OptionalLong.empty()));
    }

    public void say(String clientId, String text) {
        send(new ChatSend(clientId, text));
    }

    public void askForTime() {
        if (!isClosed()) {
            send(new TimeRequest(0));
        }
    }

    public void expectState(StreamState state) {
        Stream stream = expect(Stream.class);
        while (stream.state() != state) {
            stream = expect(Stream.class);
        }
    }

    /** Waits until the newest state is this one, whether it has come already or not. */
    public void awaitState(StreamState state) {
        Await.until("it is " + state, () -> shownState.equals(Optional.of(state)));
    }

    /** The newest number of viewers. */
    public int shownViewers() {
        return shownViewers;
    }

    public void expectFrames(int count) {
        Await.until(count + " frames have come, there are " + frames.size(), () -> frames.size() >= count);
    }

    /** Calls {@code listener} with each whole media message from now on, on the socket’s loop. */
    public void onFrame(BiConsumer<MediaHeader, byte[]> listener) {
        onFrame = listener;
    }

    public List<Long> sequences() {
        return frames.stream().map(MediaHeader::sequence).toList();
    }

    public int corrupted() {
        return corrupted.get();
    }

    private void onText(String text) {
        try {
            var message = MessageDecoder.toPlayer(text.getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            order.add(message.type().wireName());
            if (message instanceof Viewers viewers) {
                shownViewers = viewers.count();
            }
            if (message instanceof Stream stream) {
                shownState = Optional.of(stream.state());
            }
            if (message instanceof Chat line) {
                lines.add(line);
            }
            received.add(message);
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }

    private void onBinary(Buffer buffer) {
        order.add("media");
        byte[] bytes = buffer.getBytes();
        try {
            MediaHeader header = MediaCodec.read(ByteBuffer.wrap(bytes));
            for (int i = MediaCodec.HEADER_BYTES; i < bytes.length; i++) {
                if (bytes[i] != (byte) (header.sequence() * 31 + i)) {
                    corrupted.incrementAndGet();
                    break;
                }
            }
            frames.add(header);
            onFrame.accept(header, bytes);
        } catch (ProtocolException e) {
            corrupted.incrementAndGet();
        }
    }
}
