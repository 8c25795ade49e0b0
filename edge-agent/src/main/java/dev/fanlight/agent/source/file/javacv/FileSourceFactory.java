package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.FrameScaler;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.media.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens video files, passed through or decoded: the location is a path. Thread safe. */
public final class FileSourceFactory implements SourceFactory {

    private final CameraSettings settings;
    private final FramePool pool;
    private final Pacer pacer;

    /** Opens them as {@code settings} say; decoded frames are scaled down to their limits. */
    public FileSourceFactory(CameraSettings settings, FramePool pool, Pacer pacer) {
        this.settings = settings;
        this.pool = pool;
        this.pacer = pacer;
    }

    @Override
    public FrameSource open(String location, long opening) throws SourceException {
        Path path = Path.of(location);
        checkReadable(path);
        try {
            // The prefix keeps FFmpeg from taking a name like "http:x" for an address.
            return choose(MediaInput.open("file:" + path.toAbsolutePath(), null, Map.of()), path, opening);
        } catch (FfmpegException e) {
            throw new SourceException(
                    SourceProblem.NOT_VIDEO, path + " is not a video that can be read here (mp4 or mkv).");
        }
    }

    private static void checkReadable(Path path) throws SourceException {
        if (!Files.isRegularFile(path)) {
            throw new SourceException(SourceProblem.MISSING, "There is no file " + path + ".");
        }
        if (!Files.isReadable(path)) {
            throw new SourceException(SourceProblem.NO_PERMISSION, "No permission to read " + path + ".");
        }
    }

    private FrameSource choose(MediaInput input, Path path, long opening) throws FfmpegException, SourceException {
        try {
            PassThrough answer = PassThrough.of(input, settings.mode());
            if (settings.mode() != EncodeMode.SOFTWARE && answer instanceof PassThrough.Possible possible) {
                return passed(input, possible.video(), path);
            }
            if (settings.mode() == EncodeMode.NONE && answer instanceof PassThrough.Impossible impossible) {
                throw new SourceException(
                        SourceProblem.UNSUPPORTED,
                        path + " " + impossible.why() + ". To encode it: camera.encode=auto");
            }
            return decoded(input, path, opening);
        } catch (FfmpegException | SourceException e) {
            input.close();
            throw e;
        }
    }

    private FrameSource passed(MediaInput input, PassedVideo video, Path path) {
        List<PassedAudio> audio = settings.audio() ? PassedAudio.of(input) : List.of();
        AccessUnitReader reader = new AccessUnitReader(input, video, audio);
        List<Track> tracks = audio.stream().map(PassedAudio::track).toList();
        return new PassedFileSource(reader, video.first(), tracks, pacer, String.valueOf(path.getFileName()));
    }

    private FrameSource decoded(MediaInput input, Path path, long opening) throws FfmpegException {
        FrameLimits limits = settings.limits();
        FrameSize own = new FrameSize(
                input.video().parameters().width(), input.video().parameters().height());
        double stored = input.video().fps();
        double fps = stored > 0 ? Math.min(stored, limits.fps()) : limits.fps();
        FrameFormat format = new FrameFormat(own.fitInto(limits.width(), limits.height()), fps, opening);
        FrameDecoder decoder = FrameDecoder.open(input.video().parameters());
        try {
            return new DecodedFileSource(
                    new LoopingDecoder(input, decoder),
                    FrameScaler.to(format.size()),
                    format,
                    pool,
                    pacer,
                    String.valueOf(path.getFileName()));
        } catch (FfmpegException e) {
            decoder.close();
            throw e;
        }
    }
}
