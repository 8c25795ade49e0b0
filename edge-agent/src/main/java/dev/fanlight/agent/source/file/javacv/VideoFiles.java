package dev.fanlight.agent.source.file.javacv;

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
import dev.fanlight.agent.source.SourceProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Opens video files, passed through or decoded. Thread safe. */
public final class VideoFiles {

    private final EncodeMode mode;
    private final FrameLimits limits;
    private final FramePool pool;
    private final Pacer pacer;

    /** Opens as {@code mode} says; decoded pictures are made to fit {@code limits}. */
    public VideoFiles(EncodeMode mode, FrameLimits limits, FramePool pool, Pacer pacer) {
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

    private FrameSource decoded(MediaInput input, Path path, long opening) throws FfmpegException {
        FrameSize own =
                new FrameSize(input.parameters().width(), input.parameters().height());
        double fps = input.fps() > 0 ? Math.min(input.fps(), limits.fps()) : limits.fps();
        FrameFormat format = new FrameFormat(own.fitInto(limits.width(), limits.height()), fps, opening);
        FrameDecoder decoder = FrameDecoder.open(input.parameters());
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
