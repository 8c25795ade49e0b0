package dev.fanlight.relay.testing;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.rtp.H264Depacketizer;
import dev.fanlight.media.srtp.ReceivedPacket;
import dev.fanlight.protocol.sdp.IceCredentials;
import dev.fanlight.protocol.sdp.LocalDescription;
import dev.fanlight.protocol.sdp.LocalMedia;
import dev.fanlight.protocol.sdp.MediaDirection;
import dev.fanlight.protocol.sdp.MediaFormat;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.protocol.sdp.SdpException;
import dev.fanlight.protocol.sdp.SetupRole;
import dev.fanlight.protocol.stun.StunMessage;
import dev.fanlight.protocol.stun.StunWriter;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.webrtc.RtcEnd;
import dev.fanlight.relay.webrtc.RtcEndpoint;
import dev.fanlight.relay.webrtc.RtcListener;
import dev.fanlight.relay.webrtc.RtcPeer;
import dev.fanlight.relay.webrtc.RtcTimeouts;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The other end of WebRTC: makes offers, checks ways, and keeps what it is sent. */
public final class RtcTestPeer implements RtcListener, AutoCloseable {

    public static final MediaFormat H264 = new MediaFormat(
            102, "H264/90000", "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
    public static final MediaFormat OPUS = new MediaFormat(111, "opus/48000/2", "minptime=10;useinbandfec=1");

    public final List<List<ByteBuffer>> units = new CopyOnWriteArrayList<>();
    public final List<ByteBuffer> sounds = new CopyOnWriteArrayList<>();
    public final List<RtcpEvent> reports = new CopyOnWriteArrayList<>();
    public final List<RtcEnd> ends = new CopyOnWriteArrayList<>();

    private final RtcEndpoint endpoint;
    private final IceCredentials ice = IceCredentials.next(new Random());
    private final H264Depacketizer depacketizer = new H264Depacketizer();
    private final Set<Long> known = new HashSet<>();
    private volatile Optional<RtcPeer> peer = Optional.empty();
    private volatile Optional<IceCredentials> remoteIce = Optional.empty();
    private volatile boolean connected;
    private volatile Consumer<ReceivedPacket> onVideo = packet -> {};

    private RtcTestPeer(RtcEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    public static RtcTestPeer open() {
        try {
            NanoClock clock = NanoClock.SYSTEM;
            return new RtcTestPeer(
                    RtcEndpoint.open(0, RtcTimeouts.STANDARD, clock, MediaClock.system(), new ErrorLog(clock)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** An offer to receive. */
    public String offer(SetupRole setup, MediaFormat... formats) {
        return offer(setup, MediaDirection.RECVONLY, formats);
    }

    public String offer(SetupRole setup, MediaDirection direction, MediaFormat... formats) {
        List<LocalMedia> media = new ArrayList<>();
        for (MediaFormat format : formats) {
            String kind = format.name().startsWith("H") ? "video" : "audio";
            media.add(new LocalMedia(
                    kind,
                    String.valueOf(media.size()),
                    LocalMedia.PROTOCOL,
                    direction,
                    format,
                    List.of("nack", "nack pli"),
                    OptionalInt.empty()));
        }
        return new LocalDescription(7, ice, false, endpoint.identity().fingerprint(), setup, List.of(), media).text();
    }

    /** Connects as an answer says. */
    public void connect(HttpResponse<String> answer) throws SdpException {
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        RemoteDescription remote = RemoteDescription.parse(answer.body());
        remoteIce = Optional.of(remote.ice());
        endpoint.loop().execute(() -> peer = Optional.of(endpoint.connect(ice, remote, any -> true, this)));
        Await.until("the peer is connected", () -> connected);
    }

    /**
     * Has an agent send a clip, one access unit after the other, each when the video so far is here: what comes faster than a busy computer reads is
     * dropped by its kernel.
     */
    public void receive(FlvClip clip, TestAgent agent, long epoch) {
        int videos = 0;
        for (int i = 0; i < clip.units.size(); i++) {
            clip.send(agent, epoch, i, i + 1);
            videos += clip.units.get(i).kind() == MediaKind.VIDEO ? 1 : 0;
            int sent = videos;
            Await.until("the video so far is there", () -> units.size() >= sent);
        }
    }

    /** Has {@code action} called for each packet of video, on the loop. */
    public void onVideo(Consumer<ReceivedPacket> action) {
        onVideo = action;
    }

    public void report(byte[] compound) {
        endpoint.loop().execute(() -> peer.ifPresent(its -> its.report(compound)));
    }

    /** A check that chooses the way it is sent on. */
    public byte[] nomination() {
        IceCredentials remote = remoteIce.orElseThrow();
        return StunWriter.request(new byte[12], remote.fragment() + ":" + ice.fragment(), 1, true, remote.password());
    }

    /** The answer to a check that was sent to this peer. */
    public byte[] answer(StunMessage check, InetSocketAddress from) {
        return StunWriter.success(check, from, ice.password());
    }

    /** Runs something with the peer, on the loop. */
    public void run(Consumer<RtcPeer> action) {
        endpoint.loop().execute(() -> peer.ifPresent(action));
    }

    public RtcEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public void connected() {
        connected = true;
    }

    @Override
    public void packet(ReceivedPacket packet) {
        if (packet.payloadType() == OPUS.payloadType()) {
            ByteBuffer copy = ByteBuffer.allocate(packet.payload().remaining());
            sounds.add(copy.put(packet.payload().duplicate()).flip());
            return;
        }
        if (known.add(packet.index())) {
            onVideo.accept(packet);
        }
        depacketizer.add(packet.payload());
        if (packet.marker()) {
            units.add(depacketizer.end());
        }
    }

    @Override
    public void reports(List<RtcpEvent> events) {
        reports.addAll(events);
    }

    @Override
    public void closed(RtcEnd end) {
        ends.add(end);
    }

    /** Says goodbye, so that the relay need not find out by the silence. */
    @Override
    public void close() {
        CountDownLatch said = new CountDownLatch(1);
        endpoint.loop().execute(() -> {
            peer.ifPresent(RtcPeer::close);
            // Behind the datagram that this has added to the loop.
            endpoint.loop().execute(said::countDown);
        });
        Await.until("the goodbye is sent", () -> said.getCount() == 0);
        endpoint.close(Duration.ofSeconds(5));
    }
}
