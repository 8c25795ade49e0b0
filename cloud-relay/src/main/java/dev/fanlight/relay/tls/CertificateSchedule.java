package dev.fanlight.relay.tls;

import java.time.Clock;
import java.time.Duration;

/**
 * When certificates are looked after. Immutable.
 *
 * @param clock what day it is
 * @param every how often the certificate is checked
 */
public record CertificateSchedule(Clock clock, Duration every) {

    /** Every 30 s by the computer’s clock. */
    public static final CertificateSchedule STANDARD =
            new CertificateSchedule(Clock.systemUTC(), Duration.ofSeconds(30));
}
