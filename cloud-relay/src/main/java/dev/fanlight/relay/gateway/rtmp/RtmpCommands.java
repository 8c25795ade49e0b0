package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.protocol.rtmp.RtmpCommand;
import dev.fanlight.protocol.rtmp.RtmpLimits;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.ServerMessages;
import dev.fanlight.protocol.rtmp.StatusCode;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Connected;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Greeted;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Playing;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Publishing;
import dev.fanlight.relay.gateway.tcp.StreamName;
import java.util.List;

/** Answers the commands of one connection. Event loop only. */
final class RtmpCommands {

    /** The one application there is: {@code rtmp://relay/live/…}. */
    static final String APPLICATION = "live";

    /** The id of the one stream that a connection has. */
    private static final int STREAM = 1;

    private final RtmpSession session;
    private final RtmpSocket socket;
    private final PublishRequest publishing;
    private final PlayRequest playing;
    private int streamId = STREAM;

    RtmpCommands(RtmpSession session, RtmpSocket socket, RtmpServices services) {
        this.session = session;
        this.socket = socket;
        this.publishing = new PublishRequest(session, socket, services);
        this.playing = new PlayRequest(session, socket, services);
    }

    /** Takes a command. */
    void take(RtmpCommand command, int stream) throws BitstreamException {
        if (session.state() instanceof Greeted && !command.name().equals("connect")) {
            throw new BitstreamException("the command connect comes first");
        }
        switch (command.name()) {
            case "connect" -> connect(command);
            case "createStream" ->
                socket.send(ServerMessages.result(command.transaction(), List.of(AmfValue.of(STREAM))));
            case "publish" -> publish(command, stream);
            case "play" -> play(command, stream);
            case "deleteStream", "closeStream" -> close();
            case "getStreamLength" ->
                socket.send(ServerMessages.result(command.transaction(), List.of(AmfValue.of(0))));
            default -> acknowledge(command);
        }
    }

    /** What the peer is sent when it breaks the rules. */
    RtmpMessage failure(String sentence) {
        if (session.state() instanceof Publishing) {
            return ServerMessages.status(streamId, StatusCode.PUBLISH_REFUSED, sentence);
        }
        return session.state() instanceof Playing
                ? ServerMessages.status(streamId, StatusCode.PLAY_FAILED, sentence)
                : ServerMessages.status(0, StatusCode.CONNECTION_CLOSED, sentence);
    }

    private void connect(RtmpCommand command) throws BitstreamException {
        if (!(session.state() instanceof Greeted)) {
            throw new BitstreamException("the command connect comes once");
        }
        String app = StreamName.parse(command.member("app").orElse("")).name();
        if (!app.replaceFirst("/$", "").equals(APPLICATION)) {
            session.end(
                    ServerMessages.refusal(
                            command.transaction(),
                            StatusCode.CONNECTION_REJECTED,
                            "The address of a camera is rtmp://HOST/live/KEY, that of a player rtmp://HOST/live/CAMERA?key=KEY."));
            return;
        }
        session.enter(new Connected());
        socket.send(ServerMessages.window(RtmpLimits.WINDOW_BYTES));
        socket.send(ServerMessages.bandwidth(RtmpLimits.WINDOW_BYTES));
        socket.useLargeChunks();
        socket.send(ServerMessages.connected(command.transaction()));
    }

    private void publish(RtmpCommand command, int stream) throws BitstreamException {
        expectConnected(command);
        streamId = stream;
        publishing.begin(StreamName.parse(command.text(1).orElse("")), stream);
    }

    private void play(RtmpCommand command, int stream) throws BitstreamException {
        expectConnected(command);
        streamId = stream;
        playing.begin(StreamName.parse(command.text(1).orElse("")), stream);
    }

    private void expectConnected(RtmpCommand command) throws BitstreamException {
        if (!(session.state() instanceof Connected)) {
            throw new BitstreamException("a connection has one stream, so " + command.name() + " comes once");
        }
    }

    private void close() {
        if (session.state() instanceof Publishing) {
            session.end(ServerMessages.status(streamId, StatusCode.PUBLISH_ENDED, "The stream has ended."));
        } else if (session.state() instanceof Playing) {
            session.end(ServerMessages.status(streamId, StatusCode.PLAY_ENDED, "The stream has ended."));
        }
    }

    /** {@code releaseStream}, {@code FCPublish} and others that mean nothing here, and whose senders wait for an answer. */
    private void acknowledge(RtmpCommand command) {
        if (command.transaction() != 0) {
            socket.send(ServerMessages.result(command.transaction(), List.of(AmfValue.NULL)));
        }
    }
}
