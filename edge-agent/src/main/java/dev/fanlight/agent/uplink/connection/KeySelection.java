package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.KeyRing;

/**
 * With which key the next connection is made: the one that counts, and when the relay refuses that and a change of keys was
 * broken off, once the other one. Event loop only.
 */
final class KeySelection {

    private final KeyRing keys;

    // event loop only
    private boolean spare;

    KeySelection(KeyRing keys) {
        this.keys = keys;
    }

    KeyRing keys() {
        return keys;
    }

    DeviceIdentity identity() {
        return spare ? keys.spare().orElseGet(keys::current) : keys.current();
    }

    /** Notes that the relay has refused the key; whether the other one is worth a try. */
    boolean refused() {
        spare = !spare && keys.spare().isPresent();
        return spare;
    }

    /** Notes that the relay has taken the key; whether that was the other one, which counts from now on. */
    boolean taken() {
        boolean other = spare;
        spare = false;
        return other;
    }
}
