package dev.fanlight.agent.onvif;

import dev.fanlight.agent.onvif.http.CameraHttp;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What calls to cameras need of this computer. Thread safe.
 *
 * @param http sends requests
 * @param clock the wall clock
 * @param random of nonces, cryptographically strong
 */
public record OnvifNetwork(CameraHttp http, InstantSource clock, RandomGenerator random) {

    /** With connections of its own, the clock of this computer and secure randomness. */
    public static OnvifNetwork system() {
        return new OnvifNetwork(new CameraHttp(), InstantSource.system(), new SecureRandom());
    }
}
