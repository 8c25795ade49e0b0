package dev.fanlight.agent.preview;

import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.preview.stream.ViewerQueue;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.protocol.codec.UnknownMessages;
import dev.fanlight.protocol.player.Clock;
import dev.fanlight.protocol.player.FromPlayerHandler;
import dev.fanlight.protocol.player.MediaDelivery;
import dev.fanlight.protocol.player.Prefer;
import dev.fanlight.protocol.player.Quality;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.protocol.player.Welcome;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * One viewer’s socket ({@code docs/protocol.md}, role of the relay): no chat, one rendition at a time, frames dropped up to a key frame when the
 * network is too slow. Event loop only.
 */
final class PreviewSocket implements FromPlayerHandler {

    /** Until a player has said what it watches. */
    static final long WATCH_LIMIT_MS = 5_000;

    /** Most messages of a player in a second. */
    static final int MESSAGES = 50;

    /** Bytes that wait in the socket itself; more would be stale video. */
    private static final int SOCKET_BYTES = 256 * 1024;

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final ServerWebSocket socket;
    private final Function<String, Optional<PreviewCamera>> admission;
    private final PreviewContext program;
    private final ViewerQueue queue;
    private final UnknownMessages unknown = new UnknownMessages();

    private Optional<PreviewCamera> watched = Optional.empty();
    private long secondNanos;
    private int messages;
    private boolean ended;

    private PreviewSocket(
            ServerWebSocket socket,
            Context loop,
            Function<String, Optional<PreviewCamera>> admission,
            PreviewContext program) {
        this.socket = socket;
        this.admission = admission;
        this.program = program;
        this.queue = new ViewerQueue(
                () -> loop.runOnContext(nothing -> send()),
                () -> loop.runOnContext(nothing -> end(CloseReason.TOO_SLOW)),
                () -> loop.runOnContext(nothing -> end(CloseReason.LINK_ENDED)));
    }

    /**
     * Serves a socket that was just opened.
     *
     * @param admission the camera of this name, if the viewer may watch it
     */
    static void serve(
            ServerWebSocket socket,
            Vertx vertx,
            Function<String, Optional<PreviewCamera>> admission,
            PreviewContext program) {
        PreviewSocket viewer = new PreviewSocket(socket, vertx.getOrCreateContext(), admission, program);
        socket.setWriteQueueMaxSize(SOCKET_BYTES);
        socket.textMessageHandler(viewer::received);
        socket.binaryMessageHandler(nothing -> viewer.end(CloseReason.UNSUPPORTED));
        socket.drainHandler(nothing -> viewer.send());
        socket.exceptionHandler(failure -> viewer.gone());
        socket.closeHandler(nothing -> viewer.gone());
        vertx.setTimer(WATCH_LIMIT_MS, nothing -> viewer.watchLimit());
    }

    @Override
    public void on(Watch message) throws ProtocolException {
        if (watched.isPresent()) {
            unexpected(message);
        }
        Optional<PreviewCamera> camera = admission.apply(message.camera());
        if (camera.isEmpty()) {
            end(CloseReason.WRONG_LINK);
            return;
        }
        String name = camera.get().name();
        queue.control(new Welcome(
                name, name, program.version(), "viewer", "Viewer", ChatRole.WATCHER, "none", Features.NONE));
        queue.control(new Clock(0, 0));
        queue.control(new ChatReady(0, 0));
        watched = camera;
        if (!camera.get().stream().join(queue)) {
            watched = Optional.empty();
            end(CloseReason.BUSY);
        }
    }

    @Override
    public void on(Prefer message) {
        Rendition rendition = message.quality() == Quality.LOW ? Rendition.LOW : Rendition.MAIN;
        boolean media = message.media() == MediaDelivery.ALL;
        watched.ifPresent(
                camera -> camera.stream().prefer(queue, Optional.of(rendition).filter(any -> media)));
    }

    @Override
    public void on(TimeRequest message) {
        long now = program.clock().micros();
        queue.control(new TimeReply(message.t0(), now, now));
    }

    @Override
    public void on(Ack message) {
        // The socket’s own queue says how fast this viewer is.
    }

    private void received(String text) {
        if (ended) {
            return;
        }
        try {
            count();
            Optional<FromPlayer> message = MessageDecoder.fromPlayer(text.getBytes(StandardCharsets.UTF_8));
            if (message.isEmpty()) {
                unknown.ignore();
            } else if (watched.isEmpty() && !(message.get() instanceof Watch)) {
                unexpected(message.get());
            } else {
                dispatch(message.get());
            }
        } catch (ProtocolException e) {
            end(e.reason());
        }
    }

    private void count() throws ProtocolException {
        long now = program.nano().nanoTime();
        if (messages == 0 || now - secondNanos >= SECOND_NANOS) {
            secondNanos = now;
            messages = 0;
        }
        messages++;
        if (messages > MESSAGES) {
            throw new ProtocolException(CloseReason.BUSY, "too many messages");
        }
    }

    private void watchLimit() {
        if (watched.isEmpty()) {
            end(CloseReason.TIMEOUT);
        }
    }

    private void send() {
        while (!ended && !socket.writeQueueFull()) {
            Optional<ViewerQueue.Item> next = queue.poll();
            if (next.isEmpty()) {
                return;
            }
            if (next.get() instanceof ViewerQueue.Item.Text text) {
                socket.writeTextMessage(text.text());
            } else if (next.get() instanceof ViewerQueue.Item.Media media) {
                socket.writeBinaryMessage(Buffer.buffer(media.message().bytes()));
            }
        }
    }

    private void end(CloseReason reason) {
        if (ended) {
            return;
        }
        gone();
        socket.writeTextMessage(MessageEncoder.encode(new Goodbye(reason.wireName(), Optional.empty())));
        socket.close((short) reason.code(), reason.wireName());
    }

    private void gone() {
        ended = true;
        watched.ifPresent(camera -> camera.stream().leave(queue));
        watched = Optional.empty();
    }
}
