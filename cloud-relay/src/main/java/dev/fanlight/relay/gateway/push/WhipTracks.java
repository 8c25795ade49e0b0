package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.rtp.RtpStream;
import dev.fanlight.protocol.sdp.LocalMedia;
import dev.fanlight.protocol.sdp.MediaDirection;
import dev.fanlight.protocol.sdp.MediaFormat;
import dev.fanlight.protocol.sdp.OfferedMedia;
import dev.fanlight.protocol.sdp.RemoteDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a push by WHIP offers and sends: video, and sound where it is wanted. Immutable, its streams are of the loop of the port.
 *
 * @param video its packets
 * @param sound its packets, if it is sent
 */
record WhipTracks(RtpStream video, Optional<RtpStream> sound) {

    private static final MediaFormat H264 = new MediaFormat(
            102, "H264/90000", "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
    private static final MediaFormat OPUS = new MediaFormat(111, "opus/48000/2", "minptime=10;useinbandfec=1");
    private static final int VIDEO_CLOCK = 90_000;
    private static final int SOUND_CLOCK = 48_000;

    /** Streams that have sent nothing. */
    static WhipTracks offered(boolean withSound, Random random) {
        return new WhipTracks(
                new RtpStream(H264.payloadType(), VIDEO_CLOCK, random),
                withSound ? Optional.of(new RtpStream(OPUS.payloadType(), SOUND_CLOCK, random)) : Optional.empty());
    }

    /** The sections of the offer. */
    List<LocalMedia> media() {
        List<LocalMedia> media = new ArrayList<>();
        media.add(section("video", "0", H264, List.of("nack", "nack pli"), video));
        sound.ifPresent(stream -> media.add(section("audio", "1", OPUS, List.of(), stream)));
        return media;
    }

    /** What is left when the target has answered; empty when it takes no video of this kind. */
    Optional<WhipTracks> taken(RemoteDescription answer) {
        if (!isTaken(answer, "video", "H264")) {
            return Optional.empty();
        }
        return Optional.of(new WhipTracks(video, sound.filter(stream -> isTaken(answer, "audio", "opus"))));
    }

    RtpStream of(MediaKind kind) {
        return kind == MediaKind.VIDEO ? video : sound.orElseThrow();
    }

    Stream<RtpStream> all() {
        return Stream.concat(Stream.of(video), sound.stream());
    }

    private static boolean isTaken(RemoteDescription answer, String kind, String encoding) {
        return answer.first(kind)
                .filter(section -> section.port() != 0)
                .filter(section -> section.direction().receives())
                .flatMap((OfferedMedia section) -> section.format(encoding))
                .isPresent();
    }

    private static LocalMedia section(
            String kind, String mid, MediaFormat format, List<String> feedback, RtpStream stream) {
        return new LocalMedia(
                kind,
                mid,
                LocalMedia.PROTOCOL,
                MediaDirection.SENDONLY,
                format,
                feedback,
                OptionalInt.of(stream.source()));
    }
}
