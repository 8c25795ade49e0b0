package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.rtp.RtpFormat;
import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A track as one player was described it, and where its packets go once it was set up. Event loop only. */
final class RtspTrack {

    /** How often a sender report is sent (RFC 3550 §6.2). */
    private static final long REPORT_MICROS = Duration.ofSeconds(5).toNanos() / 1_000;

    private final RtpStream stream;
    private RtpFormat format;
    private OptionalInt id;
    private Optional<PacketOutput> output = Optional.empty();
    private long nextReport = Long.MIN_VALUE;

    RtspTrack(Track track, RtpFormat format, Random random) {
        this.stream = new RtpStream(format.payloadType(), format.clockRate(), random);
        this.format = format;
        this.id = OptionalInt.of(track.id());
    }

    /** How it was described. */
    RtpFormat format() {
        return format;
    }

    RtpStream stream() {
        return stream;
    }

    /** Where its packets go; empty when it was not set up. */
    Optional<PacketOutput> output() {
        return output;
    }

    /** The peer wants it. */
    void setUp(PacketOutput chosen) {
        output = Optional.of(chosen);
    }

    /** Whether it is this track of the stream now. */
    boolean is(int track) {
        return id.isPresent() && id.getAsInt() == track;
    }

    /**
     * Goes on with a track of another publishing, or with none.
     *
     * @return whether a player that knows the earlier description can take it
     */
    boolean follow(Optional<Track> next) {
        id = next.map(track -> OptionalInt.of(track.id())).orElse(OptionalInt.empty());
        if (next.isEmpty()) {
            return true;
        }
        Optional<RtpFormat> nextFormat = RtpFormat.of(next.get());
        boolean fits = nextFormat.filter(format::isContinuedBy).isPresent();
        format = nextFormat.orElse(format);
        return fits;
    }

    /**
     * Sends an access unit, and before it a report when one is due.
     *
     * @param wallMicros when its presentation time is, µs since 1970
     * @return whether the player gets this track
     * @throws BitstreamException when the access unit is not in the form that travels
     */
    boolean send(boolean key, ByteBuffer unit, long micros, long wallMicros, String name) throws BitstreamException {
        if (output.isEmpty()) {
            return false;
        }
        List<RtpPayload> payloads = format.packetizer().split(key, unit);
        if (micros >= nextReport) {
            nextReport = micros + REPORT_MICROS;
            output.get().sendControl(stream.report(micros, wallMicros, name));
        }
        output.get().send(stream, micros, payloads);
        return true;
    }
}
