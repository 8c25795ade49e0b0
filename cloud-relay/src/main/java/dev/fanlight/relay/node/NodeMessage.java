package dev.fanlight.relay.node;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.JsonReader;
import dev.fanlight.protocol.codec.json.JsonText;
import dev.fanlight.protocol.codec.json.Members;

/** The three messages with which a socket between nodes begins ({@code docs/protocol.md} §6). Immutable. */
sealed interface NodeMessage {

    /** As JSON. */
    String text();

    /**
     * First message, of the node that has the stream.
     *
     * @param node its id
     * @param nonce its random bytes, base64
     */
    record Challenge(String node, String nonce) implements NodeMessage {

        @Override
        public String text() {
            return JsonText.object(
                    out -> out.text("type", "node_challenge").text("node", node).text("nonce", nonce));
        }

        static Challenge read(byte[] text) throws ProtocolException {
            Members members = members(text, "node_challenge");
            return new Challenge(members.string("node", MAX_ID), members.string("nonce", MAX_NONCE));
        }
    }

    /**
     * Answer of the node that pulls.
     *
     * @param node its id
     * @param nonce its random bytes, base64
     * @param serverKey the key that it has seen
     * @param camera whose stream it wants
     * @param epoch of the lease that it knows of
     * @param proof that it knows the secret
     */
    record Pull(String node, String nonce, String serverKey, CameraName camera, long epoch, byte[] proof)
            implements NodeMessage {

        @Override
        public String text() {
            return JsonText.object(out -> out.text("type", "node_pull")
                    .text("node", node)
                    .text("nonce", nonce)
                    .text("server_key", serverKey)
                    .text("camera", camera.text())
                    .number("epoch", epoch)
                    .bytes("proof", proof));
        }

        static Pull read(byte[] text) throws ProtocolException {
            Members members = members(text, "node_pull");
            return new Pull(
                    members.string("node", MAX_ID),
                    members.string("nonce", MAX_NONCE),
                    members.string("server_key", MAX_KEY),
                    camera(members.string("camera", MAX_ID)),
                    members.longIn("epoch", 0, Long.MAX_VALUE),
                    members.bytes("proof", PROOF_BYTES));
        }

        private static CameraName camera(String text) throws ProtocolException {
            try {
                return new CameraName(text);
            } catch (IllegalArgumentException e) {
                throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "no camera is named so");
            }
        }
    }

    /**
     * Answer to a good proof; the stream follows.
     *
     * @param proof that this node knows the secret too
     */
    record Accepted(byte[] proof) implements NodeMessage {

        @Override
        public String text() {
            return JsonText.object(out -> out.text("type", "node_accepted").bytes("proof", proof));
        }

        static Accepted read(byte[] text) throws ProtocolException {
            return new Accepted(members(text, "node_accepted").bytes("proof", PROOF_BYTES));
        }
    }

    /** Longest id of a node and longest name of a camera, in characters. */
    int MAX_ID = 128;

    /** Longest nonce, in characters. */
    int MAX_NONCE = 64;

    /** Longest server key, in characters. */
    int MAX_KEY = 64;

    /** Bytes of a proof. */
    int PROOF_BYTES = 32;

    private static Members members(byte[] text, String type) throws ProtocolException {
        Members members = JsonReader.read(text);
        if (!members.string("type").equals(type)) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, type + " comes first");
        }
        return members;
    }
}
