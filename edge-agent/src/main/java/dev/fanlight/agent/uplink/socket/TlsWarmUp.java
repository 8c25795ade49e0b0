package dev.fanlight.agent.uplink.socket;

import dev.fanlight.identity.DeviceKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Loads the classes of a TLS handshake and of the signatures before a relay is dialled: a relay waits 5 s for a handshake, and loading
 * them takes longer on a slow device (measured at a quarter of a core and on an emulated ARM board). Stateless.
 */
public final class TlsWarmUp {

    private static final Logger LOG = Logger.getLogger(TlsWarmUp.class.getName());
    private static final int AES_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private TlsWarmUp() {}

    /** Does the client’s first half of a handshake without a peer. Blocking: some 100 ms on a desktop, seconds on a slow device. Any thread. */
    public static void run() {
        try {
            clientHello();
            encrypt();
            DeviceKey.generate(new SecureRandom());
        } catch (GeneralSecurityException | SSLException e) {
            LOG.log(Level.FINE, "TLS could not be warmed up", e);
        }
    }

    private static void clientHello() throws GeneralSecurityException, SSLException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 1);
        engine.setUseClientMode(true);
        engine.beginHandshake();
        engine.wrap(
                ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    }

    private static void encrypt() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(new byte[AES_BYTES], "AES"),
                new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]));
        cipher.doFinal(new byte[AES_BYTES]);
    }
}
