package dev.fanlight.agent.onvif.discovery;

import java.net.URI;

/**
 * A camera that has answered; nothing of it is trusted. Immutable.
 *
 * @param endpoint its lasting name, often {@code urn:uuid:…}
 * @param name for people, as its owner or maker called it; may be empty
 * @param deviceService address of its device service, one that this computer reaches
 */
public record DiscoveredCamera(String endpoint, String name, URI deviceService) {}
