package dev.fanlight.relay.recording;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.relay.cmaf.CmafFragment;
import dev.fanlight.relay.cmaf.CmafTracks;
import dev.fanlight.relay.cmaf.CmafUnit;
import dev.fanlight.relay.store.RecordMode;
import dev.fanlight.relay.store.Recordings.RecordedCamera;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.QueuedReader;
import dev.fanlight.relay.stream.ReaderDemand;
import dev.fanlight.relay.stream.ReaderEvent;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.ReaderLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Records one camera: a reader of its stream, whose queue drops whole groups when the disk is too slow. Recorder’s thread only. */
final class CameraRecorder implements RecordingOutput {

    private final RecordedCamera camera;
    private final LiveStream stream;
    private final RecorderServices services;
    private final QueuedReader reader;
    private final RecordingMuxer muxer = new RecordingMuxer(this);
    private final RecordingTimeline timeline = new RecordingTimeline();
    private Optional<CmafTracks> tracks = Optional.empty();
    private Optional<OpenRecording> open = Optional.empty();
    private Optional<MediaHeader> lastVideo = Optional.empty();
    private boolean live;
    private boolean shown;
    private boolean ended;

    CameraRecorder(RecordedCamera camera, LiveStream stream, RecorderServices services) {
        this.camera = camera;
        this.stream = stream;
        this.services = services;
        this.reader = QueuedReader.open(
                stream,
                ReaderKind.RECORDER,
                ReaderLimits.COMPLETE,
                services.clock(),
                services.counters(),
                () -> {},
                camera.mode() == RecordMode.ALWAYS ? ReaderDemand.ONE : ReaderDemand.NONE);
    }

    /** Whether it records that camera’s stream in that way. */
    boolean isOf(RecordedCamera other, LiveStream itsStream) {
        return !ended && camera.equals(other) && stream == itsStream;
    }

    /** Records what waits. */
    void poll() throws IOException {
        Optional<ReaderEvent> next = reader.poll();
        while (next.isPresent()) {
            take(next.get());
            next = reader.poll();
        }
    }

    /** Whether it records the camera of this name. */
    boolean isNamed(CameraName name) {
        return !ended && camera.name().equals(name);
    }

    /** Writes a group that comes late, unless it is too early for that: what is live of its time has not been written. */
    boolean backfill(BackfillGroup group) throws IOException {
        OptionalLong shift = timeline.shift();
        if (shift.isEmpty()) {
            return false;
        }
        long end = group.endMicros() + shift.getAsLong() - BackfillWriter.TOLERANCE_MICROS;
        if (open.filter(file -> file.openMicros() < end).isPresent()) {
            return false;
        }
        sync();
        new BackfillWriter(services, camera.id(), group, shift.getAsLong(), open).write();
        return true;
    }

    /** Puts to disk what was written, and indexes it. */
    void sync() throws IOException {
        if (open.isPresent() && open.get().hasComplete()) {
            OpenRecording file = open.get();
            index(file, file.sync());
        }
    }

    /** The file that it writes now. */
    Optional<OpenRecording> open() {
        return open;
    }

    /** Ends its file, and reads no more. */
    void close() throws IOException {
        reader.close();
        muxer.finish();
    }

    /** Reads no more, and leaves its file as it is: writing has failed. It is not used afterwards. */
    void abandon() {
        reader.close();
        open.ifPresent(OpenRecording::abandon);
    }

    @Override
    public boolean begin(CmafTracks its, long startMicros) throws IOException {
        open = OpenRecording.create(services.folder(), camera.id(), startMicros, FileHeader.of(its), its.initSegment());
        show(open.isPresent());
        return open.isPresent();
    }

    @Override
    public void append(CmafFragment fragment, long startMicros, boolean beginsGroup) throws IOException {
        open.orElseThrow().append(fragment, startMicros, beginsGroup);
    }

    @Override
    public boolean isFull() {
        return open.orElseThrow().bytes() >= services.fileBytes();
    }

    @Override
    public void end() throws IOException {
        OpenRecording file = open.orElseThrow();
        open = Optional.empty();
        index(file, file.close());
    }

    private void index(OpenRecording file, List<RecordedGroup> groups) {
        if (!groups.isEmpty()) {
            services.index().add(file.file(groups), groups);
        }
    }

    private void take(ReaderEvent event) throws IOException {
        if (event instanceof ReaderEvent.Tracks next) {
            tracks = CmafTracks.of(next.tracks());
            if (tracks.isPresent()) {
                muxer.tracks(tracks.get());
            } else {
                pause();
            }
        } else if (event instanceof ReaderEvent.Status next) {
            live = next.status().state() == StreamState.LIVE;
            if (!live) {
                pause();
            }
        } else if (event instanceof ReaderEvent.Frame next) {
            try {
                take(next);
            } finally {
                next.frame().release();
            }
        } else if (event instanceof ReaderEvent.End) {
            pause();
            ended = true;
        }
    }

    private void take(ReaderEvent.Frame event) throws IOException {
        IndexedFrame frame = event.frame();
        MediaHeader header = frame.frame().header();
        if (!live || tracks.isEmpty()) {
            return;
        }
        if (tracks.get().isVideo(header.track())) {
            if (event.afterGap()) {
                services.errors().warn("The disk is too slow for what is recorded: there are gaps");
                pause();
            }
            endBefore(header);
            muxer.video(new CmafUnit(
                    place(header),
                    header.offsetMicros(),
                    header.isKey(),
                    services.wallClock().micros(),
                    copy(frame)));
        } else if (tracks.get().isSound(header.track())) {
            muxer.sound(place(header), copy(frame));
        }
    }

    /** Where key frames are missing the file ends: the gap is told, and a group that comes late finds its place. */
    private void endBefore(MediaHeader next) throws IOException {
        boolean isLater = lastVideo
                .filter(last -> next.isKey() && last.epoch() == next.epoch() && !next.follows(last))
                .filter(last -> next.captureMicros() - last.captureMicros() >= RecordingMuxer.LEAST_GROUP_MICROS)
                .isPresent();
        if (isLater) {
            muxer.finish();
        }
        lastVideo = Optional.of(next);
    }

    private long place(MediaHeader header) {
        return timeline.place(header, reader.clock(), services.wallClock().micros());
    }

    private void pause() throws IOException {
        muxer.finish();
        show(false);
    }

    private void show(boolean recording) {
        if (shown != recording) {
            shown = recording;
            reader.recording(recording);
        }
    }

    private static ByteBuffer copy(IndexedFrame frame) {
        ByteBuffer payload = frame.frame().payload();
        return ByteBuffer.allocate(payload.remaining()).put(payload).flip();
    }
}
