package dev.fanlight.relay.bench.crowd;

import java.nio.ByteBuffer;

/** Who looks at all that a viewer gets, and not at headers only. Event loop only. */
interface Attention {

    /** Looks at headers only, as most viewers do. */
    Attention TO_HEADERS = new Attention() {

        @Override
        public boolean isWhole() {
            return false;
        }

        @Override
        public boolean isGoodText(ByteBuffer message, long arrivedMicros) {
            return true;
        }

        @Override
        public boolean isGoodMedia(ByteBuffer message) {
            return true;
        }
    };

    /** Whether it wants all bytes. */
    boolean isWhole();

    /** Looks at a control message; false when it is none. */
    boolean isGoodText(ByteBuffer message, long arrivedMicros);

    /** Looks at a media message; false when something is wrong with it. */
    boolean isGoodMedia(ByteBuffer message);
}
