package dev.fanlight.agent.onvif;

import dev.fanlight.agent.onvif.http.CameraHttp;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What calls to cameras need of this computer. Thread safe.
 *
 * @param http sends requests
 * @param clock the wall clock
 * @param random of nonces, cryptographically strong
 */
public record OnvifNetwork(CameraHttp http, InstantSource clock, RandomGenerator random) {}
