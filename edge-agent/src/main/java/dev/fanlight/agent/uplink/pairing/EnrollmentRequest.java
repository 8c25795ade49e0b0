package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.identity.DeviceKey;

/**
 * Who asks to be approved. Immutable.
 *
 * @param key of the device; nothing is stored of it before the owner has approved
 * @param host what this computer calls itself
 * @param version of this program
 */
public record EnrollmentRequest(DeviceKey key, String host, String version) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "Applicant[host=" + host + ", version=" + version + "]";
    }
}
