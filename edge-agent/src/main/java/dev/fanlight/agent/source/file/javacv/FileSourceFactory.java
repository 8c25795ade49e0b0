package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.audio.javacv.SourceAudio;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.SourceProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens video files, passed through or decoded: the location is a path. Thread safe. */
public final class FileSourceFactory implements SourceFactory {

    private final CameraSettings settings;
    private final FramePool pool;
    private final Pacer pacer;
    private volatile Optional<Ended> ended = Optional.empty();

    /** A file that could not be passed through to its end: the next opening does not try it again. */
    private record Ended(VideoFile file, String why) {}

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
        MediaInput input = input(path);
        try {
            return choose(input, path, opening);
        } catch (FfmpegException e) {
            input.close();
            throw unreadable(path);
        } catch (SourceException e) {
            input.close();
            throw e;
        }
    }

    private static MediaInput input(Path path) throws SourceException {
        try {
            // The prefix keeps FFmpeg from taking a name like "http:x" for an address.
            return MediaInput.open("file:" + path.toAbsolutePath(), null, Map.of());
        } catch (FfmpegException e) {
            throw unreadable(path);
        }
    }

    private static SourceException unreadable(Path path) {
        return new SourceException(
                SourceProblem.NOT_VIDEO, path + " is not a video that can be read here (mp4 or mkv).");
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
        if (settings.mode().isAlwaysEncoding()) {
            return decoded(input, path, opening, Optional.empty());
        }
        PassThrough answer = answer(input, path);
        if (answer instanceof PassThrough.Possible possible) {
            return passed(input, possible.video(), path, opening);
        }
        String why = ((PassThrough.Impossible) answer).why();
        if (settings.mode() == EncodeMode.NONE) {
            throw refused(path, why);
        }
        return decoded(input, path, opening, Optional.of(why));
    }

    private PassThrough answer(MediaInput input, Path path) throws FfmpegException {
        Optional<Ended> known = ended.filter(end -> end.file().equals(VideoFile.of(path)));
        return known.isPresent()
                ? new PassThrough.Impossible(known.get().why())
                : PassThrough.of(input, settings.mode());
    }

    private static SourceException refused(Path path, String why) {
        return new SourceException(SourceProblem.UNSUPPORTED, path + " " + why + ". To encode it: camera.encode=auto");
    }

    private FrameSource passed(MediaInput input, PassedVideo video, Path path, long opening) {
        List<SourceAudio> audio = audio(input);
        AccessUnitReader reader = new AccessUnitReader(input, video, audio);
        String name = String.valueOf(path.getFileName());
        PassedFileSource source = new PassedFileSource(reader, video.first(), audio, settings.mode(), pacer, name);
        return new FileSource(source, end -> after(end, path, opening), name);
    }

    private FrameSource after(PassedFileSource.End end, Path path, long opening) throws SourceException {
        ended = Optional.of(new Ended(VideoFile.of(path), end.why()));
        if (settings.mode() == EncodeMode.NONE) {
            throw refused(path, end.why());
        }
        MediaInput input = input(path);
        try {
            input.seekToKeyFrame(end.fileMicros());
            return decoded(input, path, opening, Optional.of(end.why()), OptionalLong.of(end.fileMicros()));
        } catch (FfmpegException e) {
            input.close();
            throw unreadable(path);
        } catch (SourceException e) {
            input.close();
            throw e;
        }
    }

    private List<SourceAudio> audio(MediaInput input) {
        return settings.audio().isFromSource()
                ? SourceAudio.of(input.audio(), settings.audio(), settings.mode())
                : List.of();
    }

    private FrameSource decoded(MediaInput input, Path path, long opening, Optional<String> why)
            throws FfmpegException, SourceException {
        return decoded(input, path, opening, why, OptionalLong.empty());
    }

    private FrameSource decoded(
            MediaInput input, Path path, long opening, Optional<String> why, OptionalLong fromMicros)
            throws FfmpegException, SourceException {
        String name = String.valueOf(path.getFileName());
        FileSound sound = sound(path, fromMicros);
        try {
            LoopingDecoder decoder =
                    new LoopingDecoder(input, FrameDecoder.open(input.video().parameters()));
            return new DecodedFileSource(decoder, sound, settings.limits(), opening, pool, pacer, name, why);
        } catch (FfmpegException e) {
            sound.close();
            throw e;
        }
    }

    private FileSound sound(Path path, OptionalLong fromMicros) throws FfmpegException, SourceException {
        if (!settings.audio().isFromSource()) {
            return FileSound.none();
        }
        MediaInput input = input(path);
        try {
            if (fromMicros.isPresent()) {
                input.seekToKeyFrame(fromMicros.getAsLong());
            }
            return FileSound.of(input, audio(input));
        } catch (FfmpegException e) {
            input.close();
            throw e;
        }
    }
}
