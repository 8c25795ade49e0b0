package dev.fanlight.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that this one starts from now on, with theirs. Others that tests share, like a database server, were started before. */
public final class NewProcesses {

    private final Set<Long> earlier =
            ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());

    /** Those that run now. */
    public List<ProcessHandle> list() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !earlier.contains(child.pid()))
                .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
                .toList();
    }
}
