package dev.fanlight.relay.node;

import dev.fanlight.identity.CameraName;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What both ends of a socket between nodes prove to know the secret for. Immutable.
 *
 * @param serverKey hex SHA-256 of the key in the certificate that the pulling node has seen, so that neither proof is of use on another
 *     connection
 * @param server id of the node that has the stream
 * @param serverNonce of that node, base64
 * @param client id of the node that pulls
 * @param clientNonce of that node, base64
 * @param camera whose stream
 * @param epoch of the lease by which the server has it
 */
record NodeClaim(
        String serverKey,
        String server,
        String serverNonce,
        String client,
        String clientNonce,
        CameraName camera,
        long epoch) {

    /** Random bytes of each node. */
    static final int NONCE_BYTES = 32;

    /** The claim as bytes, each part with its length in front. */
    byte[] bytes(String context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        List<String> parts = List.of(
                context, serverKey, server, serverNonce, client, clientNonce, camera.text(), String.valueOf(epoch));
        try {
            for (String part : parts) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static String nonce(byte[] random) {
        return Base64.getEncoder().encodeToString(random);
    }
}
