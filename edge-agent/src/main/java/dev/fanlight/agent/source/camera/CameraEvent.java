package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import java.nio.ByteBuffer;

/** Output of a camera process. */
sealed interface CameraEvent {

    /** A frame, owned by the receiver of the event. */
    record Frame(RawFrame frame) implements CameraEvent {}

    /** What the camera has compressed, captured at this time on the media clock. */
    record Packet(CameraCodec codec, ByteBuffer bytes, long captureMicros) implements CameraEvent {}

    /** It has failed and gave the reason. */
    record Failed(SourceException cause) implements CameraEvent {}

    /** It has ended without giving a reason. */
    record Ended() implements CameraEvent {}

    /** Whether later events make sense without it: not with H.264, where each frame needs the one before. */
    default boolean isDisposable() {
        return !(this instanceof Packet packet && packet.codec() == CameraCodec.H264);
    }
}
