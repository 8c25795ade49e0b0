package dev.fanlight.media.mp4;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Fixture;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvStreamReader;
import dev.fanlight.media.flv.FlvTag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What is in an FLV fixture, to be written as fragmented MP4. */
final class Mp4Clip {

    private static final int SAMPLES_A_FRAGMENT = 4;
    private static final long VIDEO_TICKS = 40_000;

    final List<Mp4Track> tracks = new ArrayList<>();
    final List<AccessUnit> units = new ArrayList<>();

    static Mp4Clip of(String name) throws BitstreamException {
        Mp4Clip clip = new Mp4Clip();
        FlvReader reader = new FlvReader();
        for (FlvTag tag : new FlvStreamReader().read(ByteBuffer.wrap(Fixture.bytes(name)))) {
            for (FlvEvent event : reader.read(tag.type(), tag.timestampMillis(), tag.body())) {
                clip.take(event);
            }
        }
        return clip;
    }

    List<AccessUnit> of(MediaKind kind) {
        return units.stream().filter(unit -> unit.kind() == kind).toList();
    }

    /** The init segment and fragments of a few units of each track. */
    byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(InitSegment.of(tracks));
        long[] times = new long[tracks.size()];
        int most = units.size() / SAMPLES_A_FRAGMENT + 1;
        for (int number = 0; number < most; number++) {
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < times.length; i++) {
                Mp4Track track = tracks.get(i);
                List<Sample> samples = samples(track, number);
                if (!samples.isEmpty()) {
                    runs.add(new Run(track, times[i], samples));
                    times[i] += samples.stream().mapToLong(Sample::ticks).sum();
                }
            }
            if (!runs.isEmpty()) {
                file.writeBytes(MediaFragment.of(number + 1, runs));
            }
        }
        return file.toByteArray();
    }

    private List<Sample> samples(Mp4Track track, int number) {
        return of(track.kind()).stream()
                .skip((long) number * SAMPLES_A_FRAGMENT)
                .limit(SAMPLES_A_FRAGMENT)
                .map(unit -> sample(track, unit))
                .toList();
    }

    private static Sample sample(Mp4Track track, AccessUnit unit) {
        ByteBuffer payload = unit.payload().bytes();
        long ticks = track.kind() == MediaKind.VIDEO ? VIDEO_TICKS : track.ticksOf(payload);
        return new Sample(ticks, unit.offsetMicros(), unit.key(), payload);
    }

    private void take(FlvEvent event) {
        if (event instanceof FlvEvent.TrackChange change) {
            Track track = Track.of(tracks.size(), "any", change.config(), change.shape());
            tracks.add(Mp4Track.of(tracks.size() + 1, track).orElseThrow());
        } else if (event instanceof FlvEvent.Unit unit) {
            units.add(unit.unit());
        }
    }
}
