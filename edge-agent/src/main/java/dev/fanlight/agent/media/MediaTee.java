package dev.fanlight.agent.media;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.util.List;

/**
 * Passes access units on to several sinks. The last one may take the payload’s array with it ({@link dev.fanlight.media.Payload#message}), so
 * the others must have read it when they return. Thread safe: they are called by one thread at a time.
 */
public final class MediaTee implements MediaSink {

    private final List<MediaSink> sinks;

    /** Passes on to these, in their order. */
    public MediaTee(List<MediaSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public synchronized void begin(MediaKind kind, List<Track> tracks) {
        sinks.forEach(sink -> sink.begin(kind, tracks));
    }

    @Override
    public synchronized void accept(int track, AccessUnit unit) {
        sinks.forEach(sink -> sink.accept(track, unit));
    }
}
