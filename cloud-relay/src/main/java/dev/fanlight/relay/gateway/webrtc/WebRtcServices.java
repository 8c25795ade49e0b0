package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.protocol.sdp.IceCandidate;
import dev.fanlight.protocol.sdp.IceCredentials;
import dev.fanlight.protocol.sdp.LocalDescription;
import dev.fanlight.protocol.sdp.LocalMedia;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.protocol.sdp.SetupRole;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.webrtc.RtcEndpoint;
import dev.fanlight.relay.webrtc.sending.SentMemory;
import java.util.List;
import java.util.Random;

/**
 * What the sessions of a gateway share. Immutable, its parts are thread safe, but for {@code sent}.
 *
 * @param relay what the relay gives
 * @param timeouts how long peers are waited for
 * @param endpoint the port
 * @param candidates where peers reach it
 * @param sessions those that are open
 * @param sent the room for packets that may be sent again; on the loop of the port only
 * @param random for names, passwords and what RTP wants to be random
 */
record WebRtcServices(
        GatewayContext relay,
        WebRtcTimeouts timeouts,
        RtcEndpoint endpoint,
        List<IceCandidate> candidates,
        RtcSessions sessions,
        SentMemory sent,
        Random random) {

    /**
     * The answer to an offer: this side only answers checks, and begins the handshake only where the peer cannot.
     *
     * @param ice how this side is asked
     */
    String answer(IceCredentials ice, RemoteDescription offer, List<LocalMedia> media) {
        SetupRole setup = offer.setup() == SetupRole.PASSIVE ? SetupRole.ACTIVE : SetupRole.PASSIVE;
        long id = random.nextInt(Integer.MAX_VALUE);
        return new LocalDescription(id, ice, true, endpoint.identity().fingerprint(), setup, candidates, media).text();
    }
}
