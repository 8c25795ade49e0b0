package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.protocol.rtmp.ServerMessages;
import dev.fanlight.protocol.rtmp.StatusCode;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Checking;
import dev.fanlight.relay.gateway.rtmp.RtmpState.Publishing;
import dev.fanlight.relay.gateway.tcp.StreamName;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSession;
import dev.fanlight.relay.ingest.PublishSessions;
import dev.fanlight.relay.ratelimit.AddressKey;
import java.time.Duration;
import java.util.Optional;

/** Admits the peer of one connection as a publisher, or refuses it before its first media. Event loop only. */
final class PublishRequest {

    private static final int CHECKS_OF_SILENCE = 5;

    private final RtmpSession session;
    private final RtmpSocket socket;
    private final RtmpServices services;

    PublishRequest(RtmpSession session, RtmpSocket socket, RtmpServices services) {
        this.session = session;
        this.socket = socket;
        this.services = services;
    }

    /** Checks the key that stands in a name. */
    void begin(StreamName name, int streamId) {
        PublishKey key = name.key().isPresent()
                ? new PublishKey(Optional.of(name.name()), name.key().get())
                : new PublishKey(Optional.empty(), name.name());
        session.check();
        GatewayContext relay = services.relay();
        relay.worker()
                .executeBlocking(
                        () -> relay.publishGate()
                                .admit(key, AddressKey.of(socket.tcp().address())),
                        false)
                .onComplete(decision -> decided(decision, streamId), e -> {
                    relay.errors().failure("A publisher could not be checked", e);
                    refuse(streamId, "The relay could not check the key. Try again.");
                });
    }

    private void decided(PublishGate.Admission decision, int streamId) {
        if (!(session.state() instanceof Checking)) {
            return;
        }
        if (decision instanceof PublishGate.Admitted admitted) {
            open(admitted, streamId);
            return;
        }
        switch (((PublishGate.Refused) decision).reason()) {
            case NOT_AUTHENTIC -> refuse(streamId, "This is no valid publish key of a camera of this relay.");
            case RATE_LIMITED -> refuse(streamId, "Too many wrong keys. Try again later.");
        }
    }

    private void open(PublishGate.Admitted admitted, int streamId) {
        RtmpPublishConnection connection =
                new RtmpPublishConnection(socket.tcp(), sentence -> refuse(streamId, sentence));
        PublishSessions.Opening opening = services.relay().publishSessions().open(admitted, connection);
        if (opening instanceof PublishSessions.Opened opened) {
            publish(opened.session(), streamId);
        } else {
            refuse(streamId, "This camera cannot be published now. Try again later.");
        }
    }

    private void publish(PublishSession opened, int streamId) {
        RtmpPublisher publisher = RtmpPublisher.start(services.relay(), opened);
        session.admitted(new Publishing(publisher));
        services.publishers().incrementAndGet();
        socket.tcp().onClosed(services.publishers()::decrementAndGet);
        Duration silence = services.timeouts().silence();
        socket.tcp().every(silence.dividedBy(CHECKS_OF_SILENCE), () -> {
            if (publisher.isSilent(silence)) {
                refuse(streamId, "Nothing has come for " + silence.toSeconds() + " s.");
            }
        });
        socket.send(ServerMessages.streamBegin(streamId));
        socket.send(ServerMessages.status(streamId, StatusCode.PUBLISH_STARTED, "Published."));
        session.proceed();
    }

    private void refuse(int streamId, String sentence) {
        session.end(ServerMessages.status(streamId, StatusCode.PUBLISH_REFUSED, sentence));
    }
}
