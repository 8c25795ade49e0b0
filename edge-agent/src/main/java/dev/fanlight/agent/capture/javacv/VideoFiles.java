package dev.fanlight.agent.capture.javacv;

import dev.fanlight.agent.capture.FramePool;
import dev.fanlight.agent.capture.FrameSource;
import dev.fanlight.agent.capture.Pacer;
import dev.fanlight.agent.capture.PictureFormat;
import dev.fanlight.agent.capture.PictureSize;
import dev.fanlight.agent.capture.SourceException;
import dev.fanlight.agent.capture.SourceProblem;
import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.config.PictureLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Opens video files, passed through or decoded. Thread safe. */
public final class VideoFiles {

    private final EncodeMode mode;
    private final PictureLimits limits;
    private final FramePool pool;
    private final Pacer pacer;

    /** Opens as {@code mode} says; decoded pictures are made to fit {@code limits}. */
    public VideoFiles(EncodeMode mode, PictureLimits limits, FramePool pool, Pacer pacer) {
        this.mode = mode;
        this.limits = limits;
        this.pool = pool;
        this.pacer = pacer;
    }

    /** Opens a file. */
    public FrameSource open(Path path, long opening) throws SourceException {
        checkReadable(path);
        try {
            // The prefix keeps FFmpeg from taking a name like "http:x" for an address.
            return choose(VideoInput.open("file:" + path.toAbsolutePath(), null, Map.of()), path, opening);
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

    private FrameSource choose(VideoInput input, Path path, long opening) throws FfmpegException, SourceException {
        try {
            PassThrough answer = PassThrough.of(input);
            if (mode != EncodeMode.SOFTWARE && answer instanceof PassThrough.Possible possible) {
                return new PassedFileSource(input, possible.format(), pacer, String.valueOf(path.getFileName()));
            }
            if (mode == EncodeMode.NONE && answer instanceof PassThrough.Impossible impossible) {
                throw new SourceException(
                        SourceProblem.UNSUPPORTED,
                        path + " " + impossible.why() + ". Let it be encoded anew: camera.encode=auto");
            }
            return decoded(input, path, opening);
        } catch (FfmpegException | SourceException e) {
            input.close();
            throw e;
        }
    }

    private FrameSource decoded(VideoInput input, Path path, long opening) throws FfmpegException {
        PictureSize own =
                new PictureSize(input.parameters().width(), input.parameters().height());
        double fps = input.fps() > 0 ? Math.min(input.fps(), limits.fps()) : limits.fps();
        PictureFormat format = new PictureFormat(own.fitInto(limits.width(), limits.height()), fps, opening);
        PictureDecoder decoder = PictureDecoder.open(input.parameters());
        try {
            return new DecodedFileSource(
                    new LoopingDecoder(input, decoder),
                    PictureScaler.to(format.size()),
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
