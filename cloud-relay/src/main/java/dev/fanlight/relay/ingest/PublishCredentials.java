package dev.fanlight.relay.ingest;

import dev.fanlight.identity.SignedChallenge;
import java.util.Optional;

/** What a publisher presents to be authenticated; may be wrong. Immutable. */
public sealed interface PublishCredentials {

    /**
     * A device’s signature over a challenge of this relay, as agents make it.
     *
     * @param device id of the device
     * @param challenge what is signed
     * @param signature ECDSA, DER in base64
     */
    record DeviceProof(String device, SignedChallenge challenge, String signature) implements PublishCredentials {}

    /**
     * A publish key, for publishers that cannot sign: RTMP, WHIP, HTTP, browsers.
     *
     * @param camera name of the camera that is to be published; if it is given, the key must be for it
     * @param secret the key’s secret; any text
     */
    record PublishKey(Optional<String> camera, String secret) implements PublishCredentials {

        /** Does not show the secret. */
        @Override
        public String toString() {
            return "PublishKey[camera=" + camera + "]";
        }
    }

    /**
     * The id of a publish key, for protocols in which the publisher then proves to know its secret, such as by encrypting with what was derived of it.
     * Whoever uses this must see to that.
     *
     * @param camera name of the camera that is to be published, for which the key must be
     * @param id of the key; any text
     */
    record ProvenKey(String camera, String id) implements PublishCredentials {}
}
