package dev.fanlight.relay.acme;

import io.netty.util.NetUtil;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Identifier;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/** One order from the account to the chain (RFC 8555 section 7). Blocking, up to a few minutes. */
final class AcmeOrder {

    private static final Duration STEP_LIMIT = Duration.ofSeconds(90);

    private final Directory directory;
    private final String email;
    private final ChallengeAnswers answers;

    AcmeOrder(Directory directory, String email, ChallengeAnswers answers) {
        this.directory = directory;
        this.email = email;
        this.answers = answers;
    }

    /**
     * Gets a certificate.
     *
     * @param account the key of the account, which is opened if there is none with it
     * @param key the key of the certificate
     * @return the certificate, then its authorities
     */
    List<X509Certificate> place(KeyPair account, KeyPair key, List<String> names)
            throws AcmeException, InterruptedException {
        Order order = account(account)
                .newOrder()
                .identifiers(names.stream().map(AcmeOrder::identifier).toList())
                .create();
        for (Authorization authorization : order.getAuthorizations()) {
            prove(authorization);
        }
        order.waitUntilReady(STEP_LIMIT);
        order.execute(key);
        if (order.waitForCompletion(STEP_LIMIT) != Status.VALID) {
            throw new AcmeException("the order was not completed" + detail(order.getError()));
        }
        return order.getCertificate().getCertificateChain();
    }

    private Account account(KeyPair key) throws AcmeException {
        AccountBuilder builder = new AccountBuilder().agreeToTermsOfService().useKeyPair(key);
        if (!email.isEmpty()) {
            builder.addEmail(email);
        }
        return builder.create(directory.session());
    }

    private void prove(Authorization authorization) throws AcmeException, InterruptedException {
        if (authorization.getStatus() == Status.VALID) {
            return;
        }
        String name = authorization.getIdentifier().toMap().values().toString();
        Http01Challenge challenge = authorization
                .findChallenge(Http01Challenge.class)
                .orElseThrow(() -> new AcmeException("it does not take HTTP-01 for " + name));
        answers.put(challenge.getToken(), challenge.getAuthorization());
        try {
            challenge.trigger();
            Status status = authorization.waitForCompletion(STEP_LIMIT);
            if (status != Status.VALID) {
                challenge.fetch();
                throw new AcmeException("it could not check " + name + detail(challenge.getError()));
            }
        } finally {
            answers.remove(challenge.getToken());
        }
    }

    private static String detail(Optional<Problem> problem) {
        return problem.flatMap(Problem::getDetail).map(detail -> ": " + detail).orElse("");
    }

    private static Identifier identifier(String name) {
        boolean digits = NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name);
        return digits ? Identifier.ip(name) : Identifier.dns(name);
    }
}
