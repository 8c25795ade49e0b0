package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.G711Config;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.rtp.NalPacketizer;
import dev.fanlight.media.rtp.RtpFormat;
import dev.fanlight.media.rtp.RtpPacketizer;
import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import dev.fanlight.relay.webrtc.sending.MediaSender;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A track as one peer is sent it. Loop only. */
final class OutgoingTrack {

    private final MediaKind kind;
    private final RtpStream stream;
    private RtpPacketizer packetizer;
    private String codec;
    private OptionalInt id;

    private OutgoingTrack(Track track, RtpStream stream, RtpPacketizer packetizer) {
        this.kind = track.kind();
        this.stream = stream;
        this.packetizer = packetizer;
        this.codec = family(track);
        this.id = OptionalInt.of(track.id());
    }

    /**
     * Begins to send a track.
     *
     * @param payloadType by which the peer knows it
     * @return empty when WebRTC does not carry it
     */
    static Optional<OutgoingTrack> of(Track track, int payloadType, Random random) {
        return packetizer(track)
                .flatMap(packetizer -> RtpFormat.of(track)
                        .map(format -> new OutgoingTrack(
                                track, new RtpStream(payloadType, format.clockRate(), random), packetizer)));
    }

    /** The encoding as descriptions call it; empty when WebRTC does not carry the track. */
    static Optional<String> encoding(Track track) {
        return packetizer(track)
                .flatMap(packetizer -> RtpFormat.of(track))
                .map(format -> format.name().split("/", 2)[0]);
    }

    MediaKind kind() {
        return kind;
    }

    RtpStream stream() {
        return stream;
    }

    boolean is(int track) {
        return id.isPresent() && id.getAsInt() == track;
    }

    /**
     * Goes on with a track of another publishing, or with none.
     *
     * @return whether the peer can take it
     */
    boolean follow(Optional<Track> next) {
        id = OptionalInt.empty();
        if (next.isEmpty()) {
            return true;
        }
        Optional<RtpPacketizer> continued =
                packetizer(next.get()).filter(any -> family(next.get()).equals(codec));
        continued.ifPresent(its -> {
            packetizer = its;
            id = OptionalInt.of(next.get().id());
        });
        // A peer without sound goes on; one without video has nothing.
        return continued.isPresent() || kind == MediaKind.AUDIO;
    }

    /** The payloads of an access unit. */
    List<RtpPayload> split(boolean key, ByteBuffer unit) throws BitstreamException {
        return packetizer.split(key, unit);
    }

    private static Optional<RtpPacketizer> packetizer(Track track) {
        if (track.encryption().isPresent()) {
            return Optional.empty();
        }
        if (track.config() instanceof H264Config h264) {
            return Optional.of(NalPacketizer.of(h264, MediaSender.MAX_PACKET_BYTES - RtpStream.HEADER_BYTES));
        }
        boolean isTelephone = track.config() instanceof G711Config
                && RtpFormat.of(track)
                        .filter(format -> format.name().endsWith("/8000/1"))
                        .isPresent();
        return track.config() instanceof OpusConfig || isTelephone
                ? RtpFormat.of(track).map(RtpFormat::packetizer)
                : Optional.empty();
    }

    private static String family(Track track) {
        return track.config().codec().split("\\.", 2)[0];
    }
}
