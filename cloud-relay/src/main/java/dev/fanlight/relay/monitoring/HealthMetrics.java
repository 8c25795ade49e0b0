package dev.fanlight.relay.monitoring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an operator has to keep in order. Blocking, thread safe.
 *
 * @param version of the program
 * @param storeProblem why the store cannot be written, while it cannot
 * @param certificateEnd when the certificate ends that is served, if the relay serves one
 * @param gatewayProblems how many things the owner has to mend
 * @param folder the state folder
 */
public record HealthMetrics(
        String version,
        Supplier<Optional<String>> storeProblem,
        Supplier<Optional<Instant>> certificateEnd,
        Supplier<Integer> gatewayProblems,
        Path folder)
        implements MetricSource {

    @Override
    public void collect(Samples samples) {
        samples.add(Metric.BUILD_INFO, 1, version);
        samples.add(Metric.STORE_UP, storeProblem.get().isEmpty());
        certificateEnd.get().ifPresent(end -> samples.add(Metric.CERTIFICATE, (double) end.getEpochSecond()));
        samples.add(Metric.GATEWAY_PROBLEMS, gatewayProblems.get());
        samples.add(Metric.DISK_FREE, (double) folder.toFile().getUsableSpace());
        samples.add(Metric.DISK_SIZE, (double) folder.toFile().getTotalSpace());
    }
}
