package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;

/** Output of a camera process. */
sealed interface CameraEvent {

    /** A frame, owned by the receiver of the event. */
    record Frame(RawFrame frame) implements CameraEvent {}

    /** It has failed and gave the reason. */
    record Failed(SourceException cause) implements CameraEvent {}

    /** It has ended without giving a reason. */
    record Ended() implements CameraEvent {}
}
