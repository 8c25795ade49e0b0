package dev.fanlight.relay.gateway.srt;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.publication.ContainerServices;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the callers of a gateway share. Its parts are thread safe.
 *
 * @param name of the gateway, for the log
 * @param relay what the relay gives
 * @param config what was set
 * @param publications what publishers share
 * @param lastProblem why the newest caller was refused or ended; empty at first
 */
record SrtServices(
        String name,
        GatewayContext relay,
        SrtConfig config,
        ContainerServices publications,
        AtomicReference<String> lastProblem) {

    /** May have in it what a peer has made up, so the log says only that there was one. */
    void problem(String sentence) {
        lastProblem.set(sentence);
        relay.errors()
                .warn("A caller of the gateway \"" + name
                        + "\" (SRT) was refused or ended; the description of the gateway says why");
    }
}
