package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.protocol.rtmp.ServerMessages;
import dev.fanlight.protocol.rtmp.StatusCode;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerRefusals;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Checking;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Playing;
import dev.fanlight.relay.gateway.tcp.PacedReader;
import dev.fanlight.relay.gateway.tcp.PlayAuthorization;
import dev.fanlight.relay.gateway.tcp.StreamName;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.ReaderKind;
import java.util.Optional;

/** Admits the peer of one connection as a viewer, or refuses it. Event loop only. */
final class PlayRequest {

    private final RtmpSession session;
    private final RtmpSocket socket;
    private final RtmpServices services;

    PlayRequest(RtmpSession session, RtmpSocket socket, RtmpServices services) {
        this.session = session;
        this.socket = socket;
        this.services = services;
    }

    /** Checks the link’s key that stands behind a camera’s name. */
    void begin(StreamName name, int streamId) {
        Credentials credentials = Credentials.NONE.withKey(name.key());
        session.check();
        GatewayContext relay = services.relay();
        relay.worker()
                .executeBlocking(
                        () -> relay.watchGate()
                                .admit(
                                        name.name(),
                                        credentials,
                                        AddressKey.of(socket.tcp().address())),
                        false)
                .onComplete(decision -> decided(decision, credentials, streamId), e -> {
                    relay.errors().failure("A viewer could not be checked", e);
                    refuse(streamId, StatusCode.PLAY_FAILED, "The relay could not check the key. Try again.");
                });
    }

    private void decided(WatchGate.Admission decision, Credentials credentials, int streamId) {
        if (decision instanceof WatchGate.Admitted admitted) {
            open(admitted, credentials, streamId);
            return;
        }
        switch (((WatchGate.Refused) decision).reason()) {
            case NOT_FOUND, BANNED ->
                refuse(
                        streamId,
                        StatusCode.STREAM_NOT_FOUND,
                        "There is no such camera, or the key is not valid for it.");
            case RATE_LIMITED -> refuse(streamId, StatusCode.PLAY_FAILED, "Too many wrong keys. Try again later.");
            case RELAY_FULL -> refuse(streamId, StatusCode.PLAY_FAILED, PlayerRefusals.RELAY_FULL);
            case LINK_FULL -> refuse(streamId, StatusCode.PLAY_FAILED, PlayerRefusals.LINK_FULL);
        }
    }

    private void open(WatchGate.Admitted admitted, Credentials credentials, int streamId) {
        Optional<LiveStream> stream = services.relay().playableStreams().open(admitted.access());
        if (stream.isEmpty() || !(session.state() instanceof Checking)) {
            admitted.close();
            refuse(streamId, StatusCode.PLAY_FAILED, "The relay has too many streams.");
            return;
        }
        socket.tcp().onClosed(admitted::close);
        socket.send(ServerMessages.streamBegin(streamId));
        socket.send(ServerMessages.status(streamId, StatusCode.PLAY_STARTED, "Playing."));
        PlayAuthorization.monitor(
                socket.tcp(),
                services.relay(),
                admitted,
                "rtmp",
                credentials,
                () -> refuse(streamId, StatusCode.STREAM_NOT_FOUND, "This key is not valid any more."));
        RtmpPlayer player = new RtmpPlayer(socket, streamId, session::end);
        session.admitted(new Playing(PacedReader.start(
                socket.tcp(),
                services.relay(),
                stream.get(),
                services.timeouts().silence(),
                player,
                ReaderKind.RTMP)));
        services.players().incrementAndGet();
        socket.tcp().onClosed(services.players()::decrementAndGet);
        session.proceed();
    }

    private void refuse(int streamId, StatusCode code, String sentence) {
        session.end(ServerMessages.status(streamId, code, sentence));
    }
}
