package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.protocol.rtsp.RtspRequest;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.gateway.tcp.StreamName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a request for a stream shows: {@code rtsp://HOST/CAMERA?key=KEY}, or the key as the password of any user. There is no Digest: a server
 * needs the password or a hash made for it, and of a link’s key the relay keeps another one. Immutable.
 *
 * @param camera name or id in the path; any text
 * @param address of the stream, without query and slash at its end
 * @param credentials what it shows
 * @param byPassword whether the key is not in the address, so that another try can be asked for
 */
record RtspCredentials(String camera, String address, Credentials credentials, boolean byPassword) {

    private static final String BASIC = "Basic ";

    static RtspCredentials of(RtspRequest request) {
        StreamName name = StreamName.parse(request.uri());
        String address = name.name().replaceFirst("/+$", "");
        int scheme = address.indexOf("://");
        int path = address.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        String camera = path < 0 ? "" : address.substring(path + 1);
        Optional<String> key = name.key().map(text -> text.replaceFirst("/+$", ""));
        boolean byPassword = key.isEmpty();
        Optional<String> shown = byPassword ? request.header("Authorization").flatMap(RtspCredentials::password) : key;
        return new RtspCredentials(camera, address, Credentials.NONE.withKey(shown), byPassword);
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return "RtspCredentials[]";
    }

    private static Optional<String> password(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] pair =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
