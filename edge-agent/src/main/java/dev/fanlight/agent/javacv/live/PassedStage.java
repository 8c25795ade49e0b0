package dev.fanlight.agent.javacv.live;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.agent.media.DropReport;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.PublishLimits;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.ParameterSets;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.DisplayOrientation;
import dev.fanlight.media.h264.H264SliceHeader;
import dev.fanlight.runtime.CaptureTime;
import dev.fanlight.runtime.NanoClock;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Live H.264 or H.265 as it is, from its first key frame on. Reader’s thread only. */
final class PassedStage implements VideoStage {

    static final String REORDERED =
            "has B-frames (frames sent in another order than shown), which cannot be passed through live";

    /** Times go back by less where frames are reordered, by more where a clock is set. */
    private static final long REORDERING_MICROS = 500_000;

    private final LiveCodec codec;
    private final EncodeMode mode;
    private final List<Track> audio;
    private final String name;
    private final PublishLimits limits;
    private final CaptureTime time = new CaptureTime();
    private final DropReport drops;
    private final ParameterSets unknown;

    private Optional<PassedVideo> video;
    private volatile Optional<VideoFormat> begun = Optional.empty();
    private boolean waitsForKey = true;
    private long damaged;
    private long newestMicros = Long.MIN_VALUE;

    /** For a stream that maybe says its parameter sets in advance; {@code audio} is announced together with it. */
    PassedStage(LiveCodec codec, EncodeMode mode, List<Track> audio, String name, NanoClock clock) {
        this.codec = codec;
        this.mode = mode;
        this.audio = List.copyOf(audio);
        this.name = name;
        this.limits = new PublishLimits(mode != EncodeMode.NONE);
        this.drops = new DropReport(clock);
        this.unknown = ParameterSets.none(codec.nalCodec());
        this.video = codec.inAdvance();
    }

    @Override
    public Optional<String> accept(LivePacket packet, SourceOutput output) {
        drops.due(damaged)
                .ifPresent(count ->
                        output.notice("Frames of " + name + " dropped because they came damaged: " + count + "."));
        try {
            List<ByteBuffer> units = codec.split(packet.bytes());
            if (video.isEmpty()) {
                video = unknown.update(units).map(codec::video);
            }
            return video.isEmpty() ? Optional.empty() : accept(video.get(), units, packet, output);
        } catch (BitstreamException e) {
            damaged++;
            waitsForKey = true;
            return Optional.empty();
        }
    }

    @Override
    public String describe() {
        return begun.map(format -> describe(format.shape(), format.fps())).orElse("passed through");
    }

    @Override
    public boolean hasBegun() {
        return begun.isPresent();
    }

    @Override
    public void close() {}

    private Optional<String> accept(PassedVideo known, List<ByteBuffer> units, LivePacket packet, SourceOutput output) {
        VideoFormat format = known.of(packet.newRecord(), units);
        boolean key = known.codec().randomAccess(units).isKey();
        if (waitsForKey && !key) {
            return Optional.empty();
        }
        waitsForKey = false;
        AccessUnit unit = AvccPayload.of(known.codec(), units, time.inOrder(packet.captureMicros()), 0);
        Optional<String> why = reordered((NalConfig) format.config(), units, packet.streamMicros())
                .or(() -> begun.equals(Optional.of(format)) ? Optional.empty() : unusable(known, units, format))
                .or(() -> limits.check(MediaKind.VIDEO, key, unit.captureMicros(), unit.size()));
        if (why.isEmpty()) {
            deliver(format, unit, output);
        }
        return why;
    }

    private void deliver(VideoFormat format, AccessUnit unit, SourceOutput output) {
        if (!begun.equals(Optional.of(format))) {
            begun = Optional.of(format);
            output.begin(Stream.concat(Stream.of(format.track(Rendition.MAIN)), audio.stream())
                    .toList());
        }
        if (unit.size() > 0) {
            output.accept(Rendition.MAIN.track(), unit);
        }
    }

    private Optional<String> unusable(PassedVideo known, List<ByteBuffer> units, VideoFormat format) {
        boolean mirrored = known.codec()
                .displayOrientation(units)
                .filter(DisplayOrientation::mirrored)
                .isPresent();
        return mirrored
                ? Optional.of("is mirrored, and a page does not mirror it back")
                : PassedVideo.undecodable((NalConfig) format.config(), mode);
    }

    /** Many cameras leave open whether they reorder, and do not: then the times show it, or, of a stream without, the B-frames. */
    private Optional<String> reordered(NalConfig config, List<ByteBuffer> units, OptionalLong streamMicros) {
        boolean seen = streamMicros.isPresent()
                ? goesBack(streamMicros.getAsLong())
                : units.stream().anyMatch(H264SliceHeader::isBidirectional);
        boolean reordered = !config.promisesNoReordering() && (config.announcesReordering() || seen);
        return reordered ? Optional.of(REORDERED) : Optional.empty();
    }

    private boolean goesBack(long micros) {
        boolean back = micros < newestMicros && micros > newestMicros - REORDERING_MICROS;
        newestMicros = micros;
        return back;
    }

    private String describe(VideoShape shape, double fps) {
        String rate = fps > 0 ? ", " + Math.round(fps * 10) / 10.0 + " fps" : "";
        return shape.width() + "x" + shape.height() + rate + ", passed through"
                + (audio.isEmpty() ? "" : " with audio");
    }
}
