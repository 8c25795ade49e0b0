package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.rtp.NalPacketizer;
import dev.fanlight.media.rtp.OpusPacketizer;
import dev.fanlight.media.rtp.RtpPacketizer;
import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import dev.fanlight.media.srtp.SrtpProfile;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.relay.webrtc.DatagramLoop;
import dev.fanlight.relay.webrtc.RtcPeer;
import dev.fanlight.relay.webrtc.sending.OutgoingPacket;
import dev.fanlight.relay.webrtc.sending.PacedPackets;
import dev.fanlight.relay.webrtc.sending.SentMemory;
import dev.fanlight.relay.webrtc.sending.SentPackets;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Makes packets of the messages of a push and sends them, paced, and again where the target misses some. H.264 without B-frames, and Opus; other sound is
 * left out. Loop of the port only.
 */
final class WhipSender {

    /** Bytes of packets that are kept for a target: 1 s at 4 Mbit/s and some more. */
    static final int KEPT_BYTES = 1024 * 1024;

    /** Largest packet before it is encrypted, bytes: what passes tunnels and mobile networks in one piece. */
    static final int MAX_PACKET_BYTES = 1_200;

    private static final String NAME = "fanlight";

    private final RtcPeer peer;
    private final WhipTracks tracks;
    private final MediaClock wallClock;
    private final Listener listener;
    private final FlvReader reader = new FlvReader();
    private final Map<MediaKind, RtpPacketizer> packetizers = new EnumMap<>(MediaKind.class);
    private final Deque<RtmpMessage> waiting = new ArrayDeque<>();
    private final PacedPackets paced;
    private final SentPackets sent;
    private OptionalLong wallMicrosAtZero = OptionalLong.empty();
    private boolean closed;

    /** What is learnt while sending; called on the loop of the port. */
    interface Listener {

        /** A message was made packets of; it was {@code bytes} long. */
        void taken(int bytes);

        /** The target cannot go on without a key frame. */
        void keyFrameNeeded();

        /** What is pushed cannot be carried. */
        void uncarried(String reason);
    }

    /** Sends to {@code peer}, which is connected. */
    WhipSender(
            RtcPeer peer,
            WhipTracks tracks,
            DatagramLoop loop,
            NanoClock clock,
            MediaClock wallClock,
            Listener listener) {
        this.peer = peer;
        this.tracks = tracks;
        this.wallClock = wallClock;
        this.listener = listener;
        this.sent = new SentPackets(clock, new SentMemory(KEPT_BYTES));
        this.paced = new PacedPackets(loop, clock, packet -> peer.send(packet.bytes(), packet.length()), this::drain);
    }

    /** Takes the next message; the caller limits how many wait. */
    void add(RtmpMessage message) {
        waiting.add(message);
        drain();
    }

    /** The target says something. */
    void reports(List<RtcpEvent> events) {
        int video = tracks.video().source();
        for (RtcpEvent event : events) {
            if (event instanceof RtcpEvent.Missing missing && missing.source() == video) {
                missing.sequences()
                        .forEach(sequence ->
                                sent.again(sequence).ifPresent(packet -> peer.send(packet.bytes(), packet.length())));
            } else if (event instanceof RtcpEvent.KeyFrameNeeded needed && needed.source() == video) {
                listener.keyFrameNeeded();
            }
        }
    }

    /** Names the present moment on the clock of each track, so that the target plays them together; to be called about once a second. */
    void report() {
        if (wallMicrosAtZero.isPresent() && !closed) {
            long wall = wallClock.micros();
            long micros = wall - wallMicrosAtZero.getAsLong();
            tracks.all().forEach(stream -> peer.report(stream.report(micros, wall, NAME)));
        }
    }

    /** Sends no more; does nothing the second time. */
    void close() {
        if (!closed) {
            closed = true;
            waiting.clear();
            paced.clear();
            sent.close();
        }
    }

    private void drain() {
        while (!closed && paced.isEmpty() && !waiting.isEmpty()) {
            RtmpMessage message = waiting.remove();
            int bytes = message.body().remaining();
            try {
                take(message);
            } catch (BitstreamException e) {
                listener.uncarried("an access unit was not in the form of its codec");
            }
            listener.taken(bytes);
        }
    }

    private void take(RtmpMessage message) throws BitstreamException {
        FlvTagType type = FlvTagType.of(message.type().code()).orElse(FlvTagType.SCRIPT);
        for (FlvEvent event : reader.read(type, message.timestamp(), message.body())) {
            if (event instanceof FlvEvent.TrackChange change) {
                change(change.config());
            } else if (event instanceof FlvEvent.Unit unit) {
                send(unit.unit());
            } else if (event instanceof FlvEvent.Unsupported other && other.kind() == MediaKind.VIDEO) {
                listener.uncarried("WHIP does not carry " + other.codec() + " here");
            }
        }
    }

    private void change(CodecConfig config) {
        if (config instanceof H264Config h264 && h264.announcesReordering()) {
            listener.uncarried("WebRTC cannot carry B-frames: set \"video\" to a size and rate, like 1280x720@25");
        } else if (config instanceof H264Config h264) {
            packetizers.put(MediaKind.VIDEO, NalPacketizer.of(h264, MAX_PACKET_BYTES - RtpStream.HEADER_BYTES));
        } else if (config instanceof OpusConfig && tracks.sound().isPresent()) {
            packetizers.put(MediaKind.AUDIO, new OpusPacketizer());
        } else if (config.kind() == MediaKind.VIDEO) {
            listener.uncarried("WHIP carries H.264 only here, and this camera sends " + config.codec());
        } else {
            packetizers.remove(MediaKind.AUDIO);
        }
    }

    private void send(AccessUnit unit) throws BitstreamException {
        RtpPacketizer packetizer = packetizers.get(unit.kind());
        if (packetizer == null || closed) {
            return;
        }
        long micros = unit.captureMicros() + unit.offsetMicros();
        if (wallMicrosAtZero.isEmpty()) {
            wallMicrosAtZero = OptionalLong.of(wallClock.micros() - micros);
            report();
        }
        for (RtpPayload payload : packetizer.split(unit.key(), unit.payload().bytes())) {
            packet(unit.kind(), payload, micros);
        }
        paced.flush();
    }

    private void packet(MediaKind kind, RtpPayload payload, long micros) {
        RtpStream stream = tracks.of(kind);
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
}
