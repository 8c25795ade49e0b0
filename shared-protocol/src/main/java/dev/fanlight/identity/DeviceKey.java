package dev.fanlight.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A device’s P-256 key pair (supported by TPMs and secure elements, too). The private key stays on the device. Immutable,
 * thread safe.
 */
public final class DeviceKey {

    private static final String SIGNATURE = "SHA256withECDSA";

    private final KeyPair pair;

    private DeviceKey(KeyPair pair) {
        this.pair = pair;
    }

    /** A new key. */
    public static DeviceKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return new DeviceKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /**
     * Restores a stored key.
     *
     * @param privateKey PKCS#8, DER
     * @param publicKey SubjectPublicKeyInfo, DER
     * @throws GeneralSecurityException if they are not a P-256 key pair
     */
    public static DeviceKey of(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey));
        return new DeviceKey(new KeyPair(factory.generatePublic(new X509EncodedKeySpec(publicKey)), secret));
    }

    /** The public key in base64, as in {@code join} and in the relay’s store. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The private key, PKCS#8 DER: for the device’s own key file only. */
    public byte[] privateKeyBytes() {
        return pair.getPrivate().getEncoded();
    }

    /** The public key, SubjectPublicKeyInfo DER. */
    public byte[] publicKeyBytes() {
        return pair.getPublic().getEncoded();
    }

    /** Signs a challenge: ECDSA with SHA-256, DER in base64. */
    public String sign(SignedChallenge challenge) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(pair.getPrivate());
            signature.update(challenge.bytes());
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a P-256 key signs", e);
        }
    }

    /** Whether {@code signature} over {@code challenge} verifies with {@code publicKey}; false for anything malformed. */
    public static boolean verify(String publicKey, SignedChallenge challenge, String signature) {
        try {
            Signature verifier = Signature.getInstance(SIGNATURE);
            verifier.initVerify(parsePublic(publicKey));
            verifier.update(challenge.bytes());
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey parsePublic(String publicKey) throws GeneralSecurityException {
        byte[] der = Base64.getDecoder().decode(publicKey);
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        if (!(key instanceof ECPublicKey ec) || ec.getParams().getOrder().bitLength() != 256) {
            throw new GeneralSecurityException("not a P-256 key");
        }
        return key;
    }
}
