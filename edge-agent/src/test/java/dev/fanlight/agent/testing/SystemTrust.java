package dev.fanlight.agent.testing;

/** Makes this JVM's own list of authorities the one of a test, until it is closed. One at a time. */
public final class SystemTrust implements AutoCloseable {

    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    public SystemTrust(TestAuthority authority) {
        System.setProperty(STORE, authority.trustStore().toString());
        System.setProperty(PASSWORD, TestAuthority.PASSWORD);
    }

    @Override
    public void close() {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
    }
}
