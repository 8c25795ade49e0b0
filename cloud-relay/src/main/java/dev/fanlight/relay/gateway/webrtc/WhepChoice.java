package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.media.H264Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.protocol.sdp.LocalMedia;
import dev.fanlight.protocol.sdp.MediaDirection;
import dev.fanlight.protocol.sdp.MediaFormat;
import dev.fanlight.protocol.sdp.OfferedMedia;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.relay.stream.Renditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * What a player is sent of a stream: the main rendition and the sound, each where it is offered a place for it. Immutable.
 *
 * @param tracks what is sent
 * @param media the sections of the answer, in the order of the offer
 */
record WhepChoice(List<OutgoingTrack> tracks, List<LocalMedia> media) {

    private static final List<String> VIDEO_FEEDBACK = List.of("nack", "nack pli");

    /** Why there is nothing to be sent. */
    static final class UnfitException extends Exception {

        private static final long serialVersionUID = 1L;

        UnfitException(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /**
     * Chooses.
     *
     * @throws UnfitException when there is no video that the player takes and WebRTC carries
     */
    static WhepChoice of(RemoteDescription offer, TrackSet announced, Random random) throws UnfitException {
        List<Track> known = Renditions.mainAndSound(announced);
        Optional<Track> video =
                known.stream().filter(track -> track.kind() == MediaKind.VIDEO).findFirst();
        if (video.isPresent()) {
            check(video.get(), offer);
        }
        List<OutgoingTrack> tracks = new ArrayList<>();
        List<LocalMedia> media = new ArrayList<>();
        for (OfferedMedia section : offer.media()) {
            Optional<Track> wanted = known.stream()
                    .filter(track -> section.is(track.kind().name().toLowerCase(Locale.ROOT)))
                    .filter(track -> section.direction().receives())
                    .filter(track -> tracks.stream().noneMatch(other -> other.kind() == track.kind()))
                    .findFirst();
            media.add(wanted.flatMap(track -> section(section, track, tracks, random))
                    .orElseGet(() -> LocalMedia.refused(section)));
        }
        if (tracks.isEmpty()) {
            throw new UnfitException("The offer has no place for what this camera sends.");
        }
        return new WhepChoice(List.copyOf(tracks), List.copyOf(media));
    }

    /** How the timestamps of the video follow from capture times of {@code epoch}, as {@link RtcAnswers#VIDEO_CLOCK} has it; empty without video. */
    Optional<String> videoClock(long epoch) {
        return tracks.stream()
                .filter(track -> track.kind() == MediaKind.VIDEO)
                .map(track -> "epoch=" + epoch + ", zero="
                        + Integer.toUnsignedString(track.stream().timestamp(0)))
                .findFirst();
    }

    private static void check(Track video, RemoteDescription offer) throws UnfitException {
        if (!(video.config() instanceof H264Config h264)
                || OutgoingTrack.encoding(video).isEmpty()) {
            throw new UnfitException("WebRTC carries H.264 only here, and this camera sends "
                    + video.config().codec() + ". Its page, HLS and RTSP show it.");
        }
        if (h264.announcesReordering()) {
            throw new UnfitException("WebRTC cannot carry B-frames, and this camera sends some."
                    + " Set its encoder to 0 B-frames (in OBS: tune zerolatency), or watch by its page, HLS or RTSP.");
        }
        boolean isTaken =
                offer.first("video").flatMap(section -> format(section, video)).isPresent();
        if (offer.first("video").isPresent() && !isTaken) {
            throw new UnfitException("The player does not offer H.264 in packetization mode 1.");
        }
    }

    private static Optional<LocalMedia> section(
            OfferedMedia section, Track track, List<OutgoingTrack> tracks, Random random) {
        return format(section, track)
                .flatMap(format -> OutgoingTrack.of(track, format.payloadType(), random)
                        .map(sent -> {
                            tracks.add(sent);
                            return answer(section, track, format, sent);
                        }));
    }

    private static LocalMedia answer(OfferedMedia section, Track track, MediaFormat format, OutgoingTrack sent) {
        boolean isVideo = track.kind() == MediaKind.VIDEO;
        return new LocalMedia(
                section.kind(),
                section.mid(),
                section.protocol(),
                MediaDirection.SENDONLY,
                format,
                isVideo ? VIDEO_FEEDBACK : List.of(),
                OptionalInt.of(sent.stream().source()));
    }

    private static Optional<MediaFormat> format(OfferedMedia section, Track track) {
        return track.config() instanceof H264Config h264
                ? section.h264(profile(h264))
                : OutgoingTrack.encoding(track).flatMap(section::format);
    }

    /** The six digits in the codec’s name: {@code avc1.42e01f}. */
    private static String profile(H264Config config) {
        String codec = config.codec();
        return codec.substring(codec.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
