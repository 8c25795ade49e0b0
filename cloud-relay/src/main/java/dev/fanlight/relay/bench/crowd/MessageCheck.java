package dev.fanlight.relay.bench.crowd;

import java.nio.ByteBuffer;

/** How closely the messages of a viewer are checked. Event loop only. */
interface MessageCheck {

    /** Accepts everything, so that a viewer need keep only the headers of units; what most viewers use. */
    MessageCheck HEADERS_ONLY = new MessageCheck() {

        @Override
        public boolean needsWholeMessages() {
            return false;
        }

        @Override
        public boolean isValidText(ByteBuffer message, long arrivedMicros) {
            return true;
        }

        @Override
        public boolean isValidMedia(ByteBuffer message) {
            return true;
        }
    };

    /** Whether messages must be kept whole. */
    boolean needsWholeMessages();

    /** Checks a control message that arrived at that time of the local clock. */
    boolean isValidText(ByteBuffer message, long arrivedMicros);

    /** Checks a media message. */
    boolean isValidMedia(ByteBuffer message);
}
