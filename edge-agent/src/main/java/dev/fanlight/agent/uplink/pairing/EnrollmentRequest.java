package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.identity.DeviceKey;

/**
 * The device that asks to be enrolled. Immutable.
 *
 * @param key of the device; nothing is stored of it before the owner has approved
 * @param host what this computer calls itself
 * @param version of this program
 */
public record EnrollmentRequest(DeviceKey key, String host, String version) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "EnrollmentRequest[host=" + host + ", version=" + version + "]";
    }
}
