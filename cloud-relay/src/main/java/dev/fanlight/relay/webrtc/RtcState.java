package dev.fanlight.relay.webrtc;

import dev.fanlight.media.srtp.SrtpReceiver;
import dev.fanlight.media.srtp.SrtpSender;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.tls.dtls.DtlsConnection;
import dev.fanlight.relay.tls.dtls.DtlsHandshake;

/** How far a peer is. Loop only. */
sealed interface RtcState {

    /** No way to it is known. */
    record Checking() implements RtcState {}

    /** The keys are being agreed on, which counts for an address; {@code early} comes before its keys. */
    record Handshaking(DtlsHandshake handshake, AddressKey address, EarlyMedia early) implements RtcState {}

    /** Packets go both ways. */
    record Connected(DtlsConnection connection, SrtpSender sender, SrtpReceiver receiver) implements RtcState {}

    /** It is over. */
    record Closed() implements RtcState {}
}
