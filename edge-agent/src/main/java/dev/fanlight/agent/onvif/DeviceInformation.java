package dev.fanlight.agent.onvif;

/**
 * What a camera says about itself; not trusted, for people. Immutable.
 *
 * @param maker for example {@code HIKVISION}
 * @param model for example {@code DS-2CD2043G2-I}
 * @param firmware version of its program
 */
public record DeviceInformation(String maker, String model, String firmware) {}
