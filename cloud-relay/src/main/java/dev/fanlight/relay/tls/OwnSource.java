package dev.fanlight.relay.tls;

/** The certificate of the relay’s own authority, issued again when this computer gets another name or address, or its end is near. */
public final class OwnSource implements CertificateSource {

    private final RelayCertificates certificates;
    private final String publicHost;

    /** Certificates for this computer’s names and for {@code publicHost}, which may be empty. */
    public OwnSource(RelayCertificates certificates, String publicHost) {
        this.certificates = certificates;
        this.publicHost = publicHost;
    }

    @Override
    public Identity best() {
        return certificates.server(LocalNames.detect(publicHost));
    }
}
