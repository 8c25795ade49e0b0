package dev.fanlight.relay.transcode;

import dev.fanlight.relay.stream.QueuedReader;
import java.util.Optional;

/** How far a derived stream is. */
sealed interface TranscodeState {

    /** For people. */
    String text();

    /** Nobody reads it. */
    record Idle() implements TranscodeState {
        @Override
        public String text() {
            return "idle";
        }
    }

    /** FFmpeg is looked for. */
    record Preparing() implements TranscodeState {
        @Override
        public String text() {
            return "preparing";
        }
    }

    /**
     * It is read.
     *
     * @param reader of the camera’s stream
     * @param conversion what becomes of it; empty until the camera has announced its tracks
     */
    record Active(QueuedReader reader, Optional<Conversion> conversion) implements TranscodeState {
        @Override
        public String text() {
            return conversion.filter(Encoding.class::isInstance).isPresent() ? "encoding" : "passing";
        }
    }

    /** The encoder has failed, and the next one comes after a while. */
    record Waiting() implements TranscodeState {
        @Override
        public String text() {
            return "waiting after a failure";
        }
    }

    /** The camera is not there any more. */
    record Ended() implements TranscodeState {
        @Override
        public String text() {
            return "ended";
        }
    }
}
