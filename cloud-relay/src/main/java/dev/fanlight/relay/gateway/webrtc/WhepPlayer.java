package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import dev.fanlight.media.srtp.SrtpProfile;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.tcp.PlayedTime;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import dev.fanlight.relay.stream.Renditions;
import dev.fanlight.relay.webrtc.RtcPeer;
import dev.fanlight.relay.webrtc.sending.OutgoingPacket;
import dev.fanlight.relay.webrtc.sending.PacedPackets;
import dev.fanlight.relay.webrtc.sending.SentPackets;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sends a stream to a peer that is connected: begins with the cached frames, paced, sends again what it misses, and skips to the next key frame where
 * it is slower than the stream. Loop only.
 */
final class WhepPlayer {

    private static final Duration REPORT = Duration.ofSeconds(1);
    private static final String NAME = "fanlight";

    private final GatewayContext relay;
    private final WebRtcServices services;
    private final RtcPeer peer;
    private final List<OutgoingTrack> tracks;
    private final Runnable over;
    private final QueuedReader reader;
    private final PacedPackets paced;
    private final SentPackets sent;
    private final PlayedTime time;
    private final LossPolicy losses = new LossPolicy();
    private OptionalLong wallMicrosAtZero = OptionalLong.empty();
    private boolean skipping;
    private boolean closed;

    private WhepPlayer(
            WebRtcServices services,
            RtcPeer peer,
            LiveStream stream,
            List<OutgoingTrack> tracks,
            PlayedTime time,
            Runnable over) {
        this.services = services;
        this.relay = services.relay();
        this.peer = peer;
        this.tracks = tracks;
        this.time = time;
        this.over = over;
        this.sent = new SentPackets(relay.clock(), services.sent());
        this.paced = new PacedPackets(
                services.endpoint().loop(),
                relay.clock(),
                packet -> peer.send(packet.bytes(), packet.length()),
                this::drain);
        this.reader = QueuedReader.open(
                stream,
                ReaderKind.WHEP,
                ReaderLimits.LIVE,
                relay.clock(),
                relay.counters(),
                () -> services.endpoint().loop().execute(this::drain));
    }

    /**
     * Begins to send.
     *
     * @param time by which the timestamps of all tracks are made
     * @param over called when the stream has ended, or goes on with what the peer does not take
     */
    static WhepPlayer start(
            WebRtcServices services,
            RtcPeer peer,
            LiveStream stream,
            List<OutgoingTrack> tracks,
            PlayedTime time,
            Runnable over) {
        WhepPlayer player = new WhepPlayer(services, peer, stream, tracks, time, over);
        player.drain();
        player.reportLater();
        return player;
    }

    /** The peer says something. */
    void reports(List<RtcpEvent> events) {
        for (RtcpEvent event : events) {
            if (event instanceof RtcpEvent.Missing missing && isVideo(missing.source())) {
                missing.sequences()
                        .forEach(sequence ->
                                sent.again(sequence).ifPresent(packet -> peer.send(packet.bytes(), packet.length())));
            } else if (event instanceof RtcpEvent.KeyFrameNeeded needed && isVideo(needed.source())) {
                reader.requestKeyFrame();
            } else if (event instanceof RtcpEvent.Reception reception && isVideo(reception.source())) {
                received(reception);
            }
        }
    }

    /** Who skips need not wait for a whole group of pictures; the stream limits how often cameras are asked. */
    private void received(RtcpEvent.Reception reception) {
        skipping |= losses.reported(reception.lost(), reception.newest());
        if (skipping) {
            reader.requestKeyFrame();
        }
    }

    /** Sends no more; does nothing the second time. */
    void close() {
        if (!closed) {
            closed = true;
            paced.clear();
            sent.close();
            reader.close();
        }
    }

    private void drain() {
        while (!closed && paced.isEmpty()) {
            Optional<ReaderEvent> next = reader.poll();
            if (next.isEmpty()) {
                return;
            }
            take(next.get());
        }
    }

    private void take(ReaderEvent event) {
        if (event instanceof ReaderEvent.Tracks announced) {
            follow(announced.tracks());
        } else if (event instanceof ReaderEvent.Frame frame) {
            try {
                send(frame.frame());
            } finally {
                frame.frame().release();
            }
        } else if (event instanceof ReaderEvent.End) {
            over.run();
        }
    }

    private void follow(TrackSet announced) {
        List<Track> next = Renditions.mainAndSound(announced);
        boolean fits = true;
        for (OutgoingTrack track : tracks) {
            fits &= track.follow(
                    next.stream().filter(other -> other.kind() == track.kind()).findFirst());
        }
        if (!fits) {
            over.run();
        }
    }

    private void send(IndexedFrame frame) {
        MediaHeader header = frame.frame().header();
        Optional<OutgoingTrack> track =
                tracks.stream().filter(known -> known.is(header.track())).findFirst();
        if (track.isEmpty()) {
            return;
        }
        if (skipping && frame.isVideo() && !frame.isKey()) {
            relay.counters().increment(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER);
            return;
        }
        skipping &= !frame.isVideo();
        long micros = time.placeMicros(header) + header.offsetMicros();
        if (wallMicrosAtZero.isEmpty()) {
            wallMicrosAtZero = OptionalLong.of(relay.wallClock().micros() - micros);
            report();
        }
        try {
            List<RtpPayload> payloads =
                    track.get().split(frame.isKey(), frame.frame().payload());
            payloads.forEach(payload -> packet(track.get(), payload, micros));
            paced.flush();
            relay.counters().increment(RelayCounter.FRAMES_OUT);
        } catch (BitstreamException e) {
            relay.errors().warn("An access unit for a player by WebRTC was not in the form of its codec");
        }
    }

    private void packet(OutgoingTrack track, RtpPayload payload, long micros) {
        int sequence = track.stream().nextSequence();
        int size = RtpStream.size(payload);
        byte[] bytes = new byte[size + SrtpProfile.MAX_OVERHEAD_BYTES];
        track.stream().write(payload, micros, ByteBuffer.wrap(bytes));
        OutgoingPacket packet = new OutgoingPacket(bytes, peer.protect(bytes, size));
        if (track.kind() == MediaKind.VIDEO) {
            sent.add(sequence, packet);
        }
        paced.add(packet);
    }

    private boolean isVideo(int source) {
        return tracks.stream()
                .anyMatch(track ->
                        track.kind() == MediaKind.VIDEO && track.stream().source() == source);
    }

    private void reportLater() {
        services.endpoint().loop().after(REPORT, () -> {
            if (!closed) {
                report();
                reportLater();
            }
        });
    }

    /** Names the present moment on the clock of each track, so that the peer plays them together. */
    private void report() {
        if (wallMicrosAtZero.isPresent()) {
            long wall = relay.wallClock().micros();
            long micros = wall - wallMicrosAtZero.getAsLong();
            tracks.forEach(track -> peer.report(track.stream().report(micros, wall, NAME)));
        }
    }
}
