package dev.fanlight.agent.source.live.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;

import dev.fanlight.agent.audio.javacv.SourceAudio;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.agent.javacv.live.LiveCodec;
import dev.fanlight.agent.javacv.live.LivePacket;
import dev.fanlight.agent.javacv.live.LiveVideo;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.live.LiveActivity;
import dev.fanlight.agent.source.live.LiveInput;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.CaptureTime;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * What FFmpeg reads from the network or from a command, packet by packet. Reader’s thread only, except {@link #describe} and
 * {@link #cancel}.
 */
final class PacketInput implements LiveInput {

    /** Knows the address. */
    interface Source {

        /** Opens it; {@code cancelled} ends that. */
        MediaInput open(BooleanSupplier cancelled) throws SourceException, FfmpegException;

        /** How its packets are timed. */
        PacketTime time(MediaInput input);

        /** Why it could not be opened. */
        SourceException refused(FfmpegException cause);

        /** Why nothing comes any more. */
        SourceException ended();
    }

    private record Open(MediaInput input, LiveVideo video, List<SourceAudio> audio, PacketTime time) {}

    private final Source source;
    private final LiveContext context;
    private final long opening;
    private final String name;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Map<Integer, CaptureTime> audioOrder = new HashMap<>();

    private volatile Optional<Open> open = Optional.empty();
    private boolean audioReported;

    PacketInput(Source source, LiveContext context, long opening, String name) {
        this.source = source;
        this.context = context;
        this.opening = opening;
        this.name = name;
    }

    @Override
    public void open() throws SourceException {
        MediaInput input;
        try {
            input = source.open(cancelled::get);
        } catch (FfmpegException e) {
            throw source.refused(e);
        }
        try {
            open = Optional.of(start(input));
        } catch (SourceException e) {
            input.close();
            throw e;
        }
    }

    @Override
    public void read(SourceOutput output, LiveActivity activity) throws SourceException, InterruptedException {
        Open now = open.orElseThrow();
        if (!readPacket(now.input())) {
            return;
        }
        MediaInput input = now.input();
        InputTrack track = input.packetTrack();
        if (track != input.video()) {
            audio(now, input.packetBytes(), output);
            return;
        }
        activity.video();
        OptionalLong stream = input.streamMicros();
        long captured = now.time().place(track.index(), stream);
        now.video().accept(new LivePacket(input.packetBytes(), stream, captured, input.newRecord()), output);
        reportAudio(now, output);
    }

    @Override
    public String describe() {
        return open.map(now -> now.video().describe()).orElse(name);
    }

    @Override
    public void cancel() {
        cancelled.set(true);
    }

    @Override
    public void close() {
        open.ifPresent(now -> {
            now.video().close();
            now.audio().forEach(SourceAudio::close);
            now.input().close();
        });
        open = Optional.empty();
    }

    private Open start(MediaInput input) throws SourceException {
        InputTrack track = input.video();
        LiveCodec codec = new LiveCodec(
                track.parameters().codec_id(),
                track.record(),
                // Live, a container's frame rate is a guess; the parameter sets may know it.
                new PassedVideo.Container(
                        track.sampleAspect(), track.orientation().rotation(), 0));
        CameraSettings settings = context.settings();
        List<SourceAudio> audio = settings.audio().isFromSource()
                ? SourceAudio.of(input.audio(), settings.audio(), settings.mode())
                : List.of();
        List<Track> tracks = audio.stream().map(SourceAudio::track).toList();
        LiveVideo.DecoderOpener decoders = () -> FrameDecoder.open(track.parameters());
        try {
            LiveVideo video = LiveVideo.of(context.video(), codec, tracks, decoders, opening, name);
            audio.forEach(one -> input.select(one.input()));
            return new Open(input, video, audio, source.time(input));
        } catch (SourceException e) {
            audio.forEach(SourceAudio::close);
            throw e;
        }
    }

    private boolean readPacket(MediaInput input) throws SourceException {
        try {
            if (input.read()) {
                return true;
            }
        } catch (FfmpegException e) {
            if (e.code() == AVERROR_EAGAIN()) {
                return false;
            }
        }
        throw source.ended();
    }

    private void audio(Open now, ByteBuffer bytes, SourceOutput output) throws InterruptedException {
        if (!now.video().hasBegun()) {
            return;
        }
        SourceAudio stream = now.audio().stream()
                .filter(one -> one.input() == now.input().packetTrack())
                .findFirst()
                .orElseThrow();
        int track = stream.track().id();
        long placed = now.time().place(stream.input().index(), now.input().streamMicros());
        long micros =
                audioOrder.computeIfAbsent(track, none -> new CaptureTime()).inOrder(placed);
        stream.publish(stream.unit(bytes, micros)).forEach(unit -> output.accept(track, unit));
        stream.problem().ifPresent(output::notice);
    }

    private void reportAudio(Open now, SourceOutput output) {
        if (audioReported || !context.settings().audio().isFromSource()) {
            return;
        }
        audioReported = true;
        if (now.audio().isEmpty()) {
            output.notice(
                    now.input().audio().isEmpty()
                            ? name + " sends no audio."
                            : "The audio of " + name + " is not published: there is no decoder for it here.");
        }
    }
}
