package dev.fanlight.relay.server;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.IdentityTokens;
import dev.fanlight.relay.config.ClusterConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.gateway.websocket.ChatIdentities;
import dev.fanlight.relay.node.ClusterSecret;
import java.time.Clock;

/**
 * The key by which people in chats are known again: in the state folder, or that of the cluster, on all of whose relays they are known. Used on
 * the starting thread.
 *
 * @param folder with its file
 * @param instruments make a new key
 * @param cluster whose relays share a key
 */
record ChatKey(RelayStateFolder folder, Instruments instruments, ClusterConfig cluster) {

    private static final String PURPOSE = "chat-identities";

    /** The file with the key, there since the first start. */
    static final String FILE = "identity.key";

    /**
     * Identities that this key makes.
     *
     * @throws UserException when its file is damaged
     */
    ChatIdentities identities() {
        byte[] key = cluster.isOn() ? new ClusterSecret(cluster.secret()).derive(PURPOSE) : identityKey();
        return new ChatIdentities(
                new IdentityTokens(key, Clock.systemUTC()), new AddressTags(key), instruments.secrets());
    }

    private byte[] identityKey() {
        byte[] key = folder.read(FILE).orElseGet(this::newIdentityKey);
        if (key.length != IdentityTokens.KEY_BYTES) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The file " + FILE + " in the state folder " + folder + " is damaged: it has " + key.length
                            + " bytes instead of " + IdentityTokens.KEY_BYTES
                            + ". Restore it from a backup. Or remove it:"
                            + " then chat users get new identities and address bans are lifted.");
        }
        return key;
    }

    private byte[] newIdentityKey() {
        byte[] key = new Secrets(instruments.random()).bytes(IdentityTokens.KEY_BYTES);
        folder.write(FILE, key);
        return key;
    }
}
