package dev.fanlight.relay.stream;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadResult;
import java.util.function.Consumer;

/** The publisher of a stream, as the stream calls it. Any thread, under the stream's lock: must neither block nor call back. */
public interface Publisher {

    /** Reports what the readers need, and every change of that. */
    void demand(PublishDemand demand);

    /** Requests a key frame of a track. */
    void requestKeyFrame(int track);

    /** Passes a command on to the camera’s head. {@code answer} is called once, on any thread; one without a head answers at once. */
    default void head(HeadCommand command, Consumer<HeadAnswer> answer) {
        answer.accept(HeadAnswer.of(HeadResult.UNAVAILABLE));
    }

    /** Whether it passes on what another relay publishes: such a stream is not passed on again, and gives way to a publisher of this one. */
    default boolean isRelayed() {
        return false;
    }

    /** A newer connection publishes the camera; this one has to end. */
    void replaced();
}
