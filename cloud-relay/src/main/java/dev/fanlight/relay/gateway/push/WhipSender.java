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
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.relay.webrtc.DatagramLoop;
import dev.fanlight.relay.webrtc.RtcPeer;
import dev.fanlight.relay.webrtc.sending.MediaSender;
import dev.fanlight.relay.webrtc.sending.SentMemory;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes packets of the messages of a push and sends them, paced, and again where the target misses some. H.264 without B-frames, and Opus; other sound is
 * left out. Loop of the port only.
 */
final class WhipSender {

    /** Bytes of packets that are kept for a target: 1 s at 4 Mbit/s and some more. */
    static final int KEPT_BYTES = 1024 * 1024;

    private final WhipTracks tracks;
    private final Listener listener;
    private final FlvReader reader = new FlvReader();
    private final Map<MediaKind, RtpPacketizer> packetizers = new EnumMap<>(MediaKind.class);
    private final Deque<RtmpMessage> waiting = new ArrayDeque<>();
    private final MediaSender sender;
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
        this.tracks = tracks;
        this.listener = listener;
        this.sender =
                new MediaSender(peer, tracks.all(), loop, clock, wallClock, new SentMemory(KEPT_BYTES), this::drain);
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
                sender.again(missing);
            } else if (event instanceof RtcpEvent.KeyFrameNeeded needed && needed.source() == video) {
                listener.keyFrameNeeded();
            }
        }
    }

    /** Sends no more; does nothing the second time. */
    void close() {
        if (!closed) {
            closed = true;
            waiting.clear();
            sender.close();
        }
    }

    private void drain() {
        while (!closed && sender.isEmpty() && !waiting.isEmpty()) {
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
            packetizers.put(
                    MediaKind.VIDEO, NalPacketizer.of(h264, MediaSender.MAX_PACKET_BYTES - RtpStream.HEADER_BYTES));
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
        List<RtpPayload> payloads = packetizer.split(unit.key(), unit.payload().bytes());
        sender.send(unit.kind(), tracks.of(unit.kind()), payloads, micros);
    }
}
