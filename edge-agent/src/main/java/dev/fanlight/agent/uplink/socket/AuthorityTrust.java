package dev.fanlight.agent.uplink.socket;

import dev.fanlight.identity.ServerKey;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts a relay whose certificate chain ends in an authority of its own that is the pinned one, or any one at first use. The
 * host’s name is not checked then: the pin is stricter. Refuses within the TLS handshake, before anything is sent.
 * Thread safe.
 */
final class AuthorityTrust extends X509ExtendedTrustManager {

    /** The chain ends in another authority than the pinned one. */
    static final class WrongPinException extends CertificateException {

        private static final long serialVersionUID = 1L;

        WrongPinException() {
            super("the certificate does not come from the pinned authority");
        }
    }

    private final Predicate<String> pins;

    private AuthorityTrust(Predicate<String> pins) {
        this.pins = pins;
    }

    /** Trusts the authority with this pin. */
    static AuthorityTrust pinned(String pin) {
        return new AuthorityTrust(pin::equals);
    }

    /** Trusts any authority, as long as the certificate comes from it. */
    static AuthorityTrust firstUse() {
        return new AuthorityTrust(pin -> true);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        X509Certificate authority = chain[chain.length - 1];
        boolean isAuthority = chain.length > 1 && authority.getBasicConstraints() >= 0;
        if (!isAuthority || !pins.test(ServerKey.pinOf(authority.getPublicKey()))) {
            throw new WrongPinException();
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            CertPath path = factory.generateCertPath(Arrays.asList(chain).subList(0, chain.length - 1));
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("an agent is not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
