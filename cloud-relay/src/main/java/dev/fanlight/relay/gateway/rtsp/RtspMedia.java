package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.rtp.RtpFormat;
import dev.fanlight.protocol.rtsp.SessionDescription;
import dev.fanlight.relay.gateway.tcp.PlayedTime;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.Renditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What one peer was described: a stream’s main rendition and its sound. Event loop only.
 *
 * @param session its id, no secret
 * @param address of the stream, without query and slash at its end
 * @param camera its name
 * @param stream where the frames come from
 * @param tracks those that RTP can carry, in the order of the description
 * @param time the clock of the packets
 */
record RtspMedia(
        String session, String address, String camera, LiveStream stream, List<RtspTrack> tracks, PlayedTime time) {

    static RtspMedia of(String address, String camera, LiveStream stream, TrackSet announced, Random random) {
        List<RtspTrack> tracks = new ArrayList<>();
        for (Track track : Renditions.mainAndSound(announced)) {
            RtpFormat.of(track).ifPresent(format -> tracks.add(new RtspTrack(track, format, random)));
        }
        String session = String.format("%016X", random.nextLong());
        return new RtspMedia(session, address, camera, stream, List.copyOf(tracks), new PlayedTime());
    }

    /** Its description. */
    String description(long id) {
        return SessionDescription.text(
                id, camera, tracks.stream().map(RtspTrack::format).toList());
    }

    /** The track that an address names, if there is one. */
    Optional<RtspTrack> track(String uri) {
        int index = SessionDescription.trackOf(uri);
        return index >= 0 && index < tracks.size() ? Optional.of(tracks.get(index)) : Optional.empty();
    }

    /** Whether a track was set up. */
    boolean isSetUp() {
        return tracks.stream().anyMatch(track -> track.output().isPresent());
    }

    /** Where each track that was set up goes on, as {@code RTP-Info} has it. */
    String position() {
        List<String> positions = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            RtspTrack track = tracks.get(i);
            if (track.output().isPresent()) {
                long timestamp = Integer.toUnsignedLong(track.stream().timestamp(time.nowMicros()));
                positions.add("url=" + address + SessionDescription.control(i) + ";seq="
                        + track.stream().nextSequence() + ";rtptime=" + timestamp);
            }
        }
        return positions.stream().collect(Collectors.joining(","));
    }

    /** Goes on with the tracks of another publishing; whether a player that knows the earlier description can take them. */
    boolean follow(TrackSet announced) {
        List<Track> next = Renditions.mainAndSound(announced);
        boolean fits = true;
        for (RtspTrack track : tracks) {
            fits &= track.follow(next.stream()
                    .filter(other -> other.kind() == track.format().kind())
                    .findFirst());
        }
        return fits;
    }
}
