package dev.fanlight.relay.bench.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * CPU and memory use of a process on this machine: on Linux from {@code /proc}, where each thread’s {@code schedstat} counts nanoseconds
 * ({@code stat} counts ticks of 10 ms); elsewhere from the JDK. Blocking, thread safe.
 */
public final class ProcessMeter {

    private static final Path PROC = Path.of("/proc");
    private static final long WHOLE_PROCESS = 0;
    private static final int BYTES_IN_KIB = 1024;

    private final ProcessHandle process;
    private final Path folder;

    private ProcessMeter(ProcessHandle process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** A meter for that process. */
    public static ProcessMeter of(ProcessHandle process) {
        return new ProcessMeter(process, PROC.resolve(String.valueOf(process.pid())));
    }

    /** CPU time of each thread until now. */
    public CpuReading cpu() {
        Map<Long, Long> nanos = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder.resolve("task"))) {
            for (Path thread : threads) {
                long id = Long.parseLong(thread.getFileName().toString());
                nanosOf(thread).ifPresent(value -> nanos.put(id, value));
            }
        } catch (IOException e) {
            nanos.put(
                    WHOLE_PROCESS,
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos());
        }
        return new CpuReading(nanos);
    }

    /** Resident set size, bytes; empty without {@code /proc}. */
    public OptionalLong residentBytes() {
        try {
            return Files.readAllLines(folder.resolve("status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_IN_KIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong nanosOf(Path thread) throws IOException {
        try {
            String text = Files.readString(thread.resolve("schedstat"));
            return OptionalLong.of(Long.parseLong(text.substring(0, text.indexOf(' '))));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty(); // ended since the folder was listed
        }
    }
}
