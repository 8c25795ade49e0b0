package dev.fanlight.agent.capture.camera;

import dev.fanlight.agent.capture.RawFrame;
import dev.fanlight.agent.capture.SourceException;

/** What comes out of a camera process. */
sealed interface CameraEvent {

    /** A picture, owned by whoever takes the event. */
    record Picture(RawFrame frame) implements CameraEvent {}

    /** It cannot go on, and says why. */
    record Failed(SourceException cause) implements CameraEvent {}

    /** It has ended without a word. */
    record Ended() implements CameraEvent {}
}
