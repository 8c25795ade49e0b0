package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.srtp.ReceivedPacket;
import dev.fanlight.protocol.sdp.IceCredentials;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.webrtc.WhipState.Answered;
import dev.fanlight.relay.gateway.webrtc.WhipState.Ended;
import dev.fanlight.relay.gateway.webrtc.WhipState.Publishing;
import dev.fanlight.relay.ingest.PublishConnection;
import dev.fanlight.relay.ingest.PublishEnd;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSessions;
import dev.fanlight.relay.ingest.PublishedMedia;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.webrtc.DatagramLoop;
import dev.fanlight.relay.webrtc.RtcEnd;
import dev.fanlight.relay.webrtc.RtcListener;
import dev.fanlight.relay.webrtc.RtcPeer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A publisher that was admitted: answers its offer, then publishes what it sends until it or its right is gone. Loop only, but for {@link #start},
 * {@link #stop} and {@link #execute}.
 */
final class WhipSession implements RtcSession, RtcListener, PublishConnection {

    private static final Duration TICK = Duration.ofMillis(100);

    private final WebRtcServices services;
    private final GatewayContext relay;
    private final DatagramLoop loop;
    private final AddressKey address;
    private final RemoteDescription offer;
    private final WhipChoice choice;
    private final PublishGate.Admitted admitted;
    private Runnable release = () -> {};
    private WhipState state = new WhipState.Admitted();

    WhipSession(
            WebRtcServices services,
            AddressKey address,
            RemoteDescription offer,
            WhipChoice choice,
            PublishGate.Admitted admitted) {
        this.services = services;
        this.relay = services.relay();
        this.loop = services.endpoint().loop();
        this.address = address;
        this.offer = offer;
        this.choice = choice;
        this.admitted = admitted;
    }

    /** Begins; false when there are too many sessions. Any thread. */
    boolean start(PendingAnswer answer) {
        Optional<String> name = services.sessions().open(address, this);
        name.ifPresent(its -> loop.execute(() -> begin(its, answer)));
        return name.isPresent();
    }

    @Override
    public void stop() {
        loop.execute(this::end);
    }

    @Override
    public void connected() {
        if (!(state instanceof Answered answered)) {
            return;
        }
        PublishSessions.Opening opening = relay.publishSessions().open(admitted, this);
        if (!(opening instanceof PublishSessions.Opened opened)) {
            relay.errors().warn("A publisher by WebRTC was refused: there are too many streams, or it comes too often");
            end();
            return;
        }
        WhipReceiver receiver =
                new WhipReceiver(choice, answered.peer(), relay.clock(), relay.wallClock(), services.random());
        PublishedMedia media = PublishedMedia.begin(opened.session(), relay.wallClock(), relay.errors());
        state = new Publishing(answered.peer(), receiver, media);
        tickLater();
    }

    @Override
    public void packet(ReceivedPacket packet) {
        if (state instanceof Publishing publishing) {
            pass(publishing, () -> publishing.receiver().take(packet));
        }
    }

    @Override
    public void reports(List<RtcpEvent> events) {
        if (state instanceof Publishing publishing) {
            publishing.receiver().reports(events);
        }
    }

    @Override
    public void closed(RtcEnd end) {
        end();
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        loop.after(delay, () -> {
            if (!(state instanceof Ended)) {
                task.run();
            }
        });
    }

    @Override
    public void demand(PublishDemand demand) {
        // WebRTC has no message for it: the publisher sends what it sends.
    }

    @Override
    public void requestKeyFrame(int track) {
        if (state instanceof Publishing publishing) {
            publishing.receiver().requestKeyFrame();
        }
    }

    @Override
    public void ended(PublishEnd reason) {
        end();
    }

    private void begin(String name, PendingAnswer answer) {
        release = () -> services.sessions().close(name, address);
        IceCredentials ice = IceCredentials.next(services.random());
        RtcPeer peer = services.endpoint().expect(ice, offer, this);
        state = new Answered(peer);
        answer.created(name, services.answer(ice, offer, choice.media()));
    }

    private void tickLater() {
        schedule(TICK, () -> {
            if (state instanceof Publishing publishing) {
                pass(publishing, publishing.receiver()::tick);
                tickLater();
            }
        });
    }

    /** What comes of packets. */
    private interface Reading {
        List<FlvEvent> events() throws BitstreamException;
    }

    private void pass(Publishing publishing, Reading reading) {
        try {
            publishing.media().take(reading.events());
        } catch (BitstreamException e) {
            relay.errors().warn("A publisher by WebRTC was ended: " + e.getMessage());
            relay.counters().increment(RelayCounter.PROTOCOL_ERRORS);
            end();
        }
    }

    private void end() {
        if (!(state instanceof Ended)) {
            WhipState before = state;
            state = new Ended();
            before.close();
            release.run();
        }
    }
}
