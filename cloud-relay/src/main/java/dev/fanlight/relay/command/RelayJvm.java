package dev.fanlight.relay.command;

import java.util.List;

/** The options of the JVM that a relay is to run with: the packaged service and the container name the same ones. */
final class RelayJvm {

    /**
     * New objects have 16 MiB and one collector, however large the machine is: the pictures of everybody wait while it copies what is still
     * in use, 3 to 25 ms where a nursery of the JVM’s own size took up to 160 ms (ADR 17).
     *
     * <p>So many bytes of classes are read before a first collection would stop everything for them.
     *
     * <p>Methods of more than 50 bytecodes are not compiled into their callers: next to what the kernel does that costs nothing that could be
     * measured, but compiling them kept the core of a small machine busy just when a thousand viewers came at once (first time 7.7 s instead
     * of 14–15 s by TLS, second 3.7 instead of 7–8 s; ADR 17).
     */
    static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xmn16m", "-XX:MetaspaceSize=96m", "-XX:FreqInlineSize=50");

    private RelayJvm() {}
}
