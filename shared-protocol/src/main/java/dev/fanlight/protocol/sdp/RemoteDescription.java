package dev.fanlight.protocol.sdp;

import java.util.List;
import java.util.Optional;

/**
 * What the other side says of itself: one transport, over which all media goes. Immutable.
 *
 * @param ice how it is asked
 * @param fingerprint of the certificate that it shows
 * @param setup whether it begins the handshake
 * @param candidates where it may be reached by UDP; names are left out
 * @param media its sections, in their order
 */
public record RemoteDescription(
        IceCredentials ice,
        CertificateFingerprint fingerprint,
        SetupRole setup,
        List<IceCandidate> candidates,
        List<OfferedMedia> media) {

    public RemoteDescription {
        candidates = List.copyOf(candidates);
        media = List.copyOf(media);
    }

    /**
     * Reads an offer or an answer.
     *
     * @throws SdpException when it is broken, larger than {@link SdpLimits} allow, or needs more than one transport
     */
    public static RemoteDescription parse(String text) throws SdpException {
        return new SdpReader().read(text);
    }

    /** The first section of a kind. */
    public Optional<OfferedMedia> first(String kind) {
        return media.stream().filter(section -> section.is(kind)).findFirst();
    }
}
