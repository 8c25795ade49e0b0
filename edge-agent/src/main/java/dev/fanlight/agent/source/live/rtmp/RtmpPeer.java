package dev.fanlight.agent.source.live.rtmp;

import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.ChunkWriter;
import dev.fanlight.protocol.rtmp.RtmpCommand;
import dev.fanlight.protocol.rtmp.RtmpLimits;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpReader;
import dev.fanlight.protocol.rtmp.ServerHandshake;
import dev.fanlight.protocol.rtmp.ServerMessages;
import dev.fanlight.protocol.rtmp.StatusCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** One connection as bytes in and out: handshake, commands, and media once the right key was shown. Not thread safe. */
final class RtmpPeer {

    /** Messages without media of a peer before it publishes: encoders send some ten. */
    static final int MAX_COMMANDS = 50;

    private static final int STREAM = 1;

    private enum State {
        GREETING,
        GREETED,
        CONNECTED,
        PUBLISHING,
        ENDED
    }

    private final String path;
    private final Consumer<ByteBuffer> output;
    private final ServerHandshake handshake;
    private final RtmpReader reader = new RtmpReader();
    private final ChunkWriter writer = new ChunkWriter(ChunkWriter.FIRST_CHUNK_BYTES);
    private final FlvOutput media = new FlvOutput();
    private State state = State.GREETING;
    private String application = "";
    private int commands;

    /**
     * A peer that has sent nothing.
     *
     * @param path application and key that it has to show
     * @param output takes what it is sent
     */
    RtmpPeer(String path, Random random, Consumer<ByteBuffer> output) {
        this.path = path;
        this.output = output;
        this.handshake = new ServerHandshake(random);
    }

    /**
     * Takes what has come, in pieces of any size.
     *
     * @throws BitstreamException when the peer breaks the rules, or shows no valid key; it was sent why
     */
    void received(ByteBuffer in) throws BitstreamException {
        if (state == State.GREETING) {
            handshake.take(in).ifPresent(output);
            if (!handshake.isDone()) {
                return;
            }
            state = State.GREETED;
        }
        while (state != State.ENDED) {
            Optional<RtmpMessage> next = reader.next(in);
            if (next.isPresent()) {
                take(next.get());
            }
            reader.acknowledgement().ifPresent(this::send);
            if (next.isEmpty()) {
                return;
            }
        }
    }

    /** Whether it has shown the right key and has not ended since. */
    boolean isPublishing() {
        return state == State.PUBLISHING;
    }

    /** Whether it has said that it ends. */
    boolean isEnded() {
        return state == State.ENDED;
    }

    /** What it has sent since, as FLV. */
    FlvOutput media() {
        return media;
    }

    private void take(RtmpMessage message) throws BitstreamException {
        Optional<FlvTagType> type = FlvTagType.of(message.type().code());
        if (type.isPresent() && state == State.PUBLISHING) {
            media.take(message, type.get());
            return;
        }
        commands++;
        if (commands > MAX_COMMANDS && state != State.PUBLISHING) {
            throw new BitstreamException("more than " + MAX_COMMANDS + " messages before a stream");
        }
        switch (message.type()) {
            case COMMAND, COMMAND_AMF3 -> command(RtmpCommand.read(message), message.streamId());
            default -> {
                // Acknowledgements and the like.
            }
        }
    }

    private void command(RtmpCommand command, int streamId) throws BitstreamException {
        switch (command.name()) {
            case "connect" -> connect(command);
            case "createStream" -> send(ServerMessages.result(command.transaction(), List.of(AmfValue.of(STREAM))));
            case "publish" -> publish(command, streamId);
            case "deleteStream", "closeStream", "FCUnpublish" -> end();
            default -> {
                if (command.transaction() != 0) {
                    send(ServerMessages.result(command.transaction(), List.of(AmfValue.NULL)));
                }
            }
        }
    }

    private void connect(RtmpCommand command) throws BitstreamException {
        if (state != State.GREETED) {
            throw new BitstreamException("the command connect comes once");
        }
        application = command.member("app").orElse("");
        state = State.CONNECTED;
        send(ServerMessages.window(RtmpLimits.WINDOW_BYTES));
        send(ServerMessages.bandwidth(RtmpLimits.WINDOW_BYTES));
        send(ServerMessages.connected(command.transaction()));
    }

    private void publish(RtmpCommand command, int streamId) throws BitstreamException {
        if (state != State.CONNECTED) {
            throw new BitstreamException("the command publish comes once, after connect");
        }
        if (!isKey(application + "/" + command.text(1).orElse(""))) {
            send(ServerMessages.status(
                    streamId, StatusCode.PUBLISH_REFUSED, "This is not the key of this camera (camera.source)."));
            state = State.ENDED;
            throw new BitstreamException("a wrong key");
        }
        reader.allowMedia();
        state = State.PUBLISHING;
        send(ServerMessages.streamBegin(streamId));
        send(ServerMessages.status(streamId, StatusCode.PUBLISH_STARTED, "Published."));
    }

    private void end() {
        if (state == State.PUBLISHING) {
            state = State.ENDED;
        }
    }

    /** Compares without telling by the time how much of it was right; cameras put slashes where they like. */
    private boolean isKey(String shown) {
        String plain = shown.replaceAll("/+", "/").replaceFirst("/$", "");
        return MessageDigest.isEqual(plain.getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.UTF_8));
    }

    private void send(RtmpMessage message) {
        writer.parts(message).forEach(output);
    }
}
