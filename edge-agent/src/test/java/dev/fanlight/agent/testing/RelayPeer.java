package dev.fanlight.agent.testing;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.Payload;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One agent's socket at the test relay, and all that came through it. Lists are for any thread. */
public final class RelayPeer {

    private static final int NONCE_BYTES = 32;
    public static final long TIME = 1_700_000_000L;

    public final List<FromAgent> messages = new CopyOnWriteArrayList<>();
    /** Of the same length as {@link #units}, or one shorter for a moment. */
    public final List<MediaHeader> media = new CopyOnWriteArrayList<>();

    public final List<AccessUnit> units = new CopyOnWriteArrayList<>();
    public final AtomicLong bytes = new AtomicLong();
    public final AtomicLong payloadBytes = new AtomicLong();
    public final AtomicInteger largestFrame = new AtomicInteger();
    public final AtomicInteger closeCode = new AtomicInteger();
    public volatile boolean acknowledges = true;

    private final ServerWebSocket socket;

    RelayPeer(ServerWebSocket socket) {
        this.socket = socket;
        socket.frameHandler(this::onFrame);
        socket.textMessageHandler(this::onText);
        socket.binaryMessageHandler(this::onMedia);
        socket.exceptionHandler(failure -> {});
        socket.closeHandler(nothing -> {
            Short code = socket.closeStatusCode();
            closeCode.set(code == null ? 1006 : code);
        });
    }

    public static byte[] nonce() {
        return new byte[NONCE_BYTES];
    }

    public void challenge() {
        send(new Challenge("test relay", nonce(), TIME));
    }

    public void send(Message message) {
        sendText(MessageEncoder.encode(message));
    }

    public void sendText(String text) {
        socket.writeTextMessage(text);
    }

    public void sendFrame(WebSocketFrame frame) {
        socket.writeFrame(frame);
    }

    /** Acknowledges what has come, and from now on what comes. */
    public void acknowledgeAgain() {
        MediaHeader last = media.get(media.size() - 1);
        acknowledges = true;
        send(new Ack(last.track(), last.sequence()));
    }

    /** Takes nothing more from the connection, as a relay that hangs. */
    public void stopReading() {
        socket.pause();
    }

    public void close(int code) {
        socket.close((short) code);
    }

    public boolean isAuthenticated() {
        return first(Authenticate.class) != null;
    }

    public <T extends FromAgent> T first(Class<T> type) {
        return messages.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public <T extends FromAgent> List<T> all(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void onFrame(WebSocketFrame frame) {
        if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
            int length = frame.binaryData().length();
            bytes.addAndGet(length);
            largestFrame.accumulateAndGet(length, Math::max);
        }
    }

    private void onText(String text) {
        try {
            FromAgent message = MessageDecoder.fromAgent(text.getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            messages.add(message);
            if (message instanceof TimeRequest request) {
                send(new TimeReply(request.t0(), request.t0(), request.t0()));
            }
        } catch (ProtocolException e) {
            throw new AssertionError("the agent said something wrong: " + text, e);
        }
    }

    private static AccessUnit unit(MediaHeader header, Buffer message) {
        byte[] payload = message.getBytes(MediaCodec.HEADER_BYTES, message.length());
        boolean disposable = (header.flags() & MediaHeader.DISPOSABLE) != 0;
        return new AccessUnit(
                header.kind(),
                header.isKey(),
                disposable,
                header.captureMicros(),
                header.offsetMicros(),
                Payload.copyOf(payload));
    }

    private void onMedia(Buffer buffer) {
        try {
            MediaHeader header = MediaCodec.read(ByteBuffer.wrap(buffer.getBytes()));
            units.add(unit(header, buffer));
            media.add(header);
            payloadBytes.addAndGet(buffer.length() - MediaCodec.HEADER_BYTES);
            if (acknowledges) {
                send(new Ack(header.track(), header.sequence()));
            }
        } catch (ProtocolException e) {
            throw new AssertionError("the agent sent malformed media", e);
        }
    }
}
