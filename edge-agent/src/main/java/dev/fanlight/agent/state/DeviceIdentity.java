package dev.fanlight.agent.state;

import dev.fanlight.identity.DeviceKey;
import java.net.URI;

/**
 * Who this agent is to its relay. Immutable.
 *
 * @param relay {@code wss://HOST:PORT}
 * @param pin of the relay’s authority, or {@code webpki}
 * @param device id that the relay gave
 * @param camera name that the relay gave
 * @param key the device’s key pair
 */
public record DeviceIdentity(URI relay, String pin, String device, String camera, DeviceKey key) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "DeviceIdentity[relay=" + relay + ", device=" + device + ", camera=" + camera + "]";
    }
}
