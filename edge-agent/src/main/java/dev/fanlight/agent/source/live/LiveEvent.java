package dev.fanlight.agent.source.live;

import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.List;

/** What the thread of a live source hands to the one that captures. Immutable. */
sealed interface LiveEvent {

    /** Delivers it; the source throws what it has ended with. */
    void deliver(SourceOutput output) throws SourceException;

    /** Whether viewers see something of it. */
    default boolean isMedia() {
        return false;
    }

    /** It is not delivered: frees what it holds. */
    default void discard() {}

    /** Other tracks from now on. */
    record Begin(List<Track> tracks) implements LiveEvent {
        @Override
        public void deliver(SourceOutput output) {
            output.begin(tracks);
        }
    }

    /** An access unit that is passed through. */
    record Unit(int track, AccessUnit unit) implements LiveEvent {
        @Override
        public void deliver(SourceOutput output) {
            output.accept(track, unit);
        }

        @Override
        public boolean isMedia() {
            return true;
        }
    }

    /** A frame that was decoded. */
    record Frame(RawFrame frame) implements LiveEvent {
        @Override
        public void deliver(SourceOutput output) {
            output.frame(frame);
        }

        @Override
        public boolean isMedia() {
            return true;
        }

        @Override
        public void discard() {
            frame.close();
        }
    }

    /** Something to tell people. */
    record Notice(String sentence) implements LiveEvent {
        @Override
        public void deliver(SourceOutput output) {
            output.notice(sentence);
        }
    }

    /** The end. */
    record Failed(SourceException cause) implements LiveEvent {
        @Override
        public void deliver(SourceOutput output) throws SourceException {
            throw cause;
        }
    }
}
