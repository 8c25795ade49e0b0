package dev.fanlight.agent.media;

import java.util.List;
import java.util.Set;

/** Passes on all that is asked of a camera, but for what an implementation decides itself. Thread safe if its target is. */
public interface ForwardingControl extends StreamControl {

    /** Gets what is passed on. */
    StreamControl target();

    @Override
    default void demand(int readers, Set<Integer> tracks) {
        target().demand(readers, tracks);
    }

    @Override
    default void connected() {
        target().connected();
    }

    @Override
    default void keyFrame(int track) {
        target().keyFrame(track);
    }

    @Override
    default void bitRate(int bitsPerSecond) {
        target().bitRate(bitsPerSecond);
    }

    @Override
    default void viewers(int count) {
        target().viewers(count);
    }

    @Override
    default void disconnected() {
        target().disconnected();
    }

    @Override
    default void level(SendLevel level) {
        target().level(level);
    }

    @Override
    default List<SendLevel> levels() {
        return target().levels();
    }
}
