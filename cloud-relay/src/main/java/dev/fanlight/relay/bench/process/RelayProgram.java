package dev.fanlight.relay.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is run as the relay. Immutable.
 *
 * @param program Java, its options, class path and main class
 * @param cpu the one CPU it may use; any when empty
 * @param settings the relay’s own, over those the measurement needs
 */
public record RelayProgram(List<String> program, Optional<CpuPin> cpu, Map<String, String> settings) {

    /** Keeps copies. */
    public RelayProgram {
        program = List.copyOf(program);
        settings = Map.copyOf(settings);
    }

    /** The command line of a relay with this state folder; {@code needed} gives way to {@link #settings()}. */
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
