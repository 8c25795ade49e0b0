package dev.fanlight.relay.node;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What all nodes of a cluster know. Proves it without showing it (RFC 2104, HMAC with SHA-256). Immutable, thread safe. */
public final class ClusterSecret {

    private static final String CLIENT = "fanlight-node-pull-v1";
    private static final String SERVER = "fanlight-node-serve-v1";
    private static final String DERIVE = "fanlight-derive-v1 ";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** A cluster with this secret. */
    public ClusterSecret(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** 32 bytes that all nodes of the cluster have in common, for one purpose. */
    public byte[] derive(String purpose) {
        return mac((DERIVE + purpose).getBytes(StandardCharsets.UTF_8));
    }

    /** The proof of the node that pulls. */
    byte[] ofClient(NodeClaim claim) {
        return mac(claim.bytes(CLIENT));
    }

    /** The proof of the node that has the stream. */
    byte[] ofServer(NodeClaim claim) {
        return mac(claim.bytes(SERVER));
    }

    /** Whether this is the proof of a node that pulls. */
    boolean isOfClient(NodeClaim claim, byte[] proof) {
        return MessageDigest.isEqual(ofClient(claim), proof);
    }

    /** Whether this is the proof of the node that has the stream. */
    boolean isOfServer(NodeClaim claim, byte[] proof) {
        return MessageDigest.isEqual(ofServer(claim), proof);
    }

    private byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "ClusterSecret";
    }
}
