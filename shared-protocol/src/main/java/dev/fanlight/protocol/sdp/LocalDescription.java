package dev.fanlight.protocol.sdp;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What this side says of itself: one transport, over which all media goes. Immutable.
 *
 * @param id of the session, not negative
 * @param ice how it is asked
 * @param lite whether it only answers checks (RFC 8445 §2.5)
 * @param fingerprint of the certificate that it shows
 * @param setup whether it begins the handshake
 * @param candidates where it is reached
 * @param media its sections; in an answer as many as in the offer, in its order
 */
public record LocalDescription(
        long id,
        IceCredentials ice,
        boolean lite,
        CertificateFingerprint fingerprint,
        SetupRole setup,
        List<IceCandidate> candidates,
        List<LocalMedia> media) {

    private static final String NAME = "fanlight";

    public LocalDescription {
        candidates = List.copyOf(candidates);
        media = List.copyOf(media);
    }

    /** Its text. */
    public String text() {
        StringBuilder text = new StringBuilder(2_048);
        String bundle = media.stream()
                .filter(section -> !section.isRefused())
                .map(LocalMedia::mid)
                .collect(Collectors.joining(" "));
        line(text, "v=0");
        line(text, "o=- " + id + " 1 IN IP4 0.0.0.0");
        line(text, "s=-");
        line(text, "t=0 0");
        if (lite) {
            line(text, "a=ice-lite");
        }
        line(text, "a=group:BUNDLE " + bundle);
        line(text, "a=msid-semantic:WMS *");
        media.forEach(section -> section(text, section));
        return text.toString();
    }

    private void section(StringBuilder text, LocalMedia section) {
        MediaFormat format = section.format();
        int port = section.isRefused() ? 0 : 9;
        line(text, "m=" + section.kind() + " " + port + " " + section.protocol() + " " + format.payloadType());
        line(text, "c=IN IP4 0.0.0.0");
        line(text, "a=mid:" + section.mid());
        line(text, "a=" + section.direction().text());
        if (section.isRefused()) {
            return;
        }
        transport(text);
        line(text, "a=rtpmap:" + format.payloadType() + " " + format.name());
        if (!format.parameters().isEmpty()) {
            line(text, "a=fmtp:" + format.payloadType() + " " + format.parameters());
        }
        section.feedback().forEach(kind -> line(text, "a=rtcp-fb:" + format.payloadType() + " " + kind));
        section.source().ifPresent(source -> source(text, section.kind(), source));
        for (int i = 0; i < candidates.size(); i++) {
            line(text, "a=candidate:" + candidates.get(i).text(i + 1));
        }
        line(text, "a=end-of-candidates");
    }

    private void transport(StringBuilder text) {
        line(text, "a=rtcp-mux");
        line(text, "a=rtcp-rsize");
        line(text, "a=ice-ufrag:" + ice.fragment());
        line(text, "a=ice-pwd:" + ice.password().text());
        line(text, "a=fingerprint:" + fingerprint.text());
        line(text, "a=setup:" + setup.text());
    }

    /** One name for all sources, so that receivers keep them together. */
    private static void source(StringBuilder text, String kind, int source) {
        line(text, "a=msid:" + NAME + " " + kind);
        line(text, "a=ssrc:" + Integer.toUnsignedString(source) + " cname:" + NAME);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
