package dev.fanlight.agent.testing;

import dev.fanlight.identity.ServerKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A certificate authority and a server certificate of it, made by the JDK's keytool. Immutable. */
public final class TestAuthority {

    public static final String PASSWORD = "changeit";

    private static final Supplier<TestAuthority> SHARED = once(TestAuthority::create);
    private static final Supplier<TestAuthority> STRANGER = once(TestAuthority::create);

    private final Path store;
    private final Certificate[] chain;

    private TestAuthority(Path store, Certificate[] chain) {
        this.store = store;
        this.chain = chain;
    }

    /** The one of most tests; made once, for that takes seconds. */
    public static TestAuthority shared() {
        return SHARED.get();
    }

    /** Another one. */
    public static TestAuthority stranger() {
        return STRANGER.get();
    }

    private static Supplier<TestAuthority> once(Supplier<TestAuthority> maker) {
        AtomicReference<TestAuthority> made = new AtomicReference<>();
        return () -> made.updateAndGet(before -> before == null ? maker.get() : before);
    }

    private static TestAuthority create() {
        try {
            Path folder = Files.createTempDirectory("fanlight-ca");
            Path authority = folder.resolve("ca.p12");
            Path server = folder.resolve("server.p12");
            keytool(
                    authority,
                    "-genkeypair",
                    "-alias",
                    "ca",
                    "-dname",
                    "CN=Test CA",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-ext",
                    "bc:c",
                    "-ext",
                    "ku:c=keyCertSign");
            keytool(
                    server,
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-dname",
                    "CN=relay",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1");
            keytool(
                    server,
                    "-certreq",
                    "-alias",
                    "server",
                    "-file",
                    folder.resolve("request.pem").toString());
            keytool(
                    authority,
                    "-gencert",
                    "-alias",
                    "ca",
                    "-rfc",
                    "-infile",
                    folder.resolve("request.pem").toString(),
                    "-outfile",
                    folder.resolve("server.pem").toString(),
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1");
            keytool(
                    authority,
                    "-exportcert",
                    "-alias",
                    "ca",
                    "-rfc",
                    "-file",
                    folder.resolve("ca.pem").toString());
            keytool(
                    server,
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    "ca",
                    "-file",
                    folder.resolve("ca.pem").toString());
            keytool(
                    server,
                    "-importcert",
                    "-alias",
                    "server",
                    "-file",
                    folder.resolve("server.pem").toString());
            Certificate[] chain = chainOf(server);
            writeTrustStore(folder.resolve("trust.p12"), chain[chain.length - 1]);
            deleteAtTheEnd(folder);
            return new TestAuthority(server, chain);
        } catch (IOException | InterruptedException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Tests share it until the last of them is over. What was registered last is deleted first. */
    private static void deleteAtTheEnd(Path folder) throws IOException {
        folder.toFile().deleteOnExit();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> file.toFile().deleteOnExit());
        }
    }

    /** PKCS#12 with the server's key and its chain up to the authority. */
    public Path store() {
        return store;
    }

    /** PKCS#12 with the authority as the only one that is trusted. */
    public Path trustStore() {
        return store.resolveSibling("trust.p12");
    }

    public String pin() {
        return ServerKey.pinOf(chain[chain.length - 1].getPublicKey());
    }

    public ServerKey serverKey() {
        return ServerKey.of(chain[0].getPublicKey());
    }

    private static void writeTrustStore(Path file, Certificate authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", authority);
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
    }

    private static Certificate[] chainOf(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys.getCertificateChain("server");
    }

    private static void keytool(Path keystore, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keystore.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + output);
        }
    }
}
