package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;

/** What comes out of a camera process. */
sealed interface CameraEvent {

    /** A picture, owned by whoever takes the event. */
    record Frame(RawFrame frame) implements CameraEvent {}

    /** It cannot go on, and says why. */
    record Failed(SourceException cause) implements CameraEvent {}

    /** It has ended without a word. */
    record Ended() implements CameraEvent {}
}
