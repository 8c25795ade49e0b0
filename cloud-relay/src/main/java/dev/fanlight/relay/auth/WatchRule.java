package dev.fanlight.relay.auth;

import dev.fanlight.relay.ratelimit.AddressKey;

/** A further condition for watching, asked when a client is authorized otherwise. Thread safe; may block. */
@FunctionalInterface
public interface WatchRule {

    /** Always allows it. */
    WatchRule NONE = (access, principal, credentials, address) -> true;

    /** Whether the client may watch the camera. */
    boolean permits(CameraAccess camera, Principal principal, Credentials credentials, AddressKey address);
}
