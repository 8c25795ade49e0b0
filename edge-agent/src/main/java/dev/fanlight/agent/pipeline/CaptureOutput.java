package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.media.DropReport;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.NanoClock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Raw frames go to the frame listener and to the encoders’ queue, access units directly to the uplink. Of those, sound only while
 * the relay demands it, and not where a microphone is configured instead; video always, for after a pause it would have to wait for its
 * next key frame. Capture thread only.
 */
final class CaptureOutput implements SourceOutput {

    private final FrameListener frameListener;
    private final FrameQueue frames;
    private final TrackDemand demand;
    private final PipelineControl control;
    private final SourceListener listener;
    private final MediaSink sink;
    private final DropReport drops;
    private final boolean takesSound;
    private final Set<Integer> untilKey = new HashSet<>();

    CaptureOutput(Pipeline.Stages stages, FrameQueue frames, PipelineControl control, MediaSink sink, NanoClock clock) {
        this.frameListener = stages.frameListener();
        this.frames = frames;
        this.demand = control.tracks();
        this.control = control;
        this.listener = stages.listener();
        this.sink = sink;
        this.drops = new DropReport(clock);
        this.takesSound = stages.microphone().isEmpty();
    }

    @Override
    public void frame(RawFrame frame) {
        control.passedThrough(false);
        frameListener.onFrame(frame);
        frames.put(frame);
        drops.due(frames.dropped())
                .ifPresent(count -> listener.notice("Frames dropped because they could not be encoded in time: " + count
                        + ". A smaller camera.width or camera.fps helps."));
    }

    @Override
    public void notice(String sentence) {
        listener.notice(sentence);
    }

    @Override
    public void begin(List<Track> tracks) {
        List<Track> video = of(MediaKind.VIDEO, tracks);
        if (!video.isEmpty()) {
            control.passedThrough(true);
            untilKey.clear();
            sink.begin(MediaKind.VIDEO, video);
        }
        if (takesSound) {
            sink.begin(MediaKind.AUDIO, of(MediaKind.AUDIO, tracks));
        }
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        boolean needed =
                unit.kind() == MediaKind.VIDEO ? isPassedOn(track, unit) : takesSound && demand.isNeeded(track);
        if (needed) {
            sink.accept(track, unit);
        }
    }

    /** After key frames alone, the others follow from the next one on. */
    private boolean isPassedOn(int track, AccessUnit unit) {
        if (unit.key()) {
            untilKey.remove(track);
        }
        if (control.level() == SendLevel.KEY_FRAMES) {
            untilKey.add(track);
        }
        return unit.key() || !untilKey.contains(track);
    }

    private static List<Track> of(MediaKind kind, List<Track> tracks) {
        return tracks.stream().filter(track -> track.kind() == kind).toList();
    }
}
