package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.protocol.rtmp.ChunkWriter;
import dev.fanlight.protocol.rtmp.ClientHandshake;
import dev.fanlight.protocol.rtmp.ClientMessages;
import dev.fanlight.protocol.rtmp.RtmpCommand;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpReader;
import dev.fanlight.protocol.rtmp.ServerMessages;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One connection to a target: handshake, commands, then media. Event loop only. */
final class PushConnection implements PushLink {

    /** Size of the chunks that are sent. */
    private static final int CHUNK_BYTES = 64 * 1024;

    /** Bytes that may wait in this process for the target. */
    static final int MAX_WAITING_BYTES = 64 * 1024;

    private static final int PING = 6;
    private static final int PING_BYTES = 6;
    private static final int MAX_SENTENCE = 100;

    private final NetSocket socket;
    private final PushConfig config;
    private final Listener listener;
    private final ClientHandshake handshake = new ClientHandshake();
    private final RtmpReader reader = new RtmpReader();
    private ChunkWriter writer = new ChunkWriter(ChunkWriter.FIRST_CHUNK_BYTES);
    private int streamId;
    private boolean accepted;
    private boolean closed;

    private PushConnection(NetSocket socket, PushConfig config, Listener listener) {
        this.socket = socket;
        this.config = config;
        this.listener = listener;
    }

    /** Begins to speak over a socket that was just connected. */
    static PushConnection start(NetSocket socket, PushConfig config, Random random, Listener listener) {
        PushConnection connection = new PushConnection(socket, config, listener);
        socket.setWriteQueueMaxSize(MAX_WAITING_BYTES);
        socket.handler(buffer -> connection.received(ByteBuffer.wrap(buffer.getBytes())));
        socket.drainHandler(drained -> listener.drained());
        socket.exceptionHandler(e -> connection.end("the connection broke"));
        socket.closeHandler(gone -> connection.end("the target has closed the connection"));
        connection.write(connection.handshake.begin(random));
        return connection;
    }

    @Override
    public boolean isFull() {
        return socket.writeQueueFull();
    }

    @Override
    public void send(RtmpMessage message) {
        List<ByteBuffer> parts = writer.parts(message);
        ByteBuffer all = ByteBuffer.allocate(
                parts.stream().mapToInt(ByteBuffer::remaining).sum());
        parts.forEach(all::put);
        write(all.flip());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            var unused = socket.close();
        }
    }

    private void end(String reason) {
        if (!closed) {
            close();
            listener.closed(reason);
        }
    }

    private void received(ByteBuffer in) {
        try {
            read(in);
        } catch (BitstreamException e) {
            end("the target does not speak RTMP: " + e.getMessage());
        }
    }

    private void read(ByteBuffer in) throws BitstreamException {
        if (!handshake.isDone()) {
            handshake.take(in).ifPresent(this::write);
            if (!handshake.isDone()) {
                return;
            }
            send(ClientMessages.connect(config.target().app(), config.target().url()));
        }
        while (!closed) {
            Optional<RtmpMessage> next = reader.next(in);
            reader.acknowledgement().ifPresent(this::send);
            if (next.isEmpty()) {
                return;
            }
            take(next.get());
        }
    }

    private void take(RtmpMessage message) throws BitstreamException {
        switch (message.type()) {
            case COMMAND, COMMAND_AMF3 -> command(RtmpCommand.read(message));
            case USER_CONTROL -> control(message.body());
            default -> {
                // Windows and acknowledgements: how much waits is seen by the socket.
            }
        }
    }

    private void control(ByteBuffer body) {
        if (body.remaining() >= PING_BYTES && body.getShort(body.position()) == PING) {
            send(ServerMessages.pingReply(body.getInt(body.position() + Short.BYTES)));
        }
    }

    private void command(RtmpCommand command) {
        switch (command.name()) {
            case "_result" -> result(command);
            case "_error" -> refused(command);
            case "onStatus" -> status(command);
            default -> {
                // onFCPublish, onBWDone and others that need no answer.
            }
        }
    }

    private void result(RtmpCommand command) {
        if (command.transaction() == ClientMessages.CONNECT) {
            send(ServerMessages.chunkSize(CHUNK_BYTES));
            writer = new ChunkWriter(CHUNK_BYTES);
            send(ClientMessages.release(config.key()));
            send(ClientMessages.announce(config.key()));
            send(ClientMessages.createStream());
        } else if (command.transaction() == ClientMessages.CREATE_STREAM
                && command.arguments().size() > 1
                && command.arguments().get(1) instanceof AmfValue.Numeric number) {
            streamId = (int) number.value();
            send(ClientMessages.publish(config.key(), streamId));
        }
    }

    /** Only what the stream needs: some servers refuse the commands before it, which are optional. */
    private void refused(RtmpCommand command) {
        if (command.transaction() == ClientMessages.CONNECT || command.transaction() == ClientMessages.CREATE_STREAM) {
            end("the target refuses: " + sentence(command));
        }
    }

    private void status(RtmpCommand command) {
        Optional<AmfValue.Members> status = members(command);
        String code = status.flatMap(its -> its.text("code")).orElse("");
        String level = status.flatMap(its -> its.text("level")).orElse("");
        if (code.equals("NetStream.Publish.Start") && !accepted) {
            accepted = true;
            listener.accepted(this, streamId);
        } else if (level.equals("error") || code.equals("NetStream.Unpublish.Success")) {
            end("the target refuses: " + sentence(command));
        }
    }

    private String sentence(RtmpCommand command) {
        Optional<AmfValue.Members> status = members(command);
        String text = status.flatMap(its -> its.text("description"))
                .filter(description -> !description.isBlank())
                .or(() -> status.flatMap(its -> its.text("code")))
                .orElse("without a reason");
        String safe =
                text.replace(config.key(), "***").replaceAll("\\p{Cntrl}", " ").replaceFirst("\\.$", "");
        return safe.substring(0, Math.min(safe.length(), MAX_SENTENCE));
    }

    private static Optional<AmfValue.Members> members(RtmpCommand command) {
        return command.arguments().stream()
                .skip(1)
                .filter(AmfValue.Members.class::isInstance)
                .map(AmfValue.Members.class::cast)
                .findFirst();
    }

    private void write(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        listener.sent(copy.length);
        var unused = socket.write(Buffer.buffer(copy));
    }
}
