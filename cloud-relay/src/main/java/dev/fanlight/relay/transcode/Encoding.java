package dev.fanlight.relay.transcode;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvStreamReader;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.webm.MatroskaVideoWriter;
import dev.fanlight.relay.child.ChildEnd;
import dev.fanlight.relay.child.ChildListener;
import dev.fanlight.relay.child.ChildTask;
import dev.fanlight.relay.child.FfmpegChild;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.wire.WireFrame;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** A child that makes H.264 of the video of one epoch; its sound goes past it. Event loop only. */
final class Encoding implements Conversion, ChildListener {

    private static final String PURPOSE = "transcode";

    private final TranscodeServices services;
    private final MatroskaVideoWriter writer;
    private final DerivedTracks tracks;
    private final Listener listener;
    private final CaptureTimes times = new CaptureTimes();
    private final FlvStreamReader stream = new FlvStreamReader();
    private final FlvReader tags = new FlvReader();
    private final HeldSound sound;
    private Optional<FfmpegChild> child = Optional.empty();
    private boolean begun;
    private boolean closed;
    private long progressNanos;

    private Encoding(TranscodeServices services, MatroskaVideoWriter writer, DerivedTracks tracks, Listener listener) {
        this.services = services;
        this.writer = writer;
        this.tracks = tracks;
        this.listener = listener;
        this.sound = new HeldSound(tracks::pass);
    }

    /** What becomes of it. */
    interface Listener {

        /** It takes more again. */
        void drained();

        /** It is gone, and was not closed. */
        void failed(String reason);
    }

    /**
     * Starts one, in a place that was taken for it and that it gives back; empty when there are too many processes.
     *
     * @param video what it encodes
     * @param executor the event loop
     */
    static Optional<Encoding> start(
            TranscodeServices services,
            CameraName camera,
            Track video,
            MatroskaVideoWriter writer,
            DerivedTracks tracks,
            Listener listener,
            Executor executor) {
        Encoding encoding = new Encoding(services, writer, tracks, listener);
        ChildTask task = ChildTask.inBackground(PURPOSE, camera, EncoderArguments.of(video, services.encoder()));
        encoding.child = services.children().start(task, encoding, executor);
        return encoding.child.map(started -> encoding);
    }

    /** How its output is announced and numbered. */
    DerivedTracks tracks() {
        return tracks;
    }

    @Override
    public void frame(IndexedFrame frame) {
        MediaHeader header = frame.frame().header();
        if (header.track() != tracks.video()) {
            sound.add(frame);
            return;
        }
        if (!begun && !frame.isKey()) {
            return;
        }
        if (!begun) {
            begun = true;
            write(writer.header());
        }
        if (times.size() == 0) {
            progressNanos = services.clock().nanoTime();
        }
        long millis = times.add(header.captureMicros() + header.offsetMicros());
        write(writer.frame(frame.isKey(), millis, frame.frame().payload()));
    }

    @Override
    public boolean isFull() {
        return times.size() >= CaptureTimes.MOST
                || child.filter(FfmpegChild::isFull).isPresent();
    }

    @Override
    public boolean needsKeyFrames() {
        return false;
    }

    @Override
    public boolean isStalled(long nowNanos, Duration limit) {
        return times.size() > 0 && nowNanos - progressNanos > limit.toNanos();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            child.ifPresent(FfmpegChild::close);
            sound.close();
            services.places().giveBack();
        }
    }

    @Override
    public void output(byte[] bytes) {
        if (closed) {
            return;
        }
        progressNanos = services.clock().nanoTime();
        try {
            for (FlvTag tag : stream.read(ByteBuffer.wrap(bytes))) {
                for (FlvEvent event : tags.read(tag.type(), tag.timestampMillis(), tag.body())) {
                    take(event);
                }
            }
        } catch (BitstreamException e) {
            listener.failed("the encoder writes what cannot be read");
            return;
        }
        listener.drained();
    }

    @Override
    public void drained() {
        listener.drained();
    }

    @Override
    public void ended(ChildEnd end) {
        if (!closed) {
            listener.failed(
                    end.cause() == ChildEnd.Cause.NOT_STARTED
                            ? "FFmpeg could not be started"
                            : "FFmpeg ended with exit code " + end.exitCode());
        }
    }

    private void write(byte[] bytes) {
        // What it does not take is missing until the next key frame; an encoder that takes nothing is noticed by its
        // silence.
        boolean unused = child.filter(running -> running.write(bytes)).isPresent();
    }

    private void take(FlvEvent event) {
        if (event instanceof FlvEvent.TrackChange change) {
            tracks.encoded(change);
        } else if (event instanceof FlvEvent.Unit unit && unit.unit().kind() == MediaKind.VIDEO) {
            OptionalLong captured =
                    times.take((unit.unit().captureMicros() + unit.unit().offsetMicros()) / 1_000);
            captured.ifPresent(micros -> publish(unit, micros));
        }
    }

    private void publish(FlvEvent.Unit unit, long captureMicros) {
        sound.until(captureMicros);
        WireFrame frame = WireFrame.of(
                tracks.next(unit.unit().key(), captureMicros),
                unit.unit().payload().bytes(),
                ByteBufAllocator.DEFAULT);
        try {
            tracks.publish(frame);
        } finally {
            frame.release();
        }
    }
}
