package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.protocol.sdp.LocalMedia;
import dev.fanlight.protocol.sdp.MediaDirection;
import dev.fanlight.protocol.sdp.MediaFormat;
import dev.fanlight.protocol.sdp.OfferedMedia;
import dev.fanlight.protocol.sdp.RemoteDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is taken of a publisher: H.264, and Opus where it is offered. Immutable.
 *
 * @param video payload type of the video
 * @param sound payload type of the sound; empty when there is none
 * @param media the sections of the answer, in the order of the offer
 */
record WhipChoice(int video, OptionalInt sound, List<LocalMedia> media) {

    private static final String BASELINE = "42e01f";
    private static final List<String> VIDEO_FEEDBACK = List.of("nack", "nack pli", "goog-remb");

    /** Chooses; empty when there is no video in H.264. */
    static Optional<WhipChoice> of(RemoteDescription offer) {
        OptionalInt video = OptionalInt.empty();
        OptionalInt sound = OptionalInt.empty();
        List<LocalMedia> media = new ArrayList<>();
        for (OfferedMedia section : offer.media()) {
            Optional<MediaFormat> format = section.direction().sends() ? format(section) : Optional.empty();
            boolean isVideo = section.is("video");
            boolean isFurther = isVideo ? video.isPresent() : sound.isPresent();
            if (format.isEmpty() || isFurther) {
                media.add(LocalMedia.refused(section));
                continue;
            }
            OptionalInt type = OptionalInt.of(format.get().payloadType());
            video = isVideo ? type : video;
            sound = isVideo ? sound : type;
            media.add(answer(section, format.get(), isVideo ? VIDEO_FEEDBACK : List.of()));
        }
        return video.isPresent()
                ? Optional.of(new WhipChoice(video.getAsInt(), sound, List.copyOf(media)))
                : Optional.empty();
    }

    private static Optional<MediaFormat> format(OfferedMedia section) {
        if (section.is("video")) {
            return section.h264(BASELINE);
        }
        return section.is("audio") ? section.format("opus") : Optional.empty();
    }

    private static LocalMedia answer(OfferedMedia section, MediaFormat format, List<String> feedback) {
        return new LocalMedia(
                section.kind(),
                section.mid(),
                section.protocol(),
                MediaDirection.RECVONLY,
                format,
                feedback,
                OptionalInt.empty());
    }
}
