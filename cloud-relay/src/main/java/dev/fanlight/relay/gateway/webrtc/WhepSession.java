package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.TrackSet;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.srtp.ReceivedPacket;
import dev.fanlight.protocol.sdp.IceCredentials;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.gateway.TracksWait;
import dev.fanlight.relay.gateway.tcp.PlayedTime;
import dev.fanlight.relay.gateway.webrtc.WhepChoice.UnfitException;
import dev.fanlight.relay.gateway.webrtc.WhepState.Answered;
import dev.fanlight.relay.gateway.webrtc.WhepState.Ended;
import dev.fanlight.relay.gateway.webrtc.WhepState.Playing;
import dev.fanlight.relay.gateway.webrtc.WhepState.Waiting;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.webrtc.DatagramLoop;
import dev.fanlight.relay.webrtc.RtcEnd;
import dev.fanlight.relay.webrtc.RtcListener;
import dev.fanlight.relay.webrtc.RtcPeer;
import io.netty.util.NetUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A player that was admitted: waits for the camera’s tracks, answers the offer, then plays until the peer or its right is gone. It counts as a
 * viewer all the time. Loop only, but for {@link #start}, {@link #stop} and {@link #execute}.
 */
final class WhepSession implements RtcSession, RtcListener, MonitoredSession.Connection {

    private final WebRtcServices services;
    private final GatewayContext relay;
    private final DatagramLoop loop;
    private final PlayerRequest request;
    private final RemoteDescription offer;
    private final Admitted admitted;
    private final LiveStream stream;
    // Of what is given back at the end: three.
    private final List<Runnable> whenEnded = new ArrayList<>();
    private WhepState state = new WhepState.Admitted();

    WhepSession(
            WebRtcServices services,
            PlayerRequest request,
            RemoteDescription offer,
            Admitted admitted,
            LiveStream stream) {
        this.services = services;
        this.relay = services.relay();
        this.loop = services.endpoint().loop();
        this.request = request;
        this.offer = offer;
        this.admitted = admitted;
        this.stream = stream;
    }

    /** Begins; false when there are too many sessions. Any thread. */
    boolean start(PendingAnswer answer) {
        Optional<String> name = services.sessions().open(request.addressKey(), this);
        name.ifPresent(its -> loop.execute(() -> begin(its, answer)));
        return name.isPresent();
    }

    @Override
    public void stop() {
        loop.execute(this::end);
    }

    @Override
    public void connected() {
        if (state instanceof Answered answered) {
            WhepPlayer player =
                    WhepPlayer.start(services, answered.peer(), stream, answered.tracks(), answered.time(), this::stop);
            answered.awake().close();
            state = new Playing(answered.peer(), player);
        }
    }

    @Override
    public void packet(ReceivedPacket packet) {
        // A player sends no media.
    }

    @Override
    public void reports(List<RtcpEvent> events) {
        if (state instanceof Playing playing) {
            playing.player().reports(events);
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
    public void unauthorized(Reason reason) {
        end();
    }

    private void begin(String name, PendingAnswer answer) {
        whenEnded.add(admitted::close);
        whenEnded.add(() -> services.sessions().close(name, request.addressKey()));
        TracksWait wait = new TracksWait(
                relay,
                stream,
                ReaderKind.WHEP,
                loop::execute,
                loop::after,
                services.timeouts().tracks(),
                true,
                tracks -> announced(name, tracks));
        state = new Waiting(wait, answer);
        MonitoredSession monitored = monitor();
        whenEnded.add(monitored::close);
    }

    private MonitoredSession monitor() {
        long now = TimeUnit.MICROSECONDS.toMillis(relay.wallClock().micros());
        String address = NetUtil.toAddressString(request.address());
        return relay.authorization()
                .monitor(
                        this,
                        admitted.principal(),
                        Optional.of(ViewingSession.ofPlayer(admitted, "webrtc", now, address)),
                        admitted.remaining(now),
                        () -> relay.watchGate().recheck(admitted, request.credentials()));
    }

    private void announced(String name, Optional<TrackSet> tracks) {
        if (!(state instanceof Waiting waiting)) {
            return;
        }
        if (tracks.isEmpty()) {
            refuse(waiting, 503, "The camera is not there now. Try again later.");
            return;
        }
        try {
            WhepChoice choice = WhepChoice.of(offer, tracks.get(), services.random());
            IceCredentials ice = IceCredentials.next(services.random());
            RtcPeer peer = services.endpoint().expect(ice, offer, this);
            long epoch = tracks.get().epoch();
            state = new Answered(waiting.awake(), peer, choice.tracks(), PlayedTime.ofCapture(epoch));
            waiting.answer().created(name, services.answer(ice, offer, choice.media()), choice.videoClock(epoch));
        } catch (UnfitException e) {
            refuse(waiting, 406, "" + e.getMessage());
        }
    }

    private void refuse(Waiting waiting, int status, String sentence) {
        waiting.answer().refused(status, sentence);
        end();
    }

    private void end() {
        if (state instanceof Ended) {
            return;
        }
        WhepState before = state;
        state = new Ended();
        if (before instanceof Waiting waiting) {
            waiting.answer().refused(503, "The camera is not there any more.");
        }
        before.close();
        whenEnded.forEach(Runnable::run);
    }
}
