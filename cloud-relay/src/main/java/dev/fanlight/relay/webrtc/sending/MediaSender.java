package dev.fanlight.relay.webrtc.sending;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import dev.fanlight.media.srtp.SrtpProfile;
import dev.fanlight.relay.webrtc.DatagramLoop;
import dev.fanlight.relay.webrtc.RtcPeer;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Sends media to a peer that is connected: in packets that are paced, those of video again where they are missed. Once a second it names the present
 * moment on the clock of each stream, so that the peer plays them together. Loop only.
 */
public final class MediaSender {

    /** Largest packet before it is encrypted: what passes tunnels and mobile networks in one piece, bytes. */
    public static final int MAX_PACKET_BYTES = 1_200;

    private static final Duration REPORT = Duration.ofSeconds(1);
    private static final String NAME = "fanlight";

    private final RtcPeer peer;
    private final List<RtpStream> streams;
    private final DatagramLoop loop;
    private final MediaClock wallClock;
    private final PacedPackets paced;
    private final SentPackets sent;
    private OptionalLong wallMicrosAtZero = OptionalLong.empty();
    private boolean closed;

    /**
     * Takes part in the memory until {@link #close}.
     *
     * @param streams all that may be sent
     * @param memory for packets of video
     * @param whenEmpty called when something had to wait and nothing waits any more
     */
    public MediaSender(
            RtcPeer peer,
            List<RtpStream> streams,
            DatagramLoop loop,
            NanoClock clock,
            MediaClock wallClock,
            SentMemory memory,
            Runnable whenEmpty) {
        this.peer = peer;
        this.streams = streams;
        this.loop = loop;
        this.wallClock = wallClock;
        this.sent = new SentPackets(clock, memory);
        this.paced = new PacedPackets(loop, clock, this::send, whenEmpty);
        reportLater();
    }

    /** Whether nothing waits, so that the next access unit may be sent. */
    public boolean isEmpty() {
        return paced.isEmpty();
    }

    /**
     * Sends an access unit.
     *
     * @param micros its time on the clock that all streams share
     */
    public void send(MediaKind kind, RtpStream stream, List<RtpPayload> payloads, long micros) {
        if (wallMicrosAtZero.isEmpty()) {
            wallMicrosAtZero = OptionalLong.of(wallClock.micros() - micros);
            report();
        }
        payloads.forEach(payload -> packet(kind, stream, payload, micros));
        paced.flush();
    }

    /** Sends again what the peer misses of the video, as far as it is kept. */
    public void again(RtcpEvent.Missing missing) {
        missing.sequences().forEach(sequence -> sent.again(sequence).ifPresent(this::send));
    }

    /** Sends no more; does nothing the second time. */
    public void close() {
        if (!closed) {
            closed = true;
            paced.clear();
            sent.close();
        }
    }

    private void packet(MediaKind kind, RtpStream stream, RtpPayload payload, long micros) {
        int sequence = stream.nextSequence();
        int size = RtpStream.size(payload);
        byte[] bytes = new byte[size + SrtpProfile.MAX_OVERHEAD_BYTES];
        stream.write(payload, micros, ByteBuffer.wrap(bytes));
        OutgoingPacket packet = new OutgoingPacket(bytes, peer.protect(bytes, size));
        if (kind == MediaKind.VIDEO) {
            sent.add(sequence, packet);
        }
        paced.add(packet);
    }

    private void send(OutgoingPacket packet) {
        peer.send(packet.bytes(), packet.length());
    }

    private void reportLater() {
        loop.after(REPORT, () -> {
            if (!closed) {
                report();
                reportLater();
            }
        });
    }

    private void report() {
        if (wallMicrosAtZero.isPresent()) {
            long wall = wallClock.micros();
            long micros = wall - wallMicrosAtZero.getAsLong();
            streams.forEach(stream -> peer.report(stream.report(micros, wall, NAME)));
        }
    }
}
