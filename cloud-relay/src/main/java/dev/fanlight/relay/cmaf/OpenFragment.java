package dev.fanlight.relay.cmaf;

import dev.fanlight.media.mp4.MediaFragment;
import dev.fanlight.media.mp4.Mp4Track;
import dev.fanlight.media.mp4.Run;
import dev.fanlight.media.mp4.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fragment that is being filled. One muxer’s thread only. */
public final class OpenFragment {

    /** Most packets of sound of a fragment, of which the rest is dropped: a camera sends sound and no video. */
    public static final int MAX_SOUND = 1_000;

    private final List<Sample> video = new ArrayList<>();
    private final List<Sample> sound = new ArrayList<>();
    private long videoTime;
    private long soundTime;
    private long micros;
    private int bytes;

    /** Adds a frame whose duration is known by now. */
    public void addVideo(long time, Sample sample) {
        if (video.isEmpty()) {
            videoTime = time;
        }
        video.add(sample);
        micros += sample.ticks();
        bytes += sample.payload().remaining();
    }

    /** Adds a packet of sound; a gap before it lengthens the packet in front. */
    public void addSound(long time, Sample sample) {
        if (sound.size() >= MAX_SOUND) {
            return;
        }
        if (sound.isEmpty()) {
            soundTime = time;
        } else {
            lengthenLast(time);
        }
        sound.add(sample);
        bytes += sample.payload().remaining();
    }

    /** How long its video lasts. */
    public long micros() {
        return micros;
    }

    /** How long the shortest of its frames lasts, µs; there has to be one. */
    public long shortestFrame() {
        return video.stream().mapToLong(Sample::ticks).min().orElseThrow();
    }

    /** Bytes of its payloads. */
    public int bytes() {
        return bytes;
    }

    /** The fragment, with sound if the stream has some; there has to be video in it. */
    public CmafFragment close(long number, Mp4Track videoTrack, Optional<Mp4Track> soundTrack) {
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(videoTrack, videoTime, video));
        if (!sound.isEmpty()) {
            runs.add(new Run(soundTrack.orElseThrow(), soundTime, sound));
        }
        return new CmafFragment(
                MediaFragment.of(number, runs), micros, video.get(0).key());
    }

    private void lengthenLast(long time) {
        int last = sound.size() - 1;
        long before = soundTime + sound.stream().mapToLong(Sample::ticks).sum();
        Sample sample = sound.get(last);
        if (time > before) {
            long ticks = sample.ticks() + time - before;
            sound.set(last, new Sample(ticks, 0, true, sample.payload()));
        }
    }
}
