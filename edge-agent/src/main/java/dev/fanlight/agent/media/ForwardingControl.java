package dev.fanlight.agent.media;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Forwards everything to another control, except what an implementation overrides. Thread safe if its target is. */
public interface ForwardingControl extends StreamControl {

    /** Where it is forwarded to. */
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
    default void viewers(CurrentViewers viewers) {
        target().viewers(viewers);
    }

    @Override
    default void head(HeadCommand command, Consumer<HeadAnswer> answer) {
        target().head(command, answer);
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
