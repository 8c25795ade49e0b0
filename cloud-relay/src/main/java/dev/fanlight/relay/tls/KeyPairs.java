package dev.fanlight.relay.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;

/** P-256 keys, new ones and in PEM. Thread safe. */
public final class KeyPairs {

    private final SecureRandom random;

    /** Keys made of {@code random}. */
    public KeyPairs(SecureRandom random) {
        this.random = random;
    }

    /** A new one. */
    public KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /** One that was written by {@link #write}. */
    public KeyPair read(byte[] pem) throws GeneralSecurityException {
        return new KeyPair(Pem.publicKey(pem), Pem.privateKey(pem));
    }

    /** Both halves. */
    public byte[] write(KeyPair pair) {
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        pem.writeBytes(Pem.encode(pair.getPrivate()));
        pem.writeBytes(Pem.encode(pair.getPublic()));
        return pem.toByteArray();
    }
}
