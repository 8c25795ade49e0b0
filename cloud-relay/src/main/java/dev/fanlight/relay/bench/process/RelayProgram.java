package dev.fanlight.relay.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program to run as the relay. Immutable.
 *
 * @param program Java, its options, class path and main class
 * @param cpu the only CPU it may use; all if empty
 * @param settings override those that the measurement needs
 */
public record RelayProgram(List<String> program, Optional<CpuPin> cpu, Map<String, String> settings) {

    /** Keeps copies. */
    public RelayProgram {
        program = List.copyOf(program);
        settings = Map.copyOf(settings);
    }

    /** The command line of a relay with this state folder; {@link #settings()} override {@code needed}. */
    List<String> serve(Path state, Map<String, String> needed) {
        List<String> line = new ArrayList<>();
        cpu.ifPresent(pin -> line.addAll(pin.prefix()));
        line.addAll(program);
        line.addAll(List.of("serve", "--state", state.toString()));
        needed.forEach((key, value) -> {
            if (!settings.containsKey(key)) {
                line.addAll(List.of("--set", key + "=" + value));
            }
        });
        settings.forEach((key, value) -> line.addAll(List.of("--set", key + "=" + value)));
        return line;
    }
}
