package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.agent.source.PublishLimits;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.DisplayOrientation;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.bitstream.RandomAccess;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Looks at the first packets of a file before it is passed through. One thread. */
final class PassedProbe {

    /** Most packets that are examined: enough to see a GOP that no relay keeps. */
    static final int MAX_PACKETS = 900;

    /** Most bytes that are examined. */
    static final long MAX_BYTES = 8 * 1024 * 1024;

    /** So many recovery points without a second key frame: the stream refreshes its frames bit by bit. */
    private static final int RECOVERY_POINTS = 2;

    private final MediaInput input;
    private final PassedVideo video;
    private final PublishLimits limits;
    private final boolean forLateJoiners;
    private final boolean ordered;

    private int keys;
    private int recoveryPoints;

    private PassedProbe(MediaInput input, PassedVideo video, EncodeMode mode) {
        this.input = input;
        this.video = video;
        this.forLateJoiners = mode != EncodeMode.NONE;
        this.limits = new PublishLimits(forLateJoiners);
        this.ordered = ((NalConfig) video.first().config()).promisesNoReordering();
    }

    /** Why the file cannot be passed through, as far as its beginning shows; it is at its beginning afterwards. */
    static Optional<String> of(MediaInput input, PassedVideo video, EncodeMode mode) throws FfmpegException {
        Optional<String> why = new PassedProbe(input, video, mode).read();
        input.rewind();
        return why;
    }

    private Optional<String> read() throws FfmpegException {
        Optional<String> why = Optional.empty();
        boolean more = input.read();
        long bytes = 0;
        for (int i = 0; more && i < MAX_PACKETS && bytes < MAX_BYTES && why.isEmpty(); i++) {
            bytes += input.packet().size();
            why = check();
            more = input.read();
        }
        return why.isPresent() ? why : withoutKeyFrames(more);
    }

    /** A file that was seen as a whole begins with its key frame again before a viewer has waited long. */
    private Optional<String> withoutKeyFrames(boolean goesOn) {
        if (keys == 0) {
            return Optional.of("does not begin with a key frame");
        }
        boolean refreshes = forLateJoiners && goesOn && keys == 1 && recoveryPoints >= RECOVERY_POINTS;
        return refreshes
                ? Optional.of(
                        "refreshes its frames bit by bit instead of sending key frames, and new viewers would wait")
                : Optional.empty();
    }

    /** Of a damaged packet none: the frame is missing, and the file goes on. */
    private List<ByteBuffer> units() {
        try {
            return NalUnits.splitLengthPrefixed(input.packetBytes());
        } catch (BitstreamException e) {
            return List.of();
        }
    }

    private Optional<String> check() {
        if (!ordered && input.presentationMicros() != input.decodingMicros()) {
            return Optional.of("has B-frames (frames stored in another order than shown), which cannot be passed"
                    + " through live");
        }
        List<ByteBuffer> units = units();
        if (video.codec()
                .displayOrientation(units)
                .filter(DisplayOrientation::mirrored)
                .isPresent()) {
            return Optional.of(PassThrough.MIRRORED);
        }
        RandomAccess access = video.codec().randomAccess(units);
        keys += access.isKey() ? 1 : 0;
        recoveryPoints += access == RandomAccess.RECOVERY_POINT ? 1 : 0;
        return limits.check(
                MediaKind.VIDEO,
                access.isKey(),
                input.decodingMicros(),
                input.packet().size());
    }
}
