package dev.fanlight.relay.acme;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.tls.Identity;
import dev.fanlight.relay.tls.KeyPairs;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What is kept of ACME in the state folder: the account’s key, and the last certificate with its key in one file. Blocking, one thread. */
final class AcmeStore {

    private static final String ACCOUNT = "acme-account.key";
    private static final String CERTIFICATE = "acme.pem";

    private final RelayStateFolder folder;
    private final KeyPairs keys;

    AcmeStore(RelayStateFolder folder, KeyPairs keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** The account’s key, made if there is none yet. */
    KeyPair account() throws GeneralSecurityException {
        Optional<byte[]> stored = folder.read(ACCOUNT);
        if (stored.isPresent()) {
            return keys.read(stored.get());
        }
        KeyPair fresh = keys.generate();
        folder.write(ACCOUNT, keys.write(fresh));
        return fresh;
    }

    KeyPair newKey() throws GeneralSecurityException {
        return keys.generate();
    }

    Optional<Identity> certificate() {
        try {
            Optional<byte[]> pem = folder.read(CERTIFICATE);
            return pem.isEmpty() ? Optional.empty() : Optional.of(Identity.parse(pem.get()));
        } catch (GeneralSecurityException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The file " + CERTIFICATE + " in the state folder " + folder + " is damaged.",
                    e);
        }
    }

    void keep(KeyPair key, List<X509Certificate> chain) throws GeneralSecurityException {
        folder.write(CERTIFICATE, Identity.of(key.getPrivate(), chain).pem());
    }
}
