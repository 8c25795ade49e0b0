package dev.fanlight.relay.recording;

import dev.fanlight.media.mp4.Sample;
import dev.fanlight.relay.cmaf.CmafTracks;
import dev.fanlight.relay.cmaf.CmafUnit;
import dev.fanlight.relay.cmaf.OpenFragment;
import dev.fanlight.relay.cmaf.SoundLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Makes files, groups and fragments of access units. A group begins at a key frame; one that would be too long goes on in another without one.
 * Times in a file are µs since 1970. Recorder’s thread only.
 */
final class RecordingMuxer {

    /** How long a fragment is: as much as is lost when the relay is killed, besides what waits. */
    static final long FRAGMENT_MICROS = 400_000;

    /** A key frame that comes earlier begins no group. */
    static final long LEAST_GROUP_MICROS = 1_000_000;

    /** A group without a key frame ends here. */
    static final long MOST_GROUP_MICROS = 4_000_000;

    /** A file ends at the first key frame after this. */
    static final long FILE_MICROS = 300_000_000;

    /** A frame that lasts longer was the last before a gap. */
    static final long MOST_FRAME_MICROS = 5_000_000;

    /** How long the last frame of a recording lasts, of which that is not known. */
    static final long LAST_FRAME_MICROS = 40_000;

    private final RecordingOutput output;
    private Optional<CmafTracks> tracks = Optional.empty();
    private Optional<SoundLine> soundLine = Optional.empty();
    private Optional<CmafUnit> held = Optional.empty();
    private OpenFragment fragment = new OpenFragment();
    private long fragmentMicros;
    private long groupMicros;
    private long fileMicros;
    private boolean beginsGroup;
    private long fragments;

    RecordingMuxer(RecordingOutput output) {
        this.output = output;
    }

    /** Sets the tracks of what follows; a file that has others ends. */
    void tracks(CmafTracks next) throws IOException {
        if (tracks.filter(next::isSameAs).isEmpty()) {
            finish();
            tracks = Optional.of(next);
        }
    }

    /** Adds the next frame of video. */
    void video(CmafUnit unit) throws IOException {
        if (held.isEmpty()) {
            begin(unit);
            return;
        }
        long lasts = unit.micros() - held.get().micros();
        if (lasts <= 0 || lasts > MOST_FRAME_MICROS) {
            finish();
            begin(unit);
            return;
        }
        addHeld(lasts);
        cut(unit);
        if (held.isPresent()) {
            held = Optional.of(unit);
        } else {
            begin(unit);
        }
    }

    /** Adds a packet of sound, if there is video to which it belongs. */
    void sound(long micros, ByteBuffer payload) {
        if (held.isEmpty() || soundLine.isEmpty()) {
            return;
        }
        int ticks = tracks.orElseThrow().sound().orElseThrow().ticksOf(payload);
        soundLine
                .get()
                .place(micros, ticks)
                .ifPresent(time -> fragment.addSound(time, new Sample(ticks, 0, true, payload)));
    }

    /** Ends the file with the frame that waits. */
    void finish() throws IOException {
        finish(LAST_FRAME_MICROS);
    }

    /** Ends the file with the frame that waits, of which it is known how long it lasts. */
    void finish(long lastMicros) throws IOException {
        if (held.isEmpty()) {
            return;
        }
        addHeld(lastMicros);
        closeFragment();
        held = Optional.empty();
        soundLine = Optional.empty();
        output.end();
    }

    private void begin(CmafUnit unit) throws IOException {
        if (!unit.key() || tracks.isEmpty() || !output.begin(tracks.get(), unit.micros())) {
            return;
        }
        if (soundLine.isEmpty()) {
            soundLine = tracks.get().sound().map(track -> new SoundLine(track.timescale()));
        }
        fragment = new OpenFragment();
        fragmentMicros = unit.micros();
        groupMicros = unit.micros();
        fileMicros = unit.micros();
        beginsGroup = true;
        held = Optional.of(unit);
    }

    private void addHeld(long lasts) {
        CmafUnit unit = held.orElseThrow();
        fragment.addVideo(unit.micros(), new Sample(lasts, unit.offsetMicros(), unit.key(), unit.payload()));
    }

    private void cut(CmafUnit next) throws IOException {
        long file = next.micros() - fileMicros;
        if (next.key() && (file >= FILE_MICROS || output.isFull())) {
            closeFragment();
            held = Optional.empty();
            output.end();
            return;
        }
        long group = next.micros() - groupMicros;
        if ((next.key() && group >= LEAST_GROUP_MICROS) || group >= MOST_GROUP_MICROS) {
            closeFragment();
            groupMicros = next.micros();
            beginsGroup = true;
        } else if (fragment.micros() >= FRAGMENT_MICROS) {
            closeFragment();
        }
        if (fragment.micros() == 0) {
            fragmentMicros = next.micros();
        }
    }

    private void closeFragment() throws IOException {
        CmafTracks its = tracks.orElseThrow();
        fragments++;
        boolean begins = beginsGroup;
        beginsGroup = false;
        var closed = fragment.close(fragments, its.video(), its.sound());
        fragment = new OpenFragment();
        output.append(closed, fragmentMicros, begins);
    }
}
