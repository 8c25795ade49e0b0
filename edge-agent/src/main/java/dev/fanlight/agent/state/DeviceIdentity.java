package dev.fanlight.agent.state;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.RelayUrl;

/**
 * Who this agent is to its relay. Immutable.
 *
 * @param relay where to connect
 * @param pin of the relay’s authority, or {@code webpki}
 * @param device id that the relay gave
 * @param camera name that the relay gave
 * @param key the device’s key pair
 */
public record DeviceIdentity(RelayUrl relay, String pin, String device, String camera, DeviceKey key) {

    /** The same device with another key. */
    public DeviceIdentity withKey(DeviceKey other) {
        return new DeviceIdentity(relay, pin, device, camera, other);
    }

    /** Whether {@code other} is the same device of the same relay, whatever its key. */
    public boolean isSameDevice(DeviceIdentity other) {
        return relay.equals(other.relay) && device.equals(other.device);
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "DeviceIdentity[relay=" + relay + ", device=" + device + ", camera=" + camera + "]";
    }
}
