package dev.fanlight.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Unix datagram socket as systemd has one, of Python; what arrives is kept in order. */
public final class NotifyReceiver implements AutoCloseable {

    private static final String PROGRAM = """
            import socket, sys
            receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            receiver.bind(sys.argv[1])
            with open(sys.argv[2], "ab", buffering=0) as log:
                while True:
                    log.write(receiver.recv(4096).replace(b"\\n", b" ") + b"\\n")
            """;

    private final Process process;
    private final Path socket;
    private final Path log;

    private NotifyReceiver(Process process, Path socket, Path log) {
        this.process = process;
        this.socket = socket;
        this.log = log;
    }

    /** Opens the socket; its path must be short, as those of all Unix sockets. */
    public static NotifyReceiver open(Path folder) throws IOException {
        Path socket = folder.resolve("notify");
        Path log = Files.createFile(folder.resolve("notify.log"));
        Process process = new ProcessBuilder("python3", "-c", PROGRAM, socket.toString(), log.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("receiver.log").toFile())
                .start();
        Await.until("a receiver", () -> Files.exists(socket));
        return new NotifyReceiver(process, socket, log);
    }

    public Path socket() {
        return socket;
    }

    public List<String> received() {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public void await(String start) {
        Await.until(start, () -> received().stream().anyMatch(line -> line.startsWith(start)));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
