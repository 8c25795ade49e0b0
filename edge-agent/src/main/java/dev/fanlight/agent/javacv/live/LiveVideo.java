package dev.fanlight.agent.javacv.live;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.DecodedFrames;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.media.Track;
import java.util.List;
import java.util.Optional;

/**
 * The video of a live source: passed through as long as that is possible, decoded from there on. Reader’s thread only, except
 * {@link #describe}.
 */
public final class LiveVideo implements AutoCloseable {

    /** Opens a decoder for it. */
    @FunctionalInterface
    public interface DecoderOpener {

        /** Opens one, the caller’s. */
        FrameDecoder open() throws FfmpegException;
    }

    private final LiveVideoContext context;
    private final LiveCodec codec;
    private final List<Track> audio;
    private final DecoderOpener decoders;
    private final long opening;
    private final String name;
    private volatile VideoStage stage;

    private LiveVideo(
            LiveVideoContext context,
            LiveCodec codec,
            List<Track> audio,
            DecoderOpener decoders,
            long opening,
            String name,
            VideoStage stage) {
        this.context = context;
        this.codec = codec;
        this.audio = audio;
        this.decoders = decoders;
        this.opening = opening;
        this.name = name;
        this.stage = stage;
    }

    /** Begins as the settings say, without sound, with a decoder that learns all but the codec from the packets. */
    public static LiveVideo of(LiveVideoContext context, LiveCodec codec, long opening, String name)
            throws SourceException {
        return of(context, codec, List.of(), () -> FrameDecoder.open(codec.id()), opening, name);
    }

    /**
     * Begins as the settings say.
     *
     * @param audio announced together with the video
     * @throws SourceException when it would have to be encoded, and may not
     */
    public static LiveVideo of(
            LiveVideoContext context,
            LiveCodec codec,
            List<Track> audio,
            DecoderOpener decoders,
            long opening,
            String name)
            throws SourceException {
        EncodeMode mode = context.settings().mode();
        VideoStage passed = new PassedStage(codec, mode, audio, name, context.clock());
        LiveVideo video = new LiveVideo(context, codec, audio, decoders, opening, name, passed);
        Optional<String> refusal = codec.refusal(mode);
        if (mode.isAlwaysEncoding()) {
            video.stage = video.decoded(Optional.empty());
        } else if (refusal.isPresent()) {
            video.stage = video.decodedBecause(refusal.get());
        }
        return video;
    }

    /**
     * Takes the next packet and delivers what becomes of it.
     *
     * @throws SourceException when it cannot be decoded, or would have to be encoded and may not
     */
    public void accept(LivePacket packet, SourceOutput output) throws SourceException {
        try {
            Optional<String> why = stage.accept(packet, output);
            if (why.isPresent()) {
                VideoStage decoded = decodedBecause(why.get());
                stage.close();
                stage = decoded;
                output.notice(name + " " + why.get() + ": it is encoded here from now on.");
                stage.accept(packet, output);
            }
        } catch (FfmpegException e) {
            throw undecodable(e);
        }
    }

    /** Whether its tracks were announced; sound that comes before is not delivered. */
    public boolean hasBegun() {
        return stage.hasBegun();
    }

    /** Name, size and whether it is passed through, for people. Any thread. */
    public String describe() {
        return name + ", " + stage.describe();
    }

    @Override
    public void close() {
        stage.close();
    }

    private VideoStage decodedBecause(String why) throws SourceException {
        if (context.settings().mode() == EncodeMode.NONE) {
            throw new SourceException(
                    SourceProblem.UNSUPPORTED, name + " " + why + ". To encode it: camera.encode=auto");
        }
        return decoded(Optional.of(why));
    }

    private VideoStage decoded(Optional<String> why) throws SourceException {
        try {
            FrameDecoder decoder = decoders.open();
            DecodedFrames frames = new DecodedFrames(
                    context.settings().limits(), codec.container().aspect(), 0, context.pool(), opening);
            return new DecodedStage(decoder, frames, audio, context.settings().limits(), name, why, context.clock());
        } catch (FfmpegException e) {
            throw undecodable(e);
        }
    }

    private SourceException undecodable(FfmpegException cause) {
        return new SourceException(SourceProblem.BROKEN, name + " cannot be decoded: " + cause.getMessage() + ".");
    }
}
