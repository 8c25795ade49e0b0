package dev.fanlight.relay.recording;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.TrackSet;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.relay.cmaf.CmafFragment;
import dev.fanlight.relay.cmaf.CmafTracks;
import dev.fanlight.relay.cmaf.CmafUnit;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes one group of backfill into a file of its own, and takes what was recorded of that time out of the index: it is a part of the same
 * access units. Recorder’s thread only.
 */
final class BackfillWriter implements RecordingOutput {

    /** How far the times of the same frame may be apart: the publisher’s clock was measured anew with each connection. */
    static final long TOLERANCE_MICROS = 100_000;

    /** A group that lasts longer is not believed. */
    static final long MOST_MICROS = 60_000_000;

    /** So many files that begin at the same time have names of their own. */
    private static final int MOST_NAMES = 10;

    private final RecorderServices services;
    private final String cameraId;
    private final BackfillGroup group;
    private final long shiftMicros;
    private final Optional<OpenRecording> live;
    private Optional<OpenRecording> open = Optional.empty();
    private List<RecordedGroup> former = List.of();

    /**
     * Makes one for a single group.
     *
     * @param shiftMicros what is to be added to a capture time
     * @param live the file that is being written for the camera
     */
    BackfillWriter(
            RecorderServices services,
            String cameraId,
            BackfillGroup group,
            long shiftMicros,
            Optional<OpenRecording> live) {
        this.services = services;
        this.cameraId = cameraId;
        this.group = group;
        this.shiftMicros = shiftMicros;
        this.live = live;
    }

    /** Writes it; what cannot be written without anything being twice is not, and stays a gap. */
    void write() throws IOException {
        Optional<CmafTracks> tracks = CmafTracks.of(
                new TrackSet(group.tracks().epoch(), group.tracks().tracks()));
        List<MediaHeader> video = tracks.stream()
                .flatMap(its -> group.units().stream()
                        .map(BackfillGroup.Unit::header)
                        .filter(header -> its.isVideo(header.track())))
                .toList();
        if (video.isEmpty() || !video.get(0).isKey()) {
            return;
        }
        long start = video.get(0).captureMicros() + shiftMicros;
        long end = group.endMicros() + shiftMicros;
        long last = video.get(video.size() - 1).captureMicros() + shiftMicros;
        if (isContinuous(video) && end > last && end - start <= MOST_MICROS && findFormer(start, end)) {
            mux(tracks.orElseThrow(), end - last);
        }
    }

    /** Whether the muxer makes one file of these frames, as of those that came live. */
    private static boolean isContinuous(List<MediaHeader> video) {
        for (int i = 1; i < video.size(); i++) {
            long lasts = video.get(i).captureMicros() - video.get(i - 1).captureMicros();
            if (lasts <= 0 || lasts > RecordingMuxer.MOST_FRAME_MICROS) {
                return false;
            }
        }
        return true;
    }

    private boolean findFormer(long start, long end) {
        former = services.index()
                .groups(
                        services.folder().id(),
                        cameraId,
                        Math.min(start + TOLERANCE_MICROS, end - 1),
                        Math.max(end - TOLERANCE_MICROS, start + 1),
                        RecordingLibrary.MAX_GROUPS);
        return former.stream()
                .allMatch(old ->
                        old.startMicros() >= start - TOLERANCE_MICROS && old.endMicros() <= end + TOLERANCE_MICROS);
    }

    private void mux(CmafTracks tracks, long lastMicros) throws IOException {
        RecordingMuxer muxer = new RecordingMuxer(this);
        muxer.tracks(tracks);
        for (BackfillGroup.Unit unit : group.units()) {
            MediaHeader header = unit.header();
            long micros = header.captureMicros() + shiftMicros;
            if (tracks.isVideo(header.track())) {
                muxer.video(new CmafUnit(micros, header.offsetMicros(), header.isKey(), micros, unit.payload()));
            } else if (tracks.isSound(header.track())) {
                muxer.sound(micros, unit.payload());
            }
        }
        muxer.finish(lastMicros);
    }

    @Override
    public boolean begin(CmafTracks its, long startMicros) throws IOException {
        for (int i = 0; i < MOST_NAMES && open.isEmpty(); i++) {
            open = OpenRecording.create(
                    services.folder(), cameraId, startMicros - i, FileHeader.of(its), its.initSegment());
        }
        return open.isPresent();
    }

    @Override
    public void append(CmafFragment fragment, long startMicros, boolean beginsGroup) throws IOException {
        open.orElseThrow().append(fragment, startMicros, beginsGroup);
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public void end() throws IOException {
        OpenRecording file = open.orElseThrow();
        open = Optional.empty();
        List<RecordedGroup> groups = file.close();
        if (groups.isEmpty()) {
            return;
        }
        services.index().replace(file.file(groups), groups, former);
        Set<Long> starts = former.stream().map(RecordedGroup::file).collect(Collectors.toSet());
        former = List.of();
        for (long start : starts) {
            deleteIfEmpty(start);
        }
    }

    private void deleteIfEmpty(long start) throws IOException {
        String folder = services.folder().id();
        Optional<RecordedFile> file = services.index().file(folder, cameraId, start);
        boolean written = live.filter(current -> current.startMicros() == start).isPresent();
        if (file.isPresent() && !written && !services.index().hasGroups(file.get())) {
            boolean unused = services.folder().delete(file.get());
            services.index().remove(file.get());
        }
    }
}
