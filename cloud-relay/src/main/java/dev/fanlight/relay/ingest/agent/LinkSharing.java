package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.agent.Shared;
import dev.fanlight.relay.auth.Principal.Device;

/** Gives people at a camera a link to watch it, as far as the owner allows. Thread safe. */
@FunctionalInterface
public interface LinkSharing {
    /** The answer to a request: {@link Shared} or {@link ShareRefused}. Blocking. */
    ToAgent share(Device device, Share request);
}
