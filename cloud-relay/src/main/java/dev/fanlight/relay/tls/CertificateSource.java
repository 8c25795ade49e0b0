package dev.fanlight.relay.tls;

import dev.fanlight.cli.UserException;

/** Where the served certificate comes from. Blocking; used by one thread at a time. */
public interface CertificateSource {

    /**
     * The certificate to serve now. Does not go out to the network.
     *
     * @throws UserException with a sentence for people when there is none to be had
     */
    Identity best();

    /**
     * Gets a new certificate where that is due, so that {@link #best()} finds it; may take minutes.
     *
     * @throws UserException with a sentence for people when that did not work out, again until it does
     */
    default void renew() throws InterruptedException {}
}
