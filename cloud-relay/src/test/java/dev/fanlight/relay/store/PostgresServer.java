package dev.fanlight.relay.store;

import dev.fanlight.testing.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own for the tests of one JVM: Debian’s programs, a temporary folder, a free port of loopback, nothing
 * synchronised to disk. It ends with the JVM. Thread safe, but for {@link #restart}.
 */
public final class PostgresServer {

    /** Who logs in. */
    public static final String USER = "fanlight";

    /** With what; holds what a URL has to escape. */
    public static final String PASSWORD = "p@ss:w/rd";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String READY = "database system is ready to accept connections";
    private static final List<String> USERS = List.of("postgres", "nobody");
    private static final List<String> GROUPS = List.of("postgres", "nogroup", "nobody");
    private static final int STARTS = 3;
    private static final long STOP_SECONDS = 20;

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private final int port;
    private volatile Process process;

    private PostgresServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    private static final class Holder {
        static final PostgresServer SERVER = start();
    }

    /** The server, started when it is first asked for; fails with a sentence when there is no PostgreSQL. */
    public static PostgresServer shared() {
        return Holder.SERVER;
    }

    /** Another server, which a test may start again. */
    public static PostgresServer own() {
        return start();
    }

    /** Ends it without waiting for its clients, and starts it again on the same port with all that was committed. */
    public void restart() throws IOException {
        interrupt();
        process = launch(folder, asUser(folder), port)
                .orElseThrow(() -> new AssertionError("PostgreSQL did not start again; see " + folder + "/log."));
    }

    /** The URL of a new, empty database. */
    public String newDatabase() {
        return create("template0");
    }

    /** The URL of a new database with the content of another one, which must not be in use. */
    String copyOf(String url) {
        return create(url.substring(url.lastIndexOf('/') + 1));
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    private String create(String template) {
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new AssertionError("The test's database could not be created.", e);
        }
        return "postgresql://" + USER + ":p%40ss%3Aw%2Frd@127.0.0.1:" + port + "/" + name;
    }

    private static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory("fanlight-postgresql-");
            List<String> asUser = asUser(folder);
            initialise(folder, asUser);
            for (int i = 0; i < STARTS; i++) {
                Optional<PostgresServer> server = start(folder, asUser);
                if (server.isPresent()) {
                    Runtime.getRuntime().addShutdownHook(new Thread(server.get()::stop));
                    return server.get();
                }
            }
            throw new AssertionError("PostgreSQL did not start; see " + folder.resolve("log") + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initialise(Path folder, List<String> asUser) throws IOException {
        Path passwordFile = Files.writeString(folder.resolve("password"), PASSWORD);
        own(passwordFile);
        List<String> line = new ArrayList<>(asUser);
        line.addAll(List.of(
                program("initdb"),
                "-D",
                folder + "/data",
                "-U",
                USER,
                "--pwfile=" + passwordFile,
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError("initdb failed: " + output);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Starts it on a port that was free a moment ago; nothing when it ended before it was ready. */
    private static Optional<PostgresServer> start(Path folder, List<String> asUser) throws IOException {
        int port = FreePort.next();
        return launch(folder, asUser, port).map(process -> new PostgresServer(folder, process, port));
    }

    private static Optional<Process> launch(Path folder, List<String> asUser, int port) throws IOException {
        List<String> line = new ArrayList<>(asUser);
        line.addAll(List.of(program("postgres"), "-D", folder + "/data", "-p", String.valueOf(port)));
        for (String option : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=" + folder,
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "shared_buffers=16MB",
                "max_connections=60",
                "lc_messages=C")) {
            line.addAll(List.of("-c", option));
        }
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        Path log = folder.resolve("log");
        for (String text = output.readLine(); text != null; text = output.readLine()) {
            Files.writeString(log, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (text.contains(READY)) {
                Thread reader = new Thread(() -> output.lines().forEach(ignored -> {}), "postgresql-log");
                reader.setDaemon(true);
                reader.start();
                return Optional.of(process);
            }
        }
        return Optional.empty();
    }

    /** Ends the server and removes its files. */
    private void stop() {
        try {
            interrupt();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGINT, a “fast shutdown”: transactions that are open are rolled back. */
    private void interrupt() throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** initdb and postgres refuse to run as root. */
    private static List<String> asUser(Path folder) throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        own(folder);
        return List.of(
                "setpriv",
                "--reuid=" + Files.getOwner(folder).getName(),
                "--regid=" + first(GROUPS, PostgresServer::group).getName(),
                "--clear-groups");
    }

    private static void own(Path file) throws IOException {
        if (isRoot()) {
            Files.setOwner(file, first(USERS, PostgresServer::user));
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static <P> P first(List<String> names, Function<String, Optional<P>> lookUp) {
        return names.stream()
                .map(lookUp)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "PostgreSQL does not run as root, and there is none of " + names + " here."));
    }

    private static Optional<UserPrincipal> user(String name) {
        try {
            return Optional.of(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<GroupPrincipal> group(String name) {
        try {
            return Optional.of(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByGroupName(name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Debian keeps the programs of each version in a folder of their own, which is not in the path. */
    private static String program(String name) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(folders::add);
            }
        }
        Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(Path::of)
                .forEach(folders::add);
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(
                        () -> new AssertionError(
                                "PostgreSQL is missing (no " + name
                                        + "), and the tests of the store run on it too. Install it with: sudo apt-get install postgresql"));
    }
}
