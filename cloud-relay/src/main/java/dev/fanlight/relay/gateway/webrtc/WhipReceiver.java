package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.opus.OpusHead;
import dev.fanlight.media.rtcp.ReceptionReport;
import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.rtcp.RtcpWriter;
import dev.fanlight.media.srtp.ReceivedPacket;
import dev.fanlight.relay.webrtc.PacketOrder;
import dev.fanlight.relay.webrtc.RtcPeer;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a publisher sends, from packets to access units, and what is asked of it: packets again, key frames, and how much it may send. Loop only. */
final class WhipReceiver {

    /** How much a publisher may send: what the relay takes of one, bits a second, without what packets add. */
    static final long BITRATE = 8_000_000;

    private static final int VIDEO_CLOCK = 90_000;
    private static final long KEY_FRAME_NANOS = Duration.ofMillis(500).toNanos();

    private static final long LATE_NANOS = Duration.ofSeconds(2).toNanos();

    private final WhipChoice choice;
    private final RtcPeer peer;
    private final NanoClock clock;
    private final MediaClock wallClock;
    private final IncomingTime time = new IncomingTime();
    private final IncomingTime.OfTrack videoTime = time.new OfTrack(VIDEO_CLOCK);
    private final IncomingTime.OfTrack soundTime = time.new OfTrack(OpusHead.SAMPLE_RATE);
    private final IncomingVideo video = new IncomingVideo(videoTime);
    private final IncomingSound sound = new IncomingSound(soundTime);
    private final int own;
    private PacketOrder order = new PacketOrder();
    private Optional<ReceivedPacket> newest = Optional.empty();
    private Optional<Replaced> replaced = Optional.empty();
    private Optional<RtcpEvent.Clock> lastReport = Optional.empty();
    private long lastReportNanos;
    private long askedNanos;
    private long reportedLost;
    private long reportedIndex;

    /** A source that does not send any more, since when. */
    private record Replaced(int source, long nanos) {}

    WhipReceiver(WhipChoice choice, RtcPeer peer, NanoClock clock, MediaClock wallClock, Random random) {
        this.choice = choice;
        this.peer = peer;
        this.clock = clock;
        this.wallClock = wallClock;
        this.own = random.nextInt();
        this.askedNanos = clock.nanoTime() - KEY_FRAME_NANOS;
    }

    /**
     * A packet has come.
     *
     * @return what it completes
     * @throws BitstreamException when the video cannot be passed on, in words for a person
     */
    List<FlvEvent> take(ReceivedPacket packet) throws BitstreamException {
        if (choice.sound().isPresent() && packet.payloadType() == choice.sound().getAsInt()) {
            return sound.take(packet, wallClock.micros());
        }
        if (packet.payloadType() != choice.video()) {
            return List.of();
        }
        if (isLate(packet.source())) {
            return List.of();
        }
        if (newest.isEmpty() || newest.get().source() != packet.source()) {
            begin(packet);
        }
        newest = newest.filter(known -> known.index() > packet.index()).or(() -> Optional.of(packet));
        List<FlvEvent> events = video(order.add(packet, clock.nanoTime()));
        askForMissing();
        return events;
    }

    /** Packets of a source that was replaced are late for so long; then it may come back. */
    private boolean isLate(int source) {
        return replaced.filter(old -> old.source() == source && clock.nanoTime() - old.nanos() < LATE_NANOS)
                .isPresent();
    }

    /** The first packet of a source, which numbers its packets as it likes: what is known of the one before says nothing about it. */
    private void begin(ReceivedPacket packet) {
        if (newest.isPresent()) {
            replaced = Optional.of(new Replaced(newest.get().source(), clock.nanoTime()));
            order = new PacketOrder();
            video.restart();
        }
        newest = Optional.of(packet);
        lastReport = Optional.empty();
        reportedIndex = packet.index();
        reportedLost = 0;
    }

    /** Reports have come. */
    void reports(List<RtcpEvent> events) {
        for (RtcpEvent event : events) {
            if (event instanceof RtcpEvent.Clock report) {
                boolean isVideo = newest.filter(packet -> packet.source() == report.source())
                        .isPresent();
                (isVideo ? videoTime : soundTime).report(report.ntp(), report.timestamp(), wallClock.micros());
                lastReport = isVideo ? Optional.of(report) : lastReport;
                lastReportNanos = isVideo ? clock.nanoTime() : lastReportNanos;
            }
        }
    }

    /** Goes on where what is missing does not come, and says how all arrives. */
    List<FlvEvent> tick() throws BitstreamException {
        List<FlvEvent> events = video(order.ready(clock.nanoTime()));
        if (newest.isPresent()) {
            ReceptionReport report = report(newest.get());
            peer.report(new RtcpWriter(own)
                    .reception(report)
                    .bitrate(report.source(), BITRATE)
                    .toBytes());
            if (video.waitsForKey()) {
                requestKeyFrame();
            }
        }
        askForMissing();
        return events;
    }

    /** Asks for a key frame, unless that was just done. */
    void requestKeyFrame() {
        long now = clock.nanoTime();
        if (newest.isPresent() && now - askedNanos >= KEY_FRAME_NANOS) {
            askedNanos = now;
            peer.report(new RtcpWriter(own)
                    .nothing()
                    .keyFrameNeeded(newest.get().source())
                    .toBytes());
        }
    }

    private List<FlvEvent> video(List<PacketOrder.Step> steps) throws BitstreamException {
        List<FlvEvent> events = new ArrayList<>();
        for (PacketOrder.Step step : steps) {
            if (step instanceof PacketOrder.Step.Packet next) {
                events.addAll(video.take(next.packet(), wallClock.micros()));
            } else {
                video.lost();
            }
        }
        if (video.waitsForKey()) {
            requestKeyFrame();
        }
        return events;
    }

    private void askForMissing() {
        List<Long> missing = order.missing(clock.nanoTime());
        if (!missing.isEmpty()) {
            newest.ifPresent(packet -> peer.report(new RtcpWriter(own)
                    .nothing()
                    .missing(packet.source(), missing)
                    .toBytes()));
        }
    }

    private ReceptionReport report(ReceivedPacket packet) {
        long expected = Math.max(1, packet.index() - reportedIndex);
        long lost = Math.max(0, order.lost() - reportedLost);
        reportedIndex = packet.index();
        reportedLost = order.lost();
        long sinceThen = (clock.nanoTime() - lastReportNanos)
                * 65_536
                / Duration.ofSeconds(1).toNanos();
        return new ReceptionReport(
                packet.source(),
                (int) Math.min(255, lost * 256 / expected),
                (int) order.lost(),
                packet.index(),
                lastReport.map(report -> (int) (report.ntp() >>> 16)).orElse(0),
                lastReport.isPresent() ? (int) sinceThen : 0);
    }
}
